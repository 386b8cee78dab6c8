"""What the case knows, indexed for the drafting of questions: whose words a statement is, when it was said, what it tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sayso.lang.packs import Pack, load_packs
from sayso.link.corpus import Corpus
from sayso.link.counts import Counter
from sayso.link.judgements import Decisions
from sayso.link.lineage.upon import DriftUpon
from sayso.link.origins import Origins
from sayso.link.voices import Voices
from sayso.model.annotations import EventMention, Fact, MentionType, SlotName
from sayso.model.reading import Reading
from sayso.model.reconstruction import Event, Lineage, ReportDate, ResolvedTime, SaySo, Voice
from sayso.model.statements import Backing, Polarity, Statement
from sayso.model.text import Anchor, Span, covers

__all__ = ["Evidence", "Telling"]

AGAINST = frozenset({Polarity.DENIES, Polarity.DOUBTS})
NEAR = 40  # statements on either side that count as standing near; keeps a page of thousands cheap
OPEN = frozenset({Polarity.DOUBTS, Polarity.ASKS})
PRESENCE = "presence"
SILENT = frozenset({Polarity.ASKS, Polarity.WANTS, Polarity.REFUSES_TO_SAY})


@dataclass(frozen=True, slots=True)
class Telling:
    """One event mention in the mouth of its statement: who tells what happened, and whether they affirm or deny it."""

    mention: EventMention
    statement: Statement
    denies: bool
    asserts: bool


@dataclass(frozen=True)
class Evidence:
    """The inputs of reconcile, with the look-ups every draft needs."""

    corpus: Corpus
    decisions: Decisions
    voices: Voices
    events: tuple[Event, ...]
    origins: Origins
    say_so: Mapping[str, SaySo] = field(repr=False)
    dates: Mapping[str, ReportDate] = field(repr=False)
    lineage: tuple[Lineage, ...] = field(repr=False)
    resolved: Mapping[str, ResolvedTime] = field(default_factory=dict, repr=False)

    @cached_property
    def packs(self) -> Mapping[str, Pack]:
        """The language packs."""
        return load_packs()

    @cached_property
    def voice_by_id(self) -> Mapping[str, Voice]:
        """All voices by id."""
        return {voice.id: voice for voice in self.voices.voices}

    @cached_property
    def counter(self) -> Counter:
        """The one count of what stands behind statements."""
        return Counter(self.corpus, self.say_so, self.origins, self.lineage)

    @cached_property
    def drift_upon(self) -> DriftUpon:
        """What changed on the way, by the statements it bears upon."""
        return DriftUpon(self.corpus, self.lineage)

    @cached_property
    def denials_of(self) -> Mapping[str, tuple[str, ...]]:
        """Statement id → attributed statements that deny it as a claim ("the claim that … is false")."""
        found: dict[str, list[str]] = {}
        for statement in self.corpus.statements.values():
            if statement.about and statement.polarity in AGAINST and statement.backing is Backing.ATTRIBUTED:
                found.setdefault(statement.about, []).append(statement.id)
        return {about: tuple(sorted(ids)) for about, ids in found.items()}

    def first_voices(self, statement: str) -> tuple[str, ...]:
        """Return the ids of the voices at the far end of a statement's chain; none for a report's own words."""
        say_so = self.say_so.get(statement)
        return say_so.chain[-1].voices if say_so and say_so.chain else ()

    def voices_of(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Return the first voices of several statements, each once, in order of id."""
        return tuple(sorted({voice for s in statements for voice in self.first_voices(s)}))

    def said(self, statements: Iterable[str]) -> tuple[date | None, date | None]:
        """Return the first and last day on which any of the statements may have been made."""
        known = [self.say_so[s] for s in statements if s in self.say_so]
        first = [x.said_earliest for x in known if x.said_earliest]
        last = [x.said_latest for x in known if x.said_latest]
        return min(first, default=None), max(last, default=None)

    def days(self, mention: EventMention) -> tuple[tuple[date, date], ...]:
        """Return the days that an event mention names, as far as they are known, in text order."""
        found = []
        for slot in mention.fillers(SlotName.TIME):
            time, case = self.corpus.times.get(slot.ref or ""), self.resolved.get(slot.ref or "")
            if time and time.earliest and time.latest:
                found.append((time.earliest, time.latest))
            elif case:
                found.append((case.earliest, case.latest))
        return tuple(found)

    def last_day(self, statement: str) -> date | None:
        """Return the last day that the event mentions of a statement name, where they name one."""
        days = (d for mention in self.corpus.statements[statement].mentions for d in self.days(mention))
        return max((last for _, last in days), default=None)

    def tellings(self, event: Event) -> tuple[Telling, ...]:
        """Return an event's mentions with what their statements do with them, in text order; what is asked or doubted
        ("it was unclear whether …") neither tells nor denies."""
        found = (self._telling(self.corpus.mentions[m]) for m in event.mentions)
        return tuple(t for t in found if t.statement.polarity not in OPEN)

    def _telling(self, mention: EventMention) -> Telling:
        statement = self.corpus.statements[self.corpus.statement_of[mention.id]]
        against = statement.polarity in AGAINST
        denies = (mention.fact is Fact.DENIED and not against) or (mention.fact is Fact.HAPPENED and against)
        taken = statement.backing is Backing.PRESUPPOSED or statement.polarity in SILENT
        return Telling(mention, statement, denies, not denies and not taken)

    @cached_property
    def absent_of(self) -> Mapping[str, tuple[Telling, ...]]:
        """Report id → what its statements say there was none of: "there was no gang"."""
        found: dict[str, list[Telling]] = {}
        for mention in self.corpus.mentions.values():
            if mention.kind == PRESENCE and mention.fact is Fact.DENIED:
                telling = self._telling(mention)
                found.setdefault(telling.statement.report, []).append(telling)
        return {report: tuple(tellings) for report, tellings in found.items()}

    def holder(self, telling: Telling, span: Span) -> Statement:
        """Return the statement that a slot's words stand in: the event's own, or another clause of the same mouth."""
        mine = telling.statement
        if any(covers(part, Span(span.start, span.start + 1)) for part in mine.spans):
            return mine
        reading = self.corpus.documents[self.corpus.document_of[mine.id]]
        found = [
            s
            for s in self.beside(reading, mine)
            if s.attribution == mine.attribution
            and any(covers(part, Span(span.start, span.start + 1)) for part in s.spans)
        ]
        return min(found, key=lambda s: (len(s.span), s.id), default=mine)

    def is_counted(self, telling: Telling, span: Span) -> bool:
        """Tell whether a figure stands in the words of a slot."""
        reading = self.corpus.documents[self.corpus.document_of[telling.statement.id]]
        at = bisect_left(reading.quantities, span.start, key=lambda q: q.span.start)
        return at < len(reading.quantities) and covers(span, reading.quantities[at].span)

    def names_a_body(self, telling: Telling, span: Span) -> bool:
        """Tell whether the words of a slot end in the name of an organisation."""
        reading = self.corpus.documents[self.corpus.document_of[telling.statement.id]]
        at = bisect_left(reading.mentions, span.start, key=lambda m: m.span.start)
        near = reading.mentions[at : at + 6]
        return any(m.type is MentionType.ORG and covers(span, m.span) and m.span.end == span.end for m in near)

    def beside(self, reading: Reading, statement: Statement) -> tuple[Statement, ...]:
        """Return the statements that stand near one in its document, itself among them, in text order."""
        at = bisect_left(reading.statements, statement.span, key=lambda s: s.span)
        return reading.statements[max(0, at - NEAR) : at + NEAR]

    def sentences(self, statement: Statement) -> tuple[Span, ...]:
        """Return the sentences that a statement's words stand in, in text order."""
        spans = self.corpus.documents[self.corpus.document_of[statement.id]].sentences
        found = set()
        for part in statement.spans:
            at = max(0, bisect_right(spans, part.start, key=lambda s: s.start) - 1)
            while at < len(spans) and spans[at].start < part.end:
                found.add(spans[at])
                at += 1
        return tuple(sorted(found))

    def words(self, statement: Statement) -> str:
        """Return a statement's words as they stand, parts joined by an ellipsis."""
        text = self.corpus.documents[self.corpus.document_of[statement.id]].text
        return " … ".join(span.of(text) for span in statement.spans)

    def text_of(self, record_id: str) -> str:
        """Return the text of the document that holds a record."""
        return self.corpus.documents[self.corpus.document_of[record_id]].text

    def anchor(self, statement: Statement) -> Anchor:
        """Return the hull of a statement as an anchor."""
        return self.corpus.anchor(statement.id, statement.span)

    def is_attributed(self, statement: Statement) -> bool:
        """Tell whether somebody other than the report itself stands behind a statement."""
        return statement.backing is Backing.ATTRIBUTED
