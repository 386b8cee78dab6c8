"""The `html` measure: our reading of each layout beside trafilatura's own, words, prose lost, marks, claims and time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from statistics import mean

from trafilatura import bare_extraction, extract_metadata

from bench.webpages import layouts
from bench.webpages.marking import unmarked
from bench.webpages.scoring import Score, score_page
from sayso import Document
from sayso.ingest.html import read_html
from sayso.ingest.pieces import Piece
from sayso.model.ids import sha256_hex

__all__ = ["measure", "scores"]

_ROUNDS = 5


def scores() -> Iterator[Score]:
    """Score every layout."""
    for layout in layouts():
        page, gold = unmarked(layout.page)
        data = page.encode(layout.encoding)
        yield score_page(layout, gold, _read(data, layout.name), _theirs(data))


def _read(data: bytes, name: str) -> Document | None:
    found = [item for item in read_html(Piece(sha256_hex(data), f"{name}.html", data)) if isinstance(item, Document)]
    return found[0] if found else None


def _theirs(data: bytes) -> str:
    found = bare_extraction(data, include_comments=False)
    return str(getattr(found, "text", None) or "")


def measure(limit: int | None = None) -> dict[str, float]:
    """Print a line a page on standard error, so that `--json` stays JSON, and return the figures."""
    made = list(scores())[:limit]
    print(f"{'page':<38}{'ours':>8}{'trafil.':>9}{'lost':>6}{'theirs':>8}{'marks':>9}{'claims':>8}", file=sys.stderr)
    for s in made:
        marks, claims = f"{s.marks_right}/{s.marks_gold}", f"{s.claims_right}/{s.claims_gold}"
        print(
            f"{s.name:<38}{s.ours:>8.3f}{s.theirs:>9.3f}{len(s.lost):>6}{len(s.theirs_lost):>8}{marks:>9}{claims:>8}",
            file=sys.stderr,
        )
    right, gold, found = (sum(getattr(s, name) for s in made) for name in ("marks_right", "marks_gold", "marks_made"))
    return {
        "pages": len(made),
        "token F1": mean(s.ours for s in made),
        "token F1, trafilatura alone": mean(s.theirs for s in made),
        "lines of prose lost": sum(len(s.lost) for s in made),
        "lines of prose lost, trafilatura alone": sum(len(s.theirs_lost) for s in made),
        "marks, recall": right / gold,
        "marks, precision": right / max(1, found),
        "claims right": sum(s.claims_right for s in made) / sum(s.claims_gold for s in made),
        "time over trafilatura's text and metadata": _ratio(),
    }


def _ratio() -> float:
    """Return our CPU time for all layouts over trafilatura's own for text and metadata, rounds of either taken in turn."""
    pages = [(layout.name, unmarked(layout.page)[0].encode(layout.encoding)) for layout in layouts()]
    ours = theirs = 0.0
    for turn in range(_ROUNDS + 1):
        a = _cpu(lambda: [_read(data, name) for name, data in pages])
        b = _cpu(lambda: [(_theirs(data), extract_metadata(data)) for _, data in pages])
        if turn:  # the first round only warms up
            ours, theirs = ours + a, theirs + b
    return ours / theirs


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
