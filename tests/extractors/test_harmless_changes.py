"""What no reader of a page sees changes no row: order of attributes, spaces, style, a `span`."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from pipeline.extractors import decisions
from pipeline.model import Extraction, Finding
from pipeline.parameters.decisions import DecisionsParameters
from tests.conftest import ROOT
from tests.pages import read_bytes

SAMPLES = sorted(
    [
        *(ROOT / "datasets").glob("*-decisions/sample/*.html"),
        *(ROOT / "datasets").glob("mayor-orders/sample/*.html"),
        *(ROOT / "tests" / "councils" / "zrazkivka" / "site").glob("news-*.html"),
    ]
)
_BLOCKS = ("p", "div", "ul", "ol", "li", "table", "tbody", "tr", "td", "main", "article", "section")
_STYLE = {"color": "#a3a3a3", "font-size": "16px", "margin": "0cm", "text-align": "justify"}
_SPACES = ("\n", "  ", "\t", "\r\n  ", "\n\n\n")


def attributes(element: html.HtmlElement, choose: st.DataObject) -> None:
    """The same ones in another order, with other names of style beside them."""
    pairs = dict(choose.draw(st.permutations(list(element.attrib.items()))))
    for name in list(element.attrib):
        del element.attrib[name]
    style = choose.draw(st.sampled_from([*_STYLE, ""]))
    if style:
        pairs["style"] = f"{style}: {_STYLE[style]}"
    for name, value in pairs.items():
        element.set(name, value)


def spaces(element: html.HtmlElement, choose: st.DataObject) -> None:
    """Others between blocks, and longer ones between words."""
    between = choose.draw(st.sampled_from(_SPACES))
    if element.tag in _BLOCKS and not (element.tail or "").strip():
        element.tail = between
    if element.text and element.text.strip():
        element.text = re.sub(r"[ \n\t]+", lambda _: between, element.text)


def wrapped(element: html.HtmlElement, choose: st.DataObject) -> None:
    """The words of a paragraph or link in one more `span`, as editors leave them."""
    if element.tag in ("p", "a") and choose.draw(st.booleans()):
        span = html.Element("span")
        span.text, element.text = element.text, None
        for child in list(element):
            span.append(child)
        element.append(span)


def changed(data: bytes, choose: st.DataObject) -> bytes:
    root = html.document_fromstring(
        data.decode("utf-8").encode(), parser=html.HTMLParser(encoding="utf-8")
    )
    elements = list(next(root.iter("body")).iter("*"))
    for element in choose.draw(st.lists(st.sampled_from(elements), max_size=30, unique=True)):
        for change in (attributes, spaces, wrapped):
            change(element, choose)
    return b"<!DOCTYPE html>\n" + bytes(html.tostring(root, encoding="utf-8"))


def extract(data: bytes) -> Extraction:
    return decisions.extract([read_bytes(data)], DecisionsParameters())


def said(findings: tuple[Finding, ...]) -> list[Finding]:
    """Everything but the place, which moves with the spaces."""
    return [
        replace(finding, place=replace(finding.place, line=None, element=None))
        for finding in findings
    ]


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
@given(choose=st.data())
@settings(max_examples=25, deadline=None)
def test_a_harmless_change_gives_the_same_rows(file: Path, choose: st.DataObject) -> None:
    before, after = extract(file.read_bytes()), extract(changed(file.read_bytes(), choose))
    assert after.tables[0].frame.to_dict("records") == before.tables[0].frame.to_dict("records")
    assert said(after.findings) == said(before.findings)
    assert after.actual_on == before.actual_on
