"""Web archives (.warc, .warc.gz): each page that was answered whole becomes a document, under the address it was asked for.

The date of a record is when it was captured, never when the page was published. Pictures, scripts and the like are passed
by and counted in a note; pages that were not there, or that cannot be unfolded, in one problem each kind.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import IO

from warcio.statusandheaders import StatusAndHeaders

from sayso.ingest import limits
from sayso.ingest.archives import largest
from sayso.ingest.kinds import MEDIA_TYPES, Kind, disguise, kind_of
from sayso.ingest.pieces import Budget, Outcome, Piece, problem_of, with_claims
from sayso.ingest.unfold import Damaged, Spent, Unfolding
from sayso.ingest.visible import visible_text
from sayso.ingest.walk import ReadPiece
from sayso.ingest.warc_records import Record, Records, dechunked
from sayso.ingest.warc_tally import Tally
from sayso.model.text import Claimed, Problem

__all__ = ["Titles", "read_records", "read_warc"]

Titles = Mapping[str, str]
"""Titles of pages by their address, as a list of pages beside an archive claims them."""

CONTAINERS = frozenset({Kind.OTHER, Kind.JSON, Kind.TAR, Kind.PACKED, Kind.WARC, Kind.WACZ, Kind.FEED, Kind.ZIP})
KINDS = {media: kind for kind, media in MEDIA_TYPES.items() if kind not in CONTAINERS} | {
    "application/xhtml+xml": Kind.HTML, "text/markdown": Kind.TEXT, "application/rss+xml": Kind.FEED, "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED, "text/rtf": Kind.RTF, "application/x-pdf": Kind.PDF, "text/tab-separated-values": Kind.CSV,
}  # fmt: skip
UNNAMED = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown", "application/unknown"})
# What a page is made of beside its text. JSON and XML are data that scripts fetch.
FURNITURE = (
    "image/", "font/", "text/css", "text/javascript", "text/json", "text/xml", "application/javascript", "application/x-javascript",
    "application/ecmascript", "application/json", "application/ld+json", "application/manifest", "application/xml", "application/wasm",
    "application/font", "application/x-font", "application/vnd.ms-fontobject", "application/grpc", "application/protobuf",
    "application/ocsp-response", "application/opensearchdescription", "application/x-protobuf",
)  # fmt: skip
READ = frozenset({"response", "resource", "conversion"})
PASSED = frozenset({"warcinfo", "request", "metadata", "revisit"})
PACKINGS = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}
PLAIN = frozenset({"", "identity", "none", "utf-8"})
MOMENT = re.compile(r"\d{4}-\d\d-\d\d")
PATH = re.compile(r"[a-z]{1,10}://[^/?#]*([^?#]*)", re.IGNORECASE)
BLANK = 8 * 1024  # a page no longer than this is looked through for any text at all before it is read


def read_warc(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of the pages in a web archive, in the order they stand in it."""
    if not piece.depth:
        piece = replace(piece, budget=Budget(limits.WARC_TOTAL, limits.WARC_RECORDS))
    yield from read_records(piece, source, read_piece, {})


