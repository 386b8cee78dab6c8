"""The text of an article and the marks on it: `text[mark.span]` is what the markup held, from its first letter to its last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.ingest.html.article import Article
from sayso.ingest.html.roles import ASIDE, MARKS, Role
from sayso.ingest.html.shown import Shown, role_fits
from sayso.ingest.html.survey import HEADINGS
from sayso.model.text import Mark, Span

__all__ = ["joined", "write"]

_GAP, _LINE = "\n\n", "\n"  # a blank line between blocks, so that no reader takes two of them for one broken line

Marked = tuple[Span, Role]


def write(shown: Shown, article: Article) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of the kept blocks, a blank line between, and what markup says of its stretches."""
    text, starts = joined(shown, article.kept)
    found = {*_of_blocks(shown, article, starts), *_of_boxes(shown, article, starts)}
    return text, tuple(Mark(span, MARKS[role]) for span, role in _settled(found))


def joined(shown: Shown, kept: Sequence[int]) -> tuple[str, dict[int, int]]:
    """Return the text of some blocks and where each begins; lines of one paragraph stand in lines."""
    pieces: list[str] = []
    starts: dict[int, int] = {}
    at = 0
    for n, i in enumerate(kept):
        if n:
            pieces.append(_LINE if shown.blocks[i].broken and kept[n - 1] == i - 1 else _GAP)
            at += len(pieces[-1])
        starts[i] = at
        pieces.append(shown.blocks[i].text)
        at += len(shown.blocks[i].text)
    return "".join(pieces), starts


def _of_blocks(shown: Shown, article: Article, starts: dict[int, int]) -> Iterable[Marked]:
    """Yield what inline elements mark, the headlines, and lists that only point elsewhere."""
    for i, start in starts.items():
        block = shown.blocks[i]
        for a, b, role in block.inline:
            if role in MARKS and role not in (Role.HEADLINE, *ASIDE) and role_fits(role, b - a):
                yield Span(start + a, start + b), role
    for indexes, role in ((article.heads, Role.HEADLINE), (article.pointers, Role.RELATED)):
        for run in _runs(sorted(indexes)):
            yield Span(starts[run[0]], starts[run[-1]] + len(shown.blocks[run[-1]].text)), role


def _runs(indexes: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in indexes:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _of_boxes(shown: Shown, article: Article, starts: dict[int, int]) -> Iterable[Marked]:
    """Yield what boxes mark: from the first kept block in them to the last; a heading ends where another begins in it."""
    extents: dict[int, tuple[int, int]] = {}
    for i, start in starts.items():
        end, headed = start + len(shown.blocks[i].text), False
        for box in shown.around(shown.blocks[i].box):
            role, heading = article.roles[box], shown.boxes[box].tag in HEADINGS
            if role in MARKS and not (heading and headed) and not (role is Role.HEADLINE and i not in article.heads):
                extents[box] = (extents.get(box, (start, end))[0], end)
            headed = headed or heading
    for box, (start, end) in sorted(extents.items()):
        role = article.roles[box]
        if role is not None and role_fits(role, end - start):
            yield Span(start, end), role


def _settled(found: Iterable[Marked]) -> list[Marked]:
    """Drop marks inside one of their own kind, headings that are headlines or lead elsewhere, and quotations inside pulled ones."""
    kept: list[Marked] = []
    last: dict[Role, Span] = {}
    heads = {span for span, role in found if role in (Role.HEADLINE, Role.RELATED)}
    for span, role in sorted(
        found, key=lambda item: (item[0].start, -item[0].end, item[1] is not Role.PULL_QUOTE, item[1])
    ):
        outer = last.get(role)
        pulled = last.get(Role.PULL_QUOTE) if role is Role.BLOCK_QUOTE else None
        if (
            (outer and span.end <= outer.end)
            or (pulled and span.end <= pulled.end)
            or (role is Role.SUBHEADING and span in heads)
        ):
            continue
        last[role] = span
        kept.append((span, role))
    return kept
