"""What office documents share: a ZIP package of XML parts, read as a stream of tags, and the flow of paragraphs they make.

A part is unfolded and parsed 64 kB at a time, so that neither a part packed a thousand times nor one of five million empty
tags fills memory; no tree is built. A part with a document type of its own (where entities are defined) is refused: office
programs write none. Macros, links and embedded programs are never looked at.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from sayso.ingest import limits
from sayso.ingest.archives import DAMAGED
from sayso.ingest.decode import Doubt, clean, replace_surrogates
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, problem_of, unreadable
from sayso.model.text import Claimed, Mark, MarkKind, Span

__all__ = [
    "Flow", "Package", "Paragraph", "Properties", "TooMuch", "Walker", "embedded_files", "hidden_text", "made", "not_whole", "read_package",
    "tracked", "with_headlines",
]  # fmt: skip

CHUNK = 64 * 1024
PACKS = 60  # times; XML of office programs packs ten to twenty times
DEPTH = 50  # a note in a text box in a cell of a table in a note is four deep
TAG = 1024 * 1024  # bytes; the parser begins a tag anew with each chunk, so that a tag without end costs its square
PROPERTY = 2000  # characters of a property that are kept
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")


class TooMuch(Exception):  # noqa: N818  it ends a document, it is not an error
    """A document passes a limit; the words say which."""


class Walker:
    """Is told of the tags and the characters of a part, in order; tags and attributes as `namespace local`."""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        """Take note that a tag opens."""

    def end(self, tag: str, /) -> None:
        """Take note that a tag closes."""

    def words(self, text: str, /) -> None:
        """Take note of characters between tags."""


class Properties(Walker):
    """The document's properties; `fields` says which tag is which field of `Claimed`.

    The days of making and saving are no days of publication and no field takes them.
    """

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._fields = fields
        self._found: dict[str, str] = {}
        self._field = ""

    def start(self, tag: str, _attributes: Mapping[str, str], /) -> None:
        """Begin a property, if it is one."""
        self._field = self._fields.get(tag, "")

    def end(self, _tag: str, /) -> None:
        """End it."""
        self._field = ""

    def words(self, text: str, /) -> None:
        """Take its words; a page of them is enough."""
        if self._field:
            self._found[self._field] = (self._found.get(self._field, "") + text)[:PROPERTY]

    def claimed(self) -> Claimed:
        """Return what they claim."""
        return Claimed(**{name: " ".join(value.split()) for name, value in self._found.items() if value.strip()})


@dataclass(frozen=True, slots=True)
class Package:
    """An office document taken apart: its parts by name."""

    archive: zipfile.ZipFile
    names: frozenset[str]

    def walk(self, name: str, walker: Walker) -> str | None:
        """Tell `walker` of a part; return what is wrong with it, None when it was read whole. Raises `TooMuch`."""
        if name not in self.names:
            return "it is missing"
        try:
            info = self.archive.getinfo(name)
            if info.flag_bits & 1:
                return "it is locked with a password"
            with self.archive.open(info) as stream:
                return walk_xml(stream, walker, most=_most(info.compress_size))
        except DAMAGED as error:
            return f"it is damaged ({error})"


def _most(packed: int) -> int:
    """Return how far a part may unfold: its kind of text packs about ten times, at most some hundred."""
    return min(limits.PART_BYTES, max(limits.ARCHIVE_RATIO_FLOOR, PACKS * packed))


def read_package(piece: Piece, what: str, read: Callable[[Piece, Package], Outcome]) -> Outcome:
    """Open an office file and let `read` make a document of it; a limit that is passed on the way becomes a problem."""
    package = open_package(piece, what)
    if not isinstance(package, Package):
        yield from package
        return
    try:
        with package.archive:
            yield from read(piece, package)
    except TooMuch as limit:
        yield problem_of(piece, str(limit), "not read; the original is kept", "save its text as .txt and add that")


def open_package(piece: Piece, called: str) -> Package | Outcome:
    """Open an office document, or return the problem; `called` is what it should be, as people say it."""
    if piece.data.startswith(OLD_OFFICE):
        what = (
            "locked with a password" if LOCKED in piece.data else "an office document of before 2007 under a new name"
        )
        return _refused(piece, what, f"open it in an office program and save it as {called} without password")
    if not piece.data.startswith(b"PK"):
        return iter([unreadable(piece, f"named like {called}, but it is something else")])
    try:
        archive = zipfile.ZipFile(io.BytesIO(piece.data))
        names = archive.namelist()
    except DAMAGED as error:
        return _refused(piece, f"damaged: {error}", "get the file anew")
    if len(names) > limits.ARCHIVE_MEMBERS:
        return _refused(piece, f"more than {limits.ARCHIVE_MEMBERS:,} parts", "save it as text and add that")
    return Package(archive, frozenset(names))


def _refused(piece: Piece, what: str, way_out: str) -> Outcome:
    return iter([problem_of(piece, what, "not read; the original is kept", way_out)])


def walk_xml(stream: IO[bytes], walker: Walker, *, most: int) -> str | None:
    """Parse XML from a stream and tell `walker`; return what is wrong with it, None when it was read to its end.

    Raises `TooMuch` when it is longer than `most` bytes.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.words
    parser.StartDoctypeDeclHandler = _refuse_document_type
    size = 0
    try:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > most:
                raise TooMuch(f"one of its parts unfolds to more than {limits.mb(most)}")
            parser.Parse(chunk, False)
            if size - max(parser.CurrentByteIndex, 0) > TAG:
                raise TooMuch(f"one of its tags is longer than {limits.mb(TAG)}")
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        return f"it breaks off in line {error.lineno} ({expat.ErrorString(error.code)})"
    except (LookupError, ValueError) as error:  # an encoding that is not known, or is none of bytes to characters
        return f"its encoding cannot be read ({error})"
    return None


