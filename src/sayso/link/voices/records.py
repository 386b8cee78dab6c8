"""Voice records: what a group of speakers amounts to, with the label a reader sees and the reasons for each union."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sayso.link.voices.lands import Lands
from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.phrase import Form, Phrase
from sayso.link.voices.speaker import Speaker
from sayso.model.ids import cluster_id
from sayso.model.reconstruction import Because, Role, Voice, VoiceKind, VoiceName
from sayso.model.text import Anchor

__all__ = ["make_voice", "voice_id"]


def voice_id(members: Sequence[Speaker]) -> str:
    """Return the id of the voice that these speakers are."""
    return cluster_id("voice", (p.anchor for s in members for p in s.phrases))


def make_voice(
    members: Sequence[Speaker],
    unions: Sequence[tuple[Anchor, Anchor, str]],
    lex: Lexicon,
    lands: Lands,
    *,
    ids: Mapping[int, str],
    speaks_for: str | None,
    protected: frozenset[Anchor] = frozenset(),
) -> Voice:
    """Make the record of one voice from its speakers; of a protected one no name and no description of its own is kept."""
    phrases = sorted((p for s in members for p in s.phrases), key=lambda p: p.anchor)
    names: dict[str, list[Anchor]] = defaultdict(list)
    for phrase in phrases:
        names[" ".join(phrase.text.split())].append(phrase.anchor)
    told = [p for p in phrases if p.form is not Form.PRONOUN] or phrases
    met = _met(members, told)
    known = met if met and told[0].form is Form.PRONOUN else [*told, *met]
    body = next((s.body for s in members if s.body), None)
    kind = VoiceKind.BODY if body else _kind(known)
    open_to = sorted({ids[id(c)] for s in members for c in s.candidates if id(c) in ids} - {voice_id(members)})
    roles = tuple(sorted({role for p in known for role in p.roles}))
    hidden = any(p.anchor in protected for p in phrases)
    if hidden:
        names = {}
    return Voice(
        id=voice_id(members),
        label=_neutral(roles, kind) if hidden else _label(known, kind, body, lex),
        names=tuple(VoiceName(text, tuple(sorted(anchors))) for text, anchors in sorted(names.items())),
        protected=hidden,
        kind=kind,
        named=any(p.name for p in known) or kind in {VoiceKind.BODY, VoiceKind.MEDIUM},
        roles=roles,
        side=_side(told, members, lands),
        speaks_for=speaks_for,
        candidates=tuple(open_to),
        because=_because(members, unions),
    )


def _met(members: Sequence[Speaker], told: Sequence[Phrase]) -> list[Phrase]:
    """Return what these speakers are called where nothing is said, each spelling once: their full names and offices.

    Who speaks only as "he" is what the report described before.
    """
    unsaid = all(p.form is Form.PRONOUN for p in told)
    met = [p for s in members for p in sorted(s.met, key=lambda p: p.anchor) if p.form is not Form.PRONOUN]
    found = {(p.text, p.core): p for p in reversed(met) if p.name or unsaid}
    return [found[key] for key in sorted(found)]


def _neutral(roles: Sequence[Role], kind: VoiceKind) -> str:
    """Describe a protected voice by nothing but its role, or its kind."""
    what = str(roles[0]).replace("-", " ") if len(roles) == 1 else "voice" if kind is VoiceKind.UNKNOWN else str(kind)
    return f"a protected {what}"


def _kind(told: Sequence[Phrase]) -> VoiceKind:
    kinds = Counter(p.kind for p in told if p.kind is not VoiceKind.UNKNOWN)
    return min(kinds, key=lambda k: (-kinds[k], k)) if kinds else VoiceKind.UNKNOWN


def _because(members: Sequence[Speaker], unions: Sequence[tuple[Anchor, Anchor, str]]) -> tuple[Because, ...]:
    """Give each rule that brought mentions together once, with every anchor it brought."""
    by_rule: dict[str, set[Anchor]] = defaultdict(set)
    for speaker in members:
        for rule, anchor in speaker.rules[1:]:
            by_rule[rule].add(anchor)
    for a, b, rule in unions:
        by_rule[rule] |= {a, b}
    return tuple(Because("voice", rule, tuple(sorted(anchors))) for rule, anchors in sorted(by_rule.items()))


def _side(told: Sequence[Phrase], members: Sequence[Speaker], lands: Lands) -> str | None:
    """Return the side that most phrases tell; who is told of as having left it is on none that these words tell."""
    if any(p.left for p in told):
        return None
    sides = Counter(p.side for p in told if p.side)
    if not sides:
        return None
    side = min(sides, key=lambda s: (-sides[s], s))
    land = next((s.land for s in members if s.land), None)
    shown = lands.names.get(land or "")
    return f"{side} ({shown})" if shown else side


def _label(told: Sequence[Phrase], kind: VoiceKind, body: str | None, lex: Lexicon) -> str:
    """Choose the fullest name with its office, else the description that tells most, as a reader would write it."""
    named = [p for p in told if p.name]
    if named and not body:
        return _named(named, lex)
    if body:
        full = [p for p in told if p.body and p.places] or [p for p in told if p.places] or list(told)
        return _commonest([_clean(p.core, lex, keep=True) for p in full], longest=True)
    if kind is VoiceKind.MEDIUM:
        return _medium([p.core for p in sorted(told, key=_earlier, reverse=True)], lex)
    if told[0].plural and len({p.core.lower() for p in told}) > 1:
        return _commonest([_clean(p.core, lex) for p in told if p.plural], longest=False)
    best = max(told, key=lambda p: (p.form is not Form.OTHER, len(_fullest(p)), _earlier(p)))
    return _clean(
        _fullest(best), lex, keep=best.form is Form.BODY or lex.has("org_words", best.head), plural=best.plural
    )


def _named(named: Sequence[Phrase], lex: Lexicon) -> str:
    best = max(named, key=lambda p: (len(p.name), len(p.name_text), bool(p.office), _earlier(p)))
    titled = [p for p in named if p.office and len(p.core) < LONG] or [best]
    return _titled(
        best, max(titled, key=lambda p: (not p.silent, p.name == best.name, len(p.office), _earlier(p))), lex
    )


def _commonest(labels: Sequence[str], *, longest: bool) -> str:
    """Return the label met most; of those met alike the longest, or the shortest: what a group's members have in common."""
    counted = Counter(labels)
    return min(counted, key=lambda t: (-counted[t], -len(t) if longest else len(t), t))


