"""Sentences with tokens: parsed where the language has a parser, split by rule elsewhere.

A sentence never crosses a paragraph or a report. Datelines are cut off before parsing: they are no part of what is said.
Offsets are the document's; line ends inside a paragraph are read as spaces.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.lang.packs import Pack
from sayso.model.reports import PartKind, Report
from sayso.model.resources import Resources
from sayso.model.syntax import Sentence, Token
from sayso.model.text import LanguageSpan, Span
from sayso.segment.repair import give_back_subjects
from sayso.segment.seams import mend
from sayso.segment.splitting import Splitter, splitter_of

__all__ = ["find_sentences"]

_Piece = tuple[int, Span, str]  # the number of a paragraph, a stretch of it, the report it belongs to
_CUT = (PartKind.DATELINE, PartKind.HEADLINE)
_MARKS = frozenset("“”\"‘’'«»„")
_PARSED_AT_ONCE = 5_000  # characters given to a parser as one text; a longer paragraph is cut at sentence ends first


def find_sentences(
    view: str,
    paragraphs: tuple[Span, ...],
    reports: tuple[Report, ...],
    languages: tuple[LanguageSpan, ...],
    resources: Resources,
) -> tuple[Sentence, ...]:
    """Cut every report's paragraphs into sentences, parse what can be parsed, and give each its report and paragraph."""
    pieces: dict[str, list[_Piece]] = {}
    for code, piece in _by_language(view, paragraphs, _pieces(view, paragraphs, reports), languages):
        pieces.setdefault(code, []).append(piece)
    found = [sentence for code in sorted(pieces) for sentence in _read(view, pieces[code], code, resources)]
    return tuple(sorted(found, key=lambda sentence: sentence.span))


def _by_language(
    view: str, paragraphs: Sequence[Span], pieces: Sequence[_Piece], languages: Sequence[LanguageSpan]
) -> Iterable[tuple[str, _Piece]]:
    """Give each piece its language; whole sentences in another one are cut out. Speech stays with who says it."""
    known = set(paragraphs)
    outer = {item.span: item.language for item in languages}
    inner = [item for item in languages if item.span not in known and view[item.span.start] not in _MARKS]
    starts = [item.span.start for item in inner]
    for number, span, owner in pieces:
        place = span.start
        for item in inner[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if view[place : item.span.start].strip():
                yield outer.get(paragraphs[number], "und"), (number, _trimmed(view, place, item.span.start), owner)
            yield item.language, (number, item.span, owner)
            place = item.span.end
        if view[place : span.end].strip():
            yield outer.get(paragraphs[number], "und"), (number, _trimmed(view, place, span.end), owner)


def _trimmed(view: str, start: int, end: int) -> Span:
    words = view[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _pieces(view: str, paragraphs: Sequence[Span], reports: Sequence[Report]) -> list[_Piece]:
    """Return each report's paragraphs with their numbers, datelines cut out and headlines cut off.

    Paragraphs and reports go side by side once.
    """
    owners = sorted((span, report.id) for report in reports for span in report.spans)
    parts = sorted((part.span, part.kind) for report in reports for part in report.parts if part.kind in _CUT)
    starts = [span.start for span, _ in parts]
    pieces: list[_Piece] = []
    place = 0
    for number, paragraph in enumerate(paragraphs):
        while place < len(owners) and owners[place][0].end <= paragraph.start:
            place += 1
        if place == len(owners) or owners[place][0].start > paragraph.start:
            continue
        inside = parts[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        pieces += [(number, span, owners[place][1]) for span in _between(view, paragraph, inside)]
    return pieces


def _between(view: str, paragraph: Span, parts: Sequence[tuple[Span, PartKind]]) -> Iterable[Span]:
    """Yield what datelines and headlines leave of a paragraph, and the headlines."""
    bounds = sorted({paragraph.start, paragraph.end, *(at for span, _ in parts for at in (span.start, span.end))})
    dropped = {span.start for span, kind in parts if kind is PartKind.DATELINE}
    for start, end in pairwise(at for at in bounds if at <= paragraph.end):
        first = start
        while first < end and not view[first].isalnum() and view[first] not in "“\"‘'([«":
            first += 1
        if start not in dropped and first < end and view[first:end].strip():
            yield _trimmed(view, first, end)


def _read(view: str, pieces: Sequence[_Piece], code: str, resources: Resources) -> Iterable[Sentence]:
    """Read all paragraphs in one language, in one call of its parser if it has one."""
    parser, splitter = resources.parsers.get(code), splitter_of(resources.packs.get(code))
    sayings = _sayings(resources.packs.get(code))
    stretches = [(n, part, owner) for n, span, owner in pieces for part in _stretches(view, span, splitter)]
    texts = [span.of(view).replace("\n", " ") for _, span, _ in stretches]
    parsed = parser.parse(texts) if parser else [splitter.read(text) for text in texts]
    for (number, span, owner), text, sentences in zip(stretches, texts, parsed, strict=True):
        for tokens in mend(text, sentences, splitter):
            sentence = _placed(tokens, span.start, code, parser is not None, number, owner)
            yield give_back_subjects(sentence, sayings) if parser else sentence


def _sayings(pack: Pack | None) -> frozenset[str]:
    """Return the verbs after which something said may follow without "that"."""
    verbs = pack.table("cues").get("verbs", {}) if pack else {}
    return frozenset(
        word for name in ("say", "claim", "confirm", "believe", "perceive") for word in verbs.get(name, ())
    )


def _stretches(view: str, span: Span, splitter: Splitter) -> list[Span]:
    """Cut an overlong paragraph at sentence ends, or at a space where there are none, so that no parser is overrun."""
    if len(span) <= _PARSED_AT_ONCE:
        return [span]
    cuts, start = [span.start], span.start
    ends = [span.start + end for end in splitter.starts(span.of(view))]
    for end in [*ends, span.end]:
        while end - start > _PARSED_AT_ONCE:
            space = view.rfind(" ", start + 1, start + _PARSED_AT_ONCE)
            start = space + 1 if space > start else start + _PARSED_AT_ONCE
            cuts.append(start)
        if end - start > _PARSED_AT_ONCE // 2 and end < span.end:
            start = end
            cuts.append(end)
    bounds = sorted({*cuts, span.end})
    return [Span(a, b) for a, b in pairwise(bounds) if view[a:b].strip()]


def _placed(tokens: Sequence[Token], shift: int, language: str, parsed: bool, paragraph: int, report: str) -> Sentence:
    moved = tuple(
        Token(t.index, t.start + shift, t.end + shift, t.text, t.lemma, t.pos, t.tag, t.dep, t.head, t.entity)
        for t in tokens
    )
    return Sentence(Span(moved[0].start, moved[-1].end), language, moved, parsed, paragraph, report)
