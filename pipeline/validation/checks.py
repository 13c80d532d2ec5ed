"""Checks that a Table Schema cannot express; a descriptor chooses them by name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, TypeVar

from pipeline.errors import ConfigurationError
from pipeline.model import Finding, Table
from pipeline.parameters import Parameters
from pipeline.parameters.checks import (
    ActNumbers,
    CheckSettings,
    DatesInOrder,
    EdrpouCheckDigit,
    KeyUnique,
)
from pipeline.readers.grids.headers import header_key
from pipeline.ukrainian.identifiers import is_edrpou
from pipeline.validation.act_numbers import gaps_and_doubles
from pipeline.validation.budget import BudgetCodeCheck, BudgetSumsCheck
from pipeline.validation.findings import cell_finding, doubled
from pipeline.validation.forms import (
    AddressPartsCheck,
    TerritoryDatedCheck,
    TerritoryKnownCheck,
    ValueFormCheck,
)
from pipeline.validation.hygiene import TextHygieneCheck

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[0-9]{8}")

Own = TypeVar("Own", bound=Parameters)


class Check(Protocol):
    """One check; `code` is the name by which a descriptor chooses it."""

    @property
    def code(self) -> str:
        """The name in the descriptor."""
        ...

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """What the check has to say about a table.

        Raises:
            ConfigurationError: the table has no column that the parameters name.
        """
        ...


class KeyUniqueCheck:
    """Rows with the same values in columns that should tell them apart."""

    code = "key-unique"

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `key-duplicate`, or `key-alike`, for every row after the first of its key."""
        own = _own(parameters, KeyUnique)
        seen: dict[tuple[str, ...], tuple[int, tuple[str, ...]]] = {}
        for row, written in enumerate(_cells(table, own.fields, self.code), start=1):
            key = tuple(map(header_key, written)) if own.alike else written
            first, other = seen.setdefault(key, (row, written))
            if first != row and any(key):
                code = "key-duplicate" if written == other else "key-alike"
                yield doubled(code, table, own.fields, row, first, own.severity)


class EdrpouCheckDigitCheck:
    """Codes of eight digits whose last digit disagrees with the others."""

    code = "edrpou-check-digit"

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `edrpou-check-digit`; a code that has not eight digits is the schema's matter."""
        own = _own(parameters, EdrpouCheckDigit)
        for name in own.fields:
            for row, (code,) in enumerate(_cells(table, [name], self.code), start=1):
                if _CODE.fullmatch(code) and not is_edrpou(code):
                    yield cell_finding(self.code, table, row, name, own.severity)


class DatesInOrderCheck:
    """Dates of which the first may not be later than the second."""

    code = "dates-in-order"

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `dates-out-of-order` at the second date."""
        own = _own(parameters, DatesInOrder)
        earlier, later = own.fields
        for row, days in enumerate(_cells(table, own.fields, self.code), start=1):
            known = all(_DAY.fullmatch(day) for day in days)
            if known and days[1] < days[0]:
                yield cell_finding(
                    "dates-out-of-order", table, row, later, own.severity, earlier=earlier
                )


class ActNumbersCheck:
    """Gaps and doubles in the running numbers of acts."""

    code = "act-numbers"

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `act-number-gap`, `act-number-double` and `act-number-unread`."""
        own = _own(parameters, ActNumbers)
        cells = list(_cells(table, [own.field, own.date], self.code))
        yield from gaps_and_doubles(table, cells, own)


def _own(parameters: CheckSettings, kind: type[Own]) -> Own:
    if not isinstance(parameters, kind):
        raise TypeError(f"{type(parameters).__name__} is not {kind.__name__}")
    return parameters


def _cells(table: Table, names: Sequence[str], check: str) -> Iterator[tuple[str, ...]]:
    """The cells of some columns, row by row."""
    for name in names if len(table.frame) else ():
        if name not in table.frame.columns:
            raise ConfigurationError(
                "check-field-is-unknown", check=check, field=name, table=table.name
            )
    columns = [table.frame[name] for name in names] if len(table.frame) else []
    for row in zip(*columns, strict=True):
        yield tuple(str(cell) for cell in row)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        check.code: check
        for check in (
            KeyUniqueCheck(),
            EdrpouCheckDigitCheck(),
            DatesInOrderCheck(),
            ActNumbersCheck(),
            ValueFormCheck(_cells),
            AddressPartsCheck(_cells),
            TerritoryKnownCheck(_cells),
            TerritoryDatedCheck(_cells),
            TextHygieneCheck(_cells),
            BudgetCodeCheck(_cells),
            BudgetSumsCheck(_cells),
        )
    }
)