def _medium(cores: Sequence[str], lex: Lexicon) -> str:
    """Return a medium's name without a country's possessive before it ("Karvia's Lumen News"), where what is left is a name."""
    plain = [_POSSESSIVE.sub("", " ".join(core.split())) for core in cores]
    proper = [text for text in plain if text[:1].isupper()] or [" ".join(core.split()) for core in cores]
    bare = [t for t in proper if not any(lex.has("medium_heads", w.lower()) for w in t.split()[1:])] or proper
    return _clean(max(bare, key=lambda t: (any(c.isupper() for c in t[1:]), len(t))), lex, keep=True)


_POSSESSIVE = re.compile(r"^[^\W\d_]+['’]s (?=[A-ZÆØÅ])")
LONG = 60  # characters of a description that a label still takes whole


def _earlier(phrase: Phrase) -> tuple[int, str]:
    """Order phrases so that the one that stands first wins a draw."""
    return (-phrase.anchor.span.start, phrase.anchor.document)


def _fullest(phrase: Phrase) -> str:
    """Return the whole phrase where it is short enough to be a label, else its core."""
    text = " ".join(phrase.text.split())
    plain = not any(mark in text for mark in '"“”«»[]()')
    whole = plain and len(text) <= LONG and phrase.form is not Form.PRONOUN and phrase.stands_for is None
    return text if whole else " ".join(phrase.core.split())


def _titled(name: Phrase, office: Phrase, lex: Lexicon) -> str:
    """Write "Interior Minister Omar Sabri", or "Omar Sabri, a driver" where the office does not stand before the name."""
    words = " ".join(name.name_text.split())
    if office.name and office.core.endswith(office.name_text):
        before = _without_article(office.core[: -len(office.name_text)].strip(" ,"), lex)
        if (
            before
            and before[0].isupper()
            and not all(lex.has("honorifics", w.lower().rstrip(".")) for w in before.split())
        ):
            return f"{before} {words}"
        after = _after(office)
        told = before if before and not lex.has("honorifics", before.lower().rstrip(".")) else after
        joint = " " if told.startswith(("of ", "from ")) else ", "
        return f"{words}{joint}{told}" if told else words
    title = _without_article(" ".join(office.core.split()), lex)
    if (
        office.name
        and title[:1].isupper()
        and title[-1:].isalpha()
        and title.split()[-1][0].isupper()
        and office.core != office.name_text
    ):
        return f"{title} {words}"
    told = _clean(office.core, lex) if office.office else ""
    return f"{words}, {told}" if told and words not in told and office.name_text != office.core else words


def _after(phrase: Phrase) -> str:
    """Return the description set after a name by a comma, up to its next comma or relative clause."""
    rest = phrase.text[phrase.text.find(phrase.core) + len(phrase.core) :]
    if not rest.startswith((",", " of ", " from ")):
        return ""
    told = " ".join(rest.strip(" ,").split(",")[0].split())
    cut = re.split(r"\s(?:who|which|whose|that|som)\s", told)[0]
    return cut if len(cut) <= LONG + 20 and any(c.isalpha() for c in cut) else ""


def _without_article(text: str, lex: Lexicon) -> str:
    first, _, rest = text.partition(" ")
    return rest if any(lex.has(key, first.lower()) for key in ("definite", "indefinite", "another")) else text


def _clean(core: str, lex: Lexicon, *, keep: bool = False, plural: bool = False) -> str:
    """Return a description on one line: a plain first word in lower case, "the resident" as "a resident" unless kept."""
    text = " ".join(core.split()).strip(" ,;:").removesuffix("'s").removesuffix("’s")
    first, _, rest = text.partition(" ")
    low = first.lower()
    proper = rest[:1].isupper() and not _opens(low, lex)  # "State Department officials"
    if (
        _is_plain(low, lex)
        and not proper
        and not (
            keep
            and rest[:1].isupper()
            and (not _opens(low, lex) or rest.split()[0].lower() in lex.words["media_names"])
        )
    ):
        text = f"{low} {rest}".strip()
    if rest and lex.has("owners", low) and keep:
        return f"the {rest}" if lex.language == "en" else rest
    if keep or not lex.has("definite", low) or not rest:
        return text
    if plural or lex.is_plural(rest.split()[-1].lower()):
        return rest
    return f"{_a(rest)} {rest}" if lex.language == "en" and low == "the" else text


def _a(word: str) -> str:
    return "an" if word[:1].lower() in "aeiou" else "a"


def _opens(low: str, lex: Lexicon) -> bool:
    return any(lex.has(key, low) for key in ("definite", "indefinite", "another", "quantifiers"))


def _is_plain(low: str, lex: Lexicon) -> bool:
    """Tell whether a word is an ordinary one of the language, so that a capital only tells where it stood."""
    if _opens(low, lex) or lex.role(lex.singular(low)) is not None or lex.pronoun(low):
        return True
    keys = ("offices", "office_modifiers", "male", "female", "group_heads", "state_words")
    return any(lex.has(k, word) for k in keys for word in (low, lex.singular(low)))
