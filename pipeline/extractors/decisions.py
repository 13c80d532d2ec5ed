"""Pages with acts of a council, its executive committee or its mayor -> `LegalActs`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from pipeline.extractors.act_pages import drafts
from pipeline.extractors.act_pages.rows import PageRows, of_page, schema_of
from pipeline.extractors.act_pages.status import with_status
from pipeline.model import Extraction, Finding, Origin, Table
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page

VERSION = "9"
COLUMNS = ("type", "title", "dateAccepted", "number", "issued", "url")


def extract(materials: Iterable[Page], parameters: DecisionsParameters) -> Extraction:
    """Acts of all pages, in their order; columns that no page gives are left to the descriptor."""
    return together((of_page(page, parameters) for page in materials), parameters)


def together(pages: Iterable[PageRows], parameters: DecisionsParameters) -> Extraction:
    """The table of all pages, in their order."""
    rows: list[Mapping[str, str]] = []
    origins: list[Origin] = []
    findings: list[Finding] = []
    newest: date | None = None
    for page in pages:
        findings += [_counted_on(finding, len(rows)) for finding in page.findings]
        rows += page.rows
        origins += page.origins
        newest = max(filter(None, (newest, page.published)), default=None)
    columns = drafts.COLUMNS if parameters.drafts else COLUMNS
    frame = pd.DataFrame(rows, columns=with_status(columns, rows), dtype=str).fillna("")
    table = Table(schema=schema_of(parameters), frame=frame, origins=tuple(origins))
    return Extraction(tables=(table,), findings=tuple(findings), actual_on=newest)


def _counted_on(finding: Finding, rows: int) -> Finding:
    return finding if finding.row is None else replace(finding, row=finding.row + rows)
