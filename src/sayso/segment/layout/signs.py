"""The signs of pages: every language's word lists brought together and made ready to match. A page mixes languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sayso.lang.packs import Pack

__all__ = ["CreditForm", "Signs", "signs_of"]

_DASH = "[-–—]+"
_SLOTS = {
    "{outlet}": r"(?P<outlet>[^\s|–—:](?:[^|–—\n]{0,58}?[^\s|–—.,:])?)",
    "{headline}": r"(?P<headline>\S.{6,250}?)",
    "{date}": r"(?P<date>(?=.*\d).{4,40}?)",
}


@dataclass(frozen=True, slots=True)
class CreditForm:
    """One shape of credit line. A `bare` one names an outlet and nothing else, a `weak` one may name a source of
    figures as well: there the name itself must look like an outlet's."""

    pattern: re.Pattern[str]
    bare: bool
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Signs:
    """Word lists of all packs, lower-cased, with the patterns made from them."""

    months: Mapping[str, int]
    month_names: str
    weekdays: frozenset[str]
    date_words: re.Pattern[str]
    update_words: re.Pattern[str]
    agencies: Mapping[str, str]
    broadcasters: Mapping[str, str]
    agency_notices: Mapping[str, str]
    credits: tuple[CreditForm, ...]
    source_words: re.Pattern[str]
    sign_offs: re.Pattern[str]
    rights: re.Pattern[str]
    originals: re.Pattern[str]
    bylines: re.Pattern[str]
    related_heads: frozenset[str]
    topic_labels: frozenset[str]
    notices: re.Pattern[str]
    notice_starts: re.Pattern[str]
    prompts: re.Pattern[str]
    promotions: re.Pattern[str]
    invitations: re.Pattern[str]
    told_by: re.Pattern[str]
    finite_words: frozenset[str]
    reader_words: frozenset[str]
    pointers: re.Pattern[str]
    menu_words: frozenset[str]
    photo_tails: re.Pattern[str]
    photo_labels: re.Pattern[str]
    photo_desks: re.Pattern[str]
    photo_seams: re.Pattern[str]
    entry_words: re.Pattern[str]
    counters: frozenset[str]
    caption_verbs: frozenset[str]
    caption_words: re.Pattern[str]
    outlet_words: frozenset[str]
    outlet_starts: frozenset[str]
    masthead_words: frozenset[str]
    masthead_ends: tuple[str, ...]
    agency_endings: re.Pattern[str]
    byline_roles: frozenset[str]
    release_words: re.Pattern[str]
    opening_words: re.Pattern[str]
    opening_labels: re.Pattern[str]
    opening_seams: re.Pattern[str]
    common_words: frozenset[str]
    weekday_tail: re.Pattern[str]
    agency_name: re.Pattern[str]
    agency_marks: re.Pattern[str]
    owned_by: re.Pattern[str]
    worked_on: re.Pattern[str]
    byline_words: re.Pattern[str]
    publish_words: re.Pattern[str]
    place_joints: frozenset[str]
    joints: re.Pattern[str]
    world_agencies: frozenset[str]
    update_heads: tuple[str, ...]
    clock_words: tuple[str, ...]
    clock_zones: tuple[str, ...]
    speech_words: re.Pattern[str]
    said_after: re.Pattern[str]
    letter_heads: re.Pattern[str]


def signs_of(packs: Mapping[str, Pack]) -> Signs:
    """Bring together what all packs know of pages."""
    return _signs(tuple(packs[code] for code in sorted(packs)))


WORD_SETS = (
    "related_heads",
    "topic_labels",
    "menu_words",
    "counters",
    "caption_verbs",
    "outlet_words",
    "outlet_starts",
    "masthead_words",
    "byline_roles",
    "finite_words",
    "reader_words",
    "place_joints",
)

FRAMES = {
    "source_words": r"{}",
    "rights": r"(?<!\w){}",
    "originals": r"(?<!\w){}(?!\w)",
    "bylines": r"^{}(?!\w):?\s+",
    "notices": r"(?<!\w){}",
    "prompts": r"^\W{{0,3}}({})(?!\w)",
    "notice_starts": r"^{}(?!\w)",
    "promotions": r"(?<!\w){}(?!\w)",
    "invitations": r"^[^.?!]{{3,60}}\?\s+{}(?!\w)",
    "pointers": r"^{}\s",
    "entry_words": r"(?<!\w){}(?!\w)",
    "photo_desks": r"(?<!\w){}[)\]]?$",
    "caption_words": r"(?<!\w){}",
    "agency_endings": r"(?<=\w\s){}$",
    "release_words": r"(?<!\w){}(?!\w)",
    "opening_words": r"(?<!\w){}(?!\w)",
    "opening_labels": r"{}\s?:\s+",
    "worked_on": r"(?<!\w){}:?\s+",
    "speech_words": r"(?<!\w){}(?!\w)",
    "letter_heads": r"(?<!\w){}(?!\w).{{0,120}}:$",
}
"""The patterns made of one list of words each, `{}` in their frame."""


