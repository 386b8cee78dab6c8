"""Speakers: the voices of one report, found in the order of the text.

Rules, each named in the reason it leaves: a name again, a title for the last full name, a pronoun for the last speaker
that fits, "the resident" for the last resident, "another man" and "one resident" for somebody new. What fits two equally
stays open with both as candidates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.link.voices.countries import bare, body_of, land_of, medium_key
from sayso.link.voices.lands import Lands
from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.names import same_person
from sayso.link.voices.phrase import Form, Phrase
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor

__all__ = ["Speaker", "gather"]

_NAMED_ONLY = ("outlet",)  # media known by a name that does not tell their sort
_LINE_END = re.compile("\n")
REACH = 6  # paragraphs a pronoun or "the man" looks back


@dataclass
class Speaker:
    """One voice of one report while it is being gathered; `phrases` in text order, `last` the paragraph it spoke in last."""

    report: str
    phrases: list[Phrase] = field(default_factory=list)
    land: str | None = None
    assumed_land: str | None = None
    body: str | None = None
    last: int = 0
    rules: list[tuple[str, Anchor]] = field(default_factory=list)
    candidates: list[Speaker] = field(default_factory=list)
    speaks_for: Speaker | None = None
    sentence: str = ""
    medium_name: str = ""
    language: str = "und"
    land_words: frozenset[str] = frozenset()

    @property
    def first(self) -> Phrase:
        """The phrase that brought the speaker in."""
        return self.phrases[0]

    @property
    def name(self) -> tuple[str, ...]:
        """The fullest name given in the report."""
        return max((p.name for p in self.phrases), key=len, default=())

    @property
    def office(self) -> tuple[str, ...]:
        """The fullest title given in the report."""
        return max((p.office for p in self.phrases), key=len, default=())

    @property
    def kind(self) -> VoiceKind:
        """The kind that the first telling phrase gives."""
        told = [p.kind for p in self.phrases if p.form is not Form.PRONOUN and p.kind is not VoiceKind.UNKNOWN]
        return told[0] if told else VoiceKind.UNKNOWN

    @property
    def plural(self) -> bool:
        """Whether the speaker is several people."""
        return any(p.plural for p in self.phrases if p.form is not Form.PRONOUN) and not self.name

    @property
    def sex(self) -> str | None:
        """The sex told by a noun, a title or a pronoun."""
        return next((p.sex for p in self.phrases if p.sex), None)

    @property
    def heads(self) -> frozenset[str]:
        """Every head noun and office word the speaker was described with."""
        return frozenset(h for p in self.phrases if p.form is not Form.PRONOUN for h in (p.head, *p.office) if h)


def gather(
    report: str, phrases: Sequence[tuple[Phrase, Anchor | None]], text: str, lex: Lexicon, lands: Lands
) -> list[Speaker]:
    """Bring the source phrases of one report together; each comes with the source of the attribution it stands in, if any."""
    lines = [m.start() for m in _LINE_END.finditer(text)]
    speakers: list[Speaker] = []
    by_anchor: dict[Anchor, Speaker] = {}
    by_start: dict[int, Speaker] = {}
    for told, outer in sorted(phrases, key=lambda item: item[0].anchor):
        phrase = told
        paragraph = bisect_right(lines, phrase.anchor.span.start)
        found, rule = _resolve(phrase, by_anchor.get(outer) if outer else None, speakers, paragraph, lex, lands)
        same = by_start.get(phrase.anchor.span.start)
        if same is not None and phrase.stands_for is None:
            found, rule = [same], "the same words, once with what describes them"
        if phrase.fallback and (not found or _nearer(phrase, found, lines)):
            phrase = phrase.fallback
            found, rule = _resolve(phrase, None, speakers, paragraph, lex, lands)
        if len(found) == 1:
            speaker = found[0]
        else:
            speaker = Speaker(report, candidates=found, language=lex.language)
            speakers.append(speaker)
        _add(speaker, phrase, paragraph, rule, lex, lands)
        by_anchor[phrase.anchor] = speaker
        by_start[phrase.anchor.span.start] = speaker
    return speakers


def _nearer(phrase: Phrase, found: list[Speaker], lines: list[int]) -> bool:
    """Tell whether the words a pronoun falls back on stand in its own paragraph, and the speaker found in an earlier one."""
    here = bisect_right(lines, phrase.anchor.span.start)
    words = phrase.fallback.stands_for if phrase.fallback else None
    if phrase.pronoun not in {"male", "female"} or words is None or any(s.last == here for s in found):
        return False
    return bisect_right(lines, words.start) == here and bool(phrase.fallback and phrase.fallback.name)


def _add(speaker: Speaker, phrase: Phrase, paragraph: int, rule: str, lex: Lexicon, lands: Lands) -> None:
    speaker.phrases.append(phrase)
    speaker.last = paragraph
    speaker.rules.append((rule, phrase.anchor))
    speaker.land = speaker.land or land_of(phrase, lex, lands)
    speaker.land_words |= {w.lower() for w in phrase.places if lands.of(w, lex)}
    speaker.body = speaker.body or body_of(phrase, lex, lands)
    speaker.assumed_land = speaker.land or lands.meant(speaker.report, speaker.body)
    if phrase.form is Form.MEDIUM:
        speaker.medium_name = speaker.medium_name or medium_key(phrase, lex, lands)


def _resolve(
    phrase: Phrase,
    outer: Speaker | None,
    speakers: list[Speaker],
    paragraph: int,
    lex: Lexicon,
    lands: Lands,
) -> tuple[list[Speaker], str]:
    """Return the speaker a phrase means (one), those it may mean (several) or none, and the rule."""
    near = sorted(speakers, key=lambda s: s.phrases[-1].anchor, reverse=True)
    if phrase.form is Form.PRONOUN:
        return _pronoun(phrase, outer, near, paragraph)
    if body_of(phrase, lex, lands):
        return _body(phrase, near, paragraph, lex, lands)
    if phrase.form is Form.MEDIUM:
        return _medium(phrase, near, lex, lands)
    if phrase.name:
        return _named(phrase, near)
    return _described(phrase, near, paragraph, lex, lands)


def _pronoun(phrase: Phrase, outer: Speaker | None, near: list[Speaker], paragraph: int) -> tuple[list[Speaker], str]:
    if phrase.pronoun in {"self", "selves"} and outer:
        return [outer], "the speaker of the words around it"
    if outer and not phrase.quoted and phrase.pronoun != "relative" and _fits(phrase, outer):
        return [outer], "the speaker that the words are told of"
    if phrase.quoted and phrase.pronoun == "plural":
        return [], "“they” in somebody's quoted words"
    fitting = [s for s in near if s is not outer and _fits(phrase, s) and paragraph - s.last <= REACH]
    here = [s for s in fitting if s.last == paragraph]
    rule = f"“{phrase.core.lower()}” for the last speaker that fits"
    return (here or fitting)[:1], rule if fitting else "a pronoun without a speaker before it"


def _fits(phrase: Phrase, speaker: Speaker) -> bool:
    """Tell whether a pronoun can stand for a speaker, by number, sex and kind."""
    several = speaker.plural or speaker.kind is VoiceKind.GROUP
    body = speaker.kind in {VoiceKind.BODY, VoiceKind.MEDIUM}
    if phrase.pronoun in {"plural", "selves"}:
        return several or body
    if phrase.pronoun == "thing":
        return body
    if phrase.pronoun == "relative":
        return True
    alone = speaker.kind is VoiceKind.PERSON or bool(speaker.name)
    return alone and not several and not body and (speaker.sex in {None, phrase.sex} or phrase.sex is None)


def _body(phrase: Phrase, near: list[Speaker], paragraph: int, lex: Lexicon, lands: Lands) -> tuple[list[Speaker], str]:
    """Find the body of the same sort: of the country named; else the one of this paragraph, else the main country's."""
    sort, land = body_of(phrase, lex, lands), land_of(phrase, lex, lands)
    alike = [s for s in near if s.body == sort and phrase.plural == s.plural]
    if land:
        return [s for s in alike if (s.land or s.assumed_land) == land][:1], f"the same {sort}"
    here = [s for s in alike if s.last == paragraph]
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


