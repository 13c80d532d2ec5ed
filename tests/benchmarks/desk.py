"""A target with what a home would know: tables of releases on the disk, the last receipt."""

import time
from datetime import UTC, datetime
from pathlib import Path

from pipeline.kept import KeptTable
from pipeline.model import Plan, Receipt, Release
from pipeline.publishing.ckan.patience import Patience
from pipeline.publishing.ckan.target import Account, CkanTarget
from pipeline.publishing.passport import Passport


class Desk:
    """Publishes releases to one portal, as run after run of one home does."""

    def __init__(
        self, url: str, token: str, folder: Path, dataset: str, *, publisher: str = "home"
    ) -> None:
        self.account = Account(
            url=url,
            token=token,
            organization="lysychansk",
            prefix="lysychansk",
            profile="plain",
            publisher=publisher,
        )
        self.folder, self.dataset = folder, dataset
        self.last: Receipt | None = None

    def target(self, forms: tuple[str, ...] = ()) -> CkanTarget:
        """The target as a new run opens it."""
        return CkanTarget(
            account=self.account,
            dataset=self.dataset,
            package=f"lysychansk-{self.dataset}",
            by_hand=(),
            kept=self._kept,
            last=lambda: self.last,
            clock=lambda: datetime.now(UTC),
            wait=lambda seconds: time.sleep(min(seconds, 0.2)),
            patience=Patience(),
            told=lambda done, total: None,
            forms=forms,
        )

    def _kept(self, version: str, table: str) -> KeptTable | None:
        file = self.folder / f"{version}-{table}.csv"
        return KeptTable(file) if file.is_file() else None

    def keep(self, release: Release) -> None:
        """What the store of releases does before anything is delivered."""
        for table in release.tables:
            file = self.folder / f"{release.version}-{table.name}.csv"
            table.frame.to_csv(file, index=False, lineterminator="\n")

    def plan(self, release: Release, passport: Passport) -> Plan:
        """What publishing would change."""
        return self.target().plan(release, passport)

    def publish(self, release: Release, passport: Passport) -> Receipt:
        """Keep, plan, apply, read back."""
        self.keep(release)
        target = self.target()
        target.apply(target.plan(release, passport), release, passport)
        self.last = target.read_back(release, passport, whole=False)
        return self.last
