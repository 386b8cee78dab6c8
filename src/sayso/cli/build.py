"""`sayso build`: take sources in, read what is new, bring everything together."""

from __future__ import annotations

from dataclasses import asdict

import click

from sayso.cli import OK, PARTLY
from sayso.cli.console import (
    Columns,
    columns_option,
    json_option,
    plain,
    print_json,
    print_problems,
    processes_option,
    progress,
    thorough_option,
)
from sayso.workspace import BuildSummary, Workspace

NOTES = 20
"""How many notes on files are shown."""


@click.command(short_help="Take sources into a case, read what is new, bring all together.")
@click.argument("case", type=click.Path())
@click.argument("sources", nargs=-1, type=click.Path())
@columns_option
@click.option(
    "--gazetteer", "gazetteers", multiple=True, type=click.Path(), metavar="FILE",
    help="Places of your own, as CSV (name, lat, lon, …) or GeoJSON; kept with the case. Again for each.",
)  # fmt: skip
@thorough_option
@processes_option
@json_option
def command(
    case: str,
    sources: tuple[str, ...],
    columns: Columns,
    gazetteers: tuple[str, ...],
    thorough: bool | None,
    processes: int | None,
    as_json: bool,
) -> int:
    """Take sources into a case, read what is new, bring all together.

    CASE is a folder, made if it is not there. SOURCES are files and folders: pages, texts, documents and letters, web
    archives (.warc, .wacz), feeds, tables of articles (.csv, .xlsx, .jsonl), lists of references (.ris), and .zip and .tar of
    these. Run again with the same sources it reads only what has changed; without sources it brings the case up to date, and
    goes on where it was cut off. Ends with 3 when something could not be read: it is named, and the rest is done.

    \b
    Example:
      sayso build mycase articles/ page.html
      sayso build mycase table.xlsx --column text=Body --column published=Day
      sayso build mycase articles/ --gazetteer villages.csv
    """
    with Workspace.create_or_open(case) as workspace:
        with progress() as show:
            summary = workspace.build(
                sources, processes=processes, progress=show, columns=columns, gazetteers=gazetteers, thorough=thorough
            )
        problems = workspace.problems()
    if as_json:
        print_json(asdict(summary))
    else:
        click.echo(describe(case, summary))
    print_problems(problems)
    return PARTLY if problems else OK


def describe(case: str, summary: BuildSummary) -> str:
    """Say what is in the case and what the build did."""
    whole = (
        f"{case}: {summary.documents} documents, {summary.reports} reports, {summary.statements} statements, "
        f"{summary.questions} questions, {summary.problems} problems"
    )
    if not summary.changed:
        return f"{whole}\nNothing new: everything was read already."
    lines = [whole, f"{summary.new} new, {summary.reread} read anew, {summary.unchanged} unchanged"]
    more = [f"… and {len(summary.notes) - NOTES} notes more"] if len(summary.notes) > NOTES else []
    return "\n".join([*lines, *(plain(note) for note in summary.notes[:NOTES]), *more])
