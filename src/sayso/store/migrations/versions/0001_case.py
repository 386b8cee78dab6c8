"""The first case: originals, acquisitions, documents, problems, judgements; readings and the reconstruction.

Written out, not taken from `tables`: what a version made must never change when the tables do.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPEND_ONLY = """
CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the {table} log is append-only'); END
"""


def upgrade() -> None:
    """Make the tables of facts, then those of what is derived."""
    _received()
    _found()
    _derived()
    for table in ("original", "judgement"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(APPEND_ONLY.format(table=table, verb=verb))


def _received() -> None:
    op.create_table(
        "original",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
    )
    op.create_table(
        "acquisition",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("original", sa.String(64), sa.ForeignKey("original.id"), nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("uri", sa.String, nullable=False),
        sa.Column("retrieved_at", sa.String, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("extracted_by", sa.String, nullable=False),
        sa.UniqueConstraint("original", "place", "name"),
    )
    op.create_index("acquisition_place", "acquisition", ["place"])
    op.create_table(
        "document",
        sa.Column("id", sa.String(20), primary_key=True),
        sa.Column("original", sa.String(64), sa.ForeignKey("original.id"), nullable=False),
        sa.Column("member", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("facts", sa.String(64), nullable=False),
        sa.Column("supersedes", sa.String(20), sa.ForeignKey("document.id"), nullable=True),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_index("document_member", "document", ["original", "member"])


def _found() -> None:
    op.create_table(
        "problem",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("original", sa.String(64), sa.ForeignKey("original.id"), nullable=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_index("problem_place", "problem", ["place"])
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
    )


def _derived() -> None:
    op.create_table(
        "reading",
        sa.Column("document", sa.String(20), sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("facts", sa.String(64), nullable=False),
        sa.Column("version", sa.String(16), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("problems", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_table(
        "derived",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("log", sa.String(64), nullable=False),
        sa.Column("version", sa.String(16), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("questions", sa.Integer, nullable=False),
        sa.Column("problems", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    """There is nothing before the first version."""
    raise NotImplementedError
