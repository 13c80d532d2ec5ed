"""The guard: what is masked, what is refused, and that no finding carries what was found.

All names and codes are invented; the real titles are read from outside and never quoted.
"""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline import messages
from pipeline.errors import ConfigurationError
from pipeline.model import Origin, Place, Severity, Table
from pipeline.parameters.privacy import ColumnPolicy, TablePolicy
from pipeline.validation.personal.hits import Rule
from pipeline.validation.privacy import Guarded, guard, public_value, scan

TAX = "РНОКПП 3184710691"
PERSONAL = (
    "гр. Цвіркуну В.П.",
    "Мурзоглу Назар Остапович",
    TAX,
    "паспорт СТ 123456",
    "ID-картка 001234567",
    "закордонний паспорт FE 123456",
    "УНЗР 19870215-01234",
    "UA213223130000026007233566001",
    "4111 1111 1111 1111",
    "+380671234567",
    "12.03.1985 р.н.",
    "вул. Садова, 5, кв. 23",
)


def table(**columns: list[str]) -> Table:
    frame = pd.DataFrame(columns, dtype=str)
    origins = tuple(
        Origin(
            sha256="a" * 64,
            place=Place(source="acts.xlsx", sheet="Аркуш1", line=row + 2),
            columns={name: "ABCDEFG"[at] for at, name in enumerate(columns)},
        )
        for row in range(len(frame))
    )
    return Table(schema="835-2019/Legislation/LegalActs", frame=frame, origins=origins)


def policy(**columns: dict[str, Any]) -> TablePolicy:
    return TablePolicy.model_validate({"columns": columns})


def errors(guarded: Guarded) -> list[tuple[int | None, str | None, str | int]]:
    return [
        (finding.row, finding.field, finding.details["rule"])
        for finding in guarded.findings
        if finding.severity is Severity.ERROR
    ]


def cells(guarded: Guarded, column: str) -> list[str]:
    return guarded.table.frame[column].tolist()


def test_redact_masks_and_counts_by_rule() -> None:
    titles = ["Про дозвіл гр. Цвіркуну В та Гаю М.", f"Про ФОП Цвіркун В., {TAX}", "Про бюджет"]
    guarded = guard(table(title=titles), policy(title={"treatment": "redact"}))
    assert cells(guarded, "title") == [
        "Про дозвіл гр. [особа] та [особа]",
        "Про ФОП [особа], РНОКПП [код]",
        "Про бюджет",
    ]
    assert guarded.masked == {"person": 3, "tax-number": 1}
    assert errors(guarded) == []


def test_masked_cells_are_counted_in_findings_with_table_and_field() -> None:
    guarded = guard(table(title=["гр. Цвіркуну В"] * 3), policy(title={"treatment": "redact"}))
    (finding,) = guarded.findings
    assert (finding.code, finding.table, finding.field) == (
        "personal-data-masked",
        "LegalActs",
        "title",
    )
    assert finding.details == {"rule": "person", "column": "title", "count": 3}


def test_the_table_given_is_not_changed() -> None:
    given_table = table(title=["гр. Цвіркуну В"])
    guard(given_table, policy(title={"treatment": "redact"}))
    assert given_table.frame["title"].tolist() == ["гр. Цвіркуну В"]


def test_declared_marks_are_used() -> None:
    rules = TablePolicy.model_validate(
        {
            "mark": "[громадянин]",
            "code_mark": "[номер]",
            "flat_mark": "[кв.]".replace(".", ""),
            "columns": {"title": {"treatment": "redact"}},
        }
    )
    guarded = guard(table(title=[f"гр. Цвіркуну В, {TAX}, кв. 5"]), rules)
    assert cells(guarded, "title") == ["гр. [громадянин], РНОКПП [номер], [кв]"]


@pytest.mark.parametrize("mark", ["Особа", "[Особа]", "", "[гр. Цвіркун]", "[5]", "особа"])
def test_a_mark_that_could_be_a_name_is_refused(mark: str) -> None:
    with pytest.raises(ValidationError):
        TablePolicy(mark=mark)


@pytest.mark.parametrize("text", PERSONAL[2:])
def test_a_column_without_a_policy_refuses_codes(text: str) -> None:
    guarded = guard(table(any=["", text]), TablePolicy())
    (rule,) = {hit.rule.value for hit in scan(text)}
    assert errors(guarded) == [(2, "any", rule)]
    assert cells(guarded, "any") == ["", text]


def test_an_error_says_sheet_and_cell() -> None:
    guarded = guard(table(number=["1", "2"], any=["", TAX]), TablePolicy())
    assert [finding.place.cell for finding in guarded.findings] == ["B3"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"treatment": "refuse"}, []),
        ({"treatment": "refuse-names"}, [(1, "any", "person")]),
        ({"treatment": "allow", "reason": "посадові особи"}, []),
    ],
)
def test_names_are_looked_for_only_where_the_policy_says(
    settings: dict[str, Any], expected: list[tuple[int, str, str]]
) -> None:
    guarded = guard(table(any=["гр. Цвіркуну В.П."]), policy(any=settings))
    assert errors(guarded) == expected


