"""What the name of a column adds, where the annex asks for contacts, what links hold."""

import re

import pandas as pd
import pytest

from pipeline.model import Origin, Place, Table
from pipeline.parameters.privacy import TablePolicy
from pipeline.schema_names import schema_paths
from pipeline.validation.personal.asked import asked_by
from pipeline.validation.privacy import guard
from pipeline.validation.schema import load_schema
from pipeline.workplace import SCHEMAS

OWN, REGISTER, DEPUTIES = "council/Anything", "835-2019/RegisterOfDatasets", "835-2025/30/deputies"
NAMING = re.compile(r"контактна особа|ім.я керівника|відповідальна особа|піб |прізвище, ім", re.I)
CONTACT = re.compile(r"contactPoint(?:Fn|Name|(?:Has)?(?:Email|Telephone))")
# The annex wants them named, but as private persons: no schema lets them stand.
PRIVATE = {("835-2025/35/projects", "creator")}


def refused(column: str, value: str, schema: str = OWN) -> set[object]:
    origin = Origin(sha256="a" * 64, place=Place(source="acts.xlsx", line=2))
    frame = pd.DataFrame({column: [value]}, dtype=str)
    asked = {} if schema == OWN else asked_by(load_schema(schema, SCHEMAS))
    guarded = guard(Table(schema=schema, frame=frame, origins=(origin,)), TablePolicy(), asked)
    assert guarded.refuses is bool(guarded.findings)
    return {finding.details["rule"] for finding in guarded.findings}


@pytest.mark.parametrize(
    ("column", "value", "rules"),
    [
        ("birthDate", "1985-03-12", {"birth-date"}),
        ("Дата народження", "12.03.1985", {"birth-date"}),
        ("dateAccepted", "1985-03-12", set()),
        ("passport", "СТ 123456", {"passport"}),
        ("series", "СТ 123456", set()),
        ("phone", "067 123 45 67", {"mobile-phone"}),
        ("phone", "(04738) 2-15-34", set()),
        ("applicantPhone", "(04738) 2-15-34", {"home-phone"}),
        ("Домашній телефон", "2-15-34", {"home-phone"}),
        ("carNumber", "12345 ВВ", {"car-number"}),
        ("inventory", "12345 ВВ", set()),
        ("birthDate", "", set()),
    ],
)
def test_the_name_of_a_column_says_what_a_value_is(
    column: str, value: str, rules: set[str]
) -> None:
    assert refused(column, value) == rules


@pytest.mark.parametrize(
    ("schema", "column", "value", "rules"),
    [
        (REGISTER, "contactPointHasEmail", "rada@vyhadan.example", set()),
        (REGISTER, "title", "rada@vyhadan.example", {"email"}),
        (OWN, "contactPointHasEmail", "rada@vyhadan.example", {"email"}),
        (REGISTER, "contactPointHasEmail", "РНОКПП 3184710691", {"tax-number"}),
        (DEPUTIES, "email", "olena@vyhadan.example", set()),
        (DEPUTIES, "telephone", "+380671234567", {"mobile-phone"}),
        (DEPUTIES, "birthDate", "1985-03-12", {"birth-date"}),
        (OWN, "any", "olena@rada.vyhadan.gov.ua", set()),
        (DEPUTIES, "image", "https://rada.example/foto/Вербенко_Олена.jpg", set()),
        (DEPUTIES, "account", "https://social.example/olena.verbenko", set()),
        (DEPUTIES, "homepage", "https://rada.example/verbenko-olena", set()),
        (DEPUTIES, "homepage", "https://rada.example/?tel=380671234567", {"mobile-phone"}),
    ],
)
def test_contacts_stand_only_where_the_annex_asks_for_them(
    schema: str, column: str, value: str, rules: set[str]
) -> None:
    assert refused(column, value, schema) == rules


@pytest.mark.parametrize(
    ("value", "rules"),
    [
        ("https://rada.example/a/Вербенко_О_П.pdf", {"person"}),
        ("заява-Вербенко-Олена.docx", {"person"}),
        ("https://rada.example/a/verbenko-olena.pdf", {"person"}),
        ("https://rada.example/a/vulytsia-verbenka-5.pdf", set()),
        ("https://rada.example/a/Вулиця_Шевченка.pdf", set()),
        ("https://rada.example/a/rishennia-14.pdf", set()),
        ("Вербенко О.П.", set()),
        ("https://rada.example/?tel=380671234567", {"mobile-phone"}),
    ],
)
def test_names_in_links_and_files_are_refused_in_any_column(value: str, rules: set[str]) -> None:
    assert refused("url", value) == rules


def test_the_schemas_say_whom_each_column_names() -> None:
    asked = {
        (path, field.name): field.asks_for
        for path in schema_paths(SCHEMAS)
        for field in load_schema(path, SCHEMAS).fields
        if path.startswith("835-") and (NAMING.search(field.title) or CONTACT.fullmatch(field.name))
    }
    silent = {place for place, found in asked.items() if found is None}
    assert silent == PRIVATE
    assert len(asked) > 40
    who = {place: found.who for place, found in asked.items() if found}
    assert who["835-2025/29/votings", "voterName"] == "deputy"
    assert who["835-2025/34/votings", "voterName"] == "signer"
    assert who["835-2019/ReferenceBook/Organizations", "headFn"] == "official"
