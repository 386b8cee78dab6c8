"""Statements as short quotes with their voice and place, found by id in one case."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.reading import Reading
from sayso.model.reconstruction import SaySo, SaySoLink, Voice
from sayso.model.reports import Report
from sayso.model.statements import Backing, Statement
from sayso.model.text import Anchor, Span
from sayso.present.case import Case

__all__ = ["CaseIndex", "QuoteView", "gather", "shorten"]

CONTEXT = 70  # characters of the rest of a sentence on either side
OWN_VOICE = "the report itself"
NOBODY = "nobody is named"
UNNAMED_OUTLET = "outlet not named"
ARROW = " ← "
MEDIUM = 60  # characters of a medium's words that are shown


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The words of a statement with the place they stand; `line` counts from 1, `words` are shortened to one line.

    `before` and `after` are the rest of its sentence, so that a clause can be understood; empty where it needs none.
    `chain` is the say-so chain on one line, the outlet first, the first voice with the medium last.
    """

    statement: str
    before: str
    words: str
    after: str
    voice: str
    document: str
    line: int
    polarity: str
    certainty: str
    backing: str
    chain: str = ""


def shorten(words: str, limit: int = 160) -> str:
    """Return `words` on one line; where they are longer than `limit`, cut at a word and marked with an ellipsis."""
    flat = re.sub(r"\s+", " ", words).strip()
    if len(flat) <= limit:
        return flat
    cut = flat[:limit]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + " …"


def gather(quotes: Iterable[QuoteView]) -> tuple[tuple[QuoteView, tuple[str, ...]], ...]:
    """Bring the same words of the same voice label together: the first quote of each, and every place they stand.

    A clause that stands in full in the line shown for another of its sentence is not shown again.
    """
    places: dict[tuple[str, ...], list[str]] = {}
    firsts: dict[tuple[str, ...], QuoteView] = {}
    for quote in quotes:
        key = (quote.voice, quote.words, quote.polarity, quote.certainty)
        if key not in firsts and any(_holds(other, quote) for other in firsts.values()):
            continue
        firsts.setdefault(key, quote)
        places.setdefault(key, []).append(f"{quote.document}:{quote.line}")
    return tuple((firsts[key], tuple(dict.fromkeys(places[key]))) for key in firsts)


def _holds(shown: QuoteView, quote: QuoteView) -> bool:
    """Tell whether the line shown for one statement holds all words of another of the same voice, place and stance."""
    same = (shown.voice, shown.document, shown.line, shown.polarity, shown.certainty) == (
        quote.voice,
        quote.document,
        quote.line,
        quote.polarity,
        quote.certainty,
    )
    return same and quote.words in f"{shown.before} {shown.words} {shown.after}"


class CaseIndex:
    """Looks up readings, reports, statements, voices and chains of a case by id."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.readings: dict[str, Reading] = {reading.document: reading for reading in case.readings}
        self.reports: dict[str, Report] = {report.id: report for reading in case.readings for report in reading.reports}
        self.voices: dict[str, Voice] = {voice.id: voice for voice in case.reconstruction.voices}
        self.say_so: dict[str, SaySo] = {say_so.statement: say_so for say_so in case.reconstruction.say_so}
        self._placed = {
            statement.id: (statement, reading) for reading in case.readings for statement in reading.statements
        }

    def statement(self, statement_id: str) -> tuple[Statement, Reading] | None:
        """Return a statement with the reading it stands in."""
        return self._placed.get(statement_id)

    def place(self, document: str, span: Span) -> str:
        """Return where a span stands as a reader would look it up: `name:line`."""
        reading = self.readings.get(document)
        return f"{reading.name}:{_line(reading.text, span)}" if reading else document

    def words(self, anchor: Anchor) -> str:
        """Return the words at an anchor, shortened."""
        reading = self.readings.get(anchor.document)
        return shorten(anchor.span.of(reading.text)) if reading else ""

    def voice_label(self, voice_id: str) -> str:
        """Return a voice's label, a protected one's never."""
        voice = self.voices.get(voice_id)
        if voice is None:
            return voice_id
        return "a protected voice" if voice.protected else voice.label

    def first_voice(self, statement: Statement) -> str:
        """Return who is behind a statement: the last link of its chain, or that the report itself is."""
        if statement.backing is not Backing.ATTRIBUTED:
            return OWN_VOICE if statement.backing is Backing.OWN_VOICE else "taken for granted"
        say_so = self.say_so.get(statement.id)
        last = say_so.chain[-1] if say_so and say_so.chain else None
        return " and ".join(map(self.voice_label, last.voices)) if last and last.voices else NOBODY

    def chain(self, statement: Statement) -> tuple[str, ...]:
        """Return the say-so chain in words, the report first, the first voice last."""
        say_so = self.say_so.get(statement.id)
        return tuple(self.link_words(link) for link in say_so.chain) if say_so else ()

    def link_words(self, link: SaySoLink) -> str:
        """Return one link of a chain in words: who, and by what medium ("a witness by telephone")."""
        label = " and ".join(map(self.voice_label, link.voices)) or link.label or UNNAMED_OUTLET
        medium = shorten(link.medium or "", MEDIUM)
        return f"{label} {medium}" if medium and medium.casefold() not in label.casefold() else label

    def chain_line(self, statement: Statement) -> str:
        """Return the say-so chain on one line ("The Herald ← Lumen Press ← a witness by telephone")."""
        return ARROW.join(self.chain(statement))

    def quote(self, statement_id: str) -> QuoteView | None:
        """Return a statement as a quote, None when there is no such statement."""
        found = self._placed.get(statement_id)
        if found is None:
            return None
        statement, reading = found
        before, after = _context(reading, statement)
        return QuoteView(
            statement=statement.id,
            before=before,
            words=shorten(" … ".join(span.of(reading.text) for span in statement.spans)),
            after=after,
            voice=self.first_voice(statement),
            document=reading.name,
            line=_line(reading.text, statement.span),
            polarity=statement.polarity,
            certainty=statement.certainty,
            backing=statement.backing,
            chain=self.chain_line(statement),
        )

    def labels(self, voice_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the labels of voices; where several voices have the same one, how many they are."""
        counted = Counter(map(self.voice_label, voice_ids))
        return tuple(label if count == 1 else f"{label} ({count} voices)" for label, count in counted.items())

    def quotes(self, statement_ids: tuple[str, ...]) -> tuple[QuoteView, ...]:
        """Return statements as quotes, in the order given."""
        return tuple(quote for statement_id in statement_ids if (quote := self.quote(statement_id)))


def _context(reading: Reading, statement: Statement) -> tuple[str, str]:
    """Return what stands before and after a statement in its sentence, shortened on the far side."""
    own = statement.span
    at = bisect_right(reading.sentences, own.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or reading.sentences[at].end < own.end:
        return "", ""
    sentence = reading.sentences[at]
    before, after = reading.text[sentence.start : own.start], reading.text[own.end : sentence.end]
    return _shorten_start(before, CONTEXT), shorten(after, CONTEXT)


def _shorten_start(words: str, limit: int) -> str:
    """As `shorten`, but cut at the beginning."""
    flat = re.sub(r"\s+", " ", words).strip()
    if len(flat) <= limit:
        return flat
    cut = flat[-limit:]
    return "… " + (cut.partition(" ")[2] or cut)


def _line(text: str, span: Span) -> int:
    return text.count("\n", 0, span.start) + 1
