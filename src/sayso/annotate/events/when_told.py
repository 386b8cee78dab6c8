"""Which times of a sentence are an event's: those of its own clause, else those its clause shares with the one above it.

"Guards arrested on Friday a man held for the shooting that happened on Thursday": each verb has its own day. How long
something took says nothing of when, but where it is what the trigger's own words say ("killed in 24 hours").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from sayso.lang.packs import Pack
from sayso.model.annotations import Slot, SlotFrom, SlotName, TimeExpr
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span
from sayso.values.time_patterns import time_tables
from sayso.values.when import Granularity

__all__ = ["time_slots", "times_of_events"]

MOST = 2  # times of one event
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
PAST = frozenset({"VBD", "MD"})
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "csubj", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HAPPENS = frozenset({"happen", "occur", "begin", "start", "come", "take", "follow", "break", "be", "last", "leave"})
"""Verbs whose subject is the event they tell the time of."""


class Timed(Protocol):
    """What finds times by their place."""

    def times_in(self, span: Span) -> tuple[TimeExpr, ...]:
        """Return the times inside a span."""


def times_of_events(page: Page, times: Sequence[TimeExpr]) -> tuple[TimeExpr, ...]:
    """Return the times that may be an event's: the day a report bears is no event's day."""
    own = {report.published.span for report in page.reports if report.published and report.published.span}
    return tuple(t for t in times if not any(t.span.start < span.end and span.start < t.span.end for span in own))


def time_slots(s: Sentence, trigger: Token, values: Timed, pack: Pack) -> list[Slot]:
    """Take the times of the trigger's clause, else those of the sentence that belong to no other verb."""
    tables = time_tables(pack)
    together = tables.listed("same_time") if tables else frozenset()
    inside = [t for t in values.times_in(s.subtree_span(trigger)) if _is_own(s, t, trigger, together)]
    inside = [t for t in inside if not _beside(s, t, trigger)] or inside
    found = SlotFrom.CLAUSE
    if not inside:
        found = SlotFrom.SENTENCE
        inside = [t for t in values.times_in(s.span) if _tells_when(t) and _shares_clause(s, t.span, trigger)]
    inside = [t for t in inside if _tells_when(t)] or inside
    return [Slot(SlotName.TIME, time.span, time.when.timex, time.id, found) for time in inside[:MOST]]


def _tells_when(time: TimeExpr) -> bool:
    return time.when.granularity is not Granularity.DURATION


def _word(s: Sentence, span: Span) -> Token | None:
    """Return the token by which a time hangs on the rest: the one whose head lies outside."""
    words = [t for t in s.tokens if span.start <= t.start < span.end]
    return next((t for t in words if not span.start <= s.head(t).start < span.end or t.head == t.index), None)


def _way_up(s: Sentence, word: Token, trigger: Token) -> Iterator[Token]:
    """Yield what stands between a word and the trigger it hangs on, from below."""
    for above in s.ancestors(word):
        if above.index == trigger.index:
            return
        yield above


def _beside(s: Sentence, time: TimeExpr, trigger: Token) -> bool:
    """Tell whether a time stands with a verb beside the trigger ("killed three and wounded five on Monday")."""
    word = _word(s, time.span)
    return word is not None and any(t.dep == "conj" and t.pos == "VERB" for t in _way_up(s, word, trigger))


def _is_own(s: Sentence, time: TimeExpr, trigger: Token, together: frozenset[str]) -> bool:
    """Tell whether a time in the trigger's subtree is the trigger's own: no clause with its own past stands between."""
    word = _word(s, time.span)
    if word is None:
        return _tells_when(time)
    between = list(_way_up(s, word, trigger))
    if not _tells_when(time) and len([t for t in between if t.pos != "ADP"]) > 0:
        return False
    return not any(_has_own_time(s, verb, trigger, together) for verb in between)


def _has_own_time(s: Sentence, verb: Token, trigger: Token, together: frozenset[str]) -> bool:
    """Tell whether a verb below the trigger tells something else, at its own time.

    Not so "the raid that began on Monday", "fired as they fled on Monday", nor a clause in the present ("the town, which is
    held by rebels, on Monday").
    """
    past = verb.tag in PAST or any(kid.tag in PAST for kid in s.children(verb, "aux", "auxpass"))
    if verb.dep not in CLAUSES or not past:
        return False
    marks = {kid.text.lower() for kid in s.children(verb, "mark", "advmod")}
    describes = verb.dep == "relcl" and verb.head == trigger.index and trigger.pos in {"NOUN", "PROPN"}
    return not describes and not marks & together


def _shares_clause(s: Sentence, span: Span, trigger: Token) -> bool:
    """Tell whether a time outside the trigger's subtree is the trigger's: its verb is above it, and nothing parts them.

    What parts them: a complement ("said Monday that …"), a clause of time or reason ("while …"), a person told by what
    they did ("the man accused of shooting … appeared Tuesday").
    """
    word = _word(s, span)
    governor = next((t for t in s.ancestors(word) if t.pos in {"VERB", "AUX"}), None) if word else None
    if governor is None or (governor.index != trigger.index and governor not in s.ancestors(trigger)):
        return False
    path = [trigger, *_way_up(s, trigger, governor)]
    return not any(_parts(s, step, governor, trigger) for step in path)


def _parts(s: Sentence, step: Token, governor: Token, trigger: Token) -> bool:
    if step.dep == "ccomp" or (step.dep == "advcl" and (step.tag in FINITE or s.children(step, "mark"))):
        return True
    beside = trigger.dep == "conj" and trigger.head == step.index
    of_subject = step.dep in SUBJECTS and step.head == governor.index and step.index != trigger.index and not beside
    return of_subject and step.pos in {"NOUN", "PROPN", "PRON", "ADJ"} and governor.lemma not in HAPPENS
