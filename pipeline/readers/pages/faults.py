"""What is wrong with a page as it came: cut off on its way, links that nobody can follow."""

import re

from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.readers.pages.blocks import Links

_END = 500
"""Bytes at the end of a page, where its closing tag nearly always is."""


def cut_off(source: bytes, snapshot: Snapshot) -> tuple[Finding, ...]:
    """A page that opens `html` and never closes it was cut off on its way."""
    closed = b"</html" in source[-_END:].lower() or b"</html" in source.lower()
    if closed or re.search(rb"<html(?![\w\x80-\xff])", source, re.IGNORECASE) is None:
        return ()
    place = Place(source=snapshot.address, line=source.count(b"\n") + 1)
    return (Finding(code="page-is-cut-off", severity=Severity.ERROR, place=place),)


def broken_links(links: Links, snapshot: Snapshot) -> tuple[Finding, ...]:
    """Links that lead nowhere: relative without a base, or hidden by a counter."""
    counts = {"link-is-relative": links.relative, "link-is-hidden": links.hidden}
    return tuple(
        Finding(
            code=code,
            severity=Severity.WARNING,
            place=Place(source=snapshot.address, line=lines[0]),
            details={"count": len(lines)},
        )
        for code, lines in counts.items()
        if lines
    )
