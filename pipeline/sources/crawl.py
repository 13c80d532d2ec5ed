"""A section of a site: from its lists to its pages, politely, one request at a time.

Lists are followed until a page of them brings nothing new. Pages of lists are kept as the way by
which the others were found; those with acts on them are read as well.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pipeline.errors import SourceError
from pipeline.model import Finding, Listing, Place, Severity, Snapshot
from pipeline.parameters.fetching import FetchOptions, Kind
from pipeline.sources.addresses import has_secret, masked
from pipeline.sources.fetch import Fetched, Known, fetch, never_fetched
from pipeline.sources.robots import Robots, site_of
from pipeline.sources.snapshots import SnapshotStore
from pipeline.sources.web import Web

Look = Callable[[Snapshot], Listing]
"""Where a page leads; raises SourceError where it cannot be read."""

_FILE = re.compile(
    r"\.(?:pdf|docx?|rtf|odt|xlsx?|ods|csv|pptx?|zip|rar|7z|jpe?g|png|gif|mp[34])$", re.IGNORECASE
)
_LOST = {
    "source-is-gone": "section-page-is-gone",
    "source-is-forbidden": "section-page-is-gone",
    "source-refuses": "section-page-is-gone",
    "source-is-another-kind": "section-page-is-not-a-page",
    "source-is-empty": "section-page-is-not-a-page",
}
"""What may befall one page of many; anything else ends the crawl, since it may befall all."""


def _forget(_snapshot: Snapshot) -> None:
    """For callers that have no ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """What an interrupted crawl left behind, and where this one leaves the same."""

    left: Known = never_fetched
    """What an interrupted crawl fetched from an address; it is not asked for again."""
    note: Callable[[Snapshot], None] = _forget
    """Remembers a page as soon as it is kept, so that `left` gives it to the next crawl."""


NOWHERE = Trail()


@dataclass(slots=True)
class _Chain:
    """The pages of one list."""

    seen: set[str] = field(default_factory=set)
    length: int = 0


