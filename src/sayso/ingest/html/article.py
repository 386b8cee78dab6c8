"""Which blocks of a page are its article.

The core is the innermost box that holds most of what trafilatura takes. In the core everything shown is kept, but for the
page's own furniture; around it, what markup calls a part of an article (headline, by-line, date, caption, note) and the
sentences that stand right above and below. Where a page shows several articles one after another, each is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ingest.html.headlines import find_headline, further_headlines
from sayso.ingest.html.roles import Role
from sayso.ingest.html.shown import Shown, words_of
from sayso.ingest.html.survey import Survey, is_prose

__all__ = ["Article", "find_article", "whole"]

_CORE = 0.75  # share of what is taken that the core holds
_PARAGRAPHS, _PROSE = 3, 400  # paragraphs and characters of prose that make an article of a box
_REPLY = 40  # characters of prose that make a reply of a box beside the article's own
_OWN = 1.5  # how many times the core's prose an article's box may hold and still be the article's alone
_ABOVE = frozenset({Role.STANDFIRST, Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.DATE, Role.DATELINE, Role.PULL_QUOTE})
_PARTS = _ABOVE | {Role.NOTE, Role.ENTRY}
_CREDITS, _CREDIT = 12, 150  # blocks between headline and text, and their characters, that may name author and day
_TRAIL = 8  # blocks below the core that may still be the article's notes


@dataclass(frozen=True, slots=True)
class Article:
    """The blocks of a page that are kept, by index, in order; `heads` are those of its headlines, `lead` the first of its text.

    `roles` are those of the page's boxes, once what cannot be is dropped; `pointers` the kept blocks that only point elsewhere.
    """

    kept: tuple[int, ...]
    heads: frozenset[int]
    lead: int
    roles: tuple[Role | None, ...]
    pointers: frozenset[int]


def find_article(shown: Shown, taken: Sequence[bool], title: str | None) -> Article | None:
    """Choose the blocks of the article; where trafilatura takes nothing, running text decides; None when there is none."""
    if any(taken):
        return _choose(Survey(shown, taken), title)
    survey = Survey(shown, [is_prose(block) for block in shown.blocks])
    taken = [p and not survey.aside[b.box] for p, b in zip(survey.prosaic, shown.blocks, strict=True)]
    size = sum(len(block.text) for block, t in zip(shown.blocks, taken, strict=True) if t)
    return _choose(Survey(shown, taken), title, alone=True) if sum(taken) >= _PARAGRAPHS and size >= _PROSE else None


def whole(shown: Shown) -> Article:
    """Keep every block, as of a fragment that holds nothing but an article."""
    survey = Survey(shown, [True] * len(shown.blocks))
    none: frozenset[int] = frozenset()
    return Article(tuple(range(len(shown.blocks))), none, 0, tuple(_settled(survey, none)), none)


def _choose(survey: Survey, title: str | None, *, alone: bool = False) -> Article:
    """Choose; `alone` means that running text alone decided, so that none is kept away from the article's box."""
    blocks = survey.shown.blocks
    core = _core(survey)
    own = _article_around(survey, core)
    regions = [core, *_others(survey, own)]
    inside, near = survey.inside(regions), survey.inside([own])
    first = next(i for i, block in enumerate(blocks) if inside[block.box])
    last = next(i for i in range(len(blocks) - 1, -1, -1) if inside[blocks[i].box])
    lead = next((i for i in range(first, last + 1) if survey.taken[i] and _is_running(survey, i)), first)
    head = find_headline(survey, title, lead)
    trail = _trail(survey, last, near)
    kept = []
    for i, block in enumerate(blocks):
        aside = survey.aside[block.box]
        if (
            i in head
            or (inside[block.box] and aside is not Role.FURNITURE)
            or (survey.taken[i] and not (aside or alone or survey.pointers[i]))
        ):
            kept.append(i)
        elif not aside and (near[block.box] or (head and head[0] < i < first)):
            part = survey.role_around(block, _PARTS)
            below_head = bool(head) and head[0] < i < last
            credit = bool(head) and max(head[0], first - _CREDITS) < i < first and len(block.text) <= _CREDIT
            if part or credit or (survey.prosaic[i] and (below_head or i in trail)):
                kept.append(i)
    heads = frozenset(head) | further_headlines(survey, survey.inside([*regions, own]))
    pointers = frozenset(i for i in kept if survey.pointers[i] and not survey.aside[blocks[i].box] and i not in heads)
    return Article(tuple(kept), heads & set(kept), lead, tuple(_settled(survey, heads)), pointers)


def _is_running(survey: Survey, index: int) -> bool:
    """Tell running text from a standfirst, a caption or a by-line."""
    return survey.prosaic[index] and not survey.role_around(survey.shown.blocks[index], _ABOVE)


def _core(survey: Survey) -> int:
    """Go down from the page to the innermost box with most of what is taken."""
    children = defaultdict(list)
    for i, box in enumerate(survey.shown.boxes):
        children[box.parent].append(i)
    at, wanted = 0, _CORE * survey.votes[0]
    while inner := next((i for i in children[at] if survey.votes[i] >= wanted), 0):
        at = inner
    return at


def _article_around(survey: Survey, core: int) -> int:
    """Return the outermost box around the core that calls itself an article and holds little text besides, else the core."""
    most = max(_OWN * survey.prose[core], survey.prose[core] + _PROSE)
    found = core
    for i in survey.shown.around(core):
        if survey.prose[i] > most:
            break
        if survey.roles[i] is Role.ARTICLE or survey.shown.boxes[i].tag == "main":
            found = i
    return found


def _others(survey: Survey, own: int) -> list[int]:
    """Return boxes like the article's own that hold text of their own: the next article of a page that goes on, replies in a forum.

    A box whose heading is a link only points to an article.
    """
    like = survey.shown.boxes[own]
    if survey.roles[own] is not Role.ARTICLE:
        return []
    names, found = words_of(like), []
    for i, box in enumerate(survey.shown.boxes):
        if i == own or box.tag != like.tag or box.depth != like.depth or words_of(box) != names or survey.aside[i]:
            continue
        whole = survey.paragraphs[i] >= _PARAGRAPHS and survey.prose[i] >= max(_PROSE, survey.size[i] // 2)
        reply = box.parent == like.parent and survey.prose[i] >= _REPLY and not survey.points_away(i)
        if whole or reply:
            found.append(i)
    return found


def _trail(survey: Survey, last: int, near: Sequence[bool]) -> range:
    """Return the blocks right below the core that may be its notes: those before a heading or another box of the page."""
    end = last + 1
    while end < min(len(survey.shown.blocks), last + 1 + _TRAIL):
        box = survey.shown.blocks[end].box
        if not near[box] or survey.aside[box] or survey.roles[box] is Role.SUBHEADING:
            break
        end += 1
    return range(last + 1, end)


def _settled(survey: Survey, heads: frozenset[int]) -> list[Role | None]:
    """Leave no headline but those chosen, and in comments and related links no marks but their own."""
    around = {box for i in heads for box in survey.shown.around(survey.shown.blocks[i].box)}
    roles = list(survey.roles)
    for i, box in enumerate(survey.shown.boxes):
        if roles[i] is Role.HEADLINE and i not in around:
            roles[i] = Role.SUBHEADING
        if box.parent >= 0 and survey.aside[box.parent]:
            roles[i] = None
    return roles