def test_allowed_names_do_not_let_codes_through() -> None:
    rules = policy(head={"treatment": "allow", "reason": "керівники"})
    guarded = guard(table(head=[f"Цвіркун В.П., {TAX}"]), rules)
    assert errors(guarded) == [(1, "head", "tax-number")]


def test_announced_phones_and_accounts_may_be_permitted() -> None:
    settings = {"treatment": "allow", "permit": ["mobile-phone", "iban"], "reason": "приймальня"}
    guarded = guard(
        table(phone=["+380671234567", "UA213223130000026007233566001", TAX]),
        policy(phone=settings),
    )
    assert errors(guarded) == [(3, "phone", "tax-number")]


@pytest.mark.parametrize("rule", ["tax-number", "passport", "bank-card", "population-record"])
def test_codes_of_persons_cannot_be_permitted(rule: str) -> None:
    with pytest.raises(ValidationError):
        ColumnPolicy.model_validate({"treatment": "allow", "permit": [rule], "reason": "так"})


@pytest.mark.parametrize("reason", ["", "  "])
def test_allow_needs_a_reason(reason: str) -> None:
    with pytest.raises(ValidationError):
        ColumnPolicy.model_validate({"treatment": "allow", "reason": reason})


def test_flat_is_masked_and_the_address_stays() -> None:
    addresses = ["м. Вільшана, вул. Садова, буд. 33, кв. 23", "вул. Садова, 5, кімната 209"]
    guarded = guard(table(address=addresses), policy(address={"flat": "mask"}))
    assert cells(guarded, "address") == [
        "м. Вільшана, вул. Садова, буд. 33, [квартира]",
        "вул. Садова, 5, кімната 209",
    ]
    assert guarded.masked == {"flat": 1}


def test_flat_may_be_refused_in_a_redacted_column() -> None:
    rules = policy(title={"treatment": "redact", "flat": "refuse"})
    guarded = guard(table(title=["гр. Цвіркуну В, кв. 5"]), rules)
    assert cells(guarded, "title") == ["гр. [особа], кв. 5"]
    assert errors(guarded) == [(1, "title", "flat")]


@pytest.mark.parametrize(
    ("officials", "title", "kept"),
    [
        ("keep", "звіт депутата Цвіркуна В.П. та скарга [особа]", 1),
        ("mask", "звіт депутата [особа] та скарга [особа]", 0),
    ],
)
def test_policy_decides_of_officials(officials: str, title: str, kept: int) -> None:
    rules = policy(title={"treatment": "redact", "officials": officials})
    guarded = guard(table(title=["звіт депутата Цвіркуна В.П. та скарга Вербенка"]), rules)
    assert cells(guarded, "title") == [title]
    counts = [f.details["count"] for f in guarded.findings if f.code == "officials-kept"]
    assert sum(int(count) for count in counts) == kept


@pytest.mark.parametrize(
    ("quoted", "name"),
    [
        ("keep", "ГО «Фонд Лариси Вербенко»"),
        ("scan", "ГО «Фонд [особа]»"),
    ],
)
def test_policy_decides_of_full_names_in_quotes(quoted: str, name: str) -> None:
    settings = policy(name={"treatment": "redact", "quoted": quoted})
    assert cells(guard(table(name=["ГО «Фонд Лариси Вербенко»"]), settings), "name") == [name]


@pytest.mark.parametrize("name", ["Клуб «Вільшана-5»", "ГО «Надія»", "ТОВ «Вербенко»"])
def test_a_name_without_a_person_in_quotes_stays(name: str) -> None:
    settings = policy(name={"treatment": "redact", "quoted": "scan"})
    assert cells(guard(table(name=[name]), settings), "name") == [name]


@pytest.mark.parametrize("name", ["ГО «Фонд Лариси Вербенко»", "БФ «Марія Вербенко»"])
def test_no_finding_shows_a_full_name_in_quotes(name: str) -> None:
    assert public_value(name) is None


def test_an_unknown_column_of_the_policy_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="titel"):
        guard(table(title=[""]), policy(titel={"treatment": "redact"}))


def test_territories_in_a_column_are_no_tax_numbers() -> None:
    codes = [f"12203{number:05}" for number in range(100, 3100, 100)]
    assert any(scan(code) for code in codes)
    assert errors(guard(table(code=codes), TablePolicy())) == []


def test_an_empty_table_is_guarded() -> None:
    guarded = guard(table(title=[]), policy(title={"treatment": "redact"}))
    assert (guarded.findings, guarded.masked) == ((), {})


