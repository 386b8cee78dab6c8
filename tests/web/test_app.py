"""The web app in a browser, on the bundled example: every page, the way from one to another, decisions, and no way out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.app import App, serving

from sayso.server.app import pages_built
from sayso.workspace import Workspace

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "dol-maresh" / "pages"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = {
    "": "What is said, and on whose say-so",
    "questions": "Questions",
    "documents": "Documents",
    "voices": "Voices",
    "timeline": "Timeline",
    "places": "Places",
    "sources": "Who took it from whom",
    "search?q=captain": "Search",
    "judgements": "Judgements",
    "triage": "To decide",
    "problems": "What was not read or not checked",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled example, built once."""
    if not pages_built():
        pytest.fail("the pages are not built: python3 dev.py web")
    path = tmp_path_factory.mktemp("app") / "dol-maresh"
    with Workspace.create_or_open(path) as workspace:
        workspace.build([EXAMPLE], processes=1)
    return path


@pytest.fixture(scope="module")
def app(case: Path) -> Iterator[App]:
    """The example, served for tests that only look."""
    with serving(case) as served:
        yield served


@pytest.fixture
def judged(case: Path, tmp_path: Path) -> Iterator[App]:
    """A copy of the example, served for a test that decides."""
    shutil.copytree(case, tmp_path / "dol-maresh")
    with serving(tmp_path / "dol-maresh") as served:
        yield served


