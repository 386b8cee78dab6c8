"""Letters (.eml): the body as text, what the headers claim, and each attachment read by its own kind.

A reply quoted in a letter stays part of its text, with its marks. Text is preferred to HTML, unless the text is but a
stub. What lies in the letter is read in memory and counts against one budget; nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from email.message import Message
from email.utils import parsedate_tz
from typing import IO

from sayso.ingest import limits
from sayso.ingest.archives import largest
from sayso.ingest.decode import REPLACEMENT, Doubt
from sayso.ingest.html import read_fragment
from sayso.ingest.kinds import MEDIA_TYPES, Kind, disguise, kind_of
from sayso.ingest.mime import RAISED, children, file_name, header, kind_of_part, parameter, parse, payload, text_of
from sayso.ingest.pieces import Budget, Outcome, Piece, document_of, missing_text, problem_of, unreadable
from sayso.ingest.visible import visible_text
from sayso.ingest.walk import ReadPiece
from sayso.model.text import Claimed, Mark, Span

__all__ = ["read_mail"]

KEPT = "not read; it is kept inside the letter"
STUB = 0.25  # a text part with fewer words than this share of the HTML beside it only says to look at that
STUB_WORDS = 60  # below this many words of HTML both say the same in few words
DISPLAY = re.compile(r'^\s*"?([^"<>]*?)"?\s*<([^<>]*)>')
COMMENT = re.compile(r"^\s*(\S+@\S+)\s*\(([^()]*)\)\s*$")
QUOTED = re.compile(r"(?:>[ ]?)*")
# A letter's own wrapping and what a program puts into it for itself: nothing a person wrote.
SILENT = re.compile(
    r"application/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-encrypted|pgp-keys)|message/(?:delivery-status|disposition)"
)
LOCKED = re.compile(r"multipart/encrypted|application/(?:x-)?pkcs7-mime")
FIRST_YEAR = 1975  # a clock never set gives 1970


def read_mail(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of one letter in a file and of what is attached to it."""
    data = source.read(limits.PAPER_BYTES + 1)
    what = disguise(data[:64])
    if what:
        yield unreadable(piece, f"named like a letter, but it is {what}")
    elif len(data) > limits.PAPER_BYTES:
        yield problem_of(piece, f"longer than {limits.mb(limits.PAPER_BYTES)}", "not read; the original is kept", "save the attachments by themselves and add those")  # fmt: skip
    else:
        yield from _whole(replace(piece, budget=piece.budget or Budget()), _unwrapped(data), read_piece)


def _unwrapped(data: bytes) -> bytes:
    """Undo what mail programs put around a letter in a file: Apple's count of bytes, the line of a mailbox."""
    first, _, rest = data.partition(b"\n")
    if first.strip().isdigit():
        return rest[: int(first.strip()[:12])]
    return rest if first.startswith((b"From ", b">From ")) else data


def _whole(piece: Piece, data: bytes, read_piece: ReadPiece) -> Outcome:
    message = parse(data)
    if isinstance(message, str):
        yield problem_of(piece, message, "not read; the original is kept", "save the letter as text and add that")
        return
    yield from _letter(piece, message, read_piece)


@dataclass(slots=True)
class _Contents:
    """What a letter holds: the parts that make its body, and everything else."""

    body: list[Message] = field(default_factory=list)
    others: list[Message] = field(default_factory=list)
    locked: bool = False


def _letter(piece: Piece, message: Message, read_piece: ReadPiece) -> Outcome:
    contents = _Contents()
    _sort(message, contents)
    text, doubts, marks = _body(contents.body)
    if contents.locked:
        yield problem_of(piece, "encrypted for its addressee", KEPT, "decrypt it in your mail program and save that")
    elif len(text.encode("utf-8", "replace")) > limits.DOCUMENT_BYTES:
        what = f"its text is longer than {limits.mb(limits.DOCUMENT_BYTES)}"
        yield problem_of(piece, what, "its text was not read", "split it and add the parts")
    elif text.strip():
        if not any(header(message, name) for name in ("from", "date", "subject")):
            doubts = (*doubts, _no_headers())
        yield document_of(piece, text, doubts, media_type="message/rfc822", extractor="sayso mail 2", claimed=_claimed(message), marks=marks)  # fmt: skip
    elif not contents.others:
        yield missing_text(piece)
    yield from _attachments(piece, contents.others, read_piece)


