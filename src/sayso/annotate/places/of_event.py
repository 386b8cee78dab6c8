"""Where an event took place: which of a sentence's places belong to one word of it.

The place of an event stands in the clause of its word; failing that, in the clause it hangs on ("attacked X, killing all")
or in one that hangs on it ("were killed when a bomber struck a market in X"). Who acts, whose a thing is and where somebody
comes from are no places of the event; of places inside each other the innermost is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sayso.annotate.places.evidence import DASHES
from sayso.annotate.places.words import PlaceWords, place_words
from sayso.lang.packs import Pack
from sayso.model.annotations import Place, Precision
from sayso.model.syntax import Sentence, Token

__all__ = ["places_of_event"]

VERBS = frozenset({"VERB", "AUX"})

HELPING = frozenset({"aux", "auxpass"})

SHARED = frozenset(
    {"conj", "advcl", "xcomp", "acl", "relcl", "dep", "prep", "pcomp", "pobj", "oprd", "nsubj", "nsubjpass", "dobj"}
)
"""Labels by which a clause, or a word of it, hangs on another that has its place in common with it."""

OWNERS = frozenset({"compound", "amod", "nmod", "poss"})
"""Labels of names that tell whose a thing is, or of what kind."""

COARSE = {Precision.COUNTRY: 3, Precision.REGION: 2, Precision.DISTRICT: 1}

HEAD = 8
"""How many tokens of a sentence a dateline may take."""


class Tie(IntEnum):
    """How a place hangs together with a word, nearest first."""

    OWN = 0
    ABOVE = 1
    BELOW = 2
    NONE = 3


@dataclass(frozen=True)
class Spot:
    """A place in the parse: its head word, and the noun that stands for it ("area" in "the Damir area")."""

    place: Place
    head: Token
    noun: Token


def places_of_event(sentence: Sentence, trigger: Token, places: Sequence[Place], pack: Pack) -> tuple[Place, ...]:
    """Return the places of the event told by `trigger`, in text order; none where the sentence tells none.

    `places` are those of the sentence; without a parse nothing is told.
    """
    if not sentence.parsed:
        return ()
    words = place_words(pack)
    spots = [spot for place in places if (spot := _spot(sentence, place, words))]
    ties = {spot.place.id: _tie(sentence, trigger, spot, words) for spot in spots}
    nearest = min(ties.values(), default=Tie.NONE)
    if nearest is Tie.NONE:
        return ()
    found = [spot for spot in spots if ties[spot.place.id] is nearest]
    chosen = {spot.place.id for spot in _finest(_unframed(_unmoved(_innermost(sentence, found, spots)), trigger))}
    chosen |= {
        s.place.id for s in spots if any(_joined(sentence, s, other) for other in spots if other.place.id in chosen)
    }
    return tuple(place for place in places if place.id in chosen)


def _spot(sentence: Sentence, place: Place, words: PlaceWords) -> Spot | None:
    inside = [t for t in sentence.tokens if t.start < place.span.end and place.span.start < t.end]
    if not inside or _in_dateline(sentence, inside):
        return None
    numbers = {t.index for t in inside}
    head = next((t for t in reversed(inside) if t.head not in numbers or t.head == t.index), inside[-1])
    return Spot(place, head, _noun(sentence, head, place, words))


def _noun(sentence: Sentence, head: Token, place: Place, words: PlaceWords) -> Token:
    """Return the noun that stands for a place: "area" in "the Damir area", "town" in "the town of Damir"; a country before a
    noun ("a Karvia base") only says whose it is."""
    noun, country = head, place.best is not None and place.best.precision is Precision.COUNTRY
    while noun.dep in OWNERS and _says_kind(sentence.head(noun), words) and not (country and noun.dep != "poss"):
        noun = sentence.head(noun)
    of = sentence.head(noun)
    if noun.dep == "pobj" and of.lemma in ("of", "av"):
        kind = sentence.head(of)
        if words.class_nouns.get(kind.lemma.lower()) and kind.lemma.lower() not in words.parts:
            return kind
    return noun


def _says_kind(token: Token, words: PlaceWords) -> bool:
    lower = token.lemma.lower()
    return lower in words.class_nouns or lower in words.features or token.text.lower() in words.class_nouns


def _in_dateline(sentence: Sentence, inside: Sequence[Token]) -> bool:
    """Tell whether a place stands at the head of a sentence that is cut off by a dash, or in capitals there."""
    if inside[0].index > HEAD // 2:
        return False
    before = sentence.tokens[: inside[0].index]
    if any(t.pos in VERBS | {"ADP", "DET"} for t in before):
        return False
    shouted = all(t.text.isupper() for t in inside) and not all(
        t.text.isupper() for t in sentence.tokens if t.text.isalpha()
    )
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 1 + HEAD]
    stop = next((t for t in after if t.text in DASHES or t.pos in VERBS), None)
    return shouted or (stop is not None and stop.text in DASHES and stop.start > inside[-1].end)


def _tie(sentence: Sentence, trigger: Token, spot: Spot, words: PlaceWords) -> Tie:
    if spot.noun.dep in OWNERS or not _stands_where(sentence, spot, words):
        return Tie.NONE
    above = _up(sentence, trigger)
    if spot.noun.index in above or spot.noun.index == trigger.index:
        return Tie.OWN
    clause = _clause(sentence, spot.noun)
    if clause.index in (trigger.index, _clause(sentence, trigger).index if _leans(trigger) else trigger.index):
        return Tie.OWN
    if clause.index in above:
        return Tie.ABOVE
    return Tie.BELOW if _told_below(sentence, clause, trigger, words) else Tie.NONE


def _told_below(sentence: Sentence, clause: Token, trigger: Token, words: PlaceWords) -> bool:
    """Tell whether a clause below the trigger's tells of the same event: no goal ("to …"), and none about who acts."""
    token = clause
    for parent in sentence.ancestors(clause):
        person = token.dep in ("nsubj", "nsubjpass") and token.lemma.lower() not in words.actions
        if token.dep not in SHARED - {"xcomp"} or (token is not clause and person):
            return False
        if parent.index == trigger.index:
            return True
        token = parent
    return False


