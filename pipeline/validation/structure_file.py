"""A structure in the five columns that resolution 835 publishes, read as a schema.

Holders and the state agency publish it beside a table, so a file can be held against the structure
it came with, whoever wrote both.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import ConfigurationError
from pipeline.validation.schema import Json, Schema, SchemaField

HEADER = ("name", "title", "description", "datatype", "required")
# «anyURL»: so the edition of 2025 spells it.
_TYPES: Mapping[str, tuple[str, str]] = {
    "string": ("string", "string"),
    "date": ("date", "date"),
    "datetime": ("datetime", "dateTime"),
    "time": ("time", "time"),
    "integer": ("integer", "integer"),
    "decimal": ("number", "decimal"),
    "boolean": ("boolean", "boolean"),
    "anyuri": ("string", "anyURI"),
    "anyurl": ("string", "anyURI"),
}
_MISSING = ("", "null")
_ADDRESS = r"https?://\S+"
_ANSWERS = {"true": True, "false": False}


def load_structure(path: Path) -> Schema:
    """Read a structure file; the key is left to the descriptor, since the form has none.

    Raises:
        ConfigurationError: it is not a CSV of the five columns, or a type in it is unknown.
    """
    fields = [_field(path, line, row) for line, row in _rows(path)]
    if not fields:
        raise _refused(path, 1, "—")
    descriptor: dict[str, Json] = {
        "fields": [field.model_dump(by_alias=True, exclude_unset=True) for field in fields],
        "missingValues": list(_MISSING),
    }
    return Schema(
        path=path.stem,
        descriptor=descriptor,
        fields=tuple(fields),
        key=(),
        missing_values=_MISSING,
    )


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each row of the five columns and the line it ends on."""
    reader = csv.DictReader(io.StringIO(_text(path)))
    header = [name.strip() for name in reader.fieldnames or ()]
    if header != list(HEADER):
        raise _refused(path, 1, ",".join(header))
    for row in reader:
        cells = {name.strip(): value for name, value in row.items() if isinstance(value, str)}
        yield reader.line_num, cells


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _refused(path, 1, error.strerror or type(error).__name__) from error
    except UnicodeDecodeError as error:
        raise _refused(path, 1, "UTF-8") from error


def _field(path: Path, line: int, row: Mapping[str, str]) -> SchemaField:
    words = {name: (row.get(name) or "").strip() for name in HEADER}
    # The edition of 2025 breaks names: «contactPoint Name», which its own example writes as one.
    words["name"] = "".join(words["name"].split())
    kind = _TYPES.get(words["datatype"].lower())
    required = _ANSWERS.get(words["required"].lower())
    if kind is None or required is None:
        raise _refused(path, line, f"{words['datatype']},{words['required']}")
    limits = {"required": required} | ({"pattern": _ADDRESS} if kind[1] == "anyURI" else {})
    title = words["title"] or words["name"]
    try:
        return SchemaField.model_validate(
            {
                "name": words["name"],
                "type": kind[0],
                "datatype": kind[1],
                "title": title,
                "titleEn": words["name"],
                "description": words["description"] or title,
                "descriptionEn": words["name"],
                "constraints": limits,
            }
        )
    except ValidationError as error:
        raise _refused(path, line, words["name"]) from error


def _refused(path: Path, line: int, found: str) -> ConfigurationError:
    return ConfigurationError("structure-is-refused", file=str(path), line=str(line), found=found)
