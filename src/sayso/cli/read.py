"""`sayso read`: one document at a time, nothing stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from sayso.cli import OK
from sayso.engine.resources import load_resources
from sayso.export.json_lines import json_line
from sayso.export.read_rows import read_row
from sayso.model.ids import make_document, sha256_hex
from sayso.model.text import Claimed, Document
from sayso.pipeline import read


@click.command(short_help="Read documents one at a time and print what each says; stores nothing.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="jsonl", show_default=True)
def command(sources: tuple[Path, ...], form: str) -> int:
    """Read documents one at a time and print what each says; stores nothing.

    SOURCES are files, or JSON Lines of {"id", "text", "title"?, "url"?, "published"?, "outlet"?, "language"?}.

    \b
    Example:
      sayso read article.txt more.jsonl > out.jsonl
    """
    resources = load_resources()
    for source in sources:
        for document in _documents(source):
            click.echo(json_line(read_row(read(document, resources))))
    return OK


def _documents(source: Path) -> Iterator[Document]:
    original = sha256_hex(source.read_bytes())
    if source.suffix != ".jsonl":
        text = (
            source.read_bytes()
            .decode("utf-8", "replace")
            .removeprefix("\ufeff")
            .replace("\0", "")
            .replace("\r\n", "\n")
        )
        yield make_document(original, source.name, text)
        return
    with source.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            claimed = Claimed(
                row.get("title"), None, row.get("published"), row.get("url"), row.get("outlet"), row.get("language")
            )
            given = str(row["id"])
            yield make_document(
                original, source.name, row["text"], member=f"{number}:{given}", given_id=given, claimed=claimed
            )
