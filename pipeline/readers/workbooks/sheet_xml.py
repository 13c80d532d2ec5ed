"""XML of workbooks as programs commonly write it, taken apart by patterns instead of a parser.

One search over many rows tells which of them are written so; nothing else is ever guessed at.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from openpyxl.utils import column_index_from_string

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROOT = re.compile(
    rf'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?(?: standalone="(?:yes|no)")?\s*\?>)?\s*'
    rf'(<worksheet(?: [\w:]+="[^"<&>]*")* xmlns="{re.escape(_MAIN)}"(?: [\w:]+="[^"<&>]*")*\s*>)'
)
_ENDS = "\x00-\x08\x0b-\x1f\ufffe\uffff"  # of which XML allows none but the carriage return
_TEXT = rf"(?:[^<>&{_ENDS}]|&(?:amp|lt|gt|quot|apos);)"
_T = r'<t(?: xml:space="preserve")?>'
_FORMULA = rf'(?:<f(?: [a-z]+="[^"<&>]*")*(?:/>|>{_TEXT}*</f>))?'
_NUMBER = r"-?[0-9]{1,300}(?:\.[0-9]{1,300})?(?:[eE][-+]?[0-9]{1,3})?"
_STYLE = r'(?: s="[0-9]{1,6}")?'


def _typed(kind: str) -> str:
    return rf'(?:{_STYLE} t="{kind}"| t="{kind}" s="[0-9]{{1,6}}")'


_CELL = (
    r'<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?:'
    rf"{_STYLE}/>"
    rf"|(?:{_STYLE}|{_typed('n')})>{_FORMULA}<v>{_NUMBER}</v></c>"
    rf"|{_typed('s')}><v>[0-9]{{1,9}}</v></c>"
    rf"|{_typed('b')}>{_FORMULA}<v>[01]</v></c>"
    rf"|{_typed('(?:str|e)')}>{_FORMULA}<v>{_TEXT}+</v></c>"
    rf"|{_typed('inlineStr')}><is>{_T}{_TEXT}+</t></is></c>"
    r")"
)
_OF_ROW = r'(?: [A-Za-z0-9]+(?::dyDescent)?="[^"<&>]*")*>'
_ROW = rf'^<row r="[1-9][0-9]{{0,6}}"{_OF_ROW}(?:{_CELL})+$'
_PARTS = re.compile(
    r'<c r="([A-Z]+)[0-9]+"([^/>]*)'
    r"(?:/>|>(?:<f[^>/]*(?:/>|>[^<]*</f>))?(<v>|<is><t[^>]*>)([^<]*)(</v></c>|</t></is></c>))"
)
_NUMBERED = re.compile(r'<row r="([0-9]+)"')
_KIND, _STYLED = re.compile(r' t="(\w+)"'), re.compile(r' s="(\d+)"')
TEXT, EMPTY = "text", ""
"""Types of cells besides those of XLSX: any with its text in place, and one without content."""
_OF_CLEAN: Mapping[str, str] = {
    "n": rf"({_NUMBER})",
    "s": "([0-9]{1,9})",
    "b": "([01])",
    TEXT: "([^<]+)",
}
"""What stands in cells of each type, in rows of which `clean` has said yes."""
_FORBIDDEN = bytes({*range(0x20)} - {9, 10})
_ODD = ("]]>", "\ufffe", "\uffff")
_ENTITIES = (b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;")
_NO_FORMULA = re.compile(r' t="(?:s|inlineStr)"')
"""Cells of these types have no formula."""
_STRING = rf"^<si>{_T}{_TEXT}*</t>$"
_SHOWN = re.compile(r"<si><t[^>]*>([^<]*)</t></si>")
_STRINGS = re.compile(
    rf'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?(?: standalone="(?:yes|no)")?\s*\?>)?\s*'
    rf'<sst xmlns="{re.escape(_MAIN)}"(?: [A-Za-z]+="[0-9]*")*>'
)


def plain_strings(data: bytes) -> list[str] | None:
    """The strings of a table without formatted ones; none where openpyxl should look itself."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    start = _STRINGS.match(text)
    *items, end = text[start.end() :].split("</si>") if start else [""]
    if end.strip() != "</sst>" or not pl.Series(items, dtype=pl.String).str.contains(_STRING).all():
        return None
    found = _SHOWN.findall(text)
    found = [unescaped(one) for one in found] if "&" in text else found
    # openpyxl drops this sign of Excel, and nothing else of its kind.
    return [one.replace("x005F_", "") for one in found] if "x005F_" in text else found


