"""What ties a report's day to a happening's: tellings of one figure, one person's deed, one weekday on one page.

A happening is known across reports by what is rare: an exact figure for one kind of event, or a named person in a
sentence with the same weekday and the same words. On one page, pieces that tell of one town and one weekday mean one day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.lang.packs import load_packs
from sayso.link.corpus import Corpus
from sayso.model.annotations import EventMention, Fact, MentionType, SlotFrom, SlotName, TimeExpr
from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.statements import Backing, Statement, Tense
from sayso.model.text import Anchor, Span, covers
from sayso.values.place import skeleton

__all__ = ["WIDE", "Happening", "Telling", "as_of_weekday", "find_happenings", "first_weekday"]

RUNNING = frozenset({"flee", "cross", "return", "visit", "protest", "deploy"})
LARGE, TELLING_FIGURE = 50, 30  # a round figure tells one event from another only when it is large
SHARED_WORDS = 4
WIDE = 21  # days: what dated reports put further apart than this is not one happening, whom they name so far apart tells no week
OPENING = 450  # characters in which news says when it happened
NEWER = 3  # days by which another weekday of the report may follow the one of its opening, and so be the news
BEFORE = 16  # characters in which a word right before a time is looked for
NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})
TOLD = frozenset({Tense.PAST, Tense.PRESENT})
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Telling:
    """One report telling of a happening, with the time it gives for it, if any.

    `news` marks what a report's opening tells without a time: it is fresh when the report is published. `began` marks
    a time that only tells from when on ("since January"): the happening may be as young as the report.
    """

    report: str
    anchor: Anchor
    time: TimeExpr | None = None
    words: str = ""
    news: bool = False
    began: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that several reports tell of; `rule` says how it was known to be one thing."""

    rule: str
    key: str
    tellings: tuple[Telling, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that tell of it."""
        return frozenset(telling.report for telling in self.tellings)


def find_happenings(corpus: Corpus, dated: Mapping[str, date]) -> tuple[Happening, ...]:
    """Find what more than one report tells of, the surest rules first; `dated` gives the days of reports that have one."""
    figures: dict[str, list[Telling]] = defaultdict(list)
    pages: dict[str, list[Telling]] = defaultdict(list)
    for statement in corpus.statements.values():
        for mention in statement.mentions:
            if mention.fact is Fact.HAPPENED and statement.tense is not Tense.FUTURE:
                for key in _figure_keys(corpus, mention):
                    figures[key].append(_telling(corpus, statement, mention))
                for key, telling in _page_keys(corpus, statement, mention):
                    pages[key].append(telling)
    found = [*_shared("shared-figure", figures), *_deeds(corpus, dated), *_shared("same-page", pages)]
    return tuple(found)


def _shared(rule: str, by_key: Mapping[str, list[Telling]]) -> Iterator[Happening]:
    for key in sorted(by_key):
        tellings = tuple(sorted(set(by_key[key]), key=lambda t: (t.report, t.anchor)))
        if len({telling.report for telling in tellings}) > 1:
            yield Happening(rule, key, tellings)


def _figure_keys(corpus: Corpus, mention: EventMention) -> Iterator[str]:
    """Yield a key for each exact figure that hardly any other event of the kind shares."""
    if mention.kind in RUNNING:
        return
    for slot in mention.fillers(SlotName.COUNT):
        quantity = corpus.quantities.get(slot.ref or "")
        amount = quantity.amount if quantity and quantity.unit is None else None
        if amount and amount.low is not None and amount.low == amount.high:
            number = int(amount.low)
            if number >= LARGE or (number >= TELLING_FIGURE and number % 10):
                yield f"{mention.kind} {number}"


def timed(reading: Reading, report: str, time: TimeExpr) -> Telling:
    """Return the telling of something at a time, with the words of the time and whether they only tell its beginning."""
    began = follows(reading, time, "open_start")
    return Telling(report, Anchor(reading.document, time.span), time, time.span.of(reading.text), began=began)


def follows(reading: Reading, time: TimeExpr, words: str) -> bool:
    """Tell whether one of a list of words of the packs ("since", "as of") stands right before a time."""
    before = " " + " ".join(reading.text[max(0, time.span.start - BEFORE) : time.span.start].lower().split())
    return any(before.endswith(f" {word}") for word in _listed(words))


@lru_cache(maxsize=8)
def _listed(words: str) -> tuple[str, ...]:
    packs = sorted(load_packs().items())
    return tuple(word for _, pack in packs for word in pack.table("times").get(words, ()))


def _telling(corpus: Corpus, statement: Statement, mention: EventMention) -> Telling:
    """Return a telling with its time, if its statement gives just one: "said Tuesday that …" tells the day of saying."""
    document = corpus.document_of[statement.id]
    near = [s.ref or "" for s in mention.fillers(SlotName.TIME) if s.found in NEAR]
    times = [corpus.times[ref] for ref in near if ref in corpus.times]
    times = [time for time in times if any(covers(span, time.span) for span in statement.spans)]
    time = times[0] if len(times) == 1 else None
    anchor = Anchor(document, time.span if time else mention.span)
    news = time is None and _is_news(corpus, statement, mention)
    if time is None:
        return Telling(statement.report, anchor, news=news)
    return timed(corpus.documents[document], statement.report, time)


def _is_news(corpus: Corpus, statement: Statement, mention: EventMention) -> bool:
    """Tell whether a report opens with what a mention tells, as something that happened and not as known already."""
    report = corpus.reports[statement.report]
    opens = mention.span.start < report.spans[0].start + OPENING
    return opens and statement.backing is not Backing.PRESUPPOSED and not mention.refers_back


def _page_keys(corpus: Corpus, statement: Statement, mention: EventMention) -> Iterator[tuple[str, Telling]]:
    """Yield a key for a weekday told of a town, good among the pieces of one page only."""
    document = corpus.document_of[statement.id]
    if len(corpus.documents[document].reports) < 2:
        return
    for time_slot in mention.fillers(SlotName.TIME):
        time = corpus.times.get(time_slot.ref or "")
        weekday = _WEEKDAY.match(time.when.timex) if time else None
        if time is None or weekday is None or time_slot.found not in NEAR:
            continue
        for place in mention.fillers(SlotName.PLACE):
            town = corpus.places.get(place.ref or "")
            name = skeleton(corpus.words(Anchor(document, town.span))) if town and town.is_town else ""
            if name:
                yield f"{document} {name} {weekday[1]}", timed(corpus.documents[document], statement.report, time)


def _deeds(corpus: Corpus, dated: Mapping[str, date]) -> Iterator[Happening]:
    """Find sentences of several reports that name one person, one weekday and say it in like words."""
    sentences: dict[tuple[str, int], list[tuple[Telling, frozenset[str]]]] = defaultdict(list)
    named: dict[str, set[date]] = defaultdict(set)
    for reading in corpus.readings:
        for key, telling, words in _named_days(reading):
            sentences[key].append((telling, words))
            named[key[0]].update([dated[telling.report]] if telling.report in dated else [])
    for name, weekday in sorted(sentences):
        if not named[name] or (max(named[name]) - min(named[name])).days <= WIDE:
            for group in _alike(sentences[name, weekday]):
                yield Happening("shared-deed", f"{name} {weekday}", group)


def _alike(told: list[tuple[Telling, frozenset[str]]]) -> Iterator[tuple[Telling, ...]]:
    """Yield the pairs of sentences of different reports that share enough words."""
    for i, (a, words_a) in enumerate(told):
        for b, words_b in told[i + 1 : i + 12]:
            if a.report != b.report and len(words_a & words_b) >= SHARED_WORDS:
                yield tuple(sorted((a, b), key=lambda t: (t.report, t.anchor)))


def _named_days(reading: Reading) -> Iterator[tuple[tuple[str, int], Telling, frozenset[str]]]:
    """Yield (person, weekday) with the sentence's words, for each sentence that holds a person and a weekday."""
    persons = [m.span for m in reading.mentions if m.type is MentionType.PERSON]
    stop = frozenset().union(*(pack.words("words", "common") for pack in load_packs().values()))
    for time in reading.times:
        weekday = _weekday(time)
        report = _report_of(reading, time.span) if weekday else None
        if not weekday or report is None:
            continue
        sentence = next((s for s in reading.sentences if covers(s, time.span)), None)
        for person in persons if sentence else ():
            if sentence and covers(sentence, person):
                name = skeleton(person.of(reading.text).split()[-1])
                yield (name, weekday), timed(reading, report.id, time), _words(reading.text, sentence, person, stop)


def _words(text: str, sentence: Span, person: Span, stop: frozenset[str]) -> frozenset[str]:
    rest = text[sentence.start : person.start] + " " + text[person.end : sentence.end]
    return frozenset(word.lower() for word in _WORD.findall(rest)) - stop


def _weekday(time: TimeExpr) -> int:
    """Return the ISO weekday a time names or was resolved to as a single day, 0 when it is none."""
    match = _WEEKDAY.match(time.when.timex)
    if match:
        return int(match[1])
    return time.earliest.isoweekday() if time.earliest and time.earliest == time.latest else 0


def _report_of(reading: Reading, span: Span) -> Report | None:
    return next((r for r in reading.reports if any(covers(s, span) for s in r.spans)), None)


def first_weekday(reading: Reading, report: Report, headings: Iterable[Span]) -> TimeExpr | None:
    """Return the weekday that the opening of a report names for its news; None where it names none or a newer one follows.

    What the opening only takes for granted ("after Monday's killing") is no news, and says nothing of the day.
    """
    heads = tuple(headings)
    starts = [s.start for s in reading.sentences if any(covers(own, s) for own in report.spans)]
    body = next((start for start in starts if not any(h.start <= start < h.end for h in heads)), None)
    if body is None:
        return None
    own = [s for s in reading.statements if s.report == report.id]
    past = [(time, weekday) for time, weekday in _weekdays_of(reading, report) if not _is_ahead(own, time)]
    for time, weekday in past:
        if body <= time.span.start < body + OPENING:
            newer = any(0 < (other - weekday) % 7 <= NEWER for _, other in past)
            return time if not newer and not _is_granted(own, time) else None
    return None


def as_of_weekday(reading: Reading, report: Report) -> TimeExpr | None:
    """Return the first weekday to which a report brings its figures ("as of Monday"); None where there is none."""
    return next((time for time, _ in _weekdays_of(reading, report) if follows(reading, time, "as_of")), None)


def _weekdays_of(reading: Reading, report: Report) -> Iterator[tuple[TimeExpr, int]]:
    """Yield the weekdays that a report names, unresolved, in order."""
    for time in reading.times:
        match = _WEEKDAY.match(time.when.timex)
        if match and any(covers(own, time.span) for own in report.spans):
            yield time, int(match[1])


def _least(statements: Iterable[Statement], time: TimeExpr) -> Statement | None:
    """Return the smallest statement around a time; None for that of the saying itself ("officers said on Wednesday")."""
    around = [s for s in statements if covers(s.span, time.span)]
    return min(around, key=lambda s: (len(s.span), s.id)) if around else None


def _is_ahead(statements: Iterable[Statement], time: TimeExpr) -> bool:
    """Tell whether what a time is told of has not happened, or not yet."""
    least = _least(statements, time)
    return least is not None and least.tense not in TOLD


def _is_granted(statements: Iterable[Statement], time: TimeExpr) -> bool:
    """Tell whether the smallest statement that holds a time is one that nobody asserts."""
    least = _least(statements, time)
    return least is not None and least.backing is Backing.PRESUPPOSED
