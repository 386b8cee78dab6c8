"""`sayso show`: one record in full."""

from __future__ import annotations

import click
from rich.console import Console
from rich.text import Text

from sayso.cli import OK
from sayso.cli.console import as_quote, as_text, json_option, print_indented, print_json, screen
from sayso.cli.questions import print_question
from sayso.errors import InputError
from sayso.export.records import export_records
from sayso.model.statements import Backing
from sayso.present.case import Case
from sayso.present.terminal import SHEETS, Sheet, find_sheet, known_ids, questions_view
from sayso.workspace import Workspace


@click.command(short_help="Show one record in full: what it says, why, and the words it rests on.")
@click.argument("case", type=click.Path())
@click.argument("record", metavar="ID")
@json_option
def command(case: str, record: str, as_json: bool) -> int:
    """Show one record in full: what it says, why, and the words it rests on.

    ID is any id, or the beginning of one; a small number is that question of `sayso questions`. Records too small for a
    page of their own (a figure, a place, a judgement) are shown as JSON.

    \b
    Example:
      sayso show mycase 1
      sayso show mycase 3f9a12 --json
    """
    with Workspace.open(case) as workspace:
        whole = workspace.case()
    kind, record_id = one_record(whole, record)
    if as_json or kind not in SHEETS:
        print_json(next(dict(r) for r in export_records(whole) if r["record"] == kind and r.get("id") == record_id))
    elif kind == "question":
        _print_question(whole, record_id)
    else:
        print_sheet(screen(), find_sheet(whole, kind, record_id))
    return OK


def one_record(case: Case, wanted: str) -> tuple[str, str]:
    """Return kind and id of the one record meant, or raise `InputError`."""
    found = known_ids(case, wanted) or _other_ids(case, wanted)
    if not found:
        raise InputError(
            f"nothing in this case has the id {wanted}", "ids are in `sayso questions CASE --json` and in the export"
        )
    if len(found) > 1:
        listed = ", ".join(f"{kind} {record_id}" for kind, record_id in found[:5])
        raise InputError(f"{wanted} is the beginning of {len(found)} ids", f"give more of it: {listed}")
    return found[0]


def _other_ids(case: Case, wanted: str) -> tuple[tuple[str, str], ...]:
    """Look among the records that have no sheet of their own (attributions, figures, places, judgements …)."""
    ids = {(record["record"], str(record.get("id") or "")) for record in export_records(case)}
    return tuple(sorted((kind, record_id) for kind, record_id in ids if record_id.startswith(wanted)))


def print_sheet(out: Console, sheet: Sheet) -> None:
    """Print one record."""
    print_indented(out, Text.assemble((f"{sheet.kind} {sheet.id}  ", "dim"), as_text(sheet.heading, "bold")), 0)
    for label, words in sheet.facts:
        print_indented(out, Text.assemble((f"{label}: ", "dim"), as_text(words)), 2)
    for because in sheet.because:
        print_indented(out, Text.assemble(("because ", "dim"), as_text(because)), 2)
    for quote in sheet.quotes:
        said_by = quote.chain if quote.backing == Backing.ATTRIBUTED else quote.voice
        print_indented(out, as_quote(quote, f"{said_by}, {quote.document}:{quote.line}  {quote.statement}"), 2)
    for kind, record_id in sheet.related:
        print_indented(out, Text(f"see {kind} {record_id}", style="dim"), 2)


def _print_question(case: Case, record_id: str) -> None:
    view = next(view for view in questions_view(case, every=True) if view.id == record_id)
    print_question(screen(), view, full=True)
    print_sheet(screen(), find_sheet(case, "question", record_id))
