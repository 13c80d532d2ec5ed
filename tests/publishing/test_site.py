import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import ConfigurationError, DataError, SourceError
from pipeline.model import Action
from pipeline.publishing.passport import Text
from pipeline.publishing.site import SiteTarget
from pipeline.publishing.target import Target
from tests.publishing import samples

OTHER_ROWS = (*samples.ROWS[:2], ("010", "Набережна", "2", "0.9", "2026-06-01", ""))


def test_the_site_is_a_target(target: SiteTarget) -> None:
    as_target: Target = target
    assert as_target.name == "site"


def test_a_publication_makes_the_whole_catalogue_and_nothing_beside_it(
    published: SiteTarget,
) -> None:
    assert set(samples.contents(published.folder)) == {
        "index.html",
        "catalog.jsonld",
        "quality.html",
        "style.css",
        *(
            f"datasets/benches/{name}"
            for name in (
                "index.html",
                "datapackage.json",
                "passport.json",
                "passport.csv",
                "findings.json",
                "Benches.csv",
                "Benches.xlsx",
                "Benches.json",
                "Benches-structure.csv",
                "Benches.csv-metadata.json",
            )
        ),
    }
    beside = {path.name for path in published.folder.parent.iterdir()}
    assert beside == {"site", ".site.lock"}
    assert not published.folder.is_symlink()


def test_a_plan_writes_nothing(target: SiteTarget, tmp_path: Path) -> None:
    plan = target.plan(samples.release(), samples.passport())
    assert plan.changes
    assert list(tmp_path.iterdir()) == []


def test_an_unchanged_publication_touches_nothing(published: SiteTarget) -> None:
    before = samples.state(published.folder.parent)
    plan = published.plan(samples.release(), samples.passport())
    assert plan.changes == ()
    published.apply(plan, samples.release(), samples.passport())
    assert samples.state(published.folder.parent) == before


def test_the_same_release_gives_the_same_bytes_anywhere(
    published: SiteTarget, tmp_path: Path
) -> None:
    other = samples.site(tmp_path / "elsewhere")
    samples.publish(other, samples.release(), samples.passport())
    assert samples.contents(other.folder) == samples.contents(published.folder)


def test_only_changed_files_get_another_time(published: SiteTarget) -> None:
    samples.publish(published, samples.release(name="trees"), samples.passport("trees"))
    before = samples.state(published.folder)
    other = samples.release(samples.ROWS[:2], version="b1b2c3d4e5f6")
    samples.publish(published, other, samples.passport())
    after = samples.state(published.folder)
    touched = {name for name in after if after[name] != before.get(name)}
    assert touched == {
        "catalog.jsonld",
        "quality.html",
        "index.html",
        *(f"datasets/benches/Benches.{kind}" for kind in ("csv", "xlsx", "json")),
        *(f"datasets/benches/{name}" for name in ("index.html", "datapackage.json")),
        "datasets/benches/passport.json",
        "datasets/benches/passport.csv",
        "datasets/benches",
    }


def test_the_index_shows_every_dataset_with_the_last_one_first(published: SiteTarget) -> None:
    described = samples.passport("trees", title="Дерева міста")
    later = replace(described, modified=described.modified.replace(year=2027))
    samples.publish(published, samples.release(name="trees"), later)
    page = (published.folder / "index.html").read_text()
    assert page.index("Дерева міста") < page.index("Лавки міста")
    assert 'href="datasets/trees/index.html"' in page
    catalogue = json.loads((published.folder / "catalog.jsonld").read_bytes())
    names = [one["dct:identifier"] for one in catalogue["dcat:dataset"]]
    assert names == ["benches", "trees"]


def test_a_plan_holds_only_for_the_state_it_was_made_for(published: SiteTarget) -> None:
    release, passport = samples.release(OTHER_ROWS, version="b1b2c3d4e5f6"), samples.passport()
    plan = published.plan(release, passport)
    samples.publish(published, release, passport)
    before = samples.state(published.folder)
    with pytest.raises(SourceError) as caught:
        published.apply(plan, release, passport)
    assert (caught.value.code, caught.value.exit_code) == ("target-moved", 4)
    assert samples.state(published.folder) == before


def test_an_empty_plan_too_notices_that_the_dataset_moved(published: SiteTarget) -> None:
    plan = published.plan(samples.release(), samples.passport())
    (published.folder / "datasets" / "benches" / "Benches.csv").write_bytes(b"x\n")
    with pytest.raises(SourceError) as caught:
        published.apply(plan, samples.release(), samples.passport())
    assert caught.value.code == "target-moved"


def test_another_dataset_may_move_between_plan_and_apply(published: SiteTarget) -> None:
    release, passport = samples.release(OTHER_ROWS, version="b1b2c3d4e5f6"), samples.passport()
    plan = published.plan(release, passport)
    samples.publish(published, samples.release(name="trees"), samples.passport("trees"))
    published.apply(plan, release, passport)
    assert "datasets/trees/" in (published.folder / "index.html").read_text()
    assert published.read_back(release, passport).rows == {"Benches": 3}


def test_a_plan_for_another_version_is_refused(target: SiteTarget) -> None:
    plan = target.plan(samples.release(), samples.passport())
    with pytest.raises(ConfigurationError) as caught:
        target.apply(plan, samples.release(version="ffffffffffff"), samples.passport())
    assert caught.value.code == "plan-of-another-release"
    assert not target.folder.exists()


def test_files_that_no_dataset_owns_are_planned_away(published: SiteTarget) -> None:
    for name in ("stray.html", "datasets/benches/stray.html"):
        (published.folder / name).write_text("x")
    plan = published.plan(samples.release(), samples.passport())
    assert [(change.action, change.name) for change in plan.changes] == [
        (Action.REMOVE, "datasets/benches/stray.html"),
        (Action.REMOVE, "stray.html"),
    ]
    published.apply(plan, samples.release(), samples.passport())
    assert not [name for name in samples.contents(published.folder) if "stray" in name]


