"""The fast reader of sheets against openpyxl: the same values of the same types, or no answer."""

import io
import re
import warnings
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from pipeline.readers.workbooks import sheet_xml as patterns
from pipeline.readers.workbooks import worksheet
from pipeline.readers.workbooks.worksheet import UnsureError, values
from tests.readers.workbooks.raw import HEAD, MAIN, RELS, packed, shared
from tests.readers.workbooks.raw import worksheet as sheet_xml

TEXTS = (
    *("a", "так", " край ", "a &amp; b", "&lt;b&gt;", "&quot;&apos;", "&#1110;", "&amp;lt;", "a>b"),
    *(
        "x005F_",
        "_x000D_",
        "_x005F_x000D_",
        "a\nb",
        "a\r\nb",
        "a\tb",
        "]]>",
        "🙂",
        "e\u0301",
        "\u2028",
    ),
    *("\ufffe", "\uffff", "a\x01", "&amp;&x;", "&", "a\rb", "&#13;", "a]]&gt;b"),
    *("<![CDATA[<x>]]>", "<!-- c -->", "1", "1.5"),
)
NUMBERS = (
    *(
        "5",
        "5.0",
        "-5",
        "05",
        "1E3",
        "1.5e-7",
        "0",
        "-0",
        "0.5",
        "44197",
        "44197.5",
        "1.0001",
        "59",
    ),
    *("60", "61", "0.9999999999", "43831.999999994", "43831.0000000058", "3000000", "-1", "1e400"),
    *("12345678901234567890", "0.30000000000000004", " 5 ", "+5", "5,5", "x", "1_0", ".5", "5."),
)
STRINGS = (
    *("<t>а</t>", "<t/>", "<t></t>", '<t xml:space="preserve"> б </t>', "<t>a &amp; b</t>"),
    *("<r><t>ж</t></r><r><t>и</t></r>", "<t>x005F_y</t>", "<t>a\r\nb</t>", "", "<t>&#9;</t>"),
)
STYLES = (
    "",
    ' s="0"',
    ' s="1"',
    ' s="3"',
    ' s="4"',
    ' s="5"',
    ' s="6"',
    ' s="7"',
    ' s="9"',
    ' s="99"',
)


@st.composite
def cells(draw: st.DrawFn, at: str) -> str:
    text, number = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(NUMBERS))
    style = draw(st.sampled_from(STYLES))
    formula = draw(
        st.sampled_from(
            ["", "", "", "<f>A1</f>", '<f t="shared" si="0"/>', '<f t="array" ref="A1">1&lt;2</f>']
        )
    )
    index = draw(st.integers(0, len(STRINGS) - (draw(st.integers(0, 20)) > 0)))
    common = (
        f'<c r="{at}"{style}><v>{number}</v></c>',
        f'<c r="{at}"{style} t="n">{formula}<v>{number}</v></c>',
        f'<c r="{at}" t="s"{style}><v>{index}</v></c>',
        f'<c r="{at}"{style} t="inlineStr"><is><t>{text}</t></is></c>',
        f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>',
        f'<c r="{at}"{style} t="str">{formula}<v>{text}</v></c>',
        f'<c r="{at}" t="b">{formula}<v>{draw(st.sampled_from("0119"))}</v></c>',
        f'<c r="{at}" t="e"{style}>{formula}<v>#N/A</v></c>',
        f'<c r="{at}"{style}/>',
    )
    odd = (
        f'<c r="{at}"></c>',
        f"<c><v>{number}</v></c>",
        f'<c r="{at}" t="inlineStr"><is><r><t>{text}</t></r></is></c>',
        f'<c r="{at}" t="inlineStr"><is><t></t></is></c>',
        f'<c r="{at}" t="inlineStr"/>',
        f'<c r="{at}" t="d"><v>2024-01-05</v></c>',
        f'<c r="{at}" t="d" s="3"><v>2024-01-05T10:00:00</v></c>',
        f'<c r="{at}" t="str"><f>A1</f><v></v></c>',
        f'<c t="str" r="{at}"><v>{text}</v></c>',
        f"<c r='{at}'><v>{number}</v></c>",
        f'<c r="{at.lower()}"><v>{number}</v></c>',
        f'<c r="{at}" t="zzz"><v>{number}</v></c>',
        f'<c r="{at}"><v>{number}</v><extLst/></c>',
        f'<x:c xmlns:x="{MAIN}" r="{at}"><x:v>5</x:v></x:c>',
        f'<c xmlns="urn:other" r="{at}"><v>5</v></c>',
        " ",
        "<c",
    )
    return draw(st.sampled_from(common if draw(st.integers(0, 15)) else odd))


