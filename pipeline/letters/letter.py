"""What a letter says, before it is a page or a document. Pure.

The most important first: errors before warnings, what concerns many cells before what concerns few.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath

from pipeline import messages
from pipeline.model import Finding, Severity
from pipeline.reporting.findings import ORDER, sentence

SHOWN_GROUPS, SHOWN_PLACES = 4, 3
"""On the first page; the table after it has the rest."""
LONGEST_QUOTE = 80
# What the schema says of any cell; a reader of the source often knows more.
_GENERAL = frozenset({"type-error", "constraint-pattern"})
# «… або, якщо бракує лише нулів, попросіть інженера: columns: code: pad: true.»
_HINT = re.compile(r"попросіть інженера: (?P<hint>.*?)(?:\.(?=\s|\Z)|\Z)")
# Where the clause with it may begin.
_CLAUSE = re.compile(r"[,;]?\s+або\b(?:,\s+якщо\b)?|[,;]\s+(?:а\s+)?якщо\b|(?<=[.!?])\s")
LANGUAGE = "uk"
"""Letters go to clerks of Ukrainian councils."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a letter may say of a field: its title, what is expected there, an example."""

    title: str
    expected: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place: where, what stands there, what is wrong with it."""

    sheet: str
    """File and sheet, as far as they need saying."""
    point: str
    """«клітинка C17», «рядок 12»."""
    column: str
    stands: str
    wrong: str

    @property
    def where(self) -> str:
        """Both together."""
        return ", ".join(part for part in (self.sheet, self.point) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Places with one and the same fault."""

    severity: Severity
    wrong: str
    spots: tuple[Spot, ...]
    expected: str
    example: str
    hints: tuple[str, ...] = ()
    """What the engineer may change in the description of the dataset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter about one dataset."""

    dataset: str
    title: str
    """Of the dataset, as the public knows it."""
    holder: str
    contact: str
    day: date
    rejected: bool
    published_on: date | None
    """The day of the version that stays published; None: nothing was published yet."""
    sources: tuple[str, ...]
    groups: tuple[Group, ...]
    attached: tuple[str, ...] = ()
    """Names of the marked workbooks that go with it."""

    @property
    def errors(self) -> int:
        """Places that keep the dataset from being published."""
        return sum(len(group.spots) for group in self.groups if group.severity is Severity.ERROR)

    @property
    def doubts(self) -> int:
        """Places that a person should look at."""
        return sum(len(group.spots) for group in self.groups) - self.errors

    @property
    def has_table(self) -> bool:
        """Whether the first page leaves something out."""
        many = any(len(group.spots) > SHOWN_PLACES for group in self.groups)
        return many or len(self.groups) > SHOWN_GROUPS


ColumnOf = Callable[[Finding], Column | None]
"""What is known of the column that a finding speaks of."""


def groups_of(
    findings: Sequence[Finding], column_of: ColumnOf, quoted: Callable[[str], str]
) -> tuple[Group, ...]:
    """Findings that a person can act upon, one fault a group.

    Args:
        findings: of one dataset; what is only informed of is left out.
        column_of: what is known of the column of a finding.
        quoted: what may be quoted of a value.
    """
    worth = told_once(findings)
    many = len({one.place.source for one in worth}) > 1
    ordered = groupby(sorted(worth, key=_order), key=_kind)
    alike = [tuple(items) for _, items in ordered]
    groups = [_group(items, column_of(items[0]), quoted, with_source=many) for items in alike]
    return tuple(sorted(groups, key=lambda group: (ORDER[group.severity], -len(group.spots))))


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """What a person can act upon; of one cell no general fault where a special one is known."""
    worth = [one for one in findings if one.severity is not Severity.INFO]
    special = {one.place for one in worth if one.place.cell and one.code not in _GENERAL}
    return [one for one in worth if one.code not in _GENERAL or one.place not in special]


def _order(finding: Finding) -> tuple[tuple[int, str, str, str], str, str, int, str]:
    place = finding.place
    return (
        _kind(finding),
        place.source or "",
        place.sheet or "",
        place.line or finding.row or 0,
        place.cell or "",
    )


def _kind(finding: Finding) -> tuple[int, str, str, str]:
    field = finding.field or str(finding.details.get("field", ""))
    return ORDER[finding.severity], finding.code, finding.table or "", field


def _group(
    findings: Sequence[Finding],
    column: Column | None,
    quoted: Callable[[str], str],
    *,
    with_source: bool,
) -> Group:
    spots = tuple(_spot(one, column, quoted, with_source=with_source) for one in findings)
    return Group(
        severity=findings[0].severity,
        wrong=spots[0].wrong,
        spots=spots,
        expected=column.expected if column else "",
        example=column.example if column else "",
        hints=hints_of(sentence(findings[0], LANGUAGE)),
    )


def _spot(
    finding: Finding, column: Column | None, quoted: Callable[[str], str], *, with_source: bool
) -> Spot:
    stands = quoted(finding.value) if finding.value else ""
    place = finding.place
    return Spot(
        sheet=_named(source=name_of(place.source) if with_source else None, sheet=place.sheet),
        point=_named(cell=place.cell, line=place.line if place.cell is None else None),
        column=column.title if column else "",
        stands=stands if len(stands) <= LONGEST_QUOTE else f"{stands[: LONGEST_QUOTE - 1]}…",
        wrong=said(finding, column),
    )


def said(finding: Finding, column: Column | None) -> str:
    """What is wrong, the column under the name that a clerk knows; nothing for the engineer."""
    key = f"letter-finding-{finding.code}"
    known = messages.has(LANGUAGE, key)
    text = messages.text(LANGUAGE, key, finding.details) if known else sentence(finding, LANGUAGE)
    name = finding.field or str(finding.details.get("field", ""))
    text = without_hints(text).replace("у полі «", "у стовпці «")
    return text.replace(f"«{name}»", f"«{column.title}»") if column else text


def hints_of(text: str) -> tuple[str, ...]:
    """What a sentence asks of the engineer."""
    return tuple(match["hint"] for match in _HINT.finditer(text))


def without_hints(text: str) -> str:
    """The sentences without the clauses that speak to the engineer."""
    while match := _HINT.search(text):
        before = text[: match.start()]
        begins = max((clause.start() for clause in _CLAUSE.finditer(before)), default=0)
        kept = before[:begins].rstrip(" ,;:")
        stop = "" if not kept or kept.endswith((".", "!", "?")) else "."
        text = f"{kept}{stop} {text[match.end() :].strip()}".strip()
    return text


def name_of(address: str | None) -> str | None:
    """The name of a file; the address of a page."""
    return PurePosixPath(address.rstrip("/")).name or address if address else None


def _named(**parts: str | int | None) -> str:
    return ", ".join(
        messages.text(LANGUAGE, f"place-{name}", {"it": str(it)})
        for name, it in parts.items()
        if it is not None
    )
