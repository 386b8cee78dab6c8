"""Runs commands as a user does, in one process, and a case to run them on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.made_case import made_case

from sayso.cli import main
from sayso.errors import CaseError
from sayso.model.judgements import Judgement, Verdict
from sayso.model.reconstruction import Reconstruction
from sayso.present.case import Case
from sayso.workspace import Break, Verification, Workspace


@dataclass(frozen=True)
class Ran:
    """What a command printed and the code it ended with."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `sayso` with arguments."""

    def ran(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        code = left.value.code
        return Ran(code if isinstance(code, int) else 1, out, err)

    return ran


class MadeWorkspace:
    """The made case behind the workspace's methods that only look, and a log that remembers what was asked."""

    def __init__(self, found: Verification) -> None:
        self.found = found
        self.judged: list[tuple[Verdict, tuple[str, ...], str, str]] = []

    def __enter__(self) -> MadeWorkspace:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def case(self) -> Case:
        return made_case()

    def judgements(self) -> tuple[Judgement, ...]:
        return made_case().judgements

    def reconstruction(self) -> Reconstruction:
        return made_case().reconstruction

    def check(self) -> Verification:
        return self.found

    def judge(self, verdict: Verdict, *ids: str, reason: str, by: str) -> Judgement:
        self.judged.append((verdict, ids, reason, by))
        return Judgement("j2", "2020-01-02T00:00:00Z", by, verdict, None, reason)

    def undo(self, judgement_id: str, *, reason: str, by: str) -> Judgement:
        self.judged.append((Verdict.UNDO, (judgement_id,), reason, by))
        return Judgement("j3", "2020-01-02T00:00:00Z", by, Verdict.UNDO, None, reason, judgement_id)


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch) -> MadeWorkspace:
    """Let `kestrin` be the made case; there is no other."""
    made = MadeWorkspace(Verification((), (), (("originals", 2), ("anchors", 80))))

    def opened(path: str) -> MadeWorkspace:
        if path != "kestrin":
            raise CaseError(f"{path} is not a case", "sayso build makes one")
        return made

    monkeypatch.setattr(Workspace, "open", opened)
    return made


@pytest.fixture
def broken(workspace: MadeWorkspace) -> MadeWorkspace:
    """The made case with an original that was changed."""
    workspace.found = Verification((Break("originals/ab", "its bytes are not those recorded", "restore it"),), (), ())
    return workspace
