"""Whether it happened at all: an event that one voice tells and another denies, dismisses or refuses to acknowledge."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.actors import class_names
from sayso.link.events.profile import place_keys
from sayso.model.annotations import Fact, SlotFrom, SlotName
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.reconcile.accounts import accounts_instead
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import phrase_question, slot_words
from sayso.reconcile.setting import Settings

__all__ = ["ask_whether"]

# A claim called false may be false in many ways; that nobody was harmed is the least of them. `claims` asks it as worded.
HARM = frozenset({"kill", "wound", "attack", "fire", "burn", "destroy", "arrest", "violence"})
FORCES = frozenset({"state-forces", "loyalists", "foreign-forces"})
MOST = 40  # denials of one event that tellings are held against
BODILY = frozenset({"kill", "wound"})
THINGS = frozenset({"burn", "destroy"})
# Kinds that happen many times a day in one town: a denial of one is no denial of another.
MANY = frozenset({"fire", "attack", "arrest", "deploy", "burn", "destroy", "return", "protest"})


def ask_whether(evidence: Evidence, event: Event, settings: Settings) -> DraftQuestion | None:
    """Draft the question whether an event took place; None where nobody denies it, or nobody tells it."""
    yes, no = DraftAnswer("yes", "Yes"), DraftAnswer("no", "No")
    tellings = evidence.tellings(event)
    tellings = _near_denials(evidence, settings, tellings)
    if event.kind in MANY | BODILY and not _meet(evidence, tellings):
        return None
    if event.kind == "request" and not _asks_forces(tellings):
        return None
    for telling in tellings:
        if event.kind != "deploy" or telling.denies or _is_entry(evidence, telling):
            _sort(evidence, telling, yes, no)
    if (
        not no.statements
        or not _is_told(evidence, yes, no)
        or (event.kind in BODILY and _only_bodies(evidence, tellings))
    ):
        return None
    anchors = tuple(sorted((*yes.anchors[:2], *no.anchors[:2])))
    because = Because("told-and-denied", "some voices tell it, others deny it", anchors)
    relation = DraftRelation("yes", "no", RelationType.CONFLICTS, About.OCCURRENCE, because)
    return DraftQuestion(
        QuestionSlot.WHETHER, phrase_question(evidence, event, QuestionSlot.WHETHER), [yes, no], event, 1.4, [relation]
    )


def _near_denials(evidence: Evidence, settings: Settings, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the denials, and the tellings of a story with one of them: flight goes on for years, a denial is of its days."""
    denials = [t for t in tellings if t.denies and evidence.is_attributed(t.statement)][:MOST]
    return tuple(t for t in tellings if t.denies or any(settings.are_near(d.statement, t.statement) for d in denials))


def _asks_forces(tellings: Sequence[Telling]) -> bool:
    """Tell whether it is forces that were asked: other requests are no matter of a town."""
    slots = (s for t in tellings for s in t.mention.fillers(SlotName.TARGET))
    return any(s.value in FORCES for s in slots)


def _is_told(evidence: Evidence, yes: DraftAnswer, no: DraftAnswer) -> bool:
    """Somebody else says so, or two reports at the least tell it themselves."""
    others = set(evidence.voices_of(yes.statements)) - set(evidence.voices_of(no.statements))
    nameless = [s for s in yes.statements if not evidence.first_voices(s)]
    return bool(others or nameless) or len({evidence.corpus.statements[s].report for s in yes.presupposed}) >= 2


def _only_bodies(evidence: Evidence, tellings: Sequence[Telling]) -> bool:
    """Tell whether all who are named as harmed are bodies ("the Observatory"): those speak, and bleed nowhere."""
    slots = [(t, s.span) for t in tellings for s in t.mention.fillers(SlotName.TARGET) if s.span and not s.unresolved]
    return bool(slots) and all(evidence.names_a_body(telling, span) for telling, span in slots)


def _meet(evidence: Evidence, tellings: Sequence[Telling]) -> bool:
    """Tell whether what is denied and what is told have the same people acted upon in the same words."""
    if any(t.mention.kind == "deploy" for t in tellings):
        return bool(_goals(evidence, tellings, denied=False) & _goals(evidence, tellings, denied=True))
    told = {word for t in tellings if not t.denies for word in _target_words(evidence, t)}
    denied = {word for t in tellings if t.denies for word in _target_words(evidence, t)}
    return bool(told & denied)


def _is_entry(evidence: Evidence, telling: Telling) -> bool:
    """Tell whether forces came in, where "moved towards" leaves it open."""
    word = telling.mention.span.of(evidence.text_of(telling.mention.id)).lower()
    entering = evidence.packs["en"].table("questions").get("entering", {})
    return word in entering.get("words", ())


def _goals(evidence: Evidence, tellings: Sequence[Telling], *, denied: bool) -> set[str]:
    """Return the towns that forces are told to have entered, or not, close by the word."""
    found = set()
    for telling in tellings:
        for slot in telling.mention.fillers(SlotName.PLACE) if telling.denies is denied else ():
            place = evidence.corpus.places.get(slot.ref or "")
            if place and place.is_town and slot.found in {SlotFrom.CLAUSE, SlotFrom.SENTENCE}:
                found |= {key for key, _ in place_keys(place)}
    return found


def _target_words(evidence: Evidence, telling: Telling) -> set[str]:
    known = class_names(evidence.packs["en"])
    slots = [s for s in telling.mention.fillers(SlotName.TARGET) if s.value in known or telling.mention.kind in THINGS]
    return {w.lower().rstrip("s") for slot in slots for w in slot_words(evidence, telling, slot).split() if len(w) > 3}


def _sort(evidence: Evidence, telling: Telling, yes: DraftAnswer, no: DraftAnswer) -> None:
    statement = telling.statement
    anchor = evidence.anchor(statement)
    attributed = evidence.is_attributed(statement)
    if telling.denies:
        if attributed:
            no.add("statements", statement.id, anchor)
            for rival in accounts_instead(evidence, telling):
                no.add("statements", rival, evidence.anchor(evidence.corpus.statements[rival]))
        return
    if telling.mention.fact is not Fact.HAPPENED:
        return  # what was tried or might be is not told as done
    yes.add("statements" if attributed and telling.asserts else "presupposed", statement.id, anchor)
    for denial in evidence.denials_of.get(statement.id, ()) if telling.mention.kind not in HARM else ():
        no.add("statements", denial, evidence.anchor(evidence.corpus.statements[denial]))
