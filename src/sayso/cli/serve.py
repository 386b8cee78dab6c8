"""`sayso serve`: the web app over one case, on this machine only."""

from __future__ import annotations

import getpass
import os
import webbrowser

import click

from sayso.cli import OK
from sayso.workspace import Workspace


@click.command(short_help="Open a case in the web app, on this machine only.")
@click.argument("case", type=click.Path())
@click.option(
    "--port", type=click.IntRange(1, 65535), default=None, metavar="N", help="The port; 8765, or a free one, without."
)
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
def command(case: str, port: int | None, no_browser: bool) -> int:
    """Open a case in the web app, on this machine only.

    Prints an address with a key in it, which opens the app for you and nobody else; nothing is fetched from anywhere.
    Runs until it is interrupted (Ctrl-C).

    \b
    Example:
      sayso serve mycase
    """
    from sayso.server.app import pages_built  # noqa: PLC0415  the server's libraries load slowly, and --help needs none
    from sayso.server.run import Serving, serve  # noqa: PLC0415  as above

    def ready(serving: Serving) -> None:
        if not pages_built():
            click.echo("The pages of the app are not built in this checkout; the API answers under /api/.", err=True)
        click.echo(f"{case}: {serving.opening}")
        click.echo("Whoever has this address can read the case from this machine. Ctrl-C ends it.", err=True)
        if not no_browser:
            webbrowser.open(serving.opening)

    with Workspace.open(case) as workspace:
        serve(workspace, port=port, me=os.environ.get("SAYSO_BY") or getpass.getuser(), ready=ready)
    return OK
