"""Force used only against force: a voice says so, others tell of firing on people who were unarmed or ran.

"They fired only when fired at" denies no single shooting; it denies them all, in one town and story. The phrases are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.annotate.actors import class_label, wider_classes
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Fact, SlotName
from sayso.model.reconstruction import About, Because, QuestionSlot, RelationType
from sayso.model.statements import Polarity, Statement
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence
from sayso.reconcile.setting import Settings

__all__ = ["ask_limits"]

FORCE = frozenset({"fire", "kill", "wound", "attack"})
UNARMED = "civilians"
SIDES = ("state-side", "armed-group", "foreign-forces")
MOST = 40  # tellings of one town that a limiting claim is held against


def ask_limits(evidence: Evidence, settings: Settings) -> list[DraftQuestion]:
    """Draft a question for each town and story in which a voice limits the use of force and another tells otherwise."""
    told: dict[str, list[Statement]] = {}
    claims: list[Statement] = []
    for statement in evidence.corpus.statements.values():
        if statement.polarity is not Polarity.ASSERTS or not evidence.is_attributed(statement):
            continue
        if _is_limit(evidence, statement):
            claims.append(statement)
        elif any(_is_force(evidence, mention) for mention in statement.mentions):
            for key in sorted(settings.of(statement).towns):
                told.setdefault(key, []).append(statement)
    blocks: dict[str, list[Statement]] = {}
    for claim in sorted(claims, key=evidence.anchor):
        for key in sorted(settings.of(claim).towns)[:1]:
            blocks.setdefault(key, []).append(claim)
    drafts = (_draft(evidence, settings, blocks[key], told.get(key, [])[:MOST]) for key in sorted(blocks))
    return [draft for draft in drafts if draft]


def _is_limit(evidence: Evidence, statement: Statement) -> bool:
    pack = evidence.packs.get(statement.language)
    pattern = _phrases(pack) if pack else None
    return bool(pattern and pattern.search(evidence.words(statement).lower()))


@cache
def _phrases(pack: Pack) -> re.Pattern[str] | None:
    words = sorted(pack.table("questions").get("limits", {}).get("phrases", ()), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None


def _is_force(evidence: Evidence, mention: EventMention) -> bool:
    """Tell whether a mention tells of armed force by the state's side upon people who are no fighters."""
    if mention.kind not in FORCE or mention.fact is not Fact.HAPPENED:
        return False
    pack = evidence.packs["en"]
    doers = {c for s in mention.fillers(SlotName.AGENT) if s.value for c in wider_classes(s.value, pack)}
    harmed = {c for s in mention.fillers(SlotName.TARGET) if s.value for c in wider_classes(s.value, pack)}
    return "state-side" in doers and UNARMED in harmed


def _draft(
    evidence: Evidence, settings: Settings, claims: list[Statement], told: list[Statement]
) -> DraftQuestion | None:
    yes, no = DraftAnswer("yes", "Yes"), DraftAnswer("no", "No")
    for claim in claims:
        yes.add("statements", claim.id, evidence.anchor(claim))
    for statement in _against(evidence, settings, claims, told):
        no.add("statements", statement.id, evidence.anchor(statement))
    if not no.statements:
        return None
    anchors = tuple(sorted((*yes.anchors[:2], *no.anchors[:2])))
    because = Because(
        "limit-and-telling", "one says force was only met with force, others tell of firing on the unarmed", anchors
    )
    name = settings.of(claims[0]).name
    agent = class_label("state-forces", evidence.packs["en"])
    text = str(evidence.packs["en"].table("questions")["limits"]["question"])
    text = text.replace("{agent}", agent).replace("{in}", f" in {name}" if name else "")
    relation = DraftRelation("yes", "no", RelationType.CONFLICTS, About.DENIAL, because)
    return DraftQuestion(QuestionSlot.WHETHER, text, [yes, no], None, 1.5, [relation], anchor=min(yes.anchors))


def _against(
    evidence: Evidence, settings: Settings, claims: list[Statement], told: list[Statement]
) -> Iterator[Statement]:
    """Yield the tellings of one story with a claim, in other mouths than the claimants'."""
    mouths = set(evidence.voices_of(claim.id for claim in claims))
    for statement in sorted(told, key=evidence.anchor):
        voices = set(evidence.first_voices(statement.id))
        if voices and not voices & mouths and any(settings.are_one_story(claim, statement) for claim in claims):
            yield statement
