"""One source phrase taken apart by its words: "Karvian Interior Minister Omar Sabri" is a name with an office and a country.

No parser is asked: readings keep no trees, and a source is short. What a phrase does not tell stays empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.link.voices.lexicon import Lexicon
from sayso.model.reconstruction import Role, VoiceKind
from sayso.model.text import Anchor, Span

__all__ = ["Form", "Hints", "Phrase", "Word", "parse", "words_of"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’.][^\W_]+)*")
_PIVOT = re.compile(r"[,;:(–—\"“]|\s-\s")
_GLOSS = re.compile(r"\[([^\[\]]*[^\W\d_][^\[\]]*)\]")
_PREFIX = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|abu|ibn|bin)[-’']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hints:
    """What else is known about the words: name marks on them, and the words that the text writes in lower case elsewhere."""

    person: bool = False
    org: bool = False
    common: frozenset[str] = frozenset()


class Form(StrEnum):
    """How a phrase refers."""

    PRONOUN = "pronoun"
    NAME = "name"
    ROLE = "role"
    BODY = "body"
    MEDIUM = "medium"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; `low` is its lower-case form without a possessive ending."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it is written like a name ("Sabri", "al-Sabri", "UN")."""
        return self.text[:1].isupper() or (bool(_PREFIX.match(self.text)) and self.text.split("-")[-1][:1].isupper())


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one source phrase tells: how it refers, its head, name, office and everything that narrows down who it is.

    `core` is the phrase without what only describes it further; `name` the words of a proper name in their order;
    `office` those of a title ("interior minister"); `places` capitalised words that may be a country's; `fresh` that the
    phrase brings in somebody new, `known` that it speaks of somebody already met. `stands_for` is the place of the words
    that a pronoun was read as, `fallback` what it would be read as if no speaker before it fits;
    `quoted` that it stands inside somebody's direct speech, where "he" is not the speaker.
    """

    anchor: Anchor
    text: str
    core: str
    form: Form
    head: str = ""
    pronoun: str = ""
    plural: bool = False
    sex: str | None = None
    fresh: bool = False
    another: bool = False
    known: bool = False
    name: tuple[str, ...] = ()
    name_text: str = ""
    office: tuple[str, ...] = ()
    body: str | None = None
    medium: str | None = None
    state: bool = False
    places: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    side: str | None = None
    kind: VoiceKind = VoiceKind.UNKNOWN
    speaks_for: Span | None = None
    stands_for: Span | None = None
    fallback: Phrase | None = None
    quoted: bool = False


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text, with their places in the whole text."""
    found = []
    for m in _WORD.finditer(text, start, len(text) if end is None else end):
        low = m.group().lower().replace("’", "'")
        found.append(Word(m.start(), m.end(), m.group(), low.removesuffix("'s").rstrip(".")))
    return found


def parse(anchor: Anchor, text: str, lex: Lexicon, hints: Hints | None = None) -> Phrase:
    """Take the phrase at `anchor` apart; words an editor put in brackets ("they [state TV]") count for what they explain."""
    hints = hints or Hints()
    whole = anchor.span.of(text)
    gloss = _GLOSS.search(whole)
    span = Span(anchor.span.start + gloss.start(1), anchor.span.start + gloss.end(1)) if gloss else anchor.span
    words = words_of(text, span.start, span.end)
    if not words:
        return Phrase(anchor, whole, whole.strip(), Form.OTHER)
    kind = lex.pronoun(words[0].low)
    if kind and (len(words) == 1 or lex.has("breaks", words[1].low)) and not lex.has("indefinite", words[0].low):
        return _pronoun(anchor, whole, words[0].text, kind)
    core = _core(words, text, lex)
    return _noun_phrase(anchor, text, words, core, lex, hints)


def _pronoun(anchor: Anchor, whole: str, word: str, kind: str) -> Phrase:
    sex = {"male": "m", "female": "f"}.get(kind)
    return Phrase(
        anchor, whole, word, Form.PRONOUN, word.lower(), kind, plural=kind in {"plural", "selves"}, sex=sex, known=True
    )


