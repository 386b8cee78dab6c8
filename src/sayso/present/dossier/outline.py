"""Who feeds whom as an outline: what the picture shows, one under the other, for screens on which no picture can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from sayso.model.reports import Report
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.views import FeedStep, PlaceLink
from sayso.present.feeds import Feed, Feeds, Source

__all__ = ["outline", "report_href"]

GATHERED = "stands on this page"

Order = Callable[[str], tuple[str, ...]]


def outline(index: DossierIndex, feeds: Feeds, order: Order) -> tuple[FeedStep, ...]:
    """Return the trees of the picture, what feeds above what it feeds, then the pages with the reports they gather."""
    below: dict[str, list[Feed]] = defaultdict(list)
    for feed in feeds.shown:
        below[feed.source].append(feed)
    fed = {feed.target for feed in feeds.shown}
    roots = sorted((key for key in below if key not in fed), key=lambda key: (-_size(below, key), *order(key)))
    steps = [step for root in roots for step in _tree(index, feeds, below, root, order)]
    return (*steps, *_gathered(index, feeds))


def _size(below: dict[str, list[Feed]], key: str) -> int:
    return 1 + sum(_size(below, feed.target) for feed in below.get(key, ()))


def _tree(
    index: DossierIndex, feeds: Feeds, below: dict[str, list[Feed]], root: str, order: Order
) -> Iterator[FeedStep]:
    waiting: list[tuple[int, str, Feed | None]] = [(0, root, None)]
    while waiting:
        depth, key, by = waiting.pop()
        yield _step(index, feeds.sources[key], depth, by)
        branches = sorted(below.get(key, ()), key=lambda feed: order(feed.target), reverse=True)
        waiting += [(depth + 1, feed.target, feed) for feed in branches]


def _gathered(index: DossierIndex, feeds: Feeds) -> Iterator[FeedStep]:
    pages: dict[str, list[Feed]] = defaultdict(list)
    for feed in feeds.gathered:
        pages[feed.target].append(feed)
    for page in sorted(pages, key=lambda key: feeds.sources[key].label):
        yield _step(index, feeds.sources[page], 0, None)
        places = sorted(pages[page], key=lambda feed: _start(feeds.sources[feed.source]))
        for feed in places:
            yield _step(index, feeds.sources[feed.source], 1, feed)


def _start(source: Source) -> int:
    return source.report.spans[0].start if source.report else 0


def _step(index: DossierIndex, source: Source, depth: int, by: Feed | None) -> FeedStep:
    how = "" if by is None else by.words or GATHERED
    known, warned = by is None or by.known, by is not None and by.grave > 0
    if source.page is not None:
        link = PlaceLink(index.document_label(source.page), f"#d-{source.page}" if source.page in index.shown else "")
        return FeedStep(depth, how, known, warned, link, "page that gathers several reports")
    if source.report is None:
        return FeedStep(depth, how, known, warned, PlaceLink(source.label, ""), "credited by reports")
    dated = index.dates.get(source.id)
    day = (day_words(dated.earliest, dated.latest) if dated else "") or "day not known"
    document = index.document_label(source.report.document)
    note = " · ".join(words for words in (day, document, index.piece_of(source.report)) if words)
    return FeedStep(
        depth, how, known, warned, PlaceLink(index.report_label(source.report), report_href(index, source.report)), note
    )


def report_href(index: DossierIndex, report: Report) -> str:
    """Return the link to a report inside the page: to its text where that is shown, else to its line among the sources."""
    if report.document not in index.shown:
        return f"#r-{report.id}"
    return f"#t-{report.id}" if len(index.readings[report.document].reports) > 1 else f"#d-{report.document}"
