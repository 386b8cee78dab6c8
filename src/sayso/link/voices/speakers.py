"""Speakers: the voices of one report, found in the order of the text.

Rules, each named in the reason it leaves: a name again, a title for the last full name, a pronoun for whom it most likely
means (`pronouns`), "the resident" for the last resident, "another man" and "one resident" for somebody new. What fits two
equally stays open with both as candidates. Those whom the report names without letting them speak are met too, so that
"he" and a surname can mean them; they become voices only where they speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.link.voices.countries import bare, body_of, land_of, medium_key
from sayso.link.voices.lands import Lands
from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.names import same_person, same_surname
from sayso.link.voices.phrase import Form, Phrase
from sayso.link.voices.pronouns import fits, recall
from sayso.link.voices.scene import Scene
from sayso.link.voices.speaker import Speaker
from sayso.link.voices.terms import as_person
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor, Span

__all__ = ["Speaker", "Told", "gather"]

_NAMED_ONLY = ("outlet",)  # media known by a name that does not tell their sort


class Told(NamedTuple):
    """A source phrase with the sources of the attribution it stands in, how deep it stands in others' words, and its own."""

    phrase: Phrase
    outer: tuple[Anchor, ...] = ()
    depth: int = 0
    own: tuple[Span, ...] = ()


def gather(report: str, phrases: Sequence[Told], scene: Scene, lex: Lexicon, lands: Lands) -> list[Speaker]:
    """Bring the source phrases of one report together; what stands in others' words comes after those words' own sources."""
    by_anchor: dict[Anchor, Speaker] = {}
    for told in sorted(phrases, key=_turn):
        phrase = _as_known_person(told.phrase, scene)
        if phrase.silent and len(phrase.name) == 1 and _is_borne_by_several(phrase, scene):
            continue
        outer = [by_anchor[a] for a in told.outer if a in by_anchor]
        found, rule = _resolve(phrase, outer, scene, lex, lands, told.own)
        same = _same_place(phrase, scene)
        if same is not None:
            found, rule = [same], "the same words, once with what describes them"
        if phrase.fallback and not found:
            phrase = phrase.fallback
            found, rule = _resolve(phrase, [], scene, lex, lands)
        if len(found) == 1:
            speaker = found[0]
        else:
            speaker = Speaker(report, candidates=list({id(s): s for s in found}.values()), language=lex.language)
            scene.speakers.append(speaker)
        _add(speaker, phrase, rule, lex, lands)
        scene.add(phrase, speaker)
        if not phrase.silent:
            by_anchor[phrase.anchor] = speaker
    return _voiced(scene.speakers)


def _turn(told: Told) -> tuple[int, bool, int, Anchor]:
    """Order phrases: full names first, "I" and "we" last, what stands in others' words after those words' own sources."""
    phrase = told.phrase
    full = phrase.silent and len(phrase.name) > 1
    return (0 if full else 1, phrase.pronoun in {"self", "selves"}, told.depth, phrase.anchor)


def _voiced(speakers: list[Speaker]) -> list[Speaker]:
    """Keep those who speak; who is only mentioned is nobody's candidate either."""
    voiced = [s for s in speakers if s.phrases]
    for speaker in voiced:
        speaker.phrases.sort(key=lambda p: p.anchor)
        speaker.candidates = [c for c in speaker.candidates if c.phrases]
    return voiced


def _same_place(phrase: Phrase, scene: Scene) -> Speaker | None:
    """Return whom a shorter phrase at the same place was read as; the body a spokesman speaks for is not himself."""
    here = scene.at(phrase.anchor.span.start)
    if here is None or phrase.stands_for is not None or here.phrase.silent or phrase.silent:
        return None
    body = phrase.speaks_for or here.phrase.speaks_for
    return None if body is not None and body.start == phrase.anchor.span.start else here.speaker


def _as_known_person(phrase: Phrase, scene: Scene) -> Phrase:
    """Read one word that the name marker took for a body's name as a person's, where the report names that person."""
    word = (phrase.core,)
    if phrase.form is not Form.BODY or phrase.body or " " in phrase.core or phrase.core.isupper():
        return phrase
    known = any(len(s.name) > 1 and s.kind is VoiceKind.PERSON and same_surname(word, s.name) for s in scene.speakers)
    return as_person(phrase) if known else phrase


