"""The target `ckan`: a portal on which the public reads the data."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Self, cast

from pipeline.errors import SourceError
from pipeline.model import Finding, Plan, Receipt, Recovered, Release, Severity
from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.applying import Publisher
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.diagnosis import diagnosed
from pipeline.publishing.ckan.fields import Flat, payload
from pipeline.publishing.ckan.form import LAW, profile_of
from pipeline.publishing.ckan.patience import Patience
from pipeline.publishing.ckan.planning import Kept, Planner, changes
from pipeline.publishing.ckan.reading_back import PublicReader
from pipeline.publishing.ckan.recovering import recover
from pipeline.publishing.ckan.standing import Standing, digest, public_state, read_standing
from pipeline.publishing.ckan.wanted import Place, possible_files
from pipeline.publishing.ckan.work import Work
from pipeline.publishing.ckan_fields import owned_fields
from pipeline.publishing.package import CSV, XLSX
from pipeline.publishing.passport import Passport
from pipeline.publishing.passport_faults import passport_faults
from pipeline.publishing.portal_profile import PortalProfile, load_profile
from pipeline.publishing.progress import Told
from pipeline.publishing.renderer import renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How a holder is known on a portal."""

    url: str
    token: str = field(repr=False)
    organization: str
    """Identifier of the organisation that owns its datasets there."""
    prefix: str
    """What the identifiers of its datasets begin with."""
    profile: str
    """Name of the profile; the portal is asked for its form when empty."""
    publisher: str
    """Tells this home from others that publish there."""


