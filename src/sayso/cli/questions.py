"""`sayso questions`: the disputed questions, with who answers what in which words."""

from __future__ import annotations

from dataclasses import asdict

import click
from rich.console import Console
from rich.text import Text

from sayso.cli import OK
from sayso.cli.console import as_quote, as_text, json_option, print_indented, print_json, screen
from sayso.model.statements import Backing
from sayso.present.case import Case
from sayso.present.counts import count_line
from sayso.present.terminal import AnswerView, QuestionView, QuoteView, gather, questions_view
from sayso.workspace import Workspace

QUOTES_SHOWN = 3


@click.command(short_help="List the disputed questions with their answers, voices and quotes.")
@click.argument("case", type=click.Path())
@click.option(
    "--all", "every", is_flag=True, help="Also the questions on which the accounts agree or only one answers."
)
@click.option("--full", is_flag=True, help="Show every quote, not only the first three of an answer.")
@json_option
def command(case: str, every: bool, full: bool, as_json: bool) -> int:
    """List the disputed questions with their answers, voices and quotes.

    Each answer says who holds it, in how many reports, texts and newsrooms, and from how many independent origins: at
    least and at most, as far as the texts tell. sayso never says which answer is true. `sayso show CASE 1` shows
    question 1 in full.

    \b
    Example:
      sayso questions mycase
      sayso questions mycase --all --json
    """
    with Workspace.open(case) as workspace:
        whole = workspace.case()
    if as_json:
        print_json([asdict(view) for view in questions_view(whole, every=every)])
    else:
        print_questions(screen(), whole, every=every, full=full)
    return OK


def print_questions(out: Console, case: Case, *, every: bool = False, full: bool = False) -> None:
    """Print the questions of a case, numbered as in every listing."""
    views = questions_view(case, every=every)
    if case.reconstruction.standing.reports:
        out.print(Text(f"In all: {count_line(case.reconstruction.standing)}", style="dim"), soft_wrap=True)
    total = len(case.reconstruction.questions)
    for view in views:
        print_question(out, view, full=full)
    out.print(_closing(total, len(views), every=every))


def _closing(total: int, shown: int, *, every: bool) -> str:
    """Say how many questions there are beyond those shown."""
    if not total:
        return "The texts raise no question that sayso could find."
    if every:
        return f"{total} questions."
    if shown:
        return f"{shown} of {total} questions are contested (--all lists the others)."
    return f"No question is contested; {total} have only one answer, agree or were not checked (--all lists them)."


def print_question(out: Console, view: QuestionView, *, full: bool) -> None:
    """Print one question with its answers, each answer's voices, counts and words."""
    head = Text.assemble((f"{view.number}. ", "bold"), as_text(view.text, "bold"), (f"  [{view.status}]", "dim"))
    print_indented(out, head, 0)
    for answer in view.answers:
        _print_answer(out, answer, full=full)
    if view.would_decide:
        print_indented(out, Text.assemble(("would decide: ", "dim"), as_text("; ".join(view.would_decide))), 3)
    out.print()


def _print_answer(out: Console, answer: AnswerView, *, full: bool) -> None:
    limit = None if full else QUOTES_SHOWN
    held = ", ".join(answer.held_by) or "no voice: only the reports themselves"
    print_indented(out, Text.assemble("• ", as_text(answer.text, "bold cyan"), (f"  {answer.state}", "dim")), 3)
    print_indented(out, Text.assemble(("held by ", "dim"), as_text(held)), 5)
    print_indented(out, Text(answer.counts, style="dim"), 5)
    for quote, places in gather(answer.quotes)[:limit]:
        print_indented(out, _quote(quote, places), 5)
    for quote, places in gather(answer.presupposed)[:limit]:
        print_indented(out, Text.assemble(("not asserted by a voice: ", "dim"), _quote(quote, places)), 5)
    for quote, places in gather(answer.denials)[:limit]:
        print_indented(out, Text.assemble(("denied: ", "red"), _quote(quote, places)), 5)
    for line in answer.changed[:limit]:
        print_indented(out, Text.assemble(("changed: ", "yellow"), as_text(line)), 5)


def _quote(quote: QuoteView, places: tuple[str, ...]) -> Text:
    manner = "" if quote.certainty == "certain" else f", {quote.certainty}"
    said_by = quote.chain if quote.backing == Backing.ATTRIBUTED else quote.voice
    return as_quote(quote, f"{said_by}{manner}, {', '.join(places)}")
