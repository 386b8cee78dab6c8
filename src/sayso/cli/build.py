"""`sayso build`: take sources in, read what is new, bring everything together."""

from __future__ import annotations

from dataclasses import asdict

import click

from sayso.cli import OK, PARTLY
from sayso.cli.console import json_option, print_json, print_problems, processes_option, progress
from sayso.workspace import BuildSummary, Workspace


@click.command(short_help="Take sources into a case, read what is new, bring all together.")
@click.argument("case", type=click.Path())
@click.argument("sources", nargs=-1, type=click.Path())
@processes_option
@json_option
def command(case: str, sources: tuple[str, ...], processes: int | None, as_json: bool) -> int:
    """Take sources into a case, read what is new, bring all together.

    CASE is a folder, made if it is not there. SOURCES are files, folders, archives (.zip) and tables of articles (.jsonl,
    .csv). Run again with the same sources it reads only what has changed; without sources it brings the case up to date.
    Ends with 3 when something could not be read: it is named, and the rest is done.

    \b
    Example:
      sayso build mycase articles/ page.html
    """
    with Workspace.create_or_open(case) as workspace:
        with progress() as show:
            summary = workspace.build(sources, processes=processes, progress=show)
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
    return f"{whole}\n{summary.new} new, {summary.reread} read anew, {summary.unchanged} unchanged"
