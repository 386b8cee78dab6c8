"""The source phrases of one reading, report by report: split where joint, who-clauses brought to what they describe."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.phrase import Form, Phrase, parse
from sayso.link.voices.split import split_joint
from sayso.model.annotations import Mention, MentionType
from sayso.model.reading import Reading
from sayso.model.text import Anchor, Span, covers

__all__ = ["Sources", "sources_of"]

_BEFORE = re.compile(
    r"(?:(?:a|an|the|one|another|some|many|several|en|et|den|de|noen)\s+)?(?:[\w'’-]+\s+){0,3}[\w'’-]+\s*,?\s*$",
    re.IGNORECASE,
)


@dataclass
class Sources:
    """Phrases by report, each with the anchor of the source whose words it stands in; joint sources with their parts.

    `spoken_for` leads from a spokesman to the words inside his phrase that name whom he speaks for.
    """

    phrases: dict[str, list[tuple[Phrase, Anchor | None]]] = field(default_factory=lambda: defaultdict(list))
    joint: dict[Anchor, tuple[Anchor, ...]] = field(default_factory=dict)
    spoken_for: dict[Anchor, Anchor] = field(default_factory=dict)


def sources_of(reading: Reading) -> Sources:
    """Collect and take apart the sources of a reading's attributions and of its statements' links."""
    found = Sources()
    wanted, outer = _spans(reading)
    names = _NameMarks(reading.mentions)
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
                around = outer.get(span)
                phrase = _phrase(part, reading, lex, names)
                found.phrases[report].append((phrase, Anchor(reading.document, around) if around else None))
                if phrase.speaks_for and phrase.speaks_for not in wanted and phrase.speaks_for not in seen:
                    seen.add(phrase.speaks_for)
                    body = _phrase(phrase.speaks_for, reading, lex, names)
                    found.phrases[report].append((body, None))
                    found.spoken_for[phrase.anchor] = body.anchor
    return found


def _spans(reading: Reading) -> tuple[dict[Span, str], dict[Span, Span]]:
    """Return source span → report, and source span → the source of the attribution it stands in."""
    by_id = {a.id: a for a in reading.attributions}
    wanted: dict[Span, str] = {}
    outer: dict[Span, Span] = {}
    for attribution in reading.attributions:
        parent = by_id.get(attribution.parent or "")
        for span in attribution.source:
            wanted[span] = attribution.report
            if parent and parent.source:
                outer[span] = parent.source[0]
    for statement in reading.statements:
        for link in statement.chain:
            for span in (*link.sources, *((link.addressee,) if link.addressee else ())):
                wanted.setdefault(span, statement.report)
    return wanted, outer


class _NameMarks:
    """A reading's marks of names, found by place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        kept = (MentionType.PERSON, MentionType.ORG, MentionType.GROUP)
        self._marks = sorted((m for m in mentions if m.type in kept), key=lambda m: m.span)
        self._starts = [m.span.start for m in self._marks]
        self._ends = sorted((m.span.end, i) for i, m in enumerate(self._marks))

    def inside(self, span: Span) -> list[Mention]:
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return [m for m in self._marks[low:high] if covers(span, m.span)]

    def before(self, at: int) -> Mention | None:
        """Return the mark that ends just before a place, a comma and a space allowed."""
        i = bisect_right(self._ends, (at, len(self._marks)))
        if not i or self._ends[i - 1][0] < at - 3:
            return None
        return self._marks[self._ends[i - 1][1]]


def _phrase(span: Span, reading: Reading, lex: Lexicon, names: _NameMarks) -> Phrase:
    anchor = Anchor(reading.document, span)
    marks = {m.type for m in names.inside(span)}
    phrase = parse(anchor, reading.text, lex, person=MentionType.PERSON in marks, org=MentionType.ORG in marks)
    if phrase.form is Form.PRONOUN and phrase.pronoun == "relative":
        return _described(phrase, reading, lex, names)
    return phrase


def _described(phrase: Phrase, reading: Reading, lex: Lexicon, names: _NameMarks) -> Phrase:
    """Return what a "who" stands for: the words just before it, with the place of the "who" itself."""
    at = phrase.anchor.span.start
    mark = names.before(at)
    if mark is None:
        line = reading.text.rfind("\n", max(0, at - 80), at) + 1 or max(0, at - 80)
        found = _BEFORE.search(reading.text[line:at])
        if not found:
            return phrase
        span = Span(line + found.start(), line + len(found.group().rstrip(" ,")) + found.start())
    else:
        span = mark.span
    made = parse(
        Anchor(reading.document, span), reading.text, lex, person=mark is not None and mark.type is MentionType.PERSON
    )
    return replace(made, anchor=phrase.anchor, text=phrase.text)
