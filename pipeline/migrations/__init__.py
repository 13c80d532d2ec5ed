"""Migrations of the ledger (alembic), run when it is opened; a revision once shipped never changes."""
