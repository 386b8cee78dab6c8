"""Who does what to whom around a trigger word, from the dependency parse."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.syntax import Sentence, Token

__all__ = ["Roles", "is_passive", "noun_roles", "objects", "subjects", "verb_roles", "word_roles"]

OBJECT_CONTROL = frozenset(
    {"order", "urge", "ask", "tell", "force", "help", "see", "watch", "request", "allow", "let", "make", "hear", "send"}
)
LONGEST_CHAIN = 4  # conjuncts followed upwards; keeps junk of a thousand conjuncts cheap
CLAUSE_PREPOSITIONS = frozenset({"after", "before", "as", "until", "since", "when"})
CONJUNCT_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Head tokens of the agents and targets; `excluded` are agents the clause says it was *not*."""

    agents: tuple[Token, ...] = ()
    targets: tuple[Token, ...] = ()
    excluded: tuple[Token, ...] = ()


def verb_roles(s: Sentence, verb: Token, *, happens_to: bool, through: frozenset[str] = frozenset()) -> Roles:
    """Return the roles of a verb trigger; `happens_to` verbs ("die") make their subject the target. `through` are the
    prepositions by which the verb also reaches its target ("fire at")."""
    if happens_to:
        return Roles(targets=subjects(s, verb))
    if is_passive(s, verb):
        agents, excluded = _by_phrases(s, verb)
        return Roles(agents, subjects(s, verb), excluded)
    return Roles(subjects(s, verb), objects(s, verb, through=through))


