"""Said and unsaid: what one voice states and another states the opposite of, whatever it is about.

Questions of events know their event words. Here two voices meet by the words alone: one says that there were warrants, one
that there were none. Both must turn on the same telling word, share most of what they say, and speak of one story: in one
report, of one event, or of one name. Wordings that only look alike are the danger, so what is not sure is not asked.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.model.reconstruction import About, Because, QuestionSlot, RelationType
from sayso.model.statements import Backing, Statement
from sayso.reconcile.claims import LONGEST, is_whole, plain_words
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence
from sayso.reconcile.wordings import Wording, word_statement

__all__ = ["ask_contrary"]

SHARED = 0.6  # of the weight of the shorter wording that both must share
OF_DENIAL = 0.5  # of what the denial says that the other must say
OF_TOLD = 0.35  # of what the other says: a long sentence that holds the words says something else
OF_CORE = 0.4  # of what the denial turns on
TOO_COMMON = 40  # statements that hold a word, beyond which it tells no two apart
TOO_COMMON_SHARE = 0.01
INTEREST = 0.9


@dataclass(frozen=True)
class _Wordings:
    """All attributed plain statements of a case by wording, with how much each word tells."""

    evidence: Evidence
    all: Mapping[str, Wording]
    events_of: Mapping[str, frozenset[str]] = field(repr=False)

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(word for wording in self.all.values() for word in wording.words)

    @cached_property
    def told_by_word(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for wording in self.all.values():
            for word in () if wording.denies else wording.core:
                found.setdefault(word, []).append(wording.statement)
        return {word: tuple(ids) for word, ids in found.items()}

    def weight(self, words: Iterable[str]) -> float:
        return math.fsum(math.log1p(len(self.all) / self.counts[word]) for word in sorted(words))

    def tells(self, word: str) -> bool:
        return self.counts[word] <= max(TOO_COMMON, TOO_COMMON_SHARE * len(self.all))


def ask_contrary(evidence: Evidence, covered: Iterable[str]) -> list[DraftQuestion]:
    """Draft a question for each thing that one voice states and another denies in like words, unless one asks it already."""
    known = set(covered)
    wordings = _Wordings(evidence, dict(_attributed(evidence)), _events_of(evidence))
    pairs = [pair for denial in sorted(wordings.all) for pair in _opposites(wordings, denial)]
    return [
        draft
        for told, denied in _together(pairs)
        if not known & {*told, *denied}
        for draft in _draft(evidence, told, denied)
    ]


def _attributed(evidence: Evidence) -> Iterator[tuple[str, Wording]]:
    for statement in evidence.corpus.statements.values():
        if statement.backing is Backing.ATTRIBUTED and evidence.first_voices(statement.id):
            wording = word_statement(evidence.packs.get(statement.language), statement, evidence.words(statement))
            if wording and wording.core and len(wording.words) > 1:
                yield statement.id, wording


def _events_of(evidence: Evidence) -> dict[str, frozenset[str]]:
    """Report id → the events told in more than one report that it tells of."""
    found: dict[str, set[str]] = {}
    for event in evidence.events:
        reports = {evidence.corpus.statements[evidence.corpus.statement_of[m]].report for m in event.mentions}
        for report in reports if len(reports) > 1 else ():
            found.setdefault(report, set()).add(event.id)
    return {report: frozenset(events) for report, events in found.items()}


def _opposites(wordings: _Wordings, denial: str) -> Iterator[tuple[str, str]]:
    """Yield (told, denied) for each statement of another voice that says what this one denies."""
    no = wordings.all[denial]
    telling = sorted(w for w in no.core if no.denies and wordings.tells(w))
    for other in sorted({s for word in telling for s in wordings.told_by_word.get(word, ())}):
        if _is_opposite(wordings, no, wordings.all[other]):
            yield other, denial


def _is_opposite(wordings: _Wordings, no: Wording, yes: Wording) -> bool:
    voices = wordings.evidence.first_voices
    shared = no.words & yes.words
    if len(shared) < 2 or not no.turn & yes.words or set(voices(no.statement)) & set(voices(yes.statement)):
        return False
    weight = wordings.weight
    both = weight(shared)
    return (
        both >= SHARED * min(weight(no.words), weight(yes.words))
        and both >= OF_DENIAL * weight(no.words)
        and both >= OF_TOLD * weight(yes.words)
        and weight(no.core & yes.words) >= OF_CORE * weight(no.core)
        and _one_story(wordings, no, yes)
    )


def _one_story(wordings: _Wordings, no: Wording, yes: Wording) -> bool:
    """Tell whether two statements can speak of one thing: in one report, on one event, or by one name; other names veto."""
    if no.names and yes.names and not no.names & yes.names:
        return False
    said = [wordings.evidence.corpus.statements[w.statement] for w in (no, yes)]
    of_one = [wordings.events_of.get(statement.report, frozenset()) for statement in said]
    near = said[0].report == said[1].report or bool(of_one[0] & of_one[1]) or bool(no.names & yes.names)
    return near and said[0].tense is said[1].tense


def _together(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield what is told and what is denied, pairs that share a statement brought together."""
    group: dict[str, int] = {}
    members: dict[int, list[tuple[str, str]]] = {}
    for number, pair in enumerate(pairs):
        old = sorted({group[s] for s in pair if s in group})
        joined = [p for key in old for p in members.pop(key)] + [pair]
        members[number] = joined
        group.update({s: number for p in joined for s in p})
    for joined in members.values():
        yield tuple(sorted({told for told, _ in joined})), tuple(sorted({denied for _, denied in joined}))


def _draft(evidence: Evidence, told: Sequence[str], denied: Sequence[str]) -> Iterator[DraftQuestion]:
    yes, no = DraftAnswer("yes", "Yes"), DraftAnswer("no", "No")
    statements = [_statement(evidence, s) for s in told]
    for statement in statements:
        yes.add("statements", statement.id, evidence.anchor(statement))
    for statement in (_statement(evidence, s) for s in denied):
        no.add("statements", statement.id, evidence.anchor(statement))
    whole = [s for s in statements if is_whole(evidence, s)]
    if not whole:
        return
    claim = min(whole, key=lambda s: (len(evidence.words(s)), evidence.anchor(s)))
    anchors = tuple(sorted((*yes.anchors[:2], *no.anchors[:2])))
    because = Because("stated-and-denied", "one voice states in like words what another says is not so", anchors)
    relation = DraftRelation("yes", "no", RelationType.CONFLICTS, About.DENIAL, because)
    template = str(evidence.packs["en"].table("questions")["claims"]["whether"])
    text = template.replace("{claim}", f"“{plain_words(evidence, claim)[:LONGEST]}”")
    yield DraftQuestion(QuestionSlot.WHETHER, text, [yes, no], None, INTEREST, [relation], anchor=min(yes.anchors))


def _statement(evidence: Evidence, statement_id: str) -> Statement:
    return evidence.corpus.statements[statement_id]
