"""`sayso judge`: people's decisions, kept in a log that can only grow; they win over the machine and survive rebuilds."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import asdict

import click

from sayso.cli import OK
from sayso.cli.console import json_option, plain, print_json
from sayso.cli.show import one_record
from sayso.model.judgements import Judgement, Verdict
from sayso.workspace import Workspace


def _me() -> str:
    """The name a judgement is signed with unless --by says another."""
    return os.environ.get("SAYSO_BY") or getpass.getuser()


@click.group(short_help="Record a decision: accept, reject, same, not-same, unsure, note, undo; or list them.")
@click.argument("case", type=click.Path())
@click.pass_context
def command(context: click.Context, case: str) -> None:
    """Record a decision: accept, reject, same, not-same, unsure, note, undo; or list them.

    Decisions are kept apart from what the machine found, name the words they are about, and hold when the case is built
    again. Ids are those of `sayso questions --json`, `sayso show` and the export; the beginning of one is enough.

    \b
    Example:
      sayso judge mycase reject 3f9a12 --reason "satire"
      sayso judge mycase same 81b2c4 77e0aa --reason "one man, two spellings"
      sayso judge mycase log
    """
    context.obj = case


def _signed(function: Callable[..., int]) -> Callable[..., int]:
    """Add the options every decision has."""
    reason = click.option("--reason", default="", help="Why; kept with the decision.")
    by = click.option(
        "--by", default=_me, show_default="SAYSO_BY or your user name", help="Who decides; a pseudonym will do."
    )
    return reason(by(function))


def _one(verdict: Verdict, sentence: str) -> None:
    @_signed
    @click.argument("record", metavar="ID")
    @click.pass_obj
    def decide(case: str, record: str, reason: str, by: str) -> int:
        return _judge(case, verdict, (record,), reason=reason, by=by)

    command.command(verdict.value, help=sentence, short_help=sentence)(decide)


def _two(verdict: Verdict, sentence: str) -> None:
    @_signed
    @click.argument("record", metavar="ID")
    @click.argument("other", metavar="OTHER_ID")
    @click.pass_obj
    def decide(case: str, record: str, other: str, reason: str, by: str) -> int:
        return _judge(case, verdict, (record, other), reason=reason, by=by)

    command.command(verdict.value, help=sentence, short_help=sentence)(decide)


_one(Verdict.ACCEPT, "Accept what the machine found.")
_one(Verdict.REJECT, "Reject it: it no longer counts anywhere.")
_two(Verdict.SAME, "Two records are the same: one voice, or one event.")
_two(Verdict.NOT_SAME, "Two records are not the same, whatever the machine finds.")
_two(Verdict.UNSURE, "It cannot be told whether two records are the same; they stay apart, marked as open.")


@command.command("note", short_help="Note something about a record.")
@click.argument("record", metavar="ID")
@click.argument("words")
@click.option("--by", default=_me, show_default="SAYSO_BY or your user name", help="Who writes.")
@click.pass_obj
def note(case: str, record: str, words: str, by: str) -> int:
    """Note something about a record; changes nothing else."""
    return _judge(case, Verdict.NOTE, (record,), reason=words, by=by)


@command.command("undo", short_help="Take an earlier decision back; both stay in the log.")
@click.argument("judgement", metavar="JUDGEMENT_ID")
@_signed
@click.pass_obj
def undo(case: str, judgement: str, reason: str, by: str) -> int:
    """Take an earlier decision back; both stay in the log."""
    with Workspace.open(case) as workspace:
        _confirm(workspace.undo(judgement, reason=reason, by=by))
    return OK


@command.command("log", short_help="List the decisions, oldest first.")
@json_option
@click.pass_obj
def log(case: str, as_json: bool) -> int:
    """List the decisions, oldest first, with what became of each at the last build."""
    with Workspace.open(case) as workspace:
        judgements, states = workspace.judgements(), dict(workspace.reconstruction().judged)
    if as_json:
        print_json([asdict(judgement) | {"state": states.get(judgement.id)} for judgement in judgements])
        return OK
    for judgement in judgements:
        click.echo(
            plain(
                f"{judgement.id}  {judgement.at}  {judgement.by}  {describe(judgement)}  {states.get(judgement.id, '')}"
            ).rstrip()
        )
    click.echo(f"{len(judgements)} decisions")
    return OK


def describe(judgement: Judgement) -> str:
    """Say in one line what was decided about which words."""
    target = judgement.target
    words = " / ".join(f"“{quoted.quote}”" for quoted in target.quotes[:2]) if target else ""
    parts = (
        judgement.verdict.value,
        target.kind if target else "",
        words,
        judgement.undoes or "",
        judgement.reason and f"({judgement.reason})",
    )
    return " ".join(part for part in parts if part)


def _judge(case: str, verdict: Verdict, records: tuple[str, ...], *, reason: str, by: str) -> int:
    with Workspace.open(case) as workspace:
        whole = workspace.case()
        ids = [one_record(whole, record)[1] for record in records]
        _confirm(workspace.judge(verdict, *ids, reason=reason, by=by))
    return OK


def _confirm(judgement: Judgement) -> None:
    click.echo(plain(f"{judgement.id}  {describe(judgement)}"))
