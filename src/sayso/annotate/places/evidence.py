"""What speaks for and against a name that a gazetteer knows being a place, at one spot of the text."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.annotate.places.names import Found, Lookup, is_name
from sayso.annotate.places.words import PlaceWords
from sayso.model.annotations import Precision
from sayso.model.syntax import Token

__all__ = [
    "CLASS_NOUN",
    "DATELINE",
    "DATELINE_PARAGRAPH",
    "DOUBTED",
    "LOCALS",
    "MARKS",
    "acted_on",
    "before_described",
    "class_noun",
    "container_after",
    "evidence",
    "in_body",
    "in_dateline",
    "is_country",
    "list_start",
    "locals_after",
    "moved",
    "part_of",
    "skip_bracket",
]

CLASS_NOUN = 3.0
"""What "town of" or "province" beside a name is worth: enough by itself."""

DATELINE_PARAGRAPH = -1
"""The paragraph number that sentences made of datelines carry: they stand in none."""

DATELINE = 2.0
"""What standing first in a dateline is worth."""

LOCALS = 2.0
"""What people or bodies of the place right after a name are worth ("Damir residents", "Karv police")."""

NAMED = 1.5
"""What a last word that says what the place is is worth, in a name that a gazetteer knows ("Damir County")."""

OWNED = 1.5
"""What parts of the place that are called its own are worth."""

DOUBTED = -0.5
"""What the parse may say at most against a name right after "in" or "near"."""

LISTED = 1.5
"""What standing in a list after a preposition of place is worth ("in Damir, Karv and …")."""

LIST = 24
"""How many tokens back a list of names may reach to the preposition it shares."""

FAMOUS = 0.9
"""The score from which a name needs hardly more than to be a name."""

VERBAL = frozenset({"VERB", "AUX", "X"})
"""Parts of speech a verb may have; X where there is no parse."""

ADJECTIVES = 3
"""How many tokens of description may stand between "the" and a name."""

BRACKET = 6
"""How many tokens may stand in brackets between two names of a list."""

BODY = 6
"""How many tokens before a name a body's name may begin."""

MARKS = frozenset("‘’“”\"'`«»(")
"""Marks that may stand between a preposition and a name."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
"""Labels of words that begin a clause: a comma before them ends a list."""

DASHES = frozenset({"—", "–", "-", "--", "---"})
AGENCY = 8
"""How many tokens may stand between the town and the dash of a dateline."""

_ENTITY = {
    "GPE": 2.0, "LOC": 2.0, "FAC": 1.0, "NORP": -1.5, "PERSON": -1.5, "ORG": -0.5, "WORK_OF_ART": -1.5, "PRODUCT": -1.5,
    "DATE": -2.0, "EVENT": -1.0, "LAW": -1.5, "LANGUAGE": -2.0, "MONEY": -2.0, "TIME": -2.0,
}  # fmt: skip


def is_country(found: Found) -> bool:
    """Tell whether the name is first of all a country's."""
    return bool(found.candidates) and found.candidates[0].precision is Precision.COUNTRY


def class_noun(found: Found, words: PlaceWords) -> Precision | None:
    """Return the precision that a class noun beside the name gives ("town of Damir", "Damir province", "Damir refugee camp",
    "the capital, Damir")."""
    tokens, first, last = found.run.sentence.tokens, found.first, found.last
    if last < len(tokens) and tokens[last].text.lower() in words.roads:
        return None
    after = last + 1 if last + 1 < len(tokens) and tokens[last].text in words.between else last
    if after < len(tokens) and (kind := words.class_nouns.get(tokens[after].text.lower())):
        return kind
    if first >= 2 and tokens[first - 1].text.lower() in ("of", "av"):
        return None if _body_of(tokens, first - 2, words) else words.class_nouns.get(tokens[first - 2].text.lower())
    return _apposed(tokens, first, words)


def _body_of(tokens: Sequence[Token], index: int, words: PlaceWords) -> bool:
    """Tell whether a class noun is the last of a body's name ("Islamic State of", against "State of")."""
    return (
        index > 0
        and tokens[index].text.lower() in words.heads
        and is_name(tokens[index])
        and is_name(tokens[index - 1])
    )


def _apposed(tokens: Sequence[Token], first: int, words: PlaceWords) -> Precision | None:
    """Return what the noun right before a name says, at once or with a comma ("the city Damir", "the capital, Damir")."""
    index = first - 2 if first >= 2 and tokens[first - 1].text == "," else first - 1
    return words.class_nouns.get(tokens[index].text) if index >= 0 and tokens[index].text in words.fore else None


