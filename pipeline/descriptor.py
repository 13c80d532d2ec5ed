"""`dataset.yaml` -> `DatasetSpec`: everything about a dataset that is not code.

Read wholly and strictly before anything is fetched: an unknown key, a missing part, a schema that
does not exist or a misspelt parameter is refused with file, line and the nearest valid word.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import recipes, yamlfile
from pipeline.description import Activity, Catalogue, Description, TableSpec
from pipeline.errors import ConfigurationError
from pipeline.holder import Holder, load_holder
from pipeline.parameters import Parameters
from pipeline.parameters.activity import IndicatorList
from pipeline.schema_names import schema_paths


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetSpec:
    """A dataset as declared: its text, its holder and where the declaration stands."""

    text: Description
    holder: Holder
    folder: Path
    schemas: Path
    """The folder of Table Schemas."""

    @property
    def name(self) -> str:
        """Name of the dataset and of its folder."""
        return self.text.name

    @property
    def digest(self) -> str:
        """SHA-256 over the YAML of the dataset and of its holder."""
        return _digest(self._declarations())

    @property
    def schemas_digest(self) -> str:
        """SHA-256 over the schemas that the tables name."""
        paths = (self.schemas / f"{table.schema_path}.json" for table in self.text.tables)
        return _digest(sorted(set(paths)))

    def _declarations(self) -> list[Path]:
        return [self.folder.parent / "holder.yaml", *sorted(self.folder.glob("*.yaml"))]

    @property
    def portal_name(self) -> str:
        """What a portal calls it: the descriptor says so, or the name of the holder goes before."""
        return self.text.portal.name or f"{self.holder.name}-{self.name}"

    def table(self, name: str) -> TableSpec:
        """The table of that name."""
        return next(table for table in self.text.tables if table.name == name)


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def load_dataset(council: Path, name: str, schemas: Path) -> DatasetSpec:
    """Read one dataset of a council directory.

    Raises:
        ConfigurationError: there is no such dataset.
        YamlError: its description is refused.
    """
    folder = council / name
    if not (folder / "dataset.yaml").is_file():
        known = [found.name for found in dataset_folders(council)]
        raise ConfigurationError(
            "dataset-is-unknown", name=name, nearest=yamlfile.nearest(name, known) or "-"
        )
    text = yamlfile.load(folder / "dataset.yaml", Description)
    spec = DatasetSpec(text=text, holder=load_holder(council), folder=folder, schemas=schemas)
    _check_against_the_rest(spec)
    return spec


def load_council(council: Path, schemas: Path) -> tuple[DatasetSpec, ...]:
    """Read every dataset of a council directory, in the order of names, the register last."""
    if not council.is_dir():
        raise ConfigurationError("council-is-absent", path=str(council))
    specs = [load_dataset(council, folder.name, schemas) for folder in dataset_folders(council)]
    return tuple(sorted(specs, key=lambda spec: isinstance(spec.text.extractor, Catalogue)))


def dataset_folders(council: Path) -> list[Path]:
    """The folders of a council directory that hold a dataset, in the order of names."""
    return sorted(file.parent for file in council.glob("*/dataset.yaml"))


Fault = tuple[tuple[str | int, ...], str, Mapping[str, str | int]]
"""Place in the file, code of the sentence, its details."""


def _check_against_the_rest(spec: DatasetSpec) -> None:
    file = spec.folder / "dataset.yaml"
    for location, code, details in _contradictions(spec):
        raise yamlfile.refuse(file, location, code, **details)
    extractor = spec.text.extractor
    if isinstance(extractor, Activity) and extractor.parameters.indicators_file:
        yamlfile.load(spec.folder / extractor.parameters.indicators_file, IndicatorList)


def _contradictions(spec: DatasetSpec) -> Iterator[Fault]:
    text = spec.text
    if text.name != spec.folder.name:
        yield ("name",), "name-is-not-the-folder", {"word": text.name, "nearest": spec.folder.name}
    if text.body not in spec.holder.bodies:
        yield _unknown(("body",), "body-is-unknown", text.body, sorted(spec.holder.bodies))
    yield from _unknown_recipe(text)
    known = schema_paths(spec.schemas)
    for number, table in enumerate(text.tables):
        place = ("tables", number)
        if table.schema_path not in known:
            yield _unknown((*place, "schema"), "schema-is-unknown", table.schema_path, known)
        else:
            yield from _unknown_columns(spec, table, place)
    yield from _unknown_reports(spec)
    made, declared = text.extractor.makes(), [table.schema_path for table in text.tables]
    if sorted(made) != sorted(declared):
        words = {"made": ", ".join(made), "declared": ", ".join(declared)}
        yield ("tables",), "tables-are-not-those-made", words


def _unknown_recipe(text: Description) -> Iterator[Fault]:
    """A section is crawled by the recipe of its platform, so it needs one that is known."""
    recipe, known = text.readers.page.recipe, recipes.names()
    if recipe and recipe not in known:
        yield _unknown(("readers", "page", "recipe"), "recipe-is-unknown", recipe, known)
    for number, source in enumerate(text.sources):
        if source.section and not recipe:
            yield (
                ("sources", number, "section"),
                "section-without-recipe",
                {"nearest": ", ".join(known)},
            )


def _unknown_reports(spec: DatasetSpec) -> Iterator[Fault]:
    """A count that no report can have would be a check that never speaks."""
    for number, table in enumerate(spec.text.tables):
        reported = table.expect.reported
        if reported is None:
            continue
        place = ("tables", number, "expect", "reported")
        known = _indicators(spec.folder.parent)
        if reported.dataset not in known:
            yield _unknown((*place, "dataset"), "reports-are-unknown", reported.dataset, [*known])
        elif reported.indicator not in known[reported.dataset]:
            named = known[reported.dataset]
            yield _unknown((*place, "indicator"), "indicator-is-unknown", reported.indicator, named)
        yield from _unknown_day(spec, table, reported.dated, (*place, "dated"))


def _unknown_day(
    spec: DatasetSpec, table: TableSpec, column: str, place: tuple[str | int, ...]
) -> Iterator[Fault]:
    columns = _columns(spec.schemas / f"{table.schema_path}.json")
    if column and column not in columns:
        more = {"schema": table.schema_path}
        yield _unknown(place, "column-is-unknown", column, columns, **more)


def _indicators(council: Path) -> Mapping[str, list[str]]:
    """Datasets of reports, each with the ids of its indicators."""
    found: dict[str, list[str]] = {}
    for folder in dataset_folders(council):
        extractor = yamlfile.load(folder / "dataset.yaml", Description).extractor
        if isinstance(extractor, Activity):
            file = extractor.parameters.indicators_file
            listed = yamlfile.load(folder / file, IndicatorList).indicators if file else ()
            found[folder.name] = [one.id for one in (*extractor.parameters.indicators, *listed)]
    return found


def _unknown_columns(
    spec: DatasetSpec, table: TableSpec, place: tuple[str | int, ...]
) -> Iterator[Fault]:
    columns = _columns(spec.schemas / f"{table.schema_path}.json")
    named = {
        "key": table.key,
        "order": table.order,
        "derive": table.derive,
        "privacy": table.privacy.columns,
        "expect": table.expect.may_be_empty,
    }
    places = [
        ((part, *_INSIDE[part](position, name)), name)
        for part, names in named.items()
        for position, name in enumerate(names)
    ]
    for inside, name in [*places, *_named_by_rules(table)]:
        if name not in columns:
            more = {"schema": table.schema_path}
            yield _unknown((*place, *inside), "column-is-unknown", name, columns, **more)


def _named_by_rules(table: TableSpec) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Columns that rules of derivation and checks speak of, with their places."""
    rules: list[tuple[tuple[str | int, ...], Parameters]] = [
        *((("derive", name), rule) for name, rule in table.derive.items()),
        *((("checks", number), check) for number, check in enumerate(table.checks)),
        *((("references", number), one) for number, one in enumerate(table.references)),
        *((("corrections", number), one) for number, one in enumerate(table.corrections)),
    ]
    for place, rule in rules:
        for key in ("field", "number", "date", "koatuu"):
            if name := getattr(rule, key, None):
                yield (*place, key), name
        for position, name in enumerate(getattr(rule, "fields", ())):
            yield (*place, "fields", position), name


_INSIDE: Mapping[str, Callable[[int, str], tuple[str | int, ...]]] = {
    "key": lambda position, _: (position,),
    "order": lambda position, _: (position,),
    "derive": lambda _, name: (name,),
    "privacy": lambda _, name: ("columns", name),
    "expect": lambda _, name: ("may_be_empty", name),
}


def _columns(schema: Path) -> list[str]:
    """Names of the columns; a schema that cannot be read is refused where it is read strictly."""
    try:
        tree = json.loads(schema.read_text(encoding="utf-8"))
    except ValueError:
        return []
    return [str(field.get("name")) for field in tree.get("fields", ())]


def _unknown(
    place: tuple[str | int, ...], code: str, word: str, known: list[str], **more: str
) -> Fault:
    return place, code, {"word": word, "nearest": yamlfile.nearest(word, known), **more}
