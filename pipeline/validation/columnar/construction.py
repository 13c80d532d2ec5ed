"""frictionless' own work on doubtful rows made faster, for as long as one table is judged.

An error describes itself as a whole for a message that quotes little of it, spells the names of
its properties anew by regular expressions, copies lists of text with care for cycles, and asks a
checklist that is put together each time; a row reads cells of known shapes by slow parsers, and
the same cell as often as it stands in a column. What is put in their place here gives the same
results. It is given back afterwards, and other threads see none of it that could matter to them.
"""

import copy
import datetime
import gc
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from string import Formatter
from threading import RLock, get_ident
from typing import Any

import attrs
import frictionless
from frictionless.helpers import safe_format
from frictionless.metadata import metadata
from frictionless.resources import table
from frictionless.table.row import create_cell_handlers
from frictionless.vendors import stringcase

from pipeline.validation.columnar import shapes

Reader = Callable[[Any], tuple[Any, Any]]

_PLAIN_VALUES = frozenset({str, int, bool, datetime.date, type(None)})
_REMEMBERED = 10_000
"""Values of a column; those of a column that has more seldom come again."""
_BETWEEN = 50_000
"""Objects between two looks for garbage: errors are no garbage, and the looks take a tenth."""

_lock = RLock()
_threads: list[int] = []
_reading: list[int] = []
_looks: list[tuple[int, int, int]] = []


@attrs.define(kw_only=True, repr=False)
class Scoped(frictionless.Checklist):
    """The checklist of frictionless for plain validation, which knows what it is about."""

    @property
    def scope(self) -> list[str]:
        """The kinds of errors to tell, found once."""
        return _scope()


@cache
def _scope() -> list[str]:
    return frictionless.Checklist().scope


def _copied(value: Any) -> Any:
    """A copy in depth; of a list of text it is a copy."""
    if type(value) is list and all(type(item) is str for item in value):
        return value.copy()
    return copy.deepcopy(value)


def _has_defined(self: metadata.Metadata, name: str) -> bool:
    """Whether a name is in `list_defined()`, without the list."""
    if name in self.metadata_assigned:
        return True
    if name not in self.metadata_defaults:
        return False
    value = getattr(self, name, None)
    plain = value.__dict__.copy() if isinstance(value, type) else value
    return bool(plain != self.metadata_defaults[name])


def _rendered(self: frictionless.Error) -> None:
    """What an error does once it is made; its message quotes the template's few properties."""
    for name in ("title", "description", "message", "tags"):
        self.add_defined(name)
    kind: Any = type(self)
    quoted = self.metadata_export(exclude=_unquoted(kind))
    self.message = safe_format(self.template, quoted)
    metadata.Metadata.__attrs_post_init__(self)  # type: ignore[no-untyped-call]


@cache
def _unquoted(kind: type[Any]) -> list[str]:
    """Properties of errors of this kind that their template does not name, as its message."""
    named = {name for _, name, _, _ in Formatter().parse(kind.template) if name is not None}
    properties = kind.metadata_ensure_profile()["properties"]
    return [name for name in properties if name not in named or name == "message"]


def _handlers(fields: Sequence[frictionless.Field]) -> Mapping[str, Any]:
    """Handlers of cells; the reader of a column that is no key may give a cell as its value."""
    made: dict[str, Any] = create_cell_handlers(list(fields))
    if get_ident() not in _reading:
        return made
    for field in fields:
        slow = made[field.name].reader
        pattern = _shape(field)
        if pattern:
            reader = _quick(re.compile(pattern.replace(r"\z", r"\Z")), field, slow)
        else:
            reader = _remembering(slow)
        made[field.name] = made[field.name]._replace(reader=reader)
    return made


def _remembering(slow: Reader) -> Reader:
    """A reader that reads right cells once: what is read of text has no state of its own."""
    known: dict[str, Any] = {}

    def read(cell: Any) -> tuple[Any, Any]:
        if type(cell) is not str:
            return slow(cell)
        if cell in known:
            return known[cell], None
        value, notes = slow(cell)
        # Two numbers that are none differ, even if both are written alike.
        if not notes and type(value) in _PLAIN_VALUES and len(known) < _REMEMBERED:
            known[cell] = value
        return value, notes

    return read


def _shape(field: frictionless.Field) -> str | None:
    """The shape that proves a cell, where nothing but its type is asked and nothing compares it."""
    schema = field.schema
    if schema is None or field.name in schema.primary_key:
        return None
    if any(field.name in key["fields"] for key in schema.foreign_keys):
        return None
    return None if set(field.constraints) - {"required"} else shapes.of(field)


def _quick(pattern: re.Pattern[str], field: frictionless.Field, slow: Reader) -> Reader:
    matches = pattern.match
    missing = field.missing_values
    if not field.has_defined("missing_values") and field.schema:
        missing = field.schema.missing_values

    def read(cell: Any) -> tuple[Any, Any]:
        if type(cell) is str and matches(cell) and cell not in missing:
            return cell, None
        return slow(cell)

    return read


_REPLACED: tuple[tuple[Any, str, Any], ...] = (
    (stringcase, "snakecase", lru_cache(4096)(stringcase.snakecase)),
    (stringcase, "camelcase", lru_cache(4096)(stringcase.camelcase)),
    (metadata, "deepcopy", _copied),
    (metadata.Metadata, "has_defined", _has_defined),
    (frictionless.Error, "__attrs_post_init__", _rendered),
    (table, "create_cell_handlers", _handlers),
)
_PLAIN = tuple((owner, name, vars(owner)[name]) for owner, name, _ in _REPLACED)


@contextmanager
def quickened(*, cells: bool = True) -> Iterator[None]:
    """Within it frictionless is faster; the last thread to leave it gives its functions back.

    Args:
        cells: whether cells may be their own values, as nothing else reads tables meanwhile; a
            foreign key does, and compares values.
    """
    mine = [_threads, _reading] if cells else [_threads]
    with _lock:
        if not _threads:
            _looks.append(gc.get_threshold())
            gc.set_threshold(_BETWEEN, *_looks[-1][1:])
        for threads in mine:
            threads.append(get_ident())
        _put(_REPLACED)
    try:
        yield
    finally:
        with _lock:
            for threads in mine:
                threads.remove(get_ident())
            if not _threads:
                gc.set_threshold(*_looks.pop())
            _put(_REPLACED if _threads else _PLAIN)


def _put(functions: Sequence[tuple[Any, str, Any]]) -> None:
    for owner, name, function in functions:
        setattr(owner, name, function)
