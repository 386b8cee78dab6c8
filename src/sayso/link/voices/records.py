"""Voice records: what a group of speakers amounts to, with the label a reader sees and the reasons for each union."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sayso.link.voices.lands import Lands
from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.phrase import Form, Phrase
from sayso.link.voices.speakers import Speaker
from sayso.model.ids import cluster_id
from sayso.model.reconstruction import Because, Voice, VoiceKind, VoiceName
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
) -> Voice:
    """Make the record of one voice from its speakers."""
    phrases = sorted((p for s in members for p in s.phrases), key=lambda p: p.anchor)
    names: dict[str, list[Anchor]] = defaultdict(list)
    for phrase in phrases:
        names[" ".join(phrase.text.split())].append(phrase.anchor)
    told = [p for p in phrases if p.form is not Form.PRONOUN] or phrases
    kinds = Counter(p.kind for p in told if p.kind is not VoiceKind.UNKNOWN)
    kind = min(kinds, key=lambda k: (-kinds[k], k)) if kinds else VoiceKind.UNKNOWN
    body = next((s.body for s in members if s.body), None)
    if body:
        kind = VoiceKind.BODY
    open_to = sorted({ids[id(c)] for s in members for c in s.candidates if id(c) in ids} - {voice_id(members)})
    return Voice(
        id=voice_id(members),
        label=_label(told, members, kind, lands, body),
        names=tuple(VoiceName(text, tuple(sorted(anchors))) for text, anchors in sorted(names.items())),
        kind=kind,
        named=any(p.name for p in told) or kind in {VoiceKind.BODY, VoiceKind.MEDIUM},
        roles=tuple(sorted({role for p in told for role in p.roles})),
        side=_side(told, members, lands),
        speaks_for=speaks_for,
        candidates=tuple(open_to) if len(open_to) > 1 or not any(p.name for p in told) else tuple(open_to),
        because=_because(members, unions),
    )


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
    sides = Counter(p.side for p in told if p.side)
    if not sides:
        return None
    side = min(sides, key=lambda s: (-sides[s], s))
    land = next((s.land or s.assumed_land for s in members if s.land or s.assumed_land), None)
    shown = lands.names.get(land or "")
    return f"{side} ({shown})" if shown else side


def _label(told: Sequence[Phrase], members: Sequence[Speaker], kind: VoiceKind, lands: Lands, body: str | None) -> str:
    """Choose the fullest name with its office, else the description that tells most, as a reader would write it."""
    named = [p for p in told if p.name]
    if named and not body:
        best = max(
            named, key=lambda p: (len(p.name), len(p.office), len(p.name_text), -p.anchor.span.start, p.name_text)
        )
        titled = [p for p in named if p.name == best.name and p.office] or [p for p in told if p.office]
        return _titled(best, titled[0] if titled else best)
    if kind in {VoiceKind.BODY, VoiceKind.MEDIUM} and body:
        full = [p for p in told if p.body and p.places] or [p for p in told if p.places] or list(told)
        counted = Counter(_clean(p.core) for p in full)
        return min(counted, key=lambda t: (-counted[t], -len(t), t))
    best = max(told, key=lambda p: (p.form is not Form.OTHER, min(len(p.core), 60), -p.anchor.span.start))
    return _clean(best.core)


def _titled(name: Phrase, office: Phrase) -> str:
    words = name.name_text
    core = office.core
    if office.name and core.endswith(office.name_text) and core != office.name_text:
        before = core[: -len(office.name_text)].strip(" ,")
        head, _, rest = before.partition(" ")
        before = rest if head.lower() in {"the", "a", "an", "one", "another"} else before
        return f"{before} {words}" if before and before[0].isupper() else f"{words}, {before}" if before else words
    if not office.name or not core.endswith(office.name_text):
        told = _clean(core)
        return f"{words}, {told}" if told and words not in told else words
    return words


def _clean(core: str) -> str:
    """Return a description on one line, its first word in lower case when it is only an opening article."""
    text = " ".join(core.split()).strip(" ,;:")
    text = text.removesuffix("'s").removesuffix("’s")
    first, _, rest = text.partition(" ")
    return (
        f"{first.lower()} {rest}"
        if rest and first.lower() in _OPENERS
        else text[:1].lower() + text[1:]
        if text.istitle() is False and _plain(text)
        else text
    )


_OPENERS = frozenset(
    {
        "the",
        "a",
        "an",
        "one",
        "another",
        "some",
        "many",
        "several",
        "other",
        "two",
        "most",
        "few",
        "en",
        "et",
        "den",
        "det",
        "de",
        "noen",
        "local",
        "human",
        "opposition",
        "residents",
        "witnesses",
        "activists",
    }
)


def _plain(text: str) -> bool:
    """Tell whether only the first letter is a capital, as at the start of a sentence."""
    return text[:1].isupper() and text[1:].islower() and " " in text
