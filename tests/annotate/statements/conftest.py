"""Reading the statements of an invented text, printed so that a test can say what it expects in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sayso.model.reading import Reading
from sayso.model.statements import Statement


@dataclass(frozen=True)
class Told:
    """A reading's statements with their words at hand."""

    reading: Reading

    def words(self, statement: Statement) -> str:
        """Return a statement's words, its pieces joined by " | "."""
        return " | ".join(span.of(self.reading.text) for span in statement.spans)

    def all(self) -> list[str]:
        """Return every statement's words in text order."""
        return [self.words(s) for s in self.reading.statements]

    def of(self, part: str) -> Statement:
        """Return the shortest statement whose words hold `part`."""
        found = [s for s in self.reading.statements if part in self.words(s)]
        assert found, f"no statement holds {part!r}: {self.all()}"
        return min(found, key=lambda s: len(self.words(s)))

    def voices(self, statement: Statement) -> list[str]:
        """Return the sources of a statement's chain after the report, "-" where nobody is named."""
        text = self.reading.text
        return ["/".join(span.of(text) for span in link.sources) or "-" for link in statement.chain[1:]]

    def marks(self, statement: Statement) -> list[str]:
        """Return the words that made polarity and certainty."""
        return [span.of(self.reading.text) for span in statement.marks]


@pytest.fixture(scope="session")
def told(read_text: Callable[[str], Reading]) -> Callable[[str], Told]:
    """Read a text and return its statements with their words."""
    return lambda text: Told(read_text(text))
