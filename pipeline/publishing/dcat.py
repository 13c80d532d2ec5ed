"""`catalog.jsonld`: all datasets of the catalogue in DCAT-AP 3 as JSON-LD.

Addresses are relative to the catalogue unless its public address is known. Codes are those of the
authority tables of the EU Publications Office, media types those of IANA, hashes SPDX.
"""

from collections.abc import Sequence

from pipeline import messages
from pipeline.publishing.entries import Entry
from pipeline.publishing.formats import to_json
from pipeline.publishing.package import Resource
from pipeline.publishing.passport import Json, Keywords, Publisher, Text
from pipeline.publishing.record import Record

EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"
LANGUAGES = {
    "uk": "UKR", "en": "ENG", "ru": "RUS", "pl": "POL", "ro": "RON", "hu": "HUN", "bg": "BUL"
}  # fmt: skip

_CONTEXT: Json = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "http://schema.org/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue_json(entries: Sequence[Entry], holder: Publisher, site_url: str) -> bytes:
    """The catalogue of a holder; `site_url` ends with a slash, or is empty for relative ones."""
    described: Json = {
        "@context": _CONTEXT,
        "@id": f"{site_url}catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _said(_message("site-catalogue-title", holder.name)),
        "dct:description": _said(_message("site-catalogue-description", holder.name)),
        "dct:publisher": _agent(holder),
        "dct:language": [_code("language", "UKR"), _code("language", "ENG")],
        "foaf:homepage": {"@id": f"{site_url}index.html"},
        "dcat:dataset": [_dataset(entry, site_url) for entry in entries],
    }
    return to_json(described)


def _message(key: str, holder: Text) -> Text:
    return Text(
        uk=messages.text("uk", key, {"holder": holder.uk}),
        en=messages.text("en", key, {"holder": holder.get("en")}),
    )


def _dataset(entry: Entry, site_url: str) -> Json:
    record = entry.record
    folder = f"{site_url}{entry.folder}/"
    return {
        "@id": folder,
        "@type": "dcat:Dataset",
        "dct:identifier": record.identifier,
        "dct:title": _said(record.title),
        "dct:description": _said(record.description),
        "dcat:keyword": _keywords(record.keywords),
        "dcat:theme": _code("data-theme", record.theme),
        "dct:language": _code("language", LANGUAGES.get(record.language, "UND")),
        "dct:accrualPeriodicity": _code("frequency", record.frequency.rhythm.eu),
        "schema:purpose": _said(record.purpose),
        "dct:publisher": _agent(record.publisher),
        "dcat:contactPoint": _contact(record),
        "dcat:landingPage": {"@id": f"{folder}index.html"},
        "dcat:version": record.version,
        **_times(record),
        "dcat:distribution": [
            _distribution(resource, record, folder) for resource in entry.package.tables()
        ],
    }


def _times(record: Record) -> dict[str, Json]:
    times: dict[str, Json] = {
        "dct:issued": _typed(record.first_published.isoformat(), "dateTime"),
        "dct:modified": _typed(record.modified.isoformat(), "dateTime"),
    }
    if record.actual_on is not None:
        times["dct:valid"] = _typed(record.actual_on.isoformat(), "date")
    return times


def _distribution(resource: Resource, record: Record, folder: str) -> Json:
    return {
        "@id": f"{folder}{resource.path}",
        "@type": "dcat:Distribution",
        "dct:title": {"@language": "uk", "@value": resource.title},
        "dcat:accessURL": {"@id": f"{folder}index.html"},
        "dcat:downloadURL": {"@id": f"{folder}{resource.path}"},
        "dct:format": _code("file-type", resource.format.upper()),
        "dcat:mediaType": {"@id": f"{_IANA}/{resource.mediatype}"},
        "dcat:byteSize": _typed(str(resource.bytes), "nonNegativeInteger"),
        "dct:license": {"@id": record.licence.url},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": _typed(resource.hash.removeprefix("sha256:"), "hexBinary"),
        },
    }


def _agent(publisher: Publisher) -> Json:
    agent: dict[str, Json] = {"@type": "foaf:Agent", "foaf:name": _said(publisher.name)}
    if publisher.code:
        agent["org:identifier"] = publisher.code
    return agent


def _contact(record: Record) -> Json:
    return {
        "@type": "vcard:Organization",
        "vcard:fn": _said(record.contact.name),
        "vcard:hasEmail": {"@id": f"mailto:{record.contact.email}"},
    }


def _said(text: Text) -> list[Json]:
    said: list[Json] = [{"@language": "uk", "@value": text.uk}]
    if text.en:
        said.append({"@language": "en", "@value": text.en})
    return said


def _keywords(keywords: Keywords) -> list[Json]:
    spoken = (("uk", keywords.uk), ("en", keywords.en))
    return [{"@language": code, "@value": word} for code, words in spoken for word in words]


def _code(table: str, code: str) -> Json:
    return {"@id": f"{EU}/{table}/{code}"}


def _typed(value: str, datatype: str) -> Json:
    return {"@type": f"xsd:{datatype}", "@value": value}
