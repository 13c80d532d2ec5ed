"""The library of schemas as others take it: lists, maps, and exports that need nothing else here.

An export is a folder: an empty table with the header for each schema, and beside it the structure
in the form asked for: five-column CSV, CSV on the Web, a Data Package with keys between the tables.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.annex import Annex, Item, Pair, pairs
from pipeline.errors import ConfigurationError, MachineError
from pipeline.publishing.csvw_rules import group, with_rules
from pipeline.publishing.formats import to_csv, to_json
from pipeline.publishing.passport import Json, TableCard, Text
from pipeline.publishing.structure import csvw, link_beside, structure_csv
from pipeline.schema_forms import Form
from pipeline.schema_names import schema_paths
from pipeline.validation.naming import meant_schema
from pipeline.validation.schema import ForeignKey, Schema, load_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One table of the library."""

    schema: Schema
    item: Item | None
    """None for the structures of the project's own."""

    @property
    def table(self) -> str:
        """The last part of the path, which names files."""
        return self.schema.path.rpartition("/")[2]

    @property
    def title(self) -> Text:
        """Title of the table."""
        said = self.schema.descriptor
        return Text(uk=str(said["title"]), en=str(said["titleEn"]))


def entries(root: Path, annex: Annex, under: str = "") -> list[Entry]:
    """Tables below a path: the library, an edition, an item, or one table.

    Raises:
        ConfigurationError: there is nothing of that name.
    """
    known = schema_paths(root)
    found = [path for path in known if not under or path.startswith(f"{under.strip('/')}/")]
    paths = found or [meant_schema(under, root)]
    schemas = [load_schema(path, root) for path in paths]
    in_order = sorted(schemas, key=lambda schema: _by_number(schema.path))
    return [Entry(schema=one, item=annex.item_of(one.path)) for one in in_order]


def _by_number(path: str) -> tuple[str, int, str]:
    edition, _, rest = path.partition("/")
    number = rest.partition("/")[0]
    return edition, int(number) if number.isdigit() else 0, rest


def columns_map(one: str, other: str | None, annex: Annex, root: Path) -> tuple[Pair, ...]:
    """How the columns of a table answer those of another; left out, of the other edition.

    Raises:
        ConfigurationError: no map is known between them.
    """
    source = meant_schema(one, root)
    load_schema(source, root)
    target = meant_schema(other, root) if other else annex.counterpart(source)
    known = annex.map_between(source, target) if target else None
    if target is None or known is None:
        raise ConfigurationError("schemas-map-is-absent", schema=source, other=target or "-")
    rows = pairs(
        known, load_schema(known.source, root).names, load_schema(known.target, root).names
    )
    return rows if known.source == source else tuple(_turned(rows))


def _turned(rows: Sequence[Pair]) -> Iterator[Pair]:
    yield from (Pair(source=row.target, target=row.source) for row in rows)


def export(found: Sequence[Entry], form: Form) -> Mapping[str, bytes]:
    """Files of an export, by their path below its folder."""
    if form is Form.DATAPACKAGE:
        return {**_headers(found), "datapackage.json": to_json(_package(found))}
    if form is Form.JSON:
        return {f"{_place(one)}.json": to_json(whole(one.schema)) for one in found}
    if form is Form.CSV:
        return {f"{_place(one)}-structure.csv": structure_csv(_card(one)) for one in found}
    return {**_headers(found), **_descriptions(found)}


def _descriptions(found: Sequence[Entry]) -> dict[str, bytes]:
    """CSVW of each table, and of each item whose tables speak of each other."""
    told = [(one, with_rules(json.loads(_described(one)), one.schema)) for one in found]
    files = {f"{_place(one)}.csv-metadata.json": to_json(table) for one, table in told}
    for folder in sorted({_folder(one) for one in found if one.schema.foreign_keys}):
        tables = [(one.schema, table) for one, table in told if _folder(one) == folder]
        files[f"{folder}/csv-metadata.json"] = to_json(group(tables))
    return files


def _folder(entry: Entry) -> str:
    return entry.schema.path.rpartition("/")[0]


def _place(entry: Entry) -> str:
    return entry.schema.path


def _headers(found: Sequence[Entry]) -> dict[str, bytes]:
    """Empty tables: templates to be filled, and what the descriptions beside them speak of."""
    return {f"{_place(one)}.csv": to_csv(one.schema.names, ()) for one in found}


def _described(entry: Entry) -> bytes:
    return csvw(_card(entry), link_beside(_card(entry)))


def _card(entry: Entry) -> TableCard:
    return TableCard(
        name=entry.table,
        title=entry.title,
        definition=entry.schema.descriptor,
        rows="mirror",
        key=entry.schema.key,
    )


def whole(schema: Schema, names: Mapping[str, str] | None = None) -> dict[str, Json]:
    """The Table Schema with its keys to other tables: all, or those to tables that `names` has."""
    keys = [_key(key, names) for key in schema.foreign_keys if _is_there(key, names)]
    return dict(schema.descriptor) | ({"foreignKeys": keys} if keys else {})


def _is_there(key: ForeignKey, names: Mapping[str, str] | None) -> bool:
    return names is None or key.reference.resource in ("", *names)


def _key(key: ForeignKey, names: Mapping[str, str] | None) -> Json:
    resource = key.reference.resource
    return {
        "fields": list(key.fields),
        "reference": {
            "resource": names[resource] if names and resource else resource,
            "fields": list(key.reference.fields),
        },
    }


def _package(found: Sequence[Entry]) -> Json:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "resolution-835",
        "resources": [_resource(one, _beside(one, found)) for one in found],
    }


def _beside(entry: Entry, found: Sequence[Entry]) -> dict[str, str]:
    """Tables of the same item by name, and what the package calls them."""
    return {one.table: _resource_name(one) for one in found if _folder(one) == _folder(entry)}


def _resource_name(entry: Entry) -> str:
    return entry.schema.path.lower().replace("/", "-")


def _resource(entry: Entry, names: Mapping[str, str]) -> Json:
    return {
        "name": _resource_name(entry),
        "type": "table",
        "title": entry.title.uk,
        "path": f"{_place(entry)}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": whole(entry.schema, names),
    }


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Leave the files of an export in a folder.

    Raises:
        MachineError: the folder cannot be written.
    """
    try:
        for name, content in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError("file-cannot-be-written", path=str(folder), reason=reason) from error
