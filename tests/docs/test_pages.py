"""The documentation says nothing that is not so: links lead somewhere, files named exist, generated pages are current."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").glob("*/*.md"))]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
CODE_PATH = re.compile(r"`((?:src|docs|bench|examples|tests)/[\w./-]+)`")


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    lost = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_files_named_exist(page: Path) -> None:
    """A module may be named without its ending, as it may become a package."""
    lost = [
        path
        for path in CODE_PATH.findall(page.read_text(encoding="utf-8"))
        if not (ROOT / path).exists() and not (ROOT / f"{path}.py").is_file()
    ]
    assert not lost


def test_a_lost_link_would_be_found() -> None:
    assert LINK.findall("[a](b.md) and [c](https://d.example)") == ["b.md"]
    assert CODE_PATH.findall("`src/sayso/nothing.py`") == ["src/sayso/nothing.py"]


@pytest.mark.parametrize("page", [page for page in PAGES if "reference" not in page.parts], ids=_name)
def test_one_sentence_a_line(page: Path) -> None:
    """Long lines of prose hold one sentence each, so that a change shows as the line it changes."""
    prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = [
        line
        for line in prose.splitlines()
        if not line.startswith(("|", "-", " ", "#", "<", "*", "!", "1", "2", "3", "4"))
    ]
    two = [line for line in lines if re.search(r"[a-z)][.] [A-Z]\w+ \w+", line)]
    assert not two


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_current() -> None:
    generator = _generator()
    stale = [name for name, text in generator.pages().items() if generator.current(name) != text]
    assert not stale, f"run python3 dev.py docs: {', '.join(stale)}"
