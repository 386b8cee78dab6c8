"""What is known of each box of a page before its article is chosen: how much it holds, and what it can be at all.

A role that markup claims is dropped where it cannot be: a menu that holds most of the article, a by-line of a thousand words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ingest.html.roles import ASIDE, PICTURE, Role
from sayso.ingest.html.shown import Block, Box, Shown, role_fits, words_of

__all__ = ["HEADINGS", "Survey", "is_prose"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_LINKED = 0.5  # share of its characters in links from which a block points elsewhere
_MOST = 1 / 3  # a box with a greater share of what is taken is neither menu nor comment, whatever it is called
_PARAGRAPHS = {
    Role.HEADLINE: 1,
    Role.BYLINE: 1,
    Role.DATE: 1,
    Role.CREDIT: 1,
    Role.CAPTION: 3,
    Role.STANDFIRST: 1,
}  # of prose, at most
_NO_END = 1_000_000
_ALL_LINKED, _RUN = 0.85, 3
_HEADING = 4  # words of a heading that is a link to an article, at least
_NO_POINTER = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.BYLINE, Role.CAPTION, Role.DATE, Role.STANDFIRST})
_PICTURED = frozenset({"div", "td", "p", "li", "dl", "section"})
_NO_PICTURE = frozenset(
    {*HEADINGS, Role.SUBHEADING, Role.CAPTION, Role.BLOCK_QUOTE, Role.PULL_QUOTE, Role.BYLINE, Role.STANDFIRST, "table", "pre", "ul"}
)  # fmt: skip
_LABEL_OF_PICTURE = 500  # characters of a box with a picture that are its caption, at most
_OPENING_QUOTES = '“"«„‘»'


def is_prose(block: Block) -> bool:
    """Tell a sentence or more of running text from labels and pointers."""
    if block.text.count(" ") < 5 or block.linked >= _LINKED * len(block.text):
        return False
    return block.text.rstrip("\"'”’»)")[-1:] in ".!?…:؟。"


class Survey:
    """Sums over the blocks in each box, the role each box can have, and whether it lies in a menu, comment or related box.

    Lists run parallel to `shown.boxes`: `size` and `linked` count characters, `votes` those of blocks taken for the article,
    `prose` those of running text, `paragraphs` its blocks; `first` is the first block in a box (-1: none), `end` the last box in it. `pointers` tells of each block
    whether it is one of a list of links.
    """

    def __init__(self, shown: Shown, taken: Sequence[bool]) -> None:
        self.shown, self.taken = shown, taken
        blocks = shown.blocks
        self.prosaic = [is_prose(block) for block in blocks]
        self.size = self._sum([len(block.text) for block in blocks])
        self.votes = self._sum([len(b.text) if t else 0 for b, t in zip(blocks, taken, strict=True)])
        self.prose = self._sum([len(b.text) if p else 0 for b, p in zip(blocks, self.prosaic, strict=True)])
        self.paragraphs = self._sum([int(p) for p in self.prosaic])
        self.linked = self._sum([block.linked for block in blocks])
        self.first, self.end = self._firsts(), self._ends()
        self.roles = [self._role(i, box) for i, box in enumerate(shown.boxes)]
        self._pictures()
        self.aside = self._asides()
        self.pointers = self._pointers()

    def _sum(self, values: Sequence[int]) -> list[int]:
        """Return for each box the sum of a value over all blocks in it."""
        found = [0] * len(self.shown.boxes)
        for block, value in zip(self.shown.blocks, values, strict=True):
            found[block.box] += value
        for i in range(len(found) - 1, 0, -1):  # boxes stand behind those around them
            found[self.shown.boxes[i].parent] += found[i]
        return found

    def _firsts(self) -> list[int]:
        found = [-1] * len(self.shown.boxes)
        for i in range(len(self.shown.blocks) - 1, -1, -1):
            found[self.shown.blocks[i].box] = i
        for i in range(len(found) - 1, 0, -1):
            up = self.shown.boxes[i].parent
            if found[i] >= 0 and (found[up] < 0 or found[i] < found[up]):
                found[up] = found[i]
        return found

    def _ends(self) -> list[int]:
        """Return for each box the last box that opens in it: those in between are all inside it."""
        found = list(range(len(self.shown.boxes)))
        for i in range(len(found) - 1, 0, -1):
            up = self.shown.boxes[i].parent
            found[up] = max(found[up], found[i])
        return found

    def _role(self, index: int, box: Box) -> Role | None:
        role = box.role
        if role in ASIDE and self.votes[index] > _MOST * self.votes[0]:
            return None
        if role is not None and (
            not role_fits(role, self.size[index]) or self.paragraphs[index] > _PARAGRAPHS.get(role, _NO_END)
        ):
            return None
        if role is None and box.tag == "footer" and not self._in_article(box.parent):
            return Role.FURNITURE
        return role

    def _in_article(self, index: int) -> bool:
        boxes = self.shown.boxes
        return any(boxes[i].role is Role.ARTICLE or boxes[i].tag == "blockquote" for i in self.shown.around(index))

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
            if box.tag == "aside":
                self.roles[i] = self._of_aside(i, inner[i])
            elif box.tag == "figure" or (pictured[i] and box.tag in _PICTURED and words_of(box) & PICTURE):
                labels = not inner[i] & _NO_PICTURE and self.size[i] <= _LABEL_OF_PICTURE
                self.roles[i] = Role.CAPTION if labels else None

    def _of_aside(self, index: int, inner: set[str]) -> Role | None:
        if 2 * self.linked[index] > self.size[index]:
            return Role.RELATED
        opens = self.shown.blocks[self.first[index]].text[:1]
        quoted = Role.BLOCK_QUOTE in inner or opens in _OPENING_QUOTES
        listed = inner & {"ul", "ol", "table"}
        return Role.PULL_QUOTE if quoted and not listed and role_fits(Role.PULL_QUOTE, self.size[index]) else None

    def _asides(self) -> list[Role | None]:
        """Return for each box what the outermost menu, comment or related box around it is."""
        found: list[Role | None] = []
        for i, box in enumerate(self.shown.boxes):
            outer = found[box.parent] if box.parent >= 0 else None
            role = self.roles[i]
            found.append(outer or (role if role in ASIDE else None))
        return found

    def _pointers(self) -> list[bool]:
        """Tell which blocks point elsewhere: three or more in a row that are nothing but links, or a whole heading that is one."""
        blocks = self.shown.blocks
        found = [False] * len(blocks)
        run: list[int] = []
        for i, block in enumerate(blocks):
            if block.linked >= _ALL_LINKED * len(block.text) and not self.role_around(block, _NO_POINTER, reach=3):
                run.append(i)
                continue
            found[i] = self._is_linked_heading(block)
            for at in run if len(run) >= _RUN else ():
                found[at] = True
            run = []
        for at in run if len(run) >= _RUN else ():
            found[at] = True
        return found

    def _is_linked_heading(self, block: Block) -> bool:
        tag = self.shown.boxes[block.box].tag
        words = block.text.count(" ") + 1
        return tag in HEADINGS and tag != "h1" and words >= _HEADING and block.linked >= _ALL_LINKED * len(block.text)

    def points_away(self, box: int) -> bool:
        """Tell whether the first heading in a box is nothing but a link."""
        for i in range(self.first[box], len(self.shown.blocks)):
            block = self.shown.blocks[i]
            if not box <= block.box <= self.end[box]:
                return False
            if any(self.shown.boxes[at].tag in HEADINGS for at in self.shown.around(block.box)[:3]):
                return block.linked >= _ALL_LINKED * len(block.text)
        return False

    def inside(self, regions: Sequence[int]) -> list[bool]:
        """Tell of each box whether it lies in one of the regions."""
        found: list[bool] = []
        wanted = set(regions)
        for i, box in enumerate(self.shown.boxes):
            found.append(i in wanted or (box.parent >= 0 and found[box.parent]))
        return found

    def role_around(self, block: Block, roles: frozenset[Role], *, reach: int = 4) -> bool:
        """Tell whether a box close around a block, or most of the block itself, has one of some roles."""
        near = self.shown.around(block.box)[:reach]
        marked = sum(b - a for a, b, role in block.inline if role in roles)
        return any(self.roles[i] in roles for i in near) or 2 * marked >= len(block.text)
