"""All files of one dataset as bytes, from a release and its passport. Pure: no disk, no clock."""

from collections.abc import Iterator, Mapping

from pipeline.errors import ConfigurationError, DataError
from pipeline.model import Release, Snapshot, Table
from pipeline.publishing.entries import DATASETS, PACKAGE, PAGE, PASSPORT
from pipeline.publishing.formats import to_csv, to_json_rows
from pipeline.publishing.inert import (
    header_of,
    inert_findings,
    inert_rows,
    public_source,
    rows_of,
    web_address,
)
from pipeline.publishing.notices import findings_json, notices
from pipeline.publishing.package import CSV, CSVW, JSON, XLSX, PackageFile, package_json
from pipeline.publishing.pages import PREVIEW_ROWS, DatasetView, SourceView, TableView, dataset_page
from pipeline.publishing.passport import Passport, Publisher, TableCard
from pipeline.publishing.record import Record, record, record_csv, record_json
from pipeline.publishing.structure import columns, csvw, structure_csv
from pipeline.publishing.workbook import fits, to_xlsx


def dataset_files(
    release: Release, passport: Passport, holder: Publisher, site_url: str
) -> Mapping[str, bytes]:
    """Path below the root of the catalogue -> content, for every file of the dataset.

    Raises:
        ConfigurationError: the passport does not fit the release, or two files share a name.
        DataError: a table does not fit its schema, or holds what no encoding can write.
    """
    _check(release, passport)
    folder = f"{DATASETS}/{passport.name}"
    tables = _table_files(release, passport)
    landing = f"{site_url}{folder}/" if site_url else PAGE
    described = record(release, passport, _formats(tables), landing)
    findings = (*passport.findings, *inert_findings(release))
    files = (
        *tables,
        PackageFile(path="passport.csv", data=record_csv(described), format=CSV, role="passport"),
        PackageFile(
            path="findings.json", data=findings_json(findings), format=JSON, role="findings"
        ),
    )
    homepage = landing if site_url else None
    view = DatasetView(
        record=described,
        tables=_table_views(release, passport, tables),
        sources=tuple(map(_source_view, release.snapshots)),
        notices=notices(findings),
    )
    contents = {file.path: file.data for file in _distinct(files, passport.name)} | {
        PASSPORT: record_json(described),
        PACKAGE: package_json(release, passport, files, homepage),
        PAGE: dataset_page(view, holder),
    }
    return {f"{folder}/{path}": data for path, data in sorted(contents.items())}
