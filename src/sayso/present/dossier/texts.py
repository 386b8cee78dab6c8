"""Every document's text, cut into runs that are marked by whose words they are. The runs joined are the text exactly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.model.reading import Reading
from sayso.model.statements import Backing, Polarity, Statement
from sayso.model.text import Span
from sayso.present.dossier.index import DossierIndex
from sayso.present.dossier.views import Run, TextBlock

__all__ = ["text_blocks"]

KINDS = {Backing.ATTRIBUTED: "said", Backing.OWN_VOICE: "own", Backing.PRESUPPOSED: "taken"}


def text_blocks(index: DossierIndex) -> tuple[TextBlock, ...]:
    """Return one block a document, in the order of names."""
    ordered = sorted(index.case.readings, key=lambda r: (r.name, r.document))
    return tuple(_block(index, reading) for reading in ordered)


def _block(index: DossierIndex, reading: Reading) -> TextBlock:
    reports = "; ".join(index.report_label(report) for report in reading.reports)
    return TextBlock(
        id=f"d-{reading.document}",
        title=reading.name,
        subtitle=reports or "nothing in it was read as a report",
        language=reading.language,
        runs=tuple(_runs(index, reading)),
    )


def _runs(index: DossierIndex, reading: Reading) -> Iterator[Run]:
    """Cut at every border of a statement or of boilerplate; the innermost statement marks the run."""
    cuts = {0, len(reading.text)}
    for span in (*(s for x in reading.statements for s in x.spans), *(b.span for b in reading.boilerplate)):
        cuts |= {span.start, span.end}
    opens: dict[int, list[tuple[Span, Statement]]] = {}
    for statement in reading.statements:
        for span in statement.spans:
            opens.setdefault(span.start, []).append((span, statement))
    furniture = iter(sorted(b.span for b in reading.boilerplate))
    junk = next(furniture, None)
    active: list[tuple[Span, Statement]] = []
    told: set[str] = set()
    for start, end in pairwise(sorted(cuts)):
        active = [item for item in active if item[0].end > start] + opens.get(start, [])
        while junk is not None and junk.end <= start:
            junk = next(furniture, None)
        if junk is not None and junk.start <= start:
            yield Run(reading.text[start:end], "junk", note="belongs to no report")
            continue
        starting = [s.id for span, s in active if span.start == start and s.id not in told]
        told.update(starting)
        for extra in starting[1:]:
            yield Run("", "", f"s-{extra}")
        yield _run(index, reading.text[start:end], active, starting)


def _run(index: DossierIndex, text: str, active: list[tuple[Span, Statement]], starting: list[str]) -> Run:
    if not active:
        return Run(text)
    _, statement = min(active, key=lambda item: (len(item[0]), item[1].id))
    kind = KINDS[statement.backing]
    if statement.polarity in {Polarity.DENIES, Polarity.DOUBTS}:
        kind += " against"
    who = index.first_voice(statement)
    return Run(text, kind, f"s-{starting[0]}" if starting else "", who)