@st.composite
def like(draw: st.DrawFn, model: str, number: int) -> str:
    """The cells of another row, mostly with something else in them."""
    moved = re.sub(r'r="([A-Z]+)[0-9]+"', rf'r="\g<1>{number}"', model)
    other = draw(st.sampled_from([*TEXTS, *NUMBERS, *"01", "", "</row>", None]))
    return moved if other is None else re.sub(r"(<[vt]>)[^<]*", lambda at: at[1] + other, moved)


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    rows, model = [], ""
    numbers = draw(st.lists(st.integers(1, 9), max_size=6))
    for number in numbers if draw(st.integers(0, 3)) == 0 else sorted(set(numbers)):
        letters = draw(st.sampled_from(["ABCD", "ABD", "A", "", "BCZ", "DCBA", "AAB"]))
        inner = "".join(draw(cells(f"{one}{number}")) for one in letters)
        if model and draw(st.integers(0, 3)):
            inner = draw(like(model, number))
        model = inner
        attributes = draw(st.sampled_from(["", ' spans="1:4"', ' ht="15" customHeight="1"']))
        numbered = f' r="{number}"' if draw(st.integers(0, 9)) else ""
        rows.append(f"<row{numbered}{attributes}>{inner}</row>")
    if draw(st.integers(0, 5)) == 0:
        rows.insert(draw(st.integers(0, len(rows))), '<row r="7" ht="3"/>')
    dimension = draw(st.sampled_from(["A1:D9", "A1:D9", "", "A1", "B2:C3", "A1:Z20", "A1:"]))
    tail = draw(
        st.sampled_from(
            [
                *["", "", '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'],
                *['<pageMargins left="x"/>', "<oddFooter>", "</row>", "<!-- </row> -->", "\n"],
            ]
        )
    )
    root = draw(
        st.sampled_from(
            [
                *["", "", "", f'<worksheet xmlns="{MAIN}">', f"{HEAD}<!-- c --><worksheet>"],
                *[
                    f'{HEAD}<worksheet xmlns:x="{RELS}" xmlns="{MAIN}">',
                    f'<worksheet xmlns="{RELS}">',
                ],
            ]
        )
    )
    plain = draw(st.booleans())
    strings = shared([one for one in STRINGS if "<r>" not in one and one] if plain else STRINGS)
    return packed(
        sheet_xml("".join(rows), dimension, tail, root), strings, date1904=draw(st.booleans())
    )


