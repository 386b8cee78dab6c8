"""The source phrases of one reading, report by report: split where joint, who-clauses brought to what they describe."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sayso.link.voices.antecedents import Marks
from sayso.link.voices.kinds import can_speak, is_empty
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.met import met_in
from sayso.link.voices.phrase import Form, Phrase, parse
from sayso.link.voices.speakers import Told
from sayso.link.voices.split import split_joint
from sayso.model.annotations import Attribution, Mode
from sayso.model.reading import Reading
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor, Span, overlaps

__all__ = ["Sources", "sources_of"]


@dataclass
class Sources:
    """Phrases by report, with the sources of the words they stand in; joint sources with their parts.

    `spoken_for` leads from a spokesman to the words inside his phrase that name whom he speaks for.
    """

    phrases: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))
    joint: dict[Anchor, tuple[Anchor, ...]] = field(default_factory=dict)
    spoken_for: dict[Anchor, Anchor] = field(default_factory=dict)


class _Around(NamedTuple):
    """In whose words a source stands: their sources, whether those are direct speech, and how deep."""

    sources: tuple[Span, ...] = ()
    direct: bool = False
    depth: int = 0


_DEEDS = "/refuse"  # the class of cues that tell a deed: "they" who refuse are not, as such, the speaker
_NOBODY = _Around()


def sources_of(
    reading: Reading, *, refused: frozenset[Anchor] = frozenset(), kept: frozenset[Anchor] = frozenset()
) -> Sources:
    """Collect and take apart the sources of a reading's attributions and of its statements' links.

    Words that name nobody who could speak are left out, and what people `refused`; what they accepted is `kept`. Whom the
    reading names elsewhere is collected as well, silent.
    """
    found = Sources()
    names = Marks(reading)
    collector = _Collector(reading, found, names, refused, kept)
    wanted, outer = _spans(reading)
    collector.wanted = frozenset(wanted)
    collector.own = _own(reading)
    collector.addressed = frozenset(wanted) - frozenset(collector.own)
    for span, report in sorted(wanted.items()):
        collector.collect(span, report, outer.get(span, _NOBODY))
    for report, phrase in met_in(reading, sorted(collector.seen), names):
        found.phrases[report].append(Told(phrase))
    return found


def _own(reading: Reading) -> dict[Span, tuple[Span, ...]]:
    """Return source span → all that it is the source of."""
    own: dict[Span, tuple[Span, ...]] = {}
    for attribution in reading.attributions:
        for span in attribution.source:
            own[span] = (*own.get(span, ()), *attribution.content)
    return own


@dataclass
class _Collector:
    """Takes the sources of one reading apart, each stretch once."""

    reading: Reading
    found: Sources
    names: Marks
    refused: frozenset[Anchor]
    kept: frozenset[Anchor]
    wanted: frozenset[Span] = frozenset()
    addressed: frozenset[Span] = frozenset()
    own: Mapping[Span, tuple[Span, ...]] = field(default_factory=dict)
    seen: set[Span] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.lexicons = {r.id: lexicon(r.language) for r in self.reading.reports}

    def collect(self, span: Span, report: str, around: _Around) -> None:
        """Take one source apart; a joint one into its parts."""
        lex = self.lexicons[report]
        parts = split_joint(span, self.reading.text, lex)
        if len(parts) > 1:
            self.found.joint[self._anchor(span)] = tuple(map(self._anchor, parts))
        outer = self._parts_of(around.sources)
        for part in parts:
            if part in self.seen:
                continue
            self.seen.add(part)
            near = around.sources[0] if around.sources and not around.direct else None
            phrase = replace(
                _phrase(part, self.reading, lex, self.names, near, self.own.get(span, ())), quoted=around.direct
            )
            if phrase.anchor in self.refused or not (phrase.anchor in self.kept or self._speaks(phrase, lex)):
                continue
            phrase = replace(phrase, addressed=span in self.addressed)
            self.found.phrases[report].append(Told(phrase, outer, around.depth, self.own.get(span, ())))
            self._spoken_for(phrase, report, around.depth, lex)

    def _spoken_for(self, phrase: Phrase, report: str, depth: int, lex: Lexicon) -> None:
        """Collect the body that a spokesman speaks for, a voice of its own."""
        span = phrase.speaks_for
        if span and span not in self.wanted and span not in self.seen:
            self.seen.add(span)
            body = _phrase(span, self.reading, lex, self.names)
            self.found.phrases[report].append(Told(body, (), depth))
        if span:
            self.found.spoken_for[phrase.anchor] = self._anchor(span)

    def _speaks(self, phrase: Phrase, lex: Lexicon) -> bool:
        return can_speak(phrase, lex) and not is_empty(phrase, self.reading.text, lex)

    def _parts_of(self, sources: tuple[Span, ...]) -> tuple[Anchor, ...]:
        anchors = (self._anchor(s) for s in sources)
        return tuple(part for a in anchors for part in self.found.joint.get(a, (a,)))

    def _anchor(self, span: Span) -> Anchor:
        return Anchor(self.reading.document, span)


def _spans(reading: Reading) -> tuple[dict[Span, str], dict[Span, _Around]]:
    """Return source span → report, and source span → in whose words it stands."""
    words = _Words(reading)
    wanted: dict[Span, str] = {}
    outer: dict[Span, _Around] = {}
    for attribution in reading.attributions:
        for span in attribution.source:
            if len(attribution.source) > 1 and _stands_for_another(span, reading):
                continue
            wanted[span] = attribution.report
            around = words.around(attribution, span)
            if around.sources and not attribution.rule.endswith(_DEEDS):
                outer[span] = around
    for statement in reading.statements:
        for link in statement.chain:
            told = (link.addressee,) if link.addressee and not _is_pronoun(link.addressee, reading) else ()
            for span in (*link.sources, *told):
                wanted.setdefault(span, statement.report)
    return wanted, outer


class _Words:
    """In whose words a source stands: by the attribution around it, else by who is quoted in the quotation around it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.by_id = {a.id: a for a in reading.attributions}
        self.quotes = sorted(q.span for q in reading.quotes)
        self.starts = [q.start for q in self.quotes]
        contents = ((c, a) for a in reading.attributions if a.source and a.mode is not Mode.INDIRECT for c in a.content)
        self.contents = sorted(contents, key=lambda item: (item[0], item[1].id))
        self.content_starts = [c.start for c, _ in self.contents]

    def around(self, attribution: Attribution, span: Span) -> _Around:
        """Return in whose words a source stands, nobody's where it stands in none."""
        parent = self.by_id.get(attribution.parent or "")
        if parent and parent.source:
            within = parent.mode is Mode.DIRECT and any(c.start <= span.start < c.end for c in parent.content)
            return _Around(parent.source, within and self._is_quoted(span, parent), self._depth(attribution))
        if lexicon(self.reading.language).pronoun(span.of(self.reading.text).lower()) in {"self", "selves"}:
            return self._quoted(span)
        return _NOBODY

    def _is_quoted(self, span: Span, parent: Attribution) -> bool:
        """Tell whether a place in direct speech stands in its quotation; where the marks are lost, all of it does."""
        if self._quote_at(span.start) is not None:
            return True
        return not any(
            self._quote_at(c.start) is not None or self._quote_at(c.end - 1) is not None for c in parent.content
        )

    def _quote_at(self, at: int) -> Span | None:
        i = bisect_right(self.starts, at) - 1
        return self.quotes[i] if i >= 0 and self.quotes[i].end > at else None

    def _depth(self, attribution: Attribution) -> int:
        depth, seen = 0, {attribution.id}
        while (parent := self.by_id.get(attribution.parent or "")) and parent.id not in seen:
            depth, attribution = depth + 1, parent
            seen.add(parent.id)
        return depth

    def _quoted(self, span: Span) -> _Around:
        """Return whose quotation a place stands in: that of the attribution whose content lies in the same quotation."""
        quote = self._quote_at(span.start)
        if quote is None:
            return _NOBODY
        low = bisect_left(self.content_starts, quote.start)
        high = bisect_left(self.content_starts, quote.end)
        told = [a for c, a in self.contents[max(0, low - 1) : high] if overlaps(c, quote) and span not in a.source]
        return _Around(told[0].source, True, 1) if told else _NOBODY


