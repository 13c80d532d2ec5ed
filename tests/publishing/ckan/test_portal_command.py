"""The command against a real portal, as an engineer and a clerk use it."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.publishing.ckan.standing import resource_id
from tests.command import Command
from tests.conftest import ROOT
from tests.portal.portal import Portal
from tests.portal.proxy import Proxy, standing_before
from tests.publishing.ckan.faults.showing import forget, shown

pytestmark = [pytest.mark.portal, pytest.mark.slow]

NAME = "council-decisions"
DATASET = f"lysychansk-{NAME}"
TABLE = resource_id(DATASET, "LegalActs")
ALL = sorted(file.parent.name for file in (ROOT / "datasets").glob("*/dataset.yaml"))
BEFORE, AFTER = "Про затвердження Правил благоустрою", "Про схвалення Правил благоустрою"

Calls = Callable[..., Command]


@pytest.fixture
def proxy(portal: Portal) -> Iterator[Proxy]:
    forget(portal)
    with standing_before(portal.url) as standing:
        yield standing


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "datasets", tmp_path / "council"))


@pytest.fixture
def calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Calls:
    """Makes a command that publishes to a portal."""

    def make(url: str, token: str, council: Path, home: str = "home") -> Command:
        made = Command(tmp_path / home, council, monkeypatch, capsys)
        made.environment |= {
            "CKAN_URL": url, "CKAN_API_TOKEN": token, "PIPELINE_TARGETS": "ckan",
        }  # fmt: skip
        return made

    return make


@pytest.fixture
def command(calls: Calls, proxy: Proxy, portal: Portal, council: Path) -> Command:
    return calls(proxy.url, portal.token, council)


def retitle(council: Path) -> None:
    """Change the title of one act in the source."""
    page = council / NAME / "sample" / "regulatory-acts.html"
    text = page.read_text(encoding="utf-8")
    assert BEFORE in text
    page.write_text(text.replace(BEFORE, AFTER), encoding="utf-8")


def hidden(proxy: Proxy) -> int:
    """How many requests have hidden a dataset."""
    return sum(b'"private": true' in request.body for request in proxy.writes)


@pytest.mark.parametrize("kind", ["portal", "gate_portal"])
def test_a_night_brings_all_datasets_to_site_and_portal(
    kind: str, request: pytest.FixtureRequest, calls: Calls
) -> None:
    portal: Portal = request.getfixturevalue(kind)
    forget(portal)
    with standing_before(portal.url) as proxy:
        command = calls(proxy.url, portal.token, ROOT / "datasets")
        command.environment["PIPELINE_TARGETS"] = "site,ckan"
        first = command("nightly", "--json")
        assert first.code == 0, first.err
        assert [one["state"] for one in json.loads(first.out)] == ["published"] * len(ALL)
        names = portal.public.action("package_list")
        assert names == [f"lysychansk-{name}" for name in ALL]
        assert (command.site / "datasets" / NAME / "LegalActs.csv").is_file()
        proxy.requests.clear()
        quiet = command("nightly", "--json")
        assert [one["state"] for one in json.loads(quiet.out)] == ["unchanged"] * len(ALL)
        assert not proxy.writes
        assert len(proxy.requests) <= 2 * len(ALL)


def test_a_withdrawn_dataset_is_hidden_and_comes_back(
    command: Command, portal: Portal, proxy: Proxy
) -> None:
    assert command("publish", NAME).code == 0
    before, begun = shown(portal, DATASET), hidden(proxy)
    file = command.council / NAME / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    hold = 'hold: {since: "2022-02-24", because: воєнний стан, shown: withdraw}\n'
    file.write_text(text + hold, encoding="utf-8")
    for _ in range(2):
        assert command("publish", NAME).code == 0
        assert DATASET not in portal.public.action("package_list")
        assert shown(portal, DATASET) is None
        # A first publication is hidden too, until it is whole.
        assert hidden(proxy) == begun + 1, "what is hidden need not be hidden again"
    file.write_text(text, encoding="utf-8")
    assert command("publish", NAME).code == 0
    after = shown(portal, DATASET)
    assert after is not None
    assert before is not None
    assert (after.tables, after.passport["title"]) == (before.tables, before.passport["title"])
    assert command("verify", NAME).code == 0


def test_a_portal_alone_has_a_register_and_nobody_is_accused(
    calls: Calls, portal: Portal, gate_portal: Portal
) -> None:
    forget(portal)
    forget(gate_portal)
    for place in (portal, gate_portal):
        command = calls(place.url, place.token, ROOT / "datasets")
        told = json.loads(command("nightly", "--json").out)
        assert [one["state"] for one in told] == ["published"] * len(ALL)
        said = {finding["code"] for one in told for finding in one["findings"]}
        assert "portal-drift" not in said
        table = resource_id("lysychansk-register-of-datasets", "RegisterOfDatasets")
        rows = place.public.action("datastore_search", resource_id=table)["records"]
        formats = {row["identifier"]: row["distributionFormat"] for row in rows}
        assert sorted(formats) == sorted(place.public.action("package_list"))
        assert len(formats) == len(ALL)
        assert all("CSV" in one for one in formats.values()), formats


def test_the_real_acts_of_a_session_and_one_title_changed(
    calls: Calls, proxy: Proxy, portal: Portal, tmp_path: Path, inputs: Path
) -> None:
    council = Path(shutil.copytree(ROOT / "tests" / "councils" / "drabiv", tmp_path / "drabiv"))
    page = tmp_path / "session.html"
    text = (inputs / "html" / "drabiv-session16-decisions-labels.html").read_text(encoding="utf-8")
    page.write_text(text, encoding="utf-8")
    command = calls(proxy.url, portal.token, council)
    source = ("--source", page)
    assert command("publish", NAME, *source).code == 0
    table = resource_id(f"drabiv-{NAME}", "LegalActs")
    told = portal.public.action("datastore_search", resource_id=table, limit=0)
    assert told["total"] == 174
    proxy.requests.clear()
    assert "unchanged" in command("publish", NAME, *source).out
    assert not proxy.writes
    before, word, rest = text.rpartition("Про внесення змін до рішення")
    assert word
    page.write_text(f"{before}Про зміни до рішення{rest}", encoding="utf-8")
    plan = json.loads(command("plan", NAME, *source, "--json").out)[0]
    rows = [(one["action"], one["count"]) for one in plan["changes"] if one["subject"] == "rows"]
    assert rows == [("change", 1)]


def test_a_plan_is_applied_as_it_was_looked_at(
    command: Command, council: Path, proxy: Proxy, portal: Portal, tmp_path: Path
) -> None:
    assert command("publish", NAME).code == 0
    retitle(council)
    command.environment["SOURCE_DATE_EPOCH"] = "1795000300"
    proxy.requests.clear()
    file = tmp_path / "plan.json"
    planned = command("plan", NAME, "--save", file)
    assert "змінити рядків: 1" in planned.out
    assert not proxy.writes
    command.environment["SOURCE_DATE_EPOCH"] = "1795000600"
    portal.publisher.action("package_patch", id=DATASET, title="Змінено вручну")
    moved = command("publish", NAME, "--plan", file)
    assert moved.code == 4
    assert not proxy.writes
    portal.publisher.action("package_patch", id=DATASET, title="Рішення міської ради")
    assert command("publish", NAME, "--plan", file).code == 0
    found = shown(portal, DATASET)
    assert found is not None
    assert sum(AFTER in row[2] for row in found.tables[TABLE].values()) == 1


def test_what_people_change_by_hand_is_said_and_set_back_or_left(
    command: Command, council: Path, portal: Portal
) -> None:
    assert command("publish", NAME).code == 0
    portal.publisher.action("package_patch", id=DATASET, title="Вручну", notes="Вручну")
    planned = command("plan", NAME)
    assert "змінено вручну на порталі, буде повернуто: title" in planned.out
    shown_before = portal.public.action("package_show", id=DATASET)["resources"]
    own = next(one for one in shown_before if one["name"] == "passport.csv")
    portal.publisher.action("resource_patch", id=own["id"], description="Вручну")
    assert "буде повернуто: passport.csv.description" in command("plan", NAME).out
    assert command("verify", NAME).code != 0
    file = council / NAME / "dataset.yaml"
    file.write_text(file.read_text("utf-8") + "portal: {by_hand: [title]}\n", encoding="utf-8")
    done = command("publish", NAME)
    assert "2 warnings" in done.out
    assert portal.public.action("resource_show", id=own["id"])["description"] == own["description"]
    package = portal.public.action("package_show", id=DATASET)
    assert package["title"] == "Вручну"
    assert package["notes"].startswith("Рішення, ухвалені")
    assert "«notes»" in command("report", NAME).out
    file.write_text(file.read_text("utf-8").replace("[title]", "[titel]"), encoding="utf-8")
    refused = command("publish", NAME)
    assert refused.code == 1
    assert "titel" in refused.out


def test_a_label_that_people_change_by_hand_is_set_back_with_a_word(
    command: Command, portal: Portal
) -> None:
    assert command("publish", NAME).code == 0
    told = portal.publisher.action("datastore_info", id=TABLE)
    fields = [one for one in told["fields"] if one["id"] != "_id"]
    (title,) = (one for one in fields if one["id"] == "title")
    label, title["info"] = title["info"]["label"], {**title["info"], "label": "Вручну"}
    sent = [{"id": one["id"], "type": one["type"], "info": one["info"]} for one in fields]
    portal.publisher.action("datastore_create", resource_id=TABLE, fields=sent, force=True)
    assert "буде повернуто: LegalActs.title.label; там тепер (Вручну)" in command("plan", NAME).out
    assert command("verify", NAME).code == 4
    assert command("publish", NAME).code == 0
    assert "«LegalActs.title.label»" in command("report", NAME).out
    fields = portal.publisher.action("datastore_info", id=TABLE)["fields"]
    assert [one["info"]["label"] for one in fields if one["id"] == "title"] == [label]
    assert command("verify", NAME).code == 0


def test_a_dataset_that_somebody_closed_is_no_fault_of_the_token(
    command: Command, portal: Portal
) -> None:
    assert command("publish", NAME).code == 0
    portal.publisher.action("package_patch", id=DATASET, private=True)
    for action in ("verify", "publish", "plan"):
        done = command(action, NAME)
        assert (done.code, "хтось закрив" in done.err) == (4, True), done.said


def test_an_earlier_version_comes_back_with_its_passport(
    command: Command, council: Path, portal: Portal
) -> None:
    assert command("publish", NAME).code == 0
    first = shown(portal, DATASET)
    retitle(council)
    file = council / NAME / "dataset.yaml"
    text = file.read_text("utf-8").replace("uk: Рішення міської ради", "uk: Рішення громади")
    file.write_text(text, encoding="utf-8")
    assert command("publish", NAME).code == 0
    assert portal.public.action("package_show", id=DATASET)["title"] == "Рішення громади"
    assert command("rollback", NAME).code == 0
    back = shown(portal, DATASET)
    assert first is not None
    assert back is not None
    assert (back.tables, back.columns, back.stamp) == (first.tables, first.columns, first.stamp)
    assert back.passport["title"] == "Рішення міської ради"
    assert "unchanged" in command("publish", NAME).out
    assert command("verify", NAME).code == 0


def test_a_row_changed_by_hand_is_found_and_put_right(command: Command, portal: Portal) -> None:
    assert command("publish", NAME).code == 0
    before = shown(portal, DATASET)
    told = portal.public.action("datastore_search", resource_id=TABLE, limit=1)
    row = {**told["records"][0], "title": "Підмінено"}
    portal.publisher.action("datastore_upsert", resource_id=TABLE, records=[row], method="upsert")
    failed = command("verify", NAME)
    assert failed.code == 4
    assert row["identifier"] in failed.err
    assert command("publish", NAME).code == 0
    assert "Таблиця «LegalActs» на порталі була не така" in command("report", NAME).out
    after = shown(portal, DATASET)
    assert before is not None
    assert after is not None
    assert after.tables == before.tables
    assert command("verify", NAME).code == 0


def test_a_lost_home_is_rebuilt_from_the_portal(
    command: Command, council: Path, portal: Portal, proxy: Proxy
) -> None:
    assert command("publish", NAME).code == 0
    before = shown(portal, DATASET)
    shutil.rmtree(command.home)
    (council / NAME / "sample" / "session-91.html").unlink()  # its acts only accumulate
    command.environment["SOURCE_DATE_EPOCH"] = "1795900000"
    assert command("publish", NAME).code == 0
    after = shown(portal, DATASET)
    assert before is not None
    assert after is not None
    assert after.tables == before.tables
    assert issued(after.passport) == issued(before.passport)


def issued(passport: Mapping[str, object]) -> list[object]:
    """The day of the first publication, as the portal says it."""
    extras = passport["extras"]
    assert isinstance(extras, list)
    found = [one["value"] for one in extras if one["key"] == "dcat_issued"]
    assert found
    return found


def test_no_secret_is_left_anywhere(command: Command, proxy: Proxy, portal: Portal) -> None:
    said = [command("publish", NAME), command("plan", NAME), command("status", NAME)]
    command.environment["CKAN_API_TOKEN"] = wrong = f"{portal.token}x"
    retitle(command.council)
    said.append(command("publish", NAME))
    assert said[-1].code == 4
    texts = [one.said for one in said] + [request.path for request in proxy.requests]
    texts += [
        file.read_bytes().decode("utf-8", "replace")
        for file in command.home.rglob("*")
        if file.is_file()
    ]
    assert not any(secret in text for text in texts for secret in (portal.token, wrong))
