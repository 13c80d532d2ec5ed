"""Every recipe on pages in the style of its platform, served on this machine.

A platform is known here by its folder: `list.html`, pages of the list by their number, pages.
"""

from pathlib import Path

import pytest

from pipeline import messages, recipes
from pipeline.errors import ConfigurationError
from pipeline.extractors import decisions
from pipeline.model import Extraction, Listing, Snapshot
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.fetching import FetchOptions
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import Recipe
from pipeline.readers import listing, page
from pipeline.sources.crawl import crawl
from pipeline.sources.fetch import never_fetched
from pipeline.sources.snapshots import SnapshotStore
from pipeline.sources.web import Web
from tests.pages import snapshot_of
from tests.sources.conftest import Handler, Site, body, status

FOLDER = Path(__file__).parent

Row = tuple[str, str, str, str]

SITES: dict[str, dict[str, str]] = {
    "joomla": {
        "/index.php/rishennia": "list",
        "/index.php/rishennia?start=10": "list-10",
        "/index.php/rishennia/401-rishennia-70-1": "page-401",
        "/index.php/rishennia/402-rishennia-70-2": "page-402",
        "/index.php/rishennia/390-rishennia-69-4": "page-390",
    },
    "mkrada": {
        "/documents/?c=4&o=DESC": "list",
        "/documents/?c=4&o=DESC&p=1": "list",
        "/documents/?c=4&o=DESC&p=2": "list-2",
    },
    "mk-oda": {"/ua/orders/": "list"},
    "mk-oblrada": {"/acts": "list", "/acts?page=2": "list-2", "/acts?page=3": "list-2"},
    "lotus": {
        "/inteam/uhvaly.nsf/(RishenniaWeb)?OpenView&Start=1": "list",
        "/inteam/uhvaly.nsf/(RishenniaWeb)?OpenView&Start=31": "list",
        "/inteam/uhvaly.nsf/1a/c0ffee?OpenDocument": "page",
    },
    "bissoft": {
        "/uk/articles": "list",
        "/uk/articles?page=1": "list",
        "/uk/articles/item/101/rishennya-5": "page",
    },
    "kolomyia": {
        "/pub/": "list",
        "/pub/?page=2": "list",
        "/dt/364802/": "page",
        "/dt/25572/": "page-order",
    },
    "shyroke": {
        "/decisions": "list",
        "/vykonkom-2026-01-08": "page",
        "/vykonkom-2026-02-05": "page-2",
    },
    "golos": {
        "/?p=proekty_rishen": "list",
        "/?p=proekty_rishen&page=2": "list",
        "/?id=2801&p=proekty_rishen&sp=print_proekt": "page",
        "/?p=proekty_rishen&sp=print_proekt&id=2802": "page-2",
    },
    "mkrada-drafts": {"/content/proekti-rishen-miskradi.html": "list"},
}
"""Platform -> address -> recorded page; the first one is the section."""

ROWS: dict[str, list[Row]] = {
    "joomla": [
        ("70/1", "2020-02-20", "Про міську програму благоустрою",
         "/attachments/article/401/70-1.pdf"),
        ("70/2", "2020-02-20", "Про перейменування провулку",
         "/index.php/rishennia/402-rishennia-70-2"),
        ("69/4", "2020-01-30", "Про затвердження тарифів", "/images/doc/69-4.docx"),
    ],
    "mkrada": [
        ("24/1", "2024-02-12", "Про затвердження Програми озеленення міста",
         "/documents/51982.html"),
        ("24/2", "2024-02-12", "Про внесення змін до рішення міської ради від 21.12.2023 № 23/5",
         "/documents/51983.html"),
        ("23/9", "2023-12-21", "Про звіт про виконання бюджету", "/documents/51001.html"),
    ],
    "mk-oda": [
        ("45-р", "2024-02-12", "Про затвердження складу робочої групи",
         "/ua/orders/?doc_id=18165"),
        ("46-р", "2024-02-13", "Про підготовку до паводків", "/ua/orders/?doc_id=18166"),
    ],
    "mk-oblrada": [
        ("", "", "Про обласну програму розвитку освіти", "/files/d1.pdf"),
        ("", "", "Про оренду майна спільної власності", "/acts"),
        ("", "", "Про план роботи на перше півріччя", "/files/d3.pdf"),
    ],
    "lotus": [
        ("841", "2011-09-29", "Про затвердження меж скверу",
         "/inteam/uhvaly.nsf/1a/c0ffee?OpenDocument"),
    ],
    "bissoft": [("5", "2021-05-20", "Про затвердження Статуту бібліотеки", "/upload/5.pdf")],
    "kolomyia": [
        ("253", "2021-09-23",
         "Про підсумки роботи із зверненнями мешканців Зразкової громади за перше півріччя",
         "/dt/364802/"),
        ("113-р", "2015-06-17", "Про деякі питання об’єднання громад", "/dt/25572/"),
    ],
    "shyroke": [
        ("01", "2026-01-08", "Про план роботи", "/uploads/decision%20No.%2001.docx"),
        ("02", "2026-01-08", "Про чергування", "/vykonkom-2026-01-08"),
        ("03", "2026-02-05", "Про тарифи", "https://assets.example/03.pdf"),
    ],
    "golos": [
        ("", "2022-06-01", "Про звіт про роботу бібліотек", "/files/2801.docx"),
        ("", "2022-06-02", "Про графік чергувань",
         "/?p=proekty_rishen&sp=print_proekt&id=2802"),
    ],
    "mkrada-drafts": [
        ("/files/s-fi-001pz.pdf", "2024-02-12", "Про затвердження Програми озеленення",
         "/files/s-fi-001.pdf"),
        ("", "2024-02-14", "Про звіт про виконання бюджету", "/files/s-fi-002.DOCX"),
        ("", "2024-02-15", "Про надання дозволу на розроблення проєкту землеустрою",
         "/files/s-zr-010.rtf"),
    ],
}  # fmt: skip

