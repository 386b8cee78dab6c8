"""Who did it: agents by class, so that one side's several words for its enemy are one answer, and rival sides are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.annotate.actors import class_label, class_names, wider_classes
from sayso.lang.packs import Pack
from sayso.model.annotations import Slot, SlotFrom, SlotName
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.text import Anchor
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import phrase_question, slot_words

__all__ = ["ask_who"]

# Classes that are an account of their own although they belong to a wider one: soldiers who mutiny are not "the state".
APART = frozenset({"mutineers", "infighting", "protesters"})
SPEAKERS = frozenset({"activists", "media"})  # those who tell of it; as doers they are nearly always misread
BATTLES = frozenset({"attack", "fire"})  # where fighters are struck, two sides fight
UNARMED = frozenset({"civilians"})
THINGS = frozenset({"burn", "destroy"})
LONG_ENOUGH = 4  # characters of a word that tells who is meant
KINDS = frozenset({"kill", "wound", "attack", "fire", "burn", "destroy", "arrest"})


@dataclass
class _Gathered:
    answers: dict[str, DraftAnswer] = field(default_factory=dict)
    wordings: dict[str, Counter[str]] = field(default_factory=dict)


def ask_who(evidence: Evidence, event: Event) -> DraftQuestion | None:
    """Draft the question of an event's doer; None where no two accounts part."""
    if event.kind not in KINDS or (event.kind != "kill" and not _has_target(evidence, event)):
        return None
    gathered = _gather(evidence, event)
    for value, answer in gathered.answers.items():
        answer.text = _answer_text(value, gathered.wordings[value], evidence.packs["en"])
    answers = [a for a in gathered.answers.values() if a.statements or a.denials]
    if len(answers) < 2 or not _parts(evidence, answers) or _is_exchange(evidence, event, (a.value for a in answers)):
        return None
    text = phrase_question(evidence, event, QuestionSlot.WHO)
    relations = [_relation(a, b) for i, a in enumerate(answers) for b in answers[i + 1 :]]
    return DraftQuestion(QuestionSlot.WHO, text, answers, event, 2.0 if event.kind == "kill" else 1.2, relations)


def _has_target(evidence: Evidence, event: Event) -> bool:
    """Tell whether a reader can be told what the question is about: someone it was done to, or something burned."""
    known = class_names(evidence.packs["en"])
    slots = (s for t in evidence.tellings(event) for s in t.mention.fillers(SlotName.TARGET))
    told = (
        known
        if event.kind not in BATTLES
        else {n for n in known if wider_classes(n, evidence.packs["en"])[-1] in UNARMED}
    )
    return any(s.value and s.unresolved is None and (event.kind in THINGS or s.value in told) for s in slots)


def _is_exchange(evidence: Evidence, event: Event, values: Iterable[str]) -> bool:
    """Where those who attack are attacked in turn, two sides fight; that is no rival account of who attacked."""
    if event.kind not in {"attack", "fire"}:
        return False
    struck = {_value(evidence, s) for t in evidence.tellings(event) for s in t.mention.fillers(SlotName.TARGET)}
    return bool(struck & set(values))


def _parts(evidence: Evidence, answers: list[DraftAnswer]) -> bool:
    """Accounts part when different voices give them, or one denies another; one voice's "X or Y" is one account."""
    backed = {evidence.voices_of(a.statements) or tuple(a.statements) for a in answers if a.statements}
    return len(backed) > 1 or any(a.denials for a in answers)


def _gather(evidence: Evidence, event: Event) -> _Gathered:
    found = _Gathered()
    for telling in evidence.tellings(event):
        for slot in telling.mention.fillers(SlotName.AGENT):
            value = _value(evidence, slot)
            if value and slot.span and not _is_counted_victim(evidence, telling, slot, value):
                _add(evidence, found, telling, slot, value)
    for report in sorted({evidence.corpus.statements[s].report for s in event.statements}):
        for telling in evidence.absent_of.get(report, ()):
            _deny(evidence, found, telling)
    return found


def _deny(evidence: Evidence, found: _Gathered, telling: Telling) -> None:
    """ "There was no gang": whoever says so denies that a gang did it."""
    values = {_value(evidence, slot) for slot in telling.mention.fillers(SlotName.AGENT)}
    for value in sorted(values & found.answers.keys()):
        if telling.denies and evidence.is_attributed(telling.statement):
            found.answers[value].add("denials", telling.statement.id, evidence.anchor(telling.statement))


def _is_counted_victim(evidence: Evidence, telling: Telling, slot: Slot, value: str) -> bool:
    """ "killing 8 people and injuring 20": the parser may take the first victims for the doers of the second deed."""
    if value != "civilians" or slot.span is None:
        return False
    before = evidence.text_of(telling.statement.id)[max(0, slot.span.start - 12) : slot.span.start]
    if before.rstrip().endswith(("among", "among the")):
        return True
    harmed = {w for s in telling.mention.fillers(SlotName.TARGET) for w in _content(evidence, telling, s)}
    if harmed & _content(evidence, telling, slot):
        return True
    return any(c.isdigit() for c in slot_words(evidence, telling, slot)[:12]) or evidence.is_counted(telling, slot.span)


def _content(evidence: Evidence, telling: Telling, slot: Slot) -> set[str]:
    return {w.casefold() for w in slot_words(evidence, telling, slot).split() if len(w) > LONG_ENOUGH}


def _value(evidence: Evidence, slot: Slot) -> str:
    """Return the account an agent stands for: its side, or its class where that is an account of its own."""
    if not slot.value or slot.unresolved == "pronoun":
        return ""
    pack = evidence.packs["en"]
    if slot.value in APART:
        return slot.value
    if slot.value in SPEAKERS:
        return ""  # "the Observatory", taken for a doer by the parser
    if slot.value in class_names(pack):
        return wider_classes(slot.value, pack)[-1]
    return ""


def _add(evidence: Evidence, found: _Gathered, telling: Telling, slot: Slot, value: str) -> None:
    answer = found.answers.setdefault(value, DraftAnswer(value, ""))
    wordings = found.wordings.setdefault(value, Counter())
    statement = telling.statement
    anchor = Anchor(evidence.corpus.document_of[statement.id], slot.span or statement.span)
    denied = telling.denies or slot.unresolved == "excluded"
    if denied and evidence.is_attributed(statement):
        answer.add("denials", statement.id, anchor)
    elif denied:
        return
    else:
        words = slot_words(evidence, telling, slot)
        if slot.found is not SlotFrom.PARAGRAPH:  # a pronoun says nothing to a reader
            wordings[words] += 1
        told = "statements" if evidence.is_attributed(statement) and telling.asserts else "presupposed"
        answer.add(told, statement.id, anchor)
        answer.add(told, evidence.holder(telling, anchor.span).id, anchor)
        for denial in evidence.denials_of.get(statement.id, ()):
            answer.add("denials", denial, evidence.anchor(evidence.corpus.statements[denial]))


def _answer_text(value: str, wordings: Counter[str], pack: Pack) -> str:
    label = "government forces or men loyal to the government" if value == "state-side" else class_label(value, pack)
    words = sorted(wordings, key=lambda w: (-wordings[w], w))[:3]
    return f"{label}: “{'”, “'.join(words)}”" if words else label


def _relation(a: DraftAnswer, b: DraftAnswer) -> DraftRelation:
    because = Because(
        "different-actors",
        f"the accounts name different doers: {a.text} / {b.text}",
        tuple(sorted((*a.anchors[:2], *b.anchors[:2]))),
    )
    return DraftRelation(a.value, b.value, RelationType.CONFLICTS, About.ACTOR, because)