def _named(phrase: Phrase, near: list[Speaker]) -> tuple[list[Speaker], str]:
    if phrase.form is Form.BODY:
        found = [s for s in near if _same_words(phrase, s)]
        return found[:1], "the same name"
    people = [s for s in near if s.name and same_person(phrase.name, s.name)]
    exact = [s for s in people if len(s.name) > 1 or len(phrase.name) > 1]
    if len(people) < 2 or len(phrase.name) > 1:
        return (exact or people)[:1], "the same name"
    by_office = [s for s in people if s.heads & {*phrase.office} - {"minister", "president"}]
    if len(by_office) == 1:
        return by_office, "the same surname and office"
    return people, "a surname that two bear"


def _described(
    phrase: Phrase, near: list[Speaker], paragraph: int, lex: Lexicon, lands: Lands
) -> tuple[list[Speaker], str]:
    """Find whom a description means: somebody new, or the last one of that head noun."""
    if phrase.form is Form.BODY:
        found = [s for s in near if _same_words(phrase, s)]
        return found[:1], "the same words"
    if phrase.another or (phrase.fresh and not phrase.known):
        same = [s for s in near if phrase.plural and not phrase.another and _same_words(phrase, s)]
        return same[:1], "somebody new, as the words say"
    same_head = [
        s for s in near if phrase.head in s.heads and s.plural == phrase.plural and _lands_agree(phrase, s, lex, lands)
    ]
    if phrase.plural:
        return same_head[:1], f"the same {phrase.head}s" if same_head else "a group"
    if phrase.known and same_head:
        return same_head[:1], f"“the {phrase.head}” for the last one"
    if phrase.known and phrase.sex and phrase.head in {"man", "woman", "mann", "kvinne", "boy", "girl"}:
        fitting = [s for s in near if _fits(phrase, s) and s.kind is VoiceKind.PERSON and paragraph - s.last <= REACH]
        return fitting[:1], f"“the {phrase.head}” for the last speaker that fits"
    return [], "a description"


def _lands_agree(phrase: Phrase, speaker: Speaker, lex: Lexicon, lands: Lands) -> bool:
    land = land_of(phrase, lex, lands)
    return land is None or speaker.land is None or land == speaker.land