def _core(words: list[Word], text: str, lex: Lexicon) -> list[Word]:
    """Return the words up to the first that only describes further; quantities ("a number of residents") are stepped over."""
    core: list[Word] = []
    for i, word in enumerate(words):
        if core and _PIVOT.search(text, core[-1].end, word.start):
            break
        if core and lex.has("breaks", word.low) and not (word.capital and word.low not in {"of", "for"}):
            if lex.has("quantifiers", core[-1].low) and word.low in {"of", "av"}:
                core = []
                continue
            if _goes_on(words, i, core, lex):
                core.append(word)
                continue
            break
        core.append(word)
    return core or words


def _goes_on(words: list[Word], i: int, core: list[Word], lex: Lexicon) -> bool:
    """Tell whether "of" stands inside a proper name ("Ministry of Health", "the House of Elders")."""
    capital = core[-1].capital and i + 1 < len(words) and words[i + 1].capital
    return capital and words[i].low in {"of", "for"} and lex.has("org_words", core[-1].low)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A core taken apart: the words that count, the capitalised run they end in, and the title and name in that run."""

    rest: list[Word]
    run: list[Word]
    title: list[Word]
    name: list[Word]


def _take(core: list[Word], lex: Lexicon, hints: Hints) -> _Taken:
    rest = [w for w in core if not _opens(w, lex)] or core[-1:]
    run = _capital_run(rest, lex)
    opened = len(rest) < len(core)
    if run and (_is_people(run, lex, opened=opened) or _is_common(run, rest, core, lex, hints)):
        run = []
    cut = _last_title(run, lex)
    return _Taken(rest, run, [*rest[: len(rest) - len(run)], *run[: cut + 1]], run[cut + 1 :])


def _is_people(run: list[Word], lex: Lexicon, *, opened: bool) -> bool:
    """Tell a people's name from a person's: "one Karvian", "Karvians"."""
    word = run[-1].low
    if len(run) != 1 or len(word) < 5 or lex.has("media_names", word):
        return False
    return any(word.endswith(e) for e in lex.words["people_endings"]) and (
        opened or word.endswith(("s", "ere", "erne"))
    )


def _is_common(run: list[Word], rest: list[Word], core: list[Word], lex: Lexicon, hints: Hints) -> bool:
    """Tell a plain word with a capital because it opens a sentence ("Residents", "Reports") from a name."""
    if len(run) != 1 or run[0] is not core[0] or len(rest) > 1:
        return False
    low = run[0].low
    known = lex.role(lex.singular(low)) is not None or any(
        lex.has(k, lex.singular(low)) for k in ("male", "female", "group_heads")
    )
    return known or (low in hints.common and not hints.person and not hints.org)


def _noun_phrase(anchor: Anchor, text: str, words: list[Word], core: list[Word], lex: Lexicon, hints: Hints) -> Phrase:
    taken = _take(core, lex, hints)
    rest, run, title, name = taken.rest, taken.run, taken.title, taken.name
    head = lex.singular(rest[-1].low)
    body, medium, is_org = _body(rest, lex), _medium(rest, lex), _is_org(rest, run, lex)
    personal = _is_personal(taken, hints, other=bool(medium) or bool(body and not title), org=is_org)
    given = () if personal else _given_name(text, words, lex)
    after = () if personal or given else _named_after(text, words, core, lex)
    name = name if personal else [*(given or after)]
    named = bool(name)
    form = _form(named, body, medium, is_org or (hints.org and bool(run)), head, lex, run)
    plural = not named and lex.is_plural(rest[-1].low)
    office = tuple(w.low for w in (title if personal else rest if lex.has("offices", head) or after else ()))
    office = office or _after_office(words, core, name, lex)
    roles = _roles([*title, *(rest[-1:] if not personal else [])], words, lex)
    first = core[0].low
    return Phrase(
        anchor,
        anchor.span.of(text),
        text[core[0].start : core[-1].end],
        form,
        head=head,
        plural=plural,
        sex=_sex([w.low for w in core], head, lex),
        fresh=lex.has("indefinite", first) and not lex.has("definite", first),
        another=any(lex.has("another", w.low) for w in core[:3]),
        known=lex.has("definite", first) or lex.is_definite(rest[-1].low),
        name=tuple(_bare(w) for w in name),
        name_text=text[name[0].start : name[-1].end] if name else "",
        office=office,
        body=body if form is Form.BODY else None,
        medium=medium if form is Form.MEDIUM else None,
        state=any(lex.has("state_words", w.low) for w in rest),
        places=tuple(_bare(w) for w in words if w.capital and w not in name),
        roles=roles,
        side=_side([*(w.low for w in core if w not in name), *office], lex),
        kind=_kind(form, head, lex, plural=plural, known=bool(roles)),
        speaks_for=_speaks_for(words, lex),
    )


def _is_personal(taken: _Taken, hints: Hints, *, other: bool, org: bool) -> bool:
    """Tell whether the name in a core is a person's."""
    if not taken.name or other or (org and not (hints.person and taken.title)):
        return False
    return not (hints.org and not hints.person and not taken.title)


