"""A portal of which a part is gone for real, or in which people have put their hands.

Search index, disk, DataStore, organisation, dataset, table: each is broken, met by a publication,
mended, and met again.
"""

import os
from dataclasses import replace
from random import Random

import pytest

from pipeline.publishing.ckan.standing import resource_id
from pipeline.publishing.portal_profile import load_profile
from tests.portal.portal import Portal
from tests.publishing.ckan.faults.council import (
    DATASET,
    KEY,
    NAME,
    TABLE,
    Council,
    Office,
    Undisturbed,
    state,
)
from tests.publishing.ckan.faults.showing import Shown, forget, is_hidden, shown, unlike

pytestmark = [pytest.mark.portal, pytest.mark.slow]


CHANCE = Random(835)  # noqa: S311 - text that does not compress
LARGE = [
    f"{number:08},2020,Партія {number},міська,{CHANCE.randbytes(500).hex()},"
    for number in range(2200)
]


def seen(office: Office, name: str = DATASET) -> Shown:
    found = shown(office.council.portal, name, KEY)
    assert found is not None
    return found


def publish_both(office: Office) -> Shown:
    """Publish one version; the source has become the other. What the public sees."""
    office.succeeds()
    found = seen(office)
    office.council.minute += 1
    office.council.become(2)
    return found


def unplaced(found: Shown) -> Shown:
    """The same without the order of the resources."""
    said = {name: dict(one) for name, one in found.resources.items() if isinstance(one, dict)}
    for one in said.values():
        del one["position"]
    return replace(found, resources=dict(sorted(said.items())))


def titles(portal: Portal) -> list[str]:
    """What the search of the portal finds."""
    return sorted(one["title"] for one in portal.public.action("package_search")["results"])


