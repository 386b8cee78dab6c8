"""Statements: one clause's worth that one voice, or several jointly, asserts, denies, doubts or asks in one report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.annotations import EventMention
from sayso.model.text import Span, hull

__all__ = ["Backing", "Certainty", "Link", "Polarity", "SaidBasis", "Statement", "Tense"]


class Backing(StrEnum):
    """On whose say-so: a voice's, the report's own, or taken for granted without being asserted."""

    ATTRIBUTED = "attributed"
    OWN_VOICE = "own-voice"
    PRESUPPOSED = "presupposed"


class Polarity(StrEnum):
    """What the voice does with the clause."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"
    WANTS = "wants"
    REFUSES_TO_SAY = "refuses-to-say"


class Certainty(StrEnum):
    """How sure the voice says it is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class SaidBasis(StrEnum):
    """How the voice says it knows."""

    SAW = "saw"
    HEARD = "heard"
    WAS_TOLD = "was-told"
    DOCUMENT = "document"
    NOT_SAID = "not-said"


class Tense(StrEnum):
    """When the clause puts its event."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a say-so chain as one document knows it: anchors only.

    `sources` has a span for each voice that speaks jointly; empty for the report itself (the first link) or when nobody
    is named ("reportedly"). `attribution` is the attribution this link was read from, None for the report itself.
    """

    sources: tuple[Span, ...] = ()
    cue: Span | None = None
    attribution: str | None = None
    report: str | None = None
    medium: Span | None = None
    addressee: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause with its voice, chain, polarity and certainty.

    `chain` runs from the report itself (first) to the first voice (last). `about` is the id of the statement this one
    denies, confirms or repeats. `marks` are the spans of the words that set polarity and certainty.
    """

    id: str
    report: str
    spans: tuple[Span, ...]
    backing: Backing
    polarity: Polarity
    certainty: Certainty
    basis: SaidBasis
    tense: Tense
    attribution: str | None = None
    chain: tuple[Link, ...] = ()
    about: str | None = None
    marks: tuple[Span, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    language: str = "und"
    made_by: str = "machine"

    @property
    def span(self) -> Span:
        """The hull of the statement's words."""
        return hull(self.spans)
