"""The static catalogue: a folder of files that any web server, or no server at all, can show.

    index.html  catalog.jsonld  style.css
    datasets/<name>/index.html  datapackage.json  passport.json  passport.csv  findings.json
    datasets/<name>/<Table>.csv|.xlsx|.json  <Table>-structure.csv  <Table>.csv-metadata.json

All links are relative. The folder is replaced whole and at once (`switch.py`); files that did not
change stay the same files. Index and DCAT are rebuilt from the files of the datasets themselves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from pipeline.annex_duties import Disowned
from pipeline.errors import ConfigurationError, SourceError
from pipeline.model import Finding, Plan, Receipt, Recovered, Release
from pipeline.publishing.dataset import dataset_files
from pipeline.publishing.dcat import catalogue_json
from pipeline.publishing.entries import DATASETS, PACKAGE, PAGE, PASSPORT, Entry, entries, entry
from pipeline.publishing.formats import Files
from pipeline.publishing.package import CSV, JSON, XLSX
from pipeline.publishing.pages import index_page, quality_page, style_sheet
from pipeline.publishing.passport import Passport, Publisher
from pipeline.publishing.plan import changes, fingerprint
from pipeline.publishing.readback import published_files, recover
from pipeline.publishing.renderer import renderer
from pipeline.publishing.switch import clear_leftover, only_writer, replace_folder

INDEX, CATALOGUE, STYLE = "index.html", "catalog.jsonld", "style.css"
QUALITY = "quality.html"
SHARED = frozenset({INDEX, CATALOGUE, STYLE, QUALITY})
"""Files of the whole catalogue: each publication writes them anew, whichever dataset it is of."""
_NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTarget:
    """The catalogue of one holder in one folder."""

    folder: Path
    """`PIPELINE_SITE`; its parent must be writable and on the same file system."""
    url: str | None
    """`PIPELINE_SITE_URL`; without it every address is relative."""
    holder: Publisher
    clock: Callable[[], datetime]
    """The present moment, with its zone."""

    not_held: tuple[Disowned, ...] = ()
    """Items of the annex whose data the holder says it does not own."""
    name: str = "site"

    def plan(self, release: Release, passport: Passport) -> Plan:
        """Every change that publishing the release would make; nothing is written.

        Raises:
            ConfigurationError: the passport does not fit, or the folder is somebody else's.
            DataError: a table does not fit its schema.
            SourceError: another dataset of the catalogue cannot be read.
        """
        standing = _standing(self._root, release.dataset)
        wanted = self._wanted(standing, release, passport)
        return Plan(
            dataset=release.dataset,
            target=self.name,
            version=release.version,
            base=standing.base,
            changes=changes(standing.files, wanted, standing.folder, passport.tables),
        )

    def apply(self, plan: Plan, release: Release, passport: Passport) -> None:
        """Make the changes of the plan, all or none; without changes nothing is touched.

        Raises:
            SourceError: `target-moved`, the dataset is not what it was when the plan was made.
            ConfigurationError: the plan was made for another release.
            LockedError: another run is changing the catalogue.
            MachineError: the disk or the rights do not allow it; the catalogue is as it was.
        """
        _check_plan(plan, release)
        if not plan.changes:
            _check_base(_standing(self._root, release.dataset), plan)
            clear_leftover(self._root)
            return
        with only_writer(self._root):
            standing = _standing(self._root, release.dataset)
            _check_base(standing, plan)
            _replace(self._root, standing, self._wanted(standing, release, passport))

    def faults(self, passport: Passport) -> tuple[Finding, ...]:  # noqa: ARG002 - a page has no limits
        """What this target would refuse of a passport: nothing."""
        return ()

    def read_back(self, release: Release, passport: Passport, *, whole: bool = True) -> Receipt:  # noqa: ARG002 - files are always read whole
        """Proof that the release stands in the catalogue, read from its files.

        Raises:
            SourceError: a file is missing, cannot be read, or differs from the release.
        """
        return Receipt(
            dataset=release.dataset,
            target=self.name,
            version=release.version,
            fingerprint=release.fingerprint,
            address=self.address(passport.name),
            files=published_files(self._root, release),
            rows={table.name: len(table.frame) for table in release.tables},
            masked=release.masked,
            read_back_at=(now := self.clock()),
            whole_at=now,
        )

    def remove(self, dataset: str) -> None:
        """Take a dataset out of the catalogue; what is not there needs no taking out."""
        with only_writer(self._root):
            standing = _standing(self._root, dataset)
            _replace(self._root, standing, self._top(standing.others))

    def stands(self, receipt: Receipt) -> bool:
        """Whether every file of a receipt is there with its size; contents are not read."""
        return all(_has_size(self._root / file.path, file.size) for file in receipt.files)

    def recover(self, dataset: str) -> Recovered | None:
        """What the catalogue shows of a dataset, as rows.

        Raises:
            SourceError: its files cannot be read.
        """
        return recover(self._root, dataset, self.address(dataset))

    def distrusting(self) -> Self:
        """Files are always looked at."""
        return self

    @property
    def formats(self) -> tuple[str, ...]:
        """Formats in which a table is published here."""
        return tuple(kind.upper() for kind in (CSV, JSON, XLSX))

    @property
    def renderer(self) -> str:
        """SHA-256 over what shapes the files besides the release: code, sentences, settings."""
        return renderer(self._base_url, self.holder.name.uk, self.holder.name.en)

    @property
    def _root(self) -> Path:
        # A link to a folder would itself change places; the folder behind it has to.
        return self.folder.resolve()

    @property
    def _base_url(self) -> str:
        return f"{self.url.rstrip('/')}/" if self.url else ""

    def address(self, dataset: str) -> str:
        """Where the public finds the page of a dataset."""
        folder = f"{DATASETS}/{dataset}/"
        return f"{self._base_url}{folder}" if self.url else (self._root / folder / PAGE).as_uri()

    def _wanted(self, standing: "_Standing", release: Release, passport: Passport) -> Files:
        files = dataset_files(release, passport, self.holder, self._base_url)
        own = (files[f"{standing.folder}/{name}"] for name in (PASSPORT, PACKAGE))
        return {**files, **self._top([*standing.others, entry(*own)])}

    def _top(self, found: Sequence[Entry]) -> Files:
        by_name = sorted(found, key=lambda one: one.record.identifier)
        return {
            INDEX: index_page(by_name, self.holder),
            QUALITY: quality_page(by_name, self.holder, self.not_held),
            CATALOGUE: catalogue_json(by_name, self.holder, self._base_url),
            STYLE: style_sheet(),
        }


def _has_size(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """What stands in the folder of the catalogue now."""

    dataset: str
    others: tuple[Entry, ...]
    """The datasets besides the one in question."""
    files: Files
    """Every file that none of the others owns."""

    @property
    def folder(self) -> str:
        return f"{DATASETS}/{self.dataset}"

    @property
    def base(self) -> str:
        """The state of the one dataset as a fingerprint."""
        inside = f"{self.folder}/"
        return fingerprint({k: data for k, data in self.files.items() if k.startswith(inside)})

    @property
    def owned(self) -> frozenset[str]:
        """The files of the others."""
        return frozenset(path for other in self.others for path in other.paths())


def _standing(root: Path, dataset: str) -> _Standing:
    others = entries(root, without=dataset)
    owned = {path for other in others for path in other.paths()}
    paths = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    if paths and CATALOGUE not in paths:
        names = ", ".join(sorted(paths)[:_NAMES_SHOWN])
        raise ConfigurationError("site-holds-other-files", folder=str(root), names=names)
    files = {name: path.read_bytes() for name, path in paths.items() if name not in owned}
    return _Standing(dataset=dataset, others=others, files=files)


def _replace(root: Path, standing: _Standing, wanted: Files) -> None:
    present = standing.files
    fresh = {path: data for path, data in wanted.items() if present.get(path) != data}
    if fresh or present.keys() - wanted.keys():
        replace_folder(root, fresh, sorted((wanted.keys() - fresh.keys()) | standing.owned))


def _check_plan(plan: Plan, release: Release) -> None:
    if (plan.dataset, plan.version) != (release.dataset, release.version):
        raise ConfigurationError(
            "plan-of-another-release",
            dataset=plan.dataset,
            planned=plan.version,
            version=release.version,
        )


def _check_base(standing: _Standing, plan: Plan) -> None:
    if standing.base != plan.base:
        raise SourceError("target-moved", dataset=plan.dataset)
