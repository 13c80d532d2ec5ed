"""Title lines of acts: the real two hundred, a table of forms, and forms made up by hypothesis."""

import csv
import datetime
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.acts import Act, parse_act

DAY = datetime.date(2019, 5, 14)


def act(
    kind: str | None = None,
    number: str | None = None,
    date: datetime.date | None = None,
    subject: str | None = None,
) -> Act:
    return Act(kind=kind, number=number, date=date, subject=subject)


def is_right(line: Mapping[str, str]) -> bool:
    read = parse_act(line["line"])
    kind = (read.kind or " ").split(" ")[0] == line["kind"].split(" ")[0]
    date = read.date.isoformat() if read.date else ""
    # An elided subject shows only pieces of it, with a capital letter of its own.
    pieces = line["subject"].lower().split(" … ")
    subject = all(piece.strip(" …") in (read.subject or "").lower() for piece in pieces)
    if len(pieces) == 1 and line["subject"]:
        subject = read.subject == line["subject"]
    kind_is_elsewhere = "stands on the line before" in line["note"]
    same = (kind or kind_is_elsewhere) and subject
    return same and (read.number or "") == line["number"] and date == line["date"]


def test_two_hundred_real_lines(inputs: Path) -> None:
    text = (inputs / "titles" / "decision_titles.tsv").read_text(encoding="utf-8")
    lines = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    wrong = [line["line"] for line in lines if not is_right(line)]
    assert len(lines) == 200
    assert len(wrong) <= 2, wrong


HARMLESS: Mapping[str, Callable[[str], str]] = {
    "no-break spaces": lambda line: line.replace(" ", "\u00a0"),
    "double spaces": lambda line: line.replace(" ", "  "),
    "N for the number sign": lambda line: line.replace("№", "N "),
    "space after the number sign": lambda line: re.sub(r"№\s*", "№ ", line),
    "no space after the number sign": lambda line: re.sub(r"№\s*", "№", line),
    "straight quotes": lambda line: line.replace("«", '"').replace("»", '"'),
    "curly quotes": lambda line: line.replace("«", "“").replace("»", "”"),
    "long dashes": lambda line: line.replace("-", "–"),
    "latin look-alike": lambda line: line.replace("і", "i"),
    "byte order mark": lambda line: f"\ufeff{line}",
    "bullet": lambda line: f"• {line}",
    "kind in capitals": lambda line: re.sub(
        r"^(Рішення|Розпорядження|Наказ)", lambda kind: kind.group().upper(), line
    ),
    "number before the date": lambda line: re.sub(
        r"^(Рішення|Розпорядження) від (\d\d\.\d\d\.\d{4}) (№\s?\S+)", r"\1 \3 від \2", line
    ),
}


def _letters(subject: str | None) -> str:
    return re.sub(r"\bn\b|\W", "", (subject or "").lower().replace("i", "і"))


@pytest.mark.parametrize("change", HARMLESS.values(), ids=list(HARMLESS))
def test_a_harmless_change_of_a_real_line_changes_nothing(
    inputs: Path, change: Callable[[str], str]
) -> None:
    text = (inputs / "titles" / "decision_titles.tsv").read_text(encoding="utf-8")
    lines = [row["line"] for row in csv.DictReader(io.StringIO(text), delimiter="\t")]
    other = []
    for line in lines:
        before, after = parse_act(line), parse_act(change(line))
        same = (before.kind, before.number, before.date) == (after.kind, after.number, after.date)
        if not same or _letters(before.subject) != _letters(after.subject):
            other.append(change(line))
    assert len(other) <= 1, other