def _add(speaker: Speaker, phrase: Phrase, rule: str, lex: Lexicon, lands: Lands) -> None:
    if phrase.silent:
        speaker.met.append(phrase)
        return
    speaker.phrases.append(phrase)
    speaker.rules.append((rule, phrase.anchor))
    speaker.land = speaker.land or land_of(phrase, lex, lands)
    speaker.land_words |= {w.lower() for w in phrase.places if lands.of(w, lex)}
    speaker.body = speaker.body or body_of(phrase, lex, lands)
    speaker.assumed_land = speaker.land or lands.meant(speaker.report, speaker.body)
    if phrase.form is Form.MEDIUM:
        speaker.medium_name = speaker.medium_name or medium_key(phrase, lex, lands)


def _is_borne_by_several(phrase: Phrase, scene: Scene) -> bool:
    full = [s for s in scene.speakers if len(s.name) > 1 and same_surname(phrase.name, s.name)]
    return len(full) > 1


def _resolve(
    phrase: Phrase, outer: list[Speaker], scene: Scene, lex: Lexicon, lands: Lands, own: tuple[Span, ...] = ()
) -> tuple[list[Speaker], str]:
    """Return the speaker a phrase means (one), those it may mean (several) or none, and the rule."""
    if phrase.form is Form.PRONOUN:
        if len(outer) > 1 and phrase.pronoun in {"self", "selves"}:
            return outer, "one of the speakers of the words around it"
        return recall(phrase, outer[0] if outer else None, scene, own)
    near = scene.near(phrase.anchor.span.start)
    if body_of(phrase, lex, lands):
        return _body(phrase, near, scene, lex, lands)
    if phrase.form is Form.MEDIUM:
        return _medium(phrase, near, lex, lands)
    if phrase.name:
        return _named(phrase, near, scene)
    return _described(phrase, scene.met_before(phrase.anchor.span.start), scene, lex, lands)


def _body(phrase: Phrase, near: list[Speaker], scene: Scene, lex: Lexicon, lands: Lands) -> tuple[list[Speaker], str]:
    """Find the body of the same sort: of the country named; else the one of this paragraph, else the main country's."""
    sort, land = body_of(phrase, lex, lands), land_of(phrase, lex, lands)
    alike = [s for s in near if s.body == sort and phrase.plural == s.plural]
    if land:
        return [s for s in alike if (s.land or s.assumed_land) == land][:1], f"the same {sort}"
    here = [s for s in alike if s in _of_paragraph(phrase, scene)]
    of_main = [s for s in alike if s.land is None or s.land == lands.meant(s.report, sort)]
    return (here or of_main)[:1], f"the same {sort}"


def _medium(phrase: Phrase, near: list[Speaker], lex: Lexicon, lands: Lands) -> tuple[list[Speaker], str]:
    """Find the medium of the same name; "the newspaper" is the last one of its sort, "state TV" its country's."""
    media = [s for s in near if s.kind is VoiceKind.MEDIUM]
    key = medium_key(phrase, lex, lands)
    if key:
        return [s for s in media if any(medium_key(p, lex, lands) == key for p in s.phrases)][:1], "the same medium"
    if not (phrase.known or phrase.state):
        return [s for s in media if _same_words(phrase, s)][:1], "the same words"
    land = land_of(phrase, lex, lands)
    fitting = [
        s
        for s in media
        if {phrase.medium, *_NAMED_ONLY} & {p.medium for p in s.phrases}
        and phrase.state == any(p.state for p in s.phrases)
        and (not phrase.state or (land or lands.meant(s.report, None)) == (s.land or s.assumed_land))
    ]
    return fitting[:1], "the last medium of its sort"


def _same_words(phrase: Phrase, other: Speaker) -> bool:
    return any(bare(phrase.core) == bare(p.core) for p in other.phrases)


def _of_paragraph(phrase: Phrase, scene: Scene) -> list[Speaker]:
    """Return who was met in the phrase's own paragraph, before it."""
    paragraph = scene.paragraph(phrase.anchor.span.start)
    return [e.speaker for e in scene.within_reach(phrase.anchor.span.start) if e.paragraph == paragraph]


