"""A table of a release as a table of the DataStore: columns, dictionary, rows. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.errors import ConfigurationError
from pipeline.model import Table
from pipeline.publishing import structure
from pipeline.publishing.ckan.cells import AS_THEY_ARE, Kind, canonical, kind_of
from pipeline.publishing.ckan.difference import Row
from pipeline.publishing.passport import Json, TableCard

ID = "_id"
"""The column that the DataStore adds to every table."""


COLUMNS = "columns."
"""What the names of the words of columns begin with among the fields of a receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, with its entry in the data dictionary."""

    name: str
    kind: Kind
    info: Mapping[str, str]
    """`label` and `notes` are what the portal shows; the rest is for programs."""

    def described(self) -> Json:
        """As `datastore_create` takes it."""
        return {"id": self.name, "type": self.kind, "info": dict(self.info)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a table is without its rows."""

    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Name -> type."""
        return {column.name: column.kind for column in self.columns}

    @property
    def dictionary(self) -> Mapping[str, Mapping[str, str]]:
        """Name -> entry of the data dictionary."""
        return {column.name: column.info for column in self.columns}

    @property
    def places(self) -> tuple[int, ...]:
        """Positions of the key among the columns."""
        return tuple(self.names.index(name) for name in self.key)

    def words(self, table: str) -> dict[str, Json]:
        """Types and dictionary as flat text: `columns.TABLE.COLUMN.label`, `.type` and so on."""
        return {
            f"{words_of(table)}{column.name}.{name}": text
            for column in self.columns
            for name, text in {**column.info, "type": column.kind}.items()
        }

    def grows_from(self, old: "Shape") -> bool:
        """Whether the old table becomes this one by adding columns and words alone.

        A type cannot be changed in place: the DataStore says yes and does nothing. A dropped
        column would take it from those who read it now.
        """
        kept = {name: kind for name, kind in self.kinds.items() if name in old.kinds}
        return set(self.key) == set(old.key) and kept == dict(old.kinds)


def words_of(table: str) -> str:
    """What the names of all words of a table begin with."""
    return f"{COLUMNS}{table}."


def shape_of(card: TableCard) -> Shape:
    """The table that a Table Schema asks for.

    Raises:
        ConfigurationError: rows without a key cannot be changed one by one.
    """
    if not card.key:
        raise ConfigurationError("portal-table-needs-key", table=card.name)
    return Shape(columns=tuple(map(_column, structure.columns(card))), key=card.key)


def _column(field: structure.Column) -> Column:
    return Column(name=field.name, kind=kind_of(field.type, field.format), info=dict(_info(field)))


def _info(field: structure.Column) -> Iterator[tuple[str, str]]:
    codes = ", ".join(field.codes)
    notes = "\n\n".join(filter(None, (field.description.uk, field.description.en, codes)))
    for name, text in (
        ("label", field.title.uk),
        ("label_en", field.title.en),
        ("notes", notes),
        ("codes", codes),
        ("unit", field.unit),
    ):
        if text:
            yield name, text


def rows_of(table: Table, shape: Shape) -> Iterator[Row]:
    """Rows of a release with the columns of the shape, each cell in its one form."""
    names = [str(name) for name in table.frame.columns]
    return shaped(table.frame.itertuples(index=False, name=None), names, shape)


def shaped(rows: Iterable[Row], names: Sequence[str], shape: Shape) -> Iterator[Row]:
    """Rows with these columns as rows of a shape; a column that they lack is empty."""
    places = [names.index(name) if name in names else None for name in shape.names]
    if places != list(range(len(names))):
        rows = (tuple("" if at is None else row[at] for at in places) for row in rows)
    return in_one_form(rows, shape)


def in_one_form(rows: Iterable[Row], shape: Shape) -> Iterator[Row]:
    """Rows whose cells are in the one form that a value of the type of their column has."""
    kinds = enumerate(column.kind for column in shape.columns)
    places = [(at, kind) for at, kind in kinds if kind not in AS_THEY_ARE]
    for row in rows:
        cells = [*row]
        for at, kind in places:
            cells[at] = canonical(kind, cells[at])
        yield tuple(cells)


def records(rows: Iterable[Row], shape: Shape) -> list[Json]:
    """Rows as the DataStore takes them.

    A missing cell is null, but for text in a key, which has to be comparable.
    """
    columns = shape.columns
    missing = ["" if one.name in shape.key and one.kind == "text" else None for one in columns]
    names = shape.names
    return [
        {name: cell or empty for name, cell, empty in zip(names, row, missing, strict=True)}
        for row in rows
    ]
