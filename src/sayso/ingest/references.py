"""Lists of references (.ris), as Zotero, EndNote and Mendeley export them.

A reference's abstract becomes a document; what it says of a file attached to it is claimed for that file, where the file
lies beside the list, inside the same folder or archive. A path that leads anywhere else is never followed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

import rispy
from rispy.config import TAG_KEY_MAPPING

from sayso.ingest import limits
from sayso.ingest.archives import escapes
from sayso.ingest.claimed_dates import iso_date
from sayso.ingest.decode import clean, decode
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, problem_of, unreadable
from sayso.ingest.visible import visible_text
from sayso.model.text import Claimed

__all__ = ["attached", "read_ris"]

BEGIN = re.compile(r"(?m)^TY  ?-")
RIS_DATE = re.compile(r"(\d{4})/(\d{0,2})/(\d{0,2})(?:/.*)?")
ATTACHED = ("file_attachments1", "file_attachments2", "figure")
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
OUTLETS = ("secondary_title", "alternate_title3", "journal_name", "alternate_title2", "publisher", "name_of_database")
BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError)


def read_ris(piece: Piece) -> Outcome:
    """Make a document of each reference that holds an abstract."""
    decoded, what = decode(piece.data), disguise(piece.data[:64])
    if what or decoded.text is None:
        yield unreadable(piece, f"named like a list of references, but it is {what or 'binary data'}")
        return
    references, broken = _parsed(decoded.text)
    if not references and not broken:
        yield missing_text(piece)
    bare = 0
    seen: dict[str, int] = {}
    for number, reference in enumerate(references, start=1):
        text = _abstract(reference)
        bare += not text and not any(_paths(reference))
        if not text:
            continue
        given = _one(reference, "id", "accession_number")
        label = given or f"reference {number}"
        seen[label] = seen.get(label, 0) + 1
        label = f"{label} ({seen[label]})" if seen[label] > 1 else label
        inside = replace(
            piece, name=f"{piece.name}#{label}", member=f"{piece.member}#{label}" if piece.member else label
        )
        if len(text) > limits.DOCUMENT_BYTES:
            what = f"longer than {limits.mb(limits.DOCUMENT_BYTES)}"
            yield problem_of(
                inside, what, "this reference was not read; the others were", "save it as a file of its own"
            )
            continue
        doubts = tuple(doubt for doubt in decoded.doubts if any(c > "\x7f" for c in text))
        yield document_of(
            inside, text, tuple(replace(doubt, at=None) for doubt in doubts), media_type="text/plain",
            extractor=f"rispy {rispy.__version__} / sayso 1", claimed=_claimed(reference), given_id=given or None,
        )  # fmt: skip
    yield from _told(piece, len(references), bare, broken)


def _told(piece: Piece, total: int, bare: int, broken: int) -> Outcome:
    if bare:
        what = f"references with neither an abstract nor a file: {bare:,} of {total:,}"
        yield problem_of(piece, what, "there is nothing of them to read", "add their full texts as files")
    if broken:
        what = f"broken references: {broken:,}"
        yield problem_of(piece, what, "they were not read; the others were", "export the list anew")


def attached(data: bytes) -> Iterator[tuple[str, Claimed]]:
    """Yield the files a list names, by their path from the list's own folder, and what it claims of each."""
    text = decode(data).text
    references, _ = _parsed(text or "")
    for reference in references:
        for path in _paths(reference):
            yield path, _claimed(reference)


def _parsed(text: str) -> tuple[list[Mapping[str, list[str]]], int]:
    """Parse reference by reference, so that a broken one costs itself only; return also how many were broken."""
    begins = [match.start() for match in BEGIN.finditer(text)]
    found: list[Mapping[str, list[str]]] = []
    broken = 0
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=False):
        words = f"{text[begin:end].rstrip()}\nER  - \n"
        try:
            # Every tag as a list keeps a field's lines apart, which the library otherwise joins, and slowly.
            parsed = rispy.loads(
                words, skip_unknown_tags=True, list_tags=list(TAG_KEY_MAPPING), delimiter_tags_mapping={}
            )
        except BROKEN:
            parsed = []
        broken += not parsed
        found += [
            {
                name: [line for line in lines if isinstance(line, str)]
                for name, lines in one.items()
                if isinstance(lines, list)
            }
            for one in parsed[:1]
        ]
    return found, broken


def _one(reference: Mapping[str, list[str]], *names: str) -> str:
    """Return the first line that one of the fields holds, as one line."""
    lines = (line for name in names for line in reference.get(name, ()))
    return next((" ".join(line.split()) for line in lines if line.strip()), "")


def _abstract(reference: Mapping[str, list[str]]) -> str:
    fields = ("\n".join(reference.get(name, ())) for name in ("abstract", "notes_abstract"))
    text = clean(max(fields, key=len)).strip()
    return visible_text(text) if len(TAG.findall(text)) > 1 else text


def _paths(reference: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the paths of attached files that stay inside the list's own folder."""
    for path in (line for name in ATTACHED for line in reference.get(name, ())):
        plain = unquote(path.strip()).replace("\\", "/")
        if plain and "://" not in plain and not plain.lower().startswith("file:") and not escapes(plain):
            yield posixpath.normpath(plain)


def _claimed(reference: Mapping[str, list[str]]) -> Claimed:
    authors = [*reference.get("first_authors", ()), *reference.get("authors", ())]
    return Claimed(
        title=_one(reference, "primary_title", "title") or None,
        byline=", ".join(filter(None, map(_person, authors))) or None,
        published=_published(reference) or None,
        url=_one(reference, "urls") or None,
        outlet=_one(reference, *OUTLETS) or None,
        language=_one(reference, "language") or None,
    )


def _person(name: str) -> str:
    family, _, given = name.partition(",")
    return " ".join(f"{given} {family}".split())


def _published(reference: Mapping[str, list[str]]) -> str:
    """Return the date of publication; the day a page was looked at is another field."""
    words = _one(reference, "date", "publication_year", "year")
    match = RIS_DATE.fullmatch(words)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else iso_date(words)
