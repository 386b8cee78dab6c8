"""What sort of speaker the words of a source phrase tell: a body, a medium, a person of some role, of some side."""

from __future__ import annotations

from itertools import pairwise

from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.terms import Form, Phrase, Word, opens, words_of
from sayso.model.reconstruction import Role, VoiceKind
from sayso.model.text import Span

__all__ = [
    "body_word",
    "can_speak",
    "form_of",
    "is_described_body",
    "is_empty",
    "is_org_name",
    "kind_of",
    "medium_sort",
    "roles_of",
    "sex_of",
    "side_of",
    "spoken_for",
]


SOURCES = frozenset(("source", "kilde"))  # papers or people: nobody knows
_OF_BODIES = ("org_words",)  # a word of these before a name makes it a body's ("the aid organization Northhelp")


def body_word(rest: list[Word], lex: Lexicon) -> str | None:
    """Return the sort of body that a phrase's last words name, None when they name none."""
    return lex.maps["bodies"].get(" ".join(w.low for w in rest[-2:])) or lex.maps["bodies"].get(
        lex.singular(rest[-1].low)
    )


def medium_sort(rest: list[Word], lex: Lexicon) -> str | None:
    """Return the sort of medium a core names, "outlet" for one known by its own name only."""
    lows = [lex.singular(w.low) for w in rest]
    pairs = [*lows, *(f"{a} {b}" for a, b in pairwise(lows))]
    kinds = [lex.maps["medium_kinds"].get(low, "media") for low in pairs if lex.has("medium_heads", low)]
    if kinds and (lex.has("medium_heads", lows[-1]) or lex.has("medium_heads", " ".join(lows[-2:]))):
        return kinds[-1]
    inside = [w for w in rest if w.capital and lex.has("media_names", w.low)]
    if not (rest[-1].capital and (inside or kinds)):
        return None
    return kinds[-1] if kinds else "outlet"


def is_org_name(rest: list[Word], run: list[Word], lex: Lexicon) -> bool:
    """Tell whether a phrase is an organisation's name, by a telling word or as capitals."""
    if not run:
        return lex.has("org_words", rest[-1].low) and any(w.capital for w in rest)
    before = rest[len(rest) - len(run) - 1] if len(run) < len(rest) else None
    named_group = before is not None and not before.capital and any(lex.has(k, before.low) for k in _OF_BODIES)
    grouped = any(lex.head_of(w.low) != w.low and lex.has("group_heads", w.low) for w in run)
    if named_group or grouped or any(lex.has("org_words", w.low) for w in run):
        return True
    if len(run) > 1 and run[0].low.endswith(tuple(lex.words["by"])):
        return True
    last = run[-1].text.replace(".", "")
    shouted = len(run) > 1 and all(w.text.isupper() for w in run)  # a transcript's speaker, not an acronym
    return len(last) >= 2 and last.isupper() and not last.isdigit() and len(last) <= 6 and not shouted


def is_described_body(text: str, words: list[Word], core: list[Word], lex: Lexicon) -> bool:
    """Tell whether a name is followed by what a body is: "Northhelp, an aid group", "Brightlake, a company"."""
    after = [w for w in words if w.start >= core[-1].end][:8]
    if not after or "," not in text[core[-1].end : after[0].start] or not lex.has("indefinite", after[0].low):
        return False
    stop = next((i for i, w in enumerate(after) if i and lex.has("breaks", w.low)), len(after))
    head = after[stop - 1]
    low = lex.singular(head.low)
    body = lex.has("org_words", low) or lex.has("group_heads", low) or low in lex.maps["bodies"]
    return body and not head.capital and lex.role(low) is None


def form_of(
    named: bool, body: str | None, medium: str | None, org: bool, head: str, lex: Lexicon, run: list[Word]
) -> Form:
    """Return how a source names its voice: by name, as a medium, as a body, by role."""
    if named:
        return Form.NAME
    if medium:
        return Form.MEDIUM
    if body or org:
        return Form.BODY
    if not run or lex.role(head) or lex.has("offices", head):
        return Form.ROLE
    return Form.NAME


def kind_of(form: Form, head: str, lex: Lexicon, *, plural: bool, known: bool) -> VoiceKind:
    """Return the kind of voice that a form and head noun make."""
    if form is Form.BODY:
        return VoiceKind.BODY
    if form is Form.MEDIUM:
        return VoiceKind.MEDIUM
    if form is Form.NAME:
        return VoiceKind.PERSON
    if lex.has("papers", head) and not lex.has("offices", head) and head not in SOURCES:
        return VoiceKind.UNKNOWN  # a video or letter is nobody
    if plural or lex.has("group_heads", head):
        return VoiceKind.GROUP
    if form is Form.ROLE and lex.has("org_words", head) and not lex.has("offices", head):
        return VoiceKind.UNKNOWN  # "the ministry": a body, which no text names
    person = known or any(lex.has(key, head) for key in ("male", "female", "persons", "offices"))
    return VoiceKind.PERSON if person else VoiceKind.UNKNOWN