@lru_cache(maxsize=8)
def _signs(packs: tuple[Pack, ...]) -> Signs:
    def words(key: str) -> list[str]:
        return [word for pack in packs for word in pack.table("pages").get("lines", {}).get(key, ())]

    def merged(key: str) -> dict[str, str]:
        return {k: v for pack in packs for k, v in pack.table("pages").get(key, {}).items()}

    def listed(key: str) -> list[str]:
        return [word for pack in packs for word in pack.table("pages").get(key, ())]

    agencies, broadcasters = merged("agencies"), merged("broadcasters")
    known: dict[str, Any] = {key: frozenset(words(key)) for key in WORD_SETS}
    known |= {key: _any_of(words(key), frame) for key, frame in FRAMES.items()}
    return Signs(
        **known,
        **_of_agencies(agencies, broadcasters),
        **_of_lines(words),
        months={name: int(number) for name, number in merged("months").items()},
        month_names="|".join(map(re.escape, _longest_first(merged("months")))),
        weekdays=frozenset(listed("weekdays")),
        date_words=_any_of(listed("date_words"), r"(?<!\w){}(?!\w)"),
        update_words=_any_of(listed("update_words"), r"(?<!\w){}(?!\w)"),
        agencies=agencies,
        broadcasters=broadcasters,
        agency_notices=merged("agency_notices"),
        credits=(
            *(_credit_form(template) for template in words("credits")),
            *(replace(_credit_form(template), weak=True) for template in words("weak_credits")),
        ),
        sign_offs=re.compile(
            _any_of(words("sign_offs"), r"(?<!\w){}").pattern
            + "|"
            + _any_of(words("sign_off_starts"), r"(?:^|[.!?…”\"()])\s*{}").pattern,
            re.IGNORECASE,
        ),
        masthead_ends=tuple(sorted(words("masthead_words"))),
        opening_seams=_any_of(map(str.capitalize, words("opening_words")), r"(?<!\w){}:?(?:\s(?:on|at))?:?$", flags=0),
        common_words=frozenset(word for pack in packs for word in pack.words("words", "common")),
        weekday_tail=_any_of(listed("weekdays"), r"[\s,–—-]+{}$"),
        publish_words=_any_of([*listed("date_words"), *words("opening_words")], r"{}(?!\w):?\s*"),
        world_agencies=frozenset(listed("world_agencies")),
        update_heads=_longest_first(words("update_heads")),
        clock_words=_longest_first(words("clock_words")),
        clock_zones=_longest_first(words("clock_zones")),
    )


def _of_lines(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """Make the patterns of photographers' credits, of speech and of by-lines."""
    return {
        "photo_tails": _any_of(
            words("photo_labels"),
            r"[(\[](?:{0}\s?[:/|©][^()\[\]]{{2,60}}|[^()\[\]]{{2,60}}/\s?{0})[)\]]\W*$|[.\w]\s{0}\s?[:|©]\s?[^.!?:]{{2,40}}$",
        ),
        "photo_labels": _any_of(words("photo_labels"), r"^[(\[]?{}(?:\s?[:/|©]|(?<=\sby)\s|(?<=\sav)\s)"),
        "photo_seams": _any_of(words("photo_labels"), r"\s(?={}\s?:)"),
        "told_by": _any_of(words("quote_cues"), r",\s(?:[^,]{{1,40}}\s)?{}(?!\w)[^,]{{0,30}}[.!?]$"),
        "said_after": _any_of(words("quote_cues"), r"[,.!?][”\"’'](?:\s+[^\W\d_][\w.'’-]*){{0,4}}\s+{}(?!\w)"),
        "joints": _any_of([*words("place_joints"), *words("name_joints")], r"\s({})\s"),
        "byline_words": _any_of([*words("bylines"), *words("poster_words")], r"{}(?!\w):?\s*"),
    }


def _of_agencies(agencies: Mapping[str, str], broadcasters: Mapping[str, str]) -> dict[str, Any]:
    """Make the patterns of agencies' names, whose case matters."""
    return {
        "agency_marks": _any_of(agencies, r"[(\[/]\s?©?\s?{}[^()\[\]/]{{0,12}}[)\]/]", flags=0),
        "owned_by": _any_of(
            agencies, r"(?:©|\([cC]\)|(?i:copyright))\W{{0,3}}(?:\d{{4}}\W{{0,3}})?(?:(?i:by|the)\s+)*{}(?!\w)", flags=0
        ),
        "agency_name": _any_of([*agencies, *broadcasters], r"(?<![\w'’-]){}(?![\w'’-])", flags=0),
    }


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _any_of(words: Iterable[str], frame: str, *, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile words, longest first, into the `{}` of a frame; no words make a pattern that never matches."""
    ordered: Sequence[str] = sorted(set(words), key=lambda word: (-len(word), word))
    inner = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(frame.format(f"(?:{inner})") if inner else r"(?!)", flags)


def _credit_form(template: str) -> CreditForm:
    parts = re.split(r"(\{\w+\}|\[[^\]]*\]\s?)", template)
    body = "".join(_SLOTS.get(part) or _choice(part) or _literal(part) for part in parts)
    literal = re.sub(r"\{\w+\}|\W", "", template)
    return CreditForm(
        re.compile(rf"^\W{{0,2}}{body}\s*[.)\]]?$" if literal else rf"^[(\[]?{body}[.)\]]{{0,2}}$", re.IGNORECASE),
        bare=not literal,
    )


def _choice(part: str) -> str:
    """Return the pattern of "[this|the] ": one of several words; an empty one, as in "[also|] ", may be left out."""
    if not part.startswith("["):
        return ""
    words, gap = part.rstrip()[1:-1].split("|"), r"\s+" if part.endswith(" ") else ""
    inner = "|".join(_literal(word) + gap for word in words if word)
    return f"(?:{inner})" + ("?" if "" in words else "")


def _literal(text: str) -> str:
    return re.escape(text).replace("–", _DASH).replace(r"\ ", r"\s+").replace("\\-", "-")