KINDS = [
    ("Рішення", "рішення"),
    ("РІШЕННЯ", "рішення"),
    ("Р І Ш Е Н Н Я", "рішення"),
    ("R\u0406ШЕННЯ", "рішення"),
    ("Р\u0456шення", "рішення"),
    ("рішенням", "рішення"),
    ("П Р О Е К Т   Р І Ш Е Н Н Я", "проєкт рішення"),
    ("ПРОЄКТ РІШЕННЯ", "проєкт рішення"),
    ("Проект рішення виконавчого комітету", "проєкт рішення виконавчого комітету"),
    ("Рішення сесії", "рішення сесії"),
    ("Рішення виконкому", "рішення виконкому"),
    ("рішення Яснівської міської ради", "рішення Яснівської міської ради"),
    ("розпорядженням міського голови", "розпорядження міського голови"),
    ("Розпорядження керівника військово-цивільної адміністрації", None),
    ("Розпорядження начальника міської військової адміністрації", None),
    ("наказу відділу", "наказ відділу"),
    ("Наказ управління освіти", "наказ управління"),
    ("Постанова Кабінету Міністрів України", "постанова Кабінету Міністрів України"),
    ("ПОСТАНОВА КМУ", "постанова КМУ"),
    ("Указу Президента України", "указ Президента України"),
    ("УХВАЛА", "ухвала"),
    ("Протокол", "протокол"),
    ("Висновок постійної комісії", "висновок постійної комісії"),
    ("Доручення міського голови", "доручення міського голови"),
    ("Перелік рішень виконавчого комітету", "перелік рішень виконавчого комітету"),
    ("Документ", "документ"),
    ("Яснівська міська рада РІШЕННЯ", "рішення"),
    ("70-а сесія VII скликання Рішення", "рішення"),
    ("Третя сесія восьмого скликання РІШЕННЯ", "рішення"),
]


@pytest.mark.parametrize(("printed", "kind"), KINDS, ids=[printed for printed, _ in KINDS])
@pytest.mark.parametrize(
    "form", ["{0} № 65/984 від 14.05.2019 р.", "{0} від 14 травня 2019 року №65/984"]
)
def test_kinds_in_any_case_with_their_issuer(printed: str, kind: str | None, form: str) -> None:
    assert parse_act(form.format(printed)) == act(kind or printed.lower(), "65/984", DAY)


