"""Drafts: a question before its answers have been weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.text import Anchor

__all__ = ["DraftAnswer", "DraftQuestion", "DraftRelation"]


@dataclass
class DraftAnswer:
    """One value with the statements for it, against it, and those that only take it for granted or tell it themselves."""

    value: str
    text: str
    statements: list[str] = field(default_factory=list)
    denials: list[str] = field(default_factory=list)
    presupposed: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def add(self, kind: str, statement: str, anchor: Anchor) -> None:
        """Put a statement into one of the three lists, once."""
        target: list[str] = getattr(self, kind)
        if statement not in target:
            target.append(statement)
            self.anchors.append(anchor)

    def every(self) -> Iterable[str]:
        """Yield all statements that speak for the value in any way."""
        return (*self.statements, *self.presupposed)


@dataclass(frozen=True, slots=True)
class DraftRelation:
    """How two values stand to each other, before answers have ids."""

    a: str
    b: str
    type: RelationType
    about: About
    because: Because


@dataclass
class DraftQuestion:
    """A question with its answers; `interest` says how far the slot and kind matter to a reader."""

    slot: QuestionSlot
    text: str
    answers: list[DraftAnswer]
    event: Event | None
    interest: float
    relations: list[DraftRelation] = field(default_factory=list)
    because: list[Because] = field(default_factory=list)
    anchor: Anchor | None = None
