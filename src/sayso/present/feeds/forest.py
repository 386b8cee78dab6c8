"""Which report feeds which: from shared passages, quoted pieces and credited agencies, each report joined to one source.

All that is known stands in `feeds`. `shown` is what a picture draws of it: a forest, in which each report hangs from the one
it shares most with, so that twelve reprints of one wire are twelve lines and not sixty-six.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.link.newsrooms import newsroom_key
from sayso.model.reading import Reading
from sayso.model.reconstruction import Direction, Lineage, LineageHow
from sayso.model.reports import Report
from sayso.present.case import Case
from sayso.present.drifts import changes

__all__ = ["Feed", "Feeds", "Source", "Way", "feeds_of"]

NOT_TEXT = frozenset({LineageHow.SAME_QUOTE, LineageHow.SAME_AGENCY})


class Way(StrEnum):
    """How one feeds the other."""

    COPY = "copy"
    QUOTE = "quote"
    CREDIT = "credit"
    GATHERED = "gathered"


@dataclass(frozen=True, slots=True)
class Source:
    """A report; or, where `report` is None, an agency that reports credit and that has no report of its own here, or the page
    (a document's id) that gathers several reports."""

    id: str
    label: str
    report: Report | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What one feeds another. With `known` false the order of the two tells nothing. `links` are the shared passages,
    `characters` how much of the target they make, `grave` how many changes on the way bear on the claim."""

    source: str
    target: str
    way: Way
    known: bool
    words: str
    links: tuple[Lineage, ...] = ()
    characters: int = 0
    grave: int = 0


@dataclass(frozen=True, slots=True)
class Feeds:
    """All sources that feed or are fed, all feeds between them, and those that a picture shows.

    `gathered` are the reports that stand on one page with others, each with its page; they are sources too.
    """

    sources: Mapping[str, Source]
    feeds: tuple[Feed, ...]
    shown: tuple[Feed, ...]
    alone: int
    gathered: tuple[Feed, ...] = ()


def feeds_of(case: Case) -> Feeds:
    """Return who feeds whom in a case; the order depends on nothing but the case."""
    reports = {report.id: report for reading in case.readings for report in reading.reports}
    readings = {reading.document: reading for reading in case.readings}
    feeds = [*_copies(case, reports), *_quotes(reports)]
    agencies, credited = _credits(reports, {f.target for f in feeds if f.known})
    everything = tuple(sorted((*feeds, *credited), key=lambda f: (f.source, f.target, f.way)))
    met = {end for feed in everything for end in (feed.source, feed.target)}
    alone = len(reports.keys() - met)
    pages, gathered = _pages(case)
    met.update(feed.source for feed in gathered)
    named = {key: Source(key, _label(report, readings), report) for key, report in reports.items() if key in met}
    return Feeds(named | agencies | pages, everything, _forest(everything), alone, gathered)


def _label(report: Report, readings: Mapping[str, Reading]) -> str:
    names = [sourced.value for sourced in (report.outlet, report.agency) if sourced]
    return " ← ".join(dict.fromkeys(names)) or readings[report.document].name


def _copies(case: Case, reports: Mapping[str, Report]) -> Iterator[Feed]:
    by_pair: dict[tuple[str, str], list[Lineage]] = defaultdict(list)
    for link in case.reconstruction.lineage:
        by_pair[link.source_report, link.target_report].append(link)
    for (source, target), links in sorted(by_pair.items()):
        size = sum(len(link.target.span) for link in links)
        yield Feed(
            source,
            target,
            Way.COPY,
            any(link.direction is Direction.KNOWN for link in links),
            _how(links, size, reports.get(target)),
            tuple(sorted(links, key=lambda link: link.target)),
            size,
            sum(change.grave for change in changes(links)),
        )


def _how(links: Iterable[Lineage], size: int, target: Report | None) -> str:
    """Say how much of a report was taken and how."""
    hows = {link.how for link in links}
    if hows <= NOT_TEXT:
        return "same quote" if LineageHow.SAME_QUOTE in hows else "stock passage"
    if LineageHow.TRANSLATED in hows:
        return "translated"
    whole = sum(map(len, target.spans)) if target else 0
    share = size / whole if whole else 0
    much = "all" if share >= 0.9 else "most" if share >= 0.5 else "a part"
    return f"{much}, {'word for word' if hows <= {LineageHow.VERBATIM} else 'edited'}"


def _quotes(reports: Mapping[str, Report]) -> Iterator[Feed]:
    for report in reports.values():
        if report.parent in reports and report.relation is not None:
            words = {"quotes": "quoted", "embeds": "embedded", "translates": "translated", "updates": "updated"}
            translated = report.relation == "translates"
            ends = (str(report.parent), report.id) if translated else (report.id, str(report.parent))
            yield Feed(*ends, Way.QUOTE, True, words[report.relation])


def _credits(reports: Mapping[str, Report], fed: set[str]) -> tuple[dict[str, Source], list[Feed]]:
    """Return the agencies that reports credit, and what they feed: reports that nothing else is known to feed."""
    own = {newsroom_key(r.outlet.value) for r in reports.values() if r.outlet}
    agencies: dict[str, Source] = {}
    feeds = []
    for report in reports.values():
        agency, outlet = report.agency, report.outlet
        if agency is None or report.id in fed or newsroom_key(agency.value) in own:
            continue
        if outlet is not None and newsroom_key(outlet.value) == newsroom_key(agency.value):
            continue
        key = f"agency {newsroom_key(agency.value) or agency.value}"
        agencies.setdefault(key, Source(key, agency.value))
        feeds.append(Feed(key, report.id, Way.CREDIT, True, "credited"))
    return agencies, feeds


def _pages(case: Case) -> tuple[dict[str, Source], tuple[Feed, ...]]:
    """Return the pages that gather several reports, and which those are; what a page's own report quotes hangs from that one."""
    pages: dict[str, Source] = {}
    gathered = []
    for reading in case.readings:
        own = {report.id for report in reading.reports}
        pieces = [report.id for report in reading.reports if report.parent not in own]
        if len(pieces) > 1:
            key = f"page {reading.document}"
            pages[key] = Source(key, reading.name, page=reading.document)
            gathered += [Feed(piece, key, Way.GATHERED, True, "") for piece in pieces]
    return pages, tuple(sorted(gathered, key=lambda f: (f.target, f.source)))


def _forest(feeds: Iterable[Feed]) -> tuple[Feed, ...]:
    """Choose at most one source for each: the known first, then what is shared most, then who feeds most; never close a ring."""
    feeds = tuple(feeds)
    fans = Counter(feed.source for feed in feeds if feed.known)
    group: dict[str, str] = {}
    taken: set[str] = set()
    chosen = []
    for feed in sorted(
        feeds, key=lambda f: (not f.known, f.way is Way.CREDIT, -f.characters, -fans[f.source], f.source, f.target)
    ):
        a, b = _root(group, feed.source), _root(group, feed.target)
        if a == b or feed.target in taken:
            continue
        group[b] = a
        taken.add(feed.target)
        chosen.append(feed)
    return tuple(sorted(chosen, key=lambda f: (f.source, f.target)))


def _root(group: dict[str, str], key: str) -> str:
    while group.setdefault(key, key) != key:
        key = group[key]
    return key
