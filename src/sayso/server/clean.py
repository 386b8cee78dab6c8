"""Halves of surrogate pairs, which a text may hold and JSON in UTF-8 cannot: shown as the replacement character.

One stands for one, so that every offset stays what it was. The case on disk keeps the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sayso.model.judgements import Judgement
from sayso.present.case import Case

__all__ = ["clean", "presentable"]

HALF = re.compile("[\ud800-\udfff]")
T = TypeVar("T")


def presentable(case: Case) -> Case:
    """Return the case as it can be sent; it is the same one unless a text needs it otherwise."""
    texts = (text for reading in case.readings for text in (reading.text, reading.name, *_claims(reading.claimed)))
    return clean(case) if any(map(HALF.search, texts)) or _judged(case.judgements) else case


def clean(value: T) -> T:
    """Return a record with the replacement character for every half in its words."""
    found: Any = value
    if isinstance(found, str):
        found = HALF.sub("\N{REPLACEMENT CHARACTER}", found) if HALF.search(found) else found
    elif isinstance(found, tuple):
        found = tuple(clean(item) for item in found)
    elif is_dataclass(found) and not isinstance(found, type):
        held = {field.name: getattr(found, field.name) for field in fields(found)}
        made = {name: clean(item) for name, item in held.items()}
        changed = {name: item for name, item in made.items() if item is not held[name]}
        found = replace(found, **changed) if changed else found
    result: T = found
    return result


def _claims(claimed: Any) -> list[str]:
    return [text for field in fields(claimed) if isinstance(text := getattr(claimed, field.name), str)]


def _judged(judgements: Sequence[Judgement]) -> bool:
    return any(HALF.search(judgement.reason + judgement.by) for judgement in judgements)
