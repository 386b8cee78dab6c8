"""Names that no gazetteer knows: where such a name begins and ends, and what speaks for its being a place.

One sign is seldom enough, so all spots of a spelling are weighed together; every spot then follows the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.annotate.places.evidence import (
    CLASS_NOUN,
    DATELINE,
    DATELINE_PARAGRAPH,
    DOUBTED,
    LOCALS,
    MARKS,
    VERBAL,
    acted_on,
    before_described,
    class_noun,
    in_dateline,
    list_start,
    locals_after,
    moved,
    part_of,
)
from sayso.annotate.places.names import LONGEST, Found, Run, is_name
from sayso.annotate.places.words import PlaceWords
from sayso.model.annotations import Precision
from sayso.model.syntax import Sentence, Token

__all__ = ["WELL_KNOWN", "core", "feature", "is_unknown_place", "says_kind", "spot", "whole_over_parts"]

WELL_KNOWN = 0.78
"""The score from which a place is so well known that its name is not taken for a part of an unknown one."""

LAND, NEEDED, AGAIN, MOST = 2.0, 1.5, 0.5, 1.5
"""What an adjective of the name is worth ("Karvian" beside "Karvia"), what all spots must reach, what each further good spot adds
and how much they may add."""

ONLY = 0.5
"""What "the" adds before a name that says what it is: there is one such place."""

FEATURE = 1.5
"""What a last word such as "Street" or "River" is worth."""

HEADLINE = 0.5
"""What a spot in a headline may say at most: every word is capitalised there."""

ACRONYM = 5
"""Single words in capitals up to this long are bodies or units."""

_ENTITY = {"GPE": 1.0, "LOC": 1.0, "FAC": 0.5, "PERSON": -1.0, "ORG": -0.5, "NORP": -0.5, "PRODUCT": -0.5, "DATE": -2.0, "TIME": -2.0, "LANGUAGE": -2.0, "LAW": -2.0, "MONEY": -2.0, "EVENT": -1.5}  # fmt: skip
_AREAS = frozenset({Precision.TOWN, Precision.DISTRICT, Precision.REGION, Precision.COUNTRY})


def core(run: Run, words: PlaceWords) -> Found | None:
    """Return a run without the words that only stand beside a name ("In", "northern", "Karvian", "province"); None if none is left."""
    tokens, first, last = run.sentence.tokens, run.first, run.last
    while first < last and (_beside(tokens[first], words) or _kind(tokens[first], words)):
        first += 1
    while last > first and _ends(tokens[last - 1], words):
        last -= 1
    if first == last or last - first > LONGEST or not all(map(_lettered, tokens[first:last])):
        return None
    if any(c.isdigit() for t in tokens[first:last] for c in t.text) and not _told_kind(run, first, last, words):
        return None
    lone = tokens[first]
    if last - first == 1 and (
        len(lone.text) < 3
        or lone.text.lower() in words.features
        or (_acronym(lone, run.sentence) and not _told_kind(run, first, last, words))
    ):
        return None
    return Found(run, first, last, ())


def _told_kind(run: Run, first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether a name with figures or in capitals says what it is ("T-9 Airport", "the KX12 district")."""
    found = Found(run, first, last, ())
    return feature(found, words) is not None or class_noun(found, words) in _AREAS


def _ends(token: Token, words: PlaceWords) -> bool:
    if _kind(token, words):
        return True
    return token.text.lower() not in words.features and _beside(token, words)


def _beside(token: Token, words: PlaceWords) -> bool:
    lower = token.text.lower().rstrip(".")
    known = lower in words.strong or lower in words.weak or lower in words.directions
    known = known or (lower in words.never and lower not in words.kin)
    titled = lower in words.titles and lower not in words.kin
    return not is_name(token) or known or titled or token.text in words.demonyms


def _kind(token: Token, words: PlaceWords) -> bool:
    """Tell whether a word is a class noun that is no part of a name ("Damir Province", against "Damir River")."""
    return words.class_nouns.get(token.text.lower()) in _AREAS


def _lettered(token: Token) -> bool:
    return not token.text.isdigit() and all(c.isalnum() or c in "-‐‑–'’‘`." for c in token.text)