def _refuse_document_type(*_: object) -> None:
    raise TooMuch("one of its parts defines entities, which no office program writes and attacks do")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and what the document's own styles say it is."""

    text: str
    mark: MarkKind | None = None


@dataclass(slots=True)
class _Open:
    words: list[str] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)


class Flow:
    """Paragraphs as they end; what stands inside another (a text box, a note) comes right after it."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._open: list[_Open] = []
        self._size = 0

    @property
    def is_open(self) -> bool:
        """Whether a paragraph is open."""
        return bool(self._open)

    def begin(self) -> None:
        """Open a paragraph, inside another if one is open. Raises `TooMuch`."""
        if len(self._open) >= DEPTH:
            raise TooMuch(f"paragraphs inside paragraphs, more than {DEPTH} deep")
        self._open.append(_Open())

    def write(self, words: str) -> None:
        """Add to the open paragraph; what stands in none is only there to make the file pretty. Raises `TooMuch`."""
        if self._open:
            self._size += len(words)
            if self._size > limits.DOCUMENT_BYTES:
                raise TooMuch(f"its text is longer than {limits.mb(limits.DOCUMENT_BYTES)}")
            self._open[-1].words.append(words)

    def add_after(self, paragraphs: list[Paragraph]) -> None:
        """Let paragraphs follow the open one."""
        (self._open[-1].after if self._open else self.done).extend(paragraphs)

    def end(self, mark: MarkKind | None = None) -> None:
        """Close the open paragraph; an empty one leaves no trace but what follows it."""
        if not self._open:
            return
        ended = self._open.pop()
        text = "".join(ended.words).strip()
        self.add_after([*([Paragraph(text, mark)] if text else []), *ended.after])


def made(
    piece: Piece,
    paragraphs: list[Paragraph],
    doubts: tuple[Doubt, ...],
    claimed: Claimed,
    *,
    media_type: str,
    extractor: str,
) -> Outcome:
    """Make the document of paragraphs, an empty line between two."""  # fmt: skip
    texts = [replace_surrogates(clean(paragraph.text))[0] for paragraph in paragraphs]
    marks: list[Mark] = []
    at = 0
    for paragraph, text in zip(paragraphs, texts, strict=True):
        if paragraph.mark is not None:
            marks.append(Mark(Span(at, at + len(text)), paragraph.mark))
        at += len(text) + 2
    if texts:
        yield document_of(piece, "\n\n".join(texts), doubts, media_type=media_type, extractor=extractor, claimed=claimed, marks=tuple(marks))  # fmt: skip
    elif doubts:
        yield problem_of(piece, doubts[0].what, "no text was found in it", doubts[0].way_out)
    else:
        yield missing_text(piece)


def with_headlines(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Settle what headings of the first level are, which readers give as `ENTRY`: headlines where nothing is styled as a title."""
    found = list(paragraphs)
    titled = any(paragraph.mark is MarkKind.HEADLINE for paragraph in found)
    first = MarkKind.SUBHEADING if titled else MarkKind.HEADLINE
    return [Paragraph(p.text, first) if p.mark is MarkKind.ENTRY else p for p in found]


def tracked(deleted: int) -> Doubt:
    """Make the doubt of a document with changes tracked in it."""
    return Doubt(
        f"changes are tracked in it: {deleted} deleted passages",
        "what was deleted is not read as text, what was inserted is",
        "accept or reject the changes in an office program if the older wording matters",
    )


def hidden_text() -> Doubt:
    """Make the doubt of a document with text that is not shown."""
    return Doubt("some of its text is hidden", "hidden text is not read", "unhide it in an office program")


def embedded_files(count: int) -> Doubt:
    """Make the doubt of a document with other files in it."""
    return Doubt(f"files are embedded in it: {count}", "they were not read", "save them by themselves and add them")


def not_whole(part: str, what: str) -> Doubt:
    """Make the doubt of a part that could not be read to its end."""
    return Doubt(f"{part} of the document could not be read whole: {what}", "what stood there after that is missing", "open it in an office program and save it anew")  # fmt: skip
