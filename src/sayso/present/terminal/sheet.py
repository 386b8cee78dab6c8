"""What a sheet is: one record of a case in full, and the small parts every sheet is made of."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.reconstruction import Because
from sayso.model.text import Anchor
from sayso.present.terminal.quotes import CaseIndex, QuoteView

__all__ = ["Facts", "Sheet", "facts", "places_of", "reasons"]

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One record: its kind, a heading, facts as label and text, why it is so, quotes, and kind and id of what is near it."""

    kind: str
    id: str
    heading: str
    facts: Facts = ()
    because: tuple[str, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    related: tuple[tuple[str, str], ...] = ()


def facts(**facts: object) -> Facts:
    """Keep the facts that are known; underscores in labels become spaces."""
    return tuple((label.replace("_", " "), str(value)) for label, value in facts.items() if value not in (None, "", ()))


def reasons(index: CaseIndex, because: tuple[Because, ...]) -> tuple[str, ...]:
    """Say why, each reason with its rule and the places it rests on."""
    return tuple(f"{one.text} ({one.rule}){places_of(index, one.anchors)}" for one in because)


def places_of(index: CaseIndex, anchors: tuple[Anchor, ...]) -> str:
    """Say where anchors stand, "" for none."""
    places = dict.fromkeys(index.place(anchor.document, anchor.span) for anchor in anchors)
    return f" — {', '.join(places)}" if places else ""
