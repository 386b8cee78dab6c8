"""The task `eventplace`: in which place an event happened, where its verb is given (it is input, not gold)."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from bench.inputs import Record, documents, records
from sayso import Document
from sayso.annotate.places import find_places, places_of_event
from sayso.annotate.places.words import place_words
from sayso.engine.resources import load_resources
from sayso.lang.packs import Pack
from sayso.model.annotations import Precision
from sayso.model.resources import Resources
from sayso.pipeline import segment

__all__ = ["event_place_rows"]

AREAS = frozenset({Precision.REGION, Precision.DISTRICT, Precision.TOWN})


def event_place_rows(data: Path, out: Path, limit: int | None) -> None:
    """Predict the places of each row's verb by the sentence it stands in."""
    resources = load_resources()
    shown = zip(documents(data, limit=limit), records(data)[:limit], strict=True)
    rows = (_row(document, record, resources) for document, record in shown)
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _row(document: Document, record: Record, resources: Resources) -> Record:
    page = segment(document, resources)
    start, end = record["verb"]
    found: list[list[int]] = []
    for sentence in page.sentences:
        trigger = next((t for t in sentence.tokens if t.start < end and start < t.end), None)
        pack = resources.packs.get(sentence.language)
        if trigger is not None and pack is not None:
            places = find_places(page, resources.packs, resources.gazetteers)
            inside = [p for p in places if sentence.span.start <= p.span.start < sentence.span.end]
            told = places_of_event(sentence, trigger, inside, pack)
            found = [[place.span.start, _with_kind(page.view, place.span.end, pack)] for place in told]
            break
    return {"id": record["id"], "text": document.text, "places": found}


def _with_kind(text: str, end: int, pack: Pack) -> int:
    """Return where a place's words end when a capitalised "Governorate" or "District" after them counts with them."""
    match = _kinds(pack).match(text, end)
    return match.end() if match else end


@lru_cache(maxsize=4)
def _kinds(pack: Pack) -> re.Pattern[str]:
    nouns = sorted(noun for noun, kind in place_words(pack).class_nouns.items() if kind in AREAS)
    return re.compile(rf" (?:{'|'.join(re.escape(noun.capitalize()) for noun in nouns)})\b")
