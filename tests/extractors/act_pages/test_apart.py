"""Several acts on one line of a page, and one act with several links."""

import pytest

from pipeline.extractors import decisions
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import ADDRESS, article

TWO = [("5", "Про план", "5"), ("6", "Про сад", "6")]
BODIES = {
    "links side by side": (
        '<div><a href="5">Рішення № 5 Про план</a><a href="6">Рішення № 6 Про сад</a></div>', TWO,
    ),
    "a semicolon between": (
        '<p><a href="5">№ 5 Про план</a>; <a href="6">№ 6 Про сад</a></p>', TWO,
    ),
    "numbers ahead": (
        '<p><b>№ 5</b> <a href="5">Про план</a> <b>№ 6</b> <a href="6">Про сад</a></p>', TWO,
    ),
    "numbers behind": (
        '<p><a href="5">Про план</a> № 5, <a href="6">Про сад</a> № 6</p>', TWO,
    ),
    "with their annexes": (
        '<p><a href="5">№ 5 Про план</a> <a href="d">Додаток</a> <a href="6">№ 6 Про сад</a></p>',
        TWO,
    ),
    "a cell": (
        '<table><tr><td>15 сесія</td><td><p><a href="5">№ 5 Про план</a></p>'
        '<p><a href="6">№ 6 Про сад</a></p></td></tr></table>', TWO,
    ),
    "cells": (
        '<table><tr><td><a href="5">№ 5 Про план</a></td><td><a href="6">№ 6 Про сад</a></td></tr>'
        "</table>", TWO,
    ),
    "a title in two links": (
        '<p>№ 5 <a href="5">Про зміни до рішення</a> <a href="6">«Про бюджет»</a></p>',
        [("5", "Про зміни до рішення «Про бюджет»", "5")],
    ),
    "words between": (
        '<p>№ 5 <a href="5">Про план</a> та <a href="6">Про сад</a></p>',
        [("5", "Про план та Про сад", "5")],
    ),
    "a law": (
        '<p>№ 5 <a href="5">Про зміни до Закону</a> <a href="6">Про раду міста</a></p>',
        [("5", "Про зміни до Закону Про раду міста", "5")],
    ),
    "two files of one act": (
        '<p><a href="5">№ 5 Про план</a> <a href="6">№ 5 Про план (pdf)</a></p>',
        [("5", "Про план", "5")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "acts"), BODIES.values(), ids=list(BODIES))
def test_acts_on_one_line(body: str, acts: list[tuple[str, str, str]]) -> None:
    page = article("Рішення сесії від 12.03.2020", body)
    frame = decisions.extract([page], DecisionsParameters()).tables[0].frame
    links = [url.removeprefix(ADDRESS) for url in frame["url"]]
    assert list(zip(frame["number"], frame["title"], links, strict=True)) == acts
