"""Table Schemas, read strictly.

frictionless accepts a misspelt key without a word (5.21, tried 2026-11: `constrains` switches every
constraint of a field off), so each key is checked here against the closed list of the standard and
our own additions.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import frictionless
from pydantic import Field

from pipeline import yamlfile
from pipeline.errors import ConfigurationError
from pipeline.parameters import Parameters
from pipeline.parameters.patterns import Pattern
from pipeline.parameters.privacy import Permit
from pipeline.schema_names import schema_paths

Json = str | int | float | bool | None | list["Json"] | Mapping[str, "Json"]

Type = Literal["string", "integer", "number", "boolean", "date", "datetime", "time", "year"]

_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*")


class Constraints(Parameters):
    """What a cell must hold to; frictionless says which of them a type has."""

    required: bool = False
    unique: bool = False
    pattern: Pattern | None = None
    enum: tuple[str | int, ...] | None = None
    min_length: int | None = Field(default=None, alias="minLength")
    max_length: int | None = Field(default=None, alias="maxLength")
    minimum: str | int | float | None = None
    maximum: str | int | float | None = None
    exclusive_minimum: str | int | float | None = Field(default=None, alias="exclusiveMinimum")
    exclusive_maximum: str | int | float | None = Field(default=None, alias="exclusiveMaximum")


class AsksFor(Parameters):
    """That the annex wants a column to name somebody, or to say how to reach a body."""

    who: Literal["official", "deputy", "signer", "body"]
    """An official acting as such, a deputy, who signed a petition, a body or its reception."""
    permit: tuple[Permit, ...] = Field(min_length=1)
    """What of theirs may stand there; everything else is refused as in any column."""


class SchemaField(Parameters):
    """A column."""

    name: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")
    type: Type
    format: Literal["default", "uri", "email", "uuid"] = "default"
    title: str = Field(min_length=1)
    title_en: str = Field(alias="titleEn", min_length=1)
    description: str = Field(min_length=1)
    description_en: str = Field(alias="descriptionEn", min_length=1)
    datatype: Literal[
        "string", "integer", "decimal", "boolean", "date", "dateTime", "time", "anyURI"
    ]
    """Type as the recommended structure of resolution 835 publishes it."""
    constraints: Constraints = Constraints()
    example: str | int | None = None
    unit: str = ""
    """What a number counts: `м²`, `UAH`, `%`."""
    true_values: tuple[str, ...] = Field(default=(), alias="trueValues")
    false_values: tuple[str, ...] = Field(default=(), alias="falseValues")
    aliases: tuple[str, ...] = ()
    """Other names under which the column is met."""
    datatype_aliases: tuple[str, ...] = Field(default=(), alias="datatypeAliases")
    """Types that the publication prints and that the schema does not hold to."""
    asks_for: AsksFor | None = Field(default=None, alias="asksFor")
    """Whom the column is made to name; none: nobody."""
    source: str = ""
    """Where the rule of the column is written: edition, item, table, column."""


class Reference(Parameters):
    """Columns of another table of the same item; an empty name means the table itself."""

    resource: str
    fields: tuple[str, ...] = Field(min_length=1)


class ForeignKey(Parameters):
    """Columns whose values stand in another table."""

    fields: tuple[str, ...] = Field(min_length=1)
    reference: Reference


class _Text(Parameters):
    """The text of a schema file."""

    title: str = Field(min_length=1)
    title_en: str = Field(alias="titleEn", min_length=1)
    description: str = Field(min_length=1)
    description_en: str = Field(alias="descriptionEn", min_length=1)
    source: str = ""
    fields: tuple[SchemaField, ...] = Field(min_length=1)
    missing_values: tuple[str, ...] = Field(default=("",), alias="missingValues")
    primary_key: tuple[str, ...] = Field(default=(), alias="primaryKey")
    foreign_keys: tuple[ForeignKey, ...] = Field(default=(), alias="foreignKeys")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A Table Schema that has been read strictly."""

    path: str
    """Below `schemas/`, without the ending: `835-2019/Legislation/LegalActs`."""
    descriptor: Mapping[str, Json]
    """The file as it stands, without the keys to other tables: alone it would refer to nothing."""
    fields: tuple[SchemaField, ...]
    key: tuple[str, ...]
    missing_values: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(field.name for field in self.fields)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the columns that must not be empty."""
        return tuple(field.name for field in self.fields if field.constraints.required)

    def without_required(self, names: Collection[str]) -> "Schema":
        """The same schema where some columns may be empty."""
        fields = tuple(
            field.model_copy(update={"constraints": _without_required(field.constraints)})
            if field.name in names
            else field
            for field in self.fields
        )
        return replace(self, fields=fields, descriptor=_optional(self.descriptor, names))

    def field(self, name: str) -> SchemaField:
        """The column of that name."""
        return next(field for field in self.fields if field.name == name)


def _without_required(constraints: Constraints) -> Constraints:
    return constraints.model_copy(update={"required": False})


def _optional(descriptor: Mapping[str, Json], names: Collection[str]) -> Mapping[str, Json]:
    listed = descriptor["fields"]
    return {
        **descriptor,
        "fields": [
            _without(one) if isinstance(one, Mapping) and one["name"] in names else one
            for one in (listed if isinstance(listed, list) else [])
        ],
    }


def _without(field: Mapping[str, Json]) -> Mapping[str, Json]:
    found = field.get("constraints")
    said = found if isinstance(found, Mapping) else {}
    kept = {key: item for key, item in said.items() if key != "required"}
    bare = {key: item for key, item in field.items() if key != "constraints"}
    return {**bare, "constraints": kept} if kept else bare


def load_schema(path: str, root: Path) -> Schema:
    """Read the schema `path` below `root`, both without guessing an ending.

    Raises:
        ConfigurationError: there is no such schema, or a key, type or constraint in it is unknown.
    """
    file = root / f"{path}.json"
    if not _PATH.fullmatch(path) or ".." in path or not file.is_file():
        near = yamlfile.nearest(path, schema_paths(root))
        raise ConfigurationError("schema-is-absent", schema=path, nearest=near or "-")
    descriptor = _parse(file)
    text = yamlfile.load(file, _Text)
    _confirm(file, text, descriptor)
    return Schema(
        path=path,
        descriptor={key: item for key, item in descriptor.items() if key != "foreignKeys"},
        fields=text.fields,
        key=text.primary_key,
        missing_values=text.missing_values,
        foreign_keys=text.foreign_keys,
    )


def _parse(file: Path) -> Mapping[str, Json]:
    try:
        tree: Mapping[str, Json] = json.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise _not_json(file, 1, "UTF-8") from error
    except json.JSONDecodeError as error:
        raise _not_json(file, error.lineno, error.msg) from error
    return tree


def _not_json(file: Path, line: int, reason: str) -> ConfigurationError:
    return ConfigurationError("schema-is-not-json", file=str(file), line=str(line), reason=reason)


def _confirm(file: Path, text: _Text, descriptor: Mapping[str, Json]) -> None:
    """What no single key tells: names used twice, keys without a column, odd constraints."""
    names = [field.name for field in text.fields]
    own = [name for key in text.foreign_keys for name in key.fields]
    for name in (*text.primary_key, *own):
        if name not in names:
            more = {"file": str(file), "key": name, "nearest": yamlfile.nearest(name, names)}
            raise ConfigurationError("schema-key-is-unknown", **more)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ConfigurationError("schema-field-twice", file=str(file), field=", ".join(twice))
    try:
        frictionless.Schema.from_descriptor(dict(descriptor))
    except frictionless.FrictionlessException as error:
        reason = "; ".join(reason.note for reason in error.reasons) or error.error.note
        raise ConfigurationError("schema-is-refused", file=str(file), reason=reason) from error
