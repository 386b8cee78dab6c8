"""The tables of a case. Facts: originals, acquisitions, documents, problems, judgements. Derived: readings, reconstruction.

A `digest` beside a row is the SHA-256 of its content, so that a change made behind the program's back is seen.
Times stand only in `acquisition` and in the judgements themselves.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

__all__ = [
    "acquisition",
    "derived",
    "document",
    "judgement",
    "metadata",
    "original",
    "problem",
    "reading",
    "unfinished",
]

metadata = MetaData()

original = Table(
    "original",
    metadata,
    Column("id", String(64), primary_key=True),  # SHA-256 of the bytes, and the name of the file
    Column("size", Integer, nullable=False),
    Column("media_type", String, nullable=False),
)

acquisition = Table(
    "acquisition",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("original", ForeignKey("original.id"), nullable=False),
    Column("place", String, nullable=False),  # the full path it was read from: custody, never exported
    Column("name", String, nullable=False),  # what its documents are called
    Column("uri", String, nullable=False),  # where it came from, told from the source's own name on
    Column("retrieved_at", String, nullable=False),
    Column("digest", String(64), nullable=False),  # of all the columns above
    Column("extracted_by", String, nullable=False),  # the version of ingest that made documents of it
    Column("given", String, nullable=False, server_default=""),  # what the user said of it, as JSON; "" for nothing
    UniqueConstraint("original", "place", "name"),
    Index("acquisition_place", "place"),
)

document = Table(
    "document",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("original", ForeignKey("original.id"), nullable=False),
    Column("member", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("record", LargeBinary, nullable=False),  # the document as JSON, without its text
    Column("facts", String(64), nullable=False),  # digest of all that reading it depends on beside its text
    Column("supersedes", ForeignKey("document.id"), nullable=True),
    Column("digest", String(64), nullable=False),
    Column("withdrawn", Boolean, nullable=False, server_default=false()),  # its original no longer gives it
    Index("document_member", "original", "member"),
)

unfinished = Table(
    "unfinished",
    metadata,
    Column("original", ForeignKey("original.id"), primary_key=True),
    Column("place", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("uri", String, nullable=False),
    Column("retrieved_at", String, nullable=False),
    Column("extracted_by", String, nullable=False),
    Column("given", String, nullable=False),
    Column("members", Integer, nullable=False),  # how many members' documents and problems are all stored
)

problem = Table(
    "problem",
    metadata,
    Column("id", String(64), primary_key=True),  # digest of the place and the record
    Column("place", String, nullable=False),
    Column("original", ForeignKey("original.id"), nullable=True),
    Column("name", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("problem_place", "place"),
)

judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
    Column("previous", String(64), nullable=False),  # digest of the entry before, "" for the first
    Column("digest", String(64), nullable=False, unique=True),
)

reading = Table(
    "reading",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("facts", String(64), nullable=False),  # the document's, when it was read
    Column("version", String(16), nullable=False),
    Column("record", LargeBinary, nullable=False),  # the reading as packed JSON, without the text
    Column("reports", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)

derived = Table(
    "derived",
    metadata,
    Column("name", String, primary_key=True),  # so far only "reconstruction"
    Column("inputs", String(64), nullable=False),  # digest of all it was made from
    Column("log", String(64), nullable=False),  # digest of the newest judgement it knows, "" for none
    Column("version", String(16), nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("questions", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)
