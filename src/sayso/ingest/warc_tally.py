"""What of a web archive was passed by, counted, so that a crawl of ten thousand pictures makes one line and not ten thousand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from sayso.ingest.pieces import Piece, problem_of
from sayso.model.text import Problem

__all__ = ["Tally"]

SHOWN = 6
KEPT = "not read; they are kept inside the archive"


@dataclass(slots=True)
class Tally:
    """Counts of what was read and what was not, and marks of what has been seen (ten bytes each, whatever their number)."""

    pages: int = 0
    furniture: int = 0
    redirects: int = 0
    repeats: int = 0
    blank: int = 0
    lost: int = 0
    altered: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    packed: Counter[str] = field(default_factory=Counter)
    _seen: set[bytes] = field(default_factory=set)

    def see(self, *parts: bytes | str) -> bool:
        """Remember the parts together; tell whether they were seen before."""
        known = self.saw(*parts)
        self._seen.add(_mark(parts))
        return known

    def saw(self, *parts: bytes | str) -> bool:
        """Tell whether the parts were seen together."""
        return _mark(parts) in self._seen

    def note(self, name: str) -> str:
        """Say what was read and what was passed by without loss."""
        others = (
            (self.furniture, "pictures, styles, scripts and data"), (self.redirects, "redirections"),
            (self.repeats, "unchanged repeats"), (self.blank, "pages without any text"),
        )  # fmt: skip
        passed = ", ".join(f"{what} {number:,}" for number, what in others if number)
        return f"{name}: pages {self.pages:,}" + (f"; passed by: {passed}" if passed else "")

    def problems(self, piece: Piece, damages: Sequence[str]) -> Iterator[Problem]:
        """Say what is lost, one problem a kind."""
        if self.refused:
            what = f"pages that were not there, or not given, when the archive was made: {_list(self.refused)}"
            yield problem_of(piece, what, "there is nothing of them to read", "capture these pages anew if they matter")
        if self.packed:
            what = f"records packed in a way that is not read, or damaged: {_list(self.packed)}"
            yield problem_of(piece, what, KEPT, "capture these pages anew, or save them by themselves")
        if self.unread:
            what = f"records of kinds that are not read: {_list(self.unread)}"
            yield problem_of(piece, what, KEPT, "save what matters of them as text or HTML and add that")
        if self.lost:
            what = f"records that only repeat an earlier capture, which is not in this archive: {self.lost:,}"
            yield problem_of(piece, what, "these pages were not read", "add the archive that holds the earlier capture")
        if self.altered:
            what = f"records that are not what their own digest says: {self.altered:,}"
            yield problem_of(piece, what, "they were read as they are now", "get the archive anew, or ask who made it")
        if damages:
            what = f"a damaged archive: {damages[0]}" + (
                f" (and {len(damages) - 1:,} places more)" if damages[1:] else ""
            )
            yield problem_of(piece, what, "what stood there was not read", "get the archive anew")


def _mark(parts: Sequence[bytes | str]) -> bytes:
    mark = blake2b(digest_size=10)
    for part in parts:
        data = part.encode("utf-8", "replace") if isinstance(part, str) else part
        mark.update(len(data).to_bytes(8, "big") + data)
    return mark.digest()


def _list(counts: Counter[str]) -> str:
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    more = ", …" if len(most) > SHOWN else ""
    listed = ", ".join(f"{name}: {number:,}" for name, number in most[:SHOWN])
    return f"{sum(counts.values()):,} ({listed}{more})"