@pytest.mark.parametrize("treatment", ["redact", "refuse", "refuse-names"])
def test_no_finding_carries_what_was_found(treatment: str) -> None:
    rules = policy(any={"treatment": treatment, "officials": "mask"})
    guarded = guard(table(any=list(PERSONAL)), rules)
    said = " ".join(str(finding) for finding in guarded.findings)
    found = {text[hit.start : hit.end] for text in PERSONAL for hit in scan(text)}
    assert guarded.findings
    assert len(found) >= len(PERSONAL)
    assert all(finding.value is None for finding in guarded.findings)
    assert [part for part in found if part in said] == []


@pytest.mark.parametrize("text", PERSONAL)
def test_public_value_keeps_nothing_personal(text: str) -> None:
    assert public_value(text) is None


@pytest.mark.parametrize("text", ["", "Про бюджет", "2024-13-01", "04052206", "вул. Шевченка, 5"])
def test_public_value_keeps_the_rest(text: str) -> None:
    assert public_value(text) == text


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("code", ["personal-data-refused", "personal-data-masked"])
def test_every_rule_has_its_own_words(language: str, rule: Rule, code: str) -> None:
    sentences = {
        messages.text(language, f"finding-{code}", {"column": "title", "count": 5, "rule": name})
        for name in (rule.value, "unheard-of")
    }
    assert len(sentences) == 2


@given(
    st.lists(
        st.sampled_from(
            [*PERSONAL, "Про дозвіл", "на ділянку", ",", "та", "(", "»", "5", "[особа]"]
        ),
        max_size=6,
    )
)
def test_nothing_is_left_after_masking(pieces: list[str]) -> None:
    rules = policy(title={"treatment": "redact", "officials": "mask"})
    once = guard(table(title=[" ".join(pieces)]), rules)
    assert scan(cells(once, "title")[0]) == ()
    assert guard(once.table, rules).masked == {}


def titles_of_session(inputs: Path) -> list[str]:
    rows = json.loads((inputs / "truth" / "drabiv-session16.json").read_text("utf-8"))["rows"]
    return [row["title"] for row in rows]


def test_citizens_in_the_real_session_are_masked(inputs: Path) -> None:
    """119 of 174 titles name citizens: 114 after «гр.», five without it; one names an official."""
    titles = titles_of_session(inputs)
    guarded = guard(table(title=titles), policy(title={"treatment": "redact"}))
    after = cells(guarded, "title")
    changed = [title for title, clean in zip(titles, after, strict=True) if title != clean]
    assert len(titles) == 174
    assert len(changed) == 119
    assert sum("гр." in title for title in changed) == 114
    assert guarded.masked == {"person": 121}
    standing = r"(?:гр\.|власність)\s*[А-ЯІЇЄҐ]|[А-ЯІЇЄҐ][а-яіїєґ’']+\s[А-ЯІЇЄҐ]\.?(?:\s|$|»|,)"
    assert [clean for clean in after if re.search(standing, clean)] == []


def test_only_the_official_is_left_in_the_real_session(inputs: Path) -> None:
    titles = titles_of_session(inputs)
    keep = guard(table(title=titles), policy(title={"treatment": "redact"}))
    mask = guard(table(title=titles), policy(title={"treatment": "redact", "officials": "mask"}))
    assert mask.masked == {"person": keep.masked["person"] + 1}


def test_real_titles_without_persons_stay(inputs: Path) -> None:
    lines = (inputs / "titles" / "decision_titles.tsv").read_text("utf-8").splitlines()[1:]
    hits = [line for line in lines if scan(line.split("\t")[0])]
    assert len(lines) == 200
    assert len(hits) == 5


def test_persons_of_the_real_reports_are_masked(inputs: Path) -> None:
    text = (inputs / "reports" / "drabiv-2023-01.txt").read_text("utf-8")
    rules = policy(quote={"treatment": "redact", "officials": "mask"})
    guarded = guard(table(quote=text.splitlines()), rules)
    after = "\n".join(cells(guarded, "quote"))
    assert guarded.masked == {"person": 38}
    assert not re.search(r"тренер (?!\[особа\])", after)


def test_the_real_registry_has_flats_only(inputs: Path) -> None:
    path = inputs / "tables" / "03-lysychansk-party-branches-2016-2024.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    columns = {f"c{at}": frame[name].tolist() for at, name in enumerate(frame.columns[5:8])}
    rules = policy(c1={"flat": "mask"}, c2={"flat": "mask"})
    guarded = guard(table(**columns), rules)
    assert guarded.masked.keys() == {"flat"}
    assert errors(guarded) == []
    assert not any("кв." in cell for cell in cells(guarded, "c1") + cells(guarded, "c2"))
