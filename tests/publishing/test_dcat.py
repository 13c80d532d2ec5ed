import json
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from tests.publishing import samples

# The JSON-LD parser of rdflib 7.6 still uses a class that rdflib itself calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SPDX = Namespace("http://spdx.org/rdf/terms#")
EU = "http://publications.europa.eu/resource/authority"
URL = "https://data.example.org/open"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    target = samples.site(tmp_path / "site", url=URL)
    samples.publish(target, samples.release(), samples.passport())
    return target.folder


@pytest.fixture
def graph(site: Path) -> Graph:
    return Graph().parse(site / "catalog.jsonld", format="json-ld")


def test_the_catalogue_names_its_holder_and_its_datasets(graph: Graph) -> None:
    catalogue, dataset = URIRef(f"{URL}/catalog.jsonld"), URIRef(f"{URL}/datasets/benches/")
    assert (catalogue, RDF.type, DCAT.Catalog) in graph
    assert (catalogue, DCAT.dataset, dataset) in graph
    publisher = graph.value(catalogue, DCTERMS.publisher)
    assert set(graph.objects(publisher, FOAF.name)) == {
        Literal("Вигадівська міська рада", lang="uk"),
        Literal("Vyhadiv City Council", lang="en"),
    }


def test_a_dataset_speaks_the_codes_of_the_union(graph: Graph) -> None:
    dataset = URIRef(f"{URL}/datasets/benches/")
    codes = {
        DCTERMS.accrualPeriodicity: f"{EU}/frequency/QUARTERLY",
        DCTERMS.language: f"{EU}/language/UKR",
        DCAT.theme: f"{EU}/data-theme/GOVE",
    }
    for predicate, code in codes.items():
        assert graph.value(dataset, predicate) == URIRef(code)
    assert graph.value(dataset, DCTERMS.modified) is not None
    assert graph.value(dataset, DCAT.contactPoint) is not None


def test_every_table_file_is_a_distribution_with_its_hash(graph: Graph, site: Path) -> None:
    package = json.loads((site / "datasets" / "benches" / "datapackage.json").read_bytes())
    resources = [one for one in package["resources"] if one["role"] == "table"]
    found = {
        str(graph.value(one, DCAT.downloadURL)): (
            str(graph.value(graph.value(one, SPDX.checksum), SPDX.checksumValue)),
            str(graph.value(one, DCAT.byteSize)),
        )
        for one in graph.subjects(RDF.type, DCAT.Distribution)
    }
    assert found == {
        f"{URL}/datasets/benches/{one['path']}": (
            one["hash"].removeprefix("sha256:"),
            str(one["bytes"]),
        )
        for one in resources
    }
    assert len(found) == 3


def test_without_a_public_address_the_catalogue_is_relative(tmp_path: Path) -> None:
    target = samples.site(tmp_path / "site")
    samples.publish(target, samples.release(), samples.passport())
    text = (tmp_path / "site" / "catalog.jsonld").read_text()
    moved = Graph().parse(data=text, format="json-ld", publicID="https://moved.example/a/")
    dataset = URIRef("https://moved.example/a/datasets/benches/")
    assert (dataset, RDF.type, DCAT.Dataset) in moved
    assert str(tmp_path) not in text
