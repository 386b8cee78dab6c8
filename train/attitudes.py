"""Count the words by which somebody takes a stand: those that stand in a cue as often as not, in marked articles.

Prints them by part of speech, with the counts, for `lang/en/attitudes.toml`; what names a deed where there is war is taken out
there by hand. Words that the cue lexicon has are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.annotate.attribution import cue_class
from sayso.engine.resources import load_resources
from sayso.model.ids import make_document, sha256_hex
from sayso.model.page import Page
from sayso.pipeline import segment

__all__ = ["attitudes", "main"]

OFTEN, FEWEST = 0.2, 3
"""Of a word's occurrences, how many stand in a cue, and how many times it does."""

CLASSES = frozenset({"VERB", "NOUN", "ADJ"})

Word = tuple[str, str]


def main() -> None:
    """Print the words of one file of marked articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path, help="JSON Lines with id, text, attributions")
    chosen = parser.parse_args()
    resources = replace(load_resources(), tagger=None)
    rows = [json.loads(line) for line in chosen.documents.read_text(encoding="utf-8").splitlines()]
    pages = ((row, segment(make_document(sha256_hex(row["text"]), row["id"], row["text"]), resources)) for row in rows)
    for (lemma, pos), in_cue, occurs in attitudes(pages):
        if not cue_class(lemma, resources.packs["en"]):
            print(f"{pos}\t{lemma}\t{in_cue}\t{occurs}")


def attitudes(pages: Iterable[tuple[dict[str, Any], Page]]) -> Iterator[tuple[Word, int, int]]:
    """Yield words by part of speech and lemma, with how often each stands in a cue and how often it occurs at all."""
    occurs: Counter[Word] = Counter()
    in_cue: Counter[Word] = Counter()
    for row, page in pages:
        marked = {at for one in row["attributions"] for start, end in one["cue"] for at in range(start, end)}
        for token in (t for sentence in page.sentences for t in sentence.tokens if t.pos in CLASSES):
            word = token.lemma.lower(), token.pos
            occurs[word] += 1
            in_cue[word] += token.start in marked
    for word in sorted(in_cue, key=lambda w: (w[1], w[0])):
        if in_cue[word] >= FEWEST and in_cue[word] >= OFTEN * occurs[word]:
            yield word, in_cue[word], occurs[word]


if __name__ == "__main__":
    main()