def _named(phrase: Phrase, near: list[Speaker], scene: Scene) -> tuple[list[Speaker], str]:
    """Find the bearer of a name: of a surname that several bear the one of the same office, or the one who speaks here."""
    if phrase.form is Form.BODY:
        return [s for s in near if _same_words(phrase, s)][:1], "the same name"
    people = [s for s in near if s.name and same_person(phrase.name, s.name)]
    if len(phrase.name) > 1:
        full = [s for s in people if len(s.name) > 1]
        return (full or people)[:1], "the same name"
    people = [s for s in people if same_surname(phrase.name, s.name)] or people
    people = [s for s in people if not (phrase.sex and s.sex and s.sex != phrase.sex)]
    full = [s for s in people if len(s.name) > 1]
    if len(full) < 2:
        return (full or people)[:1], "the same name"
    by_office = [s for s in full if s.heads & {*phrase.office} - {"minister", "president"}]
    if len(by_office) == 1:
        return by_office, "the same surname and office"
    lately = _named_lately(phrase, full, scene)
    if lately is not None:
        return [lately], "a surname, for its bearer named just before"
    open_still = [s for s in people if len(s.name) == 1 and s.candidates]
    speaking = [s for s in full if s.phrases]
    if len(speaking) == 1 and not open_still:
        return speaking, "a surname that one who speaks here bears"
    return open_still[:1] or full, "a surname that two bear"


def _named_lately(phrase: Phrase, bearers: list[Speaker], scene: Scene) -> Speaker | None:
    """Return the bearer of a surname who alone was named or spoke just before it in its paragraph."""
    start = phrase.anchor.span.start
    paragraph, sentence = scene.paragraph(start), scene.sentence(start)
    near = [e for e in scene.within_reach(start) if e.paragraph == paragraph and sentence - e.sentence < 3]
    met = [e.speaker for e in near if any(e.speaker is b for b in bearers)]
    return met[0] if met and all(s is met[0] for s in met) else None


def _described(
    phrase: Phrase, near: list[Speaker], scene: Scene, lex: Lexicon, lands: Lands
) -> tuple[list[Speaker], str]:
    """Find whom a description means: somebody new, or the last one of that head noun."""
    if phrase.form is Form.BODY:
        return [s for s in near if _same_words(phrase, s)][:1], "the same words"
    if phrase.another or phrase.partial or (phrase.fresh and not phrase.known):
        same = [s for s in near if phrase.plural and not phrase.another and _same_words(phrase, s)]
        return same[:1], "somebody new, as the words say"
    head = _long(phrase.head, lex)
    same_head = [
        s
        for s in near
        if head in {_long(h, lex) for h in s.heads}
        and s.plural == phrase.plural
        and _lands_agree(phrase, s, lex, lands)
    ]
    if phrase.plural:
        return same_head[:1], f"the same {phrase.head}s" if same_head else "a group"
    if phrase.known and same_head:
        return same_head[:1], f"“the {phrase.head}” for the last one"
    if phrase.known and phrase.sex and phrase.head in {"man", "woman", "mann", "kvinne", "boy", "girl"}:
        here = scene.within_reach(phrase.anchor.span.start)
        fitting = [e.speaker for e in here if fits(phrase, e.speaker) and e.speaker.kind is VoiceKind.PERSON]
        return fitting[:1], f"“the {phrase.head}” for the last speaker that fits"
    if phrase.known and phrase.kind is VoiceKind.PERSON and not (phrase.roles or phrase.office):
        return _maybe(phrase, scene), "a description that may mean the one named before it"
    return [], "a description"


def _maybe(phrase: Phrase, scene: Scene) -> list[Speaker]:
    """Return twice the person who was named or spoke last, in this paragraph or the one before: a candidate, not a union."""
    here = scene.paragraph(phrase.anchor.span.start)
    for entry in scene.within_reach(phrase.anchor.span.start):
        speaker = entry.speaker
        if here - entry.paragraph > 1 or entry.phrase.quoted:
            break
        if speaker.name and speaker.kind is VoiceKind.PERSON and fits(phrase, speaker):
            return [speaker, speaker]
    return []


def _long(head: str, lex: Lexicon) -> str:
    """Return a title as a description has it: "the senator" is "Sen."."""
    return lex.maps.get("short", {}).get(head, head)


def _lands_agree(phrase: Phrase, speaker: Speaker, lex: Lexicon, lands: Lands) -> bool:
    land = land_of(phrase, lex, lands)
    return land is None or speaker.land is None or land == speaker.land
