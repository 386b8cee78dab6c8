"""Actor classes: what kind of actor a noun phrase names, from the language pack's `actors.toml`.

"members of the security forces" → `state-forces`; "mutinous soldiers" → `mutineers`; "he" → "" (somebody named elsewhere).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.lang.packs import Pack
from sayso.model.syntax import Sentence, Token

__all__ = [
    "actor_class",
    "class_label",
    "class_names",
    "compatible_classes",
    "informative_head",
    "is_pronoun",
    "wider_classes",
]


@dataclass(frozen=True)
class _Rule:
    name: str
    heads: frozenset[str]
    modifiers: frozenset[str]
    barred: frozenset[str]

    def fits(self, head: str, around: frozenset[str]) -> bool:
        return head in self.heads and (not self.modifiers or bool(self.modifiers & around)) and not self.barred & around


@cache
def _rules(pack: Pack) -> Mapping[str, tuple[_Rule, ...]]:
    """Return the rules that can fit a head, by head, in order."""
    table: dict[str, list[_Rule]] = {}
    for row in pack.table("actors").get("rule", ()):
        rule = _parse(row)
        for head in sorted(rule.heads):
            table.setdefault(head, []).append(rule)
    return {head: tuple(rules) for head, rules in table.items()}


def _parse(row: Mapping[str, Any]) -> _Rule:
    return _Rule(
        row["class"], frozenset(row["heads"]), frozenset(row.get("modifiers", ())), frozenset(row.get("not", ()))
    )


@cache
def _set(pack: Pack, key: str) -> frozenset[str]:
    return pack.words("actors", key)


def is_pronoun(token: Token, pack: Pack) -> bool:
    """Tell whether a token stands for somebody named elsewhere."""
    return token.pos == "PRON" or token.text.lower() in _set(pack, "pronouns")


def informative_head(sentence: Sentence, head: Token, pack: Pack) -> Token:
    """Follow "of" from an empty head to the noun that says who: "members of the security forces" → forces."""
    for _ in range(3):
        if head.lemma.lower() not in _set(pack, "empty"):
            return head
        inner = [
            obj
            for prep in sentence.children(head, "prep")
            if prep.lemma == "of"
            for obj in sentence.children(prep, "pobj")
        ]
        if not inner:
            return head
        head = inner[0]
    return head


def actor_class(sentence: Sentence, head: Token, pack: Pack) -> str:
    """Return the class of the noun phrase headed by `head`, "" when the pack knows none or it is a pronoun."""
    chain = [head]
    inner = informative_head(sentence, head, pack)
    if inner is not head:
        chain.insert(0, inner)
    for noun in chain:
        if is_pronoun(noun, pack):
            continue
        found = _class_of(sentence, noun, pack) or _class_by_title(sentence, noun, pack)
        if found:
            return _class_of_owner(sentence, noun, pack, found)
    return "civilians" if _is_people(chain[0]) else ""


def _class_of_owner(sentence: Sentence, noun: Token, pack: Pack, found: str) -> str:
    """ "30 men of the garrison" are of the garrison's class; of plain men nothing more is known."""
    if found != "civilians" or noun.lemma.lower() not in {"man", "woman", "people", "person"}:
        return found
    owners = (
        o for prep in sentence.children(noun, "prep") if prep.lemma == "of" for o in sentence.children(prep, "pobj")
    )
    return next((own for o in owners if (own := _class_of(sentence, o, pack))), found)


def _class_by_title(sentence: Sentence, noun: Token, pack: Pack) -> str:
    """ "Colonel Omar Resk": a name is of the class of the rank before it."""
    if noun.pos != "PROPN":
        return ""
    titles = (kid for kid in sentence.children(noun, "compound") if kid.lemma.lower() in _set(pack, "singles"))
    return next((found for title in titles if (found := _class_of(sentence, title, pack))), "")


def _is_people(noun: Token) -> bool:
    """A people in the plural ("Karvians") are civilians until the words say otherwise."""
    return noun.tag == "NNPS" and noun.entity == "NORP"


def _class_of(sentence: Sentence, noun: Token, pack: Pack) -> str:
    rules = _rules(pack).get(noun.lemma.lower()) or _rules(pack).get(noun.text.lower(), ())
    if not rules:
        return ""
    around = _modifiers(sentence, noun)
    return next(
        (rule.name for rule in rules if rule.fits(noun.lemma.lower(), around) or rule.fits(noun.text.lower(), around)),
        "",
    )


def _modifiers(sentence: Sentence, noun: Token) -> frozenset[str]:
    """Return lemmas of the words that modify a noun: adjectives, compounds, participles, relative verbs, owners."""
    if not sentence.parsed:
        near = sentence.tokens[max(0, noun.index - 3) : noun.index]
        return frozenset(t.lemma.lower() for t in near)
    words: set[str] = set()
    for kid in sentence.children(noun):
        if kid.dep == "appos" and _tells_parts(sentence, kid):
            continue
        if kid.dep in {"amod", "compound", "nmod", "poss", "acl", "appos", "relcl", "advcl"}:
            words |= {kid.lemma.lower(), kid.text.lower()}
            words |= {g.lemma.lower() for g in sentence.children(kid) if g.dep in {"amod", "compound", "conj", "acomp"}}
            words |= {g.lemma.lower() for g in sentence.children(kid) if g.dep == "xcomp"}
    return frozenset(words)


def _tells_parts(sentence: Sentence, noun: Token) -> bool:
    """Tell whether an apposition names parts of the whole ("nine men, eight of them rebels"), so not what all of them are."""
    inside = sentence.subtree(noun)
    return any(t.pos == "NUM" for t in inside) or bool(sentence.children(noun, "conj"))


@cache
def wider_classes(name: str, pack: Pack) -> tuple[str, ...]:
    """Return a class and the wider classes it belongs to, narrowest first."""
    parents: Mapping[str, str] = pack.table("actors").get("parents", {})
    found = [name]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return tuple(found)


def compatible_classes(a: str, b: str, pack: Pack) -> bool:
    """Tell whether two classes can name the same people: equal, or one wider than the other."""
    return a in wider_classes(b, pack) or b in wider_classes(a, pack)


@cache
def class_names(pack: Pack) -> frozenset[str]:
    """Return the names of all actor classes a pack knows."""
    return frozenset(row["class"] for row in pack.table("actors").get("rule", ()))


def class_label(name: str, pack: Pack) -> str:
    """Return what a reader sees for a class."""
    return str(pack.table("actors").get("labels", {}).get(name, name.replace("-", " ")))
