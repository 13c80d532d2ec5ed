"""All files of one dataset as bytes, from a release and its passport. Pure: no disk, no clock."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.errors import ConfigurationError, DataError
from pipeline.model import Finding, Release, Snapshot, Table
from pipeline.publishing.entries import DATASETS, PACKAGE, PAGE, PASSPORT
from pipeline.publishing.formats import Files, to_csv, to_json_rows
from pipeline.publishing.inert import (
    Rows,
    header_of,
    inert_findings,
    inert_rows,
    public_link,
    public_source,
    rows_of,
)
from pipeline.publishing.notices import findings_json, notices
from pipeline.publishing.package import CSV, CSVW, JSON, XLSX, PackageFile, package_json
from pipeline.publishing.pages import PREVIEW_ROWS, DatasetView, SourceView, TableView, dataset_page
from pipeline.publishing.passport import Passport, Publisher, TableCard
from pipeline.publishing.record import Record, record, record_csv, record_json
from pipeline.publishing.structure import (
    Link,
    columns,
    csvw,
    link_beside,
    numeric_names,
    structure_csv,
)
from pipeline.publishing.workbook import fits, to_xlsx

_BESIDE: Mapping[str, Link] = {}


def dataset_files(release: Release, passport: Passport, holder: Publisher, site_url: str) -> Files:
    """Every file of the dataset.

    Raises:
        ConfigurationError: the passport does not fit the release, or two files share a name.
        DataError: a table does not fit its schema, or holds what no encoding can write.
    """
    folder = f"{DATASETS}/{passport.name}"
    landing = f"{site_url}{folder}/" if site_url else PAGE
    described, files = package_files(release, passport, landing)
    tables = tuple(file for file in files if file.table is not None)
    contents = {file.path: file.data for file in files} | {
        PASSPORT: record_json(described),
        PACKAGE: package_json(release, passport, files, landing if site_url else None),
        PAGE: dataset_page(_view(release, passport, described, tables), holder),
    }
    return {f"{folder}/{path}": data for path, data in sorted(contents.items())}


def package_files(
    release: Release,
    passport: Passport,
    landing: str,
    *,
    forms: Sequence[str] = (CSV, XLSX, JSON),
    formats: Sequence[str] = (),
    links: Mapping[str, Link] = _BESIDE,
    identifier: str = "",
) -> tuple[Record, tuple[PackageFile, ...]]:
    """The passport of a release, and its files besides page and descriptors.

    Args:
        release: what is published.
        passport: its passport.
        landing: address of the page of the dataset.
        forms: the forms of a table that become files.
        formats: formats in which the tables are to be had, where it is more than the files.
        links: name of a table -> where its CSV is, when it is no file beside the others.
        identifier: what the target calls the dataset, where that is not its name here.

    Raises:
        ConfigurationError: the passport does not fit the release, or two files share a name.
        DataError: a table does not fit its schema, or holds what no encoding can write.
    """
    _check_passport(release, passport)
    tables = tuple(
        file
        for card, table in _pairs(release, passport)
        for file in _table_files(card, table, forms, links.get(card.name) or link_beside(card))
    )
    known = tuple(formats) or _formats(tables)
    described = record(release, passport, known, landing, identifier)
    inert = inert_findings(release) if CSV in forms else ()
    files = (*tables, *_described_files((*passport.findings, *inert), described))
    _check_names(files, passport.name)
    return described, files


def _pairs(release: Release, passport: Passport) -> Iterator[tuple[TableCard, Table]]:
    released = {table.name: table for table in release.tables}
    return ((card, released[card.name]) for card in passport.tables)


def _table_files(
    card: TableCard, table: Table, forms: Sequence[str], link: Link
) -> Iterator[PackageFile]:
    for kind, content in _in_forms(card, table, forms):
        yield PackageFile(
            path=f"{card.name}.{kind}", data=content, format=kind, role="table", table=card
        )
    for path, content, kind in (
        (f"{card.name}-structure.csv", structure_csv(card), CSV),
        (f"{card.name}.csv-metadata.json", csvw(card, link), CSVW),
    ):
        yield PackageFile(path=path, data=content, format=kind, role="structure", table=card)


def _in_forms(card: TableCard, table: Table, forms: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    if not forms:
        _check_table(card, header_of(table), ())
        return
    header, rows, numeric = header_of(table), rows_of(table), numeric_names(card)
    _check_table(card, header, rows)
    if CSV in forms:
        yield CSV, to_csv(header, inert_rows(rows))
    if XLSX in forms and fits(rows):
        yield XLSX, to_xlsx(card.name, card.title.uk, header, rows, numeric)
    if JSON in forms:
        yield JSON, to_json_rows(header, rows, numeric)


def _described_files(findings: Sequence[Finding], described: Record) -> tuple[PackageFile, ...]:
    return (
        PackageFile(path="passport.csv", data=record_csv(described), format=CSV, role="passport"),
        PackageFile(
            path="findings.json", data=findings_json(findings), format=JSON, role="findings"
        ),
    )


def _formats(files: Sequence[PackageFile]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(file.format.upper() for file in files if file.role == "table"))


def _view(
    release: Release, passport: Passport, described: Record, files: Sequence[PackageFile]
) -> DatasetView:
    return DatasetView(
        record=described,
        tables=tuple(_table_view(card, table, files) for card, table in _pairs(release, passport)),
        sources=tuple(map(_source_view, release.snapshots)),
        notices=notices((*passport.findings, *inert_findings(release))),
    )


def _table_view(card: TableCard, table: Table, files: Sequence[PackageFile]) -> TableView:
    return TableView(
        card=card,
        columns=columns(card),
        total=len(table.frame),
        rows=rows_of(table)[:PREVIEW_ROWS],
        files=tuple(file for file in files if file.table is card),
    )


def _source_view(snapshot: Snapshot) -> SourceView:
    return SourceView(
        title=public_source(snapshot.address),
        address=public_link(snapshot.address),
        sha256=snapshot.sha256,
    )


def _check_passport(release: Release, passport: Passport) -> None:
    described = Counter(card.name for card in passport.tables)
    released = Counter(table.name for table in release.tables)
    if passport.name != release.dataset or described != released:
        raise ConfigurationError(
            "passport-of-another-dataset", passport=passport.name, dataset=release.dataset
        )


def _check_names(files: Sequence[PackageFile], dataset: str) -> None:
    # Also without regard to case: some disks know no difference.
    names = Counter(name.lower() for name in (PASSPORT, PACKAGE, PAGE, *(f.path for f in files)))
    name, count = names.most_common(1)[0]
    if count > 1:
        raise ConfigurationError("file-names-collide", dataset=dataset, name=name)


def _check_table(card: TableCard, header: Sequence[str], rows: Rows) -> None:
    declared = [column.name for column in columns(card)]
    if list(header) != declared:
        unlike = sorted(set(header) ^ set(declared)) or list(header)
        raise DataError("columns-unlike-schema", table=card.name, columns=", ".join(unlike))
    for number, row in enumerate(rows, start=1):
        for name, cell in zip(header, row, strict=True):
            _check_cell(card.name, name, number, cell)


def _check_cell(table: str, field: str, row: int, cell: str) -> None:
    try:
        cell.encode()
    except UnicodeEncodeError as exc:
        raise DataError("text-not-unicode", table=table, field=field, row=str(row)) from exc
