"""Sentences with tokens: parsed where the language has a parser, split by rule elsewhere."""

from __future__ import annotations

import re

from sayso.model.reports import Report
from sayso.model.resources import Resources
from sayso.model.syntax import Sentence, Token
from sayso.model.text import LanguageSpan, Span, covers

__all__ = ["find_sentences"]

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_SPLIT = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-ZÆØÅÄÖÜ0-9])")


def find_sentences(
    view: str,
    paragraphs: tuple[Span, ...],
    reports: tuple[Report, ...],
    languages: tuple[LanguageSpan, ...],
    resources: Resources,
) -> tuple[Sentence, ...]:
    """Cut every report's paragraphs into sentences, parse what can be parsed, and give each its report and paragraph."""
    language_of = {item.span: item.language for item in languages}
    pieces = [
        (i, paragraph, report.id)
        for i, paragraph in enumerate(paragraphs)
        for report in reports
        if any(covers(span, paragraph) for span in report.spans)
    ]
    found: list[Sentence] = []
    for code in sorted({language_of[p] for _, p, _ in pieces}):
        mine = [piece for piece in pieces if language_of[piece[1]] == code]
        parser = resources.parsers.get(code)
        texts = [p.of(view) for _, p, _ in mine]
        parsed = parser.parse(texts) if parser else [_by_rule(text) for text in texts]
        for (index, paragraph, report_id), sentences in zip(mine, parsed, strict=True):
            found += [_placed(s, paragraph.start, code, parser is not None, index, report_id) for s in sentences]
    return tuple(sorted(found, key=lambda s: s.span))


def _placed(tokens: list[Token], shift: int, language: str, parsed: bool, paragraph: int, report: str) -> Sentence:
    moved = tuple(
        Token(t.index, t.start + shift, t.end + shift, t.text, t.lemma, t.pos, t.tag, t.dep, t.head, t.entity)
        for t in tokens
    )
    return Sentence(Span(moved[0].start, moved[-1].end), language, moved, parsed, paragraph, report)


def _by_rule(text: str) -> list[list[Token]]:
    starts = [0, *(m.end() for m in _SPLIT.finditer(text)), len(text)]
    sentences = []
    for a, b in zip(starts, starts[1:], strict=False):
        words = [m for m in _TOKEN.finditer(text, a, b)]
        if words:
            sentences.append(
                [Token(i, m.start(), m.end(), m.group(), m.group().lower(), "X", head=i) for i, m in enumerate(words)]
            )
    return sentences
