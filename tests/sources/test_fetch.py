import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import MachineError, SourceError
from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.fetching import FetchOptions, Kind
from pipeline.sources.fetch import Fetched, fetch
from pipeline.sources.snapshots import SnapshotStore
from pipeline.sources.web import Web
from tests.sources.conftest import (
    CSV,
    NOW,
    PAGE,
    XLSX_TYPE,
    Site,
    body,
    office,
    packed,
    status,
)

XLSX = office(XLSX_TYPE)
SINCE = "Mon, 1 Jan 2024 00:00:00 GMT"


@pytest.fixture
def take(store: SnapshotStore, web: Web, quick: FetchOptions) -> "Take":
    return Take(store, web, quick)


class Take:
    """`fetch` with the tools of the test; remembers what it fetched, as a ledger does."""

    def __init__(self, store: SnapshotStore, web: Web, options: FetchOptions) -> None:
        self.store, self.web, self.options = store, web, options
        self.known: dict[str, Snapshot] = {}

    def __call__(self, address: str | Path, **options: object) -> Fetched:
        fetched = fetch(
            str(address),
            store=self.store,
            options=self.options.model_copy(update=options),
            web=self.web,
            known=self.known.get,
        )
        self.known |= {snapshot.address: snapshot for snapshot in fetched.everything}
        return fetched

    def refused(self, address: str | Path, **options: object) -> SourceError:
        with pytest.raises(SourceError) as caught:
            self(address, **options)
        assert caught.value.message("uk")
        return caught.value


def left_out(source: str) -> Finding:
    return Finding(code="hidden-file-left-out", severity=Severity.INFO, place=Place(source=source))


def test_a_file_becomes_a_snapshot(take: Take, tmp_path: Path) -> None:
    file = tmp_path / "рішення.csv"
    file.write_bytes(CSV)
    fetched = take(file)
    expected = Snapshot(
        address=str(file),
        sha256=hashlib.sha256(CSV).hexdigest(),
        size=len(CSV),
        media_type="text/csv",
        fetched_at=NOW,
    )
    assert fetched == Fetched(snapshots=(expected,))
    assert take.store.get(expected.sha256) == CSV


def test_a_folder_gives_every_file_in_it(take: Take, tmp_path: Path) -> None:
    folder = tmp_path / "акти"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "b.html").write_bytes(PAGE)
    (folder / "a.csv").write_bytes(CSV)
    (folder / ".git").write_bytes(CSV)
    (folder / "z.zip").write_bytes(packed({"x.csv": CSV, ".y": CSV}))
    fetched = take(folder)
    found = [(snapshot.address, snapshot.media_type) for snapshot in fetched.snapshots]
    assert found == [
        (f"{folder}/2024/b.html", "text/html"),
        (f"{folder}/a.csv", "text/csv"),
        (f"{folder}/z.zip!x.csv", "text/csv"),
    ]
    assert [snapshot.address for snapshot in fetched.archives] == [f"{folder}/z.zip"]
    assert fetched.findings == (left_out(f"{folder}/.git"), left_out(f"{folder}/z.zip!.y"))
    assert len(fetched.everything) == 4


