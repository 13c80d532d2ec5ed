"""Where releases go: what every target can do."""

from typing import Protocol, Self

from pipeline.errors import SourceError
from pipeline.model import Finding, Plan, Receipt, Recovered, Release
from pipeline.publishing.passport import Passport


class DiffersError(SourceError):
    """A target shows something else than what was published there."""


class Target(Protocol):
    """A catalogue that takes releases. Every method may be called again at any time."""

    @property
    def name(self) -> str:
        """As in `PIPELINE_TARGETS`: `site`, `ckan`."""

    @property
    def formats(self) -> tuple[str, ...]:
        """Formats in which a table is published there: `CSV`, `JSON`, `XLSX`."""

    @property
    def renderer(self) -> str:
        """What shapes a publication besides the release, in one word: part of a fingerprint."""

    def address(self, dataset: str) -> str:
        """Where the public finds a dataset."""

    def stands(self, receipt: Receipt) -> bool:
        """Whether what a receipt says is still there, as far as a quick look can tell."""

    def faults(self, passport: Passport) -> tuple[Finding, ...]:
        """Everything for which the target would refuse a passport; asks nobody."""

    def plan(self, release: Release, passport: Passport) -> Plan:
        """Every change that publishing the release would make; nothing is written.

        A release that already stands there whole has no changes.
        """

    def apply(self, plan: Plan, release: Release, passport: Passport) -> None:
        """Make the changes of the plan, all or none.

        Raises:
            SourceError: `target-moved`, the target is not what it was when the plan was made.
            ConfigurationError: the plan was made for another release.
        """

    def read_back(self, release: Release, passport: Passport, *, whole: bool) -> Receipt:
        """Proof that the release stands there, from what the public can fetch.

        Args:
            release: what should stand there.
            passport: its passport.
            whole: everything, value by value; else at least what was applied last.

        Raises:
            DiffersError: something is missing or differs from the release.
            SourceError: the target cannot be read.
        """

    def remove(self, dataset: str) -> None:
        """Take a dataset from the sight of the public."""

    def recover(self, dataset: str) -> Recovered | None:
        """What the public sees of a dataset, as rows; None where there is nothing.

        Raises:
            SourceError: it is there, but cannot be read.
        """

    def distrusting(self) -> Self:
        """The same target, believing nothing that was noted of it: it looks at every row."""
