"""Which reports tell one story: those of one page, those that share passages, and those that share rare names within days.

A story is no event. It only says where a town and the participants may be enough to know a happening again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from sayso.link.corpus import Corpus
from sayso.link.groups import Groups
from sayso.model.annotations import MentionType
from sayso.model.reading import Reading
from sayso.model.reconstruction import Lineage, LineageHow, ReportDate
from sayso.model.text import Span, covers
from sayso.values.place import skeleton

__all__ = ["Published", "find_stories", "name_stories", "publishing_days"]

Published = Mapping[str, tuple[date | None, date | None]]

RARE = 12  # reports that name it
ENOUGH = 2  # rare names shared; a person's full name counts as two
WINDOW_DAYS = 14
PERSON_DAYS = 30  # by a person's full name
ON_A_PAGE_DAYS = 30
PASSAGE_DAYS = 31  # a passage shared over a longer time is a paper's own stock
NAMED = frozenset({MentionType.PERSON, MentionType.PLACE, MentionType.ORG})
SHORTEST = 3  # letters of a name's skeleton


def publishing_days(dates: Iterable[ReportDate]) -> dict[str, tuple[date | None, date | None]]:
    """Return when reports were published, as far as nearness asks: a page's date is the last of its reports', which are
    taken to be a month older at most."""
    return {d.report: (d.earliest or d.latest - timedelta(days=ON_A_PAGE_DAYS), d.latest) for d in dates if d.latest}


def find_stories(corpus: Corpus, lineage: tuple[Lineage, ...], published: Published) -> Groups[str]:
    """Return all reports grouped into stories."""
    stories: Groups[str] = Groups(corpus.reports)
    for reading in corpus.readings:
        for report in reading.reports[1:]:
            stories.unite(reading.reports[0].id, report.id, "one page")
    for link in lineage:
        far = _gap(published, link.source_report, link.target_report) > PASSAGE_DAYS
        if link.how is not LineageHow.SAME_AGENCY and not far:  # stock background stands in stories of all sorts
            stories.unite(link.source_report, link.target_report, "shared passage")
    for a, b in _by_names(corpus, published):
        stories.unite(a, b, "rare names")
    return stories


def name_stories(corpus: Corpus, published: Published) -> frozenset[tuple[str, str]]:
    """Return the pairs of reports that share rare names within days, each with the lesser id first."""
    return frozenset(_by_names(corpus, published))


def _by_names(corpus: Corpus, published: Published) -> Iterator[tuple[str, str]]:
    """Yield the pairs of reports that share a person's full name, or two other names, that few reports hold."""
    holders: dict[str, list[str]] = defaultdict(list)
    for reading in corpus.readings:
        for report in reading.reports:
            for name in sorted(_names(reading, report.spans)):
                holders[name].append(report.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    named: set[tuple[str, str]] = set()
    for name, reports in holders.items():
        if 1 < len(reports) <= RARE:
            for pair in _pairs(reports):
                shared[pair] += ENOUGH if name.startswith("person:") else 1
                named |= {pair} if name.startswith("person:") else set()
    for a, b in sorted(shared):
        window = PERSON_DAYS if (a, b) in named else WINDOW_DAYS
        if shared[a, b] >= ENOUGH and 0 <= _gap(published, a, b) <= window:
            yield a, b


def _pairs(reports: Iterable[str]) -> Iterator[tuple[str, str]]:
    ordered = sorted(set(reports))
    yield from ((a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :])


def _names(reading: Reading, spans: tuple[Span, ...]) -> set[str]:
    """Return the names a report holds: full names of persons by first and last, other names whole."""
    found = set()
    for mention in reading.mentions:
        if mention.type not in NAMED or not any(covers(span, mention.span) for span in spans):
            continue
        words = [bones for word in mention.span.of(reading.text).split() if len(bones := skeleton(word)) > 1]
        if mention.type is MentionType.PERSON:
            if len(words) > 1:
                found.add(f"person:{words[0]} {words[-1]}")
        elif len("".join(words)) >= SHORTEST:
            found.add("name:" + " ".join(words))
    return found


def _gap(published: Published, a: str, b: str) -> int:
    """Return the days between two reports at the least; -1 where one of them is not dated."""
    (first, last), (start, end) = published.get(a, (None, None)), published.get(b, (None, None))
    if first is None or last is None or start is None or end is None:
        return -1
    return max((start - last).days, (first - end).days, 0)
