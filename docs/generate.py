#!/usr/bin/env python3
"""Write the pages under `docs/reference/` from the program itself, so that they cannot say anything else.

python docs/generate.py           write them
python docs/generate.py --check   say which are stale, and end with 1 if any is
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sayso.cli import COMMANDS, cli
from sayso.schemas import make_schema

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
FROZEN = ROOT / "bench" / "frozen"
WRITTEN = "<!-- Written by docs/generate.py; do not edit. -->\n"
WIDTH = 100


def main(arguments: list[str]) -> int:
    """Write the pages, or check them."""
    made = pages()
    stale = [name for name, text in made.items() if current(name) != text]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/reference/{name} is stale; run python3 dev.py docs", file=sys.stderr)
        return 1 if stale else 0
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (REFERENCE / name).write_text(made[name], encoding="utf-8")
        print(f"docs/reference/{name}")
    return 0


def current(name: str) -> str:
    """Return a page as it is, "" when there is none."""
    path = REFERENCE / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def pages() -> dict[str, str]:
    """Return every generated page by its file name."""
    return {
        "commands.md": commands(),
        "read-format.md": schema_page("read", "Output of `sayso read`", READ_INTRODUCTION),
        "export-format.md": schema_page("export", "Output of `sayso export`", EXPORT_INTRODUCTION),
        "figures.md": figures(),
    }


# --- commands ----------------------------------------------------------------------------------------------------

COMMANDS_INTRODUCTION = """
Exit codes: 0 ok, 1 failed, 2 wrong usage, 3 partly done (something could not be read, the rest was done), 130 interrupted.
"""


def commands() -> str:
    """Return the help of every command, as `--help` prints it."""
    parts = [f"# Commands\n\n{WRITTEN}{COMMANDS_INTRODUCTION}"]
    settings = {**cli.context_settings, "max_content_width": WIDTH, "terminal_width": WIDTH}
    root = click.Context(cli, info_name="sayso", **settings)
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None  # noqa: S101  the list of commands names it
        parts += [_help(command, name, root), *_inner(command, name, root)]
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=parent, max_content_width=WIDTH, terminal_width=WIDTH)
    title = context.command_path
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


def _inner(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    """Yield one table of a group's own commands."""
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name, parent=parent)
        listed = [(inner, command.get_command(context, inner)) for inner in command.list_commands(context)]
        rows = [f"| `{inner}` | {found.get_short_help_str(limit=200)} |" for inner, found in listed if found]
        yield "\n".join([f"| `sayso {name} CASE` … | |", "|---|---|", *rows, ""])


# --- formats -----------------------------------------------------------------------------------------------------

READ_INTRODUCTION = """
`sayso read --format jsonl` prints one JSON object a line, one for each document.
Spans are `[start, end)` in code points of that object's `text`.
The JSON Schema ships in the package as `sayso/schemas/read.schema.json`.
"""

EXPORT_INTRODUCTION = """
`sayso export --format jsonl` prints one record a line; `record` comes first and says what it is.
Anchors are `{document, start, end}` in code points of that document's text.
Records are sorted by kind, document, start and id; the same case gives the same bytes.
The JSON Schema ships in the package as `sayso/schemas/export.schema.json`.
"""


def schema_page(name: str, title: str, introduction: str) -> str:
    """Return a schema as tables, one a record; closed lists of values at the end."""
    definitions: dict[str, dict[str, Any]] = json.loads(make_schema(name))["$defs"]
    records = {key: value for key, value in definitions.items() if "properties" in value}
    lists = {key: value for key, value in definitions.items() if "enum" in value}
    parts = [f"# {title}\n\n{WRITTEN}{introduction}"]
    parts += [_record(key, value) for key, value in sorted(records.items(), key=lambda item: _order(item[0]))]
    parts.append("## Closed lists\n\n| list | values |\n|---|---|")
    parts.append("\n".join(f"| {key} | {', '.join(map(str, value['enum']))} |" for key, value in sorted(lists.items())))
    return "\n".join(parts) + "\n"


def _order(name: str) -> tuple[bool, bool, str]:
    return name != "ReadRow", not name.endswith(("Row", "Record")), name


def _record(name: str, schema: dict[str, Any]) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        f"| `{field}` | {_type(value)} | {'' if field in needed else 'may be absent'} |"
        for field, value in schema["properties"].items()
    ]
    return "\n".join(
        [f"## {name}\n", schema.get("description", ""), "", "| field | type | |", "|---|---|---|", *rows, ""]
    )


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(_type(part) for part in schema["anyOf"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "prefixItems" in schema:
        return f"[{', '.join(_type(part) for part in schema['prefixItems'])}]"
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items') or {})}"
    return str(schema.get("type", "any"))


# --- figures -----------------------------------------------------------------------------------------------------

FIGURES_INTRODUCTION = """
What was measured last, with `python -m bench freeze TASK`.
The data of the tasks is not part of this repository; `bench/` says how to measure your own.
F1, precision and recall are in per cent.
A figure on development data is a floor against self-deception, not a promise for your texts.
"""


def figures() -> str:
    """Return the frozen figures of every task as tables; figures that only cut another up (slices) are left out."""
    parts = [f"# Measured figures\n\n{WRITTEN}{FIGURES_INTRODUCTION}"]
    files = sorted(FROZEN.glob("*.csv")) if FROZEN.is_dir() else []
    if not files:
        parts.append("Nothing has been measured for this version.\n")
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if not row["figure"].startswith(("slice ", "all: "))]
        if rows:
            first = rows[0]
            head = f"## {first['task']}\n\n{first['date']}, sayso {first['version']}, on {first['data']}.\n"
            parts.append("\n".join([head, "| figure | value |", "|---|---|", *_values(rows), ""]))
    return "\n".join(parts)


def _values(rows: list[dict[str, str]]) -> list[str]:
    return [f"| {row['figure']} | {row['value']} |" for row in rows]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
