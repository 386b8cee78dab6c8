"""What a page shows, in the order it stands there: blocks of text, each with the boxes around it and what these say of it.

One walk over the tree, without recursion. White space is folded as browsers fold it; `<br>` ends a line, two of them a paragraph;
the cells of a table of figures stand in one line, with tabs between; items of lists keep a mark, since a list without it
cannot be told from a run of headings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sayso.ingest.html.hidden import UNSHOWN, Hiding
from sayso.ingest.html.roles import LONGEST, Role, attributes, names_of, role_of
from sayso.ingest.html.tables import is_data_table
from sayso.ingest.visible import UNSEEN

__all__ = ["Block", "Box", "Shown", "read_shown"]

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption"}
    | {"figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav"}
    | {"noframes", "ol", "p", "plaintext", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "listing"}
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
_SPANS = frozenset({"span", "time", "a", "cite", "abbr", "small"})
_SOURCES = frozenset({"footer", "cite"})
_NEAR = 4  # boxes around a name in a quotation, the quotation's own among them
_LINES = frozenset({"pre", "listing", "xmp", "plaintext"})
_CONTROL = 200  # characters that a control inside a line holds at most
_QUOTES = "“\"«„'‘‹"


@dataclass(slots=True)
class Box:
    """An element that holds blocks; `parent` is the index of the box around it (-1: none)."""

    parent: int
    tag: str
    role: Role | None
    names: str
    depth: int
    image: bool = False


@dataclass(slots=True)
class Block:
    """A paragraph's worth of shown text; `linked` counts its characters in links, `inline` says what stretches of it are.

    `broken` means that it goes on, in a line of its own, from the block before it.
    """

    box: int
    text: str
    linked: int = 0
    inline: list[tuple[int, int, Role]] = field(default_factory=list)
    broken: bool = False


@dataclass(slots=True)
class Shown:
    """The boxes of a page, in the order they open, and its blocks.

    `times` are the elements that hold a date, each with the number of the block it stands in or before.
    """

    boxes: list[Box]
    blocks: list[Block]
    hiding: Hiding
    times: list[tuple[int, Any]] = field(default_factory=list)

    def around(self, box: int) -> list[int]:
        """Return a box and those around it, the innermost first."""
        found = []
        while box >= 0:
            found.append(box)
            box = self.boxes[box].parent
        return found


def read_shown(root: Any, hiding: Hiding) -> Shown:
    """Walk over a page."""
    walk = _Walk(Shown([Box(-1, "", None, "", 0)], [], hiding))
    walk.run(root)
    return walk.shown


def _said_by(node: Any) -> tuple[str, str, str, str]:
    return attributes(node) if node.attrib else ("", "", "", "")


class _Walk:
    """The state of a walk: the box that is open, the words of the block so far, the inline elements that are open."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.box = 0
        self.pre = 0  # how many elements are open whose line ends are shown
        self.words: list[str] = []
        self.length = 0
        self.space = False  # white space stands before the next word
        self.seam = False  # the next word begins an element right behind another
        self.links = 0
        self.linked = 0
        self.open: list[tuple[int, Role]] = []  # where in the block open inline elements with a role began
        self.inline: list[tuple[int, int, Role]] = []
        self.cells = 0  # how many tables of figures are open
        self.broken = False  # the block goes on in a new line from the one before
        self.item = ""  # the mark of a list item that is about to begin
        self.numbers: list[int | None] = []

    def run(self, root: Any) -> None:
        stack: list[tuple[Any, Any, bool]] = []
        self.enter(root)
        stack.append((root, iter(root), True))
        while stack:
            node, children, is_block = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.leave(node, is_block)
                continue
            if not isinstance(child.tag, str) or child.tag in UNSHOWN or self._hidden(child) or _is_control(child):
                self.add(child.tail)
                continue
            stack.append((child, iter(child), self.enter(child)))
        self.flush()

    def _hidden(self, node: Any) -> bool:
        hiding = self.shown.hiding
        if hiding.off or not node.attrib or not hiding.hides(node):
            return False
        hiding.note(node)
        return True

    def enter(self, node: Any) -> bool:
        """Open an element; return whether it is a block."""
        tag = node.tag
        names, prop, aria, kind = _said_by(node)
        role = self._in_quotation(node, tag, role_of(tag, names, prop, aria, kind))
        if role is Role.DATE and (tag == "time" or prop or node.get("title")):
            self.shown.times.append((len(self.shown.blocks), node))
        is_block = tag in BLOCKS
        if is_block:
            self._enter_block(node, tag, role, names)
        else:
            self._enter_inline(node, tag, role)
        self.add(node.text)
        return is_block

    def _in_quotation(self, node: Any, tag: str, role: Role | None) -> Role | None:
        """Tell what names whom a quotation is from: `<footer>` or `<cite>` in it, `<figcaption>` beside it."""
        if tag == "figcaption":
            return Role.QUOTED_FROM if _is_beside_quotation(node) else role
        if role is not None or tag not in _SOURCES:
            return role
        inside = any(self.shown.boxes[i].tag == "blockquote" for i in self.shown.around(self.box)[:_NEAR])
        return Role.QUOTED_FROM if inside else None

    def _enter_block(self, node: Any, tag: str, role: Role | None, names: str) -> None:
        in_row = self.cells and tag in _CELLS
        if in_row:
            self._cell()
        elif not (self.cells and tag in {"p", "div"}):
            self.flush()
        boxes = self.shown.boxes
        if tag == "table" and is_data_table(node):
            self.cells += 1
        boxes.append(Box(self.box, tag, role, names, boxes[self.box].depth + 1))
        self.box = len(boxes) - 1
        if tag in {"ol", "ul", "menu", "dir"}:
            self.numbers.append(0 if tag == "ol" else None)
        elif tag == "li":
            mark = self._item_mark()
            begins = len(node) == 0 or bool((node.text or "").strip()) or node[0].tag not in BLOCKS
            self.item = mark if begins else ""
        self.pre += tag in _LINES

    def _item_mark(self) -> str:
        if not self.numbers or self.numbers[-1] is None:
            return "• "
        self.numbers[-1] += 1
        return f"{self.numbers[-1]}. "

    def _enter_inline(self, node: Any, tag: str, role: Role | None) -> None:
        self.links += _leads_away(node)
        if tag == "br":
            self._line_end()
        elif tag == "img":
            self.shown.boxes[self.box].image = True
        elif tag == "q" and (node.text or " ").lstrip()[:1] not in _QUOTES:
            self.add("“", glue=True)
        else:
            before = node.getprevious()
            if before is not None:  # else it begins where the element around it does
                self.seam = not before.tail and before.tag in _SPANS
        if role is Role.CREDIT and self._in_picture() and self.words and self.words[-1][-1:] not in "([/":
            self._line_end()
        if role is not None:
            self.open.append((-1, role))

    def _in_picture(self) -> bool:
        """Tell whether the words belong to a picture: there a credit is no part of the sentence that describes it."""
        boxes = [self.shown.boxes[i] for i in self.shown.around(self.box)[:3]]
        return any(box.role is Role.CAPTION or box.tag == "figure" for box in boxes)

    def leave(self, node: Any, is_block: bool) -> None:
        """Close an element and add what stands behind it."""
        tag = node.tag
        if is_block:
            self._leave_block(tag)
        else:
            self._leave_inline(node, tag)
        self.add(node.tail)

    def _leave_block(self, tag: str) -> None:
        if self.cells and tag in _CELLS:
            pass
        elif self.cells and tag in {"p", "div"}:
            self.space = True
        else:
            self.flush()
        if tag == "table" and self.cells and self.shown.boxes[self.box].tag == "table":
            self.cells = max(0, self.cells - 1)
        if tag in {"ol", "ul", "menu", "dir"} and self.numbers:
            self.numbers.pop()
        if tag == "li":
            self.item = ""
        self.pre -= tag in _LINES
        self.box = self.shown.boxes[self.box].parent

    def _leave_inline(self, node: Any, tag: str) -> None:
        self.links -= _leads_away(node)
        if tag == "q" and (node.text or " ").lstrip()[:1] not in _QUOTES:
            self.words.append("”")
            self.length += 1
        named = self._in_quotation(node, tag, role_of(tag, *_said_by(node))) is not None
        self.seam = tag == "cite" or (named and self.length > 1)
        if named and self.open:
            start, role = self.open.pop()
            if 0 <= start < self.length:
                self.inline.append((start, self.length, role))
            # A credit in front of the caption, alone in its line, ends with that line.
            if role is Role.CREDIT and start == 0 and self._in_picture() and (node.tail or "").strip()[:1].isupper():
                self._line_end()

    def add(self, text: str | None, *, glue: bool = False) -> None:
        """Add text to the block, its white space folded, its line ends kept where they are shown."""
        if self.pre and text and "\n" in text:
            for n, line in enumerate(text.split("\n")):
                if n:
                    self._line_end()
                self._fold(line, glue=False)
        elif text:
            self._fold(text, glue=glue)

    def _fold(self, text: str, *, glue: bool) -> None:
        folded = " ".join(text.split())
        if not folded:
            self.space = self.space or bool(text)
            return
        if not text.isascii():
            folded = folded.translate(UNSEEN)
        if not folded:
            return
        if not self.length and self.item:
            self._put(self.item)
            self.linked += len(self.item) if self.links else 0
            self.item = ""
        if self.length and (self.space or text[0].isspace() or self._parts(folded)) and self.words[-1][-1:] != "\t":
            self._put(" ")
        # An element begins where its first word does, not where the white space before it does.
        self.open = [(self.length if start < 0 else start, role) for start, role in self.open]
        self._put(folded)
        self.seam = False
        self.space = text[-1].isspace() and not glue
        if self.links:
            self.linked += len(folded)

    def _parts(self, words: str) -> bool:
        """Tell whether two elements that touch are set apart by the page's style alone: "Ann Brandt" and "Reporter"."""
        first = words[0]
        begins = first.isupper() or first.isdigit() or first in "·•|–—“«"
        return self.seam and begins and self.words[-1][-1:] not in "(“\"'‘/-"

    def _put(self, words: str) -> None:
        self.words.append(words)
        self.length += len(words)

    def _line_end(self) -> None:
        """End a line; a second end, with nothing between, ends the paragraph; in a table of figures it is a space."""
        if self.cells:
            self.space = True
        elif self.words:
            self.flush()
            self.broken = True
        else:
            self.broken = False

    def _cell(self) -> None:
        """Part a cell from the one before it in its row."""
        if self.words:
            self._put("\t")
        self.space = False

    def flush(self) -> None:
        """End the block."""
        text = "".join(self.words)
        kept = text.rstrip("\n\t ")
        if kept:
            inline = [*self.inline, *((start, len(kept), role) for start, role in self.open if 0 <= start < len(kept))]
            inline = [(a, min(b, len(kept)), role) for a, b, role in inline if a < len(kept)]
            self.shown.blocks.append(Block(self.box, kept, self.linked, inline, self.broken))
            self.item = ""
        self.broken = False
        self.words, self.length, self.linked, self.inline = [], 0, 0, []
        self.open = [(-1, role) for _, role in self.open]
        self.space = False


def _is_beside_quotation(caption: Any) -> bool:
    """Tell the line under a quotation set as a figure from the caption of a picture."""
    beside = caption.getprevious()
    return beside is not None and beside.tag == "blockquote"


def _leads_away(node: Any) -> bool:
    """Tell a link to another page from a name and from a link inside the page."""
    return node.tag == "a" and not (node.get("href") or "#").startswith("#")


def _is_control(node: Any) -> bool:
    """Tell a button or the like inside a line: "Share", "Play video", "Close"."""
    if node.tag in BLOCKS or role_of(node.tag, *_said_by(node)) is not Role.FURNITURE:
        return False
    size = 0
    for text in node.itertext():
        size += len(text)
        if size > _CONTROL:
            return False
    return True


def role_fits(role: Role, size: int) -> bool:
    """Tell whether a text of so many characters can be what its markup calls it."""
    return size <= LONGEST.get(role, size)


def words_of(box: Box) -> frozenset[str]:
    """Return the words of a box's class and id."""
    return names_of(box.names)
