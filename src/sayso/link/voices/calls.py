"""What the texts call a voice, as far as that tells whether two voices may be one: the test that counting fails closed by.

"The government" of two reports is one voice or two; where no country is told, nobody knows. Voices stay apart in the
records, but what may be one is never counted as two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.link.voices.governed import STATE, sort_of
from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.names import same_person, surname_key
from sayso.link.voices.offices import office_key
from sayso.link.voices.speaker import Speaker
from sayso.link.voices.terms import Form, Phrase
from sayso.model.reconstruction import VoiceKind

__all__ = ["Call", "call_of", "may_be_one"]

GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Call:
    """What a voice is called. `lands` holds only countries that the words themselves name.

    `sorts` are sorts of bodies, media and offices of a state ("government", "tv", "interior minister"); `words` the telling
    words of a body's or medium's name; `name` a person's fullest name; `side` as the words put it.
    """

    kind: VoiceKind
    lands: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    words: tuple[frozenset[str], ...] = ()
    name: tuple[str, ...] = ()
    side: str | None = None

    def marks(self) -> frozenset[str]:
        """Return what two calls must share to be compared at all."""
        found = {f"sort {s}" for s in self.sorts} | {f"word {w}" for words in self.words for w in words}
        if self.name:
            found.add(f"name {surname_key(self.name)}")
            found.add(f"name {surname_key(self.name[:1])}")
        if self.side:
            found.add(f"side {self.side}")
        return frozenset(found)


def call_of(members: Sequence[Speaker], kind: VoiceKind, lex: Lexicon) -> Call:
    """Return what the speakers that are one voice are called."""
    told = [p for s in members for p in s.phrases if p.form is not Form.PRONOUN]
    sorts = {sort for s in members for sort in _sorts(s, kind, lex)}
    names = sorted({s.name for s in members if s.name}, key=lambda n: (-len(n), n))
    sides = sorted({p.side for p in told if p.side})
    words = {found for p in told if (found := _words(p, lex))} if kind in {VoiceKind.BODY, VoiceKind.MEDIUM} else set()
    return Call(
        kind=kind,
        lands=frozenset(s.land for s in members if s.land),
        sorts=frozenset(sorts),
        words=tuple(sorted(words, key=sorted)),
        name=names[0] if names else (),
        side=sides[0] if sides else None,
    )


def _sorts(speaker: Speaker, kind: VoiceKind, lex: Lexicon) -> Iterable[str]:
    office = office_key(speaker)
    if office:
        yield office
    if speaker.body:
        yield speaker.body
    elif kind is VoiceKind.BODY and any(
        sort_of(w, lex) == STATE for p in speaker.phrases for w in p.core.lower().split()
    ):
        yield STATE
    if kind is VoiceKind.MEDIUM and any(p.state for p in speaker.phrases) and not speaker.medium_name:
        yield f"state {speaker.first.medium}"


def _words(phrase: Phrase, lex: Lexicon) -> frozenset[str]:
    """Return the telling words of a body's or medium's name: "the Border Relief League" is border, relief and league."""
    plain = ("definite", "indefinite", "breaks", "conjunctions", "state_words")
    words = [w.strip(".,'’\"“”").lower().removesuffix("'s").removesuffix("’s") for w in phrase.core.split()]
    return frozenset(lex.singular(w) for w in words if w and not any(lex.has(key, w) for key in plain))


def may_be_one(a: Collection[Call], b: Collection[Call]) -> bool:
    """Tell whether any call of one may mean the same voice as any of the other."""
    return any(_may(x, y) for x in a for y in b)


def _may(a: Call, b: Call) -> bool:
    if a.lands and b.lands and not a.lands & b.lands:
        return False
    if a.name and b.name:
        return same_person(a.name, b.name) or bool(a.sorts & b.sorts)
    if (a.sorts & b.sorts) - {STATE}:
        return True
    if any(x <= y or y <= x for x in a.words for y in b.words):
        return True
    return bool(a.side) and a.side == b.side and _one_side(a, b)


def _one_side(a: Call, b: Call) -> bool:
    """Tell whether one of a side may speak for the other: a body for its people, a government for all that is its."""
    bodies = [x for x in (a, b) if x.kind is VoiceKind.BODY]
    return len(bodies) == 1 or any(GOVERNMENT in x.sorts for x in bodies)
