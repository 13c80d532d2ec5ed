"""Counts out of narrative reports: `council/counts`, and `council/numbers` where no digit is lost.

The reading is general (`counting`); what an indicator is called and by which words it is known is
data of the descriptor. Without any indicators the same counts are read, named by their own words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pandas as pd

from pipeline import yamlfile
from pipeline.extractors.counting.remarks import remarks
from pipeline.extractors.counting.report import read_report
from pipeline.extractors.counting.rows import (
    COUNT_COLUMNS,
    NUMBER_COLUMNS,
    Row,
    count_rows,
    identify,
    number_rows,
)
from pipeline.extractors.counting.statements import ReportReading
from pipeline.model import Extraction, Finding, Origin, Place, Table
from pipeline.parameters.activity import ActivityParameters, IndicatorList
from pipeline.readers.document import Document

VERSION = "8"
COUNTS = "council/counts"
NUMBERS = "council/numbers"


def with_indicators(parameters: ActivityParameters, folder: Path) -> ActivityParameters:
    """The parameters with the indicators of their file, which stands in `folder`.

    Raises:
        YamlError: the file is absent or refused.
    """
    if not parameters.indicators_file:
        return parameters
    listed = yamlfile.load(folder / parameters.indicators_file, IndicatorList)
    return parameters.model_copy(
        update={"indicators": (*parameters.indicators, *listed.indicators), "indicators_file": ""}
    )


def extract(materials: Sequence[Document], parameters: ActivityParameters) -> Extraction:
    """The counts of all reports, and every number of their texts."""
    counts: list[tuple[Row, Origin]] = []
    numbers: list[tuple[Row, Origin]] = []
    findings: list[Finding] = []
    readings: list[ReportReading] = []
    for name, document in zip(_names(materials), materials, strict=True):
        reading = read_report(document)
        ids = identify(document.text, reading)
        rows = count_rows(name, document.text, reading, ids, parameters.indicators)
        starts = [one.token.start for one in reading.statements]
        counts += zip(rows, _origins(document, starts), strict=True)
        every = list(number_rows(name, document.text, reading, ids))
        numbers += zip(
            every, _origins(document, [int(row["offset"]) for row in every]), strict=True
        )
        findings += [*document.findings, *remarks(name, document, reading)]
        readings.append(reading)
    return Extraction(
        tables=(_table(COUNTS, COUNT_COLUMNS, counts), _table(NUMBERS, NUMBER_COLUMNS, numbers)),
        findings=tuple(findings),
        actual_on=max((day for one in readings if (day := one.time.last_day)), default=None),
    )


def _names(materials: Sequence[Document]) -> list[str]:
    """An id for each report: the name of its file; two of one name get part of their hash."""
    names = [report_name(one.snapshot.address) for one in materials]
    doubled = {name for name, times in Counter(names).items() if times > 1}
    return [
        f"{name}-{one.snapshot.sha256[:8]}" if name in doubled else name
        for name, one in zip(names, materials, strict=True)
    ]


def report_name(address: str) -> str:
    """The last part of an address or path without its ending: `2019-q3` of `in/2019-q3.txt`."""
    path = unquote(urlsplit(address).path) if "://" in address else address
    name = PurePosixPath(path.replace("\\", "/").rstrip("/")).stem
    return re.sub(r"\s+", "-", name.strip()) or "report"


def _origins(document: Document, starts: Sequence[int]) -> Iterator[Origin]:
    for start in starts:
        yield Origin(sha256=document.snapshot.sha256, place=_place(document, start))


def _place(document: Document, start: int) -> Place:
    return next(
        (line.place for line in document.lines if line.start <= start <= line.end),
        Place(source=document.snapshot.address),
    )


def _table(
    schema: str, columns: Sequence[str], rows: Sequence[tuple[Mapping[str, str], Origin]]
) -> Table:
    records = [[row[column] for column in columns] for row, _ in rows]
    frame = pd.DataFrame(records, columns=list(columns), dtype=str)
    return Table(schema=schema, frame=frame, origins=tuple(origin for _, origin in rows))
