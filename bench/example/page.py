"""The example as built: its pages by number, their words found again, and who speaks where."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sayso import Anchor, Reading, Reconstruction, Span, reconstruct
from sayso.model.reconstruction import Voice
from sayso.model.reports import Report
from sayso.model.statements import Statement

__all__ = ["EXAMPLE", "ExampleCase", "ExpectedError", "Table", "load_expected", "not_yet", "overlap", "read_example"]

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "dol-maresh"

Table = Mapping[str, Any]


class ExpectedError(Exception):
    """`expected.toml` names words that do not stand in its pages, or stand there more than once."""


def load_expected(folder: Path = EXAMPLE) -> Table:
    """Load what a careful reader must find."""
    with (folder / "expected.toml").open("rb") as file:
        return tomllib.load(file)


def not_yet(expected: Table) -> frozenset[str]:
    """Return the names of the items that the program is known not to manage yet."""
    return frozenset(expected.get("not_yet", {}).get("items", ()))


def overlap(a: Span, b: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def covers_most(spans: tuple[Span, ...], words: Span) -> bool:
    """Tell whether `spans` hold at least half of the characters of `words`."""
    return 2 * sum(overlap(span, words) for span in spans) >= len(words)


@dataclass(frozen=True)
class ExampleCase:
    """Readings by page number and what follows from all of them."""

    readings: Mapping[str, Reading]
    reconstruction: Reconstruction

    def page(self, number: str) -> Reading:
        """Return the reading of a page."""
        if number not in self.readings:
            raise ExpectedError(f"page {number} was not read")
        return self.readings[number]

    def places(self, page: str, words: str) -> list[Span]:
        """Return every place where `words` stand on a page; white space of any kind and length is the same."""
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        found = re.finditer(rf"(?<!\w){pattern}(?!\w)", self.page(page).text)
        spans = [Span(match.start(), match.end()) for match in found]
        if not spans:
            raise ExpectedError(f"page {page} has no words {words!r}")
        return spans

    def place(self, page: str, words: str, nth: int = 0) -> Span:
        """Return the one place where `words` stand on a page, or the `nth` of several, counted from 1."""
        spans = self.places(page, words)
        if not nth and len(spans) > 1:
            raise ExpectedError(f"page {page} has {words!r} {len(spans)} times; say which with `nth`")
        return spans[max(nth, 1) - 1]

    def report_at(self, page: str, words: str) -> Report | None:
        """Return the report that holds most of `words`, if one does."""
        place = self.place(page, words)
        return next((r for r in self.page(page).reports if covers_most(r.spans, place)), None)

    def statements_at(self, page: str, words: str, nth: int = 0) -> list[Statement]:
        """Return the statements that hold most of `words`, the shortest first."""
        place = self.place(page, words, nth)
        holding = [s for s in self.page(page).statements if covers_most(s.spans, place)]
        return sorted(holding, key=lambda s: (sum(map(len, s.spans)), s.span, s.id))

    def voice_at(self, page: str, words: str) -> Voice | None:
        """Return the voice named or described at `words`, if there is one."""
        place, document = self.place(page, words), self.page(page).document
        shared = [(_shared(voice, document, place), voice.id, voice) for voice in self.reconstruction.voices]
        best = max(shared, key=lambda item: item[:2], default=None)
        return best[2] if best and best[0] else None

    def speakers(self, statement: Statement) -> str:
        """Return all names and descriptions of a statement's first voices in one line, for a reader and for matching."""
        if statement.id not in self._speakers:
            return ""
        return " / ".join(self._speakers[statement.id])

    @cached_property
    def _speakers(self) -> dict[str, list[str]]:
        voices = {voice.id: voice for voice in self.reconstruction.voices}
        return {
            say_so.statement: [name for link in say_so.chain[-1:] for v in link.voices for name in _names(voices[v])]
            for say_so in self.reconstruction.say_so
        }


def _shared(voice: Voice, document: str, place: Span) -> int:
    anchors: list[Anchor] = [anchor for name in voice.names for anchor in name.anchors]
    return max((overlap(a.span, place) for a in anchors if a.document == document), default=0)


def _names(voice: Voice) -> Iterator[str]:
    yield voice.label
    yield from (name.text for name in voice.names)


def read_example(readings: Mapping[str, Reading]) -> ExampleCase:
    """Bring readings, keyed by file name, together into a case keyed by page number."""
    pages = {Path(name).name[:2]: reading for name, reading in sorted(readings.items())}
    return ExampleCase(pages, reconstruct(list(pages.values())))
