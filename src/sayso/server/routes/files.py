"""Endpoints that give files: originals, byte for byte, and exports of what the filters leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse, StreamingResponse

from sayso.export.html import write_dossier
from sayso.export.json_lines import json_line
from sayso.export.records import export_records
from sayso.export.statements_csv import statements_csv
from sayso.present.case import Case as WholeCase
from sayso.server.routes.asked import NOT_FOUND, Case, View, missing

__all__ = ["router"]

router = APIRouter(prefix="/api")


class Form(StrEnum):
    """What can be taken away."""

    DOSSIER = "dossier.html"
    STATEMENTS = "statements.csv"
    RECORDS = "case.jsonl"


def _records(case: WholeCase) -> Iterator[str]:
    return (json_line(record) + "\n" for record in export_records(case))


WRITERS: dict[Form, tuple[str, Callable[[WholeCase], Iterator[str]]]] = {
    Form.DOSSIER: ("text/html; charset=utf-8", lambda case: iter([write_dossier(case)])),
    Form.STATEMENTS: ("text/csv; charset=utf-8", lambda case: iter(statements_csv(case))),
    Form.RECORDS: ("application/x-ndjson", _records),
}


def _content(*types: str) -> dict[int | str, dict[str, object]]:
    return {200: {"content": {one.partition(";")[0]: {"schema": {"type": "string"}} for one in types}}}


@router.get("/export/{form}", response_class=Response, responses=_content(*(kind for kind, _ in WRITERS.values())))
def export(form: Form, view: View) -> StreamingResponse:
    """The dossier, the statements as a table, or every record, of what the filters leave."""
    kind, write = WRITERS[form]
    name = f"{re.sub(r'[^A-Za-z0-9._-]+', '-', view.case.name) or 'case'}-{form}"
    lines = (line.encode("utf-8", "backslashreplace") for line in write(view.case))
    return StreamingResponse(lines, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


@router.get(
    "/originals/{original}", response_class=Response, responses=NOT_FOUND | _content("application/octet-stream")
)
def original(original: str, case: Case) -> FileResponse:
    """The bytes as they were received; always to be saved, never shown, as they may hold anything."""
    held = next((one for one in case.now().index.case.originals if one.id == original), None)
    path = case.workspace.original_path(original) if held else None
    if path is None or not path.is_file():
        raise missing(original)
    return FileResponse(path, media_type="application/octet-stream", filename=f"{original[:16]}.bin")