def _stands_for_another(span: Span, reading: Reading) -> bool:
    """Tell whether a part of a source is the relative pronoun of another part ("a woman | who | added")."""
    return lexicon(reading.language).pronoun(span.of(reading.text).lower()) == "relative"


def _is_pronoun(span: Span, reading: Reading) -> bool:
    """Tell whether somebody is told something who is only "us" or "him": no voice."""
    return lexicon(reading.language).pronoun(span.of(reading.text).lower()) is not None


def _phrase(
    span: Span, reading: Reading, lex: Lexicon, marks: Marks, around: Span | None = None, own: Sequence[Span] = ()
) -> Phrase:
    """Take a source apart; `around` is the source whose words it stands in, `own` what it is itself the source of."""
    anchor = Anchor(reading.document, span)
    phrase = parse(anchor, reading.text, lex, marks.hints(span))
    if phrase.form is not Form.PRONOUN or phrase.pronoun in {"self", "selves"}:
        return phrase
    if around is not None and _may_mean(phrase, parse(Anchor(reading.document, around), reading.text, lex)):
        return phrase
    before = marks.antecedent(phrase, reading.text, lex)
    if before is not None:
        return _read_as(phrase, before, reading, lex, marks) or phrase
    further = marks.further_back(phrase, reading.text, lex, own)
    return replace(phrase, fallback=_read_as(phrase, further, reading, lex, marks)) if further else phrase


def _may_mean(phrase: Phrase, speaker: Phrase) -> bool:
    """Tell whether "they" or "it" that speaks inside indirect speech can be the speaker whose words these are."""
    body = speaker.kind in {VoiceKind.BODY, VoiceKind.MEDIUM}
    several = speaker.plural or speaker.kind is VoiceKind.GROUP
    return (phrase.pronoun == "plural" and (body or several)) or (phrase.pronoun == "thing" and body)


def _read_as(phrase: Phrase, before: Span, reading: Reading, lex: Lexicon, marks: Marks) -> Phrase | None:
    """Return what a pronoun stands for, at the pronoun's own place; None when that is a pronoun again."""
    made = parse(Anchor(reading.document, before), reading.text, lex, marks.hints(before))
    if made.form is Form.PRONOUN:
        return None
    return replace(made, anchor=phrase.anchor, text=phrase.text, stands_for=before, pronoun=phrase.pronoun, fresh=False)