def _side(lows: list[str], lex: Lexicon) -> str | None:
    """Return the side the words put the speaker on; the head says more than what stands before it."""
    sides = lex.maps["sides"]
    return next((sides[k] for low in reversed(lows) for k in (low, lex.singular(low)) if k in sides), None)


def _bare(word: Word) -> str:
    return word.text.removesuffix("'s").removesuffix("’s")


def _opens(word: Word, lex: Lexicon) -> bool:
    return (
        any(lex.has(key, word.low) for key in ("definite", "indefinite", "another", "quantifiers"))
        and not word.text.isupper()
    )


def _capital_run(rest: list[Word], lex: Lexicon) -> list[Word]:
    """Return the capitalised words the core ends in, with the particles between them."""
    at = len(rest)
    while at and (rest[at - 1].capital or (at < len(rest) and lex.has("particles", rest[at - 1].low))):
        at -= 1
    while at < len(rest) and not rest[at].capital and len(rest) - at > 1:
        at += 1
    return rest[at:] if rest[at:] and rest[-1].capital else []


def _last_title(run: list[Word], lex: Lexicon) -> int:
    """Return the index of the last word of a run that is a title or an office, -1 when there is none."""
    titles = [i for i, w in enumerate(run) if _is_title(w.low, lex)]
    if not titles or (titles[-1] == len(run) - 1 and len(run) == 1):
        return titles[-1] if titles else -1
    return titles[-1]


def _is_title(low: str, lex: Lexicon) -> bool:
    keys = ("honorifics", "ranks", "offices", "office_modifiers", "male", "female", "group_heads")
    return any(lex.has(key, low) for key in keys) or lex.role(lex.singular(low)) is not None


def _body(rest: list[Word], lex: Lexicon) -> str | None:
    return lex.maps["bodies"].get(" ".join(w.low for w in rest[-2:])) or lex.maps["bodies"].get(
        lex.singular(rest[-1].low)
    )


def _medium(rest: list[Word], lex: Lexicon) -> str | None:
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


def _is_org(rest: list[Word], run: list[Word], lex: Lexicon) -> bool:
    if not run:
        return lex.has("org_words", rest[-1].low) and any(w.capital for w in rest)
    if any(lex.has("org_words", w.low) for w in run):
        return True
    last = run[-1].text.replace(".", "")
    return len(last) >= 2 and last.isupper() and not last.isdigit() and len(last) <= 6


def _given_name(text: str, words: list[Word], lex: Lexicon) -> tuple[Word, ...]:
    """Return the name that a description goes on to give ("a man who gave his name as Odo")."""
    start, end = words[0].start, min(len(text), words[-1].end + 60)
    stop = text.find("\n", start, end)
    here = words_of(text, start, end if stop < 0 else stop)
    for i, word in enumerate(here[:-1]):
        before = " ".join(w.low for w in here[max(0, i - 2) : i + 1])
        if word.low in {"who", "som"} and i == 0:
            continue
        if any(before.endswith(marker) for marker in lex.markers):
            run = _run_after(here[i + 1 :])
            return tuple(w for w in run[_last_title(run, lex) + 1 :]) if run else ()
    return ()


