"""The dossier in a browser: nothing fetched, every link leads to its words, readable narrow, dark and printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.present.case import Case

from .conftest import Open, Opened

pytestmark = pytest.mark.browser

WIDTHS = (1280, 760, 390)
SCHEMES = ("light", "dark")

# Contrast of each visible text against the nearest opaque background, by WCAG 2.2's formula; returns those that fail AA.
LOW_CONTRAST = """() => {
  const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const level = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
  const found = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
    const a = level(rgb(getComputedStyle(e).color)), b = level(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) found.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
  }
  return found; }"""


@pytest.fixture(scope="module")
def opened(open_file: Open, dossier: Path) -> Iterator[Opened]:
    """The dossier in a wide window."""
    with open_file(dossier, viewport={"width": 1280, "height": 900}) as result:
        yield result


def test_nothing_is_fetched_and_nothing_complains(opened: Opened, dossier: Path) -> None:
    opened.page.wait_for_load_state("networkidle")
    assert [url for url in opened.requests if not url.startswith("data:")] == [dossier.as_uri()]
    assert opened.complaints == []
    assert opened.page.locator("script, img, iframe, object, form").count() == 0


def test_every_link_stays_on_the_page_and_leads_somewhere(opened: Opened) -> None:
    links = opened.page.eval_on_selector_all("a", "found => found.map(a => a.getAttribute('href'))")
    assert len(links) > 100
    ids = set(opened.page.eval_on_selector_all("[id]", "found => found.map(e => '#' + e.id)"))
    assert [link for link in links if link not in ids] == []


def test_no_id_stands_twice(opened: Opened) -> None:
    ids = opened.page.eval_on_selector_all("[id]", "found => found.map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_each_anchor_holds_the_first_words_of_its_statement(opened: Opened, case: Case) -> None:
    shown = dict(
        opened.page.eval_on_selector_all("[id^=s-]", "found => found.map(e => [e.id.slice(2), e.textContent])")
    )
    statements = [(reading, statement) for reading in case.readings for statement in reading.statements]
    assert {s.id for _, s in statements} == set(shown)
    assert [s.id for r, s in statements if not shown[s.id] or not s.spans[0].of(r.text).startswith(shown[s.id])] == []
    whole = sum(shown[s.id] == s.spans[0].of(r.text) for r, s in statements)
    assert whole > 0.98 * len(statements)


def test_a_citation_leads_to_the_cited_words(opened: Opened) -> None:
    page = opened.page
    first = page.locator("article.question blockquote").first
    words = first.locator("b").first.inner_text()
    first.locator(".where a").first.click()
    target = page.locator(":target")
    flat = re.sub(r"\s+", " ", target.inner_text()).strip()
    assert flat.startswith(words.strip().rstrip(" …")[:60])
    assert target.is_visible()
    top = target.bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 900
    page.go_back()


def test_the_texts_on_the_page_are_the_texts(opened: Opened, case: Case) -> None:
    shown = opened.page.eval_on_selector_all(
        "article.document", "found => found.map(a => [...a.querySelectorAll('.text')].map(t => t.textContent).join(''))"
    )
    assert sorted(shown) == sorted(reading.text for reading in case.readings)


def test_headings_descend_one_level_at_a_time(opened: Opened) -> None:
    levels = opened.page.eval_on_selector_all("h1,h2,h3,h4,h5", "found => found.map(e => +e.tagName[1])")
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_headers_and_every_language_is_marked(opened: Opened) -> None:
    page = opened.page
    assert page.locator("table").count() == page.locator("table:has(thead th[scope=col])").count() > 2
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".text[lang=nb]").count() > 0


def test_the_keyboard_reaches_the_questions_first(opened: Opened) -> None:
    page = opened.page
    page.evaluate("window.scrollTo(0, 0); document.activeElement.blur()")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#questions"
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_contrast_is_enough(open_file: Open, dossier: Path, scheme: str) -> None:
    with open_file(dossier, color_scheme=scheme) as result:
        result.page.eval_on_selector_all("details", "found => found.forEach(d => d.open = true)")
        background = result.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", background))) < 300) is (scheme == "dark")
        assert result.page.evaluate(LOW_CONTRAST) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(open_file: Open, dossier: Path, width: int) -> None:
    with open_file(dossier, viewport={"width": width, "height": 900}) as result:
        result.page.eval_on_selector_all("details", "found => found.forEach(d => d.open = true)")
        assert result.page.evaluate("document.documentElement.scrollWidth") <= width


def test_printed_the_questions_come_first_and_everything_is_open(open_file: Open, dossier: Path) -> None:
    with open_file(dossier, viewport={"width": 680, "height": 960}, color_scheme="dark") as result:
        page = result.page
        page.emulate_media(media="print")
        tops = [
            page.locator(f"#{name}").evaluate("e => e.getBoundingClientRect().top") for name in ("questions", "read")
        ]
        assert tops[0] < 400 < tops[1]
        assert not page.locator("nav.toc").is_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        closed = "found => found.filter(d => ![...d.children].slice(1).every(e => e.getBoundingClientRect().height > 0)).length"
        assert page.locator("details").count() > 3
        assert page.eval_on_selector_all("details", closed) == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 680
        assert page.pdf(format="A4").startswith(b"%PDF")
