"""Somebody who looks at a portal all the while: no answer may be half a table."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import requests

from tests.portal.portal import Portal, RefusedError

Row = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Version:
    """A table as a release has it."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    rows: Mapping[Row, Row]
    """Key -> cells."""


def version(columns: Sequence[str], key: Sequence[str], rows: Sequence[Sequence[str]]) -> Version:
    places = [list(columns).index(name) for name in key]
    keyed = {tuple(row[place] for place in places): tuple(row) for row in rows}
    return Version(columns=tuple(columns), key=tuple(key), rows=keyed)


@dataclass
class Onlooker:
    """Polls API, dump and page of every table that the dataset shows."""

    portal: Portal
    dataset: str
    versions: tuple[Version, ...] = ()
    """Those that may be met now."""
    bad: list[str] = field(default_factory=list)
    answers: int = 0

    def poll(self) -> None:
        """Look once at everything."""
        try:
            package = self.portal.public.action("package_show", id=self.dataset)
        except RefusedError:
            return
        for resource in package["resources"]:
            if resource["url_type"] == "datastore":
                self._table(resource["id"])

    def _table(self, resource: str) -> None:
        url = self.portal.url
        for address in (
            f"{url}/datastore/dump/{resource}",
            f"{url}/api/action/datastore_search?resource_id={resource}&limit=32000"
            "&records_format=csv",
            f"{url}/dataset/{self.dataset}/resource/{resource}",
        ):
            answer = requests.get(address, timeout=60)
            self.answers += 1
            if answer.status_code == 200:
                self._judge(address, answer)
            elif "/resource/" in address:
                self.bad.append(f"{answer.status_code} {address}")

    def _judge(self, address: str, answer: requests.Response) -> None:
        if "/dump/" in address:
            header, *rows = csv.reader(io.StringIO(answer.text, newline=""))
            self._check(address, header, rows)
        elif "/api/" in address:
            told = answer.json()["result"]
            header = [one["id"] for one in told["fields"]]
            self._check(address, header, list(csv.reader(io.StringIO(told["records"]))))

    def _check(self, address: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        columns = tuple(header[1:])  # the first is the technical column
        met = [one for one in self.versions if set(one.key) <= set(columns)]
        if not any(_is_between(columns, [row[1:] for row in rows], part) for part in _parts(met)):
            self.bad.append(f"neither old nor new: {address}: {len(rows)} rows")


def _parts(met: Sequence[Version]) -> list[tuple[Version, ...]]:
    """Any version by itself, or all of one key on their way from one to the other."""
    alone: list[tuple[Version, ...]] = [(one,) for one in met]
    same = tuple(one for one in met if met and one.key == met[0].key)
    return [*alone, same] if len(same) > 1 else alone


def _is_between(
    columns: tuple[str, ...], rows: Sequence[Sequence[str]], part: tuple[Version, ...]
) -> bool:
    """Whether every common key is there once, old or new, and nothing that is in neither."""
    seen = {_key(columns, row, part[0].key): tuple(row) for row in rows}
    common = set.intersection(*(set(one.rows) for one in part))
    allowed = [_cut(one, columns) for one in part]
    return (
        len(seen) == len(rows)
        and common <= set(seen)
        and all(any(one.get(key) == row for one in allowed) for key, row in seen.items())
    )


def _key(columns: tuple[str, ...], row: Sequence[str], key: tuple[str, ...]) -> Row:
    return tuple(row[columns.index(name)] for name in key)


def _cut(one: Version, columns: tuple[str, ...]) -> dict[Row, Row]:
    """Its rows with other columns; one that a row does not have yet is empty."""
    places = [one.columns.index(name) if name in one.columns else None for name in columns]
    return {
        key: tuple("" if place is None else row[place] for place in places)
        for key, row in one.rows.items()
    }
