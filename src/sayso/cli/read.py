"""`sayso read`: one document at a time, nothing stored."""

from __future__ import annotations

import click

from sayso.cli import FAILED, OK, PARTLY
from sayso.cli.console import as_text, print_problems, processes_option, screen
from sayso.export.json_lines import json_line
from sayso.export.read_rows import read_row
from sayso.model.reading import Reading
from sayso.model.text import Problem
from sayso.present.terminal import StatementLine, reading_view
from sayso.workspace import read_sources


@click.command(short_help="Read documents one at a time and print what each says; store nothing.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "text"]), default="jsonl", show_default=True, help="What to print."
)
@processes_option
def command(sources: tuple[str, ...], form: str, processes: int | None) -> int:
    """Read documents one at a time and print what each says; store nothing.

    SOURCES are whatever `sayso build` takes, and JSON Lines of {"id", "text", "title"?, "url"?, "published"?, "outlet"?,
    "language"?}. Each document becomes one JSON object a line (described by schemas/read.schema.json in the package),
    as soon as it is read. What could not be read is named on stderr, and the command ends with 3.

    \b
    Example:
      sayso read article.txt more.jsonl > out.jsonl
      sayso read --format text article.txt
    """
    problems, read = [], 0
    for item in read_sources(sources, processes=processes):
        if isinstance(item, Problem):
            problems.append(item)
            print_problems([item])
            continue
        read += 1
        if form == "jsonl":
            click.echo(json_line(read_row(item)))
        else:
            _print_text(item)
    if problems:
        return PARTLY if read else FAILED
    return OK


def _print_text(reading: Reading) -> None:
    view, out = reading_view(reading), screen()
    out.print(as_text(f"{view.name} ({view.language})", "bold"))
    for report in view.reports:
        out.print(as_text(f"  report: {report}", "dim"))
    for line in view.statements:
        out.print(_statement(line), soft_wrap=True)
    for problem in view.problems:
        out.print(as_text(f"  not read: {problem.what}; {problem.consequence}", "yellow"))
    out.print()


def _statement(line: StatementLine) -> str:
    manner = f" [{line.manner}]" if line.manner else ""
    return as_text(f"{line.line:>5}  {line.voice}{manner}: {line.words}").plain
