"""Passages written for training, marked in the text itself.

One passage a paragraph. `[1s ...]`, `[1c ...]`, `[1x ...]` mark source, cue and content of the passage's first attribution;
a role may be marked more than once. What is not marked is said by nobody: such sentences are as much to be learnt from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["OWN", "own_documents", "unmarked"]

OWN = "own/"
"""How the ids of these documents begin: they are never held back."""

_MARK = re.compile(r"\[(\d+)([scx]) ([^\[\]]*)\]")
_ROLES = {"s": "source", "c": "cue", "x": "content"}


def own_documents(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield each passage of a folder's files as a document with its attributions; raise `ValueError` at a stray bracket."""
    for file in sorted(folder.glob("*.txt")):
        passages = [p for p in file.read_text(encoding="utf-8").split("\n\n") if p.strip()]
        for number, passage in enumerate(passages):
            text, attributions = unmarked(passage.strip())
            yield {"id": f"{OWN}{file.stem}-{number:03}", "text": text, "attributions": attributions}


def unmarked(passage: str) -> tuple[str, list[dict[str, list[list[int]]]]]:
    """Return a passage without its marks, and the attributions they mark, in offsets of what is returned."""
    found: dict[int, dict[str, list[list[int]]]] = {}
    text, at = "", 0
    for mark in _MARK.finditer(passage):
        text += passage[at : mark.start()]
        attribution = found.setdefault(int(mark[1]), {role: [] for role in _ROLES.values()})
        attribution[_ROLES[mark[2]]].append([len(text), len(text) + len(mark[3])])
        text, at = text + mark[3], mark.end()
    text += passage[at:]
    if "[" in text or "]" in text:
        raise ValueError(f"a mark that is none: {text}")
    return text, [found[number] for number in sorted(found)]
