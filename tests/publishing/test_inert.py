import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import messages
from pipeline.publishing.inert import inert, inert_findings, public_link, public_source, web_address
from tests.publishing import samples

PHONE = "+380 (44) 000-00-00"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0", id="plus-command"),
        pytest.param("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0", id="minus-command"),
        pytest.param("- перше", "'- перше", id="dash-and-words"),
        pytest.param("\t=1", "'\t'=1", id="tab"),
        pytest.param("\rтекст", "'\rтекст", id="carriage-return"),
        pytest.param("\nтекст", "'\nтекст", id="line-feed"),
        pytest.param("  =1", "'  =1", id="blanks-before"),
        pytest.param("а;=1;б", "а;'=1;б", id="after-a-semicolon"),
        pytest.param("а\n=1", "а\n'=1", id="after-a-line-break"),
        pytest.param(f"{PHONE}; =1", f"{PHONE};' =1", id="after-a-telephone"),
    ],
)
def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(text: str, written: str) -> None:
    assert inert(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "007",
        "-5",
        "+5",
        "-1 000,50",
        "-1\u00a0000.50",
        "-7 %",
        "-",
        PHONE,
        f"{PHONE}, {PHONE}",
        f"{PHONE}; {PHONE}",
        "16-1/VIII",
        "а=б",
        "пошта@example.org",
        "слово - слово",
        "'=1",
    ],
)
def test_numbers_telephones_and_plain_words_stay(text: str) -> None:
    assert inert(text) == text


@given(st.text(alphabet="=@+-;,\t\r\n 1aб'\u00a0", max_size=30))
def test_no_piece_of_a_cell_begins_like_a_formula(text: str) -> None:
    for piece in re.split(r"[;\t\r\n]", inert(text)):
        start = piece.lstrip()
        assert not start.startswith(("=", "@"))
        if start.startswith(("+", "-")):
            assert re.fullmatch(r"[+-][\d\s,-]*", start)


@given(st.text())
def test_an_inert_text_stays_as_it_is(text: str) -> None:
    once = inert(text)
    assert inert(once).lstrip("'") == once.lstrip("'")


def test_cells_made_inert_are_counted_for_each_table() -> None:
    (finding,) = inert_findings(samples.release())
    assert (finding.code, finding.table, finding.details["count"]) == (
        "formula-made-inert",
        "Benches",
        1,
    )
    assert finding.value is None
    for language in messages.LANGUAGES:
        assert "Benches" in messages.text(language, "finding-formula-made-inert", finding.details)


def test_a_table_without_formulas_has_nothing_to_say() -> None:
    assert inert_findings(samples.release(rows=[("1", "Сквер", "", "", "", "")])) == ()


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https:example.org", False),
        ("https://", False),
        ("https://user:secret@example.org/", False),
        ("https://exa mple.org", False),
        ("https://example.org/\nx", False),
        (" https://example.org", False),
        ("https://[bad", False),
        ("ftp://example.org", False),
        ("", False),
    ],
)
def test_only_whole_web_addresses_become_links(text: str, is_address: bool) -> None:
    assert web_address(text) == (text if is_address else None)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.org/a.csv", "https://example.org/a.csv"),
        ("/home/clerk/secret/a.csv", "a.csv"),
        ("C:\\Users\\clerk\\a.csv", "a.csv"),
        ("https://user:secret@example.org/a.csv", "a.csv"),
        ("a.csv", "a.csv"),
    ],
)
def test_a_local_path_is_told_by_its_file_name(address: str, told: str) -> None:
    assert public_source(address) == told


@pytest.mark.parametrize(
    ("address", "told", "link"),
    [
        ("/srv/in/заява_Вербенко_Олена.docx", "….docx", None),
        ("https://rada.example/a/Вербенко_О_П.pdf", "https://rada.example/…", None),
        ("https://rada.example/?tel=380671234567", "https://rada.example/…", None),
        ("olena@ukr.net.csv", "….csv", None),
        ("https://rada.example/a/Вулиця_Шевченка.pdf",) * 2
        + ("https://rada.example/a/Вулиця_Шевченка.pdf",),
        ("рішення-2024.xlsx", "рішення-2024.xlsx", None),
    ],
)
def test_a_source_that_names_a_person_is_told_by_its_host_or_kind(
    address: str, told: str, link: str | None
) -> None:
    assert public_source(address) == told
    assert public_link(address) == link