def _no_headers() -> Doubt:
    return Doubt(
        "no header says who wrote this letter, to whom or when", "it is read as text", "get the letter anew, or be wary"
    )


def _sort(part: Message, contents: _Contents) -> None:
    """Walk a letter's parts in order, without recursion: how deep they lie is up to who sent it."""
    todo = [part]
    while todo:
        part = todo.pop()
        kind = kind_of_part(part)
        inside = children(part)
        if LOCKED.match(kind) and parameter(part, "smime-type") != "signed-data":
            contents.locked = True
        elif kind == "multipart/alternative" and inside:
            todo.extend(reversed(_chosen(inside)))
        elif kind == "multipart/signed" and inside:
            todo.append(inside[0])
        elif kind.startswith("multipart/") and inside:
            todo.extend(reversed(inside))
        elif kind.startswith("multipart/") or (
            kind in {"text/plain", "text/html", "text/enriched"} and not _is_attached(part)
        ):
            contents.body.append(part)  # parts whose boundary never comes are text as they stand
        elif not SILENT.match(kind) and not _is_decoration(part, kind):
            contents.others.append(part)


def _is_attached(part: Message) -> bool:
    how = header(part, "content-disposition").lower()
    return how.startswith("attachment") or bool(file_name(part) and not how.startswith("inline"))


def _is_decoration(part: Message, kind: str) -> bool:
    """Tell a picture shown inside the letter (a logo, a portrait under the name) from one that is sent along."""
    return kind.startswith(("image/", "font/")) and (
        bool(header(part, "content-id")) or not header(part, "content-disposition").lower().startswith("attachment")
    )


def _chosen(parts: list[Message]) -> list[Message]:
    """Choose among alternatives: the text, or what has HTML when the text is but a stub; a calendar and the like go along."""
    plain = next((part for part in parts if kind_of_part(part) == "text/plain" and not _is_attached(part)), None)
    rich = next((part for part in parts if _first_html(part) is not None), None)
    others = [
        part for part in parts if part is not plain and part is not rich and kind_of_part(part) == "message/rfc822"
    ]
    if plain is None or rich is None:
        return [part for part in parts if part in (plain, rich)] + others or parts[-1:]
    words = len((text_of(plain).text or "").split())
    html = _first_html(rich)
    shown = len(visible_text(text_of(html).text or "").split()) if html is not None else 0
    return [rich if shown > STUB_WORDS and words < STUB * shown else plain, *others]


def _first_html(part: Message) -> Message | None:
    todo = [part]
    while todo:
        part = todo.pop()
        if kind_of_part(part) == "text/html" and not _is_attached(part):
            return part
        if kind_of_part(part).startswith("multipart/"):
            todo.extend(reversed(children(part)))
    return None


def _body(parts: list[Message]) -> tuple[str, tuple[Doubt, ...], tuple[Mark, ...]]:
    """Put the text parts of a letter together; what its HTML says is marked, what its text quotes has marks of its own."""
    texts: list[str] = []
    doubts: list[Doubt] = []
    marks: list[Mark] = []
    length = 0
    for part in parts:
        decoded = text_of(part)
        if kind_of_part(part) == "text/html":
            text, said = read_fragment(decoded.text or "")
            marks.extend(Mark(Span(length + mark.span.start, length + mark.span.end), mark.kind) for mark in said)
        else:
            text = _reflowed(decoded.text or "", part).strip("\n")
        if text.strip():
            lost = text.find(REPLACEMENT)
            doubts.extend(
                replace(doubt, at=None if doubt.at is None or lost < 0 else length + lost) for doubt in decoded.doubts
            )
            texts.append(text)
            length += len(text) + 2
    return "\n\n".join(texts), tuple(doubts), tuple(marks)


