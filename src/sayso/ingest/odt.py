"""OpenDocument texts (.odt): paragraphs in their order, with text boxes, footnotes and comments.

What was deleted with changes tracked is kept by the program apart from the text and is not read; that there was some is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.ingest.decode import Doubt
from sayso.ingest.kinds import MEDIA_TYPES, Kind
from sayso.ingest.office import (
    Flow,
    Package,
    Paragraph,
    Properties,
    Walker,
    embedded_files,
    made,
    not_whole,
    read_package,
    tracked,
    with_headlines,
)  # fmt: skip
from sayso.ingest.pieces import Outcome, Piece, problem_of, unreadable
from sayso.model.text import MarkKind

__all__ = ["read_odt"]

# The ends of the name spaces, which is what tells the tags apart.
SPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text", "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest", "http://purl.org/dc/elements/1.1/": "dc",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
}  # fmt: skip
STYLES = {
    "Title": MarkKind.HEADLINE, "Subtitle": MarkKind.STANDFIRST, "Quotations": MarkKind.BLOCK_QUOTE, "Caption": MarkKind.CAPTION,
    "Illustration": MarkKind.CAPTION, "Figure": MarkKind.CAPTION,
}  # fmt: skip
# What is no text of the document: passages deleted, marks of notes, alternative texts of pictures, who made a comment.
LEFT_OUT = frozenset(
    {
        "text:tracked-changes",
        "text:note-citation",
        "text:ruby-text",
        "text:hidden-text",
        "office:forms",
        "svg:title",
        "svg:desc",
    }
    | {"dc:creator", "dc:date", "meta:creator-initials", "office:scripts"}
)
CLAIMS = {
    "http://purl.org/dc/elements/1.1/ title": "title", "http://purl.org/dc/elements/1.1/ description": "description",
    "http://purl.org/dc/elements/1.1/ language": "language",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0 initial-creator": "byline",
}  # fmt: skip
RUNNING = frozenset({f"style:{place}{page}" for place in ("header", "footer") for page in ("", "-left", "-first")})
SPACE = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 80  # a number of spaces is written as a number, which anyone can make a billion


def read_odt(piece: Piece) -> Outcome:
    """Make one document of an OpenDocument text."""
    return read_package(piece, "an OpenDocument text (.odt)", _read)


def _read(piece: Piece, package: Package) -> Outcome:
    if "content.xml" not in package.names:
        yield unreadable(piece, "named like an OpenDocument text, but there is none in it")
        return
    manifest, meta, styles, body = _Manifest(), Properties(CLAIMS), _Body(running=True), _Body()
    if "META-INF/manifest.xml" in package.names:
        package.walk("META-INF/manifest.xml", manifest)
    if manifest.locked:
        yield problem_of(piece, "locked with a password", "not read; the original is kept", "save it without password")
        return
    if "meta.xml" in package.names:
        package.walk("meta.xml", meta)
    if "styles.xml" in package.names:
        package.walk("styles.xml", styles)
    styles.close()
    body.parents = styles.parents
    wrong = package.walk("content.xml", body)
    body.close()
    doubts = [not_whole("content.xml", wrong)] if wrong else []
    running = [Paragraph(text) for text in dict.fromkeys(paragraph.text for paragraph in styles.flow.done)]
    paragraphs = [*running, *with_headlines(body.flow.done), *body.comments]
    yield from made(piece, paragraphs, (*doubts, *_changes(body, package)), meta.claimed(), media_type=MEDIA_TYPES[Kind.ODT], extractor="sayso odt 1")  # fmt: skip


def _changes(body: _Body, package: Package) -> Iterator[Doubt]:
    if body.deleted:
        yield tracked(body.deleted)
    embedded = sum(re.fullmatch(r"Object [^/]+/content\.xml", name) is not None for name in package.names)
    if embedded:
        yield embedded_files(embedded)


@lru_cache(maxsize=2048)
def _name(tag: str) -> str:
    """Return a tag or attribute by its usual prefix, so that a file's own prefixes do not matter."""
    space, _, local = tag.rpartition(" ")
    return f"{SPACES.get(space, '')}:{local}"


def _named(attributes: Mapping[str, str]) -> dict[str, str]:
    return {_name(key): value for key, value in attributes.items()}


class _Manifest(Walker):
    """Tells whether any part is encrypted."""

    locked = False

    def start(self, tag: str, _attributes: Mapping[str, str], /) -> None:
        self.locked = self.locked or _name(tag) == "manifest:encryption-data"


@dataclass(slots=True)
class _Body(Walker):
    """Walks a part with paragraphs in it; with `running`, only the heads and feet that a page style defines."""

    running: bool = False
    parents: dict[str, str] = field(default_factory=dict)
    flow: Flow = field(default_factory=Flow)
    comments: list[Paragraph] = field(default_factory=list)
    deleted: int = 0
    _out: int = 0  # how many open tags deep what is left out
    _within: int = 0  # how many open heads and feet deep
    _comment: int = 0
    _flows: list[Flow] = field(default_factory=list)
    _marks: list[MarkKind | None] = field(default_factory=list)

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        name = _name(tag)
        if self._out or name in LEFT_OUT:
            self._out += 1
            self.deleted += name == "text:deletion"
        elif name in {
            "style:header",
            "style:footer",
            "style:header-left",
            "style:footer-left",
            "style:header-first",
            "style:footer-first",
        }:
            self._within += 1
        elif name == "style:style":
            given = _named(attributes)
            self.parents[given.get("style:name", "")] = given.get("style:parent-style-name", "")
        elif name == "office:annotation":
            self._flows.append(self.flow)
            self.flow = Flow()
        elif self.running and not self._within:
            return
        elif name in {"text:p", "text:h"}:
            self.flow.begin()
            self._marks.append(self._mark(name, _named(attributes)))
        else:
            self._small(name, attributes)

    def _small(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "text:s":
            count = _named(attributes).get("text:c", "1")
            self.flow.write(" " * (min(int(count), MOST_SPACES) if re.fullmatch(r"[0-9]{1,9}", count) else 1))
        elif name == "text:tab":
            self.flow.write("\t")
        elif name == "text:line-break":
            self.flow.write("\n")

    def _mark(self, name: str, attributes: Mapping[str, str]) -> MarkKind | None:
        """Return what a paragraph is; a heading of the first level is `ENTRY` until all are known."""
        style = attributes.get("text:style-name", "")
        for _ in range(8):  # an automatic style has a parent, which may have one
            if style in STYLES or style not in self.parents:
                break
            style = self.parents[style]
        if style in STYLES:
            return STYLES[style]
        if name != "text:h":
            return None
        return MarkKind.ENTRY if attributes.get("text:outline-level", "1") == "1" else MarkKind.SUBHEADING

    def end(self, tag: str, /) -> None:
        if self._out:
            self._out -= 1
            return
        name = _name(tag)
        if name in {"text:p", "text:h"} and self._marks and self.flow.is_open:
            self.flow.end(self._marks.pop())
        elif name == "office:annotation" and self._flows:
            self.comments.extend(Paragraph(p.text, MarkKind.COMMENT) for p in self.flow.done)
            self.flow = self._flows.pop()
        elif name in RUNNING:
            self._within -= 1

    def words(self, text: str, /) -> None:
        if not self._out:
            self.flow.write(SPACE.sub(" ", text))

    def close(self) -> None:
        """End what a part that breaks off leaves open."""
        for flow in (self.flow, *reversed(self._flows)):
            while flow.is_open:
                flow.end(self._marks.pop() if self._marks else None)
        self.flow = self._flows[0] if self._flows else self.flow
