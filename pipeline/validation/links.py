"""Links that answer: asked on request only, since every link costs somebody else's server."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model import Finding, Severity, Table
from pipeline.sources.web import Failure, host_of
from pipeline.validation.findings import cell_finding
from pipeline.validation.schema import Schema

Ask = Callable[[str], Failure | None]
"""Why an address does not answer, or None where it does; waits between requests to one host."""

_ADDRESS = re.compile(r"https?://[^\s,;]+", re.IGNORECASE)
_SILENT = "link-host-is-silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """An address and where it stands first."""

    table: Table
    column: str
    row: int
    address: str
    places: int


@dataclass(slots=True)
class LinksAnswerCheck:
    """Every address in a column of links answers when it is asked.

    Each address is asked once, one after another, with a pause for each host; of a host that does
    not answer no other link is asked. What is left over is counted.
    """

    ask: Ask
    most: int
    """How many addresses are asked at most; 0: all."""
    code: str = "links-answer"
    _asked: int = 0
    _silent: set[str] = field(default_factory=set)

    def run(self, table: Table, schema: Schema) -> Iterator[Finding]:
        """Yield what `ask` says of a link, at its first cell; then how many were not asked."""
        left = 0
        for link in _links(table, link_columns(schema, table)):
            if self._may_ask(link.address):
                yield from self._told(link)
            else:
                left += 1
        if left:
            yield Finding(
                code="links-not-asked",
                severity=Severity.INFO,
                table=table.name,
                details={"table": table.name, "count": left},
            )

    def _may_ask(self, address: str) -> bool:
        spent = bool(self.most) and self._asked >= self.most
        return not spent and host_of(address) not in self._silent

    def _told(self, link: _Link) -> Iterator[Finding]:
        self._asked += 1
        failure = self.ask(link.address)
        if failure is None:
            return
        if failure.code == _SILENT:
            self._silent.add(host_of(link.address))
        details = {**failure.details, "cells": link.places}
        yield cell_finding(
            failure.code, link.table, link.row, link.column, Severity.WARNING, **details
        )


def link_columns(schema: Schema, table: Table) -> Sequence[str]:
    """The columns of a table that hold addresses, as its schema says."""
    return [
        one.name
        for one in schema.fields
        if (one.format == "uri" or one.datatype == "anyURI") and one.name in table.frame.columns
    ]


def _links(table: Table, columns: Sequence[str]) -> list[_Link]:
    """Every address once, in the order of the table, with the number of its cells."""
    first: dict[str, tuple[str, int]] = {}
    places: dict[str, int] = {}
    cells = [table.frame[name] for name in columns]
    for row, values in enumerate(zip(*cells, strict=True), start=1):
        for name, value in zip(columns, values, strict=True):
            for address in _ADDRESS.findall(str(value)):
                first.setdefault(address, (name, row))
                places[address] = places.get(address, 0) + 1
    return [
        _Link(table=table, column=name, row=row, address=address, places=places[address])
        for address, (name, row) in first.items()
    ]
