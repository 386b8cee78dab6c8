"""One walk through the control words, braces and characters of a rich text, in one pass and with no recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sayso.ingest import limits
from sayso.ingest.decode import REPLACEMENT, Doubt
from sayso.ingest.office import Flow, Paragraph, TooMuch, hidden_text, tracked
from sayso.ingest.rtf_words import (
    BREAKS,
    CHARACTERS,
    CLAIMS,
    CODE_PAGES,
    GROUPS,
    NOTES,
    RUNNING,
    SILENT,
    STYLES,
    SYMBOLS,
    codec_of_charset,
    known_codec,
)  # fmt: skip
from sayso.model.text import Claimed, MarkKind

__all__ = ["Rtf"]

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside one pair of braces, and in the pairs inside it."""

    flow: Flow
    role: str = ""  # the group's own: a note, the table of fonts; not that of those inside
    silent: bool = False
    claim: str = ""
    table: str = ""
    skip: int = 1  # how many characters follow a Unicode one for programs that know none
    codec: str = ""
    deleted: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Rtf:
    """One walk through a rich text."""

    flow: Flow = field(default_factory=Flow)
    comments: list[Paragraph] = field(default_factory=list)
    deleted: int = 0
    hidden: bool = False
    ends_early: bool = False
    _running: list[str] = field(default_factory=list)
    _claims: dict[str, str] = field(default_factory=dict)
    _fonts: dict[int, str] = field(default_factory=dict)
    _styles: dict[int, str] = field(default_factory=dict)
    _page: str = "cp1252"
    _font: int = 0  # the entry of the table of fonts that is being read
    _style: int = 0
    _level: MarkKind | None = None
    _bytes: bytearray = field(default_factory=bytearray)
    _units: list[int] = field(default_factory=list)
    _skip: int = 0
    _ignorable: bool = False
    _groups: list[_Group] = field(default_factory=list)

    @property
    def _now(self) -> _Group:
        return self._groups[-1]

    def run(self, data: bytes) -> None:
        """Read all; raises `TooMuch`."""
        self._groups.append(_Group(self.flow))
        at, tokens = 0, 0
        while (found := TOKEN.match(data, at)) is not None:
            at, tokens = found.end(), tokens + 1
            if tokens > limits.RTF_TOKENS:
                raise TooMuch(f"more than {limits.RTF_TOKENS:,} control words and braces")
            word, number, byte, symbol, brace, words = found.groups()
            if words is not None:
                self._raw(words)
            elif byte is not None:
                self._raw(bytes.fromhex(byte.decode("ascii")))
            elif brace is not None:
                self._brace(brace)
                if len(self._groups) == 1:
                    break  # what comes after the outermost group is not the document's
            elif word is not None:
                at += self._word(word.decode("ascii"), int(number) if number else None)
            elif symbol is not None:
                self._symbol(symbol)
        self._flush()
        self.ends_early = len(self._groups) > 1
        while len(self._groups) > 1:
            self._close()
        self._paragraph(self.flow)

    def _raw(self, words: bytes) -> None:
        skipped = min(self._skip, len(words))
        self._skip -= skipped
        rest = words[skipped:]
        if rest and not self._now.silent:
            if self._units:
                self._flush()
            self._bytes += rest

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._skip, self._ignorable = 0, False
        if brace == b"}":
            self._close()
        elif len(self._groups) > limits.RTF_DEPTH:
            raise TooMuch(f"braces inside braces, more than {limits.RTF_DEPTH:,} deep")
        else:
            self._groups.append(replace(self._now, role=""))

    def _close(self) -> None:
        if len(self._groups) < 2:
            return
        group = self._groups.pop()
        if group.table == "stylesheet" and not self._now.table:
            self._style = 0
        if group.role in NOTES | RUNNING:
            self._paragraph(group.flow)
            self._end_note(group)

    def _end_note(self, group: _Group) -> None:
        if group.role in RUNNING:
            self._running.extend(paragraph.text for paragraph in group.flow.done)
        elif group.role == "annotation":
            self.comments.extend(Paragraph(paragraph.text, MarkKind.COMMENT) for paragraph in group.flow.done)
        else:
            self._now.flow.add_after(group.flow.done)

    def _symbol(self, symbol: bytes) -> None:
        self._flush()
        if symbol == b"*":
            self._ignorable = True
        elif symbol in b"\r\n":
            self._paragraph(self._now.flow)
        elif symbol in SYMBOLS:
            self._write(SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> int:
        """Do what a control word says; return how many bytes that follow belong to it."""
        if word == "u":
            self._unicode(number or 0)
            return 0
        self._flush()
        if word == "bin":
            return max(0, number or 0)
        if word in GROUPS or word in SILENT or (self._ignorable and word not in {"shpinst", "cs", "ud"}):
            self._open(word)
        elif word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word in BREAKS:
            self._paragraph(self._now.flow)
        elif word in ACTS:
            ACTS[word](self, number)
        elif word in CODE_PAGES:
            self._page = CODE_PAGES[word]
        self._ignorable = False
        return 0

    def _open(self, word: str) -> None:
        """Give the innermost group the role that a word says."""
        group = self._now
        if word in NOTES | RUNNING and (not group.silent or word == "shptxt"):
            group = replace(group, role=word, flow=Flow(), silent=False, claim="")
        elif word == "ud":
            group = replace(group, silent=False)
        elif word in {"fonttbl", "stylesheet"}:
            group = replace(group, table=word)
        elif word in CLAIMS and group.claim == "info":
            group = replace(group, claim=CLAIMS[word])
        elif word == "info":
            group = replace(group, claim="info")
        elif word not in {"pntext", "listtext"}:
            group = replace(group, silent=True)
        self._groups[-1] = group

    def _unicode(self, number: int) -> None:
        if self._bytes:
            self._flush()
        self._units.append(number % 0x10000)
        self._skip = self._now.skip

    def _flush(self) -> None:
        """Decode what has been collected in the code page that holds here."""
        if self._units:
            units = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._units.clear()
            self._write(units.decode("utf-16-le", "replace"))
        if self._bytes:
            words = bytes(self._bytes)
            self._bytes.clear()
            self._write(words.decode(self._now.codec or self._page, "replace"))

    def _write(self, words: str) -> None:
        group = self._now
        if group.table == "stylesheet":
            self._styles[self._style] = (self._styles.get(self._style, "") + words)[:200]
        elif group.silent or group.table:
            return
        elif group.claim:
            self._claims[group.claim] = (self._claims.get(group.claim, "") + words)[:2000]
        elif group.deleted or group.hidden:
            self.deleted += group.deleted
            self.hidden = self.hidden or group.hidden
        else:
            if not group.flow.is_open:
                group.flow.begin()
            group.flow.write(words)

    def _paragraph(self, flow: Flow) -> None:
        if self._groups and (self._now.silent or self._now.claim or self._now.table):
            return
        name = self._styles.get(self._style, "").partition(";")[0].strip().lower()
        heading = re.fullmatch(r"heading ?([1-9])", name)
        mark = STYLES.get(name) or self._level
        if heading:
            mark = MarkKind.ENTRY if heading.group(1) == "1" else MarkKind.SUBHEADING
        flow.end(mark if flow is self.flow else None)

    def set(self, **changes: int | bool | str) -> None:
        """Change what holds from here to the end of the innermost group."""
        self._groups[-1] = replace(self._now, **changes)  # type: ignore[arg-type]  # the names and kinds are its fields

    def font(self, number: int | None) -> None:
        """Choose a font, or begin its entry in the table of fonts."""
        if self._now.table == "fonttbl":
            self._font = number or 0
        else:
            self.set(codec=self._fonts.get(number or 0, ""))

    def charset(self, number: int | None) -> None:
        """Say which code page a font has; 0 and 1 mean the document's own."""
        if self._now.table == "fonttbl" and codec_of_charset(number):
            self._fonts[self._font] = codec_of_charset(number)

    def code_page(self, number: int | None) -> None:
        """Say which code page the document has."""
        self._page = known_codec(f"cp{number}") or ("utf-8" if number == 65001 else self._page)

    def style(self, number: int | None) -> None:
        """Say which style the paragraph has, or begin a style's entry in their table."""
        self._style = number or 0

    def level(self, number: int | None) -> None:
        """Say how high a heading the paragraph is, if one."""
        if self._now.table != "stylesheet" and number is not None:
            self._level = MarkKind.ENTRY if number == 0 else MarkKind.SUBHEADING if number < 9 else None

    def plain_paragraph(self, _: int | None) -> None:
        """Forget what the paragraph was said to be."""
        self._style, self._level = (self._style if self._now.table else 0), None

    def running(self) -> Iterator[Paragraph]:
        """Yield running heads and feet, each once."""
        return (Paragraph(text) for text in dict.fromkeys(self._running))

    def claimed(self) -> Claimed:
        """Return what the properties claim."""
        found = {name: " ".join(value.split()) for name, value in self._claims.items() if name in CLAIMS.values()}
        return Claimed(**{name: value for name, value in found.items() if value})

    def doubts(self, paragraphs: list[Paragraph]) -> Iterator[Doubt]:
        """Yield what was assumed or left out."""
        if self.deleted:
            yield tracked(self.deleted)
        if self.hidden:
            yield hidden_text()
        if self.ends_early:
            yield Doubt("the file breaks off before its end", "what stood there is missing", "get the file anew")
        if any(REPLACEMENT in paragraph.text for paragraph in paragraphs):
            yield Doubt(
                "some characters cannot be decoded", f"each is shown as {REPLACEMENT}", "save it anew from the program that made it", at=None
            )  # fmt: skip


ACTS: dict[str, Callable[[Rtf, int | None], None]] = {
    "f": Rtf.font, "fcharset": Rtf.charset, "ansicpg": Rtf.code_page, "s": Rtf.style, "outlinelevel": Rtf.level,
    "pard": Rtf.plain_paragraph, "uc": lambda rtf, number: rtf.set(skip=max(0, min(number if number is not None else 1, 8))),
    "deleted": lambda rtf, number: rtf.set(deleted=number != 0), "v": lambda rtf, number: rtf.set(hidden=number != 0),
    "plain": lambda rtf, _: rtf.set(deleted=False, hidden=False, codec=""),
}  # fmt: skip
