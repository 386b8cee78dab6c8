"""What a figure covers: scope, window, and the figure it is part of, from the words around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.annotate.quantities.counted import Counted
from sayso.annotate.quantities.words import QuantityWords
from sayso.model.annotations import Act, Group, Quantity, Scope, TimeExpr
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, overlaps
from sayso.values.amount_grammar import Figure
from sayso.values.atoms import Atom, Phrases
from sayso.values.when import Granularity

__all__ = ["Setting", "amid", "part_of", "scope_of", "window_of"]

HARM = frozenset({Act.KILLED, Act.WOUNDED, Act.MISSING, Act.DETAINED})

SHORT = 7
"""How many atoms before its name the preposition of a war may stand ("in the country's five-year war")."""

NEAR = 8
"""How many atoms before a figure words of capacity and background may stand."""

_ONE_DAY = frozenset({Granularity.TIME, Granularity.DAY})

WINDOW = 90
"""The longest window kept, in characters; a longer clause is cut to its time."""


@dataclass(frozen=True)
class Setting:
    """A sentence with its atoms and times: what scope and window are read from."""

    page: Page
    sentence: Sentence
    atoms: Sequence[Atom]
    words: QuantityWords
    times: Sequence[TimeExpr]

    def in_time(self, span: Span) -> bool:
        """Tell whether a number belongs to a time expression."""
        starts = [time.span.start for time in self.times]
        at = bisect_right(starts, span.start)
        return any(overlaps(time.span, span) for time in self.times[max(0, at - 2) : at + 1])

    @cached_property
    def windows(self) -> tuple[tuple[Token, Span], ...]:
        """Words that open a window ("since"), each with the stretch it governs."""
        found = []
        for index in range(len(self.atoms)):
            if hit := self.words.windows.at(self.atoms, index):
                token = _token_at(self.sentence, self.atoms[hit[1] - 1].start)
                span = self._window(self.atoms[index].start, token) if token else None
                if token and span:
                    found.append((token, span))
        return tuple(found)

    def _window(self, start: int, opener: Token) -> Span | None:
        """Return the words from the opener to the end of its clause or time; without a time only "since" and its noun."""
        time = next((t for t in self.times if 0 <= t.span.start - opener.start <= WINDOW), None)
        inner = next((t for t in self.times if t.span.start <= start and opener.end <= t.span.end), None)
        if time is None and inner is None:
            return self._since_event(start, opener)
        if opener.text.lower() in self.words.spans and not (time and _opens_span(opener, time)):
            return None
        if opener.text.lower() not in _OPENERS and (time or inner).when.granularity in _ONE_DAY:  # type: ignore[union-attr]  # one of them is there
            return None  # "during a raid on Tuesday" is one day's event
        end = (time or inner).span.end  # type: ignore[union-attr]  # one of them is there
        if self.sentence.parsed:
            head = self.sentence.head(opener) if opener.dep == "mark" else opener
            reach = self.sentence.subtree_span(head)
            if time and not (reach.start <= time.span.start < reach.end or time.span.start - opener.end <= 2):
                return None
        return Span(start, end)

    def _since_event(self, start: int, opener: Token) -> Span | None:
        """Return "since the end of the truce": an opener that always opens a window, as a preposition with a noun."""
        if opener.text.lower() not in _OPENERS or opener.dep != "prep":
            return None
        nouns = self.sentence.children(opener, "pobj")
        end = max((self.sentence.subtree_span(noun).end for noun in nouns), default=0)
        return Span(start, end) if start < end <= start + WINDOW else None


def _opens_span(opener: Token, time: TimeExpr) -> bool:
    """Tell whether "from" or "between" opens a span of months or years ("from March 2011 to June 2016")."""
    return time.span.start - opener.end <= 2 and time.when.granularity in (Granularity.MONTH, Granularity.YEAR)


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    return next((t for t in sentence.tokens if t.start <= offset < t.end), None)


def scope_of(setting: Setting, figure: Figure, counted: Counted, act: Act | None) -> Scope | None:
    """Return what a figure covers, None when the words do not say."""
    if figure.money:
        return None
    if figure.share:
        return Scope.SHARE
    if setting.words.fits.before(setting.atoms, figure.first) or _just_before(setting.words.capacity, setting, figure):
        return Scope.CAPACITY
    if act is None and (setting.words.background.before(setting.atoms, figure.first) or _dwellers(setting, counted)):
        return Scope.BACKGROUND
    counts_on = act not in HARM and _of_count(setting, counted)  # the toll of one attack is that attack's
    if window_of(setting, counted) or _running(setting, figure) or counts_on:
        return Scope.RUNNING_TOTAL
    return Scope.EVENT if act else None


def _dwellers(setting: Setting, counted: Counted) -> bool:
    """Tell whether those counted are all who live in a place ("a village of 1,200 inhabitants")."""
    noun, dwellers = counted.noun, setting.words.dwellers
    return noun is not None and (noun.lemma.lower() in dwellers or noun.text.lower() in dwellers)


def _just_before(phrases: Phrases[None], setting: Setting, figure: Figure) -> bool:
    first = max(0, figure.first - NEAR)
    if any(phrases.at(setting.atoms, i) for i in range(first, figure.first)):
        return True
    return any(phrases.at(setting.atoms, i) for i in range(figure.last, min(len(setting.atoms), figure.last + 2)))


def _running(setting: Setting, figure: Figure) -> bool:
    """Tell whether words of a running count stand near the figure, in its sentence."""
    atoms, running = setting.atoms, setting.words.running
    near = range(max(0, figure.first - 2 * NEAR), min(len(atoms), figure.last + 2 * NEAR))
    outside = [i for i in near if not figure.first <= i < figure.last]
    if any(running.at(atoms, i) for i in outside if atoms[i].lower not in _OPENERS):
        return True
    return any(atoms[i].lower in setting.words.wars and _during(setting, i) for i in outside)


def _during(setting: Setting, war: int) -> bool:
    """Tell whether a war is what a figure is told of: "killed in the long war", not "the town of which the war took hold"."""
    before = [a.lower for a in setting.atoms[max(0, war - SHORT) : war]]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n] in setting.words.during), None)
    return at is not None and not {",", ";", "on", "at", "to", "by"} & set(before[at:])


def _of_count(setting: Setting, counted: Counted) -> bool:
    """Tell whether the figure is the value of a count ("the number of those who fled reached 900")."""
    sentence, words = setting.sentence, setting.words
    verb = next((a for a in sentence.ancestors(counted.top) if a.pos in ("VERB", "AUX")), counted.top)
    if verb.lemma.lower() not in words.count_verbs or counted.top.dep in ("nsubj", "nsubjpass"):
        return False
    return any(kid.lemma.lower() in words.running_nouns for kid in sentence.children(verb, "nsubj"))


_OPENERS = frozenset({"since", "siden"})
"""Openers of windows count only through their clause (`window_of`)."""


def window_of(setting: Setting, counted: Counted) -> str | None:
    """Return the words of the window a figure covers ("since mid-March")."""
    above = {counted.top.index, *(a.index for a in setting.sentence.ancestors(counted.top))}
    inside = _own_clause(setting.sentence, counted)
    for token, span in setting.windows:
        reach = above if inside is None or token.text.lower() in _OPENERS else inside
        if not setting.sentence.parsed or _governs(setting.sentence, token, reach):
            return span.of(setting.page.document.text)
    return None


def _own_clause(sentence: Sentence, counted: Counted) -> set[int] | None:
    """Return the words of what is counted where a clause hangs on it: of "69 killed by mines" a search "during five days" is none."""
    noun = counted.noun
    if noun is None or not sentence.children(noun, "acl", "relcl"):
        return None
    return {counted.top.index, *(t.index for t in sentence.subtree(noun))}


def _governs(sentence: Sentence, opener: Token, above: set[int]) -> bool:
    """Tell whether the clause or phrase an opener begins hangs on the figure's own clause."""
    head = sentence.head(opener)
    if opener.dep == "mark":
        head = sentence.head(head)
    return head.index in above


def part_of(
    setting: Setting, figure: Figure, found: Sequence[Quantity], quantity: Quantity, own: Act | None
) -> Quantity | None:
    """Return the figure this one is part of ("1,100, including 82 children"), of those found; further parts follow the first."""
    parts, atoms, previous = setting.words.parts, setting.atoms, found[-1]
    whole = next((q for q in found if q.id == previous.part_of), None)
    if parts.before(atoms, figure.first) or parts.at(atoms, figure.last):
        return whole or previous
    if whole is None or own is not None or quantity.group in (Group.THINGS, Group.UNKNOWN):
        return None
    if {whole.group, quantity.group} == {Group.CIVILIANS, Group.NONCIVILIANS}:
        return None
    between = [a.lower for a in atoms[: figure.first] if a.start >= previous.whole.end]
    joined = all(word in setting.words.joins for word in between) and len(between) <= 2
    return whole if joined and quantity.group is not previous.group else None


def amid(setting: Setting, figure: Figure, previous: Quantity) -> bool:
    """Tell whether the figure before is told to be among this one ("six women were among 20 people killed")."""
    hit = setting.words.amid.before(setting.atoms, figure.first)
    return hit is not None and setting.atoms[hit[1]].start >= previous.whole.end
