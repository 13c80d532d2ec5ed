"""The annex as data: whole, within the facts, and in step with schemas and descriptors."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.annex import Annex, Pair, load_annex, pairs
from pipeline.descriptor import load_council
from pipeline.errors import ConfigurationError
from pipeline.frequencies import Frequency
from tests.conftest import ROOT
from tests.schemas.facts import SCHEMAS, published, schema

ANNEX = load_annex(SCHEMAS)


def test_every_table_belongs_to_exactly_one_item() -> None:
    listed = [table for item in ANNEX.items for table in item.tables]
    assert sorted(listed) == sorted(published())


def test_items_are_named_once_and_belong_to_an_edition() -> None:
    named = [(item.edition, item.item) for item in ANNEX.items]
    assert len(named) == len(set(named))
    assert [edition.id for edition in ANNEX.editions] == ["835-2019", "835-2025"]
    assert [len(ANNEX.items_in(edition.id)) for edition in ANNEX.editions] == [77, 75]


def test_what_an_item_becomes_is_there() -> None:
    for item in ANNEX.items:
        for number in item.becomes:
            assert ANNEX.item("835-2025", number), (item.item, number)
    assert all(not item.becomes for item in ANNEX.items_in("835-2025"))


def test_an_item_that_was_dropped_has_its_end() -> None:
    for item in ANNEX.items_in("835-2019"):
        since, until = ANNEX.interval(item)
        assert since == date(2019, 4, 17)
        assert bool(item.becomes) != (until is not None), item.item


def test_terms_are_those_of_the_recommendations() -> None:
    assert {item.update.unplanned for item in ANNEX.items} == {3}
    plan, acts = ANNEX.item_of("835-2025/11/plan"), ANNEX.item_of("835-2019/ListOfRegulatoryActs")
    assert plan
    assert (plan.update.periodic, plan.update.due) == (Frequency.YEARLY, "12-15")
    assert acts
    assert acts.update.periodic is Frequency.MONTHLY


@pytest.mark.parametrize("known", ANNEX.maps, ids=lambda known: known.source)
def test_a_map_names_columns_that_are_there(known: object) -> None:
    found = ANNEX.map_between(*(getattr(known, side) for side in ("source", "target")))
    assert found
    source, target = schema(found.source).names, schema(found.target).names
    assert set(found.columns) <= set(source)
    assert set(found.columns.values()) <= set(target)
    assert len(set(found.columns.values())) == len(found.columns)
    rows = pairs(found, source, target)
    assert [row.source for row in rows if row.source] == list(source)
    assert sorted(row.target for row in rows if row.target) == sorted(target)


def test_a_map_tells_renamed_same_gone_and_new() -> None:
    found = ANNEX.map_between("835-2025/2/organizations", "835-2019/ReferenceBook/Organizations")
    assert found
    rows = pairs(found, schema(found.source).names, schema(found.target).names)
    assert Pair(source="prefLabel", target="name") in rows
    assert Pair(source="homepage", target="homepage") in rows
    assert Pair(source="addressPoBox", target=None) in rows
    assert Pair(source=None, target="CATUTTC") in rows


def test_every_table_of_2019_has_a_counterpart() -> None:
    for path in published():
        if path.startswith("835-2019/"):
            other = ANNEX.counterpart(path)
            assert other
            assert ANNEX.counterpart(other) == path


def test_datasets_that_answer_an_item_are_listed_there() -> None:
    council = {spec.name: spec for spec in load_council(ROOT / "datasets", SCHEMAS)}
    listed = {name: item for item in ANNEX.items for name in item.datasets}
    assert set(listed) <= set(council)
    for name, spec in council.items():
        if spec.text.edition:
            assert listed[name].edition == spec.text.edition, name
            assert listed[name].title.uk.split("…")[0].strip() in spec.text.item, name


BAD = {
    "a misspelt key": ("    holders: all\n", "    holder: all\n", "holders"),
    "an unknown edition": ("835-2019\n    item", "835-2018\n    item", "835-2019"),
    "an unknown frequency": ("periodic: quarterly", "periodic: quaterly", "quarterly"),
}


@pytest.mark.parametrize(("old", "new", "nearest"), BAD.values(), ids=BAD)
def test_what_is_misspelt_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, nearest: str
) -> None:
    text = (SCHEMAS / "annex.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "annex.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_annex(tmp_path)
    assert nearest in caught.value.message("uk")
    assert any(sign.isdigit() for sign in caught.value.message("en"))


def test_the_annex_is_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        ANNEX.items = ()
    assert isinstance(ANNEX, Annex)
