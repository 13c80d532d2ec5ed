"""From an address to snapshots: files, folders, archives and HTTP.

Bytes go to the store at once and are read from there; what passes on is where they are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.fetching import FetchOptions, Kind
from pipeline.sources.addresses import has_secret, is_web, masked
from pipeline.sources.archives import Member, check_package, open_archive
from pipeline.sources.files import find_files, printable, read_file
from pipeline.sources.packed import unpack
from pipeline.sources.snapshots import SnapshotStore
from pipeline.sources.sniffing import Look, confirmed, look_of
from pipeline.sources.web import NotModified, Validators, Web, download

Known = Callable[[str], Snapshot | None]
"""The last snapshot of an address as people see it, where there is one."""

_PACKAGES = frozenset({Kind.XLSX, Kind.DOCX, Kind.ODS})
_ARCHIVES = {Look.ZIP: Kind.ZIP, Look.RAR: Kind.RAR, Look.SEVEN_ZIP: Kind.SEVEN_ZIP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave."""

    snapshots: tuple[Snapshot, ...]
    """To be read, in the order of their addresses."""
    archives: tuple[Snapshot, ...] = ()
    """Archives that some of them came from, kept as well."""
    findings: tuple[Finding, ...] = ()

    @property
    def everything(self) -> tuple[Snapshot, ...]:
        """All that was kept: for the ledger."""
        return self.archives + self.snapshots


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """Bytes with what is known of them."""

    address: str
    name: str
    """What carries the ending."""
    data: bytes
    fetched_at: datetime
    etag: str | None = None
    last_modified: str | None = None


def never_fetched(_address: str) -> Snapshot | None:
    """For callers that have no ledger."""
    return None


def fetch(
    address: str,
    *,
    store: SnapshotStore,
    options: FetchOptions,
    web: Web,
    known: Known = never_fetched,
) -> Fetched:
    """Fetch everything behind an address and keep it.

    Args:
        address: a file, a folder, an archive, or `http(s)://…` of a file or archive.
        store: where the bytes go.
        options: declared kind, limits and patience.
        web: session, pace and clock; the clock also dates files.
        known: looks up the last snapshot, so that an unchanged answer is not sent again.

    Raises:
        SourceError: something is missing, refused, cut off or not what it was declared to be.
        MachineError: this machine cannot read the file or keep the bytes.
    """
    if is_web(address):
        return _kept(_from_web(address, store, options, web, known), store, options)
    if "://" in address:
        raise SourceError("source-address-is-wrong", source=masked(address), attempts=0)
    return _from_disk(Path(address), store, options, web)


def _from_disk(path: Path, store: SnapshotStore, options: FetchOptions, web: Web) -> Fetched:
    found = find_files(path)
    parts = [_kept(_file(file, options, web.clock()), store, options) for file in found.files]
    return Fetched(
        snapshots=tuple(snapshot for part in parts for snapshot in part.snapshots),
        archives=tuple(archive for part in parts for archive in part.archives),
        findings=(
            *(_left_out(printable(hidden)) for hidden in found.hidden),
            *(finding for part in parts for finding in part.findings),
        ),
    )


def _file(path: Path, options: FetchOptions, now: datetime) -> _Raw:
    return _Raw(
        address=printable(path),
        name=path.name,
        data=read_file(path, options.size_limit),
        fetched_at=now,
    )


def _from_web(
    address: str, store: SnapshotStore, options: FetchOptions, web: Web, known: Known
) -> _Raw:
    shown = masked(address)
    # Two addresses that differ in a secret look the same, so nothing is known of either.
    last = None if has_secret(address) else known(shown)
    if last is not None and not store.holds(last.sha256):
        last = None
    answer = download(address, options, web, _validators(last))
    if isinstance(answer, NotModified):
        if last is None:
            raise AssertionError("only an answer that is kept is asked about")
        return _again(last, address, store)
    return _Raw(
        address=shown,
        name=address,
        data=answer.data,
        fetched_at=web.clock(),
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def _validators(last: Snapshot | None) -> Validators | None:
    if last is None or not (last.etag or last.last_modified):
        return None
    return Validators(etag=last.etag, last_modified=last.last_modified)


def _again(last: Snapshot, address: str, store: SnapshotStore) -> _Raw:
    return _Raw(
        address=last.address,
        name=address,
        data=store.get(last.sha256),
        fetched_at=last.fetched_at,
        etag=last.etag,
        last_modified=last.last_modified,
    )


def _kept(raw: _Raw, store: SnapshotStore, options: FetchOptions) -> Fetched:
    look = look_of(raw.data)
    if look not in _ARCHIVES:
        return Fetched(snapshots=(_leaf(raw, look, store, options),))
    members, hidden = _contents(raw, look, options)
    archived = options.kind in _ARCHIVES.values()
    inner = options.model_copy(update={"kind": None}) if archived else options
    files = (_member(member, raw) for member in members)
    return Fetched(
        snapshots=tuple(_leaf(file, look_of(file.data), store, inner) for file in files),
        archives=(_snapshot(raw, _ARCHIVES[look], store),),
        findings=tuple(_left_out(f"{raw.address}!{name}") for name in hidden),
    )


def _contents(
    raw: _Raw, look: Look, options: FetchOptions
) -> tuple[Iterable[Member], tuple[str, ...]]:
    """The members of an archive, unpacked one after another where the format allows it."""
    if look is Look.ZIP:
        archive = open_archive(raw.data, raw.address, options)
        return archive.members(), archive.hidden
    unpacked = unpack(raw.data, raw.address, options)
    return unpacked.members, unpacked.hidden


def _member(member: Member, archive: _Raw) -> _Raw:
    return _Raw(
        address=f"{archive.address}!{member.name}",
        name=member.name,
        data=member.data,
        fetched_at=archive.fetched_at,
    )


def _leaf(raw: _Raw, look: Look, store: SnapshotStore, options: FetchOptions) -> Snapshot:
    if look in _ARCHIVES:
        raise SourceError("archive-inside-an-archive", source=raw.address)
    if look is Look.ARCHIVE:
        raise SourceError("archive-is-not-zip", source=raw.address)
    kind = confirmed(options.kind, look, name=raw.name, address=raw.address)
    if kind in _PACKAGES:
        check_package(raw.data, raw.address, options)
    return _snapshot(raw, kind, store)


def _snapshot(raw: _Raw, kind: Kind, store: SnapshotStore) -> Snapshot:
    return Snapshot(
        address=raw.address,
        sha256=store.put(raw.data),
        size=len(raw.data),
        media_type=kind.media_type,
        fetched_at=raw.fetched_at,
        etag=raw.etag,
        last_modified=raw.last_modified,
    )


def _left_out(address: str) -> Finding:
    return Finding(code="hidden-file-left-out", severity=Severity.INFO, place=Place(source=address))
