"""The items of `expected.toml`: one check each, so that a table and a test can show them one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bench.example import single, voices
from bench.example.page import ExampleCase, Table
from bench.example.questions import question_items

__all__ = ["Item", "items"]

Check = Callable[[ExampleCase], str]


@dataclass(frozen=True)
class Item:
    """One thing to be found. `check` returns "" when it is, else what is wrong."""

    name: str
    check: Check


def items(expected: Table) -> list[Item]:
    """Return every item of an expected file, in its order; names are unique."""
    found = [
        Item(name, check)
        for kind, make in MAKERS.items()
        for table in expected.get(kind, ())
        for name, check in make(table)
    ]
    names = [item.name for item in found]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise ValueError(f"items of one name: {', '.join(doubled)}")
    return found


Named = Iterator[tuple[str, Check]]


def _language(table: Table) -> Named:
    yield f"language/{table['page']}", partial(single.language, table=table)


def _reports(table: Table) -> Named:
    name = f"report/{table['page']}/{_slug(table['words'])}"
    for field in ("page_has", "outlet", "agency", "byline", "published", "day"):
        if field in table:
            yield f"{name}/{field}", partial(single.report, table=table, field=field)


def _boilerplate(table: Table) -> Named:
    for line in table["lines"]:
        yield (
            f"boilerplate/{table['page']}/{_slug(line)}",
            partial(single.boilerplate, table=table, line=line),
        )


def _kept(table: Table) -> Named:
    for line in table["lines"]:
        yield f"kept/{table['page']}/{_slug(line)}", partial(single.kept, table=table, line=line)


def _one(kind: str, words: str, check: Callable[..., str]) -> Callable[[Table], Named]:
    def make(table: Table) -> Named:
        yield f"{kind}/{table['page']}/{_slug(table[words])}", partial(check, table=table)

    return make


def _copied(table: Table) -> Named:
    name = f"copied/{table['from']}-{table['to']}"
    yield name, partial(voices.copied, table=table)
    if "drift" in table:
        yield f"{name}/{table['drift']}", partial(voices.drifted, table=table)


def _same_voice(table: Table) -> Named:
    yield f"same voice/{_slug(table['name'])}", partial(voices.same, table=table)


def _other_voice(table: Table) -> Named:
    yield f"other voice/{_slug(table['name'])}", partial(voices.other, table=table)


def _slug(words: str) -> str:
    return "-".join(re.findall(r"\w+", words.lower())[:6])


MAKERS: dict[str, Callable[[Table], Named]] = {
    "language": _language,
    "report": _reports,
    "boilerplate": _boilerplate,
    "kept": _kept,
    "attribution": _one("attribution", "content", single.attribution),
    "statement": _one("statement", "words", single.statement),
    "quantity": _one("quantity", "words", single.quantity),
    "time": _one("time", "words", single.time),
    "copied": _copied,
    "same_voice": _same_voice,
    "other_voice": _other_voice,
    "question": question_items,
}
