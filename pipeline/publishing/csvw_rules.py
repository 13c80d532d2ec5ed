"""What CSV on the Web can hold of a Table Schema beyond types: forms, lists, ranges, keys.

A published dataset keeps to types, as the recommendations of resolution 835 do; whoever takes a
schema of the library for a CSVW processor gets the rules too.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.publishing.passport import Json
from pipeline.validation.schema import Constraints, ForeignKey, Schema, SchemaField

_CONTEXT: Json = ["http://www.w3.org/ns/csvw", {"@language": "uk"}]


def with_rules(table: Mapping[str, Json], schema: Schema) -> dict[str, Json]:
    """The description of one table with the rules of its schema in the datatypes."""
    told = table["tableSchema"]
    known = dict(told) if isinstance(told, Mapping) else {}
    columns = known["columns"]
    listed = columns if isinstance(columns, list) else []
    known["columns"] = [
        {**column, "datatype": _datatype(field)}
        for column, field in zip(listed, schema.fields, strict=True)
        if isinstance(column, Mapping)
    ]
    return {**table, "tableSchema": {**known, "null": list(schema.missing_values)}}


def _datatype(field: SchemaField) -> Json:
    rules = _rules(field.constraints)
    return {"base": field.datatype, **rules} if rules else field.datatype


def _rules(limits: Constraints) -> dict[str, Json]:
    """A pattern or a list as one regular expression for the whole cell; a range as it is."""
    said: dict[str, Json] = {
        "minimum": limits.minimum,
        "maximum": limits.maximum,
        "minLength": limits.min_length,
        "maxLength": limits.max_length,
    }
    words = [word for word in limits.enum or () if isinstance(word, str)]
    numbers = [word for word in limits.enum or () if isinstance(word, int)]
    if numbers:  # The format of a number says how it is written, not which ones there are.
        said |= {"minimum": min(numbers), "maximum": max(numbers)}
    form = limits.pattern or "|".join(map(re.escape, words))
    if form:
        said["format"] = f"^(?:{form})$"
    return {name: rule for name, rule in said.items() if rule is not None}


def group(tables: Sequence[tuple[Schema, Mapping[str, Json]]]) -> dict[str, Json]:
    """Tables of an item in one description, with the keys between them."""
    urls = {schema.path.rpartition("/")[2]: str(table["url"]) for schema, table in tables}
    return {"@context": _CONTEXT, "tables": [_member(*one, urls) for one in tables]}


def _member(schema: Schema, table: Mapping[str, Json], urls: Mapping[str, str]) -> Json:
    bare = {name: told for name, told in table.items() if name != "@context"}
    told = bare["tableSchema"]
    keys = [
        _key(key, str(table["url"]), urls)
        for key in schema.foreign_keys
        if key.reference.resource in ("", *urls)
    ]
    if not keys or not isinstance(told, Mapping):
        return bare
    return {**bare, "tableSchema": {**told, "foreignKeys": keys}}


def _key(key: ForeignKey, own: str, urls: Mapping[str, str]) -> Json:
    resource = key.reference.resource
    return {
        "columnReference": list(key.fields),
        "reference": {
            "resource": urls[resource] if resource else own,
            "columnReference": list(key.reference.fields),
        },
    }
