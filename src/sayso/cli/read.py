"""`sayso read`: one document at a time, nothing stored."""

from __future__ import annotations

from collections.abc import Callable

import click

from sayso.cli import FAILED, OK, PARTLY
from sayso.cli.console import (
    Columns,
    as_text,
    columns_option,
    print_problems,
    processes_option,
    screen,
    thorough_option,
)
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
@columns_option
@thorough_option
@processes_option
def command(sources: tuple[str, ...], form: str, columns: Columns, thorough: bool | None, processes: int | None) -> int:
    """Read documents one at a time and print what each says; store nothing.

    SOURCES are whatever `sayso build` takes, and JSON Lines of {"id", "text", "title"?, "url"?, "published"?, "outlet"?,
    "language"?}. Each document becomes one JSON object a line (described by schemas/read.schema.json in the package),
    as soon as it is read. What could not be read is named on stderr, and the command ends with 3.

    \b
    Example:
      sayso read article.txt more.jsonl > out.jsonl
      sayso read --format text article.txt
    """
    show = _print_row if form == "jsonl" else _print_text
    problems = read = 0
    for item in read_sources(sources, processes=processes, columns=columns, thorough=bool(thorough)):
        problem = item if isinstance(item, Problem) else _shown(item, show)
        if problem:
            print_problems([problem])
            problems += 1
        else:
            read += 1
    if problems:
        return PARTLY if read else FAILED
    return OK


def _shown(reading: Reading, show: Callable[[Reading], None]) -> Problem | None:
    """Show a reading; return what went wrong, so that a fault of the program costs this document and not the others."""
    try:
        show(reading)
    except (MemoryError, OSError):
        raise
    except Exception as error:  # DESIGN, Law 6: one document is never a stop for the others, and the fault is said
        return Problem(
            f"sayso failed on this document ({type(error).__name__}: {error}): a fault in the program",
            "it is left out",
            "report it to the makers of sayso, with the document if you may share it",
            where=reading.name,
        )
    return None


def _print_row(reading: Reading) -> None:
    click.echo(json_line(read_row(reading)))


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
