"""What reading needs from outside, handed in by the edges: a parser, language packs, a gazetteer, a language identifier.

Pure code asks these small protocols and knows nothing of spaCy, SQLite or files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.lang.packs import Pack
from sayso.model.annotations import Candidate
from sayso.model.proposals import Tagger
from sayso.model.syntax import Token

__all__ = ["Gazetteer", "Parser", "Resources"]


class Parser(Protocol):
    """Parses stretches of one language. Offsets of the tokens count inside each given text."""

    def parse(self, texts: Sequence[str]) -> list[list[list[Token]]]:
        """Return, for each text, its sentences as lists of tokens (indexes and heads inside the sentence)."""


class Gazetteer(Protocol):
    """Finds places by name."""

    name: str

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return the entries whose name, alternate name or name skeleton is `name`'s, best known first."""


@dataclass(frozen=True, slots=True)
class Resources:
    """Everything `read` may use beside the document. `version` names program, rules, models and gazetteers by hash."""

    packs: dict[str, Pack]
    parsers: dict[str, Parser]
    gazetteers: tuple[Gazetteer, ...]
    identify: Callable[[str], str]
    version: str
    tagger: Tagger | None = None
