"""What has to be done so that a portal shows a release: found by comparing. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.publishing.ckan import fields as packages
from pipeline.publishing.ckan.difference import Difference
from pipeline.publishing.ckan.fields import Flat
from pipeline.publishing.ckan.standing import Resource, Standing, StandingTable, resource_id
from pipeline.publishing.ckan.tables import COLUMNS, Shape, words_of
from pipeline.publishing.ckan.wanted import (
    Place,
    Wanted,
    WantedTable,
    file_resource,
    sha256,
    table_resource,
)
from pipeline.publishing.ckan_fields import owned_fields
from pipeline.publishing.package import PackageFile
from pipeline.publishing.passport import Json


class Way(StrEnum):
    """How a table comes to be what it should."""

    STAY = "stay"
    """Its rows are changed where they are."""
    GROW = "grow"
    """Columns or words of the dictionary are added before that."""
    FILL = "fill"
    """It is filled out of sight and then shown: there is none, or it lost its rows."""
    REPLACE = "replace"
    """Another one is filled out of sight and takes its place: a type or the key changed."""


def way_of(standing: StandingTable | None, shape: Shape) -> Way:
    """How a table comes from what stands to what is wanted."""
    if standing is None or standing.shape is None:
        return Way.FILL
    if not shape.grows_from(standing.shape):
        return Way.REPLACE
    same = shape.kinds == standing.shape.kinds and shape.dictionary == standing.shape.dictionary
    return Way.STAY if same else Way.GROW


def holder_of(dataset: str, name: str, standing: StandingTable | None, way: Way) -> str:
    """Id of the resource that is to hold a table; for ever the same but for a replacement."""
    if standing is None:
        return resource_id(dataset, name)
    return resource_id(dataset, name, standing.generation + (way is Way.REPLACE))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWork:
    """What has to be done with one table."""

    wanted: WantedTable
    way: Way
    standing: StandingTable | None
    difference: Difference | None
    """None where all rows have to be written."""

    @property
    def aside(self) -> bool:
        """Whether it is filled out of sight."""
        return self.way in {Way.FILL, Way.REPLACE}

    @property
    def is_done(self) -> bool:
        """Whether it is as it should be."""
        return self.way is Way.STAY and not self.difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Everything that has to be done, and what it was found from."""

    place: Place
    standing: Standing
    wanted: Wanted
    tables: tuple[TableWork, ...]
    fields: Flat
    """Fields of the package that have to change."""
    drift: Flat
    """What somebody changed by hand, as it stands: fields, words of resources and columns."""
    resources: Mapping[str, Mapping[str, Json]]
    """Id of a resource that stays -> what has to change of it."""
    files: tuple[PackageFile, ...]
    """Files that are new or changed."""
    stale: tuple[str, ...]
    """Ids of files that the dataset no longer has."""

    @property
    def is_settled(self) -> bool:
        """Whether the portal already says that it shows this release."""
        stamp = self.standing.stamp
        return bool(stamp and stamp.settled and stamp.version == self.wanted.version)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to do."""
        rest = (self.fields, self.resources, self.files, self.stale)
        return self.is_settled and not any(rest) and all(one.is_done for one in self.tables)


def compare(
    place: Place,
    standing: Standing,
    wanted: Wanted,
    tables: Sequence[TableWork],
    *,
    published: Flat,
    by_hand: Sequence[str],
) -> Work:
    """Compare what stands with what is wanted.

    Args:
        place: where.
        standing: what stands.
        wanted: what should.
        tables: what has to be done with each table.
        published: fields, words and columns as published last; empty where nobody knows.
        by_hand: fields that belong to people once the dataset is there.
    """
    present = packages.flat(standing.package)
    asked = asked_fields(place, wanted, by_hand if standing.exists else ())
    fields = packages.differing(present, asked)
    moved = packages.differing(present, published)
    resources = dict(_revised(place, standing, wanted, tables))
    drift = {
        **{name: present.get(name, "") for name in fields if name in moved},
        **dict(_reworded(standing, resources, published)),
        **dict(_altered(tables, published)),
    }
    return Work(
        place=place,
        standing=standing,
        wanted=wanted,
        tables=tuple(tables),
        fields=fields,
        drift=drift,
        resources=resources,
        files=tuple(_new_files(standing, wanted)),
        stale=tuple(one.id for path, one in standing.files.items() if path not in wanted.files),
    )


def asked_fields(place: Place, wanted: Wanted, by_hand: Sequence[str]) -> Flat:
    """Every field that is the pipeline's, with what it should be; without a value it is empty."""
    owned: dict[str, Json] = dict.fromkeys(owned_fields(place.profile), "")
    asked = {**owned, **packages.flat(wanted.fields)}
    return {name: item for name, item in asked.items() if name not in by_hand}


def _revised(
    place: Place, standing: Standing, wanted: Wanted, tables: Sequence[TableWork]
) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """What people read of a resource that stays: somebody may have renamed it by hand."""
    for one in tables:
        if one.standing is not None and not one.aside:
            yield from _changed(one.standing.resource, table_resource(place, one.wanted))
    for path, resource in standing.files.items():
        if path in wanted.files:
            yield from _changed(resource, file_resource(place, wanted.files[path]))


def _reworded(
    standing: Standing, changes: Mapping[str, Mapping[str, Json]], published: Flat
) -> Iterator[tuple[str, Json]]:
    """Words that are neither what they should be nor what was published."""
    present = packages.words(standing.package)
    for resource, changed in changes.items():
        for name in changed:
            word = packages.word_of(resource, name)
            if published.get(word, present[word]) != present[word]:
                yield f"{standing.names[resource]}.{name}", present[word]


def _altered(tables: Sequence[TableWork], published: Flat) -> Iterator[tuple[str, Json]]:
    """Types and words of columns that are neither what they should be nor what was published."""
    for one in tables:
        name = one.wanted.card.name
        known = {key: was for key, was in published.items() if key.startswith(words_of(name))}
        if known and one.standing is not None and one.standing.shape is not None:
            present, asked = one.standing.shape.words(name), one.wanted.shape.words(name)
            for key in sorted(present.keys() | known.keys()):
                held = present.get(key, "")
                if held not in (known.get(key, ""), asked.get(key, "")):
                    yield key.removeprefix(COLUMNS), held


def _changed(
    standing: Resource, wanted: Mapping[str, Json]
) -> Iterator[tuple[str, Mapping[str, Json]]]:
    said = {name: item for name, item in wanted.items() if name in packages.WORDS}
    present = standing.model_dump()
    changed = {name: item for name, item in said.items() if (present[name] or "") != item}
    if changed:
        yield standing.id, changed


def _new_files(standing: Standing, wanted: Wanted) -> Iterator[PackageFile]:
    for path, file in wanted.files.items():
        held = standing.files.get(path)
        if held is None or held.hash != sha256(file.data):
            yield file
