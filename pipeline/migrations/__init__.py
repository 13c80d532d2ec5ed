"""Migrations of the ledger (alembic), run when it is opened.

A revision that was shipped never changes; a new need is a new revision.
"""
