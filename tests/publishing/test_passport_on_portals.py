"""A real CKAN keeps the passport as it was sent, and refuses what we said it would."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import requests
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, URIRef

from pipeline.frequencies import Frequency
from pipeline.publishing.ckan_fields import package_fields, passport_of_package
from pipeline.publishing.dcat import EU
from pipeline.publishing.passport import Contact, Json, Keywords, Passport, TableCard, Text
from pipeline.publishing.passport_elements import elements_of
from pipeline.publishing.passport_faults import passport_faults
from pipeline.publishing.portal_profile import PROFILES, PortalProfile, load_profile
from pipeline.publishing.record import Record
from tests.portal.portal import Portal, RefusedError
from tests.publishing import passports, samples

pytestmark = [pytest.mark.portal, pytest.mark.slow]

NAME = "passport-of-benches"
SAMPLE = samples.passport()
FULL = replace(
    SAMPLE,
    title=Text(uk="«Лавки»  Алея \"Липова\" — об’єкти\\1", en="Benches: {1} [2] & <3>"),
    description=Text(uk="Перший рядок.\n\n- другий;\r\n\tтретій  ", en="First.\nSecond."),
    purpose=Text(uk="Стаття 59;\nпостанова № 835\u00a0КМУ", en="Article 59"),
    keywords=Keywords(uk=("яр", "Яр", "міська рада", "2-га_а.б", "обʼєкти"), en=("a, b", '"')),
    usage_notes=(Text(uk="Перша\nнотатка", en="The first"), Text(uk="Друга")),
)  # fmt: skip
FITTING = [
    FULL,
    replace(SAMPLE, title=Text(uk="а" * 254), purpose=Text(uk="а" * 512, en="a" * 600)),
    replace(SAMPLE, description=Text(uk="а" * 4000), keywords=Keywords(uk=("аб", "в" * 100))),
]
REFUSED = [
    replace(SAMPLE, title=Text(uk="а" * 255)),
    replace(SAMPLE, description=Text(uk="а" * 4001)),
    replace(SAMPLE, description=Text(uk=" ")),
    replace(SAMPLE, purpose=Text(uk="а" * 513)),
    replace(SAMPLE, purpose=Text(uk="")),
    replace(SAMPLE, frequency=Frequency.DISCONTINUED),
    replace(SAMPLE, language="xx"),
    replace(SAMPLE, keywords=Keywords(uk=())),
    replace(SAMPLE, keywords=Keywords(uk=("об’єкти",))),
    replace(SAMPLE, keywords=Keywords(uk=("об'єкти",))),
    replace(SAMPLE, keywords=Keywords(uk=("а, б",))),
    replace(SAMPLE, keywords=Keywords(uk=("я",))),
    replace(SAMPLE, keywords=Keywords(uk=("а" * 101,))),
]


@pytest.fixture(params=PROFILES)
def place(request: pytest.FixtureRequest) -> tuple[Portal, PortalProfile]:
    """A portal and the profile that is said to describe it."""
    name = "portal" if request.param == "plain" else "gate_portal"
    portal = request.getfixturevalue(name)
    assert isinstance(portal, Portal)
    portal.reset()
    return portal, load_profile(request.param)


def create(portal: Portal, fields: Mapping[str, Json]) -> Any:
    data = {"name": NAME, "owner_org": "lysychansk", **fields}
    return portal.publisher.action("package_create", **data)


def test_a_portal_gives_the_passport_back(place: tuple[Portal, PortalProfile]) -> None:
    portal, profile = place
    create(portal, package_fields(recorded(SAMPLE), profile))
    for passport in FITTING:
        assert passport_faults(passport, (), profile) == ()
        sent = package_fields(recorded(passport), profile)
        portal.publisher.action("package_patch", id=NAME, **sent)
        shown = portal.public.action("package_show", id=NAME)
        assert passport_of_package(shown, profile) == elements_of(recorded(passport))


def assert_refused(portal: Portal, profile: PortalProfile, passport: Passport) -> None:
    assert len(passport_faults(passport, (), profile)) == 1
    with pytest.raises(RefusedError) as caught:
        create(portal, {**package_fields(recorded(passport), profile), "name": "never-made"})
    assert caught.value.status == 409


@pytest.mark.parametrize("passport", REFUSED)
def test_what_is_refused_here_is_refused_there(gate_portal: Portal, passport: Passport) -> None:
    assert_refused(gate_portal, load_profile("data-gov-ua"), passport)


@pytest.mark.parametrize("email", ["дані@example.org", "data@громада.укр", "a@b..org", "a b@c.org"])
def test_an_address_that_ckan_itself_refuses(portal: Portal, email: str) -> None:
    passport = replace(SAMPLE, contact=Contact(name=Text(uk="Відділ"), email=email))
    assert_refused(portal, load_profile("plain"), passport)


@pytest.mark.parametrize(
    "column", ["_id", 'a"b', " a", "a\u200bb", "a\tb", "а b", "а" * 31, "A.b-c(d)%"]
)
def test_names_of_columns(portal: Portal, column: str) -> None:
    portal.reset()
    made = create(portal, package_fields(recorded(SAMPLE), load_profile("plain")))
    resource = {"package_id": made["id"], "name": "t"}
    call = {"resource": resource, "fields": [{"id": column, "type": "text"}], "force": True}
    if passport_faults(SAMPLE, [columned(column)], load_profile("plain")):
        with pytest.raises(RefusedError):
            portal.publisher.action("datastore_create", **call)
    else:
        table = portal.publisher.action("datastore_create", **call)["resource_id"]
        found = portal.public.action("datastore_search", resource_id=table)["fields"]
        assert column in [field["id"] for field in found]


def test_the_portals_own_dcat_speaks_the_codes_of_the_union(
    place: tuple[Portal, PortalProfile],
) -> None:
    portal, profile = place
    create(portal, package_fields(recorded(SAMPLE), profile))
    answer = requests.get(f"{portal.url}/dataset/{NAME}.ttl", timeout=60)
    graph = Graph().parse(data=answer.content, format="turtle")
    dataset = graph.value(predicate=RDF.type, object=DCAT.Dataset)
    assert graph.value(dataset, DCTERMS.accrualPeriodicity) == URIRef(f"{EU}/frequency/QUARTERLY")
    assert graph.value(dataset, DCAT.theme) == URIRef(f"{EU}/data-theme/GOVE")
    assert str(graph.value(dataset, DCTERMS.issued)) == "2026-05-02T06:30:00+00:00"
    publisher = graph.value(dataset, DCTERMS.publisher)
    assert str(graph.value(publisher, FOAF.name)) == "Вигадівська міська рада"
    assert graph.value(dataset, DCAT.contactPoint) is not None
    # The field `language` of the national portal hides any extra: there the code stays a word.
    national = profile.language.place == "field"
    language = "ua" if national else f"{EU}/language/UKR"
    assert str(graph.value(dataset, DCTERMS.language)) == language


def recorded(passport: Passport) -> Record:
    return passports.recorded(passport)


def columned(name: str) -> TableCard:
    fields: list[Json] = [{"name": name, "type": "string"}]
    return replace(SAMPLE.tables[0], definition={"title": "Лавки", "fields": fields})
