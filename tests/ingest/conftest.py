"""For the tests of ingest: bytes under a name to documents and problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.ingest import extract
from sayso.model.ids import sha256_hex
from sayso.model.text import Document, Problem


@dataclass(frozen=True)
class Extracted:
    """What came of one file."""

    documents: list[Document]
    problems: list[Problem]

    @property
    def document(self) -> Document:
        """The only document there is."""
        assert len(self.documents) == 1, (self.documents, self.problems)
        return self.documents[0]

    @property
    def problem(self) -> Problem:
        """The only problem there is, and no document."""
        assert len(self.problems) == 1, (self.documents, self.problems)
        assert not self.documents
        return self.problems[0]


Ingest = Callable[[str, bytes], Extracted]


@pytest.fixture
def ingest(tmp_path: Path) -> Ingest:
    """Keep bytes as an original and extract it."""

    def run(name: str, data: bytes) -> Extracted:
        path = tmp_path / "original"
        path.write_bytes(data)
        found = list(extract(sha256_hex(data), name, path))
        return Extracted([x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Problem)])

    return run
