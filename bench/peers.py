"""`python -m bench.peers [PAIRS]`: the usual ways to find copies, scored on the same data as ours, and where they fail.

Run in one go: `datasketch` MinHash with its LSH index over whole documents (extra `bench`; left out, and said so, where it is
not installed), the same by the MinHash library that sayso itself uses, and shared word 8-grams. None tells a direction: the
earlier claimed day is taken for it, as is usual. All look at documents whole, so none tells which passage is whose.
What is missed and what is found in vain is counted by kind, so that it shows where each fails.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from rensa import RMinHash

from bench.inputs import Record, records
from bench.scorer import find_scorer, score
from bench.tasks import TASKS

__all__ = ["containment", "main", "minhash"]

USUAL = Path(__file__).resolve().parents[2] / "shared" / "bench" / "copies" / "pairs-dev.jsonl"
PERMUTATIONS, SEED, ALIKE = 128, 3, 0.5  # the threshold that `datasketch` shows in its own introduction
RUN, CONTAINED, COMMON = (
    8,
    0.1,
    30,
)  # words in a row; share of the shorter's runs; documents that make a run a turn of phrase
SHORT = 1000  # characters of a document that is short
_WORD = re.compile(r"\w+")
SHOWN = (
    "char F1",
    "pair P",
    "pair R",
    "pair F1",
    "direction right, of stated dated pairs",
    "direction right, of stated undated pairs",
    "slice direction stated, of all undated pairs",
)
SLICES = ("verbatim", "trimmed", "edited", "page", "rewritten", "quoting")

Pairs = Iterator[tuple[int, int]]


def minhash(documents: list[Record]) -> Pairs:
    """Yield pairs of documents whose sets of five-word runs are alike by MinHash."""
    prints = []
    for document in documents:
        words = _words(document)
        made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        made.update([" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))])
        prints.append(made)
    for i, j in combinations(range(len(documents)), 2):
        if prints[i].jaccard(prints[j]) >= ALIKE:
            yield i, j


def datasketch_minhash(documents: list[Record]) -> Pairs:
    """Yield pairs of documents that `datasketch` finds alike: its MinHash of word 5-grams, asked of its LSH index."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # an extra that need not be installed

    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    prints: list[MinHash] = []
    for i, document in enumerate(documents):
        words = _words(document)
        made = MinHash(num_perm=PERMUTATIONS, seed=SEED)
        made.update_batch([" ".join(words[k : k + 5]).encode() for k in range(max(1, len(words) - 4))])
        yield from ((j, i) for j in sorted(index.query(made)) if prints[j].jaccard(made) >= ALIKE)
        index.insert(i, made)
        prints.append(made)


def containment(documents: list[Record]) -> Pairs:
    """Yield pairs of documents of which one holds a tenth of the other's word 8-grams, those of many documents left out."""
    runs = [_runs(_words(document)) for document in documents]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, found in enumerate(runs):
        for run in found:
            where[run].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for holders in where.values():
        if len(holders) <= COMMON:
            for pair in combinations(holders, 2):
                shared[pair] += 1
    for (i, j), count in sorted(shared.items()):
        if count >= CONTAINED * min(len(runs[i]), len(runs[j])):
            yield i, j


def _words(document: Record) -> list[str]:
    return [word.lower() for word in _WORD.findall(document["text"])]


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _rows(documents: list[Record], pairs: Pairs) -> Iterator[dict[str, object]]:
    """Yield predictions: whole documents as the passages, the earlier claimed day first."""
    for i, j in pairs:
        a, b = documents[i], documents[j]
        days = a.get("published"), b.get("published")
        first = ("a" if days[0] <= days[1] else "b") if days[0] and days[1] else None
        spans = {"a_span": [0, len(a["text"])], "b_span": [0, len(b["text"])]}
        yield {"a": a["id"], "b": b["id"], **spans, "first": first}


PEERS: Mapping[str, Callable[[list[Record]], Pairs]] = {
    "datasketch": datasketch_minhash,
    "MinHash": minhash,
    "8-grams": containment,
}


def main(arguments: list[str]) -> int:
    """Score the peers and sayso on one file of pairs; print a column for each, then where each fails."""
    data = Path(arguments[0]) if arguments else USUAL
    documents = records(data.with_name(data.name.replace("pairs-", "").replace("-pairs", "")))
    found: dict[str, Mapping[str, float]] = {}
    named: dict[str, set[frozenset[str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.jsonl"
        for name, peer in _peers().items():
            rows = list(_rows(documents, peer(documents)))
            out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            found[name] = score(find_scorer(data, None), "lineage", data, out)
            named[name] = _pairs_named(out)
        TASKS["lineage"].predict(data, out, None)
        found["sayso"] = score(find_scorer(data, None), "lineage", data, out)
        named["sayso"] = _pairs_named(out)
    for key in (*SHOWN, *(f"slice pairs found, kind {kind}" for kind in SLICES)):
        print(f"{key:<44}" + "".join(f"{name:>11} {figures.get(key, 0):6.1f}" for name, figures in found.items()))
    _print_failures(records(data), documents, named)
    return 0


def _peers() -> Mapping[str, Callable[[list[Record]], Pairs]]:
    """Return the peers that can be run here; say which cannot."""
    if importlib.util.find_spec("datasketch"):
        return PEERS
    print("datasketch is not installed (extra `bench`): left out")
    return {name: peer for name, peer in PEERS.items() if name != "datasketch"}


def _pairs_named(out: Path) -> set[frozenset[str]]:
    return {frozenset((row["a"], row["b"])) for row in records(out)}


def _print_failures(gold: list[Record], documents: list[Record], named: Mapping[str, set[frozenset[str]]]) -> None:
    """Print, by kind, how many pairs each way misses, and what it finds in vain: pairs with text of no other, and all."""
    kinds: dict[str, set[frozenset[str]]] = defaultdict(set)
    for pair in gold:
        for kind in pair["kind"].split("/"):
            kinds[kind].add(frozenset((pair["a"], pair["b"])))
    lengths = {document["id"]: len(document["text"]) for document in documents}
    kinds["short (under 1,000 characters)"] = {
        frozenset((p["a"], p["b"])) for p in gold if min(lengths[p["a"]], lengths[p["b"]]) < SHORT
    }
    right = {frozenset((p["a"], p["b"])) for p in gold}
    unrelated = {d["id"] for d in documents} - {key for pair in right for key in pair}
    for kind, pairs in sorted(kinds.items()):
        missed = "".join(f"{name:>11} {len(pairs - found):6}" for name, found in named.items())
        print(f"{f'missed, of {len(pairs)}: {kind}':<44}{missed}")
    for label, inside in (("found in vain", None), ("found in vain, with an unrelated page", unrelated)):
        vain = {name: {p for p in found - right if inside is None or p & inside} for name, found in named.items()}
        print(f"{label:<44}" + "".join(f"{name:>11} {len(pairs):6}" for name, pairs in vain.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
