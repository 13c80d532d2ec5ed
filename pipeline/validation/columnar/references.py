"""Foreign keys in the fast lane: which rows refer to nothing, said by frictionless' own error.

The table is judged without its foreign keys; the keys are then compared by value, and what refers
to nothing is put into the report where frictionless would have put it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import frictionless
from frictionless import errors
from frictionless.resources import TableResource
from frictionless.table.row import Row, create_cell_handlers

from pipeline.validation.columnar import workbooks
from pipeline.validation.columnar.lane import Judged

_BATCH = 50_000
_REMEMBERED = 100_000

Key = tuple[Any, ...]
Reference = dict[str, Any]
Told = Any
"""An error of frictionless about a row."""
Rows = tuple[int, list[Told]]
Opened = Callable[[], TableResource]


class _RefusedError(ValueError):
    """frictionless must be asked about the whole table."""


def validate(opened: Opened, *, limit_errors: int = 0) -> Judged:
    """The report of frictionless on a table that refers to others of its package.

    Args:
        opened: makes the resource of the package anew, closed.
        limit_errors: as frictionless takes it; 0 tells all errors.
    """
    try:
        _confirm(opened())
        judged = workbooks.validate(lambda: _without_keys(opened()), limit_errors=limit_errors)
        if judged.lane != "fast":
            raise _RefusedError(judged.reason)
        _put(judged.report, opened, limit_errors)
    except frictionless.FrictionlessException as error:
        reason = f"failed: {type(error).__name__}"
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
        reason = str(error) if isinstance(error, _RefusedError) else f"failed: {error}"
    else:
        return judged
    return Judged(opened().validate(limit_errors=limit_errors), "whole", reason)


def _confirm(resource: TableResource) -> None:
    # Without its keys a table that is described wrongly might be described well.
    resource.to_descriptor(validate=True)
    if any(not one.dialect.header_case for one in (resource, *_targets(resource))):
        raise _RefusedError("header-case")


def _targets(resource: TableResource) -> Iterator[TableResource]:
    for key in resource.schema.foreign_keys:
        yield _target(resource, key)


def _target(resource: TableResource, key: Reference) -> TableResource:
    """The table that a key refers to, as frictionless opens it: a copy without keys of its own."""
    name = key["reference"]["resource"]
    found: frictionless.Resource
    if not name or name == resource.name:
        found = resource.to_copy()
    elif resource.package:
        found = resource.package.get_resource(name).to_copy()
    else:
        raise _RefusedError("foreign-keys")
    if not isinstance(found, TableResource):
        raise _RefusedError("foreign-keys")
    if found.schema:
        found.schema.foreign_keys = []
    return found


def _without_keys(resource: TableResource) -> TableResource:
    resource.schema.foreign_keys = []
    return resource


class _Fields:
    """Columns of an open table, whose cells are read as frictionless reads them."""

    def __init__(self, resource: TableResource) -> None:
        self.fields = resource.header.get_expected_fields()
        self.names = [field.name for field in self.fields]
        if len(set(self.names)) < len(self.names):
            raise _RefusedError("foreign-keys")
        self._rows = resource.dialect.read_enumerated_content_stream(resource.cell_stream)
        self._known: dict[str, dict[Any, Any]] = {name: {} for name in self.names}
        self._readers = {field.name: field.create_cell_reader() for field in self.fields}

    def batches(self) -> Iterator[list[tuple[int, list[Any]]]]:
        """The rows with their numbers."""
        while batch := list(islice(self._rows, _BATCH)):
            yield batch

    def keys(self, names: Sequence[str], rows: Sequence[tuple[int, list[Any]]]) -> list[Key]:
        """The values of these columns in each row; of a column that is not there, None."""
        return list(zip(*(self._column(name, rows) for name in names), strict=True))

    def _column(self, name: str, rows: Sequence[tuple[int, list[Any]]]) -> list[Any]:
        if name not in self._known:
            return [None] * len(rows)
        at, known, found = self.names.index(name), self._known[name], []
        if len(known) > _REMEMBERED:
            known.clear()
        for _, cells in rows:
            cell = cells[at] if at < len(cells) else None
            # 1, 1.0 and True are one key of a dictionary, and not one value.
            if type(cell) is str:
                if cell not in known:
                    known[cell] = self._readers[name](cell)[0]
                found.append(known[cell])
            else:
                found.append(self._readers[name](cell)[0])
        return found


def _judged_anew(opened: Opened, told: Mapping[int, Sequence[Told]]) -> Iterator[Rows]:
    """The errors of each row that has any, now with its keys."""
    known: dict[tuple[str, Key], set[Key]] = {}
    for key, target in zip(opened().schema.foreign_keys, _targets(opened()), strict=True):
        source = key["reference"]["resource"], tuple(key["reference"]["fields"])
        if source not in known:
            known[source] = _lookup(target, source[1])
    keys, resource = opened().schema.foreign_keys, _without_keys(opened())
    with resource:
        fields = _Fields(resource)
        read_first = _read_first(resource, fields)
        handlers = create_cell_handlers(fields.fields)
        own = [key for key in keys if set(key["fields"]) <= set(fields.names)]
        for batch in fields.batches():
            wrong = _wrong(batch, fields, own, known)
            for at, (number, cells) in enumerate(batch):
                if at in wrong or number in told:
                    row = Row(cells, handlers=handlers, row_number=number)
                    before = told.get(number, ())
                    yield number, _of_row(row, read_first, own, wrong.get(at, ()), before)


def _read_first(resource: TableResource, fields: _Fields) -> list[str]:
    """Columns that frictionless reads first: a row tells of its cells in the order of reading."""
    unique = [field.name for field in fields.fields if field.constraints.get("unique")]
    primary = resource.schema.primary_key
    return [*unique, *(primary if set(primary) <= set(fields.names) else ())]


def _wrong(
    batch: Sequence[tuple[int, list[Any]]],
    fields: _Fields,
    keys: Sequence[Reference],
    known: Mapping[tuple[str, Key], set[Key]],
) -> dict[int, list[Reference]]:
    """Which keys refer to nothing, by the place of the row in the batch."""
    wrong: dict[int, list[Reference]] = {}
    for key in keys:
        lookup = known[key["reference"]["resource"], tuple(key["reference"]["fields"])]
        for at, values in enumerate(fields.keys(key["fields"], batch)):
            if values not in lookup and set(values) != {None}:
                wrong.setdefault(at, []).append(key)
    return wrong


def _of_row(
    row: Row,
    read_first: Sequence[str],
    keys: Sequence[Reference],
    wrong: Sequence[Reference],
    before: Sequence[Told],
) -> list[Told]:
    """The errors of a row in the order of frictionless, which follows that of its readings."""
    if any(isinstance(one, errors.UniqueError | errors.PrimaryKeyError) for one in before):
        return [*before, *(_error(row, key) for key in wrong)]
    for name in read_first:
        row[name]
    for key in keys:
        for name in key["fields"]:
            row[name]
        if key in wrong:
            row.errors.append(_error(row, key))
    return list(row.errors)


def _error(row: Row, key: Reference) -> errors.ForeignKeyError:
    """As frictionless says it."""
    names, reference = list(key["fields"]), key["reference"]
    cells = [row[name] for name in names]
    note = 'for "{}": values "{}" not found in the lookup table "{}" as "{}"'.format(
        ", ".join(names),
        ", ".join(str(cell) for cell in cells),
        reference["resource"],
        ", ".join(reference["fields"]),
    )
    error: errors.ForeignKeyError = errors.ForeignKeyError.from_row(
        row,
        note=note,
        field_names=names,
        field_values=cells,
        reference_name=reference["resource"],
        reference_field_names=list(reference["fields"]),
    )
    return error


def _lookup(target: TableResource, names: Sequence[str]) -> set[Key]:
    """The values that may be referred to."""
    found: set[Key] = set()
    with target:
        fields = _Fields(target)
        for batch in fields.batches():
            found.update(fields.keys(names, batch))
    found.discard((None,) * len(names))
    return found


def _put(report: frictionless.Report, opened: Opened, limit_errors: int) -> None:
    """Put the errors about keys where frictionless tells them."""
    task = report.tasks[0]
    rows = [at for at, one in enumerate(task.errors) if isinstance(one, errors.RowError)]
    start, end = (rows[0], rows[-1] + 1) if rows else (_header(task.errors),) * 2
    told: dict[int, list[Told]] = {}
    for one in task.errors[start:end]:
        if isinstance(one, errors.RowError):
            told.setdefault(one.row_number, []).append(one)
    anew = [one for _, found in _judged_anew(opened, told) for one in found]
    merged = [*task.errors[:start], *anew, *task.errors[end:]]
    if limit_errors and len(merged) >= limit_errors:
        raise _RefusedError("error-limit-reached")
    task.errors = merged
    task.stats["errors"] = report.stats["errors"] = len(merged)
    task.valid = report.valid = not merged


def _header(told: Sequence[frictionless.Error]) -> int:
    """How many errors stand before those of rows: of the header."""
    labels = [isinstance(one, errors.HeaderError) for one in told]
    return labels.index(False) if False in labels else len(labels)
