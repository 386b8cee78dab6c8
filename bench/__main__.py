"""`python -m bench TASK [DATA]`: measure one thing and print its figures."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import days, layout, speed
from bench.disputes import disputes
from bench.example import items, load_expected, not_yet, read_example
from bench.example.mark import mark
from bench.example.page import EXAMPLE
from bench.example.table import figures, run, table
from bench.frozen import freeze
from bench.newstimes import measure as newstimes
from bench.norwegian import measure as norwegian
from bench.parts import part_of, together
from bench.readings import read_pages
from bench.scorer import BenchError, find_scorer, score
from bench.tasks import TASKS, gold_of
from bench.webpages import measure as webpages

SHARED = Path(__file__).resolve().parents[2] / "shared" / "bench"

SPEEDS = {
    "speed": (speed.speed, "polnear/dev.jsonl"),
    "attributing": (speed.attributing, "polnear/dev.jsonl"),
    "values": (speed.values, "polnear/dev.jsonl"),
    "growth": (speed.growth, "polnear/dev.jsonl"),
    "questions": (disputes, "../seeds/000_b635083fa9cd5b2b.txt"),
    "parting": (layout.parting, "polnear/dev.jsonl"),
    "credits": (layout.agency_credits, "polnear/train.jsonl"),
}
MARKED = {"norwegian": norwegian, "newstimes": newstimes}
EVERY = ("example", "html", *MARKED, *TASKS, *SPEEDS)


def main(arguments: Sequence[str]) -> int:
    """Run one measurement; return 0, or 2 when it cannot be made."""
    args = _arguments(arguments)
    names = args.words
    freezing = names[0] == "freeze"
    task, data = (names[1:] if freezing else names)[:1], (names[2:] if freezing else names[1:])[:1]
    if not task:
        print("bench: freeze what? Name a task", file=sys.stderr)
        return 2
    try:
        for one in EVERY if task == ["all"] else task:
            found, where = _measure(one, Path(data[0]) if data else None, args)
            _show(one, found, args)
            if freezing:
                print(freeze(one, found, where), flush=True)
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    return 0


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    names = ", ".join([*EVERY, "all"])
    parser = argparse.ArgumentParser(prog="python -m bench", description=f"Measure sayso. Tasks: {names}.")
    parser.add_argument("words", nargs="+", metavar="[freeze] TASK [DATA]")
    parser.add_argument("--scorer", type=Path, help="folder of score.py (default: beside DATA, or one folder up)")
    parser.add_argument("--limit", type=int, help="only so many documents")
    parser.add_argument("--all", action="store_true", help="print every figure of the scorer, not only the main ones")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument("--mark", action="store_true", help="example: list in expected.toml what is not found now")
    parser.add_argument("--part", help="only part K of N of the documents, as K/N; keep its predictions with --keep")
    parser.add_argument("--kept", type=Path, nargs="+", help="score predictions kept before, of all parts together")
    parser.add_argument("--keep", type=Path, help="write the predictions there")
    return parser.parse_args(arguments)


def _measure(task: str, data: Path | None, args: argparse.Namespace) -> tuple[Mapping[str, float], str]:
    """Return the figures of a task and the name of the data they were measured on."""
    if task == "example":
        return _example(args), EXAMPLE.name
    if task == "html":
        return webpages.measure(args.limit), "invented pages"
    if task in MARKED:
        return MARKED[task].measure(SHARED, args.scorer, args.limit), "invented passages"
    if task == "days":
        return days.measure(data or SHARED / TASKS["fakes"].data, args.limit), days.JUDGED.name
    if task not in TASKS and task not in SPEEDS:
        raise BenchError(f"no task {task!r}; there are {', '.join([*EVERY, 'all'])}")
    usual = TASKS[task].data if task in TASKS else SPEEDS[task][1]
    data = data or SHARED / usual
    if not data.is_file():
        raise BenchError(f"no data at {data}; give the path of a file such as {usual}")
    found = SPEEDS[task][0](data, args.limit) if task in SPEEDS else _scored(task, data, args)
    return found, f"{data.parent.name}/{data.name}"


def _example(args: argparse.Namespace) -> Mapping[str, float]:
    expected = load_expected()
    readings, _ = read_pages(EXAMPLE / str(expected["folder"]))
    results = run(items(expected), read_example(readings), not_yet(expected))
    if not args.json:
        print(table(results))
    if args.mark:
        print(f"\n{mark(EXAMPLE / 'expected.toml', results)} items listed as not managed yet")
    return figures(results)


def _scored(task: str, data: Path, args: argparse.Namespace) -> Mapping[str, float]:
    scorer = find_scorer(data, args.scorer)
    with tempfile.TemporaryDirectory() as folder:
        if args.kept:
            return score(scorer, TASKS[task].scored_as or task, data, together(args.kept, Path(folder)))
        data = part_of(data, args.part, Path(folder)) if args.part else data
        out = args.keep or Path(folder) / "predictions.jsonl"
        TASKS[task].predict(data, out, args.limit)
        return score(scorer, TASKS[task].scored_as or task, gold_of(data, out, args.limit), out)


def _show(task: str, found: Mapping[str, float], args: argparse.Namespace) -> None:
    if args.json:
        print(json.dumps({"task": task, "figures": found}, ensure_ascii=False))
    elif task != "example":
        main = MARKED[task].MAIN if task in MARKED else TASKS[task].main if task in TASKS else tuple(found)
        chosen = found if args.all else {k: found[k] for k in main if k in found}
        for name, value in chosen.items():
            print(f"{name:<52}{value:>12.4g}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
