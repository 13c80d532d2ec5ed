"""Strings from sources made harmless: in a spreadsheet program, on a page, behind a link."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from pipeline.model import Finding, Release, Severity, Table
from pipeline.validation.personal.scanning import scan_codes, scan_links

Rows = Sequence[tuple[str, ...]]
"""Cells of a table, row by row; a missing cell is the empty string."""

# A program that takes `;`, a tab or a line break for the separator (a Ukrainian Windows does so
# with `;`) cuts a cell there, so what follows may become a formula as well as the cell's start.
_PIECE = re.compile(r"(^|[;\t\r\n])([^\S\t\r\n]*)([=@+\-][^;\t\r\n]*)")
_CONTROL_FIRST = re.compile(r"^[\t\r\n]")
_NUMBER = re.compile(r"[+-]\d{1,15}(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?\s*%?\s*")
_PHONE = re.compile(r"\+\d[\d ()-]{8,18}(?:,\s*\+\d[\d ()-]{8,18})*\s*")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")


def rows_of(table: Table) -> list[tuple[str, ...]]:
    """The cells of a table as plain tuples of text, in the order of the frame."""
    return [
        tuple(str(cell) for cell in row) for row in table.frame.itertuples(index=False, name=None)
    ]


def header_of(table: Table) -> tuple[str, ...]:
    """Names of the columns, in the order of the frame."""
    return tuple(str(name) for name in table.frame.columns)


def inert(text: str) -> str:
    """The text as a CSV cell that no spreadsheet program takes for a formula.

    An apostrophe is put before `=`, `@`, a tab or a line break at the start, and before `+` and `-`
    that begin neither a number nor a telephone (OWASP, CSV Injection).
    """
    guarded = _PIECE.sub(_guard, text)
    return f"'{guarded}" if _CONTROL_FIRST.match(text) else guarded


def _guard(match: re.Match[str]) -> str:
    before, space, piece = match.groups()
    harmless = piece in {"+", "-"} or _NUMBER.fullmatch(piece) or _PHONE.fullmatch(piece)
    return match[0] if harmless else f"{before}'{space}{piece}"


def inert_rows(rows: Rows) -> list[tuple[str, ...]]:
    """The same rows, each cell inert."""
    return [tuple(map(inert, row)) for row in rows]


def inert_findings(release: Release) -> tuple[Finding, ...]:
    """One `formula-made-inert` for each table that has such cells, with their number."""
    counts = {table.name: _guarded(table) for table in release.tables}
    return tuple(
        Finding(
            code="formula-made-inert",
            severity=Severity.INFO,
            table=name,
            details={"table": name, "count": count},
        )
        for name, count in counts.items()
        if count
    )


def _guarded(table: Table) -> int:
    return sum(inert(cell) != cell for row in rows_of(table) for cell in row)


def web_address(text: str) -> str | None:
    """The text where it may become a link, else None.

    That is a whole http or https address without blanks and without a user's name or password.
    """
    if _BLANK.search(text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:  # a broken IPv6 host
        return None
    public = parts.scheme in {"http", "https"} and parts.hostname and parts.username is None
    return text if public else None


def public_source(address: str) -> str:
    """How the public is told of a source: a web address whole, a local path by its file name.

    Where a person, a phone or the like stands in it, only the host or the kind of file is told.
    """
    if web_address(address) is not None:
        parts = urlsplit(address)
        return address if _is_public(address) else f"{parts.scheme}://{parts.hostname}/…"
    name = PureWindowsPath(PurePosixPath(address).name).name
    return name if _is_public(name) else f"…{PurePosixPath(name).suffix}"


def public_link(address: str) -> str | None:
    """The address of a source where it may become a link and names nobody, else None."""
    return web_address(address) if _is_public(address) else None


def _is_public(name: str) -> bool:
    """Whether a link or the name of a file names nobody and holds no code of a person."""
    return not scan_codes(name) and not scan_links(name)