def is_passive(s: Sentence, verb: Token, depth: int = 0) -> bool:
    """Tell whether a verb is passive, also as a bare participle ("men killed by …") or a conjunct of a passive."""
    if s.children(verb, "nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag != "VBN" or s.children(verb, "aux", "nsubj", "dobj"):
        return False
    if verb.dep == "acl" and s.head(s.head(verb)).lemma in CLAUSE_PREPOSITIONS and s.head(verb).dep == "pobj":
        return False  # "after gunmen attacked": the parser takes the clause for a participle
    if verb.dep in {"xcomp", "oprd", "acomp", "ccomp"}:  # "were confirmed killed"
        return bool(s.children(s.head(verb), "auxpass", "nsubjpass")) or s.head(verb).lemma in {
            "be",
            "find",
            "leave",
            "report",
        }
    if verb.dep == "conj" and depth < LONGEST_CHAIN:
        return is_passive(s, s.head(verb), depth + 1)
    return verb.dep in {"acl", "amod", "relcl"}


def subjects(s: Sentence, verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Return the heads of a verb's subject, inherited through conjunction, control, relatives and participles."""
    own = s.children(verb, "nsubj", "nsubjpass")
    if own:
        return _expand(s, _antecedent(s, verb, own[-1]))
    if depth >= 4:
        return ()
    lost = _object_taken_for_subject(s, verb)
    if lost or verb.head == verb.index:
        return lost
    head = s.head(verb)
    if verb.dep in {"acl", "relcl", "amod"} and head.pos in {"NOUN", "PROPN", "PRON"}:
        return () if verb.tag == "VB" else _expand(s, head)
    if verb.dep == "pcomp":
        head = s.head(head)
    if verb.dep == "xcomp" and head.lemma in OBJECT_CONTROL:
        objects = s.children(head, "dobj")
        if objects:
            return _expand(s, objects[0])
    if verb.dep in {"conj", "xcomp", "advcl", "pcomp", "dep"} and head.pos in {"VERB", "AUX"}:
        return subjects(s, head, depth + 1)
    return ()


def _object_taken_for_subject(s: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "it claimed armed men in the town had killed …": the parser hangs the subject on the verb before as its object."""
    if not any(kid.lemma in {"have", "be", "will"} for kid in s.children(verb, "aux", "auxpass")) or verb.dep in {
        "conj",
        "xcomp",
    }:
        return ()
    for token in reversed(s.tokens[: verb.index]):
        if token.dep == "dobj" and token.head < token.index and s.head(token).pos == "VERB":
            return _expand(s, token)
        if token.dep in {"nsubj", "nsubjpass"}:
            return ()
    return ()


def noun_roles(s: Sentence, noun: Token, *, owner_is_target: bool) -> Roles:
    """Return the roles of a noun trigger: "the killing of X by Y", "their deaths", "the rebels' attack on X"."""
    targets: list[Token] = []
    agents: list[Token] = []
    for prep in s.children(noun, "prep", "agent"):
        for obj in s.children(prep, "pobj"):
            if prep.lemma == "by":
                agents += _expand(s, obj)
            elif prep.lemma == "of":
                (targets if owner_is_target else agents).extend(_expand(s, obj))
            elif prep.lemma in {"on", "against"}:
                targets += _expand(s, obj)
    for owner in s.children(noun, "poss"):  # "their deaths", but "the army's shelling of the town"
        (targets if owner_is_target and not targets else agents).extend(_expand(s, owner))
    return Roles(tuple(agents), tuple(targets))


def word_roles(s: Sentence, word: Token) -> Roles:
    """Return whom an adjective such as "dead" is said of: its noun, the subject of its copula, or itself ("30 dead")."""
    head = s.head(word)
    if word.dep == "amod":
        return Roles(targets=_expand(s, head))
    own = s.children(word, "nsubj", "nsubjpass")
    if own:
        return Roles(targets=_expand(s, own[0]))
    if word.dep in {"oprd", "acomp", "advcl", "ccomp", "xcomp"} and head.pos in {"VERB", "AUX"}:
        return Roles(targets=objects(s, head) or subjects(s, head))
    return Roles(targets=(word,)) if s.children(word, "nummod", "quantmod", "det") else Roles()


def objects(s: Sentence, verb: Token, *, through: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """Return the heads of a verb's object, direct or through one of the given prepositions."""
    direct = s.children(verb, "dobj", "dative")
    if direct:
        return _expand(s, _antecedent(s, verb, direct[0]))
    small = [
        n for kid in s.children(verb, "ccomp", "xcomp") if kid.pos in {"ADJ", "ADV"} for n in s.children(kid, "nsubj")
    ]
    if small:
        return _expand(s, small[0])  # "set the barns ablaze"
    found = [
        obj for prep in s.children(verb, "prep", "prt") if prep.lemma in through for obj in s.children(prep, "pobj")
    ]
    return tuple(token for obj in found[:1] for token in _expand(s, obj))


def _by_phrases(s: Sentence, verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the agents of a passive and those it excludes: "caused not by X but by Y" gives ((Y,), (X,))."""
    agents: list[Token] = []
    excluded: list[Token] = []
    for by in (t for t in s.tokens if t.lemma == "by" and (t.head == verb.index or _but_by(s, t, verb))):
        negated = by.index > 0 and s.tokens[by.index - 1].lemma == "not"
        for obj in s.children(by, "pobj"):
            (excluded if negated else agents).extend(_expand(s, obj))
    return tuple(agents), tuple(excluded)


def _but_by(s: Sentence, by: Token, verb: Token) -> bool:
    if by.index <= verb.index or s.tokens[by.index - 1].lemma != "but":
        return False
    return any(
        t.lemma == "by" and s.tokens[t.index - 1].lemma == "not" for t in s.children(verb, "agent", "prep") if t.index
    )


def _antecedent(s: Sentence, verb: Token, pronoun: Token) -> Token:
    """Follow a relative pronoun to the noun its clause hangs on."""
    if pronoun.tag not in {"WP", "WDT"} and pronoun.lemma not in {"who", "whom", "which"}:
        return pronoun
    clause = verb
    while (
        clause.dep not in {"relcl", "acl"} and clause.head != clause.index and clause.dep in {"conj", "xcomp", "ccomp"}
    ):
        clause = s.head(clause)
    return _restricted(s, s.head(clause), pronoun) if clause.dep == "relcl" else pronoun


def _restricted(s: Sentence, noun: Token, pronoun: Token) -> Token:
    """Return the noun that a relative tells apart: of "men loyal to Orsa who fired" the men, as a name needs a comma first."""
    if noun.pos != "PROPN" or pronoun.index == 0 or s.tokens[pronoun.index - 1].text in {",", "–", "—", "("}:
        return noun
    above = noun
    for _ in range(LONGEST_CHAIN):
        if above.dep not in {"pobj", "prep", "amod", "acomp"}:
            return noun
        above = s.head(above)
        if above.pos == "NOUN":
            return above
    return noun


def _expand(s: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return a noun and its conjuncts that are nouns too: "police and guards"."""
    found = [noun]
    for kid in s.children(noun, "conj"):
        if kid.pos in CONJUNCT_POS and not s.children(kid, "nsubj", "nsubjpass"):
            found += _expand(s, kid)
    return tuple(found)
