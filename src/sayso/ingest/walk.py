"""Where the walk through one original stands: what is done, how far it is, what was noted on the way.

A container gives its members to one function, in an order that follows from its bytes alone. So members can be numbered,
and a walk that was cut off goes on by passing by as many as were done: the container is walked through again, which is
quick, but nothing is made of these members a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

from sayso.ingest.kinds import Kind
from sayso.ingest.pieces import Outcome, Piece

__all__ = ["Moved", "ReadPiece", "Walk"]

ReadPiece = Callable[[Piece, Kind], Outcome]
Moved = Callable[[int], None]
"""Called with how many bytes of the original have been read."""


@dataclass(slots=True)
class Walk:
    """A walk through one original; `done` members are passed by.

    `finished` is how many members the container has given of which all outcomes have been taken, those passed by included.
    """

    done: int = 0
    moved: Moved | None = None
    finished: int = 0
    notes: list[str] = field(default_factory=list)

    def reading(self, stream: IO[bytes], read_piece: ReadPiece) -> ReadPiece:
        """Return `read_piece` with its calls counted; `stream` is the original's."""

        def read(piece: Piece, kind: Kind) -> Outcome:
            if self.finished >= self.done:
                yield from read_piece(piece, kind)
            self.finished += 1
            self.tell(stream)

        return read

    def tell(self, stream: IO[bytes]) -> None:
        """Tell how much of the original has been read."""
        if self.moved and not stream.closed:
            self.moved(stream.tell())
