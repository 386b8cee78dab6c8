"""Find mentions: what the parser calls entities, mended by gazetteer, titles and word lists; and groups by their nouns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.annotate.actors import actor_class
from sayso.annotate.mentions.words import MentionWords, mention_words
from sayso.annotate.places.names import Run, is_name, name_runs
from sayso.lang.packs import Pack
from sayso.model.annotations import Mention, MentionType, Place, Quantity, TimeExpr
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, layer
from sayso.values.atoms import Atom, Phrases, atomize

__all__ = ["find_mentions"]

_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_PEOPLES = frozenset({"NORP"})


def find_mentions(
    page: Page,
    packs: Mapping[str, Pack],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpr, ...],
    places: tuple[Place, ...],
) -> tuple[Mention, ...]:
    """Find every mention; names, groups and things do not overlap one another, values stand beside them."""
    taken = Taken([place.span for place in places])
    found = [Mention(p.span, MentionType.PLACE, p.span) for p in places]
    found += [Mention(t.span, MentionType.TIME, t.span) for t in times]
    found += [Mention(q.span, _value_type(q), q.of or q.span, q.actor_class) for q in quantities]
    for sentence in page.sentences:
        if pack := packs.get(sentence.language):
            found += _named(sentence, pack, taken)
            found += _nouns(sentence, pack, taken)
    return layer(_by_surname(page, found))


def _by_surname(page: Page, found: Sequence[Mention]) -> Iterator[Mention]:
    """Call a lone name a person's where the document has it as the last word of one."""
    surnames = {m.head.of(page.view) for m in found if m.type is MentionType.PERSON and m.head != m.span}
    for mention in found:
        person = (
            mention.type is MentionType.ORG and mention.head == mention.span and mention.span.of(page.view) in surnames
        )
        yield replace(mention, type=MentionType.PERSON) if person else mention


def _value_type(quantity: Quantity) -> MentionType:
    unit = quantity.unit or ""
    return MentionType.MONEY if unit.isupper() and len(unit) == 3 else MentionType.QUANTITY


class Taken:
    """Spans already given to a mention, in order; asks quickly whether another would overlap."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Start from spans that do not overlap one another."""
        self._spans = sorted(spans)

    def free(self, span: Span) -> bool:
        """Tell whether a span overlaps none of those taken."""
        at = bisect_right(self._spans, Span(span.start, span.start + 1))
        return all(s.end <= span.start or span.end <= s.start for s in self._spans[max(0, at - 1) : at + 1])

    def take(self, span: Span) -> None:
        """Add a span."""
        self._spans.insert(bisect_right(self._spans, span), span)


def _named(sentence: Sentence, pack: Pack, taken: Taken) -> Iterator[Mention]:
    """Yield persons and bodies that have names."""
    words = mention_words(pack)
    for run in name_runs(sentence):
        for first, last, kind in _parts(run, words):
            tokens = sentence.tokens[first:last]
            span = Span(tokens[0].start, tokens[-1].end)
            if taken.free(span):
                taken.take(span)
                yield Mention(span, kind, tokens[-1].span, actor_class(sentence, tokens[-1], pack))


def _parts(run: Run, words: MentionWords) -> Iterator[tuple[int, int, MentionType]]:
    """Cut a capitalised run into a body's and persons' names; `first` and `last` are token indexes."""
    tokens = run.sentence.tokens
    first, last = run.first, run.last
    while first < last and tokens[first].text in words.demonyms:
        first += 1
    if first == last:
        return
    if _is_body(tokens[first:last], words):
        yield run.first if run.first == first else first, last, MentionType.ORG
        return
    start = _after_title(tokens, first, last, words)
    if start == last and last - first > 1:
        yield first, last, MentionType.PERSON
    elif start < last and (start > first or _is_person(tokens[start:last], words)):
        yield start, last, MentionType.PERSON
    elif any(t.entity == "ORG" for t in tokens[first:last]) and _proper(tokens[first:last]):
        yield first, last, MentionType.ORG


LONGEST_NAME = 15  # words; what is longer is no name, however it is capitalised


def _proper(tokens: Sequence[Token]) -> bool:
    return any(t.pos == "PROPN" and len(t.text) > 1 for t in tokens)


def _atoms(tokens: Sequence[Token]) -> list[Atom]:
    return [
        Atom(t.start, t.end, t.text, t.text.lower().rstrip(".") if len(t.text) > 2 else t.text.lower()) for t in tokens
    ]