FORMS = {
    "Рішення № 7 від 14.05.2019 “Про сад” та в зв’язку": act("рішення", "7", DAY, "Про сад"),
    "16-1. Про надання згоди": act(number="16-1", subject="Про надання згоди"),
    "№ 154. Про створення комісії": act(number="154", subject="Про створення комісії"),
    "№ 261 Про звернення": act(number="261", subject="Про звернення"),
    "14.про внесення змін": act(number="14", subject="про внесення змін"),
    "11 Про статут": act(number="11", subject="Про статут"),
    "1) Про обрання секретаря": act(number="1", subject="Про обрання секретаря"),
    "5. Внесення змін до програми": act(number="5", subject="Внесення змін до програми"),
    "№5 Звіт про роботу": act(number="5", subject="Звіт про роботу"),
    "31 - 58. Земельні питання": act(number="31 - 58", subject="Земельні питання"),
    "1. Затвердити рішення від 01.01.2017 № 5": act(
        number="1", subject="Затвердити рішення від 01.01.2017 № 5"
    ),
    "159 Вигаданенко В.І.": act(number="159"),
    "3-П Наказ про адресу, вул. Ясна, 7": act("наказ", "3-П", None, "про адресу, вул. Ясна, 7"),
    "РОЗПОРЯДЖЕННЯ про конкурс": act("розпорядження", subject="про конкурс"),
    "14.05.2019 № 65-3-V\u0406\u0406\u0406": act(number="65-3-VIII", date=DAY),
    "14.05.2019 Рішення № 7 Про план": act("рішення", "7", DAY, "Про план"),
    "№ 349р вiд 14 Травня 2019": act(number="349р", date=DAY),
    "№ 7 (14 Травня 2019)": act(number="7", date=DAY),
    "Розпорядження 45-р від 14.05.2019 Про сесію": act("розпорядження", "45-р", DAY, "Про сесію"),
    'Рішення "Про тепло 2018-2019 р.р...." № 87 від 14.05.2019р.': act(
        "рішення", "87", DAY, "Про тепло 2018-2019 р.р."
    ),
    "Закон України «Про місто» від 14.05.2019 № 280/97-ВР": act(
        "закон України", "280/97-ВР", DAY, "Про місто"
    ),
    'Рішення № 7 від 14.05.2019 «Про статут КП "Ясне"» (нова редакція)': act(
        "рішення", "7", DAY, 'Про статут КП "Ясне"'
    ),
    'Рішення від 14 травня 2019 року N 7/7 "Про зміни до рішення "Про бюджет""': act(
        "рішення", "7/7", DAY, 'Про зміни до рішення "Про бюджет"'
    ),
    "Рішення від 14.05.2019 № 17/15 (s-ab-07/2) Про землю": act(
        "рішення", "17/15", DAY, "(s-ab-07/2) Про землю"
    ),
    "РОЗПОРЯДЖЕННЯ від 14 травня 2019 р. № 5-р Ясне Про перелік": act(
        "розпорядження", "5-р", DAY, "Про перелік"
    ),
    "рішення відповідача №170 від 14.05.2019, прийняте на IV сесії 8-го скликання «Про межі»": act(
        "рішення", "170", DAY, "Про межі"
    ),
    "розпорядженні міського голови Ясного Василя Вигаданенка №291 від 14 травня 2019 року": act(
        "розпорядження міського голови", "291", DAY
    ),
    "від 14 травня 2019 року ХМ» 713": act(number="713", date=DAY),
    "Постанова; Порядок від 14.05.20191212": act("постанова", "1212", DAY),
    "Рішення № 7 від 14.05.2019 (зі змінами від 01.02.2021 № 99) «Про податки»": act(
        "рішення", "7", DAY, "Про податки"
    ),
    "- про Правила (рішення міської ради від 14 травня 2019 року №7-3/V\u0406);": act(
        "рішення міської ради", "7-3/VI", DAY, "про Правила"
    ),
    "Про тарифи: рішення міської ради від 14.05.2019 № 7": act(
        "рішення міської ради", "7", DAY, "Про тарифи"
    ),
    "Про преміювання, № 12-в від 14.05.2019": act(None, "12-в", DAY, "Про преміювання"),
    "Про план області розпорядження Кабінету Міністрів України від 14 трав. 2019 р. №16-р": act(
        "розпорядження Кабінету Міністрів України", "16-р", DAY, "Про план області"
    ),
    "Про тарифи : наказ МВС України від 14.05.2019 № 7": act("наказ", "7", DAY, "Про тарифи"),
    "Про ради : Закон України від 14 трав. 2019 р. № 280/97-ВР // Відом. ВР. 1997. № 24": act(
        "закон України", "280/97-ВР", DAY, "Про ради"
    ),
    "Про облік : Постанова КМУ від 14.05.2019 р. № 269. Офіційний вісник України. 2004. № 9": act(
        "постанова КМУ", "269", DAY, "Про облік"
    ),
    "Про звернення громадян. Закон України від 14.05.2019 № 393/96-ВР": act(
        "закон України", "393/96-ВР", DAY, "Про звернення громадян"
    ),
    "Про сесію. Розпорядження від 14.05.2019 № 17-р": act(
        "розпорядження", "17-р", DAY, "Про сесію"
    ),
    "Про тарифи [Електронний ресурс] : наказ МОН від 14.05.2019 № 7. – Режим доступу: URL": act(
        "наказ", "7", DAY, "Про тарифи"
    ),
    "Рішення № 34 про передачу школи № 5 від 14.05.2019": act(
        "рішення", "34", None, "про передачу школи № 5 від 14.05.2019"
    ),
    "Про тарифи, рішення № 16-3/VIII від 14.05.2019": act(
        "рішення", "16-3/VIII", DAY, "Про тарифи"
    ),
    "Про тарифи № 16-3/VIII": act(None, "16-3/VIII", None, "Про тарифи"),
    "Про план роботи на 2019 рік, №16-3/VIII": act(
        None, "16-3/VIII", None, "Про план роботи на 2019 рік"
    ),
    "Про затвердження програми. № 16-3/VIII": act(
        None, "16-3/VIII", None, "Про затвердження програми"
    ),
    "14.05.2019 Про тарифи № 16-од": act(None, "16-од", DAY, "Про тарифи"),
    "2. Про тарифи (№ 16-3/VIII)": act(None, "16-3/VIII", None, "Про тарифи"),
    "Про тарифи [№ 16 від 14.05.2019]": act(None, "16", DAY, "Про тарифи"),
    "Про тарифи 14.05.2019 №16": act(None, "16", DAY, "Про тарифи"),
    "Про тарифи, 14.05.2019, № 16": act(None, "16", DAY, "Про тарифи"),
    "Рішення_№_16_від_14.05.2019.pdf": act("рішення", "16", DAY),
    "Про тарифи.docx": act(subject="Про тарифи"),
    "Рішення № 16 Щодо тарифів": act("рішення", "16", None, "Щодо тарифів"),
    "Рішення від 14.05.2019 № 16 Деякі питання оплати": act(
        "рішення", "16", DAY, "Деякі питання оплати"
    ),
    "Рішення від 14.05.2019 № 16 Внесення змін до бюджету": act(
        "рішення", "16", DAY, "Внесення змін до бюджету"
    ),
    "Рішення від 14.05.2019 № 16 Управління освіти": act("рішення", "16", DAY),
    "Рішення № XXIII/145 від 14.05.2019": act("рішення", "XXIII/145", DAY),
    "Рішення (проєкт) Про тарифи": act("проєкт рішення", subject="Про тарифи"),
    "Ріш. № 16 від 14.05.2019": act("рішення", "16", DAY),
    "Декрет Кабінету Міністрів України від 14.05.2019 № 7-93 «Про мито»": act(
        "декрет Кабінету Міністрів України", "7-93", DAY, "Про мито"
    ),
    "Решение № 16 от 14.05.2019 О тарифах": act("рішення", "16", DAY, "О тарифах"),
    "Решение сессии от 14 мая 2019 г. № 16 «Об утверждении тарифов»": act(
        "рішення", "16", DAY, "Об утверждении тарифов"
    ),
    "Распоряжение городского головы № 5-р от 14.05.2019": act("розпорядження", "5-р", DAY),
    # What a site says of the file or of the draft is no part of the title.
    "Рішення № 16 від 14.05.2019 Про тарифи (docx; 54,3 KB)": act(
        "рішення", "16", DAY, "Про тарифи"
    ),
    "№ 16 Про тарифи – 1,4 MB (PDF)": act(None, "16", None, "Про тарифи"),
    "№ 16 Про тарифи [завантажити]": act(None, "16", None, "Про тарифи"),
    "№ 16 Про тарифи (з додатками) (pdf, 2 Мб)": act(None, "16", None, "Про тарифи"),
    "Про тарифи + Додаток.rar": act(subject="Про тарифи"),
    "Рішення № 16 від 14.05.2019 Про тарифи . pdf": act("рішення", "16", DAY, "Про тарифи"),
    "rishennya_16-3_VIII.pdf — Про тарифи": act(subject="Про тарифи"),
    "Про сквер - проєкт": act("проєкт", subject="Про сквер"),
    "Про сквер (проєкт рішення)": act("проєкт рішення", subject="Про сквер"),
    "Рішення № 16 від 14.05.2019 (Про тарифи (нові)) Чинний": act(
        "рішення", "16", DAY, "Про тарифи (нові)"
    ),
    "Рішення від 14.05.2019року№16Про тарифи": act("рішення", "16", DAY, "Про тарифи"),
    "Рішення від чотирнадцятого травня 2019 року № 16 Про тарифи": act(
        "рішення", "16", DAY, "Про тарифи"
    ),
    "Рішення № 16 від двадцять першого травня 2019 р. Про тарифи": act(
        "рішення", "16", datetime.date(2019, 5, 21), "Про тарифи"
    ),
    "14.05.2019 – Про тарифи – № 137": act(None, "137", DAY, "Про тарифи"),
    "Про тарифи рішення виконавчого комітету № 16 від 14.05.2019 р.": act(
        "рішення виконавчого комітету", "16", DAY, "Про тарифи"
    ),
    "проєкт рішення виконкому на 14.05.2019: Про тарифи": act(
        "проєкт рішення виконкому", subject="Про тарифи"
    ),
    "Рішення № 16 Про тарифи (14.05.2019)": act("рішення", "16", DAY, "Про тарифи"),
    "Про комісію з НС. Рішення від 14.05.2019 № 16": act("рішення", "16", DAY, "Про комісію з НС"),
    "VIII-16/6 Рішення від 14.05.2019 Про тарифи": act("рішення", "VIII-16/6", DAY, "Про тарифи"),
    "Рішення №16 від 14.05.2019р. Про тарифи Втратив чинність": act(
        "рішення", "16", DAY, "Про тарифи"
    ),
    "Переглянути рішення № 16 від 14.05.2019 — Про тарифи": act("рішення", "16", DAY, "Про тарифи"),
    "ПР_ Про тарифи.doc": act(subject="Про тарифи"),
    "Рішення № 17 від 14.05.20191 Про тарифи": act("рішення", "17", None, "Про тарифи"),
    "«Про  сільський  бюджет»": act(subject="Про сільський бюджет"),
    "Про затвердження →": act(subject="Про затвердження"),
    # What a site says of the state in brackets, and words of its link.
    "Рішення № 16 від 14.05.2019 Про тарифи (втратило чинність)": act(
        "рішення", "16", DAY, "Про тарифи"
    ),
    "Рішення № 16 Про тарифи (Чинне)": act("рішення", "16", None, "Про тарифи"),
    "Рішення № 16 Про тарифи - скачати": act("рішення", "16", None, "Про тарифи"),
    "Рішення № 16 Про тарифи PDF": act("рішення", "16", None, "Про тарифи"),
    "Рішення № 16 Про формат PDF/A": act("рішення", "16", None, "Про формат PDF/A"),
    # The day behind a title with its number before.
    "№ 16 - Про положення - 14.05.2019": act(None, "16", DAY, "Про положення"),
    "№ 16 Про роботу 01.05.2019 - 14.05.2019": act(
        None, "16", None, "Про роботу 01.05.2019 - 14.05.2019"
    ),
    "Рішення № 16 Про свято 24 серпня 2019 року від 14.05.2019": act(
        "рішення", "16", DAY, "Про свято 24 серпня 2019 року"
    ),
    "Рішення № 16 Про зміни до договору від 14.05.2019": act(
        "рішення", "16", None, "Про зміни до договору від 14.05.2019"
    ),
    # The number in brackets is of the act where what it amends has its own.
    "Про зміни до рішення від 01.02.2018 № 28-3/VIII «Про бюджет» (№ 40-13/VIII)": act(
        None, "40-13/VIII", None, "Про зміни до рішення від 01.02.2018 № 28-3/VIII «Про бюджет»"
    ),
    # One closing sign for two opened quotations closes the inner one.
    "Рішення № 16 «Про вступ до Асоціації «Ясна»": act(
        "рішення", "16", None, "Про вступ до Асоціації «Ясна»"
    ),
    'Рішення № 16 "Про клуб "Ясний"': act("рішення", "16", None, 'Про клуб "Ясний"'),
    "Рішення № 16 „Про клуб „Ясний“”": act("рішення", "16", None, "Про клуб „Ясний“"),
    "Рішення № 16 “Про клуб “Ясний”": act("рішення", "16", None, "Про клуб “Ясний”"),
    "Рішення № 16 ''Про тарифи''": act("рішення", "16", None, "Про тарифи"),
    "Рішення № 16 Про тарифи | 14.05.2019": act("рішення", "16", DAY, "Про тарифи"),
    "№ 16 Про роботу | 9:00": act(None, "16", None, "Про роботу | 9:00"),
    "Про зміни до бюджету (проєкт рішення № 16 від 14.05.2019)": act(
        "проєкт рішення", "16", DAY, "Про зміни до бюджету"
    ),
    "Про Положення про старосту від 14.05.2019 № 4-12/VIII": act(
        None, "4-12/VIII", DAY, "Про Положення про старосту"
    ),
    "Про Положення про старосту від 14.05.2019 № 4": act(
        subject="Про Положення про старосту від 14.05.2019 № 4"
    ),
    "Рішення тридцять дев’ятої сесії восьмого скликання від 14.05.2019 Про сад": act(
        "рішення сесії", None, DAY, "Про сад"
    ),
    "Рішення першої сесії № 16 Про сад": act("рішення сесії", "16", None, "Про сад"),
    "Рішення від чотирнадцятого травня дві тисячі дев’ятнадцятого року № 16": act(
        "рішення", "16", DAY
    ),
}


