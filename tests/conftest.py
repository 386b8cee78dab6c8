"""Fixtures shared by all tests: resources are loaded once a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.engine.resources import load_resources
from sayso.model.ids import make_document, sha256_hex
from sayso.model.page import Page
from sayso.model.reading import Reading
from sayso.model.resources import Resources
from sayso.pipeline import read, segment

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def resources() -> Resources:
    """Everything reading needs, loaded once."""
    return load_resources()


@pytest.fixture(scope="session")
def read_text(resources: Resources) -> Callable[[str], Reading]:
    """Read a text as a document of its own."""
    return lambda text: read(make_document(sha256_hex(text), "test", text), resources)


@pytest.fixture(scope="session")
def page_of(resources: Resources) -> Callable[[str], Page]:
    """Take a text apart without annotating it."""
    return lambda text: segment(make_document(sha256_hex(text), "test", text), resources)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data; a test that needs it is skipped aloud where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs the development data in ../shared, which is not here")
    return SHARED
