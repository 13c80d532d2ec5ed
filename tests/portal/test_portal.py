"""A real CKAN is what the tests of publication take it for."""

import os

import pytest
import requests

from tests.portal.portal import Client, Portal, RefusedError
from tests.portal.processes import PortalError
from tests.portal.proxy import standing_before

pytestmark = [pytest.mark.portal, pytest.mark.slow]

DATASET = {
    "name": "rishennia",
    "title": "Рішення сесії",
    "owner_org": "lysychansk",
    "notes": "Рішення",
}
PASSPORT = {
    "notes": "Рішення, ухвалені міською радою",
    "tags": [{"name": "рішення"}],
    "language": "ua",
    "update_frequency": "once a month",
    "purpose_of_collecting_information": "Закон «Про доступ до публічної інформації»",
    "maintainer": "Відділ діловодства",
    "maintainer_email": "opendata@lysychansk.example",
    "license_id": "cc-by",
    "url": "https://lysychansk.example/rishennia",
    "version": "1.0",
}


@pytest.fixture
def plain(portal: Portal) -> Portal:
    portal.reset()
    return portal


@pytest.fixture
def gate(gate_portal: Portal) -> Portal:
    gate_portal.reset()
    return gate_portal


def create(client: Client, **more: object) -> dict[str, object]:
    return dict(client.action("package_create", **DATASET | more))


def refusal(client: Client, **more: object) -> dict[str, list[str]]:
    """What the gate says to a whole passport with one thing wrong."""
    with pytest.raises(RefusedError) as caught:
        create(client, **PASSPORT | more)
    assert caught.value.status == 409
    return {name: said for name, said in caught.value.error.items() if name != "__type"}


def table(client: Client) -> str:
    made = client.action(
        "datastore_create",
        resource={"package_id": DATASET["name"], "name": "acts"},
        fields=[{"id": "number", "type": "text"}],
        primary_key=["number"],
        records=[{"number": "65/984"}],
    )
    return str(made["resource_id"])


def upload(portal: Portal, size: int) -> requests.Response:
    return requests.post(
        f"{portal.url}/api/3/action/resource_create",
        data={"package_id": DATASET["name"], "name": "file"},
        files={"upload": ("acts.csv", b"a\n" * (size // 2))},
        headers={"Authorization": portal.token},
        timeout=60,
    )


def test_both_kinds_answer_at_the_address_they_believe_in(plain: Portal, gate: Portal) -> None:
    for portal in (plain, gate):
        assert portal.public.action("status_show")["site_url"] == portal.url
        assert portal.url.startswith("http://127.0.0.1:")
        page = requests.get(portal.url, timeout=30)
        assert 'lang="uk' in page.text


def test_both_kinds_say_what_they_are_able_to(plain: Portal, gate: Portal) -> None:
    kinds = {"activity", "datastore", "scheming_datasets", "dcat", "structured_data"}
    for portal in (plain, gate):
        assert kinds <= set(portal.public.action("status_show")["extensions"])


def test_the_publisher_edits_councils_and_no_more(plain: Portal) -> None:
    client = plain.publisher
    councils = client.action("organization_list_for_user", permission="create_dataset")
    assert {one["name"]: one["title"] for one in councils} == {
        "lysychansk": "Лисичанська міська рада",
        "drabiv": "Драбівська селищна рада",
    }
    create(client)
    for action in ("dataset_purge", "organization_delete"):
        with pytest.raises(RefusedError) as caught:
            client.action(action, id="lysychansk" if "org" in action else DATASET["name"])
        assert caught.value.status == 403


def test_the_gate_takes_a_whole_passport_and_gives_it_back(gate: Portal) -> None:
    made = create(gate.publisher, **PASSPORT, extras=[{"key": "publisherIdentifier", "value": "1"}])
    shown = gate.public.action("package_show", id=made["id"])
    for name in PASSPORT.keys() - {"tags"}:
        assert shown[name] == PASSPORT[name]
    assert [tag["name"] for tag in shown["tags"]] == ["рішення"]
    assert shown["extras"] == [{"key": "publisherIdentifier", "value": "1"}]
    assert shown["private"] is False
    changed = gate.publisher.action("package_patch", id=made["id"], notes="Інше")
    assert changed["tags"] == shown["tags"]


def test_the_gate_speaks_dcat(gate: Portal) -> None:
    create(gate.publisher, **PASSPORT)
    answer = requests.get(f"{gate.url}/dataset/{DATASET['name']}.ttl", timeout=30)
    assert "dcat:Dataset" in answer.text


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("purpose_of_collecting_information", "Підстава та призначення збору інформації"),
        ("notes", "Опис"),
        ("title", "Назва набору"),
        ("update_frequency", "Частота оновлення"),
        ("language", "Відомості про мову інформації, яка міститься у наборі"),
    ],
)
def test_the_gate_asks_for_a_field_in_ukrainian(gate: Portal, field: str, label: str) -> None:
    assert refusal(gate.publisher, **{field: ""}) == {field: ["Значення відсутнє"]}
    schema = gate.public.action("scheming_dataset_schema_show", type="dataset")
    labels = {one["field_name"]: one["label"]["uk_UA"] for one in schema["dataset_fields"]}
    assert labels[field] == label


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "Я" * 300, "Не більше 254 знаків, а тут 300"),
        ("notes", "Я" * 4001, "Не більше 4000 знаків, а тут 4001"),
        ("purpose_of_collecting_information", "Я" * 513, "Не більше 512 знаків, а тут 513"),
        ("update_frequency", "щомісяця", "once a month"),
        ("language", "uk", "'ua'"),
        ("tags", [{"name": "об'єкт"}], "об'єкт"),
        ("tags", [{"name": "об’єкт"}], "об’єкт"),
    ],
)
def test_the_gate_refuses_a_value(gate: Portal, field: str, value: object, said: str) -> None:
    (refused,) = refusal(gate.publisher, **{field: value})[field]
    assert said in refused