def _stands_where(sentence: Sentence, spot: Spot, words: PlaceWords) -> bool:
    """Tell whether the place is where something is, not who acts nor where somebody is from."""
    token = spot.noun
    if token.dep in ("nsubj", "agent"):
        return False
    for parent in sentence.ancestors(token):
        if parent.pos == "ADP" and parent.lemma.lower() in words.not_where:
            return False
        if parent.pos in VERBS or parent.pos == "ADP":
            return True
        token = parent
    return True


def _leans(trigger: Token) -> bool:
    """Tell whether a word has no clause of its own: a noun, or a helping verb."""
    return trigger.pos not in VERBS or trigger.dep in HELPING


def _clause(sentence: Sentence, token: Token) -> Token:
    """Return the verb (or the root) whose clause a word stands in."""
    above = token
    for above in sentence.ancestors(token):
        if above.pos in VERBS and above.dep not in HELPING:
            return above
    return above


def _up(sentence: Sentence, token: Token) -> frozenset[int]:
    """Return the words above one, up to a clause that only reports the one below."""
    return frozenset(_climb(sentence, token))


def _climb(sentence: Sentence, token: Token) -> Iterator[int]:
    for parent in sentence.ancestors(token):
        if token.dep not in SHARED | OWNERS | HELPING | {"appos", "attr", "agent"}:
            return
        yield parent.index
        token = parent


def _innermost(sentence: Sentence, found: Sequence[Spot], spots: Sequence[Spot]) -> list[Spot]:
    """Leave out places that others stand in ("Damir in Karvia", "Damir, Karvia", "Karvia's Damir district")."""
    kept = []
    for spot in found:
        above = {t.index for t in sentence.ancestors(spot.noun)}
        outer = any(s.noun.index in above and not _joined(sentence, spot, s) for s in spots if s is not spot)
        same = [s for s in spots if s is not spot and s.noun.index == spot.noun.index]
        if not outer and not any(_rank(s) < _rank(spot) for s in same):
            kept.append(spot)
    return kept or list(found)


def _rank(spot: Spot) -> int:
    """Order places that share a noun: the town in "the Karvia town of Damir", the area in "Karvia's Damir area"."""
    if spot.head.dep == "pobj" and spot.head.index != spot.noun.index:
        return 0
    return 2 if spot.head.dep == "poss" else 1


def _joined(sentence: Sentence, spot: Spot, other: Spot) -> bool:
    """Tell whether a place is joined to another by "and" or a comma in a list."""
    token = spot.noun
    while token.dep == "conj":
        token = sentence.head(token)
        if token.index in (other.noun.index, other.head.index):
            return True
    return False


def _unmoved(found: Sequence[Spot]) -> list[Spot]:
    """Leave out places that only tell how far or which way another lies ("Damir, 20 km north of Karv")."""
    beside = [spot for spot in found if not any(c.isdigit() for c in spot.place.relation or "")] or list(found)
    return [spot for spot in beside if not spot.place.relation] or beside


def _unframed(found: Sequence[Spot], trigger: Token) -> list[Spot]:
    """Leave out a place before the clause where another stands after its verb: "In Karvia, guards shot at people in Damir"."""
    after = [spot for spot in found if spot.head.index > trigger.index]
    return after if after and found[0].head.index <= HEAD else list(found)


def _finest(found: Sequence[Spot]) -> list[Spot]:
    """Keep the most exact places: a country beside a town of it is only where the town lies."""
    least = min((_coarse(spot.place) for spot in found), default=0)
    return [spot for spot in found if _coarse(spot.place) == least]


def _coarse(place: Place) -> int:
    known = place.best.precision if place.best else place.kind_hint
    return COARSE.get(known, 0) if known else 0