def _reflowed(text: str, part: Message) -> str:
    """Undo the soft line ends of `format=flowed` (RFC 3676): a line that ends in a space goes on in the next of its depth."""
    if parameter(part, "format").lower() != "flowed":
        return text
    glue = "" if parameter(part, "delsp").lower() == "yes" else " "
    lines: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        depth = QUOTED.match(line).group().count(">")  # type: ignore[union-attr]  # it matches nothing too
        words = line[QUOTED.match(line).end() :] if depth else line.removeprefix(" ")  # type: ignore[union-attr]
        if depth == open_depth and words and words != "-- ":
            lines[-1] = f"{lines[-1].rstrip(' ')}{glue}{words}"
        else:
            lines.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if words.endswith(" ") and words != "-- " else -1
    return "\n".join(line.rstrip(" ") for line in lines)


def _claimed(message: Message) -> Claimed:
    """Collect what the headers say; the day is the sender's own, as the header writes it."""
    language = header(message, "content-language").split(",")[0].strip() or None
    return Claimed(
        title=header(message, "subject") or None,
        byline=_sender(header(message, "from")) or None,
        published=_day(header(message, "date")),
        language=language if language and len(language) <= 12 else None,
    )


def _sender(value: str) -> str:
    """Return the name in an address, or the address when it gives none."""
    named = DISPLAY.match(value)
    if named:
        return (named.group(1) or named.group(2)).strip(" '")
    commented = COMMENT.match(value)
    return (commented.group(2) or commented.group(1)).strip() if commented else value[:200]


def _day(value: str) -> str | None:
    try:
        found = parsedate_tz(value)
        day = date(*found[:3]) if found else None
    except (*RAISED, OverflowError):
        return None
    return day.isoformat() if day and day.year >= FIRST_YEAR else None


def _attachments(piece: Piece, parts: list[Message], read_piece: ReadPiece) -> Outcome:
    for number, (member, part) in enumerate(_named(piece, parts), start=1):
        budget = piece.budget or Budget()
        budget.members -= 1
        if number > limits.ATTACHMENTS or budget.members < 0:
            what = f"more than {limits.ATTACHMENTS:,} files are attached"
            yield problem_of(member, what, "what is attached from here on was not read", "save it and add it by itself")
            return
        if kind_of_part(part) == "message/rfc822":
            yield from _forwarded(member, part, read_piece)
        elif kind_of_part(part) == "message/external-body":
            yield problem_of(member, "kept elsewhere, only named in the letter", "not read; nothing is fetched", "get it and add it")  # fmt: skip
        else:
            yield from _attached(replace(member, data=payload(part), budget=budget), part, read_piece)


def _named(piece: Piece, parts: list[Message]) -> Iterator[tuple[Piece, Message]]:
    """Name what is attached: by its file name, numbered where that is taken or missing."""
    seen: dict[str, int] = {}
    for number, part in enumerate(parts, start=1):
        name = file_name(part).replace("\\", "/").rpartition("/")[2].strip(". ") or f"attachment {number}"
        seen[name] = seen.get(name, 0) + 1
        label = name if seen[name] == 1 else f"{name} ({seen[name]})"
        member = f"{piece.member}!/{label}" if piece.member else label
        yield replace(piece, name=f"{piece.name}/{label}", member=member, depth=piece.depth + 1), part


def _forwarded(piece: Piece, part: Message, read_piece: ReadPiece) -> Outcome:
    letters = children(part)
    if piece.depth > limits.ARCHIVE_DEPTH:
        what = f"letters inside letters, more than {limits.ARCHIVE_DEPTH} deep"
        yield problem_of(piece, what, KEPT, "save it by itself and add it")
    elif letters:
        yield from _letter(piece, letters[0], read_piece)
    else:
        yield missing_text(piece)


def _attached(piece: Piece, part: Message, read_piece: ReadPiece) -> Outcome:
    name = file_name(part)
    kind = kind_of(name, piece.data[:64]) if name else Kind.OTHER
    if kind is Kind.OTHER:
        stated = kind_of_part(part)
        kind = next((kind for kind, media in MEDIA_TYPES.items() if media == stated), Kind.OTHER)
    if len(piece.data) > largest(kind) and kind is not Kind.OTHER:
        what = f"{limits.mb(len(piece.data))} long, and no more than {limits.mb(largest(kind))} is read at once"
        yield problem_of(piece, what, KEPT, "save it by itself and add it, in parts if it is long")
    else:
        yield from read_piece(piece, kind)