@dataclass(frozen=True, kw_only=True)
class CkanTarget:
    """One portal, for one dataset of one holder."""

    account: Account
    dataset: str
    package: str
    """Identifier of the dataset on the portal, as `DatasetSpec.portal_name` forms it."""
    by_hand: tuple[str, ...]
    kept: Kept
    last: Callable[[], Receipt | None]
    """What was published last."""
    clock: Callable[[], datetime]
    wait: Callable[[float], None]
    patience: Patience
    told: Told
    trusting: bool = True
    """Whether rows on the portal are believed to be what the stamp says."""
    forms: tuple[str, ...] = (XLSX,)
    name: str = "ckan"
    _found: list[Work] = field(default_factory=list)

    @cached_property
    def _publisher(self) -> Portal:
        return Portal(self.account.url, self.account.token, self.wait, self.patience)

    @contextmanager
    def _public(self) -> Iterator[Portal]:
        """A client without a token, and with a connection that nobody used before."""
        public = Portal(self.account.url, None, self.wait, self.patience)
        try:
            yield public
        finally:
            public.close()

    @contextmanager
    def _open(self) -> Iterator[None]:
        """What the public may not see somebody has closed: it needs no token, so none is wrong."""
        try:
            yield
        except SourceError as error:
            if error.code != "portal-not-allowed":
                raise
            name = self.package
            raise SourceError("portal-hidden-by-hand", url=self.account.url, name=name) from error

    @property
    def _declared(self) -> PortalProfile | None:
        return load_profile(self.account.profile) if self.account.profile else None

    @property
    def _mark(self) -> str:
        return f"{self.account.prefix}/{self.dataset}"

    def address(self, dataset: str) -> str:  # noqa: ARG002 - a target is of one dataset
        """The page of the dataset."""
        return f"{self.account.url}/dataset/{self.package}"

    @property
    def formats(self) -> tuple[str, ...]:
        """Formats in which a table is published there."""
        return tuple(form.upper() for form in (CSV, *self.forms))

    @property
    def renderer(self) -> str:
        """SHA-256 over what shapes a publication besides the release."""
        account = self.account
        return renderer(account.url, account.organization, account.profile, self.package)

    def faults(self, passport: Passport) -> tuple[Finding, ...]:
        """Everything for which a portal would refuse a passport; asks nobody."""
        profile = self._declared or load_profile(LAW)
        unknown = sorted(set(self.by_hand) - set(owned_fields(profile)))
        return (*passport_faults(passport, passport.tables, profile), *map(_not_a_field, unknown))

    def stands(self, receipt: Receipt) -> bool:
        """Whether the dataset is as it was when it was read back: one question."""
        with self._public() as public:
            try:
                package = public.read("package_show", id=self.package)
            except NotThereError:
                return False
        return bool(receipt.standing.get("digest") == digest(public_state(package)))

    def plan(self, release: Release, passport: Passport) -> Plan:
        """Every change that publishing the release would make; nothing is written.

        Raises:
            ConfigurationError: the passport does not fit the release, a table has no key.
            SourceError: the portal does not answer, or the dataset is not ours to change.
        """
        with diagnosed(self._publisher, self.account.organization):
            work = self._work(self._publisher, release, passport)
        self._found[:] = [work]
        return Plan(
            dataset=release.dataset,
            target=self.name,
            version=release.version,
            base=work.standing.base,
            changes=changes(work),
        )

    def apply(self, plan: Plan, release: Release, passport: Passport) -> None:
        """Make the changes of the plan; killed half-way, the next run goes on.

        Raises:
            SourceError: `target-moved`, or the portal did not do its part.
        """
        if not self._is_found(plan) and self.plan(release, passport) != plan:
            raise SourceError("target-moved", dataset=plan.dataset)
        publisher = Publisher(
            portal=self._publisher,
            name=self.account.publisher,
            clock=self.clock,
            told=self.told,
        )
        with diagnosed(self._publisher, self.account.organization):
            publisher.carry_out(self._found[0])

    def _is_found(self, plan: Plan) -> bool:
        return any(
            (work.standing.base, work.wanted.version) == (plan.base, plan.version)
            for work in self._found
        )

    def read_back(self, release: Release, passport: Passport, *, whole: bool) -> Receipt:
        """Proof that the release stands there, read without a token over a new connection.

        What was filled anew is read whole in any case; so is everything when nothing was applied.

        Raises:
            SourceError: something is missing or differs; says what.
        """
        done = [work for work in self._found if work.wanted.version == release.version]
        whole = whole or not done or done[0].is_done or done[0].standing.unseen
        with self._public() as public, self._open():
            work = done[0] if done else self._work(public, release, passport)
            reader = PublicReader(portal=public)
            files, standing = reader.check(work, self.by_hand, whole=whole)
        now, before = self.clock(), self.last()
        return Receipt(
            dataset=release.dataset,
            target=self.name,
            version=release.version,
            fingerprint=release.fingerprint,
            address=self.address(release.dataset),
            files=files,
            rows={table.name: len(table.frame) for table in release.tables},
            masked=release.masked,
            read_back_at=now,
            standing=standing,
            whole_at=now if whole else before.whole_at if before else None,
        )

    def remove(self, dataset: str) -> None:  # noqa: ARG002 - a target is of one dataset
        """Take a dataset from the sight of the public; what is kept of it there stays.

        What is not there needs no hiding.
        """
        try:
            package = self._publisher.read("package_show", id=self.package)
        except NotThereError:
            return
        begun = stamp.begun(None, stamp.UNKNOWN, self.account.publisher, self.clock())
        hidden = {**payload(package, {}, begun, self._mark), "private": True}
        change = {"match": {"id": package["id"]}, "update": hidden}
        self._publisher.call("package_revise", change, repeatable=True)

    def recover(self, dataset: str) -> Recovered | None:  # noqa: ARG002 - a target is of one dataset
        """What the public sees of a dataset, as rows.

        Raises:
            SourceError: it is there, but its passport or a table is not.
        """
        with self._public() as public:
            return recover(public, self.account.url, self.package, self._mark)

    def distrusting(self) -> Self:
        """The same target, which compares with every row that the portal has."""
        return replace(self, trusting=False, _found=[])

    def _work(self, portal: Portal, release: Release, passport: Passport) -> Work:
        place = self._place(portal, passport)
        standing = self._standing(portal, place, passport)
        planner = Planner(
            portal=portal,
            place=place,
            kept=self.kept,
            by_hand=self.by_hand,
            trusting=self.trusting,
        )
        return planner.work(standing, release, passport, self._published(standing))

    def _standing(self, portal: Portal, place: Place, passport: Passport) -> Standing:
        tables = [card.name for card in passport.tables] if place.datastore else []
        standing = read_standing(
            portal,
            place.name,
            tables,
            possible_files(passport),
            organization=place.organization,
            mark=place.mark,
        )
        if not place.datastore and standing.has_tables:
            raise SourceError("portal-datastore-off", url=place.url, name=place.name)
        found = standing.stamp
        if found and found.is_held_by_another(self.account.publisher, self.clock()):
            raise SourceError("portal-is-being-published", name=place.name, by=found.by)
        if found and found.settled and standing.private:
            raise SourceError("portal-hidden-by-hand", url=place.url, name=place.name)
        return standing

    def _published(self, standing: Standing) -> Flat:
        """Fields as this home left them; nobody knows what another home or portal was told."""
        before = self.last()
        if before is None or before.address != self.address(before.dataset):
            return {}
        if standing.stamp != stamp.done(before.version):
            return {}
        return cast(Flat, before.standing.get("fields", {}))

    def _place(self, portal: Portal, passport: Passport) -> Place:
        told = portal.read("status_show")
        return Place(
            url=self.account.url,
            name=self.package,
            organization=self.account.organization,
            mark=self._mark,
            profile=self._declared or profile_of(portal),
            licence=passport.licence.url,
            datastore="datastore" in told["extensions"],
            forms=self.forms,
        )


def _not_a_field(name: str) -> Finding:
    """What a descriptor leaves to people has to be something that the pipeline would set."""
    return Finding(
        code="portal-by-hand-unknown",
        severity=Severity.ERROR,
        field=name,
        details={"name": name},
    )
