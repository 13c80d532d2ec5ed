"""The datasets that stand in a catalogue, as their own files tell: no ledger is needed."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import SourceError
from pipeline.publishing.package import Package
from pipeline.publishing.record import Record

DATASETS = "datasets"
PASSPORT, PACKAGE, PAGE = "passport.json", "datapackage.json", "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dataset of the catalogue."""

    record: Record
    package: Package

    @property
    def folder(self) -> str:
        """Its folder below the root of the catalogue."""
        return f"{DATASETS}/{self.record.identifier}"

    def paths(self) -> frozenset[str]:
        """Every file that the dataset owns, below the root of the catalogue."""
        names = {PASSPORT, PACKAGE, PAGE, *(resource.path for resource in self.package.resources)}
        return frozenset(f"{self.folder}/{name}" for name in names)


def entry(passport: bytes, package: bytes) -> Entry:
    """An entry from the two files of a dataset.

    Raises:
        ValidationError: they are not what the pipeline writes.
    """
    return Entry(
        record=Record.model_validate_json(passport), package=Package.model_validate_json(package)
    )


def entries(site: Path, without: str) -> tuple[Entry, ...]:
    """The datasets of a catalogue in the order of their names, leaving out `without`.

    Raises:
        SourceError: the files of a dataset cannot be read, so it would drop out of the index.
    """
    folder = site / DATASETS
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return tuple(_entry(folder / name) for name in names if name != without)


def _entry(folder: Path) -> Entry:
    try:
        found = entry((folder / PASSPORT).read_bytes(), (folder / PACKAGE).read_bytes())
    except (OSError, ValidationError) as exc:
        raise SourceError("site-dataset-unreadable", dataset=folder.name) from exc
    missing = [path for path in found.paths() if not (folder.parent.parent / path).is_file()]
    if missing or found.record.identifier != folder.name:
        raise SourceError("site-dataset-unreadable", dataset=folder.name)
    return found
