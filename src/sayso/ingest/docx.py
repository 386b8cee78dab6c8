"""Word documents (.docx): paragraphs in their order, with text boxes, inserted text, footnotes and comments, which libraries drop.

Text that was deleted or moved away with changes tracked is not read as text; that there was some is said. Running heads come
first and running feet last, once each. Numbers of lists are made by the program that shows them and are not in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.ingest.decode import Doubt
from sayso.ingest.kinds import MEDIA_TYPES, Kind
from sayso.ingest.office import (
    Flow,
    Package,
    Paragraph,
    Properties,
    Walker,
    embedded_files,
    hidden_text,
    made,
    not_whole,
    read_package,
    tracked,
    with_headlines,
)  # fmt: skip
from sayso.ingest.pieces import Outcome, Piece, unreadable
from sayso.model.text import MarkKind

__all__ = ["read_docx"]

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math "
CORE = {
    "http://purl.org/dc/elements/1.1/ title": "title",
    "http://purl.org/dc/elements/1.1/ creator": "byline",
    "http://purl.org/dc/elements/1.1/ description": "description",
    "http://purl.org/dc/elements/1.1/ language": "language",
}
# How the package's list of contents calls the body, and where other parts are when it says nothing.
BODIES = (
    "wordprocessingml.document.main+xml",
    "word.document.macroEnabled.main+xml",
    "wordprocessingml.template.main+xml",
)
USUAL = {
    ".styles+xml": "word/styles.xml", ".footnotes+xml": "word/footnotes.xml", ".endnotes+xml": "word/endnotes.xml",
    ".comments+xml": "word/comments.xml", ".core-properties+xml": "docProps/core.xml",
}  # fmt: skip
STYLES = {
    "title": MarkKind.HEADLINE, "subtitle": MarkKind.STANDFIRST, "caption": MarkKind.CAPTION,
    "quote": MarkKind.BLOCK_QUOTE, "intense quote": MarkKind.BLOCK_QUOTE,
}  # fmt: skip
CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
# What holds no text of the document: changes undone, formulas of fields, the second copy of a text box for old programs.
LEFT_OUT = frozenset(
    {"del", "moveFrom", "instrText", "delInstrText", "delText", "rubyPr", "Fallback", "tabs", "pPrChange", "rPrChange"}
)
READ = LEFT_OUT | CHARACTERS.keys() | {
    "p", "pStyle", "r", "vanish", "t", "footnoteReference", "endnoteReference", "footnote", "endnote", "style", "name",
}  # fmt: skip
# Every tag that matters, by its short name; all others are passed over.
LOCAL = {f"{space}{name}": name for space in WORD for name in sorted(READ)} | {
    f"{MATH}t": "t", f"{COMPATIBLE}Fallback": "Fallback",
}  # fmt: skip


def read_docx(piece: Piece) -> Outcome:
    """Make one document of a Word file."""
    return read_package(piece, "a Word document (.docx)", _read)


def _read(piece: Piece, package: Package) -> Outcome:
    contents = _Contents()
    package.walk("[Content_Types].xml", contents)
    if contents.body() not in package.names:
        yield unreadable(piece, "named like a Word document, but there is none in it")
        return
    styles, core = _Styles(), Properties(CORE)
    package.walk(contents.one(".styles+xml"), styles)
    package.walk(contents.one(".core-properties+xml"), core)
    doubts: list[Doubt] = []
    notes: dict[str, list[Paragraph]] = {}
    for kind in ("footnote", "endnote"):
        notes |= _part(package, contents.one(f".{kind}s+xml"), styles, {}, doubts).sorted_notes(kind)
    comments = _part(package, contents.one(".comments+xml"), styles, {}, doubts)
    body = _part(package, contents.body(), styles, notes, doubts)
    heads = [_part(package, name, styles, {}, doubts) for name in contents.all(".header+xml")]
    feet = [_part(package, name, styles, {}, doubts) for name in contents.all(".footer+xml")]
    rest = [paragraph for key in sorted(notes) for paragraph in notes[key]]
    said = [Paragraph(paragraph.text, MarkKind.COMMENT) for paragraph in comments.flow.done]
    paragraphs = [*_once(heads), *with_headlines(body.flow.done), *rest, *_once(feet), *said]
    yield from made(
        piece, paragraphs, (*doubts, *_changes(body, package)), core.claimed(),
        media_type=MEDIA_TYPES[Kind.DOCX], extractor="sayso docx 1",
    )  # fmt: skip


def _part(
    package: Package, name: str, styles: _Styles, notes: dict[str, list[Paragraph]], doubts: list[Doubt]
) -> _Body:
    """Read one part; what it lacks in the package it lacks in the document."""
    body = _Body(styles, notes)
    wrong = package.walk(name, body) if name in package.names else None
    body.close()
    if wrong:
        doubts.append(not_whole(name.rpartition("/")[2], wrong))
    return body


def _once(parts: list[_Body]) -> Iterator[Paragraph]:
    """Yield the paragraphs of running heads or feet, each once: first, left and right pages often have the same."""
    seen = {paragraph.text: paragraph for part in parts for paragraph in part.flow.done}
    return iter(Paragraph(text) for text in seen)


def _changes(body: _Body, package: Package) -> Iterator[Doubt]:
    if body.deleted:
        yield tracked(body.deleted)
    if body.hidden:
        yield hidden_text()
    embedded = sum(name.startswith(("word/embeddings/", "word/afchunk")) for name in package.names)
    if embedded:
        yield embedded_files(embedded)


class _Contents(Walker):
    """The package's list: which part is what."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        if tag.endswith(" Override"):
            self._parts.append((attributes.get("ContentType", ""), attributes.get("PartName", "").lstrip("/")))

    def all(self, kind: str) -> list[str]:
        """Return the names of all parts of a kind."""
        return [name for stated, name in self._parts if stated.endswith(kind)]

    def one(self, kind: str) -> str:
        """Return the name of the part of a kind; where such a part usually is when the list names none."""
        return next(iter(self.all(kind)), USUAL[kind])

    def body(self) -> str:
        """Return the name of the body, of whatever sort of Word document it is."""
        return next((name for kind in BODIES for name in self.all(kind)), "word/document.xml")