def clean(block: bytes, text: str) -> bool:
    """Whether a block, of which this is the text, may be taken as it stands, tag by tag.

    No sign stands in it that XML forbids or changes, and no name but the five that all know.
    """
    if len(block.translate(None, _FORBIDDEN)) < len(block) or any(one in text for one in _ODD):
        return False
    return "&" not in text or block.count(b"&") == sum(map(block.count, _ENTITIES))


def common(pieces: Sequence[str]) -> list[bool]:
    """Which rows, each without the tag that closes it, may be taken apart by `shape` or `parts`."""
    return pl.Series(pieces, dtype=pl.String).str.contains(_ROW).to_list()


@dataclass(frozen=True, slots=True)
class Shape:
    """Rows whose cells stand in the same columns, written in the same way.

    Attributes:
        pattern: matches such rows, and only rows that `common` knows, in text that is `clean`.
        columns: where the cells stand.
    """

    pattern: re.Pattern[str]
    columns: Sequence[int]
    others: Sequence[tuple[int, str, int]]
    """Position, type and style of cells that are no text."""


def number_of(piece: str) -> int:
    """The number of a row."""
    found = _NUMBERED.match(piece)
    return int(found[1]) if found else 0


def parts(piece: str) -> list[tuple[int, str, int, str]]:
    """Column, type (empty for an empty cell), style and text of each cell of a row."""
    return [
        (column_index_from_string(found[1]), *_kind(found[2], bool(found[5])), found[4] or "")
        for found in _PARTS.finditer(piece)
    ]


def shape(piece: str) -> Shape:
    """The shape of a row that is written in the common way."""
    pieces, columns, others = [rf'<row r="([1-9][0-9]{{0,6}})"{_OF_ROW}'], [], []
    for at, found in enumerate(_PARTS.finditer(piece)):
        letters, attributes, opened, _, close = found.groups()
        kind, style = _kind(attributes, bool(close))
        columns.append(column_index_from_string(letters))
        if kind != TEXT:
            others.append((at, kind, style))
        body = _body(attributes, kind, opened, close) if close else "/>()"
        pieces.append(rf'<c r="{letters}[1-9][0-9]{{0,6}}"{re.escape(attributes)}{body}')
    even = range(1, len(columns) + 1)
    kept = even if columns == list(even) else columns
    return Shape(re.compile("".join([*pieces, "</row>"])), kept, others)


def _body(attributes: str, kind: str, opened: str, close: str) -> str:
    formula = "" if _NO_FORMULA.search(attributes) else _FORMULA
    return rf">{formula}{re.escape(opened)}{_OF_CLEAN[kind]}{re.escape(close)}"


def _kind(attributes: str, full: bool) -> tuple[str, int]:
    kind, style = _KIND.search(attributes), _STYLED.search(attributes)
    name = kind[1] if kind else "n"
    shown = TEXT if name in ("inlineStr", "str", "e") else name
    return shown if full else EMPTY, int(style[1]) if style else 0


def cast(text: str) -> float:
    """A number as openpyxl reads it: an integer where neither point nor exponent stands in it."""
    return float(text) if "." in text or "E" in text or "e" in text else int(text)


def unescaped(text: str) -> str:
    """Text without the five names of XML."""
    if "&" not in text:
        return text
    for name, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        text = text.replace(f"&{name};", sign)
    return text