@pytest.mark.parametrize("line", FORMS)
def test_forms_of_a_line(line: str) -> None:
    assert parse_act(line) == FORMS[line]


@pytest.mark.parametrize(
    "line",
    [
        "Про внесення змін до рішення від 14.08.2011 № 206 „Про тарифи”",
        "Про скасування рішення виконавчого комітету від 01.02.2019 № 50",
        "Про визнання таким, що втратило чинність, рішення міської ради від 01.02.2019 № 50",
        "Про виконання розпорядження Кабінету Міністрів України від 01.02.2019 № 50-р",
        "Про внесення змін до Положення (рішення від 23.05.2013 №31/30)",
        "Про зміни до Програми, затвердженої рішенням ради від 12.10.2010 №8/2",
        "Про договір оренди від 30.10.2013 року з ФГ «Ясне»",
        "Про поновлення договору оренди від 02.04.2008 № 3663.",
        "Про виконання плану від 01.01.2020 № 5",
        "Про управління та розпорядження майном",
        "Про роботу школи № 5",
        "Про передачу будинку № 12-а",
        "Про ремонт котельні № 12-к",
        "Про зміни до Статуту (№ 5)",
        "Про внесення змін до рішення № 16-3/VIII",
        "Про виконання плану, рішення від 01.01.2020 № 5",
        "Про скасування пільг. Рішення від 01.01.2020 № 5",
        "Звіт про виконання плану від 01.01.2020",
        "Затвердити рішення від 01.01.2017 № 5",
        "Внесення змін до переліку",
        "Положення про порядок",
        "2020 рік",
        "VIII скликання",
        "Земельні рішення",
        "Про внесення змін до програми № 16-3/VIII",
        "Про виконання рішення сесії № 16-3/VIII",
        "Про сесію 14.05.2019",
        "Про день міста (14.05.2019)",
        "Переглянути рішення від 01.01.2017 № 5",
        "Про визнання таким, що втратило чинність",
        "Про план (зі змінами)",
        "Про інвестиційний проєкт",
        "Про роботу школи – № 5",
        "Про скасування пільг рішення виконавчого комітету № 135 від 16.05.2019 р.",
        "Про порядок денний рішення виконавчого комітету № 135 від 16.05.2019 р.",
        "Про тарифи рішення № 135 від 16.05.2019 р.",
        "Про перелік (pdf) документів",
    ],
)
def test_what_stands_in_the_title_stays_there(line: str) -> None:
    assert parse_act(line) == act(subject=line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Рішення №21 - №48", "рішення"),
        ("Рішення сесії №9-26/VІІІ - 9-48/VІІІ (земельні):", "рішення сесії"),
        ("Рішення №№ 15-20", "рішення"),
        ("№ проект - VI", "проєкт"),
        ("від _____   № 7/____ ", None),
        ("Рішення № б/н", "рішення"),
        ("ПОРЯДОК ДЕННИЙ (проєкт) 7 чергової сесії обласної ради", "порядок денний"),
        ("Протокол 5 позачергової сесії міської ради", "протокол сесії міської ради"),
        ("Додаток до розпорядження міського голови від 18.12.2020 № 276", "додаток"),
        ("Додаток 3. Перелік майна до рішення від 18.12.2020 № 276", "додаток"),
    ],
)
def test_lines_without_a_number_of_their_own(line: str, kind: str | None) -> None:
    assert parse_act(line) == act(kind)


