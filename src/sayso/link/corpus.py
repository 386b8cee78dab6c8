"""A corpus: readings indexed by what the linking steps ask for. Built once, never changed; order of readings is immaterial."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.model.annotations import Attribution, EventMention, Place, Quantity, TimeExpr
from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.statements import Statement
from sayso.model.text import Anchor, Span

__all__ = ["Corpus"]


@dataclass(frozen=True)
class Corpus:
    """All readings, sorted by document id, with records by id. `document_of` maps any record's id to its document."""

    readings: tuple[Reading, ...]
    documents: Mapping[str, Reading] = field(repr=False)
    reports: Mapping[str, Report] = field(repr=False)
    statements: Mapping[str, Statement] = field(repr=False)
    attributions: Mapping[str, Attribution] = field(repr=False)
    mentions: Mapping[str, EventMention] = field(repr=False)
    statement_of: Mapping[str, str] = field(repr=False)
    quantities: Mapping[str, Quantity] = field(repr=False)
    times: Mapping[str, TimeExpr] = field(repr=False)
    places: Mapping[str, Place] = field(repr=False)
    document_of: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Corpus:
        """Index readings; a document given twice counts once."""
        unique = {reading.document: reading for reading in readings}
        ordered = tuple(unique[key] for key in sorted(unique))
        where: dict[str, str] = {}
        for r in ordered:
            events = (m for s in r.statements for m in s.mentions)
            for items in (r.reports, r.statements, r.attributions, r.quantities, r.times, r.places, events):
                where.update((item.id, r.document) for item in items)
        return cls(
            readings=ordered,
            documents={r.document: r for r in ordered},
            reports={x.id: x for r in ordered for x in r.reports},
            statements={x.id: x for r in ordered for x in r.statements},
            attributions={x.id: x for r in ordered for x in r.attributions},
            mentions={m.id: m for r in ordered for s in r.statements for m in s.mentions},
            statement_of={m.id: s.id for r in ordered for s in r.statements for m in s.mentions},
            quantities={x.id: x for r in ordered for x in r.quantities},
            times={x.id: x for r in ordered for x in r.times},
            places={x.id: x for r in ordered for x in r.places},
            document_of=where,
        )

    def anchor(self, record_id: str, span: Span) -> Anchor:
        """Return the anchor of a span in the document that holds the record."""
        return Anchor(self.document_of[record_id], span)

    def words(self, anchor: Anchor) -> str:
        """Return the words an anchor points to."""
        return anchor.span.of(self.documents[anchor.document].text)
