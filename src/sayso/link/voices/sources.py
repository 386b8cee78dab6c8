"""The source phrases of one reading, report by report: split where joint, who-clauses brought to what they describe."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from sayso.link.voices.antecedents import Marks
from sayso.link.voices.kinds import can_speak
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.phrase import Form, Phrase, parse
from sayso.link.voices.split import split_joint
from sayso.model.annotations import Mode
from sayso.model.reading import Reading
from sayso.model.reconstruction import VoiceKind
from sayso.model.text import Anchor, Span

__all__ = ["Sources", "sources_of"]


@dataclass
class Sources:
    """Phrases by report, each with the anchor of the source whose words it stands in; joint sources with their parts.

    `spoken_for` leads from a spokesman to the words inside his phrase that name whom he speaks for.
    """

    phrases: dict[str, list[tuple[Phrase, Anchor | None]]] = field(default_factory=lambda: defaultdict(list))
    joint: dict[Anchor, tuple[Anchor, ...]] = field(default_factory=dict)
    spoken_for: dict[Anchor, Anchor] = field(default_factory=dict)


_DEEDS = "/refuse"  # the class of cues that tell a deed: "they" who refuse are not, as such, the speaker


def sources_of(
    reading: Reading, *, refused: frozenset[Anchor] = frozenset(), kept: frozenset[Anchor] = frozenset()
) -> Sources:
    """Collect and take apart the sources of a reading's attributions and of its statements' links.

    Words that name nobody who could speak are left out, and what people `refused`; what they accepted is `kept`.
    """
    found = Sources()
    wanted, outer = _spans(reading)
    names = Marks(reading)
    language = {r.id: lexicon(r.language) for r in reading.reports}
    seen: set[Span] = set()
    for span, report in sorted(wanted.items()):
        lex = language[report]
        parts = split_joint(span, reading.text, lex)
        if len(parts) > 1:
            found.joint[Anchor(reading.document, span)] = tuple(Anchor(reading.document, p) for p in parts)
        for part in parts:
            if part not in seen:
                seen.add(part)
                around, quoted = outer.get(span, (None, False))
                phrase = replace(_phrase(part, reading, lex, names, None if quoted else around), quoted=quoted)
                if phrase.anchor in refused or not (phrase.anchor in kept or can_speak(phrase, lex)):
                    continue
                found.phrases[report].append((phrase, Anchor(reading.document, around) if around else None))
                if phrase.speaks_for and phrase.speaks_for not in wanted and phrase.speaks_for not in seen:
                    seen.add(phrase.speaks_for)
                    body = _phrase(phrase.speaks_for, reading, lex, names)
                    found.phrases[report].append((body, None))
                    found.spoken_for[phrase.anchor] = body.anchor
    return found


def _spans(reading: Reading) -> tuple[dict[Span, str], dict[Span, tuple[Span, bool]]]:
    """Return source span → report, and source span → the source of the attribution it stands in (and whether that is direct speech)."""
    by_id = {a.id: a for a in reading.attributions}
    wanted: dict[Span, str] = {}
    outer: dict[Span, tuple[Span, bool]] = {}
    for attribution in reading.attributions:
        parent = by_id.get(attribution.parent or "")
        for span in attribution.source:
            if len(attribution.source) > 1 and _stands_for_another(span, reading):
                continue
            wanted[span] = attribution.report
            if parent and parent.source and not attribution.rule.endswith(_DEEDS):
                within = any(c.start <= span.start < c.end for c in parent.content)
                outer[span] = (parent.source[0], within and parent.mode is Mode.DIRECT)
    for statement in reading.statements:
        for link in statement.chain:
            told = (link.addressee,) if link.addressee and not _is_pronoun(link.addressee, reading) else ()
            for span in (*link.sources, *told):
                wanted.setdefault(span, statement.report)
    return wanted, outer


def _stands_for_another(span: Span, reading: Reading) -> bool:
    """Tell whether a part of a source is the relative pronoun of another part ("a woman | who | added")."""
    return lexicon(reading.language).pronoun(span.of(reading.text).lower()) == "relative"


def _is_pronoun(span: Span, reading: Reading) -> bool:
    """Tell whether somebody is told something who is only "us" or "him": no voice."""
    return lexicon(reading.language).pronoun(span.of(reading.text).lower()) is not None


def _phrase(span: Span, reading: Reading, lex: Lexicon, marks: Marks, around: Span | None = None) -> Phrase:
    anchor = Anchor(reading.document, span)
    phrase = parse(anchor, reading.text, lex, marks.hints(span))
    if phrase.form is not Form.PRONOUN or phrase.pronoun in {"self", "selves"}:
        return phrase
    if around is not None and _may_mean(phrase, parse(Anchor(reading.document, around), reading.text, lex)):
        return phrase
    before = marks.antecedent(phrase, reading.text, lex)
    if before is not None:
        return _read_as(phrase, before, reading, lex, marks) or phrase
    further = marks.further_back(phrase, reading.text, lex)
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
