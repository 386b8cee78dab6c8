"""Is it so, and is it still: states of one town that voices tell otherwise ("deserted" / "residents are returning").

The phrases are data (`states.toml`), two sides to an axis. A state is set in a town and on days; where the days of the two sides
lie apart the town has changed, which is no dispute.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.lang.packs import Pack
from sayso.link.groups import Groups
from sayso.model.reconstruction import About, Because, QuestionSlot, RelationType
from sayso.model.statements import Polarity, Statement
from sayso.model.text import Anchor, Span
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence
from sayso.reconcile.setting import Days, Setting, Settings

__all__ = ["ask_still"]

REACH = 15  # statements of one town that each is compared with
BEFORE = 3  # words before a phrase in which one that turns it may stand
TOLD = frozenset({Polarity.ASSERTS, Polarity.DENIES})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|n[’']t")


@dataclass(frozen=True, slots=True)
class _State:
    """One telling of a state: where it stands, the side it takes, its town and the days it speaks of."""

    statement: Statement
    anchor: Anchor
    yes: bool
    setting: Setting
    days: Days | None
    attributed: bool


def ask_still(evidence: Evidence, settings: Settings) -> list[DraftQuestion]:
    """Draft a question for each town and axis on which voices take both sides."""
    drafts = []
    axes = evidence.packs["en"].table("states").get("axes", {})
    found: dict[str, list[_State]] = {axis: [] for axis in axes}
    for statement in evidence.corpus.statements.values():
        for axis, state in _states(evidence, settings, statement):
            found.setdefault(axis, []).append(state)
    for axis in sorted(found):
        for group in _of_one_town(settings, found[axis]):
            draft = _draft(group, axes.get(axis, {}), evidence)
            if draft:
                drafts.append(draft)
    return drafts


def _states(evidence: Evidence, settings: Settings, statement: Statement) -> Iterator[tuple[str, _State]]:
    pack = evidence.packs.get(statement.language)
    if pack is None or statement.polarity not in TOLD:
        return
    text, document = evidence.text_of(statement.id), evidence.corpus.document_of[statement.id]
    pattern, sides = _phrases(pack)
    if pattern is None:
        return
    for part in statement.spans:
        for match in pattern.finditer(part.of(text).lower()):
            axis, yes = sides[match.group()]
            turned = _turned(pack, part.of(text)[: match.start()])
            setting = settings.of(statement)
            if turned is None or not setting.towns:
                continue
            at = Span(part.start + match.start(), part.start + match.end())
            yes = yes != (turned or statement.polarity is Polarity.DENIES)
            days = setting.days or settings.said(statement)
            yield axis, _State(statement, Anchor(document, at), yes, setting, days, evidence.is_attributed(statement))


@cache
def _phrases(pack: Pack) -> tuple[re.Pattern[str] | None, Mapping[str, tuple[str, bool]]]:
    """Return one pattern for all phrases of a language, longest first, and the axis and side of each."""
    sides = {
        phrase: (axis, side == "yes")
        for axis, row in pack.table("states").get("axes", {}).items()
        for side in ("yes", "no")
        for phrase in row.get(side, ())
    }
    words = sorted(sides, key=lambda w: (-len(w), w))
    return (re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"), sides) if words else (None, sides)


def _turned(pack: Pack, before: str) -> bool | None:
    """Tell whether a phrase is negated; None where it is no state told ("if the town was empty")."""
    words = [w.lower() for w in _WORD.findall(before)][-BEFORE:]
    table = pack.table("states")
    if set(words) & set(table.get("hearsay", {}).get("words", ())):
        return None
    return bool(set(words) & set(table.get("negation", {}).get("words", ())))


def _of_one_town(settings: Settings, states: list[_State]) -> Iterator[list[_State]]:
    """Yield the states of one town in one story, in text order."""
    groups: Groups[int] = Groups(range(len(states)))
    blocks: dict[str, list[int]] = {}
    for i, state in sorted(enumerate(states), key=lambda item: item[1].anchor):
        for key in sorted(state.setting.towns):
            block = blocks.setdefault(key, [])
            for j in block[-REACH:]:
                if settings.are_one_story(states[j].statement, state.statement):
                    groups.unite(i, j, "one town")
            block.append(i)
    for members in groups.members().values():
        yield sorted((states[i] for i in members), key=lambda s: s.anchor)


def _draft(group: list[_State], axis: Mapping[str, Any], evidence: Evidence) -> DraftQuestion | None:
    yes, no = (
        DraftAnswer("yes", str(axis.get("yes_words", "yes"))),
        DraftAnswer("no", str(axis.get("no_words", "no"))),
    )
    for state in group:
        answer = yes if state.yes else no
        answer.add(
            "statements" if state.attributed else "presupposed", state.statement.id, evidence.anchor(state.statement)
        )
    if not yes.statements or not no.statements or not _part(evidence, yes, no):
        return None
    place = _name(group)
    text = str(axis["question"]).replace("{in}", f" in {place}").replace("{place}", place)
    return DraftQuestion(
        QuestionSlot.STILL, text, [yes, no], None, 1.3, [_relation(group, yes, no)], anchor=min(s.anchor for s in group)
    )


def _part(evidence: Evidence, yes: DraftAnswer, no: DraftAnswer) -> bool:
    """Each side has a voice that does not take the other as well."""
    mine, theirs = set(evidence.voices_of(yes.statements)), set(evidence.voices_of(no.statements))
    return bool(mine - theirs) and bool(theirs - mine)


def _relation(group: list[_State], yes: DraftAnswer, no: DraftAnswer) -> DraftRelation:
    anchors = tuple(sorted((*yes.anchors[:2], *no.anchors[:2])))
    told = [s for s in group if s.attributed]
    pairs = [(a, b) for a in told if a.yes for b in told if not b.yes]
    if any(_overlap(a, b) for a, b in pairs):
        because = Because("two-states-at-one-time", "voices tell both of one town on days that overlap", anchors)
        return DraftRelation("yes", "no", RelationType.CONFLICTS, About.OCCURRENCE, because)
    if all(a.days and b.days for a, b in pairs):
        because = Because("state-changed", "the days of the two lie apart: it may have changed", anchors)
        first, second = ("yes", "no") if _earliest(told, yes=True) <= _earliest(told, yes=False) else ("no", "yes")
        return DraftRelation(first, second, RelationType.UPDATES, About.OCCURRENCE, because)
    because = Because("days-unknown", "of which days each speaks is not known", anchors)
    return DraftRelation("yes", "no", RelationType.NOT_COMPARABLE, About.OCCURRENCE, because)


def _earliest(told: list[_State], *, yes: bool) -> str:
    return min((s.days[0].isoformat() for s in told if s.yes is yes and s.days), default="")


def _overlap(a: _State, b: _State) -> bool:
    """Tell whether two states are of one time: days that overlap, or one report that tells both and no days apart."""
    if a.days and b.days:
        return a.days[0] <= b.days[1] and b.days[0] <= a.days[1]
    return a.statement.report == b.statement.report


def _name(group: list[_State]) -> str:
    names = Counter(s.setting.name for s in group)
    return min(names, key=lambda name: (-names[name], name))
