"""Receipts say what the target looked like, and when everything was read back last."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the two columns; receipts of the site were always of everything."""
    op.add_column("receipts", sa.Column("standing", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("receipts", sa.Column("whole_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE receipts SET whole_at = read_back_at")