def test_the_gate_wants_a_tag_in_either_form(gate: Portal) -> None:
    assert refusal(gate.publisher, tags=[]) == {"tag_string": ["Значення відсутнє"]}
    create(gate.publisher, **PASSPORT | {"tags": []}, tag_string="рішення,акти")


def test_a_private_dataset_is_not_for_the_public(plain: Portal) -> None:
    create(plain.publisher, private=True)
    resource = table(plain.publisher)
    for action, asked in (
        ("package_show", {"id": DATASET["name"]}),
        ("datastore_search", {"resource_id": resource}),
    ):
        with pytest.raises(RefusedError) as caught:
            plain.public.action(action, **asked)
        assert caught.value.status in {403, 404}
    assert plain.public.action("package_search")["count"] == 0
    plain.publisher.action("package_patch", id=DATASET["name"], private=False)
    assert plain.public.action("datastore_search", resource_id=resource)["total"] == 1


def test_a_reset_forgets_everything_that_was_done(plain: Portal) -> None:
    create(plain.publisher)
    resource = table(plain.publisher)
    plain.sysadmin.action("organization_delete", id="drabiv")
    plain.add_organisation("seredyna", "Середина-Будська міська рада")
    plain.reset()
    assert plain.public.action("package_list") == []
    assert plain.public.action("package_search")["count"] == 0
    assert plain.public.action("organization_list") == ["drabiv", "lysychansk"]
    with pytest.raises(RefusedError):
        plain.public.action("datastore_search", resource_id=resource)


def test_a_reset_after_downloads_costs_no_answer(plain: Portal) -> None:
    create(plain.publisher)
    address = f"{plain.url}/datastore/dump/{table(plain.publisher)}"
    for _ in range(20):
        requests.get(address, timeout=60).raise_for_status()
    plain.reset()
    for _ in range(40):
        assert plain.public.action("package_list") == []


def test_the_publisher_edits_a_council_that_is_added(plain: Portal) -> None:
    plain.add_organisation("seredyna", "Середина-Будська міська рада")
    create(plain.publisher, owner_org="seredyna")


def test_a_revoked_token_is_worth_nothing(plain: Portal) -> None:
    client = Client(url=plain.url, token=plain.new_token())
    create(client)
    assert client.token is not None
    plain.revoke(client.token)
    with pytest.raises(RefusedError) as caught:
        client.action("package_patch", id=DATASET["name"], notes="о")
    assert caught.value.status == 403


def test_an_upload_larger_than_the_portal_takes(plain: Portal) -> None:
    create(plain.publisher)
    assert upload(plain, 1_000_000).status_code == 200
    assert upload(plain, 11_000_000).json()["error"]["upload"]


def test_a_portal_without_its_search_index(plain: Portal) -> None:
    create(plain.publisher)
    with plain.without_search():
        with pytest.raises(RefusedError) as caught:
            plain.public.action("package_search")
        assert caught.value.status == 500
    assert plain.public.action("package_search")["count"] == 1


def test_a_portal_without_datastore(plain: Portal) -> None:
    create(plain.publisher)
    missing = pytest.raises(RefusedError, match="datastore_create")
    with plain.without_plugins("datastore", "datatables_view"), missing:
        table(plain.publisher)
    table(plain.publisher)


def test_a_portal_with_a_full_disk(plain: Portal) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can mount a file system that is full")
    create(plain.publisher)
    with plain.full_disk():
        assert upload(plain, 1_000_000).status_code == 500
    assert upload(plain, 1_000_000).status_code == 200


def test_only_root_fills_a_disk(plain: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(PortalError, match="root"), plain.full_disk():
        pass


def test_a_portal_behind_the_proxy_keeps_its_links_there(plain: Portal) -> None:
    with standing_before(plain.url) as proxy:
        client = Client(url=proxy.url, token=plain.token)
        create(client)
        resource = table(client)
        shown = client.action("resource_show", id=resource)
        assert shown["url"].startswith(f"{proxy.url}/datastore/dump/")
        dump = requests.get(f"{proxy.url}/datastore/dump/{resource}", timeout=30)
    assert dump.content == b"_id,number\r\n1,65/984\n"
    assert [one.action for one in proxy.writes] == ["package_create", "datastore_create"]
    assert plain.public.action("resource_show", id=resource)["url"].startswith(plain.url)
