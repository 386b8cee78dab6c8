"""Which blocks of a page are its article, and which of its headings is the headline.

The core is the innermost box that holds most of what trafilatura takes. In the core everything shown is kept, but for the
page's own furniture; around it, what markup calls a part of an article (headline, by-line, date, caption, note). Where a
page shows several articles one after another, each is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ingest.html.roles import ASIDE, PICTURE, Role
from sayso.ingest.html.shown import Block, Box, Shown, role_fits, words_of

__all__ = ["Article", "find_article"]

_CORE = 0.75  # share of what is taken that the core holds
_MOST = 0.5  # a box with a greater share of what is taken is neither menu nor comment, whatever it is called
_PARAGRAPHS, _PROSE = 3, 400  # paragraphs and characters of prose that make an article of a box like the article's own
_LINKED = 0.5  # share of its characters in links from which a block is a pointer elsewhere
_PARTS = frozenset({Role.STANDFIRST, Role.BYLINE, Role.DATELINE, Role.DATE, Role.CAPTION, Role.CREDIT, Role.NOTE, Role.PULL_QUOTE, Role.ENTRY})  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PICTURED = frozenset({"div", "td", "p", "li", "dl", "section"})
_NO_PICTURE = frozenset(
    {
        *_HEADINGS,
        Role.SUBHEADING,
        Role.CAPTION,
        Role.BLOCK_QUOTE,
        Role.PULL_QUOTE,
        Role.BYLINE,
        Role.STANDFIRST,
        "table",
        "pre",
        "ul",
    }
)
_LABEL_OF_PICTURE = 500  # characters of a box with a picture that are its caption, at most
_TITLE = 12  # letters that a title has at least to be found among the blocks by its words alone


@dataclass(slots=True)
class Article:
    """The blocks of a page that are kept, by index, in order; `heads` are its headlines."""

    kept: list[int]
    heads: set[int]
    roles: list[Role | None]  # of each box, once what cannot be is dropped


def find_article(shown: Shown, taken: Sequence[bool], title: str | None) -> Article | None:
    """Choose the blocks of the article; None when trafilatura takes nothing that the page shows."""
    if not any(taken):
        return None
    return _Choice(shown, taken, title).made()


def is_prose(block: Block) -> bool:
    """Tell a sentence or more of running text from labels and pointers."""
    return (
        block.text.count(" ") >= 5
        and block.linked < _LINKED * len(block.text)
        and block.text.rstrip("\"'”’»)")[-1:] in ".!?…:"
    )


class _Choice:
    """What is known of a page's boxes while the article is chosen."""

    def __init__(self, shown: Shown, taken: Sequence[bool], title: str | None) -> None:
        self.shown, self.taken, self.title = shown, taken, title
        self.size = self._sum([len(block.text) for block in shown.blocks])
        self.votes = self._sum([len(b.text) if t else 0 for b, t in zip(shown.blocks, taken, strict=True)])
        self.prose = self._sum([len(block.text) if is_prose(block) else 0 for block in shown.blocks])
        self.paragraphs = self._sum([int(is_prose(block)) for block in shown.blocks])
        self.linked = self._sum([block.linked for block in shown.blocks])
        self.roles = [self._role(i, box) for i, box in enumerate(shown.boxes)]
        self._pictures()
        self.aside = self._asides()

    def _sum(self, values: Sequence[int]) -> list[int]:
        """Return for each box the sum of a value over all blocks in it."""
        found = [0] * len(self.shown.boxes)
        for block, value in zip(self.shown.blocks, values, strict=True):
            found[block.box] += value
        for i in range(len(found) - 1, 0, -1):  # boxes stand behind those around them
            found[self.shown.boxes[i].parent] += found[i]
        return found

    def _role(self, index: int, box: Box) -> Role | None:
        """Drop the roles that cannot be: a menu that holds the article, a by-line of a thousand words."""
        role = box.role
        if role in ASIDE and 2 * self.votes[index] > self.votes[0]:
            return None
        if role is not None and not role_fits(role, self.size[index]):
            return None
        if role is None and box.tag == "footer" and not self._in(index, Role.ARTICLE, "blockquote"):
            return Role.FURNITURE
        return role

    def _pictures(self) -> None:
        """Take the words of a figure without caption for its caption, and a quotation set in an aside for one pulled out."""
        boxes = self.shown.boxes
        inner: list[set[str]] = [set() for _ in boxes]
        pictured = [box.image for box in boxes]
        for i in range(len(boxes) - 1, 0, -1):
            up = boxes[i].parent
            inner[up] |= inner[i] | {self.roles[i] or boxes[i].tag}
            pictured[up] = pictured[up] or pictured[i]
        for i, box in enumerate(boxes):
            if self.roles[i] is not None or not self.size[i]:
                continue
            if box.tag == "figure" or (pictured[i] and words_of(box) & PICTURE and box.tag in _PICTURED):
                if not inner[i] & _NO_PICTURE and self.size[i] <= _LABEL_OF_PICTURE:
                    self.roles[i] = Role.CAPTION
            elif box.tag == "aside":
                self.roles[i] = self._of_aside(i, inner[i])

    def _of_aside(self, index: int, inner: set[str]) -> Role | None:
        if 2 * self.linked[index] > self.size[index]:
            return Role.RELATED
        first = next((block.text for block in self.shown.blocks if index in self.shown.around(block.box)), "")
        quoted = Role.BLOCK_QUOTE in inner or first[:1] in '“"«„‘»'
        return (
            Role.PULL_QUOTE
            if quoted and role_fits(Role.PULL_QUOTE, self.size[index]) and not inner & {"ul", "ol", "table"}
            else None
        )

    def _in(self, index: int, role: Role, tag: str) -> bool:
        boxes = self.shown.boxes
        return any(boxes[i].role is role or boxes[i].tag == tag for i in self.shown.around(boxes[index].parent))

    def _asides(self) -> list[Role | None]:
        """Return for each box what the outermost menu, comment or related box around it is."""
        found: list[Role | None] = []
        for i, box in enumerate(self.shown.boxes):
            outer = found[box.parent] if box.parent >= 0 else None
            found.append(outer or (self.roles[i] if self.roles[i] in ASIDE else None))
        return found

    def made(self) -> Article:
        core = self._core()
        regions = [core, *self._others(core)]
        inside = self._inside(regions)
        first = next((i for i, block in enumerate(self.shown.blocks) if inside[block.box]), 0)
        head = self._headline(first)
        near = self._inside([self._article_around(region) for region in regions])
        kept = []
        for i, block in enumerate(self.shown.blocks):
            if i == head or self._keeps(
                i, block, inside=inside[block.box], near=near[block.box], between=head is not None and head < i < first
            ):
                kept.append(i)
        heads = self._heads(head, regions, kept)
        self._settle(heads)
        return Article(kept, heads, self.roles)

    def _settle(self, heads: set[int]) -> None:
        """Leave no headline but those chosen, and no marks inside comments and related links but their own."""
        around = {box for i in heads for box in self.shown.around(self.shown.blocks[i].box)}
        for i, box in enumerate(self.shown.boxes):
            if self.roles[i] is Role.HEADLINE and i not in around:
                self.roles[i] = Role.SUBHEADING
            if box.parent >= 0 and self.aside[box.parent]:
                self.roles[i] = None

    def _core(self) -> int:
        """Go down from the page to the innermost box with most of what is taken."""
        children = defaultdict(list)
        for i, box in enumerate(self.shown.boxes):
            children[box.parent].append(i)
        at, wanted = 0, _CORE * self.votes[0]
        while inner := next((i for i in children[at] if self.votes[i] >= wanted), 0):
            at = inner
        return at

    def _article_around(self, box: int) -> int:
        """Return the innermost box around a box that calls itself an article, else the box."""
        for i in self.shown.around(box):
            if self.roles[i] is Role.ARTICLE or self.shown.boxes[i].tag == "main":
                return i
        return box

    def _others(self, core: int) -> list[int]:
        """Return boxes like the article's own that hold articles too, as on pages that go on with the next one."""
        own = self._article_around(core)
        like = self.shown.boxes[own]
        if self.roles[own] is not Role.ARTICLE:
            return []
        return [
            i
            for i, box in enumerate(self.shown.boxes)
            if i != own and box.tag == like.tag and box.depth == like.depth and words_of(box) == words_of(like)
            and not self.aside[i] and self.paragraphs[i] >= _PARAGRAPHS and self.prose[i] >= max(_PROSE, self.size[i] // 2)
        ]  # fmt: skip

    def _inside(self, regions: Sequence[int]) -> list[bool]:
        """Tell of each box whether it lies in one of the regions."""
        found: list[bool] = []
        wanted = set(regions)
        for i, box in enumerate(self.shown.boxes):
            found.append(i in wanted or (box.parent >= 0 and found[box.parent]))
        return found

    def _keeps(self, index: int, block: Block, *, inside: bool, near: bool, between: bool) -> bool:
        aside = self.aside[block.box]
        if aside is Role.FURNITURE:
            return False
        if inside:
            return True
        if aside:
            return False
        if self.taken[index]:
            return True
        return (near or between) and (is_prose(block) or self._is_part(block))

    def _is_part(self, block: Block) -> bool:
        return any(self.roles[i] in _PARTS for i in self.shown.around(block.box)[:4]) or any(
            role in _PARTS and b - a >= len(block.text) // 2 for a, b, role in block.inline
        )

    def _headline(self, first: int) -> int | None:
        """Return the block of the headline: a heading or a block that says what the page's title says, else the first main heading."""
        blocks, best = self.shown.blocks, None
        title = _letters(self.title or "")
        stop = next((i for i in range(first, len(blocks)) if is_prose(blocks[i]) and self.taken[i]), first)
        for i, block in enumerate(blocks[: stop + 1]):
            words = _letters(block.text)
            called = self._called(block)
            if not words or self.aside[block.box] or len(block.text) > 400:
                continue
            if title and (words == title or (called and len(words) >= _TITLE and (words in title or title in words))):
                return i
            if called and (best is None or (called > 1 and i <= stop)):
                best = i if called > 1 or best is None else best
        return best

    def _called(self, block: Block) -> int:
        """Tell how plainly markup calls a block a headline: 2 as the main one, 1 as any, 0 not."""
        roles = [self.roles[i] for i in self.shown.around(block.box)[:3]]
        tags = [self.shown.boxes[i].tag for i in self.shown.around(block.box)[:3]]
        if Role.HEADLINE in roles or "h1" in tags or any(role is Role.HEADLINE for _, _, role in block.inline):
            return 2
        return 1 if any(tag in ("h2", "h3") for tag in tags) and Role.STANDFIRST not in roles else 0

    def _heads(self, head: int | None, regions: Sequence[int], kept: Sequence[int]) -> set[int]:
        """Return the headline's block, and for each further article its first heading."""
        found = {head} if head is not None else set()
        for region in regions[1:]:
            inside = self._inside([region])
            found.update(
                [i for i in kept if inside[self.shown.blocks[i].box] and self._called(self.shown.blocks[i])][:1]
            )
        return found


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