def _is_body(tokens: Sequence[Token], words: MentionWords) -> bool:
    lower = [t.text.lower() for t in tokens]
    atoms = _whole_words(tokens) if len(tokens) <= LONGEST_NAME else []
    if any(words.known_bodies.at(atoms, i) for i in range(len(atoms))):
        return True
    return lower[-1] in words.bodies and (len(tokens) > 1 or tokens[-1].entity == "ORG")


def _whole_words(tokens: Sequence[Token]) -> list[Atom]:
    """Return the atoms of tokens as the phrase tables cut them ("al-Jazeera" is three)."""
    return [atom for token in tokens for atom in atomize(token.text, token.start)]


def _after_title(tokens: Sequence[Token], first: int, last: int, words: MentionWords) -> int:
    """Return the index of the first word of the name after titles, `first` when there is none."""
    at = first
    while at < last and (
        tokens[at].text.lower().rstrip(".") in words.persons or tokens[at].text.lower().rstrip(".") in words.ranks
    ):
        at += 1
    titled = any(tokens[i].text.lower().rstrip(".") in words.persons for i in range(first, at))
    if (
        not titled
        and first > 0
        and tokens[first - 1].text.lower().rstrip(".") in words.persons
        and is_name(tokens[first])
    ):
        return first
    return at if titled else first


def _is_person(tokens: Sequence[Token], words: MentionWords) -> bool:
    if tokens[0].entity == "PERSON" or tokens[-1].entity == "PERSON":
        return all(t.text.lower() not in words.groups for t in tokens)
    before = tokens[0].text.lower()
    return before in ("abu", "umm") and len(tokens) > 1


def _nouns(sentence: Sentence, pack: Pack, taken: Taken) -> Iterator[Mention]:
    """Yield groups, common bodies, weapons and vehicles by their nouns."""
    words, index = mention_words(pack), 0
    atoms = [
        Atom(t.start, t.end, t.text, t.lemma.lower() if sentence.parsed else t.text.lower()) for t in sentence.tokens
    ]
    plain = _atoms(sentence.tokens)
    while index < len(atoms):
        kind, end = _kind(sentence, atoms, plain, index, words)
        if kind is None:
            index += 1
            continue
        head = sentence.tokens[end - 1]
        span = Span(_start(sentence, index), head.end)
        if taken.free(span):
            taken.take(span)
            yield Mention(span, kind, head.span, actor_class(sentence, head, pack))
        index = end


def _kind(
    sentence: Sentence, atoms: Sequence[Atom], plain: Sequence[Atom], index: int, words: MentionWords
) -> tuple[MentionType | None, int]:
    token = sentence.tokens[index]
    if sentence.parsed and token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None, index
    for kind, phrases in _things(words):
        found = phrases.at(atoms, index) or phrases.at(plain, index)
        if found and (not sentence.parsed or sentence.tokens[found[1] - 1].pos in ("NOUN", "PROPN")):
            return (kind, found[1]) if not _modifies(sentence, sentence.tokens[found[1] - 1]) else (None, index)
    group = atoms[index].lower in words.groups or token.entity in _PEOPLES or token.text in words.demonyms
    if group and not _modifies(sentence, token) and (token.tag in ("NNS", "NNPS", "NN", "NNP") or not sentence.parsed):
        several = token.tag in ("NNS", "NNPS") or not sentence.parsed or _collective(token)
        return (MentionType.GROUP if several else None), index + 1
    return None, index


def _things(words: MentionWords) -> tuple[tuple[MentionType, Phrases[None]], ...]:
    return (
        (MentionType.ORG, words.common_bodies),
        (MentionType.WEAPON, words.weapons),
        (MentionType.VEHICLE, words.vehicles),
    )


def _collective(token: Token) -> bool:
    """Tell whether a singular group noun is several people ("people", "a crowd", "security personnel")."""
    return token.lemma.lower() == token.text.lower() and token.text.lower() in (
        "people", "crowd", "opposition", "personnel", "population", "community", "minority", "gang", "militia",
    )  # fmt: skip


def _modifies(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun only modifies another ("tank crew", "army base")."""
    return sentence.parsed and token.dep in ("compound", "amod", "nmod") and sentence.head(token).index > token.index


def _start(sentence: Sentence, first: int) -> int:
    """Return where the phrase begins: with the adjectives and compounds right before its noun."""
    start = sentence.tokens[first].start
    if not sentence.parsed:
        return start
    at = first - 1
    while at >= 0 and sentence.tokens[at].dep in _MODIFIERS and sentence.tokens[at].pos in ("ADJ", "NOUN", "PROPN"):
        if sentence.tokens[at].head < first - 6 or sentence.tokens[at].dep == "poss":
            break
        start = sentence.tokens[at].start
        at -= 1
    return start