def roles_of(core: list[Word], words: list[Word], lex: Lexicon) -> tuple[Role, ...]:
    """Return the roles a source phrase tells, head noun first."""
    heads = [_role(core, i, lex) for i in range(len(core) - 1, -1, -1)]
    found = [role for role in heads if role][:1]
    tail = [w for w in words if w not in core]
    ends = [i for i, w in enumerate(tail) if lex.has("breaks", w.low)]
    told = 1 if core else 0  # "a network of activists" are activists; a treasurer of rebels is none
    tail = tail[: ends[told]] if len(ends) > told else tail
    nouns = [lex.role(lex.singular(w.low)) for w in tail if not w.capital]
    clues = [Role(lex.maps["clues"][w.low]) for w in words if w.low in lex.maps.get("clues", {})]
    if not found:
        found = [role for role in nouns if role][:1]
    return tuple(sorted({*found, *clues}))


def _role(core: list[Word], i: int, lex: Lexicon) -> Role | None:
    """Return the role of one noun; a secretary or inspector general is no general."""
    low = lex.singular(core[i].low)
    civil = lex.has("generals", low) and i > 0 and lex.has("offices", core[i - 1].low)
    return Role.OFFICIAL if civil else lex.role(low)


def sex_of(lows: list[str], head: str, lex: Lexicon) -> str | None:
    """Return "m" or "f" where a word tells it, else None."""
    for low in (head, *lows):
        if lex.has("male", low):
            return "m"
        if lex.has("female", low):
            return "f"
    return None


def side_of(words: list[Word], whole: list[Word], lex: Lexicon) -> str | None:
    """Return the side the words put the speaker on; the head says more than what stands before it.

    `whole` are all words of the phrase. Who left a side, or held an office once, is on none by these words.
    """
    if any(lex.has("left", w.low) for w in whole) or any(lex.has("past", w.low) for w in words):
        return None
    sides = lex.maps["sides"]
    for i in range(len(words) - 1, -1, -1):
        side = sides.get(words[i].low) or sides.get(lex.singular(words[i].low))
        if side is not None and _of_a_state(words, i, whole, lex):
            return side
    return None


def _of_a_state(words: list[Word], i: int, whole: list[Word], lex: Lexicon) -> bool:
    """Tell whether a word of a side is meant so: not the "state" of a state senator, not the president of a union."""
    low = words[i].low
    if lex.has("state_alone", low):
        nouns = [lex.singular(w.low) for w in words[i + 1 :]]
        pairs = (f"{a} {b}" for a, b in pairwise(nouns))
        return not nouns or any(lex.has(k, low) for low in (*nouns, *pairs) for k in ("medium_heads", "of_states"))
    if not lex.has("presides", low):
        return True
    if i and lex.has("org_words", words[i - 1].low):  # "the union's president"
        return False
    after = [w for w in whole if w.start >= words[i].end][:6]
    if not after or not (lex.has("breaks", after[0].low) or lex.has("conjunctions", after[0].low)):
        return not any(lex.has("conjunctions", w.low) for w in after[:1])
    return len([w for w in after[1:] if not lex.has("definite", w.low)]) == 1


def spoken_for(words: list[Word], lex: Lexicon) -> Span | None:
    """Return the words for whom a spokesman speaks: before the head ("army spokesman") or after "for" or "of"."""
    at = next((i for i, w in enumerate(words) if lex.has("spokes", lex.singular(w.low))), None)
    if at is None:
        return None
    rest = words[at + 1 :]
    if len(rest) > 1 and rest[0].low in {"for", "of", "av", "i"}:
        ends = [lex.has("breaks", w.low) and w.low not in {"of", "for"} for w in rest]
        apart = [i > 0 and w.start - rest[i - 1].end > 1 for i, w in enumerate(rest)]  # a comma stands between
        stops = (i for i in range(len(rest)) if i > 1 and (ends[i] or apart[i]))
        return Span(rest[1].start, rest[next(stops, len(rest)) - 1].end)
    before = [w for w in words[:at] if not opens(w, lex)]
    bodies = [w for w in before if lex.singular(w.low) in lex.maps["bodies"] or lex.has("org_words", w.low)]
    if bodies and lex.has("state_alone", before[-1].low):  # "a state representative" speaks for no state
        return None
    return Span(before[0].start, before[-1].end) if bodies else None


def can_speak(phrase: Phrase, lex: Lexicon) -> bool:
    """Tell whether a phrase names somebody who can speak: not "nobody", not "the situation", not a clause."""
    words = [w.strip(".,;:'’\"“”[]()").lower() for w in phrase.text.split()]
    if not any(words) or phrase.form is Form.PRONOUN:
        return True
    if lex.has("not_heads", words[0]) and (len(words) == 1 or phrase.kind is VoiceKind.UNKNOWN):
        return False
    if lex.has("nobody", words[0]) or " ".join(words[:2]) in lex.words["nobody"]:
        return False
    return bool(phrase.name) or phrase.form in {Form.BODY, Form.MEDIUM} or not lex.has("mute", phrase.head)


def is_empty(phrase: Phrase, text: str, lex: Lexicon) -> bool:
    """Tell whether an "it" is nobody's: "it is likely that" names no speaker, "it said" and "it is urging" do."""
    if phrase.pronoun != "thing" or phrase.form is not Form.PRONOUN:
        return False
    end = phrase.anchor.span.end
    after = words_of(text, end, end + 40)[:2]
    glued = text[end : end + 2] in {"'s", "’s"}
    be = after[:1] and after[0].start - end < 3 and lex.has("be", after[0].low)
    nouns = after if glued else after[1:]
    return bool(glued or be) and not any(w.low.endswith(tuple(lex.words["ongoing"])) for w in nouns)
