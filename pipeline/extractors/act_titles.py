"""Titles that a site cut at a length, joined with the whole title that another page has.

The list of acts shows «Про набори даних, які підлягають…», the page of the act its full title: one
act, and so one row, of the page that has the title.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from pipeline.extractors.act_pages.links import is_cut, whole_title
from pipeline.model import Extraction, Finding, Severity, Table

_SAME = ("number", "dateAccepted")


def with_whole_titles(extraction: Extraction) -> Extraction:
    """The extraction with one row for an act of which one page has the title cut, another whole."""
    (table,) = extraction.tables
    whole = dict(_wholes(table.frame))
    if not whole:
        return extraction
    kept = [row for row in range(len(table.frame)) if row not in whole]
    joined = Table(
        schema=table.schema,
        frame=_completed(table.frame, whole).iloc[kept].reset_index(drop=True),
        origins=tuple(table.origins[row] for row in kept),
    )
    moved = {row + 1: position for position, row in enumerate(kept, start=1)}
    said = Finding(
        code="title-joined",
        severity=Severity.INFO,
        table=table.name,
        field="title",
        details={"count": len(whole)},
    )
    findings = (*_moved(extraction.findings, table.name, moved), said)
    return replace(extraction, tables=(joined,), findings=findings)


def _wholes(frame: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Row with a cut title -> row of the same act with the whole one."""
    titles = [str(title) for title in frame["title"]]
    acts: dict[tuple[str, ...], list[int]] = {}
    for row, key in enumerate(zip(*(frame[name].astype(str) for name in _SAME), strict=True)):
        acts.setdefault(key, []).append(row)
    for row, key in enumerate(zip(*(frame[name].astype(str) for name in _SAME), strict=True)):
        if all(key) and is_cut(titles[row]):
            found = (other for other in acts[key] if _is_whole(titles[row], titles[other]))
            whole = next(found, None)
            if whole is not None:
                yield row, whole


def _is_whole(cut: str, title: str) -> bool:
    return not is_cut(title) and whole_title(cut, title) == title


def _completed(frame: pd.DataFrame, whole: Mapping[int, int]) -> pd.DataFrame:
    """What the row with the whole title lacks, taken from the one with the cut title."""
    frame = frame.copy()
    for cut, row in whole.items():
        for at in range(frame.shape[1]):
            if frame.iat[row, at] == "":
                frame.iat[row, at] = str(frame.iat[cut, at])
    return frame


def _moved(
    findings: tuple[Finding, ...], table: str, moved: Mapping[int, int]
) -> Iterator[Finding]:
    """Findings with the rows as they are counted now; those of rows that went go as well."""
    for finding in findings:
        if finding.row is None or finding.table != table:
            yield finding
        elif finding.row in moved:
            yield replace(finding, row=moved[finding.row])
