"""Sentences marked by hand: a text, and the statements it should give with their fields, read from the files in `marked/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.annotate.statements.conftest import Told

from sayso.model.statements import Statement

__all__ = ["MARKED", "Mark", "judged", "load"]

MARKED = Path(__file__).parent / "marked"
FIELDS = ("backing", "polarity", "certainty", "basis", "tense")


@dataclass(frozen=True)
class Mark:
    """One line under a text: the words of a statement, what its fields should be, whose it is and what it is about."""

    text: str
    words: str
    fields: tuple[str, ...]
    voices: tuple[str, ...]
    about: str


def load(name: str) -> list[Mark]:
    """Read one file of marked texts; the format is told at its top."""
    found, text = [], ""
    for line in (MARKED / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            text = line[2:].replace(" // ", "\n\n").replace(" / ", "\n")
        elif line.strip() and not line.startswith("#"):
            words, fields, voices, *about = [part.strip() for part in f"{line} ".split("|")]
            chain = tuple("/".join(one.split(" + ")) for one in voices.split(" > ")) if voices else ()
            found.append(
                Mark(text, words, tuple(fields.split()), chain, about[0].removeprefix("about: ") if about else "")
            )
    return found


def judged(mark: Mark, page: Told) -> dict[str, bool]:
    """Tell for each thing that is marked whether the reading has it so; all wrong where the statement is not found."""
    asked = ["found", *FIELDS, "voices", *(["about"] if mark.about else [])]
    statement = _nearest(mark, page)
    if statement is None:
        return dict.fromkeys(asked, False)
    right = {name: str(getattr(statement, name)) == value for name, value in zip(FIELDS, mark.fields, strict=True)}
    voices = tuple(page.voices(statement)) if mark.voices else ()
    known = {s.id: page.words(s) for s in page.reading.statements}
    right |= {"found": True, "voices": voices == mark.voices}
    return right | ({"about": mark.about in known.get(statement.about or "", "")} if mark.about else {})


def _nearest(mark: Mark, page: Told) -> Statement | None:
    """Return the statement that holds the marked words, the one whose fields and voices fit best, then the shortest."""
    held = [
        s
        for s in page.reading.statements
        if mark.words in page.words(s).replace(" | ", " ") or mark.words in page.words(s)
    ]
    return min(held, key=lambda s: (-_fit(mark, s, page), len(page.words(s)), s.id), default=None)


def _fit(mark: Mark, statement: Statement, page: Told) -> int:
    return sum(str(getattr(statement, name)) == value for name, value in zip(FIELDS, mark.fields, strict=True)) + (
        tuple(page.voices(statement)) == mark.voices
    )
