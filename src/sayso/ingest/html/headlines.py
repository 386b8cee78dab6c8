"""Which heading of a page is the article's headline: the one its title names, else the plainest above the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.ingest.html.roles import LONGEST, Role
from sayso.ingest.html.shown import words_of
from sayso.ingest.html.survey import HEADINGS, Survey

__all__ = ["find_headline", "further_headlines", "unit_of"]

_SEPARATORS = re.compile(r"\s+[|–—·»-]{1,2}\s+|:\s+")
_TITLE = 12  # letters that a heading has at least to be told by standing in the title
_MASTHEAD = frozenset({"site", "logo", "brand", "masthead"})
_PARAGRAPHS = 3  # paragraphs of prose that make an article of its own


def find_headline(survey: Survey, title: str | None, lead: int) -> list[int]:
    """Return the blocks of the headline (one, or several where it is broken into lines); `lead` is the first of the text."""
    whole = _letters(title or "")
    names = {whole, *(_letters(part) for part in _SEPARATORS.split(title or ""))} - {""}
    best, best_rank = [], (0, 0)
    for i in range(min(lead + 1, len(survey.shown.blocks))):
        unit = unit_of(survey, i)
        if unit[0] != i or survey.aside[survey.shown.blocks[i].box]:
            continue
        rank = _rank(survey, unit, whole, names)
        if rank[0] and rank >= best_rank:
            best, best_rank = unit, rank
    return best


def unit_of(survey: Survey, index: int) -> list[int]:
    """Return the blocks of the heading that a block is a line of, or the block alone."""
    box = survey.shown.blocks[index].box
    if survey.shown.boxes[box].tag not in HEADINGS or survey.size[box] > LONGEST[Role.HEADLINE]:
        return [index]
    first = survey.first[box]
    blocks = survey.shown.blocks
    return [i for i in range(first, min(first + 20, len(blocks))) if blocks[i].box == box]


def _rank(survey: Survey, unit: Sequence[int], whole: str, names: set[str]) -> tuple[int, int]:
    """Rank a heading: 4 as the title itself, 3 as part of it, 2 as a main heading, 1 as another; then by length or nearness."""
    words = _letters(" ".join(survey.shown.blocks[i].text for i in unit))
    called = _called(survey, unit[0])
    if not words or len(words) > LONGEST[Role.HEADLINE]:
        return 0, 0
    masthead = any(
        words_of(survey.shown.boxes[i]) & _MASTHEAD for i in survey.shown.around(survey.shown.blocks[unit[0]].box)[:3]
    )
    if masthead and words != whole:
        return 0, 0
    if words in names and (called or len(words) >= _TITLE):
        return 4, len(words)
    if called and whole and len(words) >= _TITLE and (words in whole or whole in words):
        return 3, len(words)
    return (2, unit[0]) if called == 2 else (1, -unit[0]) if called else (0, 0)


def _called(survey: Survey, index: int) -> int:
    """Tell how plainly markup calls a block a headline: 2 as the main one, 1 as any, 0 not."""
    block = survey.shown.blocks[index]
    near = survey.shown.around(block.box)[:3]
    tags = {survey.shown.boxes[i].tag for i in near}
    roles = {survey.roles[i] for i in near} | {role for _, _, role in block.inline}
    if "h1" in tags or Role.HEADLINE in roles:
        return 2
    return 1 if tags & {"h2", "h3"} and Role.STANDFIRST not in roles else 0


def further_headlines(survey: Survey, inside: Sequence[bool]) -> set[int]:
    """Return the headings of the articles on a page that shows several alike, one after another."""
    alike: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for i, box in enumerate(survey.shown.boxes):
        if (
            inside[i]
            and survey.roles[i] is Role.ARTICLE
            and survey.paragraphs[i] >= _PARAGRAPHS
            and not survey.aside[i]
        ):
            alike[box.depth, box.tag, " ".join(sorted(words_of(box) - _numbers(box.names)))].append(i)
    for _, members in sorted(alike.items()):
        if len(members) > 1:
            return {i for member in members for i in _heading_in(survey, member)}
    return set()


def _numbers(names: str) -> frozenset[str]:
    return frozenset(word for word in names.lower().split() if any(c.isdigit() for c in word))


def _heading_in(survey: Survey, box: int) -> list[int]:
    """Return the first heading in a box, if it stands above the box's text."""
    for i in range(survey.first[box], len(survey.shown.blocks)):
        if not box <= survey.shown.blocks[i].box <= survey.end[box]:
            return []
        if _called(survey, i):
            return unit_of(survey, i)
        if survey.prosaic[i] and survey.shown.blocks[i].text.count(" ") > 15:
            return []
    return []


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
