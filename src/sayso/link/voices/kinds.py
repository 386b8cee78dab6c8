"""What sort of speaker the words of a source phrase tell: a body, a medium, a person of some role, of some side."""

from __future__ import annotations

from itertools import pairwise

from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.terms import Form, Phrase, Word, opens
from sayso.model.reconstruction import Role, VoiceKind
from sayso.model.text import Span

__all__ = [
    "body_word",
    "form_of",
    "is_org_name",
    "kind_of",
    "medium_sort",
    "roles_of",
    "sex_of",
    "side_of",
    "spoken_for",
]


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
    last = run[-1].text.replace(".", "")
    return len(last) >= 2 and last.isupper() and not last.isdigit() and len(last) <= 6


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
    if lex.has("papers", head) and not lex.has("offices", head) and head != "source":
        return VoiceKind.UNKNOWN  # a video or letter is nobody
    if plural or lex.has("group_heads", head):
        return VoiceKind.GROUP
    return VoiceKind.PERSON if known or lex.has("male", head) or lex.has("female", head) else VoiceKind.UNKNOWN


def roles_of(core: list[Word], words: list[Word], lex: Lexicon) -> tuple[Role, ...]:
    """Return the roles a source phrase tells, head noun first."""
    heads = [lex.role(lex.singular(w.low)) for w in reversed(core)]
    found = [role for role in heads if role][:1]
    tail = [w for w in words if w not in core]
    nouns = [lex.role(lex.singular(w.low)) for w in tail if not w.capital]
    clues = [Role(lex.maps["clues"][w.low]) for w in words if w.low in lex.maps.get("clues", {})]
    if not found:
        found = [role for role in nouns if role][:1]
    return tuple(sorted({*found, *clues}))


def sex_of(lows: list[str], head: str, lex: Lexicon) -> str | None:
    """Return "m" or "f" where a word tells it, else None."""
    for low in (head, *lows):
        if lex.has("male", low):
            return "m"
        if lex.has("female", low):
            return "f"
    return None


def side_of(lows: list[str], lex: Lexicon) -> str | None:
    """Return the side the words put the speaker on; the head says more than what stands before it."""
    sides = lex.maps["sides"]
    return next((sides[k] for low in reversed(lows) for k in (low, lex.singular(low)) if k in sides), None)


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
    return Span(before[0].start, before[-1].end) if bodies and before else None


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
