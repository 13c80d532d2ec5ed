"""XLSX in the fast lane: the parser of frictionless with another reader of its sheets.

The workbook is opened as frictionless opens it, by openpyxl; only the XML of the sheet is read in
another way, whose cells are the same (`readers/workbooks/worksheet.py`). Where that is not sure the
report is thrown away and the file goes the way of frictionless as a whole.
"""

import hashlib
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frictionless
from frictionless import errors, system
from frictionless.formats import ExcelControl
from frictionless.formats.excel.parsers.xlsx import XlsxParser
from frictionless.resources import TableResource

from pipeline.validation.columnar import lane
from pipeline.validation.columnar.lane import Judged

_MARK = "_sheets_read_faster"
_BLOCK = 1 << 20


@dataclass
class _Known:
    """What the reader of a sheet has to tell."""

    doubt: str = ""


class _FastXlsxParser(XlsxParser):
    """Reads the sheet faster; everything else is frictionless' own."""

    def read_cell_stream_create(self) -> Iterator[list[Any]]:
        """The cells of each row."""
        # openpyxl takes a quarter of a second to load, which a CSV need not wait for.
        from pipeline.readers.workbooks.worksheet import UnsureError, values

        control = ExcelControl.from_dialect(self.resource.dialect)
        # As frictionless does: openpyxl warns of much that has no bearing on cells.
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
        known: _Known = getattr(self.resource, _MARK)
        try:
            yield from values(self.loader.byte_stream, control.sheet)
        except UnsureError as error:
            known.doubt = str(error)
            raise frictionless.FrictionlessException(errors.SourceError(note="")) from error
        _count(self.resource)


def _count(resource: frictionless.Resource) -> None:
    """Size and digests of the file, as frictionless tells them once a sheet has been read."""
    path = resource.normpath
    if path and not resource.remote:
        md5, sha256 = hashlib.md5(usedforsecurity=False), hashlib.sha256()
        with Path(path).open("rb") as file:
            for block in iter(lambda: file.read(_BLOCK), b""):
                md5.update(block)
                sha256.update(block)
        resource.stats.bytes = Path(path).stat().st_size
        resource.stats.md5, resource.stats.sha256 = md5.hexdigest(), sha256.hexdigest()


class _Plugin(frictionless.Plugin):
    """Gives the faster parser to resources that are marked for it, and to no other."""

    def create_parser(self, resource: frictionless.Resource) -> _FastXlsxParser | None:
        """The parser of a marked workbook."""
        return _FastXlsxParser(resource) if hasattr(resource, _MARK) else None


system.register("pipeline-sheets", _Plugin())


def validate(opened: Callable[[], TableResource], *, limit_errors: int = 0) -> Judged:
    """The report of frictionless on a table of any format, as `lane.validate` gives it.

    Args:
        opened: makes the resource anew, closed.
        limit_errors: as frictionless takes it; 0 tells all errors.
    """
    if not _is_plain(opened()):
        # The lane may still be taken; frictionless reads the sheet itself, which is the slow part.
        return lane.validate(opened, limit_errors=limit_errors)
    known = _Known()

    def marked() -> TableResource:
        resource = opened()
        setattr(resource, _MARK, known)
        return resource

    judged = lane.validate(marked, limit_errors=limit_errors)
    if known.doubt:
        whole = opened().validate(limit_errors=limit_errors)
        return Judged(whole, "whole", f"failed: {known.doubt}")
    return judged


def _is_plain(resource: TableResource) -> bool:
    """Whether it is a workbook whose cells are to be read as they are."""
    if resource.format != "xlsx" or resource.remote or resource.compression:
        return False
    control = ExcelControl.from_dialect(resource.dialect)
    odd = (
        control.fill_merged_cells,
        control.preserve_formatting,
        control.adjust_floating_point_error,
        control.stringified,
        control.workbook_cache,
    )
    return not any(odd)
