"""`sayso report`: the dossier."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import click

from sayso.cli import OK
from sayso.cli.console import write_whole
from sayso.errors import InputError
from sayso.present.case import Case
from sayso.workspace import Workspace

# What each ending of a file's name asks for, and the module under sayso.export that writes it.
FORMS = {".html": "html", ".htm": "html"}
LATER = (".pdf", ".docx", ".md")


@click.command(short_help="Write the dossier: questions, answers, figures, timeline, voices, texts.")
@click.argument("case", type=click.Path())
@click.option(
    "-o",
    "--output",
    default="dossier.html",
    show_default=True,
    type=click.Path(),
    help="Where to write it; `-` is stdout.",
)
def command(case: str, output: str) -> int:
    """Write the dossier: questions, answers, figures, timeline, voices, texts.

    One self-contained HTML file without scripts, to read on screen or print.

    \b
    Example:
      sayso report mycase -o dossier.html
    """
    write = writer(output)
    with Workspace.open(case) as workspace:
        whole = workspace.case()
    write_whole(output, [write(whole)])
    if output != "-":
        click.echo(f"wrote {output}")
    return OK


def writer(output: str) -> Callable[[Case], str]:
    """Return what writes the form that the name of the output asks for."""
    ending = ".html" if output == "-" else Path(output).suffix.lower()
    if ending in LATER:
        raise InputError(f"dossiers cannot be written as {ending} yet", "name a file that ends in .html")
    if ending not in FORMS:
        raise InputError(f"{output} does not say in which form to write the dossier", "name a file that ends in .html")
    try:
        module = importlib.import_module(f"sayso.export.{FORMS[ending]}")
    except ModuleNotFoundError as error:
        raise InputError(
            "this installation cannot write dossiers: a part of it is missing", f"install sayso whole ({error.name})"
        ) from error
    write: Callable[[Case], str] = module.write_dossier
    return write
