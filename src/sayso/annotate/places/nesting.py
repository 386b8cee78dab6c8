"""Of several places told with one event, the innermost: not what another lies in, near to, or so and so far from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.annotate.places.words import PlaceWords
from sayso.model.annotations import Place, Precision
from sayso.model.syntax import Sentence, Token

__all__ = ["Spot", "innermost", "joined"]

COARSE = {Precision.COUNTRY: 3, Precision.REGION: 2, Precision.DISTRICT: 1}

HEAD = 8
"""How many tokens of a sentence a place before its clause may take."""

HOLDING = frozenset({"in", "of", "near", "at", "inside", "i", "ved", "på", "nær"})
NEAR = frozenset({"near", "outside", "opposite", "beside", "along", "nær", "utenfor", "langs"})

FAMOUS, MUCH = 0.9, 0.2
"""From which score a place is well known, and how much more than another it must be for that one to lie in it."""

BETWEEN = 6
"""How many tokens may stand between a place and what it lies in."""


@dataclass(frozen=True)
class Spot:
    """A place in the parse: its head word, and the noun that stands for it ("area" in "the Damir area")."""

    place: Place
    head: Token
    noun: Token


def innermost(
    sentence: Sentence, found: Sequence[Spot], spots: Sequence[Spot], trigger: Token, words: PlaceWords
) -> list[Spot]:
    """Return those of `found` that no other of them, or of all `spots`, tells more exactly; never none of them."""
    kept = _unheld(sentence, found, spots)
    kept = _unholding(sentence, kept, words)
    kept = _finest(kept)
    kept = _unmoved(sentence, _not_near(sentence, kept))
    return _finest(_arrived(sentence, _unframed(sentence, kept, trigger), words))


def _unheld(sentence: Sentence, found: Sequence[Spot], spots: Sequence[Spot]) -> list[Spot]:
    """Leave out places that others stand in ("Damir in Karvia", "Damir, Karvia", "Karvia's Damir district")."""
    kept = []
    for spot in found:
        above = {t.index for t in sentence.ancestors(spot.noun)}
        outer = any(s.noun.index in above and not joined(sentence, spot, s) for s in spots if s is not spot)
        same = [s for s in spots if s is not spot and s.noun.index == spot.noun.index]
        if not outer and not any(_lies_in(s, spot) for s in same):
            kept.append(spot)
    return kept or list(found)


def _lies_in(one: Spot, other: Spot) -> bool:
    """Tell which of two places that share a noun lies in the other: what is coarser or far better known holds the other ("the Karv
    suburb of Damir", "the Damir suburb of Karv"); else the one after "of"."""
    if _coarse(one.place) != _coarse(other.place):
        return _coarse(one.place) < _coarse(other.place)
    known, lesser = _known(other.place), _known(one.place)
    if max(known, lesser) >= FAMOUS and abs(known - lesser) > MUCH:
        return known > lesser
    return _rank(one) < _rank(other)


def _known(place: Place) -> float:
    return place.best.score if place.best else 0.0


def _rank(spot: Spot) -> int:
    """Order places that share a noun: the town in "the Karvia town of Damir", the area in "Karvia's Damir area"."""
    if spot.head.dep == "pobj" and spot.head.index != spot.noun.index:
        return 0
    return 2 if spot.head.dep == "poss" else 1


def joined(sentence: Sentence, spot: Spot, other: Spot) -> bool:
    """Tell whether a place is joined to another by "and" or a comma in a list."""
    token = spot.noun
    while token.dep == "conj":
        token = sentence.head(token)
        if token.index in (other.noun.index, other.head.index):
            return True
    return False


def _unholding(sentence: Sentence, found: Sequence[Spot], words: PlaceWords) -> list[Spot]:
    """Leave out places that follow right after one that lies in them ("Damir town, in northern Karvia")."""
    ordered = sorted(found, key=lambda spot: spot.head.index)
    holding = {later.place.id for one, later in pairwise(ordered) if _holds(sentence, later, one, words)}
    return [spot for spot in found if spot.place.id not in holding]


def _holds(sentence: Sentence, outer: Spot, inner: Spot, words: PlaceWords) -> bool:
    """Tell whether only class nouns, descriptions and "in", "of", "near" or a comma stand between a place and one after it."""
    tokens = sentence.tokens
    first = next(i for i in range(outer.head.index, -1, -1) if tokens[i].start <= outer.place.span.start)
    between = [t for t in tokens[inner.head.index + 1 : first] if t.text not in ("'s", "’s")]
    if not between or len(between) > BETWEEN or joined(sentence, outer, inner):
        return False
    links = [t for t in between if t.text == "," or t.pos == "ADP"]
    rest = [t for t in between if t not in links]
    if not links or not all(_describes(t, words) for t in rest):
        return False
    if any(t.pos == "ADP" and t.text.lower() not in HOLDING for t in links):
        return False
    return any(t.pos == "ADP" for t in links) or _coarse(outer.place) > _coarse(inner.place)


def _describes(token: Token, words: PlaceWords) -> bool:
    lower = token.text.lower()
    kind = lower in words.class_nouns or lower in words.features or lower in words.between or lower in words.stretches
    return kind or lower in words.directions or token.pos in ("DET", "ADJ") or lower in words.spots


def _not_near(sentence: Sentence, found: Sequence[Spot]) -> list[Spot]:
    """Leave out places that another one is only near to ("the village of Damir near Karv")."""
    ordered = sorted(found, key=lambda spot: spot.head.index)
    near = {
        spot.place.id
        for spot in ordered[1:]
        if (above := _preposition(sentence, spot)) is not None
        and above.text.lower() in NEAR
        and ordered[0].head.index < above.index
    }
    return [spot for spot in found if spot.place.id not in near]


def _arrived(sentence: Sentence, found: Sequence[Spot], words: PlaceWords) -> list[Spot]:
    """Leave out places on the way or aimed at where another tells where ("marched through Damir towards Karv")."""
    way = {s.place.id for s in found if (above := _preposition(sentence, s)) and above.text.lower() in words.way}
    return [spot for spot in found if spot.place.id not in way] or list(found)


def _preposition(sentence: Sentence, spot: Spot) -> Token | None:
    """Return the first preposition above a place that is not "of"."""
    return next((t for t in sentence.ancestors(spot.noun) if t.pos == "ADP" and t.lemma not in ("of", "av")), None)


def _unmoved(sentence: Sentence, found: Sequence[Spot]) -> list[Spot]:
    """Leave out places that only tell how far or which way another lies ("Damir, 20 km north of Karv")."""
    beside = [spot for spot in found if not any(c.isdigit() for c in spot.place.relation or "")] or list(found)
    moved = [spot for spot in beside if spot.place.relation]
    return [s for s in beside if s not in moved and not any(joined(sentence, s, m) for m in moved)] or beside


def _unframed(sentence: Sentence, found: Sequence[Spot], trigger: Token) -> list[Spot]:
    """Leave out a place before the verb, at the sentence's head or beside who acts, where another stands after the verb ("In Karvia,
    guards from Marsa shot at people in Damir")."""
    after = [spot for spot in found if spot.head.index > trigger.index]
    if not after or trigger.pos not in ("VERB", "AUX"):
        return list(found)
    return [s for s in found if s in after or not (s.head.index <= HEAD or _beside_subject(sentence, s))]


def _beside_subject(sentence: Sentence, spot: Spot) -> bool:
    for token in (spot.noun, *sentence.ancestors(spot.noun)):
        if token.pos in ("VERB", "AUX"):
            return False
        if token.dep in ("nsubj", "nsubjpass"):
            return True
    return False


def _finest(found: Sequence[Spot]) -> list[Spot]:
    """Keep the most exact places: a country beside a town of it is only where the town lies."""
    least = min((_coarse(spot.place) for spot in found), default=0)
    return [spot for spot in found if _coarse(spot.place) == least]


def _coarse(place: Place) -> int:
    known = place.best.precision if place.best else place.kind_hint
    return COARSE.get(known, 0) if known else 0
