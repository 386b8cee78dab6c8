"""The same voice in several reports: by name, by office, as one government's body; the unnamed never across newsrooms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.link.groups import Groups
from sayso.link.voices.countries import bare
from sayso.link.voices.governed import STATE, sort_of
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.names import same_person, surname_key
from sayso.link.voices.offices import office_key, portfolio
from sayso.link.voices.phrase import Form
from sayso.link.voices.speaker import Speaker
from sayso.link.voices.terms import as_person
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor

__all__ = ["join", "recognise_people", "tie_to_bodies"]


def recognise_people(speakers: Sequence[Speaker]) -> None:
    """Take for a person what one report's name marker took for a body, where another report names that person."""
    known: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for speaker in speakers:
        if speaker.kind is VoiceKind.PERSON and len(speaker.name) > 1:
            known[surname_key(speaker.name)].add(speaker.name)
    for speaker in speakers:
        if speaker.kind is VoiceKind.BODY and not speaker.body:
            name = tuple(speaker.first.core.split())
            alike = len(name) > 1 and any(
                same_person(name, other) for other in sorted(known.get(surname_key(name), ()))
            )
            if alike:
                speaker.phrases = [as_person(p) for p in speaker.phrases]


def join(speakers: Sequence[Speaker], newsrooms: Mapping[str, str], groups: Groups[int]) -> None:
    """Unite speakers (by their index) that are one voice; each union leaves its rule."""
    clear = [i for i, s in enumerate(speakers) if not s.candidates]
    _people(speakers, [i for i in clear if speakers[i].name and not speakers[i].body], groups)
    _offices(speakers, clear, groups)
    for rule, keyed in (
        ("one body of one country", _keyed(speakers, clear, _body_key)),
        ("the same name", _keyed(speakers, clear, _name_key)),
        ("the same words of one newsroom", _keyed(speakers, clear, lambda s: _text_key(s, newsrooms))),
    ):
        for members in keyed.values():
            for other in members[1:]:
                groups.unite(members[0], other, rule)
    _state_media(speakers, clear, groups)


def _state_media(speakers: Sequence[Speaker], clear: list[int], groups: Groups[int]) -> None:
    """Unite "the state news agency" with the one named agency that the texts call that country's."""
    named: dict[tuple[str | None, str | None], set[int]] = defaultdict(set)
    nameless: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for i in clear:
        speaker = speakers[i]
        if speaker.kind is VoiceKind.MEDIUM and any(p.state for p in speaker.phrases):
            key = (speaker.first.medium, speaker.land or speaker.assumed_land)
            if speaker.medium_name:
                named[key].add(groups.root(i))
            else:
                nameless[key].append(i)
    for key, waiting in nameless.items():
        if len(named.get(key, ())) == 1:
            for i in waiting:
                groups.unite(min(named[key]), i, "the one medium of its sort that is this state's")


def _keyed(speakers: Sequence[Speaker], which: Iterable[int], key: object) -> dict[object, list[int]]:
    found: dict[object, list[int]] = defaultdict(list)
    for i in which:
        value = key(speakers[i])  # type: ignore[operator]  # a function of a speaker
        if value is not None:
            found[value].append(i)
    return found


def _people(speakers: Sequence[Speaker], named: list[int], groups: Groups[int]) -> None:
    """Unite bearers of one name: full names with each other first, then a lone surname where only one full name fits."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i in named:
        if speakers[i].kind is VoiceKind.PERSON:
            blocks[surname_key(speakers[i].name)].append(i)
    for members in blocks.values():
        full = _distinct([i for i in members if len(speakers[i].name) > 1], speakers, groups)
        for i in (i for i in members if len(speakers[i].name) == 1):
            fitting = [
                f
                for f in full
                if same_person(speakers[i].name, speakers[f].name) and _offices_agree(speakers[i], speakers[f])
            ]
            of_page = [f for f in fitting if _document(speakers[f]) == _document(speakers[i])]
            if len(fitting) == 1 and speakers[i].office:
                groups.unite(fitting[0], i, "the same surname and office, borne by one only")
            elif len(of_page) == 1:
                groups.unite(of_page[0], i, "the same surname on one page, borne by one only")
            elif fitting:
                speakers[i].candidates = [speakers[f] for f in fitting]


def _document(speaker: Speaker) -> str:
    return speaker.first.anchor.document


def _distinct(full: list[int], speakers: Sequence[Speaker], groups: Groups[int]) -> list[int]:
    """Unite variants of full names and return one index for each person; compares spellings, not bearers."""
    spelt: dict[tuple[tuple[str, ...], str | None], int] = {}
    kept: list[int] = []
    for i in full:
        spelling = (tuple(w.lower() for w in speakers[i].name), office_key(speakers[i]))
        same = spelt.get(spelling)
        if same is None:
            same = next(
                (
                    k
                    for k in kept
                    if same_person(speakers[i].name, speakers[k].name) and _offices_agree(speakers[i], speakers[k])
                ),
                None,
            )
        if same is None:
            kept.append(i)
            same = i
        else:
            groups.unite(same, i, "the same name")
        spelt[spelling] = same
    return kept


def _offices_agree(a: Speaker, b: Speaker) -> bool:
    """Tell whether two offices can be one person's: two different ministries cannot."""
    x, y = portfolio(a), portfolio(b)
    return x is None or y is None or x == y