@dataclass(slots=True)
class Crawl:
    """One section, from its first page on."""

    store: SnapshotStore
    options: FetchOptions
    web: Web
    known: Known
    look: Look
    robots: Robots
    trail: Trail
    section: str = ""
    """Its address, as people may see it."""
    lists: deque[tuple[str, _Chain]] = field(default_factory=deque)
    listed: set[str] = field(default_factory=set)
    entries: dict[str, bool] = field(default_factory=dict)
    """Address -> whether it is asked for even if it is kept."""
    ways: list[Snapshot] = field(default_factory=list)
    pages: list[Snapshot] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def begin(self, address: str) -> Fetched:
        """Everything that the section leads to."""
        self.section = masked(address)
        if not self.robots.allow(address):
            raise SourceError("robots-forbid-section", source=self.section)
        self.options = self.options.model_copy(
            update={"kind": Kind.PAGE, "pause": self.robots.pause(address)}
        )
        self._queue((address,), _Chain())
        self._read_lists()
        self._fetch_entries()
        return Fetched(
            snapshots=tuple(self.pages), archives=tuple(self.ways), findings=tuple(self.findings)
        )

    def _queue(self, addresses: tuple[str, ...], chain: _Chain) -> None:
        new = [address for address in dict.fromkeys(addresses) if address not in self.listed]
        self.listed.update(new)
        self.lists.extend((address, chain) for address in new)

    def _read_lists(self) -> None:
        read = 0
        while self.lists and read < self.options.list_limit:
            address, chain = self.lists.popleft()
            read += 1
            fetched = self._fetched(address, first=read == 1)
            for snapshot in fetched.snapshots:
                listing = self.look(snapshot)
                # Only what could be read: a page that ends the crawl is asked for again.
                self.trail.note(snapshot)
                self._follow(snapshot, listing, chain)
        self._say_left("lists", self.options.list_limit, len(self.lists))

    def _follow(self, snapshot: Snapshot, listing: Listing, chain: _Chain) -> None:
        begins = chain.length == 0 and bool(self.ways or self.pages)
        if begins and listing.parents and not self._is_inside(listing.parents):
            self._say("list-of-another-section", snapshot.address, Severity.INFO)
            self.ways.append(snapshot)
            return
        chain.length += 1
        entries = tuple(self._followed(listing.entries, snapshot))
        sections = tuple(self._followed(listing.sections, snapshot))
        fresh = {*entries, *sections, *listing.acts} - chain.seen
        chain.seen |= fresh
        for entry in entries:
            self.entries[entry] = self.entries.get(entry, False) or self._is_near(chain)
        for section in sections:
            self._queue((section,), _Chain())
        # Past its end a site often shows the last page, or the first, again and again.
        if fresh:
            self._queue(tuple(self._followed(listing.further, snapshot)), chain)
        self._keep(snapshot, chain, is_read=not fresh.isdisjoint(listing.acts), leads=bool(fresh))

    def _is_inside(self, parents: tuple[str, ...]) -> bool:
        """Whether the section that was asked for is among those a list belongs to."""
        own = urlsplit(self.section).path.rstrip("/")
        return own in (urlsplit(parent).path.rstrip("/") for parent in parents)

    def _keep(self, snapshot: Snapshot, chain: _Chain, *, is_read: bool, leads: bool) -> None:
        is_empty = not leads and chain.length == 1
        if is_empty and self.ways:
            self._say("section-is-empty", snapshot.address)
        # An empty section that was asked for is read, so that the extractor says what it has not.
        is_read = is_read or (is_empty and not self.ways)
        (self.pages if is_read else self.ways).append(snapshot)

    def _is_near(self, chain: _Chain) -> bool:
        return chain.length <= self.options.recheck

    def _followed(self, addresses: tuple[str, ...], page: Snapshot) -> Iterator[str]:
        """Those that lead to pages of the same site and that it lets programs fetch."""
        elsewhere = 0
        for address in dict.fromkeys(address.partition("#")[0] for address in addresses):
            if site_of(address) != site_of(page.address) or _FILE.search(urlsplit(address).path):
                elsewhere += 1
            elif not self.robots.allow(address):
                self._say("robots-forbid-page", masked(address))
            else:
                yield address
        if elsewhere:
            self._say("links-not-followed", page.address, Severity.INFO, count=elsewhere)

    def _fetch_entries(self) -> None:
        wanted = [address for address in self.entries if address not in self.listed]
        for address in wanted[: self.options.page_limit]:
            kept = None if self.entries[address] else self._taken(address, self.known)
            if kept is not None:
                self.pages.append(kept)
            else:
                self._fetch_entry(address)
        self._say_left("pages", self.options.page_limit, len(wanted) - self.options.page_limit)

    def _fetch_entry(self, address: str) -> None:
        for snapshot in self._fetched(address).snapshots:
            self.trail.note(snapshot)
            self.pages.append(snapshot)

    def _taken(self, address: str, known: Known) -> Snapshot | None:
        """What is kept of a page, without asking whether it still holds."""
        last = None if has_secret(address) else known(masked(address))
        return last if last is not None and self.store.holds(last.sha256) else None

    def _fetched(self, address: str, *, first: bool = False) -> Fetched:
        kept = self._taken(address, self.trail.left)
        return Fetched(snapshots=(kept,)) if kept else self._asked(address, first=first)

    def _asked(self, address: str, *, first: bool) -> Fetched:
        try:
            return fetch(
                address, store=self.store, options=self.options, web=self.web, known=self.known
            )
        except SourceError as error:
            if first or error.code not in _LOST:
                raise
            status = str(error.details.get("status", "-"))
            self._say(_LOST[error.code], masked(address), status=status)
            return Fetched(snapshots=())

    def _say_left(self, what: str, limit: int, left: int) -> None:
        if left > 0:
            self._say("crawl-limit-reached", self.section, what=what, limit=limit, count=left)

    def _say(
        self, code: str, source: str, severity: Severity = Severity.WARNING, **details: str | int
    ) -> None:
        place = Place(source=source)
        self.findings.append(Finding(code=code, severity=severity, place=place, details=details))


def crawl(
    address: str,
    *,
    store: SnapshotStore,
    options: FetchOptions,
    web: Web,
    known: Known,
    look: Look,
    trail: Trail = NOWHERE,
) -> Fetched:
    """Fetch every page that a section of a site leads to.

    Args:
        address: of the first page of its list.
        store: where the bytes go.
        options: patience and limits.
        web: session, pace and clock.
        known: looks up the last snapshot of an address.
        look: reads where a page of the list leads.
        trail: of an interrupted crawl, and for the next one.

    Returns:
        The pages to be read; under `archives` those that only led to them.

    Raises:
        SourceError: the section is gone or forbidden to programs, or the site fails.
    """
    robots = Robots(options, web)
    work = Crawl(
        store=store, options=options, web=web, known=known, look=look, robots=robots, trail=trail
    )
    return work.begin(address)
