"""Where an event took place: which of a sentence's places belong to one word of it.

The place of an event stands in the clause of its word; failing that, in the clause it hangs on ("attacked X, killing all")
or in one that hangs on it ("were killed when a bomber struck a market in X"). Who acts, whose a thing is and where somebody
comes from are no places of the event; of places inside each other the innermost is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from sayso.annotate.places.evidence import DASHES
from sayso.annotate.places.nesting import Spot, innermost, joined
from sayso.annotate.places.words import PlaceWords, place_words
from sayso.lang.packs import Pack
from sayso.model.annotations import Place, Precision
from sayso.model.syntax import Sentence, Token

__all__ = ["places_of_event"]

VERBS = frozenset({"VERB", "AUX"})

HELPING = frozenset({"aux", "auxpass"})

SHARED = frozenset(
    {
        "conj",
        "advcl",
        "xcomp",
        "acl",
        "relcl",
        "dep",
        "prep",
        "pcomp",
        "pobj",
        "oprd",
        "nsubj",
        "nsubjpass",
        "dobj",
        "csubjpass",
    }
)
"""Labels by which a clause, or a word of it, hangs on another that has its place in common with it."""

BESIDE = frozenset({"conj", "advcl", "xcomp", "dep", "pcomp"})
"""Labels of clauses that stand beside the one they hang on, against those that describe a word of it."""

OWNERS = frozenset({"compound", "amod", "nmod", "poss"})
"""Labels of names that tell whose a thing is, or of what kind."""

HEAD = 8
"""How many tokens of a sentence a dateline may take."""


class Tie(IntEnum):
    """How a place hangs together with a word, nearest first."""

    OWN = 0
    INNER = 1
    ABOVE = 2
    BELOW = 3
    OWNER = 4
    GOAL = 5
    NONE = 6


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
    chosen = {spot.place.id for spot in innermost(sentence, found, spots, trigger, words)}
    chosen |= {
        s.place.id for s in spots if any(joined(sentence, s, other) for other in spots if other.place.id in chosen)
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
    if spot.noun.dep in OWNERS:
        return Tie.OWNER if _owns_where(sentence, trigger, spot, words) else Tie.NONE
    if not _stands_where(sentence, spot, words):
        return Tie.NONE
    above = _up(sentence, trigger)
    if spot.noun.index in above or spot.noun.index == trigger.index:
        return Tie.OWN
    clause = _clause(sentence, spot.noun)
    if clause.index in (trigger.index, _clause(sentence, trigger).index if _leans(trigger) else trigger.index):
        return Tie.OWN
    if clause.index in above or _full(sentence, clause).index in above or _frames(sentence, spot, trigger, words):
        return Tie.ABOVE
    return _below(sentence, clause, trigger, words)


def _full(sentence: Sentence, clause: Token) -> Token:
    """Return the verb that a verb without a subject of its own completes ("were able to advance": were)."""
    while clause.dep in ("xcomp", "acomp"):
        clause = sentence.head(clause)
    return clause


def _frames(sentence: Sentence, spot: Spot, trigger: Token, words: PlaceWords) -> bool:
    """Tell whether a place before everything else ("In Damir, …") is that of all that the sentence itself tells."""
    tokens = sentence.tokens
    early = spot.head.index <= HEAD // 2 and tokens[0].text.lower() in words.strong and tokens[0].pos == "ADP"
    told = all(t.dep in SHARED or t.dep == "ROOT" for t in (trigger, *sentence.ancestors(trigger)))
    return early and told and spot.head.index < trigger.index


def _owns_where(sentence: Sentence, trigger: Token, spot: Spot, words: PlaceWords) -> bool:
    """Tell whether what a place owns is where something was in the trigger's clause ("at a Damir mosque", "in Damir's streets",
    "shelled a Damir market")."""
    owned = spot.noun
    while owned.dep in OWNERS:
        owned = sentence.head(owned)
    above = sentence.head(owned)
    clause = _clause(sentence, owned)
    if owned.text[0].isupper() or clause.index not in (trigger.index, _clause(sentence, trigger).index, trigger.head):
        return False
    if owned.dep == "pobj":
        return above.pos == "ADP" and (above.lemma.lower() in words.strong or above.lemma.lower() in words.spots)
    return owned.dep == "dobj" and owned.lemma.lower() in words.sites


def _below(sentence: Sentence, clause: Token, trigger: Token, words: PlaceWords) -> Tie:
    """Tell how a clause below the trigger's tells of the same event: describing what takes part in it, beside it, as its goal; not
    one about who acts."""
    token, tie = clause, Tie.INNER
    for parent in sentence.ancestors(clause):
        if token.dep not in SHARED or _elsewhere(token, words):
            return Tie.NONE
        if token is not clause and token.dep in ("nsubj", "nsubjpass") and token.lemma.lower() not in words.actions:
            if clause.tag != "VBG" or token.dep == "nsubj":
                return Tie.NONE
            tie = Tie.GOAL
        if token.dep in BESIDE:
            goal = token.dep == "xcomp" or any(kid.tag == "TO" for kid in sentence.children(token, "aux"))
            tie = max(tie, Tie.GOAL if goal else Tie.BELOW)
        if parent.index == trigger.index:
            return tie
        token = parent
    return Tie.NONE


def _elsewhere(token: Token, words: PlaceWords) -> bool:
    """Tell whether a word leads to what was told by somebody, at another time, or after the event ("was shot and evacuated to")."""
    lower = token.text.lower()
    onward = token.dep == "conj" and token.pos == "VERB" and token.lemma.lower() in words.onward
    return onward or (token.dep == "prep" and lower in words.other_times)


def _stands_where(sentence: Sentence, spot: Spot, words: PlaceWords) -> bool:
    """Tell whether the place is where something is, not who acts nor where somebody is from."""
    token = spot.noun
    if token.dep in ("nsubj", "agent"):
        return False
    banned = words.not_where
    for parent in sentence.ancestors(token):
        if parent.pos == "ADP" and parent.lemma.lower() in banned:
            return False
        if parent.pos in VERBS:
            return True
        if parent.pos == "ADP":
            banned = words.origin
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
