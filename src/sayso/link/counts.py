"""What stands behind statements, counted: reports, texts, newsrooms, agencies, voices, origins, each with its reasons.

*8 reports · 3 texts · 2 newsrooms, 2 of them agencies · 1 primary voice · 1 origin.* One function for an answer and for the
whole case; independence is counted by `origins` alone (MODEL §4). When in doubt it does not count: reports joined by shared
passages are one text, even through a third that is not asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sayso.lang.packs import load_packs
from sayso.link.corpus import Corpus
from sayso.link.groups import Groups
from sayso.link.newsrooms import count_newsrooms, newsroom_key, newsrooms
from sayso.link.origins import Origins
from sayso.model.reconstruction import Because, Lineage, LineageHow, SaySo, Standing
from sayso.model.reports import Relation, Report
from sayso.model.text import Anchor

__all__ = ["Counter", "count_case"]

NO_COPY = frozenset({LineageHow.SAME_QUOTE, LineageHow.SAME_AGENCY, LineageHow.UNKNOWN})


@dataclass(frozen=True)
class Counter:
    """The one count of what stands behind statements; made once for a case."""

    corpus: Corpus
    say_so: Mapping[str, SaySo] = field(repr=False)
    origins: Origins = field(repr=False)
    lineage: Sequence[Lineage] = field(repr=False)

    def of(self, statements: Collection[str], also: Collection[str] = (), *, explain: bool = True) -> Standing:
        """Count what stands behind statements by id; `also` are those that take the same for granted or tell it in a report's
        own voice: they count as reports, never as voices or origins. Reasons are given unless `explain` is false."""
        everyone = (*statements, *also)
        reports = sorted({self.corpus.statements[s].report for s in everyone})
        count = self.origins.count(statements)
        first, last = self._said(everyone)
        return Standing(
            reports=len(reports),
            texts=len({self._texts.root(report) for report in reports}),
            newsrooms=count_newsrooms(self._newsrooms, reports),
            voices=len(self.origins.voices(voice for s in statements for voice in self._first_voices(s))),
            origins_at_least=count.at_least,
            origins_at_most=count.at_most,
            first_said=first,
            last_said=last,
            because=tuple(self._reasons(statements, reports)) if explain else (),
            agencies=len({key for report in reports if (key := self._agencies.get(report))}),
        )

    def _first_voices(self, statement: str) -> tuple[str, ...]:
        say_so = self.say_so.get(statement)
        return say_so.chain[-1].voices if say_so and say_so.chain else ()

    def _said(self, statements: Iterable[str]) -> tuple[date | None, date | None]:
        known = [self.say_so[s] for s in statements if s in self.say_so]
        first = [x.said_earliest for x in known if x.said_earliest]
        last = [x.said_latest for x in known if x.said_latest]
        return min(first, default=None), max(last, default=None)

    @cached_property
    def _texts(self) -> Groups[str]:
        """Reports by text: those that a passage ties together, copied or translated, are one."""
        groups: Groups[str] = Groups(sorted(self.corpus.reports))
        for report in self.corpus.reports.values():
            if report.relation is Relation.TRANSLATES and report.parent in self.corpus.reports:
                groups.unite(str(report.parent), report.id, "a translation")
        for link in self.lineage:
            if link.how not in NO_COPY:
                groups.unite(link.source_report, link.target_report, "a shared passage")
        return groups

    @cached_property
    def _passages(self) -> Mapping[str, Anchor]:
        """Report → the longest passage that it shares with another."""
        found: dict[str, Anchor] = {}
        for link in self.lineage:
            if link.how not in NO_COPY:
                for report, place in ((link.source_report, link.source), (link.target_report, link.target)):
                    if report not in found or len(place.span) > len(found[report].span):
                        found[report] = place
        return found

    @cached_property
    def _newsrooms(self) -> Mapping[str, str]:
        return newsrooms(self.corpus)

    @cached_property
    def _agencies(self) -> Mapping[str, str]:
        """Report → the agency it credits, or that is its outlet: one of the world's, or credited by another report."""
        told = {r.agency.value for r in self.corpus.reports.values() if r.agency}
        keys = {newsroom_key(name) for name in (*told, *load_packs()["en"].table("pages").get("world_agencies", ()))}
        found: dict[str, str] = {}
        for report in self.corpus.reports.values():
            named = [newsroom_key(known.value) for known in (report.agency, report.outlet) if known]
            key = next((key for key in named if key in keys), None)
            if key:
                found[report.id] = key
        return found

    def _reasons(self, statements: Collection[str], reports: Sequence[str]) -> Iterator[Because]:
        yield from (*self._one_text(reports), *self._one_newsroom(reports))
        yield from self.origins.reasons({s: self.corpus.anchor(s, self.corpus.statements[s].span) for s in statements})

    def _one_text(self, reports: Sequence[str]) -> Iterator[Because]:
        """Yield why several reports are one text, with a passage of each that is shared."""
        for members in _together(reports, self._texts.root):
            places = tuple(sorted(self._passages[r] for r in members if r in self._passages))
            yield Because("one-text", f"{len(members)} reports share passages: one text", places)

    def _one_newsroom(self, reports: Sequence[str]) -> Iterator[Because]:
        """Yield why several reports are one newsroom's, with the places that name it."""
        told = [report for report in reports if report in self._newsrooms]
        for members in _together(told, self._newsrooms.__getitem__):
            known = [self.corpus.reports[report] for report in members]
            name = next((s.value for r in known if (s := r.agency or r.outlet)), "the same")
            words = f"{len(members)} reports are of one newsroom: {name}"
            yield Because("one-newsroom", words, tuple(sorted(p for r in known for p in _named(r))))


def count_case(corpus: Corpus, say_so: Iterable[SaySo], origins: Origins, lineage: Sequence[Lineage]) -> Standing:
    """Count what stands behind all statements of a case; reasons are left to its answers and origins."""
    counter = Counter(corpus, {s.statement: s for s in say_so}, origins, lineage)
    return counter.of(tuple(corpus.statements), explain=False)


def _together(reports: Sequence[str], key: Callable[[str], str]) -> Iterator[list[str]]:
    """Yield the groups of several reports that have one key, in the order of their first."""
    groups: dict[str, list[str]] = {}
    for report in reports:
        groups.setdefault(key(report), []).append(report)
    yield from (members for members in groups.values() if len(members) > 1)


def _named(report: Report) -> Iterator[Anchor]:
    known = report.agency or report.outlet
    if known and known.span:
        yield Anchor(report.document, known.span)