def _acronym(token: Token, sentence: Sentence) -> bool:
    shouted = not any(any(c.islower() for c in t.text) for t in sentence.tokens)
    return token.text.isupper() and len(token.text) <= ACRONYM and not shouted and sentence.paragraph >= 0


def feature(found: Found, words: PlaceWords) -> Precision | None:
    """Return what the last or first word of the name says it is ("Karv River", "River Karv": a line, "Mill Bridge": a point)."""
    first, last = found.tokens[0].text.lower(), found.tokens[-1].text.lower()
    if len(found.tokens) < 2:
        return None
    if last in words.features:
        return words.class_nouns.get(last, Precision.POINT)
    return words.front.get(first)


def says_kind(found: Found, words: PlaceWords) -> bool:
    """Tell whether a name, or the noun after it, says what it is ("Karv Bridge", "the Karv crossing", "the Karv hospital")."""
    if feature(found, words) is not None or class_noun(found, words) in (Precision.POINT, Precision.LINE):
        return True
    tokens, last = found.run.sentence.tokens, found.last
    return last < len(tokens) and tokens[last].text in words.features


def whole_over_parts(whole: Found, parts: Sequence[Found], words: PlaceWords, alone: Collection[str]) -> bool:
    """Tell whether an unknown name is rather meant than the little-known places its parts are called by chance; parts that are
    among the names that also stand `alone` in the text are none by chance."""
    if any(" ".join(t.text for t in part.tokens) in alone for part in parts):
        return False
    if not parts or len(whole.tokens) <= max(len(part.tokens) for part in parts):
        return False
    covered = {i for part in parts for i in range(part.first, part.last)}
    rest = [t for i, t in enumerate(whole.run.sentence.tokens) if whole.first <= i < whole.last and i not in covered]
    if _headline(whole.run.sentence):
        return False
    if not any(is_name(token) for token in rest):
        return False
    if all(t.text.lower() in words.bodies for t in rest):
        return False
    if whole.tokens[-1].text.lower() in words.roads:
        return True
    if parts[0].first == whole.first and _surely_begins(parts[0], words):
        return False
    return not any(_surely(part, rest, words) for part in parts)


def _surely_begins(part: Found, words: PlaceWords) -> bool:
    """Tell whether a body of the place follows a known name, as in "Damir City Jail"."""
    return part.candidates[0].because != "spelling" and locals_after(part, words)


def _surely(part: Found, rest: Sequence[Token], words: PlaceWords) -> bool:
    best = part.candidates[0]
    if best.because == "spelling":
        return False
    if len(part.tokens) > 1 and part.tokens[-1].text.lower() in words.class_nouns:
        return True
    named = all(t.text.lower() in words.features or t.text.lower() in words.class_nouns for t in rest)
    return best.precision is Precision.COUNTRY or best.score >= WELL_KNOWN or (named and len(part.tokens) > 1)


