"""Say-so chains: on whose say-so a statement stands, from the report back to the first voice the texts tell of.

*The Herald ← Lumen Press ← a witness.* A medium that a witness told something stands between the report and the witness.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from sayso.link.corpus import Corpus
from sayso.link.newsrooms import newsroom_key, newsrooms
from sayso.link.voices import Voices
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.terms import words_of
from sayso.model.annotations import TimeExpr
from sayso.model.reading import Reading
from sayso.model.reconstruction import ReportDate, SaySo, SaySoLink, Voice, VoiceKind
from sayso.model.reports import Report
from sayso.model.statements import Backing, Link, Statement
from sayso.model.text import Anchor, Span, overlaps
from sayso.values.when import resolve

__all__ = ["resolve_chains"]

THIS_PAGE = "this page"
NEAR = 30  # characters between a cue and the time it was said at
_STOP = re.compile(r"[.,;:!?\n\"“”«»]")


def resolve_chains(corpus: Corpus, voices: Voices, dates: tuple[ReportDate, ...]) -> tuple[SaySo, ...]:
    """Resolve the chain of every statement, sorted by statement id."""
    chains = _Chains(corpus, voices, dates)
    return tuple(chains.of(corpus.statements[key]) for key in sorted(corpus.statements))


class _Chains:
    """What resolving a chain needs of the corpus, looked up once."""

    def __init__(self, corpus: Corpus, voices: Voices, dates: tuple[ReportDate, ...]) -> None:
        self.corpus, self.voices = corpus, voices
        self.by_id = voices.by_id()
        self.dates = {d.report: d for d in dates}
        self.newsrooms = newsrooms(corpus)

    def of(self, statement: Statement) -> SaySo:
        """Return the chain of one statement."""
        report = self.corpus.reports[statement.report]
        chain = [SaySoLink(label=self._outlet(report), report=report.id)]
        for link in statement.chain:
            if link.report is None:
                chain += [
                    x for x in self._links(link, report, statement) if not x.voices or x.voices != chain[-1].voices
                ]
        earliest, latest = self._said(statement)
        return SaySo(statement.id, tuple(chain), earliest, latest, statement.about)

    def _outlet(self, report: Report) -> str:
        """Name the report's outlet and agency; a page that tells neither is called by its document's name."""
        told = [s.value for s in (report.outlet, report.agency) if s]
        parts = list(dict.fromkeys(told))
        return " ← ".join(parts) or self.corpus.documents[report.document].name or THIS_PAGE

    def _links(self, link: Link, report: Report, statement: Statement) -> list[SaySoLink]:
        medium = self.corpus.words(Anchor(report.document, link.medium)) if link.medium else None
        medium = medium or self._reached_by(link, report)
        found: list[SaySoLink] = []
        relayer = self._relayer(link, report)
        if relayer:
            found.append(SaySoLink((relayer.id,), relayer.label))
        spoken = tuple(dict.fromkeys(v for span in link.sources for v in self.voices.at(Anchor(report.document, span))))
        labels = [self.by_id[v].label for v in spoken]
        if not labels:
            return (
                [*found, SaySoLink(label="nobody named", medium=medium)]
                if statement.backing is Backing.ATTRIBUTED
                else found
            )
        return [*found, SaySoLink(spoken, _joined(labels), medium=medium)]

    def _reached_by(self, link: Link, report: Report) -> str | None:
        """Return by what medium the source's own words say it was reached ("a baker reached by telephone")."""
        text = self.corpus.documents[report.document].text
        found = (medium_in(text, span, lexicon(report.language)) for span in link.sources)
        return next((medium for medium in found if medium), None)

    def _relayer(self, link: Link, report: Report) -> Voice | None:
        """Return the medium a source told it to, unless that is the report's own newsroom."""
        told = self.voices.at(Anchor(report.document, link.addressee)) if link.addressee else ()
        voice = self.by_id.get(told[0]) if told else None
        if voice is None or voice.kind is not VoiceKind.MEDIUM:
            return None
        return None if newsroom_key(voice.label) == self.newsrooms.get(report.id) else voice

    def _said(self, statement: Statement) -> tuple[date | None, date | None]:
        """Bound when it was said: the day told beside the cue ("said Tuesday"), else never after the report."""
        if statement.backing is Backing.OWN_VOICE:
            return None, None
        known = self.dates.get(statement.report)
        latest = known.latest if known else None
        told = self._told_day(statement, known)
        if told and (latest is None or told[0] <= latest):
            return told[0], min(told[1], latest) if latest else told[1]
        return None, latest

    def _told_day(self, statement: Statement, known: ReportDate | None) -> tuple[date, date] | None:
        """Return the days of a time that follows the cue and is no part of what was said."""
        link = statement.chain[-1] if statement.chain else None
        if link is None or link.cue is None:
            return None
        reading = self.corpus.documents[self.corpus.document_of[statement.id]]
        time = _beside(reading, link.cue, self._content(statement))
        if time is None:
            return None
        if time.earliest and time.latest:
            return time.earliest, time.latest
        return resolve(time.when, known.earliest, known.latest) if known and known.earliest and known.latest else None

    def _content(self, statement: Statement) -> tuple[Span, ...]:
        attribution = self.corpus.attributions.get(statement.attribution or "")
        return attribution.content if attribution else statement.spans


def _beside(reading: Reading, cue: Span, content: tuple[Span, ...]) -> TimeExpr | None:
    """Return the time expression that stands right after a cue, outside the words said ("said in a statement on Tuesday")."""
    times = reading.times
    for time in times[bisect_left(times, cue.end, key=lambda t: t.span.start) :]:
        between = reading.text[cue.end : time.span.start]
        if len(between) > NEAR or _STOP.search(between):
            return None
        if not any(overlaps(span, time.span) or cue.end <= span.start < time.span.start for span in content):
            return time
    return None


def medium_in(text: str, span: Span, lex: Lexicon) -> str | None:
    """Return the words of a source that name a medium with their preposition ("by telephone"), None for none."""
    words = words_of(text, span.start, span.end)
    for i, word in enumerate(words):
        if lex.has("reached", word.low):
            opens = [k for k in range(max(0, i - 3), i) if lex.has("by_medium", words[k].low)]
            if opens:
                return text[words[opens[-1]].start : word.end]
    return None


def _joined(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