def evidence(found: Found, words: PlaceWords, persons: Collection[str], lookup: Lookup, text: str) -> float:
    """Weigh the signs at one spot; from about 1.5 on the name is a place there."""
    before, own = _before(found, words), locals_after(found, words)
    floor = 0.0 if own or in_dateline(found) else DOUBTED if before >= LISTED else -9.0
    score = _by_kind(found) + before + _by_run(found, words) + max(_by_entity(found), floor)
    score += (LOCALS if _surely(found) else LOCALS / 2) if own else 0.0
    score += NAMED if len(found.tokens) > 1 and found.tokens[-1].text.lower() in words.class_nouns else 0.0
    score += OWNED if _owns_place(found, words) else 0.0
    score += 2.0 if _followed_by_container(found, lookup, text) else 0.0
    score += DATELINE if in_dateline(found) else 0.0
    if class_noun(found, words):
        return score + CLASS_NOUN
    if found.tokens[-1].text.lower() in persons and not is_country(found):
        score -= 2.5
    if len(found.tokens) == 1 and found.tokens[0].text.lower() in words.ambiguous:
        score -= 1.0
    return score


def _surely(found: Found) -> bool:
    return not found.candidates or found.candidates[0].because != "spelling"


def _owns_place(found: Found, words: PlaceWords) -> bool:
    """Tell whether a part of the place, or what is done to it, follows as its own ("Damir's suburbs", "Karv's liberation")."""
    tokens, index = found.run.sentence.tokens, found.last
    if index >= len(tokens) or tokens[index].tag != "POS":
        return False
    for token in tokens[index + 1 : index + 1 + ADJECTIVES]:
        lemma = token.lemma.lower()
        if lemma in words.stretches or lemma in words.actions or lemma in words.class_nouns or lemma in words.features:
            return True
        if token.pos not in ("ADJ", "PROPN", "NOUN"):
            return False
    return False


def locals_after(found: Found, words: PlaceWords) -> bool:
    """Tell whether the people or a body of the place follow the name, as in "Damir residents" or "Damir Fire Department"."""
    tokens, last = found.run.sentence.tokens, found.last
    if last + 1 < len(tokens) and tokens[last].text in "-‐‑–" and tokens[last].start == tokens[last - 1].end:
        last += 1
    return last < len(tokens) and tokens[last].text.lower() in words.locals


def in_dateline(found: Found) -> bool:
    """Tell whether the name stands first in a dateline: one cut off from the text ("MARSA, Karvia —", "Near Marsa (ABC) —"), or
    one left at the head of a sentence ("MARSA -- Guards")."""
    sentence, tokens = found.run.sentence, found.run.sentence.tokens
    if sentence.paragraph == DATELINE_PARAGRAPH:
        return found.first <= 1 and (found.last >= len(tokens) or tokens[found.last].text in "-–—,(:")
    shouted = all(token.text.isupper() for token in found.tokens)
    return found.first == 0 and shouted and _dashed(tokens, found.last)