def test_a_report_about_an_act_has_not_its_number() -> None:
    line = "Звіт про повторне відстеження рішення від 19.11.2014 № 283"
    assert parse_act(line) == act("звіт", subject=line[5:])


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Рішення 3 сесії VIII скликання міської ради від 14.05.2019", DAY),
        ("Рішення 11 (позачергової) сесії міської ради від 14.05.2019", DAY),
        ("Документ 12-п, попередня редакція — Редакція від 05.06.2016", None),
        ("Рішення № 12 від 31.02.2020", None),
        ("Рішення № 12 від 14.05.19", DAY),
        ("Рішення від 31.02.19 № 12", None),
        ("Рішення № 12 від 14.05.98", datetime.date(1998, 5, 14)),
    ],
)
def test_dates_that_are_and_are_not_of_the_act(line: str, date: datetime.date | None) -> None:
    assert parse_act(line).date == date


def test_month_first_where_declared() -> None:
    assert parse_act("УХВАЛА № 512 від 03/04/2011", dates="mdy").date == datetime.date(2011, 3, 4)
    assert parse_act("УХВАЛА № 512 від 03/04/2011").date == datetime.date(2011, 4, 3)
    assert parse_act("УХВАЛА № 512 від 10/28/2012").date == datetime.date(2012, 10, 28)


