"""`sayso demo`: the bundled example, from its pages to the dossier."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from sayso.cli import FAILED, OK
from sayso.cli.build import describe
from sayso.cli.console import print_problems, processes_option, progress, screen, write_whole
from sayso.cli.questions import print_questions
from sayso.cli.report import writer
from sayso.errors import InputError, ResourceError
from sayso.workspace import Workspace

EXAMPLE = "dol-maresh"


@click.command(short_help="Build the bundled example case, list its disputed questions, write its dossier.")
@click.option(
    "--to",
    default="sayso-demo",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for it.",
)
@processes_option
def command(to: Path, processes: int | None) -> int:
    """Build the bundled example case, list its disputed questions, write its dossier.

    The example is twelve invented pages about one invented event: a wire story and its reprints, pages that stitch
    several articles together, an official denial, witnesses, a count that rises.

    \b
    Example:
      sayso demo
    """
    case = to / "case"
    with Workspace.create_or_open(case) as workspace:
        with progress() as show:
            summary = workspace.build([pages()], processes=processes, progress=show)
        whole, problems = workspace.case(), workspace.problems()
    print_questions(screen(), whole)
    click.echo()
    click.echo(describe(str(case), summary))
    print_problems(problems)
    try:
        write = writer("dossier.html")
    except InputError as error:
        click.echo(f"No dossier: {error}", err=True)
        return FAILED
    write_whole(str(to / "dossier.html"), [write(whole)])
    click.echo(f"\nThe dossier: {(to / 'dossier.html').resolve().as_uri()}")
    click.echo(f"Look further: sayso show {case} 1 · sayso questions {case} --all")
    return OK


def pages() -> Path:
    """Return the folder of the example's pages: in the package when installed, beside `src` in a checkout."""
    package = Path(str(files("sayso")))
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / EXAMPLE / "pages").is_dir():
            return folder / EXAMPLE / "pages"
    raise ResourceError("the bundled example is not installed", "reinstall sayso, or run it from a checkout")
