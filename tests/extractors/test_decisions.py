"""Acts from pages of the platform: every layout, every place, and nothing lost in silence."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import messages
from pipeline.extractors import decisions
from pipeline.extractors.act_pages.rows import read_page
from pipeline.model import Extraction, Finding, Severity
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from tests.pages import ADDRESS, article, read_bytes, read_file

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
SESSION = "Рішення 16 сесії міської ради від 10.09.2021"


def extract(*pages: Page, **parameters: str | bool | tuple[str, ...]) -> Extraction:
    return decisions.extract(pages, DecisionsParameters.model_validate(parameters))


def rows(extraction: Extraction) -> list[dict[str, str]]:
    frame = extraction.tables[0].frame
    return [
        {str(name): str(cell) for name, cell in row.items()} for row in frame.to_dict("records")
    ]


def said(extraction: Extraction, *but: str) -> list[Finding]:
    return [one for one in extraction.findings if one.code not in ("lines-left-out", *but)]


def read(body: str, heading: str = SESSION, **parameters: str) -> list[tuple[str, str, str]]:
    """Number, title and last part of the link of each act of an article."""
    found = rows(extract(article(heading, body), **parameters))
    return [(row["number"], row["title"], row["url"].removeprefix(ADDRESS)) for row in found]


LAYOUTS: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "label, title, number on three lines": (
        '<p>Рішення сесії</p><p><a href="1">1. Про план.</a></p><p>№16-1/VII\u0406</p>'
        '<p>Рішення сесії</p><p><a href="2">Про звіт</a></p><p>№16-2/VII\u0406<br>&nbsp;</p>',
        [("16-1/VIII", "Про план.", "1"), ("16-2/VIII", "Про звіт", "2")],
    ),
    "number and next label in one paragraph": (
        '<p><a href="1">Про план</a></p><p>№16-1/VIII<br><br>Рішення сесії</p>'
        '<p><a href="2">Про звіт</a></p><p>№16-2/VIII</p>',
        [("16-1/VIII", "Про план", "1"), ("16-2/VIII", "Про звіт", "2")],
    ),
    "number before its title": (
        '<p>№ 5/1</p><p><a href="1">Про план</a></p><p>№ 5/2</p><p><a href="2">Про звіт</a></p>',
        [("5/1", "Про план", "1"), ("5/2", "Про звіт", "2")],
    ),
    "linked number before an unlinked title": (
        '<p>Рішення :</p><p><a href="1">15 - 1/VII\u0406</a></p><p>Про план</p>'
        '<p><a href="3">15 - 3/VII\u0406</a></p><p>Про зміни до рішення № 6-41/VIII</p>',
        [("15-1/VIII", "Про план", "1"), ("15-3/VIII", "Про зміни до рішення № 6-41/VIII", "3")],
    ),
    "list under a heading with a range": (
        "<p>Рішення сесії №16-26/VIII - 16-28/VIII (земельні):</p>"
        '<p>26. <a href="1">Про план</a></p><p>28. <a href="2">Про звіт</a></p>'
        '<p>29. <a href="3">Про тариф</a></p>',
        [
            ("16-26/VIII", "Про план", "1"),
            ("16-28/VIII", "Про звіт", "2"),
            ("29", "Про тариф", "3"),
        ],
    ),
    "numbers that the browser prints, under a range": (
        '<p>Рішення № 7/26 - 7/28</p><ol start="26"><li><a href="1">Про план</a></li></ol>',
        [("7/26", "Про план", "1")],
    ),
    "a label ends the range": (
        "<p>Рішення № 7/1 - 7/9:</p><p>Рішення сесії</p><p>5. <a href='1'>Про план</a></p>",
        [("5", "Про план", "1")],
    ),
    "number and title on one line": (
        '<p><a href="1">№ 17-8/V\u0406\u0406\u0406 Про план</a></p>'
        '<p><a href="2">№ 154. Про звіт</a></p>'
        '<p><a href="3">16-1. Про тариф</a></p><p><a href="4">14.про зміни</a></p>'
        '<p><a href="5">11 Про статут</a></p>',
        [
            ("17-8/VIII", "Про план", "1"),
            ("154", "Про звіт", "2"),
            ("16-1", "Про тариф", "3"),
            ("14", "про зміни", "4"),
            ("11", "Про статут", "5"),
        ],
    ),
    "titles that do not begin with «Про»": (
        '<p><a href="1">5. Внесення змін до плану</a></p>'
        '<p><a href="2">Надання дозволу школі</a></p><p><a href="3">6. Звіт голови</a></p>',
        [
            ("5", "Внесення змін до плану", "1"),
            ("", "Надання дозволу школі", "2"),
            ("6", "Звіт голови", "3"),
        ],
    ),
    "a title broken over paragraphs and lines": (
        '<p>1. <a href="1">Про межі </a></p><p><a href="1">ділянки ТОВ «Ясне»</a></p>'
        '<p><a href="2">Про план<br>забудови</a></p>'
        '<p>2. <a href="3">Про склад</a></p><p>комісії</p>',
        [
            ("1", "Про межі ділянки ТОВ «Ясне»", "1"),
            ("", "Про план забудови", "2"),
            ("2", "Про склад комісії", "3"),
        ],
    ),
    "numbers of other acts stay in the title": (
        '<p><a href="1">Про зміни до рішення від 03.02.2006 № 5-20-V («Про план»)</a></p>'
        "<p>№ 7</p>",
        [("7", "Про зміни до рішення від 03.02.2006 № 5-20-V («Про план»)", "1")],
    ),
    "annexes, notes and sub-items are not acts": (
        '<p>1. <a href="1">Про бюджет</a></p><ul><li><a href="2">Додаток 1. Доходи</a></li>'
        '<li><a href="3">Пояснювальна записка</a></li></ul><p>1.1.<a href="4">Стратегія</a></p>',
        [("1", "Про бюджет", "1")],
    ),
    "link after the title": (
        '<p>№ 1-р від 04.01.2021 «Про план» (<a href="1.pdf">завантажити</a>)</p>'
        '<p>№ 2-р Про звіт</p><p><a href="2.pdf">Завантажити</a></p>'
        '<p>№ 3-р Про тариф <a href="3.pdf"><img></a></p>'
        '<p>№ 4-р Про межі (<a href="4.pdf">завантажити</a>)</p>',
        [
            ("1-р", "Про план", "1.pdf"),
            ("2-р", "Про звіт", "2.pdf"),
            ("3-р", "Про тариф", "3.pdf"),
            ("4-р", "Про межі", "4.pdf"),
        ],
    ),
    "files under a title, its text first": (
        '<p>№ 1-р Про план</p><p><a href="1.pdf">Наказ</a>, <a href="2.pdf">Додаток 1</a></p>'
        '<p>№ 2-р Про звіт</p><p><a href="3.pdf">Рішення</a> (<a href="4.pdf">Програма</a>)</p>',
        [("1-р", "Про план", "1.pdf"), ("2-р", "Про звіт", "3.pdf")],
    ),
    "a number with a dash before its title": (
        '<p><a href="1">1055 - Про план</a><br><a href="2">1056 – Про звіт</a></p>',
        [("1055", "Про план", "1"), ("1056", "Про звіт", "2")],
    ),
    "the number as the words of a link behind its title": (
        '<ol><li>Про план <a href="1.pdf">11-1/VIII</a></li>'
        '<li>Про звіт - <a href="2.pdf">11-2/VIII</a> <a href="3.pdf">додаток</a></li>'
        '<li>Про зміни до рішення <a href="4.pdf">11-9/VIII</a></li></ol>',
        [
            ("11-1/VIII", "Про план", "1.pdf"),
            ("11-2/VIII", "Про звіт", "2.pdf"),
            ("3", "Про зміни до рішення 11-9/VIII", "4.pdf"),
        ],
    ),
    "a draft and the decision beside one title": (
        '<p>Про план: <a href="1.doc">проєкт рішення</a>, <a href="2.pdf">рішення № 7 від 1.02.2021'
        '</a></p><p>Про школу <a href="3.pdf">№ 5</a></p>',
        [("7", "Про план", "2.pdf"), ("", "Про школу № 5", "3.pdf")],
    ),
    "drafts, decisions and votes under lines in bold": (
        '<p><b>Проєкти рішень:</b></p><p><a href="1">Про план</a></p>'
        '<p><b>Прийняті рішення:</b></p><p><a href="2">№ 7 Про план</a></p>'
        '<p><b>Поіменне голосування:</b></p><p><a href="3">Про план</a></p>',
        [("7", "Про план", "2")],
    ),
    "items of a range in which the first number counts": (
        "<p>Рішення №1722-53/VIII - 1723-53/VIII (земельні):</p>"
        '<ol start="1722"><li><a href="1">Про сад</a></li><li><a href="2">Про ліс</a></li></ol>',
        [("1722-53/VIII", "Про сад", "1"), ("1723-53/VIII", "Про ліс", "2")],
    ),
    "a link to the file by its type": (
        '<p>№ 7 Про план</p><p><a href="1.pdf">Завантажити PDF</a></p>'
        '<p>№ 8 Про сад</p><p><a href="2.pdf">Переглянути у форматі PDF</a></p>',
        [("7", "Про план", "1.pdf"), ("8", "Про сад", "2.pdf")],
    ),
    "columns of drafts and of decisions beside titles": (
        "<table><tr><th>№</th><th>Питання</th><th>Проєкт</th><th>Рішення</th></tr>"
        '<tr><td>1</td><td>Про план</td><td><a href="1">проєкт</a></td>'
        '<td><a href="2">№ 70</a></td></tr>'
        '<tr><td>2</td><td>Про сад</td><td><a href="3">проєкт</a></td><td>знято</td></tr></table>',
        [("70", "Про план", "2"), ("2", "Про сад", "")],
    ),
    "a title that leads into a list is none": (
        '<p>Про надання ділянок:</p><p><a href="1">№ 5 Про сад</a></p>',
        [("5", "Про сад", "1")],
    ),
    "questions that a meeting is to hear are not acts": (
        "<p>На розгляд сесії виносяться питання:</p><p>1. Про план</p><p>2. Про звіт</p>"
        "<p>Рішення</p><p>№ 7. Про межі</p>",
        [("7", "Про межі", "")],
    ),
    "points of an agenda are not acts": (
        "<p>ПОРЯДОК ДЕННИЙ</p><p>1. Про план</p><p>РІШЕННЯ</p><p>№ 1. Про звіт</p>",
        [("1", "Про звіт", "")],
    ),
    "points of an agenda under the meeting it is of are not acts": (
        "<p>ПОРЯДОК ДЕННИЙ<br>сорок дев’ятої сесії, 20 червня 2024 року</p><p>1. Про план</p>"
        "<p>Рішення 49 сесії</p><p>№ 1. Про звіт</p>",
        [("1", "Про звіт", "")],
    ),
    "rows of an agenda and of drafts are not acts": (
        "<h3>Проєкти рішень</h3><table><tr><th>Номер</th><th>Назва</th></tr>"
        '<tr><td>1</td><td><a href="1">Про сад</a></td></tr></table><h3>ПОРЯДОК ДЕННИЙ</h3>'
        "<table><tr><th>Номер</th><th>Назва</th></tr><tr><td>1</td><td>Про сад</td></tr></table>"
        '<h3>Рішення</h3><p><a href="2">№ 1 Про звіт</a></p>',
        [("1", "Про звіт", "2")],
    ),
    "what stands under a heading of something else is no act": (
        '<h3>Електронні петиції</h3><p><a href="1">№ 12 Про ремонт</a></p><h3>Оголошення</h3>'
        '<p><a href="2">Про ярмарок</a></p><h3>Рішення</h3><p><a href="3">№ 1 Про звіт</a></p>',
        [("1", "Про звіт", "3")],
    ),
    "acts that a page of one act is related to are on pages of their own": (
        '<p>№ 1 <a href="1">Про план</a></p><h3>Пов’язані документи</h3>'
        '<p><a href="2">Рішення № 9 від 22.12.2022 Про бюджет</a></p>',
        [("1", "Про план", "1")],
    ),
    "any other heading ends what is elsewhere": (
        '<h3>Оголошення</h3><p><a href="1">Про ярмарок</a></p><h3>Документи</h3>'
        '<p><a href="2">№ 1 Про план</a></p><h3>Поіменне голосування</h3>'
        '<p><a href="3">№ 1 Про план</a></p><h3>Сесія 6 від 12.03.2024</h3>'
        '<p><a href="4">№ 2 Про сад</a></p>',
        [("1", "Про план", "2"), ("2", "Про сад", "4")],
    ),
    "titles after a number that do not begin with «Про»": (
        '<p>№ 1 <a href="1">Щодо звернення</a></p><p>№ 2 <a href="2">Деякі питання оренди</a></p>',
        [("1", "Щодо звернення", "1"), ("2", "Деякі питання оренди", "2")],
    ),
    "numbers of several acts in one cell are none": (
        "<table><tr><td>Номер</td><td>Назва</td></tr><tr><td>16, 17</td>"
        '<td><a href="1.zip">Про допомогу</a></td></tr></table>',
        [("", "Про допомогу", "1.zip")],
    ),
    "the text of an act linked behind its title": (
        '<p>№ 1 Про сад – <a href="1">Рішення</a>, <a href="2">Додаток</a></p>'
        '<p>№ 2 <a href="3">Про зміни до</a> <a href="4">рішення</a></p>',
        [("1", "Про сад", "1"), ("2", "Про зміни до рішення", "3")],
    ),
    "papers, drafts and acts of the state in a table": (
        "<table><tr><th>Номер</th><th>Назва</th></tr>"
        '<tr><td rowspan="2">5</td><td><a href="1">Про сад</a><br>Додаток 1</td></tr>'
        '<tr><td><a href="2">Додаток 2</a></td></tr>'
        '<tr><td>6</td><td>Про ліс<br>(<a href="3">текст</a>, <a href="4">додаток</a>)</td></tr>'
        '<tr><td></td><td><a href="5">Протокол</a></td></tr>'
        '<tr><td></td><td><a href="6">Про луг (проєкт)</a></td></tr>'
        '<tr><td>280/97-ВР</td><td><a href="7">Закон України «Про місто»</a></td></tr></table>',
        [("5", "Про сад", "1"), ("6", "Про ліс", "3")],
    ),
    "a table whose titles are those of drafts": (
        "<table><tr><th>№</th><th>Назва проєкту рішення</th></tr><tr><td>1</td>"
        '<td><a href="1">Про сад</a></td></tr></table><p><a href="2">№ 5 Про план</a></p>',
        [("5", "Про план", "2")],
    ),
    "badges of files before titles": (
        '<div><a href="1"><span>PDF</span> 5. Про план</a><a href="2">PDF 6. Про сад</a></div>',
        [("5", "Про план", "1"), ("6", "Про сад", "2")],
    ),
    "requisites in the words of a link in a table": (
        "<table><tr><th>№</th><th>Назва</th><th>Текст</th></tr><tr><td>1</td><td>Про сад</td>"
        '<td><a href="1">Рішення № 905 від 12.03.2024</a></td></tr></table><table><tr><td>2</td>'
        '<td>Про ліс</td><td><a href="2">Рішення № 906 від 12.03.2024</a></td></tr></table>',
        [("905", "Про сад", "1"), ("906", "Про ліс", "2")],
    ),
    "links beside a title, whichever side": (
        '<p><a href="d.pdf">Додаток</a> <a href="1.pdf">№ 1 Про сад</a></p>'
        '<p><a href="i.png"><img></a> <a href="2.pdf">№ 2 Про ліс</a></p>'
        '<p>№ 3 Про луг <a href="v.pdf">голосування</a> <a href="3.pdf">рішення</a></p>'
        '<p>№ 4 Про яр <a href="z.pdf">висновок комісії</a>, <a href="4.pdf">текст</a></p>',
        [
            ("1", "Про сад", "1.pdf"),
            ("2", "Про ліс", "2.pdf"),
            ("3", "Про луг", "3.pdf"),
            ("4", "Про яр", "4.pdf"),
        ],
    ),
    "what a site says of an act behind its link": (
        '<p>№ 1 <a href="1">Про сад</a> (зі змінами, рішення № 9 від 15.04.2024)</p>'
        '<p>№ 2 <a href="2">Про ліс</a> – зміни внесено рішенням від 15.04.2024 № 9</p>'
        '<p>№ 3 <a href="3">Про луг</a>, скасовано рішенням від 15.04.2024 № 9</p>',
        [("1", "Про сад", "1"), ("2", "Про ліс", "2"), ("3", "Про луг", "3")],
    ),
    "numbers that a browser prints are none where another stands behind the title": (
        "<ol><li>Про сад – № 905</li><li>Про зміни до рішення від 01.02.2024 № 3 – № 907</li></ol>",
        [("", "Про сад – № 905", ""), ("907", "Про зміни до рішення від 01.02.2024 № 3", "")],
    ),
    "a number of two parts or of a sentence behind a title, for which that of the item is none": (
        '<ol><li>Про сад № 19/4</li></ol><p>2. <a href="2">Про внесення змін до плану. '
        'Рішення № 905 від 10.09.2021</a></p><p>3. <a href="3">Про зміни до рішення № 19/5</a></p>',
        [
            ("", "Про сад № 19/4", ""),
            ("", "Про внесення змін до плану. Рішення № 905 від 10.09.2021", "2"),
            ("3", "Про зміни до рішення № 19/5", "3"),
        ],
    ),
    "no number of an item where the line has requisites without one": (
        '<ol><li><a href="1">Рішення від 10.09.2021 «Про план»</a></li></ol>'
        '<p>2. <a href="2">Рішення від 10.09.2021 «Про звіт»</a></p>',
        [("", "Про план", "1"), ("", "Про звіт", "2")],
    ),
    "files with names of their own behind the link that is the title": (
        '<p><a href="1.pdf">№ 5 Про затвердження Програми</a> <a href="2.pdf">Програма</a> '
        '<a href="3.pdf">Кошторис</a></p><p><a href="4.pdf">№ 6 Про план</a> '
        '<a href="4.pdf">Бережани</a></p>',
        [("5", "Про затвердження Програми", "1.pdf"), ("6", "Про план Бережани", "4.pdf")],
    ),
    "two acts in one link": (
        '<p><a href="1.pdf">№ 5 Про план; №6 Про звіт (без додатків)</a></p>'
        '<p><a href="2">№ 7 Про зміни до рішень: № 1 Про сад; № 2 Про ліс</a></p>',
        [
            ("5", "Про план", "1.pdf"),
            ("6", "Про звіт", "1.pdf"),
            ("7", "Про зміни до рішень: № 1 Про сад; № 2 Про ліс", "2"),
        ],
    ),
    "lists of acts side by side": (
        '<table><tr><td><a href="1">№ 1 Про сад</a><br><a href="2">№ 2 Про ліс</a></td>'
        '<td><a href="3">№ 3 Про луг</a><br><a href="4">№ 4 Про яр</a></td></tr></table>',
        [("1", "Про сад", "1"), ("2", "Про ліс", "2"), ("3", "Про луг", "3"), ("4", "Про яр", "4")],
    ),
    "lines of the cells of one row that answer each other": (
        "<table><tr><th>Номер</th><th>Назва</th></tr><tr><td>5<br>6</td>"
        '<td><a href="1">Про сад</a><br><a href="2">Про ліс</a></td></tr></table>',
        [("5", "Про сад", "1"), ("6", "Про ліс", "2")],
    ),
    "what somebody will speak of is no act": (
        "<p>1. Про план. Доповідач: Кривуля І. С.</p><p>№ 1 Про звіт</p>",
        [("1", "Про звіт", "")],
    ),
    "acts of the state are not the council's": (
        '<p><a href="1">Закон України «Про місто» від 21.05.1997 № 280/97-ВР</a></p>'
        '<p><a href="2">№ 1 Про план</a></p>',
        [("1", "Про план", "2")],
    ),
    "table with named columns": (
        "<table><tr><td>№ з/п</td><td>Номер та дата</td><td>Назва рішення</td><td>Файл</td></tr>"
        "<tr><td>1</td><td>№ 7 від 01.02.2021</td><td>Про план</td>"
        '<td><a href="1">тут</a></td></tr>'
        "<tr><td>2</td><td>№ 8 від 01.02.2021</td><td>Про звіт</td>"
        '<td><a href="2">тут</a></td></tr>'
        "</table>",
        [("7", "Про план", "1"), ("8", "Про звіт", "2")],
    ),
    "table whose «№» only counts": (
        "<table><tr><td>№</td><td>Номер і дата</td><td>Назва</td></tr>"
        "<tr><td>1</td><td>65/984 від 01.02.2021</td>"
        '<td><a href="1">Про план</a></td></tr></table>',
        [("65/984", "Про план", "1")],
    ),
    "a list with words of explanation": (
        '<p>Рішення сесії</p><p><a href="1">Про план</a></p><p>№ 7</p>'
        "<p>Відповідно до статті 59 Закону рішення набирає чинності з дня оприлюднення.</p>",
        [("7", "Про план", "1")],
    ),
    "requisites after the link": (
        '<p><a href="1">Про Програму спорту</a> № 5-1/VIII</p>'
        '<p>2. <a href="2">Про план</a>, № 5-2/VIII</p><p><a href="3">Про звіт</a> (№ 5-3/VIII)</p>'
        '<p><a href="4">Про зміни до рішення</a> від 01.02.2020 № 9-9/VII</p>',
        [
            ("5-1/VIII", "Про Програму спорту", "1"),
            ("5-2/VIII", "Про план", "2"),
            ("5-3/VIII", "Про звіт", "3"),
            ("", "Про зміни до рішення від 01.02.2020 № 9-9/VII", "4"),
        ],
    ),
    "number at the end of a title of two lines": (
        '<p><a href="1">Про статут<br>КП «Ясне» (№ 5-5/VIII)</a></p>',
        [("5-5/VIII", "Про статут КП «Ясне»", "1")],
    ),
    "annex and file name after the title": (
        '<p>№ 5-1 – <a href="1.pdf">Про майно</a> <a href="2.pdf">Додаток 1</a></p>'
        '<p>Рішення № 5-2 Про назви вулиць <a href="3.doc">5-2.doc</a></p>',
        [("5-1", "Про майно", "1.pdf"), ("5-2", "Про назви вулиць", "3.doc")],
    ),
    "a whole title and a link cut with dots": (
        '<p>5-1/VIII Про порядок допомоги родинам<br><a href="1">Про порядок допомоги…</a></p>'
        '<p><a href="2">5-2/VIII Про порядок надання...</a></p><p>Про порядок надання пільг</p>'
        '<p><a href="3" title="Про підтримку молоді на 2021 рік">5-3/VIII Про підтримку…</a></p>',
        [
            ("5-1/VIII", "Про порядок допомоги родинам", "1"),
            ("5-2/VIII", "Про порядок надання пільг", "2"),
            ("5-3/VIII", "Про підтримку молоді на 2021 рік", "3"),
        ],
    ),
    "the same title twice is two acts where both have links": (
        '<p><a href="1">Про план</a></p><p><a href="2">Про план</a></p>',
        [("", "Про план", "1"), ("", "Про план", "2")],
    ),
    "drafts under the heading of a session": (
        "<h3>Проєкти рішень</h3><p>17 сесія від 01.10.2021</p>"
        '<p><a href="1">Про план</a></p><h3>Рішення</h3><p><a href="2">№ 1 Про звіт</a></p>',
        [("1", "Про звіт", "2")],
    ),
    "a draft that says so does not end the list of drafts": (
        '<h3>Проєкти рішень</h3><p>1. <a href="1">Про план (проєкт)</a></p>'
        '<p>2. <a href="2">Про сад</a></p><h3>Рішення</h3><p><a href="3">№ 1 Про звіт</a></p>',
        [("1", "Про звіт", "3")],
    ),
    "words of a button beside a title": (
        '<div><a href="1.pdf">5. Про план</a><a href="1.pdf" download>Завантажити</a></div>'
        '<p><a href="2.pdf">№ 6 Про сад <span>Переглянути</span></a></p>',
        [("5", "Про план", "1.pdf"), ("6", "Про сад", "2.pdf")],
    ),
    "pages of a list are not acts": (
        '<p><a href="1.pdf">№ 5 Про план</a></p><ul><li><a href="/rishennia?start=20">2</a></li>'
        '<li><a href="/rishennia/page/3/">3</a></li></ul>',
        [("5", "Про план", "1.pdf")],
    ),
    "an annex in the cell of a title": (
        "<table><tr><td>Номер</td><td>Назва</td></tr><tr><td>5</td>"
        '<td><a href="1.pdf">Про план</a><br><a href="2.pdf">Додаток</a></td></tr></table>',
        [("5", "Про план", "1.pdf")],
    ),
    "requisites in the name of a file": (
        '<p><a href="1.pdf">Рішення_№_5_від_01.02.2020.pdf</a> Про план</p>',
        [("5", "Про план", "1.pdf")],
    ),
    "table without names": (
        "<table><tr><td>№ 1/1</td><td>01.02.2021</td>"
        '<td><a href="1">Про план</a></td></tr></table>',
        [("1/1", "Про план", "1")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    body, expected = LAYOUTS[layout]
    assert read(body) == expected


def test_columns_of_the_table() -> None:
    body = (
        "<table><tr><th>Вид документа</th><th>Дата</th><th>№</th><th>Назва документа</th>"
        "<th>Дата оприлюднення</th><th>Відповідальний</th></tr>"
        "<tr><td>Рішення</td><td>22. 10.2019</td><td>7-3/V\u0406\u0406\u0406</td>"
        '<td><a href="1">Про план</a></td><td>25.10.2019</td><td>Відділ</td></tr></table>'
    )
    extraction = extract(article("Регуляторні акти", body), kind="ухвала")
    assert rows(extraction) == [
        {
            "type": "рішення",
            "title": "Про план",
            "dateAccepted": "2019-10-22",
            "number": "7-3/VIII",
            "issued": "2019-10-25",
            "url": f"{ADDRESS}1",
        }
    ]
    assert [(one.code, one.details) for one in said(extraction)] == [
        ("column-not-read", {"column": "Відповідальний"})
    ]


@pytest.mark.parametrize(
    ("heading", "body", "day"),
    [
        (SESSION, "", "2021-09-10"),
        ("Рішення 2 сесії VIII скликання міської ради від 11 грудня 2020 року", "", "2020-12-11"),
        ("Засідання виконавчого комітету міської ради 29.11.2021", "", "2021-11-29"),
        ("Рішення 9 сесії", "<p>Рішення 9 сесії міської ради від 21.05.2021</p>", "2021-05-21"),
        ("Рішення 1 сесії", "<p>25 листопада 2020 року</p>", "2020-11-25"),
        ("Рішення 1 сесії VIII скликання", "", ""),
        ("Рішення сесії 10.09.2021 та 12.09.2021", "", ""),
        ("Новини від 10.09.2021", "", ""),
    ],
)
def test_the_day_stands_in_a_heading(heading: str, body: str, day: str) -> None:
    page = article(
        heading, f'{body}<p><a href="1">№ 1 Про план</a></p><p>2. <a href="2">Про звіт</a></p>'
    )
    assert {row["dateAccepted"] for row in rows(extract(page))} == {day}


def test_every_session_has_its_own_day() -> None:
    body = (
        '<h3>VII скликання</h3><h4>45 сесія від 29 жовтня 2020 року</h4><p><a href="1">Про план</a>'
        '<h4>1 сесія (25.11.2020)</h4><p><a href="2">Про звіт</a></p>'
        "<p>Засідання виконавчого комітету 14 грудня 2020 року</p>"
        '<p><a href="3">Про тариф</a></p><p>Рішення 2 сесії</p><p><a href="4">Про статут</a></p>'
    )
    found = rows(extract(article("Рішення сесій", body)))
    days = [row["dateAccepted"] for row in found]
    assert days == ["2020-10-29", "2020-11-25", "2020-12-14", ""]


def test_a_protocol_over_acts_says_the_day_of_their_meeting() -> None:
    links = [f'<p><a href="{at}">№ {at} Про план {at}</a></p>' for at in (1, 2)]
    body = (
        f"<p>Протокол № 1 від 19.01.2023</p>{links[0]}<p>Протокол № 2 від 16.02.2023</p>{links[1]}"
    )
    found = rows(extract(article("Рішення виконкому", body)))
    assert [row["dateAccepted"] for row in found] == ["2023-01-19", "2023-02-16"]
    linked = '<p><a href="p.pdf">Протокол № 2 від 16.02.2023</a></p>'
    (row,) = rows(extract(article("Рішення виконкому", f"{linked}{links[0]}")))
    assert row["dateAccepted"] == ""


def test_the_day_of_a_line_is_before_that_of_the_heading() -> None:
    body = (
        '<p><a href="1">№ 1 від 01.02.2020 Про план</a></p><p><a href="2">Про звіт</a></p>'
        '<p>№ 2 від 02.02.2020</p><p><a href="3">№ 3 Про тариф</a></p>'
    )
    days = [row["dateAccepted"] for row in rows(extract(article(SESSION, body)))]
    assert days == ["2020-02-01", "2020-02-02", "2021-09-10"]


@pytest.mark.parametrize(
    ("heading", "line", "kind"),
    [
        ("Рішення сесії", "№ 1 Про план", "рішення"),
        ("Засідання виконавчого комітету 01.02.2021", "№ 1 Про план", "розпорядження"),
        ("Акти 2021", "Наказ № 1 «Про план»", "наказ"),
        ("Рішення сесії", "розпорядження міського голови № 1-р «Про план»", "розпорядження"),
        ("Перелік рішень виконавчого комітету", "№ 1 Про план", "рішення"),
    ],
)
def test_kinds(heading: str, line: str, kind: str) -> None:
    page = article(heading, f'<p><a href="1">{line}</a></p>')
    assert [row["type"] for row in rows(extract(page, kind="розпорядження"))] == [kind]


TEXT = """<p>УКРАЇНА</p><p>ЗРАЗКОВА МІСЬКА РАДА</p><p>Р І Ш Е Н Н Я</p>{}
<p>Про затвердження положень<br>про відділи міської ради</p>
<p>Керуючись Законом України „Про місцеве самоврядування в Україні”, міська рада</p>
<p>В И Р І Ш И Л А:</p><p>1. Затвердити рішення від 01.01.2017 № 5.</p>
<p>Додаток</p><p>до рішення міської ради</p><p>від 14.02.2018 № 48</p>
<p>Про затвердження положень</p><p>Керуючись Законом України, міська рада у повному складі</p>"""


@pytest.mark.parametrize(
    "requisites",
    [
        "<p>від 14 лютого 2018 року &nbsp; № 48 &nbsp; м. Зразкове</p>",
        "<table><tr><td>14.02.2018</td><td>м. Зразкове</td><td>№ 48</td></tr></table>",
        "<p>«14» лютого 2018 р.</p><p>м. Зразкове</p><p>№ 48</p>",
    ],
    ids=["one line", "a row", "three lines"],
)
def test_the_text_of_an_act_is_one_act(requisites: str) -> None:
    extraction = extract(article("Положення про відділи", TEXT.format(requisites)))
    assert rows(extraction) == [
        {
            "type": "рішення",
            "title": "Про затвердження положень про відділи міської ради",
            "dateAccepted": "2018-02-14",
            "number": "48",
            "issued": "2021-09-17",
            "url": ADDRESS,
        }
    ]
    assert said(extraction) == []
    assert extraction.tables[0].origins[0].place.element == "main/p[3]"


def test_the_text_of_a_draft_is_no_act() -> None:
    text = TEXT.replace("<p>Р І", "<p>ПРОЄКТ</p><p>Р І").format("<p>від ____ № ____</p>")
    extraction = extract(article("Обговорення", text))
    assert rows(extraction) == []
    assert [one.code for one in said(extraction)] == ["no-acts-on-page"]


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="f.pdf"><img></a></p>',
        '<p><a href="f.pdf">Про план міста</a></p>',
        '<p><a href="f.pdf">Завантажити</a></p><p><a href="d.pdf">Завантажити додаток</a></p>',
    ],
    ids=["picture", "words", "annex"],
)
def test_the_heading_names_the_act_and_the_page_leads_to_its_file(body: str) -> None:
    page = article("Розпорядження міського голови № 15-р від 01.02.2020 «Про план міста»", body)
    assert rows(extract(page)) == [
        {
            "type": "розпорядження",
            "title": "Про план міста",
            "dateAccepted": "2020-02-01",
            "number": "15-р",
            "issued": "2021-09-17",
            "url": f"{ADDRESS}f.pdf",
        }
    ]


def test_one_link_for_many_acts_makes_no_rows() -> None:
    body = (
        '<p><a href="1">30. Про план</a></p><p><a href="all.zip">31 - 58. Земельні рішення</a></p>'
        '<p><a href="b.zip">Рішення №59 - №81</a></p><p><a href="2">82. Про звіт</a></p>'
    )
    extraction = extract(article(SESSION, body))
    assert [row["number"] for row in rows(extraction)] == ["30", "82"]
    found = said(extraction, "number-is-of-the-item")
    assert [(one.code, one.place.element, one.details) for one in found] == [
        ("one-link-many-acts", "main/p[2]", {"first": "31", "last": "58"}),
        ("one-link-many-acts", "main/p[3]", {"first": "59", "last": "81"}),
    ]


def test_what_is_not_read_is_said_with_its_place() -> None:
    body = (
        "<p>Шановні мешканці громади!</p>\n<p>Запрошуємо на зустріч.</p>\n"
        '<p><a href="1">№ 1 Про план</a></p>\n'
        "<p>Телефон для довідок 5-55-55</p>"
    )
    extraction = extract(article(SESSION, body))
    found = [one for one in said(extraction) if one.code == "text-not-read"]
    assert [(one.place.line, one.place.element, one.details["count"]) for one in found] == [
        (4, "main/p[1]", 2),
        (7, "main/p[4]", 1),
    ]
    assert found[0].value == "Шановні мешканці громади!"
    assert found[0].severity is Severity.WARNING
    ignoring = extract(article(SESSION, body), ignore=("Шановні", "Запрошуємо", "телефон"))
    assert said(ignoring) == []


def test_a_sentence_about_acts_is_no_heading() -> None:
    body = "<p>УВАГА! З 1 СІЧНЯ 2022 РОКУ ВСІ РІШЕННЯ СЕСІЙ В РОЗДІЛІ «АКТИ»</p>"
    extraction = extract(article(SESSION, body + '<p><a href="1">№ 1 Про план</a></p>'))
    assert [row["dateAccepted"] for row in rows(extraction)] == ["2021-09-10"]
    assert [one.code for one in said(extraction)] == ["text-not-read"]


def test_missing_parts_stay_empty_with_a_warning() -> None:
    extraction = extract(
        article("Рішення сесії", "<p><a href='1'>Про план</a></p><p>№ 7. Про звіт</p>")
    )
    assert [(row["number"], row["dateAccepted"]) for row in rows(extraction)] == [
        ("", ""),
        ("7", ""),
    ]
    found = said(extraction)
    assert [(one.code, one.row, one.field, one.place.element) for one in found] == [
        ("act-without-number", 1, "number", "main/p[1]"),
        ("act-without-date", 1, "dateAccepted", "main/p[1]"),
        ("act-without-date", 2, "dateAccepted", "main/p[2]"),
        ("link-is-of-the-page", None, None, None),
    ]


def test_a_number_without_a_title() -> None:
    body = '<p>№ 7</p><p>Рішення сесії</p><p><a href="8">Рішення № 8 від 01.02.2021</a></p>'
    extraction = extract(article(SESSION, body))
    assert [(row["number"], row["title"]) for row in rows(extraction)] == [("8", "")]
    assert [one.code for one in said(extraction)] == ["number-without-title", "act-without-title"]


def test_an_empty_section_is_an_error_that_names_the_sections() -> None:
    body = '<p><a href="/2020/">2020 рік</a></p><p><a href="/2021/">Рішення сесій</a></p>'
    extraction = extract(article("Рішення сесій", body))
    found = said(extraction)
    assert rows(extraction) == []
    assert [(one.code, one.severity) for one in found] == [("no-acts-on-page", Severity.ERROR)]
    assert found[0].details == {
        "count": 2,
        "sections": "https://rada.example/2020/, https://rada.example/2021/",
    }


def test_cards_of_a_section_page_are_named() -> None:
    card = '<article class="post-modern"><h4><a href="/n/{0}/">Рішення {0} сесії</a></h4></article>'
    body = "<html><h1>2021 рік</h1><main></main>" + card.format(8) + card.format(9) + "</html>"
    found = said(extract(read_bytes(body.encode())))
    assert [one.details.get("count") for one in found] == [2]
    assert found[0].value == "Рішення 8 сесії; Рішення 9 сесії"


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Проєкти рішень 5 сесії", '<p>1. <a href="1">Про план</a></p>'),
        ("Порядок денний 5 сесії", "<p>1. Про план</p><p>2. Про звіт</p>"),
        ("2022 рік", "<p>УВАГА! З 1 СІЧНЯ 2022 РОКУ ВСІ РІШЕННЯ СЕСІЙ В РОЗДІЛІ «АКТИ»</p>"),
        ("Звіт голови за 2024 рік", "<p>1. Про фінанси</p><p>Надійшло 45 млн грн.</p>"),
        ("Новини громади", "<p>Про це повідомила пресслужба.</p>"),
        (
            "Засідання 01.02.2021",
            '<p><a href="1">План виконкому</a></p><p><a href="2">Протокол № 1</a></p>',
        ),
        ("Сесія", "<p><a href='1'>Проєкт рішення № 5 «Про план»</a></p>"),
        (
            "Результати поіменного голосування 5 сесії від 12.03.2024",
            "<table><tr><th>№</th><th>Питання</th><th>За</th></tr>"
            "<tr><td>1</td><td>Про сад</td><td>20</td></tr></table>",
        ),
        ("Новини", '<p>12.03.2024</p><p><a href="1">Про ремонт доріг</a></p>'),
        ("Електронні петиції", '<p><a href="1">№ 12 Про ремонт</a> від 05.11.2024</p>'),
        (
            "План діяльності з підготовки проєктів регуляторних актів на 2025 рік",
            "<p>Затверджено рішенням сесії від 20.12.2024 № 51</p>"
            "<table><tr><td>1</td><td>Рішення «Про податки»</td><td>II квартал</td></tr></table>",
        ),
        (
            "Відстеження результативності регуляторних актів",
            "<table><tr><td>Рішення від 14.07.2021 № 14-2/VIII «Про податки»</td><td>базове</td>"
            '<td><a href="1.pdf">звіт</a></td></tr></table>',
        ),
    ],
    ids=[
        *(
            "drafts",
            "agenda",
            "notice",
            "report",
            "news",
            "records",
            "draft",
            "votes",
            "days",
            "petitions",
        ),
        *("plan", "reports on acts"),
    ],
)
def test_pages_without_acts(heading: str, body: str) -> None:
    extraction = extract(article(heading, body))
    assert rows(extraction) == []
    assert "no-acts-on-page" in {one.code for one in extraction.findings}


def test_an_unknown_publication_day_is_said() -> None:
    extraction = extract(article(SESSION, "<p><a href='1'>№ 1 Про план</a></p>", published=""))
    assert [row["issued"] for row in rows(extraction)] == [""]
    assert [one.code for one in said(extraction)] == ["publication-date-not-found"]
    assert extraction.actual_on is None


def test_the_data_are_as_of_the_last_publication() -> None:
    body = "<p><a href='1'>№ 1 Про план</a></p>"
    older = article(SESSION, body, published="1 Вересня, 2021 о 10:00")
    assert extract(article(SESSION, body), older).actual_on == date(2021, 9, 17)


def test_rows_of_several_pages_keep_their_origins() -> None:
    body = "<p><a href='1'>№ 1 Про план</a></p>"
    pages = [
        article(SESSION, body),
        article(SESSION, body + "\n<p><a href='2'>№ 2 Про звіт</a></p>"),
    ]
    table = extract(*pages).tables[0]
    assert table.schema == "835-2019/Legislation/LegalActs"
    first, second = (page.snapshot.sha256 for page in pages)
    assert [one.sha256 for one in table.origins] == [first, second, second]
    assert [one.place.line for one in table.origins] == [4, 4, 5]
    assert list(table.frame.columns) == list(decisions.COLUMNS)


def test_no_pages_give_an_empty_table() -> None:
    table = extract().tables[0]
    assert (len(table.frame), table.origins) == (0, ())


def lost(page: Page) -> int:
    """Lines of the page that are in no act, are not left out by name and are not reported."""
    found = read_page(page, DecisionsParameters())
    named = sum(count for name, count in found.left_out.items() if name != "further-link")
    reported = sum(len(run) for run in found.unread)
    reported += sum(one.code == "one-link-many-acts" for one in found.findings)
    return len(page.blocks) - found.taken - named - reported


LINES = [
    '<p><a href="{0}">{0}. Про план</a></p>',
    '<p><a href="{0}">№ {0} Про звіт</a></p>',
    '<p><a href="{0}">Про межі</a></p>',
    '<p><a href="1">ділянки</a></p>',
    "<p>продовження назви</p>",
    "<p>№ 16-{0}/VIII</p>",
    "<p>від 01.02.2021</p>",
    '<p><a href="{0}.pdf">Рішення № {0} від 01.02.2021</a></p>',
    "<p>Рішення сесії</p>",
    "<p>Рішення № 1 - № 9</p>",
    '<p><a href="all.zip">1 - 5. Рішення</a></p>',
    "<p>ПОРЯДОК ДЕННИЙ</p>",
    "<p>Проєкти рішень</p>",
    '<p><a href="{0}.pdf">Завантажити</a></p>',
    "<p>Додаток {0}</p>",
    "<p>Прийом громадян о 10:00</p>",
    "<table><tr><td>№ {0}</td><td>Про план</td></tr><tr><td>а</td><td>б</td></tr></table>",
    "<table><tr><td>01.02.2021</td><td>№ {0}</td></tr></table>",
    "<table><tr><td>№</td><td>Назва</td></tr><tr><td>{0}</td><td>Про тариф</td></tr></table>",
    '<p><a href="{0}"><img></a></p>',
]


@given(
    st.lists(st.sampled_from(LINES), max_size=12),
    st.sampled_from([SESSION, "Новини", "Проєкти рішень", "Розпорядження № 5 «Про план»"]),
)
def test_no_line_is_lost(lines: list[str], heading: str) -> None:
    body = "".join(line.format(number) for number, line in enumerate(lines, start=1))
    assert lost(article(heading, body)) == 0


def test_no_line_of_real_pages_is_lost(inputs: Path) -> None:
    for file in sorted((inputs / "html").glob("*.html")):
        assert lost(read_file(file)) == 0, file.name


def test_the_page_of_one_document() -> None:
    body = '<p>Рішення сесії №16-1/VIII від 10.09.2021</p><p><a href="1.doc">Текст</a></p>'
    page = article("Про затвердження плану", body)
    assert rows(extract(page)) == [
        {
            "type": "рішення",
            "title": "Про затвердження плану",
            "dateAccepted": "2021-09-10",
            "number": "16-1/VIII",
            "issued": "2021-09-17",
            "url": f"{ADDRESS}1.doc",
        }
    ]


def sentences(extraction: Extraction) -> Iterator[str]:
    for one in extraction.findings:
        for language in messages.LANGUAGES:
            yield messages.text(language, f"finding-{one.code}", one.details)


def test_every_finding_has_its_sentences() -> None:
    pages = [article(SESSION, body) for body, _ in LAYOUTS.values()]
    pages += [article("Рішення сесії", "<p>Текст</p><p>№ 5</p><p>Рішення</p>", published="")]
    pages += [article("Рішення", '<p><a href="1.zip">1 - 5. Рішення</a></p><p>Про план</p>')]
    assert all(sentences(extract(*pages)))


@pytest.mark.parametrize(
    ("dataset", "kind"), [("council-decisions", "рішення"), ("mayor-orders", "розпорядження")]
)
def test_sample_pages(dataset: str, kind: str) -> None:
    files = sorted((ROOT / "datasets" / dataset / "sample").glob("*.html"))
    extraction = extract(*(read_file(file) for file in files), kind=kind)
    written = extraction.tables[0].frame.to_csv(index=False, lineterminator="\n")
    assert written == (GOLDEN / f"decisions-{dataset}.csv").read_text(encoding="utf-8")
    assert said(extraction) == []


def real(inputs: Path, name: str) -> Page:
    return read_file(inputs / "html" / f"{name}.html")


def test_a_real_session_of_174_acts(inputs: Path) -> None:
    truth = json.loads((inputs / "truth" / "drabiv-session16.json").read_text(encoding="utf-8"))
    extraction = extract(real(inputs, "drabiv-session16-decisions-labels"))
    found = rows(extraction)
    assert [(row["number"], row["title"]) for row in found] == [
        (row["number"], row["title"]) for row in truth["rows"]
    ]
    assert {(row["type"], row["dateAccepted"], row["issued"]) for row in found} == {
        ("рішення", truth["date"], "2021-09-17")
    }
    assert len({row["url"] for row in found}) == len(found) == 174
    assert all(row["url"].startswith("https://") for row in found)
    assert said(extraction) == []


def test_a_real_order_on_its_own_page(inputs: Path) -> None:
    page = real(inputs, "drabiv-rozporiadzhennia")
    extraction = extract(page, kind="рішення")
    texts = [block.text for block in page.blocks]
    (row,) = rows(extraction)
    assert row.pop("title") == next(text for text in texts if text.startswith("Про "))
    assert row == {
        "type": "розпорядження",
        "dateAccepted": "2020-12-18",
        "number": "276",
        "issued": "2020-12-18",
        "url": page.address,
    }
    assert [one.code for one in said(extraction)] == ["acts-of-another-body"]


def test_two_items_with_one_file_are_two_acts_one_of_which_links_wrongly() -> None:
    items = '<ol><li><a href="1.pdf">Про землю</a></li><li><a href="1.pdf">Про землю</a></li></ol>'
    extraction = extract(article(SESSION, items))
    assert [row["number"] for row in rows(extraction)] == ["1", "2"]
    assert "one-file-of-several-acts" in {one.code for one in extraction.findings}


@pytest.mark.parametrize(
    ("kind", "line", "said_of"),
    [
        ("рішення", "Розпорядження № 5 від 01.02.2020 Про план", ["розпорядження"]),
        ("розпорядження", "Рішення № 5 від 01.02.2020 Про план", ["рішення"]),
        ("рішення", "Ухвала № 5 від 01.02.2020 Про план", []),
        ("розпорядження", "Наказ № 5 від 01.02.2020 Про план", []),
    ],
)
def test_acts_that_another_body_adopts_are_said(kind: str, line: str, said_of: list[str]) -> None:
    extraction = extract(article("Документи", f'<p><a href="5.pdf">{line}</a></p>'), kind=kind)
    found = [one for one in extraction.findings if one.code == "acts-of-another-body"]
    assert [one.details["kind"] for one in found] == said_of


TWICE = '<p><a href="1.pdf">№ 5 Про план</a></p><p><a href="1.pdf">№ 5 Про план</a></p>'


def test_an_act_that_a_page_lists_twice_is_taken_once() -> None:
    extraction = extract(article(SESSION, f"<h2>Рішення</h2>{TWICE}"))
    assert [row["number"] for row in rows(extraction)] == ["5"]
    counts = {one.details["kind"]: one.details["count"] for one in extraction.findings}
    assert counts["repeated"] == 1


@pytest.mark.parametrize(
    "body",
    [
        TWICE.replace("1.pdf", "2.pdf", 1),
        TWICE.replace("№ 5", "№ 6", 1),
        TWICE.replace("план</a>", "план</a> (втратило чинність)", 1),
        "<ol><li>Про надання дозволу</li><li>Про надання дозволу</li></ol>",
    ],
)
def test_acts_that_differ_in_anything_or_that_nothing_names_stay_two(body: str) -> None:
    assert len(rows(extract(article(SESSION, body)))) == 2


def test_a_day_to_come_is_said() -> None:
    (slip,) = said(
        extract(article("Рішення", '<p><a href="1">№ 5 від 10.09.2031 Про план</a></p>'))
    )
    assert (slip.code, slip.field, slip.row) == ("act-of-days-to-come", "dateAccepted", 1)


def test_a_file_that_several_acts_link_to_is_said() -> None:
    body = '<p><a href="1.pdf">№ 5 Про план</a></p><p><a href="1.pdf">№ 6 Про звіт</a></p>'
    (copied,) = said(extract(article(SESSION, body)))
    assert (copied.code, copied.details["count"]) == ("one-file-of-several-acts", 2)
    assert copied.value is not None
    assert copied.value.endswith("1.pdf")


def test_acts_that_are_crossed_out_are_read_and_said() -> None:
    body = '<p><a href="1">№ 5 Про план</a></p><p><s><a href="2">№ 6 Про звіт</a></s></p>'
    found = extract(article(SESSION, body))
    (struck,) = said(found)
    assert (struck.code, struck.value) == ("page-text-is-struck", "№ 6 Про звіт")
    assert len(rows(found)) == 2


@pytest.mark.parametrize(
    "heading", ["ПРОЄКТИ:", "Проекти", "Проєкти регуляторних актів та аналізи їх впливу"]
)
def test_titles_under_a_heading_of_drafts_are_none(heading: str) -> None:
    body = f'<p><a href="1">№ 5 Про план</a></p><p>{heading}</p><p><a href="2">Про тариф</a></p>'
    assert read(body) == [("5", "Про план", "1")]
    assert read('<p><a href="2">Про тариф</a></p>', heading) == []
    drafts = rows(extract(article(heading, '<p><a href="2">Про тариф</a></p>'), drafts=True))
    assert [row["title"] for row in drafts] == ["Про тариф"]


ORDER = "<p>Про призначення відповідальних</p><p>1. Призначити відповідальною особу.</p>"


def test_the_text_of_an_act_whose_number_is_in_the_heading() -> None:
    heading = "Розпорядження селищного голови № 96 від 11.08.2021"
    page = article(heading, f'{ORDER}<p><a href="96.pdf">Скан-копія</a></p>')
    extraction = extract(page, kind="розпорядження")
    (row,) = rows(extraction)
    assert (row["number"], row["dateAccepted"]) == ("96", "2021-08-11")
    assert row["url"].endswith("96.pdf")
    assert said(extraction) == []


def test_the_number_of_a_session_is_not_that_of_the_act_under_it() -> None:
    assert read(ORDER, "Рішення сесії № 96 від 11.08.2021")[0][0] == ""


def test_numbers_in_brackets_where_every_title_has_one() -> None:
    lines = [
        f'<p><a href="{at}">Про план {name} (№ 30{at})</a></p>' for at, name in enumerate("абв")
    ]
    assert [number for number, *_ in read("".join(lines))] == ["300", "301", "302"]
    assert read("".join(lines))[0][1] == "Про план а"
    assert [number for number, *_ in read("".join(lines[:2]))] == ["", ""]
    again = lines[0].replace("план", "звіт")
    assert [number for number, *_ in read("".join([*lines, again]))][:2] == ["", ""]


def test_the_one_link_under_the_heading_of_an_order_is_that_order() -> None:
    heading = "Розпорядження міського голови від 07.09.2023 № 211-ОД"
    link = '<p><a href="1.pdf">Про ярмарок</a></p>'
    assert read(link, heading) == [("211-ОД", "Про ярмарок", "1.pdf")]
    assert read(f"<p>Наказую провести ярмарок.</p>{link}", heading)[0][0] == ""


def test_a_draft_that_is_the_heading_of_its_page() -> None:
    links = '<p><a href="1.doc">Проєкт рішення</a></p><p><a href="2.doc">Програма</a></p>'
    page = article("Проєкт рішення «Про програму»", links)
    (draft,) = rows(extract(page, drafts=True))
    assert (draft["title"], draft["url"].rpartition("/")[2]) == ("Про програму", "1.doc")
    assert rows(extract(page)) == []


@pytest.mark.parametrize(
    ("words", "number", "title"),
    [
        ("Рішення_16-1_Про_звіт.pdf", "16-1", "Про звіт"),
        ("16-2_Про звіт «Рік».pdf", "16-2", "Про звіт «Рік»"),
        ("№ 16-3 Про звіт (завантажень: 15)", "16-3", "Про звіт"),
        ("Про звіт № 16-4", "16-4", "Про звіт"),
        ("5. Про звіт, № 16/4", "16/4", "Про звіт"),
        ("Про звіт школи № 15-4", "", "Про звіт школи № 15-4"),
        ("Про зміни до рішення № 16-4", "", "Про зміни до рішення № 16-4"),
        ("Про зміни до рішення № 3-1 «Сад» № 16-4", "16-4", "Про зміни до рішення № 3-1 «Сад»"),
        ("Про зміни до рішень № 3-1, № 16-4", "", "Про зміни до рішень № 3-1, № 16-4"),
    ],
)
def test_a_number_in_the_name_of_a_file_or_behind_the_title(
    words: str, number: str, title: str
) -> None:
    (row,) = rows(extract(article(SESSION, f'<p><a href="1.pdf">{words}</a></p>')))
    assert (row["number"], row["title"]) == (number, title)


def test_a_file_named_as_an_act_is_no_attachment_of_the_act_above() -> None:
    body = '<p><a href="1.pdf">№ 5 Про план</a></p><p><a href="2.pdf">Рішення_6.pdf</a></p>'
    (unread,) = said(extract(article(SESSION, body)))
    assert (unread.code, unread.value) == ("text-not-read", "Рішення_6.pdf")


def test_a_real_table(inputs: Path) -> None:
    lines = (inputs / "truth" / "drabiv-regulatory-acts.csv").read_text(encoding="utf-8")
    truth = [line.split(",", 3) for line in lines.splitlines()[1:]]
    found = rows(extract(real(inputs, "drabiv-regulatory-acts-table")))
    columns = ("type", "dateAccepted", "number", "title")
    read_rows = [[row[name] for name in columns] for row in found]
    assert [[row[0].capitalize(), *row[1:]] for row in read_rows] == truth


@pytest.mark.parametrize(
    ("name", "sections"),
    [("drabiv-empty-section", 2), ("drabiv-named-votes-list", 0), ("drabiv-deputies-table", 0)],
)
def test_real_pages_without_acts(inputs: Path, name: str, sections: int) -> None:
    extraction = extract(real(inputs, name))
    assert rows(extraction) == []
    (none,) = [one for one in extraction.findings if one.code == "no-acts-on-page"]
    assert none.severity is Severity.ERROR
    assert none.details["count"] == sections
