"""A reader for tests of the workspace: each line is a statement; no parser is loaded. Importable by other processes."""

from __future__ import annotations

import re

from sayso.model.ids import derived_id
from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.statements import Backing, Certainty, Polarity, SaidBasis, Statement, Tense
from sayso.model.text import Document, Span
from sayso.workspace import Reader

LINE = re.compile(r"[^\n]*\S[^\n]*")


def read_lines(document: Document) -> Reading:
    """Read each line as a statement of the report's own."""
    lines = [Span(*match.span()) for match in LINE.finditer(document.text)]
    report = Report(derived_id("report", document.id, lines), document.id, tuple(lines), language="en")
    statements = tuple(
        Statement(
            derived_id("statement", document.id, [line]), report.id, (line,), Backing.OWN_VOICE, Polarity.ASSERTS, Certainty.CERTAIN,
            SaidBasis.NOT_SAID, Tense.PAST,
        )
        for line in lines
    )  # fmt: skip
    return Reading(
        document.id, document.name, document.text, document.claimed, "en", document.given_id, reports=(report,),
        sentences=tuple(lines), statements=statements, problems=document.problems,
    )  # fmt: skip


def nothing() -> None:
    """There is nothing to prepare."""


def light(version: str = "light-1", ingest: str = "ingest-1") -> Reader:
    """Make the reader under a version."""
    return Reader(read_lines, nothing, version, f"{version}-derived", ingest)
