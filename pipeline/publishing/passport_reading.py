"""The passport back from `catalog.jsonld` and from `datapackage.json`. Pure.

Both are read in the shape in which this package writes them: the JSON-LD compact, with its own
prefixes. What a form does not hold is empty:

    DCAT          edition and item of the annex, identifier of the licence, notes for users,
                  and a frequency whose code in the table of the EU has two meanings (`IRREG`)
    Data Package  the same without the licence; also English words, purpose, frequency, language,
                  theme, code of the publisher, first publication and «дата актуальності»
"""

from collections.abc import Iterator, Mapping

from pipeline.frequencies import RHYTHMS, Frequency
from pipeline.publishing.dcat import LANGUAGES
from pipeline.publishing.passport import Contact, Json, Keywords, Publisher, Text
from pipeline.publishing.passport_elements import (
    PassportElements,
    day,
    moment,
    tidy,
    tidy_words,
)


def elements_of_dcat(dataset: Mapping[str, Json]) -> PassportElements:
    """The elements that a `dcat:Dataset` of our catalogue holds."""
    publisher, contact = _node(dataset, "dct:publisher"), _node(dataset, "dcat:contactPoint")
    return PassportElements(
        title=_said(dataset, "dct:title"),
        description=_said(dataset, "dct:description"),
        purpose=_said(dataset, "schema:purpose"),
        keywords=Keywords(
            uk=tidy_words(_spoken(dataset, "dcat:keyword", "uk")),
            en=tidy_words(_spoken(dataset, "dcat:keyword", "en")),
        ),
        frequency=_frequency(_code(dataset, "dct:accrualPeriodicity")),
        language=_language(_code(dataset, "dct:language")),
        publisher=Publisher(
            name=_said(publisher, "foaf:name"), code=_string(publisher, "org:identifier")
        ),
        contact=Contact(name=_said(contact, "vcard:fn"), email=_email(contact)),
        actual_on=day(_string(_node(dataset, "dct:valid"), "@value")),
        first_published=moment(_string(_node(dataset, "dct:issued"), "@value")),
        modified=moment(_string(_node(dataset, "dct:modified"), "@value")),
        theme=_code(dataset, "dcat:theme"),
    )


def elements_of_package(described: Mapping[str, Json]) -> PassportElements:
    """The elements that a `datapackage.json` of ours holds."""
    publisher, contact = _contributor(described, "publisher"), _contributor(described, "contact")
    licence = next(_nodes(described, "licenses"), {})
    words = described.get("keywords")
    return PassportElements(
        title=Text(uk=tidy(_string(described, "title"))),
        description=Text(uk=tidy(_string(described, "description"))),
        keywords=Keywords(uk=tidy_words(map(str, words)) if isinstance(words, list) else ()),
        licence=_string(licence, "name"),
        publisher=Publisher(name=Text(uk=tidy(_string(publisher, "title")))),
        contact=Contact(
            name=Text(uk=tidy(_string(contact, "title"))), email=tidy(_string(contact, "email"))
        ),
        modified=moment(_string(described, "created")),
    )


def _nodes(node: Mapping[str, Json], name: str) -> Iterator[Mapping[str, Json]]:
    """The objects under a name, be it one or a list."""
    found = node.get(name)
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, Mapping):
            yield one


def _node(node: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    return next(_nodes(node, name), {})


def _string(node: Mapping[str, Json], name: str) -> str:
    value = node.get(name)
    return value if isinstance(value, str) else ""


def _spoken(node: Mapping[str, Json], name: str, language: str) -> Iterator[str]:
    for one in _nodes(node, name):
        if one.get("@language") == language:
            yield _string(one, "@value")


def _said(node: Mapping[str, Json], name: str) -> Text:
    uk, en = (tidy(next(_spoken(node, name, language), "")) for language in ("uk", "en"))
    return Text(uk=uk, en=en)


def _code(node: Mapping[str, Json], name: str) -> str:
    """The code at the end of an address of an authority table."""
    return _string(_node(node, name), "@id").rpartition("/")[2]


def _frequency(code: str) -> Frequency | None:
    meant = [frequency for frequency, rhythm in RHYTHMS.items() if rhythm.eu == code]
    return meant[0] if len(meant) == 1 else None


def _language(code: str) -> str:
    return next((language for language, known in LANGUAGES.items() if known == code), "")


def _email(contact: Mapping[str, Json]) -> str:
    return tidy(_string(_node(contact, "vcard:hasEmail"), "@id").removeprefix("mailto:"))


def _contributor(described: Mapping[str, Json], role: str) -> Mapping[str, Json]:
    found = _nodes(described, "contributors")
    return next((one for one in found if role in _roles(one)), {})


def _roles(contributor: Mapping[str, Json]) -> list[Json]:
    roles = contributor.get("roles")
    return roles if isinstance(roles, list) else []