def read_records(piece: Piece, source: IO[bytes], read_piece: ReadPiece, titles: Titles) -> Outcome:
    """As `read_warc`; `titles` are claimed for pages that name none themselves."""
    budget = piece.budget or Budget()
    pages = _Pages(piece, read_piece, titles, budget)
    records = Records(source, budget)
    for record in records:
        budget.members -= 1
        if budget.members < 0:
            records.damages.append("it holds more records than are read of one archive")
            break
        try:
            yield from pages.read(record)
        except (Damaged, Spent) as error:
            records.recover(error)
    piece.notes.append(pages.tally.note(piece.name))
    yield from pages.tally.problems(piece, records.damages)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a record holds: whose address, which kind of content, and how it is wrapped."""

    record: Record
    uri: str
    http: StatusAndHeaders | None

    @property
    def media(self) -> str:
        return self._type().partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        return (
            self._type().lower().rpartition("charset=")[2].strip(" \"';") if "charset=" in self._type().lower() else ""
        )

    def _type(self) -> str:
        return (self.http.get_header("Content-Type") or "") if self.http else self.record.header("Content-Type")

    def kind(self) -> Kind | None:
        """Tell the kind of the content, None for what only furnishes pages."""
        path = PATH.match(self.uri)
        place = path[1] if path else ""
        if place in {"/robots.txt", "/favicon.ico"} or self.media.startswith(FURNITURE):
            return None
        named = kind_of(place.rpartition("/")[2], b"") if self.media in UNNAMED else Kind.OTHER
        return KINDS.get(self.media, named)


@dataclass(slots=True)
class _Pages:
    piece: Piece
    read_piece: ReadPiece
    titles: Titles
    budget: Budget
    tally: Tally = field(default_factory=Tally)

    def read(self, record: Record) -> Outcome:
        """Make documents of one record."""
        form, uri = record.header("WARC-Type").lower(), record.header("WARC-Target-URI").strip("<>")
        if form == "revisit":
            self._revisit(record, uri)
        if form not in PASSED | READ:
            self.tally.unread[f"records of the type {form[:20] or 'unnamed'!r}"] += 1
        if form not in READ or uri.startswith(("dns:", "whois:", "ntp:", "urn:")):
            return
        http = record.http_headers() if form == "response" and uri.startswith(("http:", "https:")) else None
        self.tally.see("digest", record.header("WARC-Payload-Digest"))
        answer = _Answer(record, uri, http)
        if form == "conversion" and self.tally.saw("id", record.header("WARC-Refers-To")):
            self.tally.repeats += 1
        elif self._answered(answer) and (kind := self._kind(answer)):
            yield from self._content(answer, kind)

    def _revisit(self, record: Record, uri: str) -> None:
        """Count a capture that only says "as before"; without what it refers to in this archive it is a loss."""
        referred = record.header("WARC-Refers-To-Target-URI").strip("<>") or uri
        digest = record.header("WARC-Payload-Digest")
        known = self.tally.saw("uri", referred) or (digest and self.tally.saw("digest", digest))
        self.tally.repeats += bool(known)
        self.tally.lost += not known

    def _answered(self, answer: _Answer) -> bool:
        self.tally.see("uri", answer.uri)
        status = answer.http.get_statuscode() if answer.http else "200"
        if status.startswith("3"):
            self.tally.redirects += 1
        elif status not in {"200", "203"}:
            self.tally.refused[status[:3] or "no status"] += 1
        return status in {"200", "203"}

    def _kind(self, answer: _Answer) -> Kind | None:
        kind = answer.kind()
        if kind is None:
            self.tally.furniture += 1
        elif kind is Kind.OTHER:
            self.tally.unread[answer.media or "unnamed"] += 1
        return None if kind is Kind.OTHER else kind

    def _content(self, answer: _Answer, kind: Kind) -> Outcome:
        most = largest(kind)
        raw = answer.record.read(2 * most)
        self.tally.altered += answer.record.altered()
        if answer.record.left:
            data: bytes | None = raw
        else:
            data = self._plain(raw, answer, most)
        if data is None:
            return
        piece = self._named(answer)
        if answer.record.left or len(data) > most:
            what = f"longer than {limits.mb(most)}"
            yield problem_of(
                piece, what, "not read; it is kept inside the archive", "save the page by itself, in parts"
            )
        elif self.tally.see("page", answer.uri, data):
            self.tally.repeats += 1
        elif disguise(data[:64]) and kind in {Kind.HTML, Kind.TEXT}:
            self.tally.furniture += 1
        elif not data.strip() or (kind is Kind.HTML and len(data) < BLANK and _blank(data)):
            self.tally.blank += 1
        else:
            yield from self._page(replace(piece, data=_recoded(data, answer.charset, kind)), answer, kind)

    def _plain(self, raw: bytes, answer: _Answer, most: int) -> bytes | None:
        """Undo how the server wrapped its answer; None when that cannot be done, which is counted."""
        if answer.http is None:
            return raw
        if (answer.http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
            raw = dechunked(raw)
        packing = (answer.http.get_header("Content-Encoding") or "").strip().lower()
        if packing in PLAIN or (packing in {"gzip", "x-gzip"} and not raw.startswith(b"\x1f\x8b")):
            return raw  # some programs store what they have unpacked and leave the header
        if packing not in PACKINGS:
            self.tally.packed[packing[:20]] += 1
            return None
        try:
            return _unpacked(raw, PACKINGS[packing], most)
        except (Damaged, Spent):
            self.tally.packed[f"damaged {packing}"] += 1
            return None

    def _named(self, answer: _Answer) -> Piece:
        """Name a page: by its record's id in the archive, for people by its address."""
        self.tally.pages += 1
        given = answer.record.header("WARC-Record-ID").strip("<>")
        label = given or f"record {self.tally.pages}"
        if self.tally.see("id", answer.record.header("WARC-Record-ID") or label):
            label = f"{label} ({self.tally.pages})"
        member = f"{self.piece.member}!/{label}" if self.piece.member else label
        name = f"{self.piece.name}/{answer.uri or label}"
        return replace(self.piece, name=name, member=member, depth=self.piece.depth + 1, budget=self.budget)

    def _page(self, piece: Piece, answer: _Answer, kind: Kind) -> Outcome:
        for outcome in self.read_piece(piece, kind):
            if isinstance(outcome, Problem) or outcome.member != piece.member:
                yield outcome
            else:
                title = None if outcome.claimed.title else self.titles.get(answer.uri)
                yield with_claims(outcome, Claimed(title=title, url=answer.uri or None, captured=_day(answer.record)))


def _unpacked(raw: bytes, packing: str, most: int) -> bytes:
    stream, parts, size = Unfolding(io.BytesIO(raw), packing, Budget(2 * most)), [], 0
    while size <= most and (part := stream.read(most)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _blank(page: bytes) -> bool:
    return not visible_text(page.decode("utf-8", "replace")).strip()


def _recoded(data: bytes, charset: str, kind: Kind) -> bytes:
    """Take the server's word for the encoding, where the bytes fit it and do not speak for themselves."""
    if not charset or charset in {"utf-8", "utf8"} or kind not in {Kind.HTML, Kind.TEXT}:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252" if charset in {"iso-8859-1", "latin1", "us-ascii"} else charset).encode("utf-8")
        except (UnicodeError, LookupError, ValueError):
            return data
    return data


def _day(record: Record) -> str | None:
    """Return the moment a record says it was captured, None where it says none that is a date."""
    moment = record.header("WARC-Date").strip()
    return moment if MOMENT.match(moment) else None
