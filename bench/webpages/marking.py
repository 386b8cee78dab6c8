"""Pages written with their gold in them: `[[kind|words]]` around what belongs to the article, nothing around its furniture.

    <div class="nav">Home</div> <h1>[[headline|Bridge closed]]</h1> <p>[[text|The bridge was closed.]]</p>

Marks nest. `text`, `quote` and `note` are running text; the other kinds are those of `MarkKind`. `comment` and `related` are
no text of the article: a reader may leave them out, or keep them and say what they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

__all__ = ["LOOSE", "Gold", "Part", "folded", "unmarked"]

_TOKEN = re.compile(r"\[\[([a-z-]+)\||\]\]")
_TAG = re.compile(r"<[^>]*>")
LOOSE = frozenset({"comment", "related", "entry", "block-quote"})  # kinds that hold several blocks
_ASIDE = frozenset({"comment", "related"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the gold: its kind, its words with white space folded, how deep it lies in other stretches."""

    kind: str
    words: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Gold:
    """The parts of a page in the order they begin."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The words of the article, a line for each outermost part, comments and related links left out."""
        return "\n".join(part.words for part in self.parts if not part.depth and part.kind not in _ASIDE)

    @property
    def prose(self) -> tuple[str, ...]:
        """The lines of running text that must not be lost."""
        return tuple(part.words for part in self.parts if part.kind in ("text", "quote", "note"))


def folded(text: str) -> str:
    """Fold white space."""
    return " ".join(text.split())


def unmarked(page: str) -> tuple[str, Gold]:
    """Take the marks out of a page; return it as it would be saved, and its gold."""
    out: list[str] = []
    length = at = 0
    open_parts: list[tuple[str, int, int]] = []
    found: list[tuple[int, Part]] = []
    for token in _TOKEN.finditer(page):
        out.append(page[at : token.start()])
        length, at = length + token.start() - at, token.end()
        if token.group(1):
            open_parts.append((token.group(1), length, len(open_parts)))
            continue
        kind, start, depth = open_parts.pop()
        words = folded(unescape(_TAG.sub(" " if kind in LOOSE else "", "".join(out)[start:])))
        found.append((start, Part(kind, words, depth)))
    if open_parts:
        raise ValueError(f"marks left open: {open_parts}")
    parts = tuple(part for _, part in sorted(found, key=lambda item: (item[0], item[1].depth)))
    return "".join([*out, page[at:]]), Gold(parts)
