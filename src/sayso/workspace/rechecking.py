"""Verification of the facts: originals against their hashes, documents and problems against what the originals give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import msgspec
from sqlalchemy import Connection, RowMapping

from sayso.ingest import extract
from sayso.model.ids import document_id, sha256_hex
from sayso.model.text import Document, Problem
from sayso.store import facts
from sayso.store.codec import decode, digest, encode
from sayso.store.database import DATABASE_NAME
from sayso.store.originals import Originals, hash_stream
from sayso.store.unfinished import load_unfinished
from sayso.workspace.extraction import given_of, same_content
from sayso.workspace.results import Break, Verification

__all__ = ["Findings", "check_documents", "check_originals"]

RESTORE = "restore the case from a copy"


@dataclass(slots=True)
class Findings:
    """What a verification has found so far."""

    breaks: list[Break] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
    checked: Counter[str] = field(default_factory=Counter)

    def broken(self, where: str, what: str, way_out: str) -> None:
        """Note a break."""
        self.breaks.append(Break(where, what, way_out))

    def unchecked(self, what: str) -> None:
        """Note a check that could not run."""
        self.not_checked.append(what)

    def count(self, what: str, number: int = 1) -> None:
        """Count what was checked."""
        self.checked[what] += number

    def verification(self) -> Verification:
        """Return all findings, each once."""
        return Verification(
            tuple(dict.fromkeys(self.breaks)),
            tuple(dict.fromkeys(self.not_checked)),
            tuple(sorted(self.checked.items())),
        )


def check_originals(connection: Connection, originals: Originals, findings: Findings) -> None:
    """Hash every original again, and check the records of how they came in."""
    for original in facts.load_originals(connection, times=False):
        path = originals.path(original.id)
        where = path.relative_to(originals.folder.parent).as_posix()
        findings.count("originals")
        try:
            with path.open("rb") as stream:
                found = hash_stream(stream)
        except OSError as error:
            findings.broken(where, f"the original cannot be read: {error.strerror}", RESTORE)
            continue
        if found != original.id or path.stat().st_size != original.size:
            findings.broken(where, "the original is not the bytes that came in", RESTORE)
    for custody, written in facts.acquisition_digests(connection):
        findings.count("acquisitions")
        if written != facts.custody_digest(custody):
            findings.broken(f"{DATABASE_NAME}, acquisition of {custody.name}", "it is not as it was written", RESTORE)


def check_documents(
    connection: Connection, originals: Originals, version: str, findings: Findings
) -> dict[str, Document]:
    """Check every document and problem; return all documents that could be read, by id."""
    found: dict[str, Document] = {}
    for row in facts.document_rows(connection, current_only=False):
        findings.count("documents")
        document = _document(row, findings)
        if document:
            found[document.id] = document
    for place, row_id, record in facts.problem_rows(connection):
        if row_id != digest(place, record):
            findings.broken(f"{DATABASE_NAME}, problem {row_id[:12]}", "it is not as it was written", RESTORE)
    for original in facts.load_originals(connection, times=False):
        _extraction(connection, originals, original.id, version, findings)
    return found


def _document(row: RowMapping, findings: Findings) -> Document | None:
    where = f"{DATABASE_NAME}, document {row['id']}"
    try:
        document = replace(decode(row["record"], Document), text=row["text"])
    except msgspec.MsgspecError as error:
        findings.broken(where, f"it cannot be read: {error}", RESTORE)
        return None
    where = f"{where} ({document.name})"
    if sha256_hex(document.text) != row["text_sha256"]:
        findings.broken(where, "its text is not the one that was stored", RESTORE)
    if row["digest"] != digest(row["record"], row["text"]) or row["facts"] != digest(row["record"]):
        findings.broken(where, "its record is not as it was written", RESTORE)
    columns = {name: row[name] for name in ("id", "original", "member", "text_sha256", "supersedes")}
    named = document_id(document.original, document.member, document.text_sha256)
    if any(getattr(document, name) != value for name, value in columns.items()) or named != document.id:
        findings.broken(where, "its id does not follow from its original, place in it and text", RESTORE)
    return document


def _extraction(connection: Connection, originals: Originals, original: str, version: str, findings: Findings) -> None:
    """Make documents of an original again and compare; those that an earlier state of the file held stand elsewhere."""
    came = facts.acquisitions(connection, original)
    if any(custody.original == original for custody, _ in load_unfinished(connection)):
        findings.unchecked(
            f"documents of original {original[:12]} are not all made yet: not made again; build the case"
        )
        return
    if any(custody.extracted_by != version for custody in came):
        findings.unchecked(
            f"documents of original {original[:12]} were made by another version of sayso: not made again; build the case"
        )
        return
    try:
        made = _made(connection, originals, original, came)
    except OSError:
        return  # the break is already noted with the original
    stored = {document.id: document for document in facts.documents_of(connection, original)}
    for missing in sorted(made.keys() - stored.keys()):
        findings.broken(
            f"{DATABASE_NAME}, document {missing}", f"original {original[:12]} gives it, but it is not there", RESTORE
        )
    for document in stored.values():
        where = f"{DATABASE_NAME}, document {document.id} ({document.name})"
        if document.id not in made:
            findings.broken(where, "its original does not give this text", RESTORE)
        elif encode(replace(document, supersedes=None)) != made[document.id]:
            findings.broken(where, "its original gives another record of it", RESTORE)


def _made(
    connection: Connection, originals: Originals, original: str, came: Sequence[facts.Custody]
) -> dict[str, bytes]:
    """Return the records of the documents an original gives, under the least of its names."""
    made: dict[str, bytes] = {}
    for custody in came:
        earlier = {same_content(d) for d in facts.earlier_states(connection, original, custody.place, custody.name)}
        for outcome in extract(original, custody.name, originals.path(original), given=given_of(custody)):
            if isinstance(outcome, Problem):
                continue
            if same_content(outcome) not in earlier:
                made[outcome.id] = min(encode(outcome), made.get(outcome.id, encode(outcome)))
    return made