class Seen:
    """A page with all it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.set_default_timeout(30_000)
        expect.set_options(timeout=30_000)


@pytest.fixture
def look(browser: Browser) -> Iterator[Page]:
    """A fresh browser window; at the end nothing was asked of anyone but loopback, and nothing went wrong."""
    context = browser.new_context()
    seen = Seen(context.new_page())
    yield seen.page
    context.close()
    assert {urlsplit(url).hostname for url in seen.requests} <= {"127.0.0.1"}
    assert seen.complaints == []


def opened(page: Page, app: App, route: str = "") -> None:
    """Open the app with its key at a route, and wait for its heading and data."""
    page.goto(app.opening)
    expect(page.locator("h1")).to_be_visible()
    go(page, app, route)


def go(page: Page, app: App, route: str) -> None:
    page.goto(f"{app.address}#/{route}")
    expect(page.get_by_text("Asking …")).to_have_count(0)


def first_question(page: Page, app: App) -> None:
    opened(page, app)
    page.locator("article.card h3 a").first.click()
    expect(page.locator("section.answer").first).to_be_visible()


@pytest.mark.parametrize(("route", "heading"), PAGES.items())
def test_every_page_opens_and_is_accessible(look: Page, app: App, route: str, heading: str) -> None:
    opened(look, app, route)
    expect(look.locator("h1")).to_have_text(heading)
    assert faults(look) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_question_and_reader_are_accessible(browser: Browser, app: App, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    first_question(page, app)
    assert faults(page) == []
    page.locator("section.answer blockquote .where a").first.click()
    expect(page.locator(".text .selected").first).to_be_visible()
    assert faults(page) == []
    context.close()


def faults(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 A and AA."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({ runOnly: rules })", RULES)
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found["violations"] for node in fault["nodes"]]


def test_the_key_leaves_the_address_and_lets_nobody_else_in(browser: Browser, look: Page, app: App) -> None:
    look.goto(app.opening)
    expect(look.locator("h1")).to_have_text(PAGES[""])
    assert "token" not in look.url
    stranger = browser.new_context()
    page = stranger.new_page()
    page.goto(app.address)
    expect(page.locator("h1")).to_have_text("This page has no key")
    assert "Dol Maresh" not in page.content()
    stranger.close()


def test_a_script_of_a_page_cannot_speak_to_anyone(browser: Browser, app: App) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    opened(page, app)
    told = page.evaluate("fetch('http://127.0.0.2:9/').then(() => 'went', () => 'refused')")
    assert told == "refused"
    assert "Content Security Policy" in complaints[0]
    context.close()


def test_from_a_card_to_the_words_and_back(look: Page, app: App) -> None:
    first_question(look, app)
    question = look.locator("h1").inner_text()
    cited = look.locator("section.answer blockquote").first
    words = cited.locator("b").first.inner_text()
    cited.locator(".where a").first.click()
    chosen = "".join(look.locator(".text .selected").all_inner_texts())
    assert " ".join(words.split()) in " ".join(chosen.split())
    look.get_by_role("region", name="Statement").get_by_role("link").first.click()
    expect(look.locator("h1")).to_have_text(question)
    look.go_back()
    expect(look.locator(".text .selected").first).to_be_visible()
    look.go_back()
    expect(look.locator("h1")).to_have_text(question)
    look.reload()
    expect(look.locator("h1")).to_have_text(question)


def test_the_text_in_the_reader_is_the_documents(look: Page, app: App) -> None:
    opened(look, app, "documents")
    look.get_by_role("link", name="05-open-window.txt").click()
    expect(look.locator("h1")).to_have_text("05-open-window.txt")
    shown = look.evaluate("[...document.querySelectorAll('.pane .text')].map(e => e.textContent).join('')")
    assert shown == (EXAMPLE / "05-open-window.txt").read_text(encoding="utf-8")


def test_marks_are_switched_by_kind_and_statements_by_keys(look: Page, app: App) -> None:
    opened(look, app, "documents")
    look.get_by_role("link", name="01-meridian-press.txt").click()
    expect(look.locator(".text .figure")).to_have_count(0)
    look.get_by_role("button", name="figures").click()
    expect(look.locator(".text .figure").first).to_be_visible()
    look.keyboard.press("n")
    expect(look.get_by_role("region", name="Statement")).to_be_visible()
    first = look.url
    look.keyboard.press("n")
    expect(look).not_to_have_url(first)
    words = look.locator(".sheet .words").inner_text().strip("“”")
    shown = "".join(look.locator(".text .selected").all_inner_texts())
    assert " ".join(shown.split()).startswith(words[:20])


def test_a_filter_stands_in_the_address_and_goes_along(look: Page, app: App) -> None:
    opened(look, app, "documents")
    look.get_by_role("button", name="Filter").click()
    look.get_by_label("Language").select_option("nb")
    expect(look.locator("tbody strong")).to_have_text(["07-skraablikk.txt"])
    assert "language=nb" in look.url
    look.get_by_role("navigation").get_by_role("link", name="Voices").click()
    expect(look.locator("h1")).to_have_text("Voices")
    assert "language=nb" in look.url
    look.reload()
    expect(look.get_by_role("button", name=re.compile("Without language"))).to_be_visible()
    look.get_by_role("button", name=re.compile("Without language")).click()
    expect(look.get_by_role("button", name=re.compile("Without language"))).to_have_count(0)
    look.go_back()
    expect(look.get_by_role("button", name=re.compile("Without language"))).to_be_visible()


def test_search_follows_what_is_typed(look: Page, app: App) -> None:
    opened(look, app)
    look.keyboard.press("/")
    look.get_by_label("Words in the texts").fill('"captain of mill street"')
    expect(look.locator(".hit b").first).to_have_text(re.compile("captain of mill street", re.IGNORECASE))
    assert "q=" in look.url


def test_a_rejection_changes_the_answer_is_logged_and_taken_back(judged: App, look: Page) -> None:
    opened(look, judged, "triage")
    total = look.get_by_text(re.compile(r"\d+ things? to decide")).inner_text()
    look.keyboard.press("r")
    dialog = look.get_by_role("dialog")
    dialog.get_by_label("Why").fill("read wrongly")
    dialog.get_by_label(re.compile("Signed")).fill("ola")
    dialog.get_by_role("button", name="Reject").click()
    expect(dialog).to_be_hidden()
    expect(look.get_by_text(total)).to_have_count(0)
    go(look, judged, "judgements")
    row = look.locator("tbody tr").first
    expect(row).to_contain_text("reject")
    expect(row).to_contain_text("ola")
    expect(row).to_contain_text("read wrongly")
    look.reload()
    row.get_by_role("button", name="Undo").click()
    expect(look.locator("tbody tr")).to_have_count(2)
    expect(look.locator("tbody tr").nth(1)).to_contain_text("taken back")
    go(look, judged, "triage")
    expect(look.get_by_text(total)).to_be_visible()


def test_a_decision_made_in_another_window_is_seen(judged: App, look: Page) -> None:
    opened(look, judged, "judgements")
    expect(look.get_by_text("Nothing has been decided yet.")).to_be_visible()
    with Workspace.open(judged.case) as workspace:
        from sayso.model.judgements import Verdict

        question = workspace.reconstruction().questions[0]
        workspace.judge(Verdict.NOTE, question.id, reason="ask again", by="per")
    expect(look.locator("tbody tr")).to_have_count(1)
    expect(look.locator("tbody tr")).to_contain_text("ask again")


def test_keys_go_to_pages_and_open_the_help(look: Page, app: App) -> None:
    opened(look, app)
    look.keyboard.press("g")
    look.keyboard.press("t")
    expect(look.locator("h1")).to_have_text("Timeline")
    look.keyboard.press("?")
    expect(look.get_by_role("dialog")).to_contain_text("It never says what is true.")
    look.keyboard.press("Escape")
    expect(look.get_by_role("dialog")).to_have_count(0)


def test_narrow_screens_scroll_in_one_direction_only(browser: Browser, app: App) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    opened(page, app)
    for route in PAGES:
        go(page, app, route)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, (route, wide)
    context.close()