def _run_after(words: list[Word]) -> list[Word]:
    run: list[Word] = []
    for word in words[:5]:
        if not word.capital:
            if run or not word.low.rstrip(".").isalpha() or len(word.low) > 4:
                break
            continue
        if run and word.start - run[-1].end > 2:
            break
        run.append(word)
    return run


def _named_after(text: str, words: list[Word], core: list[Word], lex: Lexicon) -> tuple[Word, ...]:
    """Return the name set after a role by a comma ("one local leader, Odo Brenn")."""
    title = not core[-1].capital or _is_title(core[-1].low, lex)
    if not title or core[-1].end >= words[-1].end or lex.is_plural(core[-1].low):
        return ()
    following = [w for w in words if w.start >= core[-1].end]
    if "," not in text[core[-1].end : following[0].start]:
        return ()
    run = _run_after(following) if following[0].capital else []
    run = run[_last_title(run, lex) + 1 :]
    return () if any(lex.has("org_words", w.low) for w in run) else tuple(run)


def _after_office(words: list[Word], core: list[Word], name: list[Word], lex: Lexicon) -> tuple[str, ...]:
    """Return the office set after a name by a comma ("Ada Brenn, foreign minister of Karvia")."""
    if not name:
        return ()
    after = [w for w in words if w.start >= core[-1].end][:8]
    upto = [i for i, w in enumerate(after) if lex.has("offices", lex.singular(w.low))]
    if not upto:
        return ()
    return tuple(w.low for w in after[: upto[0] + 1] if not _opens(w, lex))


def _roles(core: list[Word], words: list[Word], lex: Lexicon) -> tuple[Role, ...]:
    heads = [lex.role(lex.singular(w.low)) for w in reversed(core)]
    found = [role for role in heads if role][:1]
    tail = [w for w in words if w not in core]
    nouns = [lex.role(lex.singular(w.low)) for w in tail if not w.capital]
    clues = [Role(lex.maps["clues"][w.low]) for w in words if w.low in lex.maps.get("clues", {})]
    if not found:
        found = [role for role in nouns if role][:1]
    return tuple(sorted({*found, *clues}))


def _sex(lows: list[str], head: str, lex: Lexicon) -> str | None:
    for low in (head, *lows):
        if lex.has("male", low):
            return "m"
        if lex.has("female", low):
            return "f"
    return None


def _form(
    named: bool, body: str | None, medium: str | None, org: bool, head: str, lex: Lexicon, run: list[Word]
) -> Form:
    if named:
        return Form.NAME
    if medium:
        return Form.MEDIUM
    if body or org:
        return Form.BODY
    if not run or lex.role(head) or lex.has("offices", head):
        return Form.ROLE
    return Form.NAME


def _kind(form: Form, head: str, lex: Lexicon, *, plural: bool, known: bool) -> VoiceKind:
    if form is Form.BODY:
        return VoiceKind.BODY
    if form is Form.MEDIUM:
        return VoiceKind.MEDIUM
    if form is Form.NAME:
        return VoiceKind.PERSON
    if plural or lex.has("group_heads", head):
        return VoiceKind.GROUP
    return VoiceKind.PERSON if known or lex.has("male", head) or lex.has("female", head) else VoiceKind.UNKNOWN


def _speaks_for(words: list[Word], lex: Lexicon) -> Span | None:
    """Return the words for whom a spokesman speaks: before the head ("army spokesman") or after "for" or "of"."""
    at = next((i for i, w in enumerate(words) if lex.has("spokes", lex.singular(w.low))), None)
    if at is None:
        return None
    rest = words[at + 1 :]
    if len(rest) > 1 and rest[0].low in {"for", "of", "av", "i"}:
        stops = (i for i, w in enumerate(rest) if i > 1 and lex.has("breaks", w.low) and w.low not in {"of", "for"})
        return Span(rest[1].start, rest[next(stops, len(rest)) - 1].end)
    before = [w for w in words[:at] if not _opens(w, lex)]
    bodies = [w for w in before if lex.singular(w.low) in lex.maps["bodies"] or lex.has("org_words", w.low)]
    return Span(before[0].start, before[-1].end) if bodies and before else None
