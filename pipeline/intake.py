"""From declared sources to a completed extraction: fetch, read, extract, complete.

Here a snapshot meets its reader and an extractor its materials; which, the descriptor says.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pipeline import description, pages, recipes
from pipeline.descriptor import DatasetSpec
from pipeline.errors import SourceError
from pipeline.extractors import act_links, activity, catalogue, decisions, registry, votes
from pipeline.extractors.corrections import correct
from pipeline.extractors.derivation import Columns, complete
from pipeline.model import Extraction, Finding, Listing, Severity, Snapshot, Table
from pipeline.page_reading import Reading
from pipeline.parameters.fetching import Kind
from pipeline.parameters.reading import ReaderOptions
from pipeline.parameters.recipe import PageShape, Recipe
from pipeline.readers import document, listing, page_text, pdf_text, spreadsheet
from pipeline.readers.document import Document
from pipeline.sources.crawl import NOWHERE, Trail, crawl
from pipeline.sources.fetch import Fetched, Known, fetch
from pipeline.sources.snapshots import SnapshotStore
from pipeline.sources.web import Web
from pipeline.understood import UnderstoodPages
from pipeline.validation import privacy
from pipeline.validation.schema import load_schema

Material = TypeVar("Material")
Options = TypeVar("Options")

TABLES = {
    Kind.CSV,
    Kind.XLSX,
    Kind.XLS,
    Kind.ODS,
    Kind.PAGE,
    Kind.DOCX,
    Kind.PDF,
    Kind.JSON,
}
"""Kinds of files that may hold a table; the last four where `readers.spreadsheet.format` says."""

DOCUMENTS = {Kind.TEXT, Kind.DOCX, Kind.DOC, Kind.RTF}
"""Kinds of files that are read as one text."""

_VERSIONS = {
    "activity": activity.VERSION,
    "catalogue": catalogue.VERSION,
    "decisions": decisions.VERSION,
    "registry": registry.VERSION,
    "votes": votes.VERSION,
}


def extractor_of(spec: DatasetSpec) -> str:
    """Versions of the code that shapes tables, as a fingerprint knows them: extractor, guard."""
    name = spec.text.extractor.name
    return f"{name}/{_VERSIONS[name]}+guard/{privacy.VERSION}"


def fingerprint(spec: DatasetSpec, snapshots: Sequence[Snapshot]) -> str:
    """SHA-256 over everything that shapes the tables: the same fingerprint, the same tables."""
    parts = {
        "sources": [[snapshot.address, snapshot.sha256] for snapshot in snapshots],
        "descriptor": spec.digest,
        "schemas": spec.schemas_digest,
        "extractor": extractor_of(spec),
    }
    if recipe := spec.text.readers.page.recipe:
        parts["recipe"] = recipes.digest(recipe)
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def addresses_of(spec: DatasetSpec) -> tuple[str, ...]:
    """Declared sources; a path is beside the descriptor."""
    return tuple(
        source.url or source.section or str(_beside(spec, source.path))
        for source in spec.text.sources
    )


def _beside(spec: DatasetSpec, path: str) -> Path:
    # As short as it can be said from here, so that findings name a path a person recognises.
    full = (spec.folder / path).resolve()
    here = Path.cwd()
    return full.relative_to(here) if full.is_relative_to(here) else full


def gather(
    spec: DatasetSpec,
    addresses: Sequence[str],
    *,
    store: SnapshotStore,
    web: Web,
    known: Known,
    trail: Trail = NOWHERE,
) -> Fetched:
    """Fetch all sources of a dataset, in the order given; `trail`: of sections.

    Raises:
        SourceError: one of them did not give what it should.
    """
    sections = {source.section for source in spec.text.sources if source.section}
    options = spec.text.fetch
    parts = [
        crawl(
            address,
            store=store,
            options=options,
            web=web,
            known=known,
            look=_look(spec, store),
            trail=trail,
        )
        if address in sections
        else fetch(address, store=store, options=options, web=web, known=known)
        for address in addresses
    ]
    return Fetched(
        snapshots=tuple(item for part in parts for item in part.snapshots),
        archives=tuple(item for part in parts for item in part.archives),
        findings=tuple(item for part in parts for item in part.findings),
    )


def _look(spec: DatasetSpec, store: SnapshotStore) -> Callable[[Snapshot], Listing]:
    options = spec.text.readers.page
    recipe = recipes.load(options.recipe)
    return lambda snapshot: listing.read(store.get(snapshot.sha256), snapshot, options, recipe)


def extract(
    spec: DatasetSpec,
    snapshots: Sequence[Snapshot],
    store: SnapshotStore,
    understood: UnderstoodPages | None = None,
) -> Extraction:
    """Read and extract; the tables have every column of their schema.

    `understood`: what pages gave before, where the pipeline has a home to keep it in.

    Raises:
        SourceError: a snapshot cannot be read, or is of a kind this dataset does not read.
    """
    return completed(spec, _extracted(spec, snapshots, store, understood))


def completed(spec: DatasetSpec, extraction: Extraction) -> Extraction:
    """The extraction with every column of its schemas, derived or empty."""
    pairs = [_completed_table(spec, table) for table in extraction.tables]
    return Extraction(
        tables=tuple(table for table, _ in pairs),
        findings=extraction.findings + tuple(item for _, found in pairs for item in found),
        actual_on=extraction.actual_on,
    )


def _completed_table(spec: DatasetSpec, table: Table) -> tuple[Table, tuple[Finding, ...]]:
    schema = load_schema(table.schema, spec.schemas)
    columns = Columns(names=schema.names, required=frozenset(schema.required))
    declared = spec.table(table.name)
    mended, corrected = correct(table, declared.corrections)
    whole, derived = complete(mended, declared, columns, spec.holder, spec.text.body, spec.folder)
    return whole, (*corrected, *derived)


def _extracted(
    spec: DatasetSpec,
    snapshots: Sequence[Snapshot],
    store: SnapshotStore,
    understood: UnderstoodPages | None,
) -> Extraction:
    readers = spec.text.readers
    match spec.text.extractor:
        case description.Decisions(parameters=parameters):
            recipe = recipes.load(readers.page.recipe) if readers.page.recipe else None
            reading = Reading(
                options=readers.page,
                shape=recipe.page if recipe else PageShape(),
                parameters=parameters,
            )
            _check_kinds(snapshots, {Kind.PAGE})
            found = _of_pages(spec.name, snapshots, store, reading, understood)
            extraction = act_links.linked(found, parameters)
            return replace(extraction, findings=(*_untried(recipe), *extraction.findings))
        case description.Activity(parameters=parameters):
            documents = _read(snapshots, store, DOCUMENTS, document.read, readers.document)
            known = activity.with_indicators(parameters, spec.folder)
            return activity.extract(documents, known)
        case description.Registry(parameters=parameters):
            sheets = _read(snapshots, store, TABLES, spreadsheet.read, readers.spreadsheet)
            return registry.extract(sheets, parameters)
        case description.Votes(parameters=parameters):
            kinds = DOCUMENTS | {Kind.JSON, Kind.XML, Kind.CSV, Kind.PAGE, Kind.PDF}
            documents = _read(snapshots, store, kinds, _document_or_page, readers)
            return votes.extract(documents, parameters)
        case description.Catalogue():
            (snapshot,) = snapshots
            return catalogue.extract(store.get(snapshot.sha256), snapshot)


def _document_or_page(data: bytes, snapshot: Snapshot, readers: ReaderOptions) -> Document:
    match Kind.of_media_type(snapshot.media_type):
        case Kind.PAGE:
            return page_text.read(data, snapshot, readers.page)
        case Kind.PDF:
            return pdf_text.read(data, snapshot, readers.spreadsheet)
        case _:
            return document.read(data, snapshot, readers.document)


def _of_pages(
    name: str,
    snapshots: Sequence[Snapshot],
    store: SnapshotStore,
    reading: Reading,
    understood: UnderstoodPages | None,
) -> Extraction:
    if understood is None:
        return pages.extract(snapshots, store.get, reading)
    with understood.of(name, reading.way) as before:
        return pages.extract(snapshots, store.get, reading, understood=before)


def _untried(recipe: Recipe | None) -> tuple[Finding, ...]:
    """A recipe that no page of a real site has confirmed says so whenever it is used."""
    if recipe is None or recipe.recorded:
        return ()
    details = {"recipe": recipe.name, "title": recipe.title}
    return (Finding(code="recipe-is-untried", severity=Severity.WARNING, details=details),)


def _read(
    snapshots: Sequence[Snapshot],
    store: SnapshotStore,
    kinds: set[Kind],
    read: Callable[[bytes, Snapshot, Options], Material],
    options: Options,
) -> list[Material]:
    _check_kinds(snapshots, kinds)
    return [read(store.get(snapshot.sha256), snapshot, options) for snapshot in snapshots]


def _check_kinds(snapshots: Sequence[Snapshot], kinds: set[Kind]) -> None:
    for snapshot in snapshots:
        kind = Kind.of_media_type(snapshot.media_type)
        if kind not in kinds:
            known = ", ".join(sorted(kinds))
            raise SourceError(
                "no-reader-for-kind", source=snapshot.address, kind=kind.value, known=known
            )
