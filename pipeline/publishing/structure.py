"""Structure of a table in the forms of resolution 835: the five-column CSV and CSVW.

Both are made from the Table Schema of the table. The five attributes and the data types are those
of the recommendations of the state agency (2019), the JSON is CSV on the Web (W3C, 2015).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from pipeline.publishing.formats import to_csv, to_json
from pipeline.publishing.inert import inert_rows
from pipeline.publishing.passport import Json, TableCard, Text

STRUCTURE_HEADER = ("name", "title", "description", "datatype", "required")

_DATATYPES: Mapping[str, str] = {
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "date": "date",
    "datetime": "dateTime",
    "time": "time",
}


class _Constraints(BaseModel):
    model_config = ConfigDict(frozen=True)
    required: bool = False
    enum: tuple[str | int | float, ...] = ()


class _Field(BaseModel):
    model_config = ConfigDict(frozen=True)
    name: str
    title: str = ""
    description: str = ""
    title_en: str = Field("", alias="titleEn")
    description_en: str = Field("", alias="descriptionEn")
    type: str = "string"
    datatype: str = ""
    format: str = "default"
    unit: str = ""
    constraints: _Constraints = _Constraints()


class _Schema(BaseModel):
    model_config = ConfigDict(frozen=True)
    fields: tuple[_Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field of a Table Schema, as a reader is told of it."""

    name: str
    title: Text
    description: Text
    type: str
    """Type of the Table Schema: `string`, `integer`, `number`, `date`, …"""
    datatype: str
    """The same in the words of the recommendations: `decimal`, `anyURI`, …"""
    required: bool
    format: str = "default"
    unit: str = ""
    codes: tuple[str, ...] = ()
    """The only values, where there is a closed list of them."""

    @property
    def is_numeric(self) -> bool:
        """Whether a cell of it is a number in JSON and in a workbook."""
        return self.type in {"integer", "number"}


def columns(card: TableCard) -> tuple[Column, ...]:
    """The columns of a table, in the order of its schema."""
    return tuple(map(_column, _Schema.model_validate(card.definition).fields))


def numeric_names(card: TableCard) -> frozenset[str]:
    """Columns whose cells are numbers in JSON and in a workbook."""
    return frozenset(column.name for column in columns(card) if column.is_numeric)


def _column(field: _Field) -> Column:
    return Column(
        name=field.name,
        title=Text(uk=field.title or field.name, en=field.title_en),
        description=Text(uk=field.description, en=field.description_en),
        type=field.type,
        datatype=_datatype(field),
        required=field.constraints.required,
        format=field.format,
        unit=field.unit,
        codes=tuple(map(str, field.constraints.enum)),
    )


def _datatype(field: _Field) -> str:
    """The declared one; a schema from elsewhere, which declares none, has that of its type."""
    if field.datatype:
        return field.datatype
    if field.type == "string" and field.format == "uri":
        return "anyURI"
    return _DATATYPES.get(field.type, "string")


def structure_csv(card: TableCard) -> bytes:
    """The structure as CSV: `name,title,description,datatype,required`."""
    rows = [
        (c.name, c.title.uk, c.description.uk, c.datatype, str(c.required).lower())
        for c in columns(card)
    ]
    return to_csv(STRUCTURE_HEADER, inert_rows(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where the CSV of a table is, and how its lines may end."""

    url: str
    line_ends: tuple[str, ...] = ("\n",)


def link_beside(card: TableCard) -> Link:
    """The CSV as a file beside its structure."""
    return Link(url=f"{card.name}.csv")


def csvw(card: TableCard, link: Link) -> bytes:
    """The structure as CSV on the Web metadata of the CSV behind a link.

    The header of the file holds the names, so each name is also a title in no language (`und`).
    """
    schema: dict[str, Json] = {"columns": [_csvw_column(column) for column in columns(card)]}
    if card.key:
        schema["primaryKey"] = list(card.key)
    return to_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "uk"}],
            "url": link.url,
            "dc:title": card.title.uk,
            "dialect": {"encoding": "utf-8", "lineTerminators": list(link.line_ends)},
            "tableSchema": schema,
        }
    )


def _csvw_column(column: Column) -> Json:
    titles: dict[str, Json] = {"und": column.name, "uk": column.title.uk}
    if column.title.en:
        titles["en"] = column.title.en
    described: dict[str, Json] = {"name": column.name, "titles": titles}
    if column.description.uk:
        described["dc:description"] = column.description.uk
    return described | {"datatype": column.datatype, "required": column.required}
