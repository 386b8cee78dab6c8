"""`sayso verify`: is everything in the case as it was recorded?"""

from __future__ import annotations

from dataclasses import asdict

import click

from sayso.cli import FAILED, OK, PARTLY
from sayso.cli.console import json_option, plain, print_json
from sayso.workspace import Verification, Workspace


@click.command(short_help="Check originals, texts, anchors, derived records and the log of judgements.")
@click.argument("case", type=click.Path())
@json_option
def command(case: str, as_json: bool) -> int:
    """Check originals, texts, anchors, derived records and the log of judgements.

    Hashes every original again, resolves every anchor, derives everything anew and replays the log; names each break.
    Ends with 0 when all holds, 1 when something is broken, 3 when a check could not run.

    \b
    Example:
      sayso verify mycase
    """
    with Workspace.open(case) as workspace:
        found = workspace.check()
    if as_json:
        print_json(asdict(found) | {"checked": dict(found.checked)})
    else:
        _print(found)
    if found.breaks:
        return FAILED
    return PARTLY if found.not_checked else OK


def _print(found: Verification) -> None:
    for what, count in found.checked:
        click.echo(f"checked      {what}: {count}")
    for what in found.not_checked:
        click.echo(f"NOT CHECKED  {plain(what)}")
    for one in found.breaks:
        click.echo(plain(f"BROKEN       {one.where}: {one.what}{f' — {one.way_out}' if one.way_out else ''}"))
    if found.breaks:
        click.echo(f"{len(found.breaks)} broken")
    else:
        click.echo("sound, as far as it was checked" if found.not_checked else "sound")
