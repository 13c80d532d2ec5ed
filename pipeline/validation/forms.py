"""Cells of a form that the recommended structures want: phones, hours, codes of places."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pipeline.model import Finding, Table
from pipeline.parameters.checks import (
    AddressParts,
    CheckSettings,
    TerritoryDated,
    TerritoryKnown,
    ValueForm,
)
from pipeline.readers.codifier import read_codifier
from pipeline.ukrainian.addresses import PARTS, is_houses
from pipeline.ukrainian.hours import is_hours
from pipeline.ukrainian.identifiers import katottg_level, parse_koatuu
from pipeline.ukrainian.phones import is_phone
from pipeline.validation.findings import cell_finding

FORMS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "phone": is_phone,
        "hours": is_hours,
        "katottg": lambda text: katottg_level(text) is not None,
        "koatuu": lambda text: parse_koatuu(text) is not None,
        "post-code": lambda text: bool(re.fullmatch("[0-9]{5}", text)),
        "houses": is_houses,
        "url": lambda text: bool(re.fullmatch(r"https?://[^\s/]+\.[^\s]+", text)),
    }
)

KATOTTG_SINCE = "2020-11-26"
"""The day of the order of Мінрегіон № 290: before it places had codes of КОАТУУ."""

Cells = Callable[[Table, Sequence[str], str], Iterator[tuple[str, ...]]]


class ValueFormCheck:
    """Cells that are not written by the rule of their kind."""

    code = "value-form"

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `value-form` for every such cell; an empty one has no form."""
        if not isinstance(parameters, ValueForm):
            raise TypeError(type(parameters).__name__)
        fits = FORMS[parameters.form]
        for name in parameters.fields:
            for row, (text,) in enumerate(self._cells(table, [name], self.code), start=1):
                if text and not fits(text):
                    yield cell_finding(
                        self.code, table, row, name, parameters.severity, form=parameters.form
                    )


class AddressPartsCheck:
    """Cells of a split address that are not written as their part wants it."""

    code = "address-parts"

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `address-part` for every such cell; an empty one and `null` are no part.

        Raises:
            ConfigurationError: the table has no column of an address.
        """
        if not isinstance(parameters, AddressParts):
            raise TypeError(type(parameters).__name__)
        known = {f"{parameters.prefix}{part}": part for part in PARTS}
        names = [name for name in known if name in table.frame.columns]
        for name in names or [f"{parameters.prefix}PostName"]:
            for row, (text,) in enumerate(self._cells(table, [name], self.code), start=1):
                if text not in ("", "null") and not PARTS[known[name]](text):
                    part = known[name]
                    yield cell_finding(
                        "address-part", table, row, name, parameters.severity, part=part
                    )


class TerritoryDatedCheck:
    """Codes of places that were not in force on the day of their row."""

    code = "territory-dated"

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `territory-code-later` for КАТОТТГ before its day, `territory-code-former`."""
        if not isinstance(parameters, TerritoryDated):
            raise TypeError(type(parameters).__name__)
        names = [parameters.field, parameters.date]
        for row, (code, day) in enumerate(self._cells(table, names, self.code), start=1):
            fault = _untimely(code, day)
            if fault:
                yield cell_finding(
                    fault, table, row, parameters.field, parameters.severity, day=day
                )


def _untimely(code: str, day: str) -> str:
    """What is wrong with a code on a day; empty for what is no code or no day."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return ""
    if day < KATOTTG_SINCE:
        return "territory-code-later" if katottg_level(code) is not None else ""
    return "territory-code-former" if parse_koatuu(code) is not None else ""


class TerritoryKnownCheck:
    """Codes of КАТОТТГ that the codifier does not have."""

    code = "territory-known"

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `territory-unknown`.

        Raises:
            SourceError: the codifier cannot be read.
        """
        if not isinstance(parameters, TerritoryKnown):
            raise TypeError(type(parameters).__name__)
        known = read_codifier(Path(parameters.codifier), parameters.reading)
        for name in parameters.fields:
            for row, (code,) in enumerate(self._cells(table, [name], self.code), start=1):
                if code and known.of(code) is None:
                    yield cell_finding("territory-unknown", table, row, name, parameters.severity)
