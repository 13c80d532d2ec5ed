"""What the public gets from a portal: a table to look at, DCAT, a search, clean downloads."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pyshacl
import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, Node, URIRef
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions as wanted
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.conftest import browser as browser  # the same Chromium, the same way
from tests.portal.portal import Portal
from tests.portal.proxy import Proxy
from tests.publishing.ckan.faults.council import DATASET, ROWS, SAME, TABLE, TITLES, Council
from tests.publishing.ckan.faults.showing import forget, get

pytestmark = [
    pytest.mark.portal,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
CC_BY = "http://www.opendefinition.org/licenses/cc-by"
PUBLISHER = "Лисичанська міська військова адміністрація"
COLUMNS = ["edrpou", "year", "party", "name", "level", "legalAddress", "actualAddress"]
LABELS = ["Код ЄДРПОУ", "Рік", "Партія", "Назва осередку", "Рівень"]
SHAPES = Path(__file__).with_name("dcat-ap.ttl")


@dataclass(frozen=True, kw_only=True)
class Published:
    portal: Portal
    package: dict[str, Any]

    def resource(self, name: str) -> dict[str, Any]:
        return next(one for one in self.package["resources"] if one["name"] == name)

    def graph(self, ending: str) -> Graph:
        text = get(f"{self.portal.url}/dataset/{DATASET}.{ending}").decode()
        return Graph().parse(data=text, format={"rdf": "xml", "jsonld": "json-ld"}.get(ending))


@pytest.fixture(scope="module", params=["portal", "gate_portal"])
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Published]:
    """The small council, published straight to a portal of either kind."""
    portal: Portal = request.getfixturevalue(request.param)
    forget(portal)
    way = Proxy(portal.url)
    way.url = portal.url
    done = Council(tmp_path_factory.mktemp(request.param), portal, way).in_its_own_process()
    assert (done.err, done.code) == ("", 0)
    yield Published(portal=portal, package=portal.public.action("package_show", id=DATASET))
    forget(portal)


@pytest.mark.browser
def test_the_table_is_shown_on_the_portal_with_labels_in_ukrainian(
    published: Published, browser: Chrome
) -> None:
    browser.get(f"{published.portal.url}/dataset/{DATASET}/resource/{TABLE}")
    waiting = WebDriverWait(browser, 30)
    frame = waiting.until(wanted.presence_of_element_located((By.CSS_SELECTOR, "iframe")))
    browser.switch_to.frame(frame)
    cell = (By.XPATH, "//td[contains(., 'Партія «Липа»')]")
    waiting.until(wanted.presence_of_element_located(cell))
    heads = [one.text.strip() for one in browser.find_elements(By.CSS_SELECTOR, "th")]
    assert [label for label in LABELS if label not in heads] == []
    shown = {one.text for one in browser.find_elements(By.CSS_SELECTOR, "td")}
    assert {"99001016", "вул. Стара 7", "2023"} <= shown


@pytest.mark.parametrize("ending", ["ttl", "rdf", "jsonld"])
def test_the_portal_says_in_dcat_what_the_passport_says(published: Published, ending: str) -> None:
    graph = published.graph(ending)
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)

    def said(*path: URIRef, of: Node = dataset) -> list[str]:
        nodes: list[Node] = [of]
        for step in path:
            nodes = [found for node in nodes for found in graph.objects(node, step)]
        return sorted(str(node) for node in nodes)

    assert said(DCTERMS.title) == [TITLES[1]]
    assert said(DCTERMS.description) == ["Осередки партій у місті за роками."]
    assert said(DCAT.keyword) == ["осередки", "партії"]
    assert said(DCTERMS.publisher, FOAF.name) == [PUBLISHER]
    assert said(DCAT.contactPoint, VCARD.hasEmail) == ["mailto:opendata@lysychansk.example"]
    assert said(DCTERMS.accrualPeriodicity) == [FREQUENCY]
    day = Literal("2026-11-18T11:00:00+00:00", datatype=XSD.dateTime)
    assert [*graph.objects(dataset, DCTERMS.issued)] == [day]
    assert [*graph.objects(dataset, DCTERMS.modified)] == [day]
    found = {}
    for one in graph.objects(dataset, DCAT.distribution):
        (name,), (access,), (kind,) = (
            said(step, of=one) for step in (DCTERMS.title, DCAT.accessURL, DCTERMS.format)
        )
        assert said(DCTERMS.license, of=one) == [CC_BY]
        found[name] = (access, kind)
    assert found == {
        one["name"]: (one["url"], one["format"]) for one in published.package["resources"]
    }
    (table,) = graph.subjects(DCTERMS.title, Literal("PartyBranchHistory"))
    (link,) = said(DCAT.downloadURL, of=table)
    assert unquote(link) == clean_link(published)  # ckanext-dcat writes commas as %2C
    assert get(link) == get(clean_link(published))


def test_the_dcat_of_the_portal_has_what_dcat_ap_obliges_to(published: Published) -> None:
    shapes = Graph().parse(SHAPES)
    graph = published.graph("ttl")
    fits, _, told = pyshacl.validate(graph, shacl_graph=shapes)
    assert fits, told
    # The shapes do look: what is taken away is missed.
    for step in (DCTERMS.title, DCAT.accessURL, FOAF.name, DCTERMS.license):
        poorer = Graph()
        for triple in graph:
            if triple[1] != step:
                poorer.add(triple)
        assert not pyshacl.validate(poorer, shacl_graph=shapes)[0]


def test_the_catalogue_of_the_portal_names_the_dataset(published: Published) -> None:
    graph = Graph().parse(data=get(f"{published.portal.url}/catalog.ttl").decode(), format="ttl")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    (dataset,) = graph.objects(catalogue, DCAT.dataset)
    assert str(graph.value(dataset, DCTERMS.title)) == TITLES[1]


@pytest.mark.parametrize("word", ["осередки", "Партій", "лисичанська"])
def test_a_ukrainian_word_finds_the_dataset(published: Published, word: str) -> None:
    found = published.portal.public.action("package_search", q=word)["results"]
    assert [one["name"] for one in found] == [DATASET]
    page = get(f"{published.portal.url}/dataset/?q={quote(word)}").decode()
    assert f'href="/dataset/{DATASET}"' in page
    assert DATASET not in get(f"{published.portal.url}/dataset/?q={quote('трамвай')}").decode()


def clean_link(published: Published) -> str:
    """The link that people read in the description of the table."""
    links = re.findall(r"\]\(([^)]+)\)", published.resource("PartyBranchHistory")["description"])
    assert len({*links}) == 1
    return str(links[0])


def test_the_link_in_the_description_gives_the_columns_of_the_structure(
    published: Published,
) -> None:
    structure = get(published.resource("PartyBranchHistory-structure.csv")["url"]).decode(
        "utf-8-sig"
    )
    described = [line[0] for line in csv.reader(io.StringIO(structure))][1:]
    header, *rows = csv.reader(io.StringIO(get(clean_link(published)).decode()))
    assert header == described == COLUMNS
    assert sorted(row[0] for row in rows) == sorted(line[:8] for line in (*SAME, *ROWS[1]))
    with_number, *_ = get(published.resource("PartyBranchHistory")["url"]).decode().splitlines()
    assert with_number == ",".join(["_id", *COLUMNS])
