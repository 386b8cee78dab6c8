"""How well a page's reading agrees with its gold: words of the text, prose lost, marks, claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bench.webpages.marking import LOOSE, Gold, folded
from bench.webpages.pieces import Layout
from sayso import Document
from sayso.model.text import MarkKind

__all__ = ["Score", "lost_prose", "score_page", "token_f1"]

_WORD = re.compile(r"\w+")
_KINDS = frozenset(kind.value for kind in MarkKind)
_ASIDE = (MarkKind.COMMENT, MarkKind.RELATED)


@dataclass(frozen=True, slots=True)
class Score:
    """One page: F1 of the words of ours and of trafilatura's text, prose lost by either, marks and claims right, of how many."""

    name: str
    ours: float
    theirs: float
    lost: tuple[str, ...]
    theirs_lost: tuple[str, ...]
    marks_right: int
    marks_gold: int
    marks_made: int
    claims_right: int
    claims_gold: int
    wrong: tuple[str, ...]


def token_f1(found: str, gold: str) -> float:
    """Return the F1 of two texts as bags of words."""
    a, b = (Counter(_WORD.findall(text.casefold())) for text in (found, gold))
    shared = sum((a & b).values())
    return 2 * shared / max(1, sum(a.values()) + sum(b.values()))


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def lost_prose(found: str, gold: Gold) -> tuple[str, ...]:
    """Return the lines of running text that are not in a text."""
    whole = _letters(found)
    return tuple(line for line in gold.prose if _letters(line) not in whole)


def without_asides(document: Document) -> str:
    """Return a document's text without what its marks call comments or links elsewhere."""
    text, at, kept = document.text, 0, []
    for mark in document.marks:
        if mark.kind in _ASIDE and mark.span.start >= at:
            kept.append(text[at : mark.span.start])
            at = mark.span.end
    return "".join([*kept, text[at:]])


def score_page(layout: Layout, gold: Gold, document: Document | None, theirs: str) -> Score:
    """Score one page."""
    text = without_asides(document) if document else ""
    made = _marks((mark.kind.value, mark.span.of(document.text)) for mark in document.marks) if document else Counter()
    wanted = _marks((part.kind, part.words) for part in gold.parts if part.kind in _KINDS)
    right = sum((made & wanted).values())
    claims = {key: getattr(document.claimed, key) if document else None for key in layout.claims}
    wrong = [f"claim {k}: {claims[k]!r}, not {v!r}" for k, v in layout.claims.items() if claims[k] != v]
    wrong += [f"mark missed: {kind} {words[:70]!r}" for kind, words in sorted((wanted - made).elements())]
    wrong += [f"mark too many: {kind} {words[:70]!r}" for kind, words in sorted((made - wanted).elements())]
    return Score(
        layout.name, token_f1(text, gold.text), token_f1(theirs, gold.text), lost_prose(text, gold), lost_prose(theirs, gold),
        right, sum(wanted.values()), sum(made.values()), len(claims) - sum(w.startswith("claim") for w in wrong), len(claims), tuple(wrong),
    )  # fmt: skip


def _marks(items: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Count marks by kind and words; of those that hold several blocks letters alone count, as list marks may differ."""
    return Counter((kind, _letters(words) if kind in LOOSE else folded(words)) for kind, words in items)
