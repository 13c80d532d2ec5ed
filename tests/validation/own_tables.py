"""The test tables of frictionless itself, from its source distribution, through both ways.

    python -m tests.validation.own_tables FOLDER

FOLDER is `data/` of the distribution. Each table is judged under the schema that frictionless
infers from it, under a stricter one, and each package as a whole. Exit code 1 if a report differs.
"""

import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from frictionless import Package, Resource, Schema, system
from frictionless.resources import TableResource

from pipeline.validation.columnar import packages, references, workbooks
from pipeline.validation.columnar.lane import Judged
from tests.validation.columnar_tables import plain

TABLES = frozenset(".csv .tsv .xlsx .xls .ods .json .jsonl .ndjson .parquet .zip .gz".split())
_WIDE = 50
"""Columns from which on the reports alone would take minutes to compare."""
_REMOTE = ("http://", "https://", "ckan", "zenodo", "github", "multipart")


def main(arguments: list[str]) -> int:
    """Compare, count, name what differs."""
    folder = Path(arguments[0])
    seen: Counter[str] = Counter()
    warnings.simplefilter("ignore")
    with system.use_context(trusted=True):
        for name, same, way in [*_tables(folder), *_packages(folder)]:
            seen[way if same else "DIFFERS"] += 1
            if not same:
                sys.stdout.write(f"differs: {name}\n")
    sys.stdout.write(f"{sum(seen.values())} reports compared: {dict(seen.most_common())}\n")
    return 1 if seen["DIFFERS"] else 0


def _tables(folder: Path) -> Iterator[tuple[str, bool, str]]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in TABLES and not _is_remote(file):
            for at, schema in enumerate(_schemas(file)):
                yield f"{file.name} {at}", *_compared(_opener(file, schema))


def _opener(file: Path, schema: dict[str, Any] | None) -> Callable[[], Any]:
    def opened() -> Any:
        if schema is None:
            return Resource(path=str(file))
        return Resource(path=str(file), schema=Schema.from_descriptor(schema))

    return opened


def _schemas(file: Path) -> Iterator[dict[str, Any] | None]:
    """None at all, the one inferred, and one under which much is wrong."""
    yield None
    try:
        with TableResource(path=str(file)) as resource:
            inferred = resource.schema.to_descriptor()
    except Exception:  # noqa: BLE001 - not a table; it has been compared as it is
        return
    if not 0 < len(inferred.get("fields", ())) < _WIDE:
        return
    yield inferred
    fields = [
        {**one, "constraints": {"required": True, "unique": True}} for one in inferred["fields"]
    ]
    yield {**inferred, "fields": fields, "primaryKey": [fields[0]["name"]]}
    yield {**inferred, "fields": [{**one, "type": "integer"} for one in inferred["fields"]]}


def _compared(opened: Callable[[], Any]) -> tuple[bool, str]:
    ours = _result(lambda: _judged(opened))
    theirs = _result(lambda: opened().validate(limit_errors=0))
    way = f"{ours.lane} {ours.reason}".strip() if isinstance(ours, Judged) else "raises"
    return plain(ours) == plain(theirs), way


def _judged(opened: Callable[[], Any]) -> Judged:
    resource = opened()
    keys = isinstance(resource, TableResource) and resource.schema and resource.schema.foreign_keys
    return references.validate(opened) if keys else workbooks.validate(opened)


def _packages(folder: Path) -> Iterator[tuple[str, bool, str]]:
    for file in sorted(folder.rglob("*package*.json")):
        if not _is_remote(file):
            yield file.name, _same_package(file), "package"


def _same_package(file: Path) -> bool:
    ours = _result(lambda: packages.validate(file, cores=1).report)
    theirs = _result(lambda: Package(str(file)).validate(limit_errors=0))
    return bool(plain(ours) == plain(theirs))


def _is_remote(file: Path) -> bool:
    """Whether it would call the network, or is only the record of such a call."""
    if "cassettes" in file.parts:
        return True
    text = file.read_bytes()[:100_000].decode("utf-8", "replace") if "package" in file.name else ""
    return any(sign in text or sign in file.name for sign in _REMOTE) or _is_large(file)


def _is_large(file: Path) -> bool:
    """Whether frictionless alone would take a minute for it."""
    return file.stat().st_size > 300_000


def _result(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - what frictionless raises is compared
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
