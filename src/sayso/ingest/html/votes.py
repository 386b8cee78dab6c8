"""What trafilatura takes for the article, found again among a page's blocks: where most of it lies is where the article is.

Its text leaves out much that belongs to an article (captions, by-lines, quotations, notes), so it is asked where, not what.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from trafilatura import bare_extraction

from sayso.ingest.html.shown import Block

__all__ = ["taken_blocks"]

_PLAIN = re.compile(r"\W+")
_LONG = 40  # letters from which a block may also be found inside a longer line, as where lines were broken otherwise

# It warns of every odd page on standard error; what matters to a user is recorded as a problem instead.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def taken_blocks(tree: Any, blocks: Sequence[Block]) -> list[bool]:
    """Tell of each block whether trafilatura takes it, or a line of it, for the article's text."""
    found = bare_extraction(tree, include_comments=False, favor_recall=True)
    text = str(getattr(found, "text", None) or "")
    lines = {_plain(part) for line in text.split("\n") for part in (line, *line.split("|"))} - {""}
    whole = _plain(text)
    return [_is_taken(block, lines, whole) for block in blocks]


def _is_taken(block: Block, lines: set[str], whole: str) -> bool:
    for line in re.split(r"[\n\t]", block.text):
        plain = _plain(line)
        if plain and (plain in lines or (len(plain) >= _LONG and plain in whole)):
            return True
    return False


def _plain(text: str) -> str:
    return _PLAIN.sub("", text).casefold()
