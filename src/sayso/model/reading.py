"""A reading: all that one document says by itself (MODEL §2); the result of `sayso.read`."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.annotations import Attribution, Mention, Person, Place, Quantity, Quote, TimeExpr
from sayso.model.reports import Boilerplate, Report
from sayso.model.statements import Statement
from sayso.model.text import Claimed, LanguageSpan, Problem, Span

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read by one version of sayso. Every layer is sorted by where it stands.

    `text` is the document's, so that a reading can be used by itself; `sentences` are the spans that reports consist of.
    `problems` say what was not read and why (an unsupported language, a page without prose).
    """

    document: str
    name: str
    text: str
    claimed: Claimed
    language: str
    given_id: str | None = None
    languages: tuple[LanguageSpan, ...] = ()
    reports: tuple[Report, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    sentences: tuple[Span, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpr, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    persons: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()
