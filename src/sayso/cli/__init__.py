"""The command line: one module a command, loaded only when it is called, so that `sayso --help` answers at once.

Exit codes: 0 ok, 1 failed, 2 wrong usage, 3 partly done (something could not be read, the rest was done), 130 interrupted.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

import click

from sayso.errors import SaysoError

__all__ = ["FAILED", "INTERRUPTED", "OK", "PARTLY", "USAGE", "cli", "main"]

OK, FAILED, USAGE, PARTLY, INTERRUPTED = 0, 1, 2, 3, 130

# Each command's module has the same name and holds a function `command`; the sentence here is its `short_help`, kept
# equal by a test, so that listing the commands imports none of them.
COMMANDS = {
    "demo": "Build the bundled example case, list its disputed questions, write its dossier.",
    "build": "Take sources into a case, read what is new, bring all together.",
    "read": "Read documents one at a time and print what each says; store nothing.",
    "serve": "Open a case in the web app, on this machine only.",
    "questions": "List the disputed questions with their answers, voices and quotes.",
    "show": "Show one record in full: what it says, why, and the words it rests on.",
    "report": "Write the dossier: questions, answers, figures, timeline, voices, texts.",
    "export": "Write the whole case as JSON Lines, or its statements as CSV.",
    "verify": "Check originals, texts, anchors, derived records and the log of judgements.",
    "judge": "Record a decision: accept, reject, same, not-same, unsure, note, undo; or list them.",
    "doctor": "Say what is installed, which languages are read and how, and what is missing.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"sayso.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  a programming error, not input
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sayso", message="sayso %(version)s")
def cli() -> None:
    """On whose say-so? Who says what about the same events, from how many independent origins, and where they differ.

    Begin with `sayso demo`, or with your own texts: `sayso build mycase articles/`, then `sayso questions mycase`.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(_run(args))


def _run(args: Sequence[str] | None) -> int:
    try:
        code = cli.main(args=args, prog_name="sayso", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _say("interrupted; nothing that was finished is lost", INTERRUPTED)
    except SaysoError as error:
        return _say(f"{error}{f' — {error.way_out}' if error.way_out else ''}", FAILED)
    except OSError as error:
        return _say(f"{error.filename or 'input or output'}: {error.strerror or error}", FAILED)
    return code if isinstance(code, int) else OK


def _say(message: str, code: int) -> int:
    click.echo(f"sayso: {message}", err=True)
    return code
