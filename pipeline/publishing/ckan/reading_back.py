"""What a portal shows, read as the public reads it and compared with what should be there."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from pipeline.model import PublishedFile
from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import Difference, difference
from pipeline.publishing.ckan.fields import WORDS, differing, flat, words
from pipeline.publishing.ckan.rows import CONNECTIONS, Rows
from pipeline.publishing.ckan.stamp import stamp_of
from pipeline.publishing.ckan.standing import digest, public_state, read_head, read_shape
from pipeline.publishing.ckan.tables import Shape, rows_of
from pipeline.publishing.ckan.wanted import WantedTable, file_resource, sha256, table_resource
from pipeline.publishing.ckan.work import Work, asked_fields
from pipeline.publishing.package import PackageFile
from pipeline.publishing.passport import Json
from pipeline.publishing.target import DiffersError

SAMPLES_MAX = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReader:
    """A client of the portal without a token, and with connections that nobody used before."""

    portal: Portal

    def check(
        self, work: Work, by_hand: tuple[str, ...], *, whole: bool
    ) -> tuple[tuple[PublishedFile, ...], Mapping[str, object]]:
        """Compare; what the public can fetch, and how the package looks.

        Args:
            work: what was done; says what should be there.
            by_hand: fields that are not the pipeline's.
            whole: everything, value by value; else the package, the dictionaries, the totals and
                every row and file that the work changed.

        Raises:
            DiffersError: something is missing or differs; says what.
            SourceError: the portal does not answer.
        """
        new = {file.path for file in work.files}
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            heads = [pool.submit(self._head, one.wanted) for one in work.tables]
            tables = [
                pool.submit(self._table, work, one.wanted, None if whole else one.difference)
                for one in work.tables
            ]
            package = self._package(work, by_hand)
            shown = {one["id"]: one for one in package["resources"]}
            files = [
                pool.submit(self._file, work, file, shown, whole=whole or file.path in new)
                for file in work.wanted.files.values()
            ]
        _check_listed(work, shown)
        for head in heads:
            head.result()
        return tuple(one.result() for one in (*tables, *files)), _standing(work, package)

    def _package(self, work: Work, by_hand: tuple[str, ...]) -> Mapping[str, Any]:
        name = work.place.name
        try:
            package: Mapping[str, Any] = self.portal.read("package_show", id=name)
        except NotThereError as error:
            raise _missing(work.place.page) from error
        if stamp_of(package) != stamp.done(work.wanted.version):
            raise DiffersError("read-back-version", path=name, version=work.wanted.version)
        for field in differing(flat(package), asked_fields(work.place, work.wanted, by_hand)):
            raise DiffersError("portal-field-differs", name=name, field=field)
        return package

    def _table(self, work: Work, one: WantedTable, found: Difference | None) -> PublishedFile:
        address = work.place.clean_table(one.resource, one.shape)
        rows = Rows(portal=self.portal, resource=one.resource, shape=one.shape)
        if found is not None:
            _told(one, self._changed(rows, found))
            return PublishedFile(path=address, sha256="", size=0)
        self._check_key(one)
        return _whole(one, rows, address)

    def _head(self, one: WantedTable) -> None:
        try:
            shape, count = read_head(self.portal, one.resource)
        except NotThereError as error:
            raise _missing(one.card.name) from error
        _check_columns(one, shape)
        _check_count(one, count)

    def _check_key(self, one: WantedTable) -> None:
        shape = read_shape(self.portal, one.resource)
        if shape is None or set(shape.key) != set(one.shape.key):
            raise DiffersError("portal-dictionary-differs", table=one.card.name)

    def _changed(self, rows: Rows, found: Difference) -> Difference:
        """The rows that an increment touched, as far as they are not what they should be."""
        wanted = found.rows
        shown = rows.find([*wanted, *found.removed])
        return Difference(
            added={key: row for key, row in wanted.items() if key not in shown},
            changed={key: row for key, row in wanted.items() if shown.get(key, row) != row},
            removed={key: row for key, row in shown.items() if key in found.removed},
        )

    def _file(
        self, work: Work, file: PackageFile, shown: Mapping[str, Any], *, whole: bool
    ) -> PublishedFile:
        wanted = file_resource(work.place, file)
        held = shown.get(str(wanted["id"]))
        if held is None:
            raise _missing(file.path)
        if held["hash"] != wanted["hash"]:
            raise DiffersError("read-back-hash", path=file.path)
        _check_words(work.place.name, file.path, held, wanted)
        if whole:
            self._download(file, str(held["url"]))
        return PublishedFile(path=str(held["url"]), sha256=sha256(file.data), size=len(file.data))

    def _download(self, file: PackageFile, address: str) -> None:
        try:
            data = self.portal.download(address)
        except NotThereError as error:
            raise _missing(file.path) from error
        if data != file.data:
            raise DiffersError("read-back-hash", path=file.path)


def _check_listed(work: Work, shown: Mapping[str, Any]) -> None:
    """A table may answer whose resource is on no page."""
    for one in work.tables:
        name = one.wanted.card.name
        if one.wanted.resource not in shown:
            raise _missing(name)
        wanted = table_resource(work.place, one.wanted)
        _check_words(work.place.name, name, shown[one.wanted.resource], wanted)


def _check_words(
    dataset: str, path: str, held: Mapping[str, Any], wanted: Mapping[str, Json]
) -> None:
    """What people read of a resource is as it was sent."""
    for name in WORDS:
        if (held.get(name) or "") != wanted[name]:
            raise DiffersError("portal-field-differs", name=dataset, field=f"{path}.{name}")


def _check_columns(one: WantedTable, shown: Shape) -> None:
    if (shown.kinds, shown.dictionary) != (one.shape.kinds, one.shape.dictionary):
        raise DiffersError("portal-dictionary-differs", table=one.card.name)


def _check_count(one: WantedTable, count: int) -> None:
    rows = len(one.table.frame)
    if rows != count:
        raise DiffersError("portal-count-differs", table=one.card.name, count=count, rows=rows)


def _standing(work: Work, package: Mapping[str, Any]) -> Mapping[str, object]:
    """What the package looks like now, for the nights in which nothing changes."""
    own = asked_fields(work.place, work.wanted, ())
    fields = {name: item for name, item in flat(package).items() if name in own}
    columns = {
        key: word
        for one in work.tables
        for key, word in one.wanted.shape.words(one.wanted.card.name).items()
    }
    said = {**fields, **words(package), **columns}
    return {"digest": digest(public_state(package)), "fields": said}


def _whole(one: WantedTable, rows: Rows, address: str) -> PublishedFile:
    data = rows.portal.download(address)
    shown = list(rows.read(data, address))
    _told(one, difference(lambda: shown, lambda: rows_of(one.table, one.shape), one.shape.places))
    return PublishedFile(path=address, sha256=sha256(data), size=len(data))


def _told(one: WantedTable, found: Difference) -> None:
    """Say what is not as it should be: rows that are missing, that differ, that are foreign."""
    if not found:
        return
    keys: Iterator[tuple[str, ...]] = iter([*found.added, *found.changed, *found.removed])
    samples = [", ".join(key) for key, _ in zip(keys, range(SAMPLES_MAX), strict=False)]
    raise DiffersError(
        "portal-rows-differ",
        table=one.card.name,
        missing=len(found.added),
        changed=len(found.changed),
        foreign=len(found.removed),
        samples="; ".join(samples),
    )


def _missing(name: str) -> DiffersError:
    return DiffersError("read-back-missing", path=name)
