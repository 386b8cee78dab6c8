"""Mailboxes (.mbox): one letter after the other from the stream, so that memory holds one letter whatever the size.

A letter begins at a line `From sender date` after an empty line (or at the start); `>From ` inside a letter loses the
mark that was put there to tell the two apart. The member locator is the Message-ID; the second letter with one id gets a
number, and a letter without one goes by its place in the box, counted from 1.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import IO

from sayso.ingest import limits
from sayso.ingest.kinds import Kind, disguise
from sayso.ingest.pieces import Budget, Outcome, Piece, missing_text, problem_of, unreadable
from sayso.ingest.walk import ReadPiece

__all__ = ["read_mbox"]

LINE = 64 * 1024  # a longer line is taken in parts
POSTMARK = re.compile(rb"From (?:\S.{0,300}?)?\b\d{1,2}:\d\d(?::\d\d)?\b.{0,40}\b\d{4}\b|From - \S")
ESCAPED = re.compile(rb">+From ")
HEADERS = re.compile(rb"[!-9;-~]{1,76}:")
MESSAGE_ID = re.compile(rb"^message-id:[ \t]*(?:\r?\n[ \t]+)?<?([^<>\s]{1,200})", re.IGNORECASE | re.MULTILINE)
HEAD = 64 * 1024  # how far into a letter its id is looked for


def read_mbox(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of each letter of a mailbox, in their order."""
    head = source.readline(LINE)
    what = disguise(head[:64])
    if what or not (head.startswith(b"From ") or HEADERS.match(head)):
        yield unreadable(piece, f"named like a mailbox, but it is {what or 'none: no letter begins in its first line'}")
        return
    names = _Names(piece)
    for letter in _letters(head, source):
        member = names.name(letter)
        if len(letter) > limits.PAPER_BYTES:
            what = f"a letter longer than {limits.mb(limits.PAPER_BYTES)}"
            yield problem_of(member, what, "not read; it is kept inside the mailbox", "save its attachments and add those")  # fmt: skip
        else:
            yield from read_piece(replace(member, data=letter), Kind.MAIL)
    if not names.number:
        yield missing_text(piece)


def _letters(head: bytes, source: IO[bytes]) -> Iterator[bytes]:
    """Yield the letters without their first line; one that is too long ends one byte past the limit."""
    letter = bytearray() if head.startswith(b"From ") else bytearray(head)
    begun, blank = False, False  # whether the next bytes begin a line, and whether the line before was empty
    begun = head.endswith(b"\n")
    while line := source.readline(LINE):
        if begun and blank and POSTMARK.match(line):
            if letter.strip():
                yield bytes(letter)
            letter = bytearray()
        else:
            if begun and ESCAPED.match(line):
                line = line[1:]
            letter += line[: max(0, limits.PAPER_BYTES + 1 - len(letter))]
        begun, blank = line.endswith(b"\n"), begun and line in {b"\n", b"\r\n"}
    if letter.strip():
        yield bytes(letter)


@dataclass(slots=True)
class _Names:
    """Names the letters of one box; of ids only short digests are kept, as a box may hold a million."""

    piece: Piece
    seen: dict[bytes, int] = field(default_factory=dict)
    number: int = 0

    def name(self, letter: bytes) -> Piece:
        """Return the piece that names a letter."""
        self.number += 1
        found = MESSAGE_ID.search(letter[:HEAD].partition(b"\n\n")[0].partition(b"\r\n\r\n")[0])
        label = found.group(1).decode("utf-8", "replace") if found else f"letter {self.number}"
        key = hashlib.blake2b(label.encode(), digest_size=8).digest()
        times = self.seen[key] = self.seen.get(key, 0) + 1
        label = label if times == 1 else f"{label} ({times})"
        member = f"{self.piece.member}!/{label}" if self.piece.member else label
        # A mailbox is no archive: each letter may hold its own, unless the box came packed itself.
        budget = self.piece.budget if self.piece.depth else Budget()
        return replace(self.piece, name=f"{self.piece.name}#{label}", member=member, budget=budget)
