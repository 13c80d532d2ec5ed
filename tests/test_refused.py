"""A dataset with planted personal data reaches no target, and no portal hears of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import Command
from tests.portal.proxy import Proxy, standing_before

TARGETS = [("--target", "site"), ("--target", "ckan"), ()]
PLANTED = {
    "tax-number": "РНОКПП 3184710691",
    "population-record": "19870215-01234",
    "mobile-phone": "тел. 067 123 45 67",
    "email": "olena.romaniuk@ukr.net",
    "iban": "UA213223130000026007233566001",
    "bank-card": "4111 1111 1111 1111",
    "birth-date": "12.03.1985 р.н.",
    "address": "мешкає за адресою вул. Садова 5",
    "car-number": "АА 1234 ВС",
}
LINKED = {
    "person": "https://rada.example/a/%D0%92%D0%B5%D1%80%D0%B1%D0%B5%D0%BD%D0%BA%D0%BE.pdf",
    "mobile-phone": "https://rada.example/?phone=380671234567",
    "email": "mailto:olena.romaniuk@ukr.net",
}


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """Before a portal that is not there: whoever asked it would be heard here."""
    with standing_before("http://127.0.0.1:9") as proxy:
        yield proxy


@pytest.fixture
def office(command: Command, proxy: Proxy) -> Command:
    command.environment |= {
        "PIPELINE_TARGETS": "site,ckan",
        "CKAN_URL": proxy.url,
        "CKAN_API_TOKEN": "not-a-secret",
    }
    return command


def plant(council: Path, value: str, number: int = 0) -> None:
    """Add a street whose houses hold the value."""
    file = council / "streets" / "sample" / "streets.csv"
    line = f'м. Вигадань,вул.,Зелена {number},,,,"{value}"\n'
    file.write_text(file.read_text(encoding="utf-8") + line, encoding="utf-8")


def rules(text: str) -> set[str]:
    said = json.loads(text)
    found = said["findings"] if isinstance(said, dict) else said
    return {one["code"] for one in found if one["severity"] == "error"}


@pytest.mark.parametrize("target", TARGETS, ids=["site", "ckan", "both"])
def test_planted_data_reach_no_target(
    office: Command, proxy: Proxy, target: tuple[str, ...]
) -> None:
    plant(office.council, PLANTED["tax-number"])
    done = office("publish", "streets", "--json", *target)
    assert done.code == 1, done.err
    assert rules(done.out) == {"personal-data-refused"}
    assert proxy.requests == []
    assert not (office.site / "datasets" / "streets").exists()


def test_no_kind_is_only_warned_of(office: Command, proxy: Proxy) -> None:
    for number, value in enumerate([*PLANTED.values(), *LINKED.values()]):
        plant(office.council, value, number)
    done = office("publish", "streets", "--json")
    found = json.loads(done.out)["findings"]
    assert (done.code, proxy.requests) == (1, [])
    refused = [one for one in found if one["code"] == "personal-data-refused"]
    assert {one["severity"] for one in refused} == {"error"}
    assert len({one["row"] for one in refused}) == len(PLANTED) + len(LINKED)
    assert not [value for value in PLANTED.values() if value in done.said]


def test_a_night_and_a_plan_refuse_as_well(office: Command, proxy: Proxy) -> None:
    plant(office.council, PLANTED["iban"])
    assert office("nightly", "--only", "streets").code == 3
    assert office("plan", "streets").code == 1
    assert proxy.requests == []


@pytest.mark.slow  # the portal that is not there is tried several times
def test_without_planted_data_the_portal_is_asked(office: Command, proxy: Proxy) -> None:
    done = office("publish", "streets", "--target", "ckan")
    assert done.code == 4
    assert proxy.requests != []
