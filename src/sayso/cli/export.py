"""`sayso export`: the case as records for other programs."""

from __future__ import annotations

import click

from sayso.cli import OK
from sayso.cli.console import write_whole
from sayso.export.json_lines import json_line
from sayso.export.records import export_records
from sayso.export.statements_csv import statements_csv
from sayso.workspace import Workspace


@click.command(short_help="Write the whole case as JSON Lines, or its statements as CSV.")
@click.argument("case", type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True, help="What to write."
)
@click.option(
    "-o", "--output", default="-", type=click.Path(allow_dash=True), help="Where to write it; stdout by default."
)
def command(case: str, form: str, output: str) -> int:
    """Write the whole case as JSON Lines, or its statements as CSV.

    jsonl: one record a line, `record` first, every anchor as {document, start, end} (schemas/export.schema.json in the
    package). csv: one statement a line with its voice, say-so chain and place in the text; cells that a spreadsheet
    would run as formulas are made harmless with an apostrophe. The same case gives the same bytes.

    \b
    Example:
      sayso export mycase --format jsonl -o mycase.jsonl
      sayso export mycase --format csv -o statements.csv
    """
    with Workspace.open(case) as workspace:
        whole = workspace.case()
    lines = (json_line(record) + "\n" for record in export_records(whole)) if form == "jsonl" else statements_csv(whole)
    write_whole(output, lines)
    return OK
