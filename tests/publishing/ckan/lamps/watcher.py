"""A reader of a portal without a token, who looks all the time and notes every bad answer."""

import csv
import io
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import requests

from pipeline.publishing.ckan.standing import resource_id
from tests.portal.portal import Portal, RefusedError
from tests.portal.proxy import Proxy

Row = frozenset[tuple[str, str]]
"""Names and texts of the cells that are not empty: the same by whatever way they come."""
Version = Mapping[str, Row]
"""Key -> row."""
GENERATIONS = 3
REPLACED = "(замінено)"
MOST = 32000
"""Rows of one answer."""


def row_of(cells: Mapping[str, object]) -> Row:
    """A row without the column that the portal adds."""
    return frozenset(
        (name, str(value))
        for name, value in cells.items()
        if name != "_id" and value not in (None, "")
    )


class Watcher:
    """Polls the API, the dump with and without `_id` and the page of every table of a dataset.

    Each answer has to hold every key that all versions have, once, in a row of one of them, and
    nothing else. A table that is not listed has to be refused or as whole as one that is.
    """

    def __init__(self, portal: Portal, dataset: str, tables: Sequence[str], key: str) -> None:
        self.portal, self.dataset, self.key = portal, dataset, key
        self.tables = tables
        self.pages = True
        """Whether it looks at pages as well, which costs most."""
        self.bad: list[str] = []
        self.polls = 0
        self.answers = 0
        self._versions: tuple[Version, ...] = ()
        self._replaced: dict[str, Version] = {}
        """Id of a table that another one has replaced -> what it holds for ever."""
        self._always: frozenset[str] = frozenset()
        self._turn = threading.Lock()
        self._session = requests.Session()
        self._session.trust_env = False
        hidden = (resource_id(dataset, name, n) for name in tables for n in range(GENERATIONS))
        self._known = tuple(hidden)

    @contextmanager
    def watching(
        self, proxy: Proxy, *versions: Version, always: Iterable[str] | None = None
    ) -> Iterator[None]:
        """Poll before each write that goes through the proxy, and all the time besides.

        Args:
            proxy: in front of the portal.
            versions: all that the tables may hold.
            always: tables that have to be listed at any moment; all of them when left out.
        """
        self._versions = versions
        self._always = frozenset(self.tables if always is None else always)
        with ExitStack() as stack:
            stack.enter_context(self._all_the_time())
            proxy.between_writes = self.poll
            try:
                self.poll()
                yield
                self.poll()
            finally:
                proxy.between_writes = None
        self.report()

    def forget(self) -> None:
        """Begin with another dataset under the same name."""
        self._replaced.clear()

    def report(self) -> None:
        """Fail if there was a bad answer since the last report."""
        bad, self.bad = self.bad, []
        assert self.polls
        assert not bad, f"{len(bad)} bad answers: {bad[:5]}"

    @contextmanager
    def _all_the_time(self) -> Iterator[None]:
        done = threading.Event()

        def go_on() -> None:
            while not done.wait(0.2):
                self.poll(briefly=True)

        under_way = threading.Thread(target=go_on, daemon=True)
        under_way.start()
        try:
            yield
        finally:
            done.set()
            under_way.join()

    def poll(self, *, briefly: bool = False) -> None:
        """Look at everything once, or briefly at the API alone."""
        with self._turn:
            try:
                self._look(briefly=briefly)
            except (RefusedError, requests.RequestException, ValueError) as error:
                self.bad.append(f"{type(error).__name__}: {error}")
            self.polls += 1

    def _look(self, *, briefly: bool) -> None:
        listed = self._listed()
        missing = self._always - {str(one["name"]) for one in listed}
        if missing:
            self.bad.append(f"not listed: {sorted(missing)}")
        for one in listed:
            table, name = str(one["id"]), str(one["name"])
            told = self._search(table, stays=name.endswith(REPLACED))
            if not briefly:
                self._count(table, told)
                names = [field["id"] for field in told["fields"] if field["id"] != "_id"]
                self._dump(table, "")
                self._dump(table, f"?fields={','.join(names)}")
            if self.pages and not briefly:
                self._page(f"/dataset/{self.dataset}/resource/{table}", name)
        for table in set(self._known) - {str(one["id"]) for one in listed}:
            with _nothing_there():
                self._search(table)

    def _listed(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        with _nothing_there():
            found += self._action("package_show", id=self.dataset)["resources"]
        return [one for one in found if one["datastore_active"]]

    def _action(self, action: str, **data: object) -> Any:
        address = f"{self.portal.url}/api/3/action/{action}"
        answer = self._session.post(address, json=data, timeout=60)
        body = answer.json()
        if not body.get("success"):
            raise RefusedError(answer.status_code, body)
        return body["result"]

    def _search(self, table: str, *, stays: bool = False) -> Mapping[str, Any]:
        told: Mapping[str, Any] = self._action("datastore_search", resource_id=table, limit=MOST)
        if stays and table not in self._replaced:
            rows = {str(one[self.key]): row_of(one) for one in told["records"]}
            if rows in self._versions:
                self._replaced[table] = rows
        self._judge(table, f"datastore_search {table}", told["records"])
        return told

    def _count(self, table: str, told: Mapping[str, Any]) -> None:
        """The portal counts in a question of its own, so only while nothing is written."""
        if told["total"] != len(told["records"]):
            self.bad.append(f"datastore_search {table}: {told['total']} in all")

    def _dump(self, table: str, query: str) -> None:
        path = f"/datastore/dump/{table}{query}"
        lines = csv.reader(io.StringIO(self._get(path).decode("utf-8-sig"), newline=""))
        header = next(lines)
        self._judge(table, path, [dict(zip(header, cells, strict=True)) for cells in lines])

    def _page(self, path: str, name: str) -> None:
        if name not in self._get(path).decode():
            self.bad.append(f"{path}: no {name}")

    def _get(self, path: str) -> bytes:
        answer = self._session.get(f"{self.portal.url}{path}", timeout=60)
        if answer.status_code != 200:
            raise RefusedError(answer.status_code, path)
        return answer.content

    def _judge(self, table: str, what: str, records: Sequence[Mapping[str, object]]) -> None:
        self.answers += 1
        stays = self._replaced.get(table)
        versions = self._versions if stays is None else (stays,)
        times = Counter(str(one.get(self.key)) for one in records)
        common = set(versions[0]).intersection(*versions)
        twice = [key for key, count in times.items() if count > 1]
        missing = [key for key in common if key not in times]
        foreign = [
            key
            for key, row in ((str(one.get(self.key)), row_of(one)) for one in records)
            if row not in [version.get(key) for version in versions]
        ]
        if twice or missing or foreign:
            said = f"twice {twice[:3]}, missing {missing[:3]}, foreign {foreign[:3]}"
            self.bad.append(f"{what}: {len(records)} rows, {said}")


@contextmanager
def _nothing_there() -> Iterator[None]:
    """The portal may say that there is nothing, or nothing for the public."""
    try:
        yield
    except RefusedError as error:
        if error.status not in {403, 404}:
            raise
