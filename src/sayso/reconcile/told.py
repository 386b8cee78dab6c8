"""How an event's mentions can be known again elsewhere: by a named person, or by a figure that is as good as a fingerprint.

Towns and days keep happenings apart in `link.events`; here two of them that are told of the same person, or with the same
telling figure in one town or on one day, are looked at again: the accounts may part on where it was, or when.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.annotate.actors import wider_classes
from sayso.link.events.affinity import is_telling
from sayso.link.events.profile import Profile, make_profile
from sayso.model.annotations import Fact, Place, SlotFrom, SlotName
from sayso.model.reconstruction import Event
from sayso.reconcile.evidence import Evidence, Telling
from sayso.values.place import skeleton

__all__ = ["Told", "tell"]

NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})


@dataclass(frozen=True)
class Told:
    """One event as told by the mentions that name a person or a telling figure: `key` says which."""

    key: tuple[str, ...]
    event: Event
    tellings: tuple[Telling, ...]
    profiles: tuple[Profile, ...]
    places: tuple[tuple[Telling, Place], ...]
    days: tuple[tuple[Telling, tuple[date, date]], ...]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that tell it so."""
        return frozenset(t.statement.report for t in self.tellings)


def tell(evidence: Evidence, event: Event) -> Iterator[Told]:
    """Yield an event once for each person or telling figure by which it could be known elsewhere."""
    found: dict[tuple[str, ...], list[tuple[Telling, Profile]]] = {}
    resolved = evidence.resolved
    for telling in evidence.tellings(event):
        if telling.denies or telling.mention.fact is not Fact.HAPPENED:
            continue
        profile = make_profile(evidence.corpus, telling.mention, resolved, evidence.packs)
        for key in _keys(evidence, profile):
            found.setdefault(key, []).append((telling, profile))
    for key, pairs in found.items():
        tellings = tuple(t for t, _ in pairs)
        days = tuple((t, p.days) for t, p in pairs if p.days)
        yield Told(key, event, tellings, tuple(p for _, p in pairs), tuple(_places(evidence, tellings)), days)


def _keys(evidence: Evidence, profile: Profile) -> Iterator[tuple[str, ...]]:
    for name in sorted(_full_names(evidence, profile)):
        yield "person", profile.family, name
    if profile.figure and not profile.is_total and not profile.of_others and is_telling(profile.figure):
        for who in sorted({wider_classes(c, evidence.packs["en"])[-1] for c in profile.core}):
            yield "figure", profile.family, who, str(profile.figure.amount.low)


def _full_names(evidence: Evidence, profile: Profile) -> frozenset[str]:
    """Return the skeletons of persons told by two names or more: a surname alone may be a brother's."""
    if not profile.names:
        return frozenset()
    text = evidence.text_of(profile.mention.id)
    spans = [s.span for s in profile.mention.fillers(SlotName.TARGET) if s.span]
    reading = evidence.corpus.documents[evidence.corpus.document_of[profile.mention.id]]
    near = [
        m.span.of(text)
        for span in spans
        for m in reading.mentions
        if m.span.start < span.end + 40 and span.start <= m.span.start
    ]
    full = (tuple(skeleton(word) for word in words.split()[-2:]) for words in near if len(words.split()) >= 2)
    return frozenset("+".join(bones) for bones in full if bones[-1] in profile.names and all(bones))


def _places(evidence: Evidence, tellings: tuple[Telling, ...]) -> Iterator[tuple[Telling, Place]]:
    """Yield the towns that tellings name close by as where it was: no goal, no village "near" a town."""
    for telling in tellings:
        for slot in telling.mention.fillers(SlotName.PLACE):
            place = evidence.corpus.places.get(slot.ref or "")
            here = slot.found in NEAR and (slot.value or "").startswith("in ")
            if place and here and place.is_town and not place.relation:
                yield telling, place