def test_a_folder_of_somebody_else_is_never_replaced(target: SiteTarget) -> None:
    target.folder.mkdir(parents=True)
    (target.folder / "thesis.odt").write_text("x")
    with pytest.raises(ConfigurationError) as caught:
        target.plan(samples.release(), samples.passport())
    assert caught.value.code == "site-holds-other-files"
    assert "thesis.odt" in caught.value.message("uk")
    assert (target.folder / "thesis.odt").read_text() == "x"


def test_an_empty_folder_is_taken(target: SiteTarget) -> None:
    target.folder.mkdir(parents=True)
    samples.publish(target, samples.release(), samples.passport())
    assert (target.folder / "index.html").is_file()


def test_a_link_to_the_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    target = samples.site(tmp_path / "link")
    for version in ("a1b2c3d4e5f6", "b1b2c3d4e5f6"):
        samples.publish(target, samples.release(version=version), samples.passport())
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "index.html").is_file()


@pytest.mark.parametrize("damage", ["passport.json", "datapackage.json", "Benches.csv"])
def test_a_damaged_neighbour_is_told_and_not_dropped(published: SiteTarget, damage: str) -> None:
    (published.folder / "datasets" / "benches" / damage).unlink()
    before = samples.state(published.folder)
    with pytest.raises(SourceError) as caught:
        published.plan(samples.release(name="trees"), samples.passport("trees"))
    assert caught.value.code == "site-dataset-unreadable"
    assert caught.value.details == {"dataset": "benches"}
    assert samples.state(published.folder) == before


def test_a_damaged_dataset_heals_when_it_is_published_again(published: SiteTarget) -> None:
    whole = samples.contents(published.folder)
    (published.folder / "datasets" / "benches" / "passport.json").write_text("{}")
    samples.publish(published, samples.release(), samples.passport())
    assert samples.contents(published.folder) == whole


def test_a_dataset_disappears_only_by_request(published: SiteTarget) -> None:
    samples.publish(published, samples.release(name="trees"), samples.passport("trees"))
    published.remove("benches")
    assert not [name for name in samples.contents(published.folder) if "benches" in name]
    assert "datasets/benches" not in (published.folder / "index.html").read_text()
    before = samples.state(published.folder)
    published.remove("benches")
    assert samples.state(published.folder) == before
    published.remove("trees")
    assert set(samples.contents(published.folder)) == {
        "index.html",
        "quality.html",
        "catalog.jsonld",
        "style.css",
    }


def test_a_quick_look_sees_missing_and_cut_files(published: SiteTarget) -> None:
    receipt = published.read_back(samples.release(), samples.passport())
    assert published.stands(receipt)
    page = published.folder / "datasets" / "benches" / "index.html"
    page.write_bytes(page.read_bytes()[:-1])
    assert not published.stands(receipt)
    page.unlink()
    assert not published.stands(receipt)


def test_what_shapes_the_pages_is_known_in_one_word(target: SiteTarget) -> None:
    assert replace(target).renderer == target.renderer
    assert replace(target, url="https://data.example.org").renderer != target.renderer
    assert replace(target, holder=samples.passport().publisher).renderer == target.renderer
    other = replace(samples.HOLDER, name=Text(uk="Інша рада"))
    assert replace(target, holder=other).renderer != target.renderer


def test_a_table_comes_in_three_formats(published: SiteTarget) -> None:
    assert set(published.formats) == {"CSV", "JSON", "XLSX"}


def test_a_passport_of_another_dataset_is_refused(target: SiteTarget) -> None:
    with pytest.raises(ConfigurationError) as caught:
        target.plan(samples.release(), samples.passport("trees"))
    assert caught.value.code == "passport-of-another-dataset"


def test_a_table_without_a_card_is_refused(target: SiteTarget) -> None:
    with pytest.raises(ConfigurationError) as caught:
        target.plan(samples.release(), replace(samples.passport(), tables=()))
    assert caught.value.code == "passport-of-another-dataset"


def test_columns_unlike_the_schema_are_refused(target: SiteTarget) -> None:
    odd = samples.table([("1",)], ["colour"])
    release = replace(samples.release(), tables=(odd,))
    with pytest.raises(DataError) as caught:
        target.plan(release, samples.passport())
    assert caught.value.code == "columns-unlike-schema"
    assert "colour" in str(caught.value.details["columns"])


def test_half_a_character_is_refused_with_its_place(target: SiteTarget) -> None:
    table = samples.table([("1", "", "", "", "", "")])
    frame = table.frame.astype(object)
    frame.loc[0, "place"] = "\ud800"
    release = replace(samples.release(), tables=(replace(table, frame=pd.DataFrame(frame)),))
    with pytest.raises(DataError) as caught:
        target.plan(release, samples.passport())
    assert caught.value.code == "text-not-unicode"
    assert caught.value.details == {"table": "Benches", "field": "place", "row": "1"}


@pytest.mark.parametrize("name", ["passport", "Passport", "findings"])
def test_a_table_named_like_a_file_of_ours_is_refused(target: SiteTarget, name: str) -> None:
    table = replace(samples.table(samples.ROWS), schema=f"council/{name}")
    card = replace(samples.passport().tables[0], name=name)
    with pytest.raises(ConfigurationError) as caught:
        target.plan(
            replace(samples.release(), tables=(table,)), replace(samples.passport(), tables=(card,))
        )
    assert caught.value.code == "file-names-collide"
    assert not target.folder.exists()
