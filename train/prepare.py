"""Turn marked texts into pieces and labels: one `.npz` file that training reads.

The texts themselves are not kept in it in readable form, and neither texts nor this file may enter the repository.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.annotate.attribution.tagger.pieces import Pieces, Vocabulary, cut_pieces

__all__ = ["Role", "main", "prepared"]

SOURCE, CUE, CONTENT = range(3)
Role = int
ROLES = ("source", "cue", "content")

HELD_BACK = 14  # every so many-th document of train, in the order of ids, is kept for choosing among settings


def main() -> None:
    """Prepare one file of documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path, help="JSON Lines with id, text, attributions")
    parser.add_argument("vocabulary", type=Path, help="the pieces, one a line")
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args()
    pieces = chosen.vocabulary.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in chosen.documents.read_text(encoding="utf-8").splitlines()]
    np.savez_compressed(chosen.out, **prepared(rows, Vocabulary(pieces)))


def prepared(rows: Iterable[dict[str, Any]], vocabulary: Vocabulary) -> dict[str, np.ndarray[Any, Any]]:
    """Return the documents as flat arrays.

    `ids`, `features`: of all pieces; `documents`: where each document's begin, and the end; `held`: which documents are
    held back; `spans`: rows of attribution, document, role, first piece, end piece (pieces counted inside the document).
    """
    ids: list[int] = []
    features: list[int] = []
    documents = [0]
    spans: list[tuple[int, int, Role, int, int]] = []
    for number, row in enumerate(sorted(rows, key=lambda r: str(r["id"]))):
        pieces = cut_pieces(row["text"], vocabulary, list(paragraph_starts(row["text"])))
        ids += pieces.ids
        features += pieces.features
        documents.append(len(ids))
        for attribution in row["attributions"]:
            spans += _spans(pieces, attribution, spans[-1][0] + 1 if spans else 0, number)
    held = np.arange(len(documents) - 1) % HELD_BACK == HELD_BACK - 1
    return {
        "ids": np.array(ids, np.int32),
        "features": np.array(features, np.int8),
        "documents": np.array(documents, np.int64),
        "held": held,
        "spans": np.array(spans, np.int32),
    }


def paragraph_starts(text: str) -> Iterator[int]:
    """Yield where each non-empty line begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at
        at += len(line)


def _spans(
    pieces: Pieces, attribution: dict[str, Any], number: int, document: int
) -> Iterator[tuple[int, int, Role, int, int]]:
    for role, name in enumerate(ROLES):
        for start, end in attribution[name]:
            first, last = bisect_right(pieces.ends, start), bisect_left(pieces.starts, end)
            if first < last:
                yield number, document, role, first, last


if __name__ == "__main__":
    main()
