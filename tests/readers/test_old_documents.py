"""RTF and Word 97-2003: lines, rows, refusals."""

from pathlib import Path

import pytest

from pipeline.errors import MachineError, SourceError
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.readers import document
from pipeline.readers.document import Document
from pipeline.readers.documents import word
from tests.extractors.counting.reading import snapshot

ROW = rb"\trowd\cellx900\cellx4000 1\cell \'c7\'c0\cell\row"


def read(data: bytes, kind: Kind = Kind.RTF) -> Document:
    return document.read(data, snapshot(data, f"a.{kind.value}", kind), DocumentOptions())


def test_lines_and_rows_of_an_rtf() -> None:
    table = ROW + rb"\trowd\cellx900\cellx4000 2\cell \'c7\'c0\cell\row"
    made = read(rb"{\rtf1\ansi\ansicpg1251 \'ce\'e4\'e8\'ed\par " + table + rb"\pard \u1028?\par}")
    texts = [made.text[line.start : line.end].strip() for line in made.lines]
    assert texts[0] == "Один"
    rows = [line for line in made.lines if line.cells]
    cells = [[made.text[a:b].strip() for a, b in row.cells[:2]] for row in rows]
    assert cells == [["1", "ЗА"], ["2", "ЗА"]]
    assert "Є" in made.text


def test_lines_inside_a_cell_of_an_rtf_are_one_line() -> None:
    cell = rb"\pard\intbl \'c7\'c0\par \'cd\'c0\cell 1\line 2\cell\row"
    made = read(rb"{\rtf1\ansi\ansicpg1251 " + 2 * cell + rb"\pard \'ce\par \'d3\par\parx}")
    rows = [line for line in made.lines if line.cells]
    cells = [[made.text[a:b].strip() for a, b in row.cells[:2]] for row in rows]
    assert cells == [["ЗА НА", "1 2"]] * 2
    assert [made.text[line.start : line.end] for line in made.lines[-3:]] == ["О", "У", ""]


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        (rb"{\v no}", ""),
        (rb"{\f1\v\fs20 no \{\\}", ""),
        (rb"{\deleted\revauthdel1 no}", ""),
        (rb"{\v0 yes}", "yes"),
        (rb"{\v no\v0  yes}", "no yes"),  # nobody has cut it: what is seen of it must stay
        (rb"{\viewkind1 yes}", "yes"),
        (rb"{\b yes}", "yes"),
    ],
)
def test_what_nobody_sees_of_an_rtf_is_not_read(group: bytes, shown: str) -> None:
    made = read(rb"{\rtf1\ansi\ansicpg1251 {a}" + group + rb"{z}\par}")
    assert made.text.strip() == f"a{shown}z"


@pytest.mark.parametrize(
    ("groups", "count"),
    [
        (rb"{\v no}{\deleted 1}", 2),
        (rb"{\v \'e0}", 1),
        (rb"{\v \u1072?}", 1),
        (rb"{\v }{\v\fs20 }", 0),  # nothing stands there
        (rb"{\v0 yes}{\b yes}", 0),
    ],
)
def test_what_nobody_sees_of_an_rtf_is_said(groups: bytes, count: int) -> None:
    made = read(rb"{\rtf1\ansi\ansicpg1251 {a}" + groups + rb"{z}\par}")
    said = [one.details for one in made.findings if one.code == "document-has-unseen-text"]
    assert said == ([{"count": count}] if count else [])


def test_the_end_of_a_cell_is_kept_though_nobody_sees_it() -> None:
    made = read(rb"{\rtf1\ansi\ansicpg1251 \trowd 1{\v no\cell}2\cell\row}")
    assert "1no|2" in made.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (rb"{\rtf1\ansi\ansicpg1251 a\par", "rtf-is-damaged"),
        (rb"{\rtf1\ansi \'ce\par}", "rtf-has-no-code-page"),
        (rb"{\rtf1\ansi\ansicpg99999 \'ce\par}", "rtf-has-no-code-page"),
        (rb"{\rtf1\ansi\ansicpg1251 }", "document-is-empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document-is-other-kind"),
    ],
)
def test_a_bad_rtf_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data)
    assert caught.value.code == code
    assert "a.rtf" in caught.value.message("uk")


def test_without_antiword_the_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "is_installed", lambda: False)
    with pytest.raises(MachineError) as caught:
        word.read_text(b"", "a.doc")
    assert "apt-get install antiword" in caught.value.message("en")


def test_a_damaged_doc_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Kind.DOC)
    assert caught.value.code == "doc-is-damaged"


def test_real_documents_are_read(inputs: Path) -> None:
    for path in sorted((inputs / "votes").glob("*.[rd][to][fc]")):
        made = read(path.read_bytes(), Kind(path.suffix[1:]))
        assert "УСЬОГО ПРОГОЛОСУВАЛО" in made.text, path
        assert not made.findings, path


@pytest.mark.parametrize(
    "data",
    [
        rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 Arial;}}\'ce\'e4\'e8\'ed\par}",
        b"{\\rtf1\\ansi\\ansicpg1251 \\'ce\\'e4\\'e8\\'ed\\par}\x1a\x00",
    ],
)
def test_what_word_and_dos_leave_in_an_rtf(data: bytes) -> None:
    assert read(data).text.strip() == "Один"