def test_a_portal_without_its_search_index(
    office: Office, first: Undisturbed, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It answers, but what it was told cannot be found: neither a new dataset nor a new title."""
    portal = office.council.portal
    before = publish_both(office)
    new = Council(tmp_path_factory.mktemp("second"), portal, office.council.proxy, "second")
    with portal.without_search():
        office.of(new).fails("portal-failed", {"status": 500})
        office.fails("portal-failed", {"status": 500})
        assert unlike(seen(office), before) == []
    assert is_hidden(portal, "second")
    office.succeeds()
    office.of(new).succeeds()
    assert titles(portal) == ["Осередки партій", "Осередки політичних партій"]
    assert seen(office.of(new), "second").passport["title"] == "Осередки партій"
    forget(portal, "second")
    assert titles(portal) == ["Осередки політичних партій"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a file system that is full")
def test_a_disk_that_is_full(office: Office, first: Undisturbed) -> None:
    portal = office.council.portal
    with portal.full_disk(kilobytes=8):
        office.fails("portal-failed", {"status": 500})
        assert is_hidden(portal, DATASET, TABLE)
    office.succeeds()
    assert state(portal) == first
    before = publish_both(office)
    with portal.full_disk(kilobytes=8):
        office.fails("portal-failed", {"status": 500})
    assert unlike(seen(office), before) == []
    office.succeeds()
    assert "2 minutes" not in str(seen(office).passport)


def test_an_organisation_that_nobody_knows(office: Office, first: Undisturbed) -> None:
    holder = office.council.folder / "holder.yaml"
    text = holder.read_text(encoding="utf-8")
    holder.write_text(f"{text}\nportal: {{organization: nowhere}}\n", encoding="utf-8")
    known = {"name": "nowhere", "known": "drabiv, lysychansk"}
    office.fails("portal-organization-missing", known)
    assert is_hidden(office.council.portal, DATASET, TABLE)
    holder.write_text(text, encoding="utf-8")
    office.succeeds()
    assert state(office.council.portal) == first


def test_an_organisation_that_is_deleted(office: Office) -> None:
    portal = office.council.portal
    portal.add_organisation("fallen", "Рада, яку вилучили")
    holder = office.council.folder / "holder.yaml"
    text = holder.read_text(encoding="utf-8")
    holder.write_text(f"{text}\nportal: {{organization: fallen}}\n", encoding="utf-8")
    before = publish_both(office)
    hand_over(portal, "drabiv")  # CKAN deletes no organisation that has datasets
    office.fails("portal-name-is-taken", {"name": DATASET})
    portal.sysadmin.action("organization_delete", id="fallen")
    known = {"name": "fallen", "known": "drabiv, lysychansk"}
    office.fails("portal-organization-missing", known)
    assert seen(office).tables == before.tables
    portal.sysadmin.action("organization_patch", id="fallen", state="active")
    hand_over(portal, "fallen")
    office.succeeds()
    assert seen(office).passport["title"] == "Осередки політичних партій"
    forget(portal)
    portal.sysadmin.action("organization_purge", id="fallen")


def hand_over(portal: Portal, organization: str) -> None:
    portal.sysadmin.action("package_patch", id=DATASET, owner_org=organization)


def test_a_dataset_in_the_trash(office: Office) -> None:
    portal = office.council.portal
    before = publish_both(office)
    portal.sysadmin.action("package_delete", id=DATASET)
    office.fails("portal-dataset-deleted", {"name": DATASET})
    assert is_hidden(portal, DATASET)
    portal.sysadmin.action("package_patch", id=DATASET, state="active")
    assert unlike(seen(office), before) == []
    office.succeeds()
    assert seen(office).passport["title"] == "Осередки політичних партій"


def test_a_dataset_that_is_purged(office: Office) -> None:
    portal = office.council.portal
    office.succeeds()
    before, kept_before = seen(office), state(portal).kept
    portal.sysadmin.insist("dataset_purge", id=DATASET)
    office.succeeds()
    assert unlike(seen(office), before) == []
    assert state(portal).kept == kept_before


def test_a_table_that_is_deleted(office: Office) -> None:
    portal = office.council.portal
    office.succeeds()
    before = seen(office)
    portal.sysadmin.insist("datastore_delete", resource_id=TABLE)
    office.succeeds()
    # It was filled out of sight and taken back, so it has become the last of the resources.
    assert unlike(unplaced(seen(office)), unplaced(before)) == []


def test_rows_that_are_changed_by_hand_are_put_right_by_the_next_whole_look(office: Office) -> None:
    portal = office.council.portal
    office.succeeds()
    before = seen(office)
    row = {"edrpou": "99001016", "year": "2024", "party": "Чужа"}
    portal.sysadmin.insist(
        "datastore_upsert", resource_id=TABLE, records=[row], method="upsert", force=True
    )
    assert unlike(seen(office), before) != []
    verified = office("verify", NAME)
    assert verified.code == 4
    office.succeeds()
    assert unlike(seen(office), before) == []


def test_a_portal_without_datastore_and_without_a_form(
    office: Office, pauses: list[float], tmp_path_factory: pytest.TempPathFactory
) -> None:
    portal = office.council.portal
    before = publish_both(office)
    off = ("datastore", "datatables_view", "scheming_datasets", "dcat", "structured_data")
    small = Council(tmp_path_factory.mktemp("files"), portal, office.council.proxy, "of-files")
    files = office.of(small)
    plugins = [name for name in portal.website.profile.plugins.split() if name not in off]
    settings = {"ckan.plugins": " ".join(plugins), "ckan.max_resource_size": "1"}
    large = Council(tmp_path_factory.mktemp("large"), portal, office.council.proxy, "large")
    large.add(LARGE)
    with portal.changed(settings):
        office.fails("portal-datastore-off", {"name": DATASET})
        office.of(large).fails("portal-upload-too-large")
        assert is_hidden(portal, "large")
        files.succeeds()
        assert not pauses
        found = seen(files, "of-files")
        assert not found.tables
        kinds = {str(name).rpartition(".")[2] for name in found.files}
        assert {"csv", "xlsx", "json"} <= kinds
        text = found.files["PartyBranchHistory.csv"]
        assert isinstance(text, bytes)
        assert "99001022,2024,Рух «Двір»" in text.decode()
    assert unlike(seen(office), before) == []
    office.succeeds()
    small.become(2)
    small.minute += 1
    files.succeeds()
    now, table = seen(files, "of-files"), resource_id("of-files", "PartyBranchHistory")
    assert "99001045/2023" in now.tables[table]
    assert "PartyBranchHistory.csv" not in now.files


def test_a_workbook_that_the_portal_would_not_take(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.council.add(LARGE)
    plain = load_profile("plain")
    limits = plain.limits.model_copy(update={"upload_megabytes": 1})
    profile = plain.model_copy(update={"limits": limits})
    monkeypatch.setattr("pipeline.publishing.ckan.form.load_profile", lambda _: profile)
    assert "PartyBranchHistory.xlsx" in office("plan", NAME).said
    office.succeeds()
    found = seen(office)
    assert "PartyBranchHistory.xlsx" not in found.files
    assert len(found.tables[TABLE]) == len(LARGE) + 4


@pytest.mark.parametrize(
    ("variable", "value", "code", "details"),
    [
        ("CKAN_API_TOKEN", "", "portal-is-not-named", {"variable": "CKAN_API_TOKEN"}),
        ("CKAN_URL", "http://portal.example", "portal-url-is-not-safe", {"host": "portal.example"}),
    ],
)
def test_what_is_a_matter_of_configuration(
    office: Office, variable: str, value: str, code: str, details: dict[str, str | int]
) -> None:
    asked = len(office.council.proxy.requests)
    office.more[variable] = value
    office.fails(code, details, exit_code=2)
    assert len(office.council.proxy.requests) == asked
