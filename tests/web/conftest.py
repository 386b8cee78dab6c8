"""A Chromium for tests that look at pages as people do: the system's, never downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sayso.export.html import write_dossier
from sayso.model.ids import make_document, sha256_hex
from sayso.model.resources import Resources
from sayso.pipeline import read, reconstruct
from sayso.present.case import Case

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("01-meridian-press", "03-danford-echo", "05-open-window", "07-skraablikk", "08-lantern-online")
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Opened:
    """A page in a browser, with all it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Open = Callable[..., AbstractContextManager[Opened]]


def find_chromium() -> str:
    """Return the path of a Chromium, "" where there is none."""
    named = os.environ.get("SAYSO_CHROMIUM", "")
    return named if named and Path(named).is_file() else next(filter(None, map(shutil.which, NAMES)), "")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; in CI its absence is a failure."""
    path = find_chromium()
    if not path and os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        pytest.fail("no Chromium in SAYSO_CHROMIUM or on PATH, and in CI nothing may be left out")
    if not path:
        pytest.skip("no Chromium in SAYSO_CHROMIUM or on PATH")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def open_file(browser: Browser) -> Open:
    """Open a file in a fresh context; `options` are those of a context (viewport, color_scheme)."""

    @contextmanager
    def opened(path: Path, **options: object) -> Iterator[Opened]:
        context = browser.new_context(**options)  # type: ignore[arg-type]  # options are Playwright's own
        result = Opened(context.new_page())
        result.page.on("request", lambda request: result.requests.append(request.url))
        result.page.on("console", lambda message: result.complaints.append(message.text))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        result.page.goto(path.as_uri())
        yield result
        context.close()

    return opened


@pytest.fixture(scope="session")
def case(resources: Resources) -> Case:
    """A case of some of the bundled example's pages."""
    folder = ROOT / "examples" / "dol-maresh" / "pages"
    texts = [(name, (folder / f"{name}.txt").read_text(encoding="utf-8")) for name in PAGES]
    readings = tuple(read(make_document(sha256_hex(text), name, text), resources) for name, text in texts)
    return Case("Dol Maresh", (), (), readings, reconstruct(readings), (), (), "test")


@pytest.fixture(scope="session")
def dossier(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case's dossier as a file."""
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_text(write_dossier(case), encoding="utf-8")
    return path
