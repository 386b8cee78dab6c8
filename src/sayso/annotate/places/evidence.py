"""What speaks for and against a name that a gazetteer knows being a place, at one spot of the text."""

from __future__ import annotations

from collections.abc import Collection

from sayso.annotate.places.names import Found, Lookup, is_name
from sayso.annotate.places.words import PlaceWords
from sayso.model.annotations import Precision
from sayso.model.syntax import Token

__all__ = [
    "CLASS_NOUN",
    "DATELINE",
    "DATELINE_PARAGRAPH",
    "class_noun",
    "container_after",
    "evidence",
    "in_dateline",
    "is_country",
]

CLASS_NOUN = 3.0
"""What "town of" or "province" beside a name is worth: enough by itself."""

DATELINE_PARAGRAPH = -1
"""The paragraph number that sentences made of datelines carry: they stand in none."""

DATELINE = 2.0
"""What standing first in a dateline is worth."""

_ENTITY = {
    "GPE": 2.0, "LOC": 2.0, "FAC": 1.0, "NORP": -1.5, "PERSON": -1.5, "ORG": -0.5, "WORK_OF_ART": -1.5, "PRODUCT": -1.5,
    "DATE": -2.0, "EVENT": -1.0, "LAW": -1.5, "LANGUAGE": -2.0, "MONEY": -2.0, "TIME": -2.0,
}  # fmt: skip


def is_country(found: Found) -> bool:
    """Tell whether the name is first of all a country's."""
    return bool(found.candidates) and found.candidates[0].precision is Precision.COUNTRY


def class_noun(found: Found, words: PlaceWords) -> Precision | None:
    """Return the precision that a class noun beside the name gives ("town of Damir", "Damir province")."""
    tokens, first, last = found.run.sentence.tokens, found.first, found.last
    if last < len(tokens) and (after := words.class_nouns.get(tokens[last].text.lower())):
        return after
    if first >= 2 and tokens[first - 1].text.lower() in ("of", "av"):
        return words.class_nouns.get(tokens[first - 2].text.lower())
    return words.class_nouns.get(tokens[first - 1].text.lower()) if first else None


def evidence(found: Found, words: PlaceWords, persons: Collection[str], lookup: Lookup, text: str) -> float:
    """Weigh the signs at one spot; from about 1.5 on the name is a place there."""
    score = _by_kind(found) + _before(found, words) + _by_run(found, words) + _by_entity(found)
    score += 2.0 if _followed_by_container(found, lookup, text) else 0.0
    score += DATELINE if in_dateline(found) else 0.0
    if class_noun(found, words):
        return score + CLASS_NOUN
    if found.tokens[-1].text.lower() in persons and not is_country(found):
        score -= 2.5
    if len(found.tokens) == 1 and found.tokens[0].text.lower() in words.ambiguous:
        score -= 1.0
    return score


def in_dateline(found: Found) -> bool:
    """Tell whether the name stands first in a dateline cut off from the text ("MARSA, Karvia —", "Near Marsa (ABC) —")."""
    sentence = found.run.sentence
    if sentence.paragraph != DATELINE_PARAGRAPH:
        return False
    tokens = sentence.tokens
    return found.first <= 1 and (found.last >= len(tokens) or tokens[found.last].text in "-–—,(:")


def _by_kind(found: Found) -> float:
    best = found.candidates[0]
    if best.because == "spelling":
        return 0.6 if len(found.tokens) > 1 else 0.0
    if best.precision is Precision.COUNTRY:
        return 2.0
    return 1.0 if best.score > 0.78 or len(found.tokens) > 1 else 0.0


def _before(found: Found, words: PlaceWords) -> float:
    tokens, index, score = found.run.sentence.tokens, found.first - 1, 0.0
    while index >= 0 and (tokens[index].text.lower() in words.directions or tokens[index].text.lower() == "the"):
        score += 0.5 if tokens[index].text.lower() == "the" else 1.5
        index -= 1
    if index < 0:
        return score
    word = tokens[index].text.lower().rstrip(".")
    if word in words.titles and tokens[index].text[0].isupper():
        return -4.0
    return score + (2.0 if word in words.strong else 1.0 if word in words.weak else 0.0)


def _by_run(found: Found, words: PlaceWords) -> float:
    """Weigh the other capitalised words of the run: a body's name, a surname, a first name."""
    tokens, score = found.run.sentence.tokens, 0.0
    whole = len(found.tokens) > 1 and bool(found.candidates) and found.candidates[0].because != "spelling"
    if found.last < found.run.last:
        following = tokens[found.last]
        lower = following.text.lower()
        if lower in words.bodies:
            score -= 4.0
        elif (
            not whole
            and lower not in words.class_nouns
            and is_name(following)
            and following.entity not in ("GPE", "NORP", "DATE")
        ):
            score -= 1.5
    if found.first > found.run.first:
        earlier = tokens[found.first - 1]
        if is_name(earlier) and not _free(earlier, words):
            score -= 1.5
    return score


def _free(token: Token, words: PlaceWords) -> bool:
    lower = token.text.lower()
    return lower in words.directions or lower in words.class_nouns or lower in words.strong or lower in words.weak


def _by_entity(found: Found) -> float:
    """Weigh what the parser calls the name; of Arabic names of several words it knows little."""
    if not found.run.sentence.parsed:
        return 0.5
    token, several = found.tokens[-1], len(found.tokens) > 1 and bool(found.candidates)
    score = _ENTITY.get(token.entity, 0.0)
    if several:
        return score if score > 0 else max(score, -0.5)
    if token.pos not in ("PROPN", "NOUN") or (token.pos == "NOUN" and not token.entity):
        score -= 2.0
    return score


def _followed_by_container(found: Found, lookup: Lookup, text: str) -> bool:
    """Tell whether a comma and the name of a country or region follow ("Damir, Karvia")."""
    tokens, last = found.run.sentence.tokens, found.last
    if last + 1 >= len(tokens) or tokens[last].text != "," or not is_name(tokens[last + 1]):
        return False
    return bool(container_after(found, lookup, text))


def container_after(found: Found, lookup: Lookup, text: str) -> tuple[str, str | None] | None:
    """Return country and admin1 code of the country or region named after a comma, if one is."""
    tokens, at = found.run.sentence.tokens, found.last + 1
    if at >= len(tokens) or tokens[at - 1].text != "," or not is_name(tokens[at]):
        return None
    for end in range(min(at + 3, len(tokens)), at, -1):
        for candidate in lookup(text[tokens[at].start : tokens[end - 1].end])[:3]:
            if candidate.precision is Precision.COUNTRY:
                return candidate.country, None
            if candidate.precision is Precision.REGION and candidate.country:
                return candidate.country, candidate.admin1_code
    return None
