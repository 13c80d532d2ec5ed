"""Which schema of the library a person means, and what a header looks like to the library."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.model import Finding, Severity
from pipeline.readers.grids.headers import header_key
from pipeline.schema_names import schema_paths
from pipeline.validation.schema import Schema

ALIKE = 0.6
"""A table is another one when it shares so much of all columns of both."""
OWN = 0.5
"""A table that shares so much with the schema asked for is a faulty file of that schema."""


def meant_schema(name: str, root: Path) -> str:
    """The path of a schema for what a person typed: ending, case and plural are forgiven.

    What means no schema, or several, is given back as it is, for the error that names the nearest.
    """
    typed = name.removesuffix(".json").strip("/")
    known = schema_paths(root)
    if typed in known:
        return typed
    for fold in (_folded, _singular):
        found = [path for path in known if fold(path) == fold(typed)]
        if found:
            return found[0] if len(found) == 1 else name
    return name


def read_as(typed: str, known: Schema) -> tuple[Finding, ...]:
    """That another table is meant than was typed; nothing is guessed in silence."""
    if typed.casefold() in (known.path.casefold(), f"{known.path.casefold()}.json"):
        return ()
    details = {"typed": typed, "schema": known.path}
    return (Finding(code="schema-read-as", severity=Severity.INFO, details=details),)


def _folded(path: str) -> str:
    return path.casefold()


def _singular(path: str) -> str:
    return path.casefold().removesuffix("s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of the columns of a file and of a table are the same ones."""

    schema: str
    share: float


def likeness(header: Collection[str], schema: Schema) -> float:
    """Columns that both have, by all columns of both; spelling is compared as a person does."""
    keys = {header_key(name) for name in header if name.strip()}
    known = {header_key(field.name) for field in schema.fields}
    aliases = {
        header_key(alias): header_key(field.name)
        for field in schema.fields
        for alias in field.aliases
    }
    return _share({aliases.get(key, key) for key in keys}, known)


def nearest_table(header: Collection[str], root: Path) -> Likeness:
    """The table of the library that a header resembles most."""
    keys = {header_key(name) for name in header if name.strip()}
    found = (
        Likeness(schema=path, share=_share(keys, names)) for path, names in _library(root).items()
    )
    return max(found, key=lambda item: item.share, default=Likeness(schema="-", share=0.0))


def _share(keys: set[str], known: Collection[str]) -> float:
    both = keys | set(known)
    return len(keys & set(known)) / len(both) if both else 0.0


@cache
def _library(root: Path) -> Mapping[str, frozenset[str]]:
    """Names of the columns of every table; what is no schema is told where it is read."""
    return {path: frozenset(_names(root / f"{path}.json")) for path in schema_paths(root)}


def _names(file: Path) -> Iterator[str]:
    try:
        fields = json.loads(file.read_text(encoding="utf-8")).get("fields", ())
    except (ValueError, AttributeError):
        return
    yield from (header_key(str(field.get("name", ""))) for field in fields)
