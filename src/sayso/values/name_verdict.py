"""What comparing two names tells, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.values.name_words import WordMatch

__all__ = ["Pairing", "Reason", "Verdict"]


class Reason(StrEnum):
    """Why two names are one person's, may be, or are not."""

    SAME = "the same parts"
    VARIANT = "spellings of the same parts"
    FULLER = "one name is the fuller"
    LONE = "one name is a single part of the other"
    INITIALS = "only initials agree"
    CONFLICT = "a part of each is another name"
    ORDER = "given name and father's name change places"
    ANOTHER_GIVEN = "the shorter name begins with the father's of the longer"
    SLIPS = "too many slips of the pen"
    NOTHING = "no part in common"
    EMPTY = "a name without letters"
    FORM = "two legal forms"
    NUMBER = "two numbers"
    ACRONYM = "one name is the other's first letters"
    WORDS = "words that the other has not"


@dataclass(frozen=True, slots=True)
class Pairing:
    """Parts of the first name and of the second (by index, half-open) that stand for one another."""

    a: tuple[int, int]
    b: tuple[int, int]
    match: WordMatch


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing two names tells: `same` one bearer by all that is written; `may_be` nothing speaks against it.

    `longer` is 1 when the first has parts that the second lacks, -1 the other way round, 0 for neither or both.
    `likeness` runs from 0 to 1.
    """

    reason: Reason
    same: bool = False
    may_be: bool = False
    longer: int = 0
    likeness: float = 0.0
    pairings: tuple[Pairing, ...] = ()
    between: tuple[str, str] | None = None