OPTIONS = {"lotus": PageOptions(encoding="cp1251")}
PARAMETERS = {
    "lotus": DecisionsParameters(dates="mdy"),
    "golos": DecisionsParameters(drafts=True),
    "mkrada-drafts": DecisionsParameters(drafts=True),
}
DRAFTS = ("golos", "mkrada-drafts")


def serve(site: Site, name: str) -> str:
    """The address of the section; every page asked for that is not in the folder is not there."""
    pages = SITES[name]

    def reply(handler: Handler) -> None:
        file = pages.get(handler.path)
        data = (FOLDER / name / f"{file}.html").read_bytes() if file else b""
        data = data.replace(b"https://zrazok.example", site.address.encode())
        (body(data, Content_Type="text/html") if file else status(404))(handler)

    for path in (*pages, "/robots.txt"):
        site.on(path.partition("?")[0], reply)
    return site.address + next(iter(pages))


def extract(site: Site, web: Web, store: SnapshotStore, name: str) -> Extraction:
    recipe, options = recipes.load(name), OPTIONS.get(name, PageOptions())

    def look(snapshot: Snapshot) -> Listing:
        return listing.read(store.get(snapshot.sha256), snapshot, options, recipe)

    fetched = crawl(
        serve(site, name), store=store, options=FetchOptions(pause=0), web=web,
        known=never_fetched, look=look,
    )  # fmt: skip
    assert fetched.findings == ()
    pages = [
        page.read(store.get(one.sha256), one, options, recipe.page) for one in fetched.snapshots
    ]
    return decisions.extract(pages, PARAMETERS.get(name, DecisionsParameters()))


@pytest.mark.parametrize("name", SITES)
def test_a_section_of_a_platform_gives_its_acts(
    site: Site, web: Web, store: SnapshotStore, name: str
) -> None:
    extraction = extract(site, web, store, name)
    drafts = ["note", "registrationDate", "title", "url"]
    columns = drafts if name in DRAFTS else ["number", "dateAccepted", "title", "url"]
    frame = extraction.tables[0].frame[columns]
    found = [
        tuple(str(cell).removeprefix(site.address) for cell in row)
        for row in frame.itertuples(index=False)
    ]
    assert found == ROWS[name]
    unread = {"text-not-read", "page-differs-from-recipe", "no-acts-on-page"}
    assert not unread & {finding.code for finding in extraction.findings}


def test_the_day_of_publication_is_where_joomla_puts_it(
    site: Site, web: Web, store: SnapshotStore
) -> None:
    issued = extract(site, web, store, "joomla").tables[0].frame["issued"]
    assert list(issued) == ["2020-02-24", "2020-02-25", "2020-02-03"]


def test_a_register_says_whether_an_act_is_in_force_and_when_it_was_published(
    site: Site, web: Web, store: SnapshotStore
) -> None:
    frame = extract(site, web, store, "kolomyia").tables[0].frame
    assert list(frame["status"]) == ["Втратив чинність", "Чинний"]
    assert list(frame["issued"]) == ["2021-09-27", "2015-06-21"]


def test_every_recipe_has_a_sample_and_a_test() -> None:
    # The pages of gromada are those of a whole council: tests/councils/zrazkivka.
    assert {*SITES, "gromada"} == set(recipes.names())
    for name in recipes.names():
        recipe = recipes.load(name)
        assert (recipe.name, bool(recipe.recorded)) == (name, name == "gromada")


def test_a_recipe_that_is_not_there_names_the_file() -> None:
    with pytest.raises(ConfigurationError, match="wordpress"):
        recipes.load("wordpress")


def test_recorded_pages_of_real_sites(inputs: Path) -> None:
    recipe = recipes.load("gromada")
    for name in recipe.recorded:
        data = (inputs / "html" / name).read_bytes()
        found = listing.read(data, snapshot_of(data, name), PageOptions(), recipe)
        assert found.acts or found.sections, name
    data = (inputs / "html" / "drabiv-empty-section.html").read_bytes()
    found = listing.read(data, snapshot_of(data, "x.html"), PageOptions(), recipe)
    assert len(found.sections) >= 2
    assert all("-rik-" in address for address in found.sections)
    assert found.acts == ()


def test_a_page_that_lacks_a_part_says_so() -> None:
    recipe = recipes.load("joomla")
    data = "<html><body><h1>Рішення № 1 Про план</h1></body></html>".encode()
    read = page.read(data, snapshot_of(data), PageOptions(), recipe.page)
    (finding,) = read.findings
    assert finding.code == "page-differs-from-recipe"
    for language in messages.LANGUAGES:
        assert "text" in messages.text(language, f"finding-{finding.code}", finding.details)


@pytest.mark.parametrize(
    "wrong",
    [
        {"lists": {"entries": {"links": "a["}}},
        {"lists": {"entries": {"links": "a", "address": "("}}},
        {"lists": {"pager": {"links": "a"}}},
        {"lists": {"acts": "a"}, "page": {"header": "h1"}},
        {"lists": {"acts": "a"}, "page": {"items": {"title": "a"}}},
    ],
    ids=str,
)
def test_a_recipe_that_is_wrong_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Recipe.model_validate({"name": "x", "title": "X", **wrong})
