"""Rows of one table of the DataStore: read, written in bounded batches, deleted.

One request is one transaction of the portal, so a batch is wholly in or wholly out, and a reader
meets every key once, old or new.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TypeVar

from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import RefusedError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import Key, Row
from pipeline.publishing.ckan.tables import Shape, in_one_form, records
from pipeline.publishing.passport import Json
from pipeline.publishing.progress import Step

BATCH = 5000
"""Rows in one request: some two megabytes of acts. Fewer cost more (measured, CKAN 2.12)."""
CONNECTIONS = 2
"""Requests at once while a table is filled; more bring nothing (measured, CKAN 2.12)."""
KEYS = 100
"""Keys that one question or one deletion names."""
UNCOUNTED: dict[str, Json] = {"calculate_record_count": False}
"""Without it each batch leaves a job that counts rows, and CKAN 2.12 answers 500 when one of them
ends while the next batch comes (`_cancel_calculate_record_count`; seen 2026-11-25)."""
ANSWER_MAX = 32000
"""Rows of one answer; the portal gives no more (`ckan.datastore.search.rows_max`)."""
_CELL_MAX = 2**31 - 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a table as one client of a portal reaches them."""

    portal: Portal
    resource: str
    shape: Shape

    def fill(self, rows: Iterable[Row], told: Step) -> None:
        """Write rows of which the table has none yet.

        Raises:
            SourceError: the portal did not take a batch; others may be there.
        """
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            under_way: list[Future[None]] = []
            for batch in batches(rows, BATCH):
                under_way.append(pool.submit(self._insert, batch, told))
                if len(under_way) > CONNECTIONS:
                    under_way.pop(0).result()
            for last in under_way:
                last.result()

    def _insert(self, batch: Sequence[Row], told: Step) -> None:
        try:
            self._write("insert", batch, repeatable=False)
        except RefusedError:
            raise
        except SourceError:
            # It may be there all the same, and doing it twice would be a double: by key, then.
            self._in_parts(batch)
        told(len(batch))

    def upsert(self, rows: Iterable[Row], told: Step) -> None:
        """Write rows over those of the same key; doing it twice is doing it once.

        Raises:
            SourceError: the portal did not take a batch; those before it are there.
        """
        for batch in batches(rows, BATCH):
            self._in_parts(batch)
            told(len(batch))

    def _in_parts(self, batch: Sequence[Row]) -> None:
        """A batch, halved until the portal takes its size."""
        try:
            self._write("upsert", batch, repeatable=True)
        except SourceError as error:
            if error.code != "portal-upload-too-large" or len(batch) == 1:
                raise
            middle = len(batch) // 2
            self._in_parts(batch[:middle])
            self._in_parts(batch[middle:])

    def _write(self, method: str, batch: Sequence[Row], *, repeatable: bool) -> None:
        data: dict[str, Json] = {
            "resource_id": self.resource,
            "method": method,
            "records": records(batch, self.shape),
            **UNCOUNTED,
        }
        try:
            self.portal.call("datastore_upsert", data, repeatable=repeatable)
        except RefusedError as error:
            if error.row is None or error.row >= len(batch):
                raise
            key = ", ".join(batch[error.row][place] for place in self.shape.places)
            raise SourceError("portal-refused-row", url=self.portal.url, key=key) from error

    def delete(self, keys: Iterable[Key], told: Step) -> None:
        """Delete rows by key; one that is not there needs no deleting.

        Raises:
            SourceError: the portal did not do it; some may be gone.
        """
        for filters, count in self._exact(keys):
            data: dict[str, Json] = {
                "resource_id": self.resource,
                "filters": filters,
                **UNCOUNTED,
            }
            self.portal.call("datastore_records_delete", data, repeatable=True)
            told(count)

    def _exact(self, keys: Iterable[Key]) -> Iterator[tuple[dict[str, Json], int]]:
        """Filters that match these keys and no other: a filter combines every value with every."""
        *first, last = self.shape.key
        for shared, group in groupby(sorted(keys), key=lambda key: key[:-1]):
            for batch in batches((key[-1] for key in group), KEYS):
                yield dict(zip(first, shared, strict=True)) | {last: list(batch)}, len(batch)

    def find(self, keys: Iterable[Key]) -> dict[Key, Row]:
        """The rows of some keys, as the client sees them.

        Raises:
            SourceError: the portal does not give them.
        """
        asked = set(keys)
        rows = (row for filters in self._wide(asked) for row in self._search(filters))
        found = ((tuple(row[place] for place in self.shape.places), row) for row in rows)
        return {key: row for key, row in found if key in asked}

    def _wide(self, keys: Iterable[Key]) -> Iterator[dict[str, Json]]:
        """Filters that match these keys and some more: one question instead of many.

        The rows that match can be no more than the combinations of the values of two columns.
        """
        if len(self.shape.key) > 2:
            yield from (filters for filters, _ in self._exact(keys))
            return
        for batch in batches(sorted(keys), KEYS):
            values = (sorted({key[place] for key in batch}) for place in range(len(batch[0])))
            yield {
                name: list[Json](found) for name, found in zip(self.shape.key, values, strict=True)
            }

    def _search(self, filters: dict[str, Json]) -> Iterator[Row]:
        data: dict[str, Json] = {
            "resource_id": self.resource,
            "filters": filters,
            "fields": list(self.shape.names),
            "records_format": "csv",
            "include_total": False,
            "limit": ANSWER_MAX,
        }
        told = self.portal.call("datastore_search", data, repeatable=True)
        return self._read(_lines(str(told["records"])), self.resource)

    def all(self, address: str) -> Iterator[Row]:
        """Every row, as the download of the table gives them.

        Args:
            address: of the download that has the columns of the shape.

        Raises:
            SourceError: it is not there, or it is no such table.
        """
        return self.read(self.portal.download(address), address)

    def read(self, data: bytes, address: str) -> Iterator[Row]:
        """The rows of a download.

        Raises:
            SourceError: it is no such table.
        """
        try:
            lines = _lines(data.decode())
            header = next(lines, [])
        except (UnicodeDecodeError, csv.Error) as error:
            raise SourceError("read-back-unreadable", path=address) from error
        if tuple(header) != self.shape.names:
            raise SourceError("read-back-unreadable", path=address)
        return self._read(lines, address)

    def _read(self, lines: Iterator[list[str]], name: str) -> Iterator[Row]:
        """Rows in their one form; a line that breaks off is none."""
        try:
            yield from in_one_form(_of_width(len(self.shape.columns), lines), self.shape)
        except (csv.Error, ValueError) as error:
            raise SourceError("read-back-unreadable", path=name) from error


def _lines(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(_CELL_MAX)
    return csv.reader(io.StringIO(text, newline=""))


def _of_width(columns: int, lines: Iterable[list[str]]) -> Iterator[Row]:
    for line in lines:
        if len(line) != columns:
            raise ValueError("a line that is no row")
        yield tuple(line)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items in lists of that length, the last one shorter."""
    under_way = iter(items)
    while batch := list(islice(under_way, size)):
        yield batch