def _dashed(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a dash follows, at once or after an agency in brackets or a region."""
    for token in tokens[index : index + AGENCY]:
        if token.text in DASHES:
            return True
        if not (is_name(token) or token.text in "(),./"):
            return False
    return False


def _by_kind(found: Found) -> float:
    best = found.candidates[0]
    if best.because == "spelling":
        return 0.6 if len(found.tokens) > 1 else 0.0
    if best.precision is Precision.COUNTRY:
        return 2.0
    if best.score >= FAMOUS:
        return 1.5
    return 1.0 if best.score > 0.78 or len(found.tokens) > 1 else 0.0


def _before(found: Found, words: PlaceWords) -> float:
    tokens, score = found.run.sentence.tokens, 0.0
    index = before_described(tokens, found.first - 1)
    while index >= 0 and (tokens[index].text.lower() in words.directions or tokens[index].text.lower() == "the"):
        score += 0.5 if tokens[index].text.lower() == "the" else 1.5
        index -= 1
    if index >= 0 and tokens[index].text in MARKS:
        index -= 1
    if index < 0:
        return score
    if in_body(found, words):
        return -3.0
    if tokens[index].text.lower() in words.joins:
        return score + _listed(found, index, words)
    word = tokens[index].text.lower().rstrip(".")
    if word in words.titles and tokens[index].text[0].isupper():
        return -4.0
    if word in words.strong or word in words.parties or moved(tokens, index, words) or acted_on(tokens, index, words):
        return score + 2.0
    return score + max(1.0 if word in words.weak else 0.0, _part_or_object(found, index, words))


def before_described(tokens: Sequence[Token], index: int) -> int:
    """Return the index of "the" where only adjectives stand between it and a name ("the ruined Damir"), else `index` itself."""
    for at in range(index, max(-1, index - ADJECTIVES - 1), -1):
        if tokens[at].text.lower() == "the":
            return at
        if (
            tokens[at].pos not in ("ADJ", "VERB", "ADV", "PUNCT")
            or tokens[at].text[0].isupper()
            or tokens[at].text == ","
        ):
            break
    return index


def in_body(found: Found, words: PlaceWords) -> bool:
    """Tell whether the name is the tail of a body's name ("Bank of Karvia", "Front of Karvia and Damir")."""
    tokens = found.run.sentence.tokens
    for index in range(found.first - 1, max(0, found.first - BODY), -1):
        if tokens[index].text.lower() in ("of", "for"):
            head = tokens[index - 1]
            return is_name(head) and head.text.lower() in words.heads
        if not is_name(tokens[index]) and tokens[index].text.lower() not in ("and", "the"):
            return False
    return False


def acted_on(tokens: Sequence[Token], index: int, words: PlaceWords) -> bool:
    """Tell whether the word at `index` is a verb that mostly takes a place ("storm"), or a preposition after a noun that does
    ("attack on")."""
    if tokens[index].lemma.lower() in words.taking and tokens[index].pos in VERBAL:
        return True
    return index > 0 and tokens[index].text.lower() in words.upon and tokens[index - 1].lemma.lower() in words.actions


def _part_or_object(found: Found, index: int, words: PlaceWords) -> float:
    """Weigh standing after a part of a place ("the centre of Damir") or a verb that takes places among others ("captured Damir")."""
    tokens = found.run.sentence.tokens
    if part_of(tokens, index, words):
        return 2.0
    if tokens[index].lemma.lower() in words.seizing and tokens[index].pos in VERBAL:
        return 1.0 if found.tokens[-1].entity == "PERSON" else 2.0
    return 0.0


def part_of(tokens: Sequence[Token], index: int, words: PlaceWords) -> bool:
    """Tell whether the word at `index` is "of" after a noun for a part of a place."""
    of = index > 0 and tokens[index].text.lower() in ("of", "av")
    return of and tokens[index - 1].lemma.lower() in words.stretches


def _listed(found: Found, join: int, words: PlaceWords) -> float:
    tokens = found.run.sentence.tokens
    start = list_start(found, join, words)
    if start < 0:
        return 0.0
    if start and tokens[start].text.lower() in ("of", "av") and tokens[start - 1].text.lower() in words.class_nouns:
        return CLASS_NOUN
    return LISTED if tokens[start].text.lower() in words.strong or acted_on(tokens, start, words) else 0.0


def list_start(found: Found, index: int, words: PlaceWords) -> int:
    """Return the index of the word before a list of names ("from Damir, Karv and …"), -1 when no name comes before."""
    tokens = found.run.sentence.tokens
    if found.tokens[-1].dep in SUBJECTS:
        return -1
    back = index - 1
    while back > max(-1, index - LIST):
        token = tokens[back]
        if token.text == ")":
            back = skip_bracket(tokens, back, -1)
            continue
        if not is_name(token) and token.text.lower() not in words.joins and token.text not in MARKS:
            return back if back < index - 1 else -1
        back -= 1
    return -1


def skip_bracket(tokens: Sequence[Token], index: int, step: int) -> int:
    """Return the index after (or, with a `step` of -1, before) a short bracket that begins at `index`; else the next index."""
    end = ")" if step > 0 else "("
    for far in range(1, BRACKET + 1):
        at = index + far * step
        if not 0 <= at < len(tokens):
            break
        if tokens[at].text == end:
            return at + step
    return index + step


def moved(tokens: Sequence[Token], index: int, words: PlaceWords) -> bool:
    """Tell whether the word at `index` leads a motion somewhere ("fled to", "come from")."""
    return index > 0 and tokens[index - 1].lemma.lower() in words.motion and tokens[index].text.lower() in words.toward


def _by_run(found: Found, words: PlaceWords) -> float:
    """Weigh the other capitalised words of the run: a body's name, a surname, a first name."""
    tokens, score = found.run.sentence.tokens, 0.0
    whole = len(found.tokens) > 1 and bool(found.candidates) and found.candidates[0].because != "spelling"
    if found.last < found.run.last:
        following = tokens[found.last]
        lower = following.text.lower()
        if lower in words.locals:
            score += 0.0
        elif lower in words.bodies:
            score -= 4.0
        elif (
            not whole
            and lower not in words.class_nouns
            and is_name(following)
            and following.entity not in ("GPE", "NORP", "DATE")
        ):
            score -= 1.5
    elif found.last < len(tokens) and tokens[found.last].text in words.roads:
        score -= 4.0
    if found.first > found.run.first:
        earlier = tokens[found.first - 1]
        if is_name(earlier) and not _free(earlier, words):
            score -= 1.5
    return score


def _free(token: Token, words: PlaceWords) -> bool:
    lower = token.text.lower()
    if lower in words.articles:
        return True
    return lower in words.directions or lower in words.class_nouns or lower in words.strong or lower in words.weak


def _by_entity(found: Found) -> float:
    """Weigh what the parser calls the name; of Arabic names of several words it knows little."""
    if not found.run.sentence.parsed:
        return 0.5
    token, several = found.tokens[-1], len(found.tokens) > 1 and bool(found.candidates)
    score = _ENTITY.get(token.entity, 0.0)
    if several:
        return score if score > 0 else max(score, -0.5)
    capital = found.first > 0 and token.text[0].isupper() and token.pos != "ADJ"
    if not capital and (token.pos not in ("PROPN", "NOUN") or (token.pos == "NOUN" and not token.entity)):
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
