"""What changed on the way to or from the passages an answer draws on, in lines: the change, then both passages."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.reconstruction import Answer, Direction
from sayso.model.text import Anchor, covers
from sayso.present.drifts import Changed, changes_of, said_of
from sayso.present.terminal.quotes import CaseIndex, shorten

__all__ = ["changed_lines"]

PASSAGE, AROUND = (
    240,
    90,
)  # characters of a passage that are shown, and on either side of the changed words of a longer one


def changed_lines(index: CaseIndex, answers: Iterable[Answer]) -> tuple[str, ...]:
    """Say what changed on the way, the gravest first: "on the way from A to B the hedge was dropped: “…” → “…”"."""
    lineage = {link.id: link for link in index.case.reconstruction.lineage}
    return tuple(dict.fromkeys(_line(index, change) for change in changes_of(answers, lineage)))


def _line(index: CaseIndex, change: Changed) -> str:
    link, drift = change.link, change.drift
    arrow = "→" if link.direction is Direction.KNOWN else "/"
    before, after = _passage(index, drift.source, link.source), _passage(index, drift.target, link.target)
    said = said_of(change, _name(index, link.source_report), _name(index, link.target_report))
    places = f"{index.place(drift.source.document, drift.source.span)} {arrow} "
    places += index.place(drift.target.document, drift.target.span)
    return f"{said}: “{before}” {arrow} “{after}” ({places})"


def _passage(index: CaseIndex, changed: Anchor, passage: Anchor) -> str:
    """Return the passage that holds the changed words; what stands outside it, a denial left out, by itself."""
    text = index.readings[changed.document].text
    if not covers(passage.span, changed.span):
        return shorten(changed.span.of(text), PASSAGE)
    if len(passage.span) <= PASSAGE:
        return shorten(passage.span.of(text), PASSAGE)
    start, end = max(passage.span.start, changed.span.start - AROUND), min(passage.span.end, changed.span.end + AROUND)
    words = shorten(text[start:end], PASSAGE)
    return ("… " if start > passage.span.start else "") + words + (" …" if end < passage.span.end else "")


def _name(index: CaseIndex, report_id: str) -> str:
    """Name a report: its outlet and agency, and its document, since two outlets may carry several reports each."""
    report = index.reports[report_id]
    names = dict.fromkeys(sourced.value for sourced in (report.outlet, report.agency) if sourced)
    document = index.readings[report.document].name
    return f"{' ← '.join(names)} ({document})" if names else document
