"""Say-so chains: on whose say-so a statement stands, from the report back to the first voice the texts tell of.

*The Herald ← Lumen Press ← a witness.* A medium that a witness told something stands between the report and the witness.
"""

from __future__ import annotations

from datetime import date

from sayso.link.corpus import Corpus
from sayso.link.newsrooms import newsroom_key, newsrooms
from sayso.link.voices import Voices
from sayso.model.reconstruction import ReportDate, SaySo, SaySoLink, Voice, VoiceKind
from sayso.model.reports import Report
from sayso.model.statements import Backing, Link, Statement
from sayso.model.text import Anchor

__all__ = ["resolve_chains"]

THIS_PAGE = "this page"


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

    def _relayer(self, link: Link, report: Report) -> Voice | None:
        """Return the medium a source told it to, unless that is the report's own newsroom."""
        told = self.voices.at(Anchor(report.document, link.addressee)) if link.addressee else ()
        voice = self.by_id.get(told[0]) if told else None
        if voice is None or voice.kind is not VoiceKind.MEDIUM:
            return None
        return None if newsroom_key(voice.label) == self.newsrooms.get(report.id) else voice

    def _said(self, statement: Statement) -> tuple[date | None, date | None]:
        """Bound when it was said: never after the report; the report's own days where nothing narrower is known."""
        if statement.backing is Backing.OWN_VOICE:
            return None, None
        known = self.dates.get(statement.report)
        return (None, known.latest) if known else (None, None)


def _joined(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
