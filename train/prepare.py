"""Turn marked texts into pieces and labels: one `.npz` file that training reads.

The texts themselves are not kept in it in readable form, and neither texts nor this file may enter the repository.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from sayso.annotate.attribution import hints_for
from sayso.annotate.attribution.tagger.hints import hints_of, pieces_in
from sayso.annotate.attribution.tagger.pieces import Pieces, Vocabulary, cut_pieces
from sayso.engine.resources import load_resources
from sayso.model.ids import make_document, sha256_hex
from sayso.model.proposals import Hints
from sayso.model.text import Span
from sayso.pipeline import segment
from train.own import OWN, own_documents
from train.roles import ROLES

__all__ = ["HELD_BACK", "main", "prepared"]

Row = tuple[int, int, int, int, int]

HELD_BACK = 14  # every so many-th document of train, in the order of ids, is kept for choosing among settings


def main() -> None:
    """Prepare one file of documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path, help="JSON Lines with id, text, attributions")
    parser.add_argument("vocabulary", type=Path, help="the pieces, one a line")
    parser.add_argument("out", type=Path)
    parser.add_argument("--own", type=Path, default=Path(__file__).with_name("own"), help="folder of our own passages")
    chosen = parser.parse_args()
    pieces = chosen.vocabulary.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in chosen.documents.read_text(encoding="utf-8").splitlines()]
    rows += own_documents(chosen.own)
    resources = replace(load_resources(), tagger=None)
    read = ((row, segment(make_document(sha256_hex(row["text"]), row["id"], row["text"]), resources)) for row in rows)
    known = ((row, hints_for(page, resources.packs)) for row, page in read)
    np.savez_compressed(chosen.out, **prepared(known, Vocabulary(pieces)))


def prepared(rows: Iterable[tuple[dict[str, Any], Hints]], vocabulary: Vocabulary) -> dict[str, np.ndarray[Any, Any]]:
    """Return the documents as flat arrays.

    `ids`, `features`, `hints`: of all pieces; `documents`: where each document's begin, and the end; `held`: which documents
    are held back; `own`: which are our own passages, all last; `spans`: rows of attribution, document, role, first piece, end piece (pieces counted inside the document);
    `known`: the same of the attributions that the grammar finds.
    """
    ids: list[int] = []
    features: list[int] = []
    hinted: list[int] = []
    documents = [0]
    spans: list[Row] = []
    known: list[Row] = []
    own = 0
    for number, (row, hints) in enumerate(sorted(rows, key=_place)):
        pieces = cut_pieces(row["text"], vocabulary, list(paragraph_starts(row["text"])))
        ids += pieces.ids
        features += pieces.features
        hinted += hints_of(pieces, hints).tolist()
        documents.append(len(ids))
        own += row["id"].startswith(OWN)
        for attribution in row["attributions"]:
            roles = [[Span(*s) for s in attribution[role]] for role in ROLES]
            spans += _rows(pieces, roles, spans[-1][0] + 1 if spans else 0, number)
        for one in hints.known:
            known += _rows(pieces, (one.source, one.cue, one.content), known[-1][0] + 1 if known else 0, number)
    numbers = np.arange(len(documents) - 1)
    held = (numbers % HELD_BACK == HELD_BACK - 1) & (numbers < len(numbers) - own)
    return {
        "ids": np.array(ids, np.int32),
        "features": np.array(features, np.int8),
        "hints": np.array(hinted, np.int8),
        "documents": np.array(documents, np.int64),
        "held": held,
        "own": numbers >= len(numbers) - own,
        "spans": np.array(spans, np.int32),
        "known": np.array(known, np.int32),
    }


def _place(row: tuple[dict[str, Any], Hints]) -> tuple[bool, str]:
    """Our own passages come last, so that what is held back of the others does not hang on them."""
    return str(row[0]["id"]).startswith(OWN), str(row[0]["id"])


def paragraph_starts(text: str) -> Iterator[int]:
    """Yield where each non-empty line begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at
        at += len(line)


def _rows(pieces: Pieces, roles: Iterable[Iterable[Span]], number: int, document: int) -> Iterator[Row]:
    for role, spans in enumerate(roles):
        for first, end in pieces_in(pieces, spans):
            yield number, document, role, first, end


if __name__ == "__main__":
    main()
