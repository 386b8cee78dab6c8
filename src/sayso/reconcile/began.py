"""How it began: what different voices say it started with, in one town and story. The opening phrases are data.

Beginnings told by two voices need not exclude each other; they are shown side by side, and nothing is claimed about them.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.lang.packs import Pack
from sayso.link.groups import Groups
from sayso.model.reconstruction import About, Because, QuestionSlot, RelationType
from sayso.model.statements import Polarity, Statement
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence
from sayso.reconcile.phrasing import clipped
from sayso.reconcile.setting import Settings

__all__ = ["ask_how_it_began"]

REACH = 15
LONGEST = 140  # characters of a beginning shown
MOST = 4  # beginnings of one story


def ask_how_it_began(evidence: Evidence, settings: Settings) -> list[DraftQuestion]:
    """Draft a question for each town and story of which two voices at the least say how it began."""
    told = [s for s in evidence.corpus.statements.values() if _tells(evidence, s)]
    told.sort(key=evidence.anchor)
    groups: Groups[int] = Groups(range(len(told)))
    blocks: dict[str, list[int]] = {}
    for i, statement in enumerate(told):
        for key in sorted(settings.of(statement).towns):
            block = blocks.setdefault(key, [])
            for j in block[-REACH:]:
                if settings.are_one_story(told[j], statement):
                    groups.unite(i, j, "one story")
            block.append(i)
    drafts = (_draft(evidence, settings, [told[i] for i in sorted(m)]) for m in groups.members().values())
    return [draft for draft in drafts if draft]


def _tells(evidence: Evidence, statement: Statement) -> bool:
    if statement.polarity is not Polarity.ASSERTS or not evidence.is_attributed(statement):
        return False
    pack = evidence.packs.get(statement.language)
    pattern = _phrases(pack) if pack else None
    return bool(pattern and pattern.search(evidence.words(statement).lower()))


@cache
def _phrases(pack: Pack) -> re.Pattern[str] | None:
    words = sorted(pack.table("questions").get("began", {}).get("phrases", ()), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None


def _draft(evidence: Evidence, settings: Settings, group: list[Statement]) -> DraftQuestion | None:
    """A question where two voices tell a beginning each, in words of their own."""
    answers: dict[tuple[str, ...], DraftAnswer] = {}
    for statement in group:
        voices = evidence.first_voices(statement.id)
        words = f"“{clipped(_sentence(evidence, statement), LONGEST)}”"
        answer = answers.setdefault(voices, DraftAnswer(words, words))
        answer.add("statements", statement.id, evidence.anchor(statement))
    kept = list({a.value: a for voices, a in answers.items() if voices}.values())[:MOST]
    if len(kept) < 2:
        return None
    relations = [_relation(a, b) for i, a in enumerate(kept) for b in kept[i + 1 :]]
    name = settings.of(group[0]).name
    text = str(evidence.packs["en"].table("questions")["began"]["question"]).replace(
        "{in}", f" in {name}" if name else ""
    )
    return DraftQuestion(
        QuestionSlot.HOW, text, kept, None, 1.1, relations, anchor=min(a for k in kept for a in k.anchors)
    )


def _sentence(evidence: Evidence, statement: Statement) -> str:
    """Return a statement's words and what its sentence goes on with: "tensions began last week, with snipers firing"."""
    text, last = evidence.text_of(statement.id), evidence.sentences(statement)
    return text[statement.span.start : last[-1].end] if last else evidence.words(statement)


def _relation(a: DraftAnswer, b: DraftAnswer) -> DraftRelation:
    anchors = tuple(sorted((*a.anchors[:1], *b.anchors[:1])))
    because = Because("two-beginnings", "two voices say how it began; both can hold", anchors)
    return DraftRelation(a.value, b.value, RelationType.COMPATIBLE, About.MEANS, because)
