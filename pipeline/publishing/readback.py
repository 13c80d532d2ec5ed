"""What was published, read as the public reads it and compared value by value with the release."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from pipeline.model import PublishedFile, Recovered, Release, Table
from pipeline.publishing.entries import DATASETS, PACKAGE, PASSPORT, Entry, entry
from pipeline.publishing.formats import Files
from pipeline.publishing.inert import Rows, header_of, inert_rows, rows_of
from pipeline.publishing.package import CSV, JSON, Resource, file_hash
from pipeline.publishing.reading import (
    Read,
    UnreadableError,
    first_difference,
    read_csv,
    read_json,
    read_xlsx,
    same,
)
from pipeline.publishing.record import Record
from pipeline.publishing.recovery import recovered
from pipeline.publishing.target import DiffersError


def published_files(site: Path, release: Release) -> tuple[PublishedFile, ...]:
    """Every file of the dataset, after all of them have proved to say what the release says.

    Raises:
        DiffersError: a file is missing, cannot be read, or differs.
    """
    found = _entry(site, release)
    data = {path: _bytes(site, path) for path in sorted(found.paths())}
    for resource in found.package.resources:
        _check_hash(f"{found.folder}/{resource.path}", data, resource)
    for table in release.tables:
        _check_table(found, table, data)
    return tuple(_published(path, content) for path, content in data.items())


def recover(site: Path, dataset: str, address: str) -> Recovered | None:
    """A dataset as its files show it; None where the catalogue does not have it.

    Numbers are taken from the CSV, which keeps their spelling; all else from the JSON, in which
    no cell was made inert.

    Raises:
        SourceError: its files cannot be read.
    """
    folder = f"{DATASETS}/{dataset}"
    if not (site / folder / PASSPORT).is_file():
        return None
    try:
        passport = Record.model_validate_json(_bytes(site, f"{folder}/{PASSPORT}"))
    except ValidationError as exc:
        raise DiffersError("read-back-unreadable", path=folder) from exc
    tables = {one.name: _as_released(site, f"{folder}/{one.name}") for one in passport.tables}
    return recovered(passport.identifier, passport, passport.version, address, tables)


def _as_released(site: Path, path: str) -> tuple[tuple[str, ...], Rows]:
    spelled = _parsed(path, CSV, _bytes(site, f"{path}.{CSV}"), ())
    plain = _parsed(path, JSON, _bytes(site, f"{path}.{JSON}"), spelled.header)
    rows = [
        tuple(left if same(left, right) else right for left, right in zip(*pair, strict=True))
        for pair in zip(spelled.rows, plain.rows, strict=True)
    ]
    return spelled.header, rows


def _published(path: str, data: bytes) -> PublishedFile:
    return PublishedFile(path=path, sha256=file_hash(data).removeprefix("sha256:"), size=len(data))


def _entry(site: Path, release: Release) -> Entry:
    folder = f"{DATASETS}/{release.dataset}"
    passport, package = (_bytes(site, f"{folder}/{name}") for name in (PASSPORT, PACKAGE))
    try:
        found = entry(passport, package)
    except ValidationError as exc:
        raise DiffersError("read-back-unreadable", path=folder) from exc
    versions = {found.record.version, found.package.version}
    if versions != {release.version} or found.record.identifier != release.dataset:
        raise DiffersError("read-back-version", path=folder, version=release.version)
    return found


def _bytes(site: Path, path: str) -> bytes:
    try:
        return (site / path).read_bytes()
    except OSError as exc:
        raise DiffersError("read-back-missing", path=path) from exc


def _check_hash(path: str, data: Files, resource: Resource) -> None:
    if (file_hash(data[path]), len(data[path])) != (resource.hash, resource.bytes):
        raise DiffersError("read-back-hash", path=path)


def _check_table(found: Entry, table: Table, data: Files) -> None:
    header, rows = header_of(table), rows_of(table)
    kinds = [
        file.format for file in found.package.tables() if file.path.startswith(f"{table.name}.")
    ]
    if CSV not in kinds or JSON not in kinds:
        raise DiffersError("read-back-missing", path=f"{found.folder}/{table.name}.{CSV}")
    for kind in kinds:
        path = f"{found.folder}/{table.name}.{kind}"
        expected = inert_rows(rows) if kind == CSV else rows
        _compare(path, _parsed(path, kind, data[path], header), header, expected)


def _parsed(path: str, kind: str, data: bytes, header: Sequence[str]) -> Read:
    try:
        if kind == CSV:
            return read_csv(data)
        return read_json(data, header) if kind == JSON else read_xlsx(data)
    except UnreadableError as exc:
        raise DiffersError("read-back-unreadable", path=path) from exc


def _compare(path: str, found: Read, header: Sequence[str], rows: Rows) -> None:
    if found.header != tuple(header):
        raise DiffersError("read-back-differs", path=path, row="0", column="0")
    difference = first_difference(found.rows, rows)
    if difference is not None:
        row, column = map(str, difference)
        raise DiffersError("read-back-differs", path=path, row=row, column=column)