class _Styles(Walker):
    """Which style id stands for which built-in style; names are English in every language's files, ids are not."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._id = ""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        local = LOCAL.get(tag)
        if local == "style":
            self._id = _value(attributes, "styleId")
        elif local == "name" and self._id:
            self.names[self._id] = _value(attributes, "val").lower()

    def mark(self, style: str) -> MarkKind | None:
        """Return what a paragraph of a style is; a heading of the first level is `ENTRY` until all are known."""
        name = self.names.get(style, style.lower())
        if name in {"heading 1", "heading1"}:
            return MarkKind.ENTRY
        return MarkKind.SUBHEADING if re.fullmatch(r"heading ?[2-9]", name) else STYLES.get(name)


def _value(attributes: Mapping[str, str], name: str) -> str:
    return next((attributes[space + name] for space in WORD if space + name in attributes), "")


@dataclass(slots=True)
class _Body(Walker):
    """Walks a part with paragraphs in it."""

    styles: _Styles
    notes: dict[str, list[Paragraph]]
    flow: Flow = field(default_factory=Flow)
    deleted: int = 0
    hidden: int = 0
    _out: int = 0  # how many open tags deep what is left out
    _marks: list[MarkKind | None] = field(default_factory=list)
    _reads: bool = False  # inside a tag that holds characters
    _vanishes: bool = False
    _note: str = ""
    _by_note: dict[str, int] = field(default_factory=dict)

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        local = LOCAL.get(tag)
        if self._out or local in LEFT_OUT:
            self._out += 1
            self.deleted += local == "delText"
        elif local is None:
            return
        elif local == "p":
            self.flow.begin()
            self._marks.append(None)
        elif local == "pStyle" and self._marks:
            self._marks[-1] = self.styles.mark(_value(attributes, "val"))
        elif local == "r":
            self._vanishes = False
        elif local == "vanish":
            self._vanishes = _value(attributes, "val") not in {"0", "false", "off"}
        elif local == "t":
            self._reads = not self._vanishes
            self.hidden += self._vanishes
        else:
            self._small(local, attributes)

    def _small(self, local: str, attributes: Mapping[str, str]) -> None:
        if local in CHARACTERS:
            self.flow.write(CHARACTERS[local])
        elif local in {"footnoteReference", "endnoteReference"}:
            key = f"{local.removesuffix('Reference')} {_value(attributes, 'id')}"
            self.flow.add_after(self.notes.pop(key, []))
        elif local in {"footnote", "endnote"}:
            self._by_note[_value(attributes, "id")] = len(self.flow.done)

    def end(self, tag: str, /) -> None:
        if self._out:
            self._out -= 1
            return
        local = LOCAL.get(tag)
        if local == "t":
            self._reads = False
        elif local == "p" and self._marks:
            self.flow.end(self._marks.pop())

    def words(self, text: str, /) -> None:
        if self._reads and not self._out:
            self.flow.write(text)

    def close(self) -> None:
        """End what a part that breaks off leaves open."""
        while self.flow.is_open:
            self.flow.end(self._marks.pop() if self._marks else None)

    def sorted_notes(self, kind: str) -> dict[str, list[Paragraph]]:
        """Return the paragraphs of each note by its kind and id."""
        begins = sorted(self._by_note.items(), key=lambda item: item[1])
        ends = [*(at for _, at in begins), len(self.flow.done)][1:]
        return {
            f"{kind} {key}": self.flow.done[at:end] for (key, at), end in zip(begins, ends, strict=False) if end > at
        }