def _offices(speakers: Sequence[Speaker], clear: list[int], groups: Groups[int]) -> None:
    """Unite "the interior minister" with the one named holder of that office of that country."""
    holders: dict[tuple[str, str | None], dict[int, int]] = defaultdict(dict)
    nameless: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for i in clear:
        office = office_key(speakers[i])
        if office is None:
            continue
        key = (office, speakers[i].land or speakers[i].assumed_land)
        if speakers[i].name:
            holders[key].setdefault(groups.root(i), i)
        elif speakers[i].first.known or speakers[i].land:
            nameless[key].append(i)
    for key, waiting in nameless.items():
        known = sorted(holders.get(key, {}).values())
        for i in waiting:
            if len(known) == 1:
                groups.unite(known[0], i, "the holder of the office")
            elif known:
                speakers[i].candidates = [speakers[k] for k in known]
            else:
                groups.unite(waiting[0], i, "the same office of the same country")


def _body_key(speaker: Speaker) -> object:
    land = speaker.land or speaker.assumed_land
    if speaker.body and land:
        return ("body", speaker.body, land, speaker.plural)
    return None


def _name_key(speaker: Speaker) -> object:
    if speaker.kind is VoiceKind.MEDIUM:
        return _medium_name(speaker)
    if speaker.kind is VoiceKind.BODY and not speaker.body:
        return _body_name(speaker, lexicon(speaker.language))
    return None


def _body_name(speaker: Speaker, lex: Lexicon) -> object:
    """Return a body's name; of a state's, which many countries have, its words with the country, if that is told."""
    words = bare(speaker.first.core).replace(".", "").replace("-", " ").split()
    if any(sort_of(w, lex) == STATE for w in words):
        land = speaker.land or speaker.assumed_land
        telling = frozenset(w for w in words if not lex.has("breaks", w) and w not in speaker.land_words)
        return ("state body", telling - lex.words["body_fillers"], land) if land else None
    capital = [w for w in speaker.first.core.split() if w[:1].isupper()]
    own = " ".join(words[-len(capital) :]) if capital and speaker.first.core.split()[-1] in capital else ""
    return ("named body", own) if own else None


def _medium_name(speaker: Speaker) -> object:
    """Return a medium's own name; a state medium without one is its sort and country."""
    if speaker.medium_name:
        return ("medium", speaker.medium_name)
    state = any(p.state for p in speaker.phrases)
    return ("state medium", speaker.first.medium, speaker.land or speaker.assumed_land) if state else None


def _text_key(speaker: Speaker, newsrooms: Mapping[str, str]) -> object:
    """An unnamed voice is the same in two reports only where one newsroom's words are the same, sentence for sentence."""
    newsroom = newsrooms.get(speaker.report)
    if newsroom is None or speaker.name or speaker.first.form not in {Form.ROLE, Form.OTHER, Form.NAME}:
        return None
    return ("unnamed", newsroom, bare(speaker.first.core), speaker.sentence) if speaker.sentence else None


def tie_to_bodies(speakers: Sequence[Speaker], spoken_for: Mapping[Anchor, Anchor]) -> None:
    """Tell for whom spokesmen speak, and which government a state medium carries, where that government is a voice itself."""
    at = {p.anchor: s for s in speakers for p in s.phrases}
    for spokesman, body in sorted(spoken_for.items()):
        if spokesman in at and body in at:
            at[spokesman].speaks_for = at[body]
    ruling = sorted((s for s in speakers if s.body == "government"), key=lambda s: s.plural, reverse=True)
    governments = {s.land or s.assumed_land: s for s in ruling}  # "the government" rather than "authorities"
    for speaker in speakers:
        land = speaker.land or speaker.assumed_land
        if land and speaker.kind is VoiceKind.MEDIUM and any(p.state for p in speaker.phrases) and land in governments:
            speaker.speaks_for = governments[land]
