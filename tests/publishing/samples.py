"""An invented dataset of park benches, and a catalogue to put it in."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from pipeline.frequencies import Frequency
from pipeline.model import Finding, Origin, Place, Release, Severity, Snapshot, Table
from pipeline.publishing.passport import (
    Contact,
    Json,
    Keywords,
    Licence,
    Masked,
    Passport,
    Publisher,
    TableCard,
    Text,
)
from pipeline.publishing.site import SiteTarget

SCHEMA: Mapping[str, Json] = {
    "title": "Лавки",
    "fields": [
        {
            "name": "identifier",
            "title": "Номер",
            "titleEn": "Number",
            "description": "Інвентарний номер лавки.",
            "descriptionEn": "Inventory number of the bench.",
            "type": "string",
            "constraints": {"required": True},
        },
        {"name": "place", "title": "Місце", "titleEn": "Place", "type": "string"},
        {"name": "seats", "title": "Місць для сидіння", "titleEn": "Seats", "type": "integer"},
        {"name": "length", "title": "Довжина, м", "titleEn": "Length, m", "type": "number"},
        {"name": "installed", "title": "Встановлено", "titleEn": "Installed", "type": "date"},
        {"name": "url", "title": "Світлина", "titleEn": "Photo", "type": "string", "format": "uri"},
    ],
    "primaryKey": ["identifier"],
    "missingValues": [""],
}

ROWS = (
    ("007", "Алея «Липова», біля ставка", "3", "1.50", "2026-04-01", "https://example.org/7.jpg"),
    ("008", "=SUM(A1:A9)", "4", "2", "2026-04-02", "javascript:alert(1)"),
    ("009", "", "", "", "", ""),
)

SHA = "0123456789abcdef" * 4

HOLDER = Publisher(name=Text(uk="Вигадівська міська рада", en="Vyhadiv City Council"))

FINDING = Finding(
    code="formula-made-inert",
    severity=Severity.WARNING,
    place=Place(source="/srv/private/of-nobody/benches-2026.csv", sheet="1", cell="B3", line=3),
    table="Benches",
    row=2,
    field="place",
    value="СЛОВА-З-КОМІРКИ",
    details={"table": "Benches", "count": 1},
)


def names() -> list[str]:
    fields = SCHEMA["fields"]
    assert isinstance(fields, list)
    return [str(field["name"]) for field in fields if isinstance(field, Mapping)]


def table(rows: Sequence[Sequence[str]], columns: Sequence[str] | None = None) -> Table:
    frame = pd.DataFrame(list(rows), columns=list(columns or names()), dtype=str)
    origins = tuple(Origin(sha256=SHA, place=Place(line=i + 2)) for i in range(len(rows)))
    return Table(schema="council/Benches", frame=frame, origins=origins)


def release(
    rows: Sequence[Sequence[str]] = ROWS, *, version: str = "a1b2c3d4e5f6", name: str = "benches"
) -> Release:
    return Release(
        dataset=name,
        version=version,
        fingerprint=SHA,
        snapshots=(
            snapshot("https://example.org/benches.csv"),
            snapshot("/srv/private/of-nobody/benches-2026.csv"),
        ),
        tables=(table(rows),),
        quarantine=(),
        findings=(),
        masked={"person-name": 2},
        actual_on=date(2026, 5, 1),
        first_released_at=datetime(2026, 5, 2, 6, 30, tzinfo=UTC),
        released_at=datetime(2026, 6, 3, 22, 15, tzinfo=UTC),
    )


def snapshot(address: str) -> Snapshot:
    return Snapshot(
        address=address,
        sha256=SHA,
        size=321,
        media_type="text/csv",
        fetched_at=datetime(2026, 6, 3, 22, 0, tzinfo=UTC),
    )


def passport(
    name: str = "benches", *, title: str = "Лавки міста", findings: Sequence[Finding] = ()
) -> Passport:
    return Passport(
        name=name,
        title=Text(uk=title, en="Park benches"),
        description=Text(uk="Лавки в парках: де стоять і скільки на них місць."),
        purpose=Text(uk="Облік благоустрою.", en="Keeping account of public amenities."),
        keywords=Keywords(uk=("лавки", "парки"), en=("benches", "parks")),
        frequency=Frequency.QUARTERLY,
        licence=Licence(
            id="CC-BY-4.0",
            title="Creative Commons Attribution 4.0",
            url="https://creativecommons.org/licenses/by/4.0/",
        ),
        publisher=Publisher(
            name=Text(uk="Вигадівська міська рада", en="Vyhadiv City Council"), code="00000000"
        ),
        contact=Contact(
            name=Text(uk="Відділ благоустрою", en="Amenities unit"), email="data@example.org"
        ),
        edition="2019",
        annex_item="Дані про лавки",
        actual_on=date(2026, 5, 1),
        first_published=datetime(2026, 5, 2, 6, 30, tzinfo=UTC),
        modified=datetime(2026, 6, 3, 22, 15, tzinfo=UTC),
        tables=(
            TableCard(
                name="Benches",
                title=Text(uk="Лавки", en="Benches"),
                definition=SCHEMA,
                rows="mirror",
                key=("identifier",),
            ),
        ),
        masked=(
            Masked(
                rule="person-name",
                count=2,
                explanation=Text(uk="Імена дарувальників", en="Names of donors"),
            ),
        ),
        usage_notes=(Text(uk="Довжину міряли рулеткою."),),
        findings=tuple(findings),
    )


def site(folder: Path, url: str | None = None) -> SiteTarget:
    return SiteTarget(
        folder=folder, url=url, holder=HOLDER, clock=lambda: datetime(2026, 6, 4, 1, tzinfo=UTC)
    )


def publish(target: SiteTarget, released: Release, described: Passport) -> None:
    target.apply(target.plan(released, described), released, described)


State = Mapping[str, tuple[bytes, int]]


def state(folder: Path) -> State:
    """Every file and folder below `folder`: contents and time of the last change."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
    }


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file below `folder`, without times."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
