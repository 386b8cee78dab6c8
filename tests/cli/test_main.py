"""The commands as a whole: help, exit codes, errors in one line."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Run

from sayso.cli import COMMANDS, cli

ROOT = Path(__file__).resolve().parents[2]


def command(name: str) -> click.Command:
    found = importlib.import_module(f"sayso.cli.{name}").command
    assert isinstance(found, click.Command)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_listed_help_is_the_commands_own(name: str) -> None:
    assert command(name).short_help == COMMANDS[name]
    assert (command(name).help or "").startswith(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_of_the_command(name: str) -> None:
    assert f"Example:\n  sayso {name}" in inspect.cleandoc(command(name).help or "")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_works(name: str, run: Run) -> None:
    shown = run(name, "--help")
    assert (shown.code, shown.err) == (0, "")
    assert "Usage: sayso" in shown.out


def inner(group: click.Command) -> list[click.Command]:
    return list(group.commands.values()) if isinstance(group, click.Group) else []


def test_everything_that_can_be_asked_for_is_explained() -> None:
    commands = [command(name) for name in COMMANDS]
    options = [p for c in (*commands, *(i for c in commands for i in inner(c))) for p in c.params]
    assert [p.name for p in options if isinstance(p, click.Option) and not p.help] == []
    assert [i.name for c in commands for i in inner(c) if not i.help] == []


def test_bare_command_shows_help(run: Run) -> None:
    shown = run()
    assert "sayso demo" in shown.out + shown.err


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["questions"], ["read"], ["export", "c", "--format", "xls"], ["judge", "c"]]
)
def test_wrong_usage_ends_with_2(arguments: list[str], run: Run) -> None:
    shown = run(*arguments)
    assert shown.code == 2
    assert shown.out == ""


def test_no_such_case_is_one_clear_line(run: Run, workspace: object) -> None:
    shown = run("questions", "elsewhere")
    assert (shown.code, shown.out) == (1, "")
    assert shown.err == "sayso: elsewhere is not a case — sayso build makes one\n"


def test_interruption_ends_with_130(run: Run, workspace: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(type(workspace), "case", interrupted)
    shown = run("questions", "kestrin")
    assert shown.code == 130
    assert "Traceback" not in shown.err


def test_version(run: Run) -> None:
    assert re.fullmatch(r"sayso \d+\.\d+\.\d+\n", run("--version").out)


def test_module_runs_as_the_command() -> None:
    shown = subprocess.run([sys.executable, "-m", "sayso", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("sayso ")


COMMAND_LINE = re.compile(r"(?:^|`|\$ )sayso ((?:[a-z]+)(?: [^`\n#|>]*)?)", re.MULTILINE)


def written_commands() -> list[tuple[str, str]]:
    """Every `sayso …` line of the pages people read."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [
        (page.name, line.strip())
        for page in pages
        if page.is_file()
        for line in COMMAND_LINE.findall(page.read_text(encoding="utf-8"))
        if line.split()[0] in COMMANDS
    ]


def options_of(name: str) -> set[str]:
    whole = command(name)
    parameters = [*whole.params, *(p for i in inner(whole) for p in i.params)]
    return {"-h", "--help", *(o for p in parameters if isinstance(p, click.Option) for o in p.opts)}


@pytest.mark.parametrize(("page", "line"), written_commands())
def test_commands_in_the_pages_exist(page: str, line: str) -> None:
    name, *rest = line.split()
    used = {word.split("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
    assert used <= options_of(name), f"{page}: sayso {line}"


def test_the_group_lists_every_module() -> None:
    modules = {path.stem for path in (ROOT / "src" / "sayso" / "cli").glob("*.py")} - {"__init__", "console"}
    assert modules == set(COMMANDS) == set(cli.list_commands(click.Context(cli)))
