"""Single victims: persons that a text names, or describes as one, as killed, wounded, missing or arrested."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from sayso.annotate.mentions.singles import single_victims
from sayso.annotate.mentions.words import MentionWords, mention_words
from sayso.annotate.quantities.words import quantity_words
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Fact, Mention, MentionType, Person, SlotName
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, layer, overlaps

__all__ = ["find_persons"]

_FATES = {"kill": "killed", "wound": "wounded", "arrest": "detained"}
_AGE = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b|, (?:aged )?(\d{1,3})(?=[,.;)])|\((\d{1,3})\)")
_SINGLE = frozenset({"NN", "NNP"})
BESIDE = 32
"""How far around a victim's words, in characters, an age belongs to them."""


def find_persons(
    page: Page, packs: Mapping[str, Pack], mentions: tuple[Mention, ...], events: tuple[EventMention, ...]
) -> tuple[Person, ...]:
    """Find the targets of harm that are one person: a name, or a singular noun for a person."""
    names = [m for m in mentions if m.type is MentionType.PERSON]
    sentences = _Sentences(page)
    found: dict[Span, Person] = {}
    for event in events:
        fate = _FATES.get(event.kind)
        if fate is None or event.fact is not Fact.HAPPENED:
            continue
        for slot in event.fillers(SlotName.TARGET):
            sentence = sentences.at(slot.span.start) if slot.span else None
            pack = packs.get(sentence.language) if sentence else None
            if (
                slot.span
                and sentence
                and pack
                and (person := _victim(page, slot.span, sentence, mention_words(pack), names, fate))
            ):
                found.setdefault(person.span, person)
    for person in _by_their_words(page, packs):
        if not any(overlaps(person.span, span) for span in found):
            found[person.span] = person
    return layer(found.values())


def _by_their_words(page: Page, packs: Mapping[str, Pack]) -> Iterator[Person]:
    """Find those told by a noun of their own in a phrase that names others too ("five women and a child")."""
    for sentence in page.sentences:
        pack = packs.get(sentence.language)
        if pack is None:
            continue
        words = mention_words(pack)
        for span, noun, act in single_victims(sentence, words, quantity_words(pack)):
            kinds = {t.lemma.lower() for t in sentence.tokens_in(span)} | {noun.text.lower()}
            person = derived_id("person", page.document.id, (span,))
            yield Person(person, span, (), _age(page, span), _sex(kinds, words), _status(kinds, words), act)


class _Sentences:
    """Sentences of a page by offset."""

    def __init__(self, page: Page) -> None:
        self._sentences = page.sentences
        self._starts = [s.span.start for s in page.sentences]

    def at(self, offset: int) -> Sentence | None:
        index = bisect_right(self._starts, offset) - 1
        return self._sentences[index] if index >= 0 and offset < self._sentences[index].span.end else None


def _victim(
    page: Page, span: Span, sentence: Sentence, words: MentionWords, names: list[Mention], fate: str
) -> Person | None:
    tokens = sentence.tokens_in(span)
    named = tuple(m.span for m in names if overlaps(m.span, span))
    head = next(
        (t for t in tokens if t.lemma.lower() in words.single_victims and (t.tag in _SINGLE or not sentence.parsed)),
        None,
    )
    if (not named and head is None) or (head is not None and _counts_more(sentence, span, head)):
        return None
    kinds = {t.lemma.lower() for t in tokens} | {t.text.lower() for t in tokens}
    return Person(
        derived_id("person", page.document.id, (span,)),
        span,
        named,
        _age(page, span),
        _sex(kinds, words),
        _status(kinds, words),
        fate,
    )


def _counts_more(sentence: Sentence, span: Span, head: Token) -> bool:
    """Tell whether the phrase counts others before its singular noun ("12 people, including a child")."""
    return any(t.tag in ("NNS", "NNPS") for t in sentence.tokens_in(span) if t.index < head.index)


def _age(page: Page, span: Span) -> int | None:
    match = _AGE.search(page.view, span.start, min(len(page.view), span.end + BESIDE))
    if match is None or match.start() > span.end + 2:
        return None
    age = int(next(group for group in match.groups() if group))
    return age if age <= 110 else None


def _sex(kinds: set[str], words: MentionWords) -> str | None:
    if kinds & words.female:
        return "female"
    return "male" if kinds & words.male else None


def _status(kinds: set[str], words: MentionWords) -> str:
    if kinds & words.minors:
        return "child"
    if kinds & words.combatants:
        return "combatant"
    return (
        "civilian" if kinds & words.single_victims - words.minors - words.combatants - {"man", "woman"} else "unknown"
    )
