"""Fields of a package as plain names and values."""

from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.fields import MARK, differing, flat, payload
from pipeline.publishing.passport import Json

PACKAGE = {
    "title": "Лавки",
    "notes": None,
    "version": "0a1b2c3d4e5f",
    "tags": [{"name": "парки", "id": "1"}, {"name": "лавки", "id": "2"}],
    "extras": [
        {"key": "theirs", "value": "чуже"},
        {"key": MARK, "value": "council/benches"},
        {"key": "edition", "value": "2019"},
    ],
    "resources": [{"id": "1"}],
}


def test_fields_do_not_depend_on_listing() -> None:
    assert flat(PACKAGE) == {
        "title": "Лавки",
        "notes": "",
        "tags": ["лавки", "парки"],
        "extras.theirs": "чуже",
        "extras.edition": "2019",
    }


def test_what_stands_otherwise() -> None:
    wanted = {"title": "Лавки", "notes": "", "extras.edition": "2025", "extras.new": ""}
    assert differing(flat(PACKAGE), wanted) == {"extras.edition": "2025"}


def test_extras_of_others_stay_and_empty_ones_go() -> None:
    fields: dict[str, Json] = {
        "title": "Нова",
        "tags": ["а", "б"],
        "extras.edition": "",
        "extras.more": "1",
    }
    sent = payload(PACKAGE, fields, stamp.done("9f8e7d6c5b4a"), "council/benches")
    assert sent["title"] == "Нова"
    assert sent["tags"] == [{"name": "а"}, {"name": "б"}]
    assert sent["version"] == "9f8e7d6c5b4a"
    assert sent["extras"] == [
        {"key": "theirs", "value": "чуже"},
        {"key": MARK, "value": "council/benches"},
        {"key": "more", "value": "1"},
    ]
