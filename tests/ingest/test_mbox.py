"""Mailboxes: every letter by itself, told apart, in memory that does not grow with the box."""

from __future__ import annotations

import io
import tracemalloc
from typing import Any

import pytest
from tests.ingest.test_mail import letter

from sayso.ingest import limits
from sayso.ingest.kinds import Kind, kind_of
from sayso.ingest.mbox import read_mbox
from sayso.ingest.pieces import Outcome, Piece

MARK = "From ann@orlo.example Tue Jun 14 10:00:00 2011\n"


def box(*letters: str, mark: str = MARK) -> bytes:
    return "".join(f"{mark}{words}\n" for words in letters).encode()


def simple(words: str, name: str = "") -> str:
    identity = f"Message-ID: <{name}>\n" if name else ""
    return f"From: a@b.example\nSubject: s\n{identity}\n{words}\n"


def test_each_letter_is_a_document(ingest: Any) -> None:
    documents = ingest("box.mbox", box(simple("Ten fled.", "1@x"), simple("Nine stayed.", "2@x"))).documents
    assert [(document.member, document.name, document.text) for document in documents] == [
        ("1@x", "box.mbox#1@x", "Ten fled."), ("2@x", "box.mbox#2@x", "Nine stayed."),
    ]  # fmt: skip


def test_letters_without_id_go_by_their_place_and_twins_are_kept_apart(ingest: Any) -> None:
    letters = (simple("Ten fled."), simple("Nine stayed.", "1@x"), simple("Nine stayed.", "1@x"))
    documents = ingest("box.mbox", box(*letters)).documents
    assert [document.member for document in documents] == ["letter 1", "1@x", "1@x (2)"]
    assert len({document.id for document in documents}) == 3


def test_from_inside_a_letter_begins_none(ingest: Any) -> None:
    words = "He said:\n\nFrom the hills they came at 10:00 in 2011 or so we heard\n\n>From Orlo we know nothing.\n>>From afar."
    (document,) = ingest("box.mbox", box(simple(words.replace("From the hills", ">From the hills")))).documents
    assert "\nFrom the hills" in document.text
    assert document.text.endswith("\nFrom Orlo we know nothing.\n>From afar.")


def test_a_line_that_only_begins_with_from_is_no_postmark(ingest: Any) -> None:
    (document,) = ingest("box.mbox", box(simple("We walked.\n\nFrom Orlo to Ulme it is far."))).documents
    assert document.text.endswith("From Orlo to Ulme it is far.")


@pytest.mark.parametrize(
    "mark",
    [
        "From - Tue Jun 14 10:00:00 2011\n",
        "From 1371234567890@xxx Tue Jun 14 10:00:00 +0000 2011\n",
        "From MAILER-DAEMON Tue Jun 14 10:00:00 2011\r\n",
    ],
)
def test_postmarks_of_several_programs(ingest: Any, mark: str) -> None:
    assert len(ingest("box.mbox", box(simple("Ten fled."), simple("Nine stayed."), mark=mark)).documents) == 2


def test_attachments_in_a_box_go_by_their_letter(ingest: Any) -> None:
    made = letter(**{"Message-ID": "<9@x>"})
    made.add_attachment(b"Ten fled.", maintype="text", subtype="plain", filename="notes.txt")
    assert [document.member for document in ingest("box.mbox", MARK.encode() + made.as_bytes()).documents] == [
        "9@x",
        "9@x!/notes.txt",
    ]


def test_a_broken_letter_costs_itself_only(ingest: Any) -> None:
    broken = "Content-Type: multipart/encrypted; boundary=x\n\n--x\nabc\n--x--\n"
    found = ingest("box.mbox", box(simple("Ten fled."), broken, simple("Nine stayed.")))
    assert [document.text for document in found.documents] == ["Ten fled.", "Nine stayed."]
    assert [problem.member for problem in found.problems] == ["letter 2"]


def test_a_letter_beyond_the_limit_costs_itself_only(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAPER_BYTES", 500)
    found = ingest("box.mbox", box(simple("Ten fled."), simple("word " * 400), simple("Nine stayed.")))
    assert [document.text for document in found.documents] == ["Ten fled.", "Nine stayed."]
    assert "longer than 500 bytes" in found.problems[0].what


@pytest.mark.parametrize("data", [b"only words, no letter", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_mailbox(ingest: Any, data: bytes) -> None:
    assert "named like a mailbox" in ingest("box.mbox", data).problem.what


def test_a_box_without_extension_is_known_by_its_postmark() -> None:
    assert kind_of("Inbox", MARK.encode()) is Kind.MBOX
    assert kind_of("letter", b"From Orlo with love, and more words than these") is Kind.TEXT


class Endless(io.RawIOBase):
    """A mailbox of many letters that is made while it is read."""

    def __init__(self, letters: int) -> None:
        self._left = letters
        self._lines: list[bytes] = []

    def readline(self, _size: int | None = -1, /) -> bytes:
        if not self._lines and self._left:
            self._left -= 1
            words = "\n".join(["Residents of Orlo said that ten had fled over the river."] * 200)
            self._lines = box(simple(words, f"{self._left}@x")).splitlines(keepends=True)
        return self._lines.pop(0) if self._lines else b""


def test_memory_does_not_grow_with_the_box() -> None:
    def measure(piece: Piece, kind: Kind) -> Outcome:
        assert kind is Kind.MAIL
        return iter(())

    peaks = []
    for letters in (50, 1000):
        tracemalloc.start()
        assert list(read_mbox(Piece("0" * 64, "box.mbox", b""), Endless(letters), measure)) == []  # type: ignore[arg-type]
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 300_000, peaks
