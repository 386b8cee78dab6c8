"""What the commands share: printing text that strangers wrote, JSON, progress, whole files, opening a case."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from sayso.errors import InputError
from sayso.ingest.columns import FIELDS
from sayso.model.text import Problem
from sayso.present.terminal import QuoteView
from sayso.workspace import Progress as Report
from sayso.workspace import Stage

__all__ = [
    "Columns",
    "as_json",
    "as_quote",
    "as_text",
    "columns_option",
    "json_option",
    "plain",
    "print_indented",
    "print_json",
    "print_problems",
    "processes_option",
    "progress",
    "screen",
    "thorough_option",
    "write_whole",
]

# Control characters of a document must not reach the terminal, where they can move the cursor or change the title.
CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
STAGES = {
    Stage.INGEST: "taking in",
    Stage.INSIDE: "a long file (MB)",
    Stage.READ: "reading",
    Stage.RECONSTRUCT: "bringing together",
}

Columns = tuple[tuple[str, str], ...]


def _pairs(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> Columns:
    pairs = tuple(
        (field.strip().lower(), name.strip()) for field, _, name in (value.partition("=") for value in values)
    )
    for value, (field, name) in zip(values, pairs, strict=True):
        if field not in FIELDS or not name:
            raise click.BadParameter(f"{value!r}: write FIELD=NAME; FIELD is one of {', '.join(FIELDS)}")
    return tuple(sorted(dict(pairs).items()))


columns_option = click.option(
    "--column", "columns", multiple=True, metavar="FIELD=NAME", callback=_pairs,
    help="Which column of a table holds what, as text=Body; again for each. What is not said is told by the columns' names. "
    "FIELD: " + ", ".join(FIELDS) + ".",
)  # fmt: skip

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
processes_option = click.option(
    "--processes", type=click.IntRange(min=1), default=None, metavar="N", help="How many documents are read at once."
)
thorough_option = click.option(
    "--thorough/--usual", "thorough", default=None,
    help="Find who says what with more care, in more time. A case stays as it was chosen.",
)  # fmt: skip


def screen() -> Console:
    """Return the console for stdout; away from a terminal it is plain and 100 wide."""
    return Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else 100)


def plain(words: str) -> str:
    """Return words of a document as they can be shown on a terminal."""
    return words.translate(CONTROLS).encode("utf-8", "replace").decode("utf-8")


def as_text(words: str, style: str = "") -> Text:
    """Return words of a document as rich text without any markup of their own."""
    return Text(plain(words), style=style)


def print_indented(out: Console, text: Text, indent: int) -> None:
    """Print text wrapped and indented, without the spaces that would fill each line to the width."""
    for line in text.wrap(out, max(20, out.width - indent)):
        line.rstrip()
        out.print(Text(" " * indent) + line, soft_wrap=True)


def as_quote(quote: QuoteView, tail: str) -> Text:
    """Return a quote with the rest of its sentence and a tail that says whose it is and where it stands.

    Words that hold quotation marks of their own get none around them.
    """
    before, after = f"{quote.before} ".lstrip(), _after(quote.after)
    opening, closing = ("", "") if set(f"{before}{quote.words}{after}") & set('“”„«»"') else ("“", "”")
    words = as_text(quote.words, "italic")
    return Text.assemble(
        opening, as_text(before, "dim"), words, as_text(after, "dim"), closing, " — ", as_text(tail, "dim")
    )


def _after(words: str) -> str:
    """What follows in the sentence; stops and closing marks stand close."""
    return f" {words}" if words and (words[0].isalnum() or words[0] in "(“…–—") else words


def as_json(value: object) -> str:
    """Return JSON for people and programs: indented, keys in the order given."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return (
        text if text.isprintable() or not any("\ud800" <= c <= "\udfff" for c in text) else json.dumps(value, indent=2)
    )


def print_json(value: Mapping[str, object] | list[Mapping[str, object]]) -> None:
    """Print JSON on stdout."""
    click.echo(as_json(value))


def print_problems(problems: Iterable[Problem], *, limit: int = 20) -> None:
    """Print problems on stderr, one a line: where, what, what follows, the way out."""
    listed = list(problems)
    for problem in listed[:limit]:
        where = problem.where or problem.member or problem.document or "input"
        parts = [f"{where}: {problem.what}", problem.consequence, problem.way_out]
        click.echo(plain("; ".join(part for part in parts if part)), err=True)
    if len(listed) > limit:
        click.echo(f"… and {len(listed) - limit} more; `sayso export` lists every problem", err=True)


@contextmanager
def progress() -> Iterator[Report | None]:
    """Give a callback that draws progress on stderr, None when nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {stage: bars.add_task(words, visible=False, total=None) for stage, words in STAGES.items()}

        def show(stage: Stage, done: int, total: int) -> None:
            bars.update(tasks[stage], completed=done, total=total or None, visible=True)

        yield show


def write_whole(path: str, text: Iterable[str]) -> None:
    """Write a file whole or not at all; `-` is stdout. Text that UTF-8 cannot carry is written as backslash escapes."""
    if path == "-":
        for part in text:
            click.echo(part.encode("utf-8", "backslashreplace"), nl=False)
        return
    target = Path(path)
    if target.is_dir():
        raise InputError(f"{path} is a folder", "name a file with -o")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}", "name another place with -o") from error
    try:
        with os.fdopen(handle, "wb") as file:
            for part in text:
                file.write(part.encode("utf-8", "backslashreplace"))
        os.chmod(unfinished, 0o666 & ~_umask())
        os.replace(unfinished, target)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