def test_one_file_of_another_kind_refuses_the_folder(take: Take, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_bytes(PAGE)
    (tmp_path / "in" / "b.html").write_bytes(CSV)
    error = take.refused(tmp_path / "in")
    assert (error.code, error.details["source"]) == (
        "source-is-another-kind",
        f"{tmp_path}/in/b.html",
    )


@pytest.mark.parametrize("declared", [None, Kind.ZIP, Kind.CSV])
def test_an_archive_gives_its_members(take: Take, site: Site, declared: Kind | None) -> None:
    data = packed({"b.csv": b"2;3\n", "a.csv": CSV})
    address = site.on("/acts.zip", body(data, ETag='"z"'))
    fetched = take(address, kind=declared)
    assert [snapshot.address for snapshot in fetched.snapshots] == [
        f"{address}!a.csv",
        f"{address}!b.csv",
    ]
    assert {snapshot.etag for snapshot in fetched.snapshots} == {None}
    (archive,) = fetched.archives
    assert (archive.address, archive.etag) == (address, '"z"')
    assert take.store.get(archive.sha256) == data


def test_an_archive_that_did_not_change_gives_the_same_members(take: Take, site: Site) -> None:
    data = packed({"a.csv": CSV})
    address = site.on("/acts.zip", body(data, ETag='"z"'), status(304))
    assert take(address) == take(address)
    assert site.asked[1][1]["If-None-Match"] == '"z"'


@pytest.mark.parametrize(
    ("members", "code", "source"),
    [
        ({"b.zip": packed({"a.csv": CSV})}, "archive-inside-an-archive", "acts.zip!b.zip"),
        ({"b.csv": packed({"a.csv": CSV})}, "archive-inside-an-archive", "acts.zip!b.csv"),
        ({"b.rar": b"Rar!\x1a\x07\x00"}, "archive-inside-an-archive", "acts.zip!b.rar"),
        ({"b.gz": b"\x1f\x8b\x08"}, "archive-is-not-zip", "acts.zip!b.gz"),
        ({"a.csv": PAGE}, "source-is-another-kind", "acts.zip!a.csv"),
        ({"a.csv": b""}, "source-is-empty", "acts.zip!a.csv"),
        ({"a.mp3": b"ID3"}, "source-kind-is-unknown", "acts.zip!a.mp3"),
        ({"../a.csv": CSV}, "archive-member-is-unsafe", "acts.zip"),
        ({"a.csv": b"0" * 3_000_000}, "archive-is-a-bomb", "acts.zip"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_member_refuses_the_archive(
    take: Take, tmp_path: Path, members: dict[str, bytes], code: str, source: str
) -> None:
    (tmp_path / "acts.zip").write_bytes(packed(members))
    error = take.refused(tmp_path / "acts.zip")
    assert (error.code, error.details["source"]) == (code, f"{tmp_path}/{source}")


def test_a_workbook_is_no_archive(take: Take, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(XLSX)
    fetched = take(tmp_path / "a.xlsx", kind=Kind.XLSX)
    assert fetched.archives == ()
    assert fetched.snapshots[0].media_type == Kind.XLSX.media_type


@pytest.mark.parametrize(
    ("name", "data", "declared", "code"),
    [
        ("a.csv", PAGE, Kind.CSV, "source-is-another-kind"),
        ("a.xlsx", PAGE, Kind.XLSX, "source-is-another-kind"),
        ("a.json", PAGE, Kind.JSON, "source-is-another-kind"),
        ("a.csv", b'{"error": "not found"}', Kind.CSV, "source-is-another-kind"),
        ("a.xlsx", XLSX[:-40], Kind.XLSX, "source-is-another-kind"),
        ("a.html", CSV, Kind.PAGE, "source-is-another-kind"),
        ("a.txt", b"%PDF-1.7", Kind.TEXT, "source-is-another-kind"),
        ("a.txt", b"\0\0\0", Kind.TEXT, "source-is-another-kind"),
        ("a.csv", CSV, Kind.ZIP, "source-is-another-kind"),
        ("a.csv", b"", Kind.CSV, "source-is-empty"),
        ("a", CSV, None, "source-kind-is-unknown"),
        ("a.rar", b"Rar!\x1a\x07\x00", Kind.CSV, "archive-is-damaged"),
        (
            "a.xlsx",
            office(XLSX_TYPE, sheet=b"<c/>" * 1_000_000),
            Kind.XLSX,
            "archive-is-a-bomb",
        ),
    ],
)
def test_bytes_that_are_something_else_are_refused_and_not_kept(
    take: Take, tmp_path: Path, name: str, data: bytes, declared: Kind | None, code: str
) -> None:
    (tmp_path / name).write_bytes(data)
    error = take.refused(tmp_path / name, kind=declared)
    assert (error.code, error.details["source"]) == (code, str(tmp_path / name))
    assert not take.store.holds(hashlib.sha256(data).hexdigest())


def test_an_error_page_with_status_200_is_no_table(take: Take, site: Site) -> None:
    address = site.on("/registry.csv", body(PAGE, Content_Type="text/csv"))
    error = take.refused(address, kind=Kind.CSV)
    assert (error.code, error.details["found"]) == ("source-is-another-kind", "page")
    assert "HTML" in error.message("uk")


def test_a_page_without_an_ending_is_a_page(take: Take, site: Site) -> None:
    (snapshot,) = take(site.on("/news/1632142990/", body(PAGE))).snapshots
    assert snapshot.media_type == "text/html"


@pytest.mark.parametrize(
    "said", [{"ETag": '"1"'}, {"Last_Modified": SINCE}], ids=["etag", "last-modified"]
)
def test_what_did_not_change_is_the_same_snapshot(
    take: Take, site: Site, said: dict[str, str | int]
) -> None:
    address = site.on("/a.csv", body(CSV, **said), status(304))
    first = take(address)
    take.web = replace(take.web, clock=lambda: NOW.replace(hour=4))
    assert take(address) == first
    sent = {"If-None-Match", "If-Modified-Since"} & set(site.asked[1][1])
    assert len(sent) == 1


def test_without_a_validator_it_is_asked_again(take: Take, site: Site) -> None:
    address = site.on("/a.csv", body(CSV))
    first = take(address)
    take.web = replace(take.web, clock=lambda: NOW.replace(hour=4))
    second = take(address)
    assert second.snapshots[0].sha256 == first.snapshots[0].sha256
    assert second.snapshots[0].fetched_at == NOW.replace(hour=4)
    assert not {"If-None-Match", "If-Modified-Since"} & set(site.asked[1][1])


@pytest.mark.parametrize("damage", ["lost", "changed"])
def test_a_snapshot_that_is_lost_is_fetched_whole_again(
    take: Take, site: Site, tmp_path: Path, damage: str
) -> None:
    address = site.on("/a.csv", body(CSV, ETag='"1"'))
    (snapshot,) = take(address).snapshots
    file = tmp_path / "snapshots" / snapshot.sha256[:2] / snapshot.sha256
    file.unlink() if damage == "lost" else file.write_bytes(b"?")
    take(address)
    assert "If-None-Match" not in site.asked[1][1]
    assert take.store.get(snapshot.sha256) == CSV


def test_a_kind_that_was_declared_anew_is_confirmed_for_what_is_kept(
    take: Take, site: Site
) -> None:
    address = site.on("/a.csv", body(CSV, ETag='"1"'), status(304))
    take(address)
    assert take.refused(address, kind=Kind.PAGE).code == "source-is-another-kind"


def test_secrets_are_kept_nowhere(take: Take, site: Site) -> None:
    site.on("/a.csv", body(CSV, ETag='"1"'))
    address = site.address.replace("//", "//clerk:hunter2@") + "/a.csv?token=abc"
    (snapshot,) = take(address).snapshots
    shown = site.address.replace("//", "//***@") + "/a.csv?token=***"
    assert snapshot.address == shown
    take(address)
    assert "If-None-Match" not in site.asked[1][1]


@pytest.mark.parametrize("address", ["ftp://u:p@rada.example/a.csv", "s3://bucket/a.csv"])
def test_other_schemes_are_refused(take: Take, address: str) -> None:
    error = take.refused(address)
    assert error.code == "source-address-is-wrong"
    assert "u:p" not in error.message("uk")


def test_a_path_that_is_absent_is_missing(take: Take, tmp_path: Path) -> None:
    assert take.refused(tmp_path / "nowhere").code == "source-is-missing"


def test_a_full_disk_is_of_this_machine(
    take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.csv").write_bytes(CSV)
    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(MachineError) as caught:
        take(tmp_path / "a.csv")
    assert caught.value.code == "store-is-full"


def test_real_reports_and_tables_are_taken_as_they_are(take: Take, inputs: Path) -> None:
    for name in ("reports", "tables"):
        taken = take(inputs / name)
        assert len(taken.snapshots) == len(list((inputs / name).iterdir()))
        for snapshot in taken.snapshots:
            data = Path(snapshot.address).read_bytes()
            assert take.store.get(snapshot.sha256) == data