MONTHS = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
numbers = st.one_of(
    st.from_regex(r"[1-9]\d{0,3}(-(р|рк|од|к|п|ВР))?", fullmatch=True),
    st.from_regex(r"[1-9]\d?/[1-9]\d{0,3}", fullmatch=True),
    st.from_regex(r"[1-9]\d?-[1-9]\d{0,2}/(V|VI|VII|VIII|IX)", fullmatch=True),
    st.from_regex(r"[1-9]\d{0,3}-(V|VI|VII|VIII)", fullmatch=True),
    st.from_regex(r"0[1-9]-[1-9]\d\d/20(1|2)\d", fullmatch=True),
)
days = st.dates(min_value=datetime.date(1991, 8, 24), max_value=datetime.date(2040, 1, 1))
subjects = st.sampled_from(
    [
        "Про бюджет міста на 2021 рік",
        "Про внесення змін до рішення міської ради від 24.12.2020 № 3-2/VIII «Про бюджет»",
        "Про надання згоди № 5 на 12 осіб",
        "Про затвердження Статуту КП «Ясне» (нова редакція)",
        "про скасування розпорядження від 1 січня 2020 року №7-р",
    ]
)
kinds = st.sampled_from(
    ["рішення", "розпорядження міського голови", "рішення виконавчого комітету", "наказ"]
)
forms = st.sampled_from(
    [
        "{kind} від {date} № {number} «{subject}»",
        "{kind} № {number} від {date} {subject}",
        "{kind} «{subject}» № {number} від {date}",
        "{kind}  №{number}  від  {date}.  „{subject}”",
        '- {kind} N {number} від {date} "{subject}";',
        "{date} {kind} №\u00a0{number} {subject}",
        "{number} від {date} {kind} {subject}",
        "{kind} {number} від {date} «{subject}»",
    ]
)
writings = st.sampled_from(
    [
        "{0.day:02}.{0.month:02}.{0.year}",
        "{0.day}.{0.month:02}. {0.year}р.",
        "«{0.day:02}» {1} {0.year} року",
    ]
)


def with_latin_letters(kind: str) -> str:
    return kind.replace("і", "i", 1).replace("о", "o", 1)


LOOKS: list[Callable[[str], str]] = [str.lower, str.upper, str.capitalize, with_latin_letters]


@st.composite
def written_acts(draw: st.DrawFn) -> tuple[str, Act]:
    """A title line in some form, and the act that it names."""
    kind, number, day, subject = draw(kinds), draw(numbers), draw(days), draw(subjects)
    printed = number.replace("I", "\u0406") if draw(st.booleans()) else number
    date = draw(writings).format(day, MONTHS.split()[day.month - 1])
    line = draw(forms).format(
        kind=draw(st.sampled_from(LOOKS))(kind), number=printed, date=date, subject=subject
    )
    return line, act(kind, number, day, subject)


@given(written_acts())
def test_what_is_written_is_read_back(written: tuple[str, Act]) -> None:
    line, meant = written
    assert parse_act(line) == meant


@given(st.text())
def test_any_text_is_read_without_a_fault(line: str) -> None:
    read = parse_act(line)
    assert read.subject is None or read.subject.strip() == read.subject