def _headline(sentence: Sentence) -> bool:
    """Tell whether nearly all longer words are capitalised, so that a run is no name."""
    long = [t for t in sentence.tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return sentence.paragraph >= 0 and len(long) > 3 and sum(t.text[0].isupper() for t in long) > 0.8 * len(long)


def spot(found: Found, words: PlaceWords, persons: Collection[str], lands: Collection[str]) -> float:
    """Weigh one spot of a name no gazetteer knows."""
    tokens = found.run.sentence.tokens
    if class_noun(found, words) in _AREAS and tokens[found.first].text.lower() not in words.never - words.kin:
        return CLASS_NOUN
    if _common(found):
        return -1.0
    if in_dateline(found):
        return DATELINE
    named = not says_kind(found, words) and any(t.text.lower() in persons for t in found.tokens)
    if named or found.tokens[-1].text.lower() in words.bodies:
        return -3.0
    before, label = _before(found, words), _label(found)
    score = (
        before
        + (max(label, DOUBTED) if before >= 2.0 else label)
        + _inside(found)
        + (FEATURE if says_kind(found, words) else 0.0)
        + (LOCALS / 2 if locals_after(found, words) else 0.0)
    )
    score += 0.5 if any(not token.text[0].isupper() for token in found.tokens) else 0.0
    if found.last + 1 < len(tokens) and tokens[found.last].text in ",(":
        following = tokens[found.last + 1]
        score += 2.0 if following.text.lower() in lands else -3.0 if following.text.isdigit() else 0.0
    return min(score, HEADLINE) if _headline(found.run.sentence) else score


def _common(found: Found) -> bool:
    """Tell whether the name is one word and a people's, or first in its sentence and no name by the parse ("Meanwhile, …")."""
    token = found.tokens[0]
    if not found.run.sentence.parsed or len(found.tokens) > 1:
        return False
    return token.entity == "NORP" or token.pos == "ADJ" or (not found.first and token.pos != "PROPN")


def _inside(found: Found) -> float:
    """Weigh standing second in a dateline ("MARSA, Karvia —")."""
    sentence = found.run.sentence
    second = sentence.paragraph == DATELINE_PARAGRAPH and found.first and sentence.tokens[found.first - 1].text == ","
    return 1.5 if second else 0.0


def _label(found: Found) -> float:
    return sum(_ENTITY.get(token.entity, 0.0) for token in found.tokens) / len(found.tokens)


def _before(found: Found, words: PlaceWords) -> float:
    """Weigh what stands before the name: prepositions of place and directions for it, titles, articles and other names against."""
    tokens, index, score = found.run.sentence.tokens, found.first - 1, 0.0
    if says_kind(found, words):
        index = before_described(tokens, index)
    while index >= 0 and tokens[index].text.lower() in words.directions:
        score, index = 1.0, index - 1
    if index >= 0 and tokens[index].text.lower() in words.joins:
        index = list_start(found, index, words)
        if _of_a_kind(tokens, index, words):
            return CLASS_NOUN
    if index >= 0 and tokens[index].text in MARKS:
        index -= 1
    if index >= 0 and tokens[index].text.lower() in words.articles:
        if not says_kind(found, words):
            return -2.0
        index, score = index - 1, score + ONLY
    return score + _lead(found, index, words) if index >= 0 else score


def _of_a_kind(tokens: Sequence[Token], index: int, words: PlaceWords) -> bool:
    """Tell whether "of" after a class noun leads a list ("the towns of")."""
    return (
        index > 0 and tokens[index].text.lower() in ("of", "av") and tokens[index - 1].text.lower() in words.class_nouns
    )


def _lead(found: Found, index: int, words: PlaceWords) -> float:
    """Weigh the word that leads a name, or a list with it."""
    tokens = found.run.sentence.tokens
    lower = tokens[index].text.lower().rstrip(".")
    if lower in words.titles:
        return -4.0
    if index >= found.run.first and is_name(tokens[index]) and lower not in words.strong | words.weak:
        return -1.0
    if index and tokens[index - 1].lemma.lower() in words.mental:
        return 0.0
    if moved(tokens, index, words) or acted_on(tokens, index, words) or part_of(tokens, index, words):
        return 2.0
    seized = tokens[index].lemma.lower() in words.seizing and tokens[index].pos in VERBAL
    return 1.0 if seized else _preposition(lower, words)


def _preposition(lower: str, words: PlaceWords) -> float:
    if lower in words.strong:
        return 2.0
    return 1.0 if lower in words.toward else 0.25 if lower in words.weak else 0.0


def is_unknown_place(scores: Sequence[float], *, land: bool, people: bool = False) -> bool:
    """Decide by all spots of a spelling: the best sign, what the others add, and what speaks against it.

    `land` tells that its adjective stands in the text, `people` that the adjective is one of a people by its ending.
    """
    against = sum(score <= -1.0 for score in scores)
    if people and not against:
        return True
    signs = sorted((score for score in scores if score > 0.0), reverse=True)
    if not signs or (signs[0] < 1.0 and not land):
        return False
    total = signs[0] + min(MOST, AGAIN * sum(signs[1:])) + (LAND if land else 0.0)
    return total - AGAIN * against >= NEEDED and (against <= len(signs) or signs[0] >= CLASS_NOUN)