def theirs(data: bytes) -> list[list[Any]] | None:
    """What openpyxl says; nothing where it stops."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
        except Exception:  # noqa: BLE001 - whatever it stops at, we must not answer
            return None


def ours(data: bytes) -> list[list[Any]] | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return list(values(io.BytesIO(data), 1))
        except UnsureError:
            return None


def typed(rows: Sequence[Sequence[Any]] | None) -> Any:
    """Values with their types; a number that is none equals itself."""
    return rows and [[(type(one).__name__, repr(one)) for one in row] for row in rows]


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    workbooks(), st.sampled_from([1 << 22, 700]), st.sampled_from([64, 0]), st.sampled_from([1, 16])
)
def test_values_are_those_of_openpyxl(data: bytes, block: int, shapes: int, few: int) -> None:
    before = worksheet._BLOCK, worksheet._SHAPES, worksheet._FEW
    worksheet._BLOCK, worksheet._SHAPES, worksheet._FEW = block, shapes, few
    try:
        found = ours(data)
    finally:
        worksheet._BLOCK, worksheet._SHAPES, worksheet._FEW = before
    known = theirs(data)
    event(
        f"openpyxl {'reads' if known is not None else 'stops'}, we {'answer' if found else 'ask'}"
    )
    assert known is not None or found is None
    assert found is None or typed(found) == typed(known)


def test_what_programs_write_is_read_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    row = (
        '<row r="{0}" spans="1:5"><c r="A{0}" s="1"><v>5</v></c><c r="B{0}" t="s"><v>0</v></c>'
        '<c r="C{0}" s="3"><v>44197.5</v></c><c r="D{0}" t="b"><v>1</v></c><c r="E{0}" t="e">'
        "<f>A1/0</f><v>#DIV/0!</v></c></row>"
    )
    rows = "".join(row.format(at) for at in range(1, 4))
    data = packed(sheet_xml(rows, "A1:E3"), shared(["<t>рішення</t>"]))
    assert (theirs(data) or [[]])[0][:2] == [5, "рішення"]
    parsed: list[str] = []
    original = worksheet._Rows._parsed

    def told(self: Any, content: str) -> Any:
        parsed.append(content)
        return original(self, content)

    monkeypatch.setattr(worksheet._Rows, "_parsed", told)
    assert typed(ours(data)) == typed(theirs(data))
    assert all("<row" not in content for content in parsed)


@pytest.mark.parametrize("wrong", [r"[^<]", r"[^<>]"])
def test_comparison_notices_text_that_is_taken_too_easily(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = '<row r="1"><c r="A1" t="inlineStr"><is><t>a&#1110;b</t></is></c></row>'
    data = packed(sheet_xml(content, "A1:A1"))
    assert typed(ours(data)) == typed(theirs(data))
    monkeypatch.setattr(patterns, "_ROW", patterns._ROW.replace(patterns._TEXT, wrong))
    assert typed(ours(data)) != typed(theirs(data))


WRONG = (
    # What stands in a cell, and how the proof is weakened.
    ("a&#1110;b", "_ENTITIES", (*patterns._ENTITIES, b"&#")),
    ("a\rb", "_FORBIDDEN", b""),
    ("a]]>b", "_ODD", ()),
    ("a\uffffb", "_ODD", ("]]>",)),
    ("a\x01b", "_FORBIDDEN", b"\r"),
)


@pytest.mark.parametrize(("text", "name", "wrong"), WRONG, ids=str)
def test_comparison_notices_a_block_that_is_called_clean_too_easily(
    text: str, name: str, wrong: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c></row>'
    rows = [row.format(at, "a") for at in range(1, worksheet._FEW + 1)]
    data = packed(sheet_xml("".join([*rows, row.format(99, text)]), "A1:A99"))
    assert typed(ours(data)) == typed(theirs(data))
    monkeypatch.setattr(patterns, name, wrong)
    assert typed(ours(data)) != typed(theirs(data))


MODELS = (
    # A cell that makes a shape, and one that a careless shape would take for such a one.
    ('<c r="A{0}"><v>5</v></c>', '<c r="A{0}"><v></v></c>', "n", "([^<]*)"),
    ('<c r="A{0}" t="s"><v>0</v></c>', '<c r="A{0}" t="s"><v></v></c>', "s", "([^<]*)"),
    ('<c r="A{0}" t="b"><v>1</v></c>', '<c r="A{0}" t="b"><v></v></c>', "b", "([^<]*)"),
    ('<c r="A{0}" t="str"><v>a</v></c>', '<c r="A{0}" t="str"><v></v></c>', "text", "([^<]*)"),
)


@pytest.mark.parametrize(("model", "odd", "kind", "wrong"), MODELS, ids=str)
def test_comparison_notices_a_shape_that_takes_too_much(
    model: str, odd: str, kind: str, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [model] * worksheet._FEW + [odd]
    rows = [f'<row r="{at}">{cell.format(at)}</row>' for at, cell in enumerate(cells, start=1)]
    data = packed(sheet_xml("".join(rows), f"A1:A{len(rows)}"), shared(["<t>а</t>"]))
    assert typed(ours(data)) == typed(theirs(data))
    monkeypatch.setattr(patterns, "_OF_CLEAN", {**patterns._OF_CLEAN, kind: wrong})
    assert typed(ours(data)) != typed(theirs(data))


@st.composite
def even_workbooks(draw: st.DrawFn) -> bytes:
    """Rows of one shape, as programs write them, of which a few hold something else."""
    kinds = draw(st.lists(st.sampled_from(EVEN), min_size=1, max_size=3))
    rows = []
    for at in range(1, draw(st.integers(3, 12))):
        inner = "".join(
            (draw(st.sampled_from(kind)) if draw(st.integers(0, 9)) == 0 else kind[0]).format(
                f"{letter}{at}"
            )
            for letter, kind in zip("ABC", kinds, strict=False)
        )
        rows.append(f'<row r="{at}">{inner}</row>')
    return packed(sheet_xml("".join(rows), "A1:C12"), shared(["<t>а</t>", "<t>б</t>"]))


EVEN = (
    [f'<c r="{{}}"><v>{one}</v></c>' for one in ("5", *NUMBERS, "")],
    [f'<c r="{{}}" s="3"><v>{one}</v></c>' for one in ("44197", *NUMBERS, "")],
    [f'<c r="{{}}" t="s"><v>{one}</v></c>' for one in ("0", "1", "2", "-1", "", "x", "0.0")],
    [f'<c r="{{}}" t="b"><v>{one}</v></c>' for one in ("1", "0", "", "2", "x", "true")],
    [f'<c r="{{}}" t="str"><f>A1</f><v>{one}</v></c>' for one in ("a", *TEXTS, "")],
    [f'<c r="{{}}" t="inlineStr"><is><t>{one}</t></is></c>' for one in ("a", *TEXTS, "", "<t/>")],
    ['<c r="{}"/>', '<c r="{}"></c>', "", '<c r="{}" s="1"/>'],
)


@pytest.mark.slow
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(even_workbooks(), st.sampled_from([1 << 22, 300]))
def test_even_rows_are_those_of_openpyxl(data: bytes, block: int) -> None:
    before = worksheet._BLOCK, worksheet._FEW
    worksheet._BLOCK, worksheet._FEW = block, 1
    try:
        found = ours(data)
    finally:
        worksheet._BLOCK, worksheet._FEW = before
    known = theirs(data)
    assert known is not None or found is None
    assert found is None or typed(found) == typed(known)
