"""The text of an article and the marks on it: `text[mark.span]` is what the markup held, from its first letter to its last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.ingest.html.article import Article
from sayso.ingest.html.roles import MARKS, Role
from sayso.ingest.html.shown import Shown, role_fits
from sayso.model.text import Mark, Span

__all__ = ["write"]

_GAP = "\n\n"  # between blocks, so that no reader takes two of them for one broken line


def write(shown: Shown, article: Article) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of the kept blocks, a blank line between, and what markup says of its stretches."""
    starts, at = {}, 0
    for i in article.kept:
        starts[i] = at
        at += len(shown.blocks[i].text) + len(_GAP)
    text = _GAP.join(shown.blocks[i].text for i in article.kept)
    return text, _marks(shown, article, starts)


def _marks(shown: Shown, article: Article, starts: dict[int, int]) -> tuple[Mark, ...]:
    found: set[tuple[Span, Role]] = set()
    extents: dict[int, tuple[int, int]] = {}
    for i in article.kept:
        block, start = shown.blocks[i], starts[i]
        end = start + len(block.text)
        for box in shown.around(block.box):
            if article.roles[box] in MARKS:
                extents[box] = (extents.get(box, (start, end))[0], end)
        found.update(
            (Span(start + a, start + b), role)
            for a, b, role in block.inline
            if role in MARKS and role is not Role.HEADLINE and role_fits(role, b - a)
        )
        if i in article.heads:
            found.add((Span(start, end), Role.HEADLINE))
    for box, (start, end) in extents.items():
        role = article.roles[box]
        if role is not None:
            found.add((Span(start, end), role))
    return tuple(Mark(span, MARKS[role]) for span, role in _settled(found))


def _settled(found: Iterable[tuple[Span, Role]]) -> Sequence[tuple[Span, Role]]:
    """Drop marks inside one of their own kind, headings that are headlines, and headlines that are none."""
    kept: list[tuple[Span, Role]] = []
    last: dict[Role, Span] = {}
    heads = {span for span, role in found if role is Role.HEADLINE}
    for span, role in sorted(found, key=lambda item: (item[0].start, -item[0].end, item[1])):
        outer = last.get(role)
        if outer is not None and span.end <= outer.end:
            continue
        if role is Role.SUBHEADING and span in heads:
            continue
        if role is Role.BLOCK_QUOTE and (pull := last.get(Role.PULL_QUOTE)) and span.end <= pull.end:
            continue
        last[role] = span
        kept.append((span, role))
    return kept
