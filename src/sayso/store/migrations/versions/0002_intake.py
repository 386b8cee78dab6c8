"""Long originals: how far the making of documents has come; what the user said of a file; documents no longer made.

Written out, not taken from `tables`: what a version made must never change when the tables do.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, which are empty for what came before, and the table."""
    op.add_column("acquisition", sa.Column("given", sa.String, nullable=False, server_default=""))
    op.add_column("document", sa.Column("withdrawn", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "unfinished",
        sa.Column("original", sa.String(64), sa.ForeignKey("original.id"), primary_key=True),
        sa.Column("place", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("uri", sa.String, nullable=False),
        sa.Column("retrieved_at", sa.String, nullable=False),
        sa.Column("extracted_by", sa.String, nullable=False),
        sa.Column("given", sa.String, nullable=False),
        sa.Column("members", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """A case is never taken back to what an older version can read."""
    raise NotImplementedError
