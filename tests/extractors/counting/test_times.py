"""Of which days a count speaks."""

import pytest

from pipeline.extractors.counting.times import Time
from tests.extractors.counting.reading import read

HEADING = "Звіт за ІІ квартал 2023 року\n"
QUARTER = "2023-04-01..2023-06-30"
HALF = "2023-01-01..2023-06-30"


def said(time: Time) -> str:
    period = f"{time.period.start}..{time.period.end}" if time.period else ""
    return f"{period}@{time.as_of}" if time.as_of else period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Надано 5 послуг.", [QUARTER], id="of-the-report"),
        pytest.param("За травень надано 5 послуг.", ["2023-05-01..2023-05-31"], id="own"),
        pytest.param("Надано 5 послуг за травень.", ["2023-05-01..2023-05-31"], id="own-after"),
        pytest.param(
            "У 2022 році за аналогічний період надано 5 послуг.",
            ["2022-04-01..2022-06-30"],
            id="same-period-of-a-year",
        ),
        pytest.param(
            "Сталося 48 пожеж проти 61 торік.", [QUARTER, "2022-04-01..2022-06-30"], id="against"
        ),
        pytest.param(
            "Сталося 48 пожеж (торік – 61), загинули 2 особи.",
            [QUARTER, "2022-04-01..2022-06-30", QUARTER],
            id="last-year-in-brackets",
        ),
        pytest.param(
            "Надійшло 45 листів, що більше за березень (40), надіслано 30 відповідей.",
            [QUARTER, "2023-03-01..2023-03-31", QUARTER],
            id="compared-month-in-brackets",
        ),
        pytest.param(
            "Надійшло 45 листів, у березні – 40, надіслано 30 відповідей.",
            [QUARTER, "2023-03-01..2023-03-31", QUARTER],
            id="compared-month-aside",
        ),
        pytest.param(
            "Надійшло 45 листів проти 40 у березні, надіслано 30 відповідей.",
            [QUARTER, "2023-03-01..2023-03-31", QUARTER],
            id="against-a-number-of-a-month",
        ),
        pytest.param(
            "У березні – 40 листів, 30 відповідей, складено 7 актів.",
            ["2023-03-01..2023-03-31"] * 3,
            id="month-that-opens-a-list",
        ),
        pytest.param(
            "Надійшло 45 листів, що більше торішнього показника (40), надіслано 30 відповідей.",
            [QUARTER, "2022-04-01..2022-06-30", QUARTER],
            id="figure-of-last-year",
        ),
        pytest.param(
            "Надійшло 45 листів проти торішніх 40.",
            [QUARTER, "2022-04-01..2022-06-30"],
            id="against-those-of-last-year",
        ),
        pytest.param(
            "Надійшло 45 листів, у минулому році було 40, надіслано 30 відповідей.",
            [QUARTER, "2022-04-01..2022-06-30", QUARTER],
            id="past-year-beside-a-number",
        ),
        pytest.param(
            "На 01.06.2023 у черзі 19 осіб, у 2022 році житло надано 2 особам.",
            [f"{QUARTER}@2023-06-01", "2022-01-01..2022-12-31"],
            id="year-after-a-day",
        ),
        pytest.param(
            "На 01.06.2023 у черзі 19 осіб, у травні житло надано 2 особам.",
            [f"{QUARTER}@2023-06-01", "2023-05-01..2023-05-31"],
            id="month-after-a-day",
        ),
        pytest.param(
            "Борг на 01.07.2023 – 312 тис. грн, підготовлено 48 позовів.",
            [QUARTER],
            id="deed-after-a-debt-of-a-day",
        ),
        pytest.param(
            "Надійшло 65 заяв проти 71 за аналогічний період минулого року, 60 задоволено.",
            [QUARTER, "2022-04-01..2022-06-30", QUARTER],
            id="against-the-same-period",
        ),
        pytest.param(
            "Проведено 4 торги (у 2022-му – 1), продано 6 ділянок.",
            [QUARTER, "2022-01-01..2022-12-31", QUARTER],
            id="year-with-its-ending",
        ),
        pytest.param(
            "Надійшло 65 заяв; минулого кварталу – 71.",
            [QUARTER, "2023-01-01..2023-03-31"],
            id="past-quarter-beside-a-number",
        ),
        pytest.param(
            "Видано 5,2 тис. книг проти 4,9 тис. у березні, відвідувань – 341.",
            [QUARTER, "2023-03-01..2023-03-31", QUARTER],
            id="against-thousands-of-a-month",
        ),
        pytest.param(
            "Передано до архіву 132 справи за 2019–2021 роки, знищено 240 справ.",
            [QUARTER, QUARTER],
            id="years-of-files-are-not-of-what-follows",
        ),
        pytest.param("Минулого року надано 5 послуг.", [QUARTER], id="past-year-by-itself"),
        pytest.param(
            "На 01.06.2023 укладено 210 декларацій, за місяць укладено 9 нових декларацій.",
            [f"{QUARTER}@2023-06-01", QUARTER],
            id="new-ones-are-of-no-day",
        ),
        pytest.param("Торік надано 5 послуг.", ["2022-04-01..2022-06-30"], id="last-year"),
        pytest.param(
            "Прийнято 46 заявок (попереднього кварталу – 38).",
            [QUARTER, "2023-01-01..2023-03-31"],
            id="quarter-before",
        ),
        pytest.param(
            "Прийнято 46 заявок (попереднього місяця – 38).",
            [QUARTER, QUARTER],
            id="month-before-in-a-quarter",
        ),
        pytest.param(
            "На початок кварталу в суді було 71 справа, на кінець – 64.",
            [f"{QUARTER}@2023-04-01", f"{QUARTER}@2023-06-30"],
            id="edges-of-the-quarter",
        ),
        pytest.param(
            "На початок року діяло 5 гуртків.", [f"{QUARTER}@2023-01-01"], id="start-of-the-year"
        ),
        pytest.param("На кінець року – 5 гуртків.", [QUARTER], id="end-of-a-year-to-come"),
        pytest.param(
            "На початок місяця діяло 5 гуртків.", [QUARTER], id="start-of-one-of-three-months"
        ),
        pytest.param(
            "Проведено 33 перевірки (у 2022 році – 25), виявлено:\n- крадіжок – 3;\n- бійок – 1.",
            [QUARTER, "2022-01-01..2022-12-31", QUARTER, QUARTER],
            id="bracket-of-a-lead",
        ),
        pytest.param(
            "У травні знайдено 11 несправностей; до червня усунуто 8.",
            ["2023-05-01..2023-05-31", QUARTER],
            id="another-time-after-a-semicolon",
        ),
        pytest.param(
            "Порівняно з 2022 роком надійшло 45 заяв.", [QUARTER], id="compared-with-a-year"
        ),
        pytest.param(
            "Надійшло 45 заяв порівняно з 2022 роком, коли надійшло 40 заяв.",
            [QUARTER, "2022-01-01..2022-12-31"],
            id="compared-year-when",
        ),
        pytest.param(
            "Надано 5 послуг, на кінець кварталу в черзі було 16 осіб.",
            [QUARTER, f"{QUARTER}@2023-06-30"],
            id="day-of-what-follows",
        ),
        pytest.param(
            "Проведено 48 заходів (ІІ квартал 2022 року: 31 захід, 8 тис. глядачів).",
            [QUARTER, "2022-04-01..2022-06-30", "2022-04-01..2022-06-30"],
            id="heading-a-bracket",
        ),
        pytest.param(
            "У ІІ кварталі 2023 року надійшло 57 заяв (проти 45 у ІІ кварталі 2022 року).",
            [QUARTER, "2022-04-01..2022-06-30"],
            id="against-a-quarter",
        ),
        pytest.param(
            "Кількість гуртків порівняно з минулим роком зросла з 14 до 18.",
            ["2022-04-01..2022-06-30", QUARTER],
            id="grown-since-last-year",
        ),
        pytest.param(
            "За цей період минулого року надано 5 послуг.",
            ["2022-04-01..2022-06-30"],
            id="this-period-of-last-year",
        ),
        pytest.param(
            "У 2022 році надано 5 послуг, у 2023 – 7.",
            ["2022-01-01..2022-12-31", "2023-01-01..2023-12-31"],
            id="year-without-its-word",
        ),
        pytest.param(
            "Кількість пожеж зменшилася з 48 у 2022 році до 40 у 2023 році.",
            ["2022-01-01..2022-12-31", "2023-01-01..2023-12-31"],
            id="grown-from-year-to-year",
        ),
        pytest.param(
            "Прийнято 4 500 відвідувачів (у 2022 – 3 900).",
            [QUARTER, "2022-01-01..2022-12-31"],
            id="no-range-from-a-year",
        ),
        pytest.param(
            "Станом на 01.07.2023 на обліку 717 жителів. Серед них дітей – 121.",
            [f"{QUARTER}@2023-07-01", f"{QUARTER}@2023-07-01"],
            id="part-of-a-day",
        ),
        pytest.param(
            "За травень 2023 року надійшло 60 заяв. З них у червні розглянуто 40.",
            ["2023-05-01..2023-05-31", "2023-06-01..2023-06-30"],
            id="part-with-a-time-of-its-own",
        ),
        pytest.param(
            "Населення громади на 1 липня 2023 року становить 4 918 осіб.",
            [f"{QUARTER}@2023-07-01"],
            id="day-of-what-is",
        ),
        pytest.param(
            "Порівняно з І кварталом кількість звернень зменшилась (було 131).",
            ["2023-01-01..2023-03-31"],
            id="what-was",
        ),
        pytest.param("Надійшло 20 заяв (було 30).", [QUARTER, ""], id="what-was-some-time"),
        pytest.param(
            "Укладено 816 угод (на 01.04.2023 – 530), надано 15 послуг (станом на 01.07.2023).",
            [QUARTER, f"{QUARTER}@2023-04-01", f"{QUARTER}@2023-07-01"],
            id="day-of-the-number-in-the-bracket",
        ),
        pytest.param(
            "Прийнято 40 заяв, у грудні – 45.",
            [QUARTER, "2022-12-01..2022-12-31"],
            id="a-month-to-come-is-the-last-one",
        ),
        pytest.param(
            "Найбільше звернень – у травні (31) та червні (28).",
            ["2023-05-01..2023-05-31", "2023-06-01..2023-06-30"],
            id="months-after-one-preposition",
        ),
        pytest.param(
            "Протягом квітня – 21 звернення, травня – 19, червня – 28.",
            ["2023-04-01..2023-04-30", "2023-05-01..2023-05-31", "2023-06-01..2023-06-30"],
            id="months-one-after-the-other",
        ),
        pytest.param(
            "На кінець червня 2023 року у черзі було 117 осіб, торік – 164.",
            [f"{QUARTER}@2023-06-30", "2022-04-01..2022-06-30"],
            id="last-year-of-a-day",
        ),
        pytest.param(
            "Перенесено на 1 липня 2023 року 5 засідань.",
            [QUARTER],
            id="day-something-is-put-off-to",
        ),
        pytest.param(
            "У 2022 році за цей же період надано 5 послуг.",
            ["2022-04-01..2022-06-30"],
            id="this-same-period-of-a-year",
        ),
        pytest.param(
            "Прийнято 46 заявок (у минулому кварталі – 38).",
            [QUARTER, "2023-01-01..2023-03-31"],
            id="in-the-quarter-before",
        ),
        pytest.param(
            "Порівняно з ІІ півріччям 2022 року кількість гуртків зросла (з 14 до 18).",
            ["2022-07-01..2022-12-31", QUARTER],
            id="grown-since-a-half",
        ),
        pytest.param(
            "Порівняно з 2022 роком кількість гуртків зросла на 12,3 % (з 14 до 18).",
            ["2022-01-01..2022-12-31", QUARTER],
            id="grown-in-brackets",
        ),
        pytest.param(
            "Минулого тижня (19.06–25.06) було 31 виїзд, цього тижня (26.06-30.06) – 20 виїздів.",
            ["2023-06-19..2023-06-25", "2023-06-26..2023-06-30"],
            id="bracket-says-which-week",
        ),
        pytest.param("Торік створений центр прийняв 5 осіб.", [QUARTER], id="made-last-year"),
        pytest.param("Кількість гуртків зросла з 14 до 18.", ["", QUARTER], id="grown"),
        pytest.param(
            "Порівняно з 2022 роком кількість гуртків зросла з 14 до 18.",
            ["2022-01-01..2022-12-31", QUARTER],
            id="grown-since-a-year",
        ),
        pytest.param(
            "Описано 600 справ за 1994–2006 роки.", [QUARTER], id="years-of-the-files-described"
        ),
        pytest.param(
            "За період з 01.05 по 15.05.2023 надано 5 послуг.",
            ["2023-05-01..2023-05-15"],
            id="own-days",
        ),
        pytest.param(
            "У першому кварталі надано 5 послуг, у другому – 6, а у четвертому – 7.",
            ["2023-01-01..2023-03-31", QUARTER, "2023-10-01..2023-12-31"],
            id="quarters-named-once",
        ),
        pytest.param(
            "За І півріччя надано 5 послуг, за ІІ – 6 послуг.",
            ["2023-01-01..2023-06-30", "2023-07-01..2023-12-31"],
            id="halves-named-once",
        ),
        pytest.param(
            "За травень надано 5 послуг, у другому – 6.",
            ["2023-05-01..2023-05-31", "2023-05-01..2023-05-31"],
            id="a-month-has-no-second",
        ),
        pytest.param(
            "У 2022 році надано 5 послуг, у 2023 році – 7 послуг.",
            ["2022-01-01..2022-12-31", "2023-01-01..2023-12-31"],
            id="one-after-the-other",
        ),
        pytest.param(
            "Надано 7 послуг (за 2022 рік – 5).",
            [QUARTER, "2022-01-01..2022-12-31"],
            id="in-brackets",
        ),
        pytest.param(
            "Надано 7 послуг, за аналогічний період минулого року – 5.",
            [QUARTER, "2022-04-01..2022-06-30"],
            id="same-period-last-year",
        ),
        pytest.param("Заслухано 3 звіти за 2022 рік.", [QUARTER], id="of-the-thing"),
        pytest.param("Схвалено 3 програми на 2024 рік.", [QUARTER], id="for-another-year"),
        pytest.param(
            "Станом на 01.07.2023 діє 5 гуртків і 2 студії.",
            [f"{QUARTER}@2023-07-01"] * 2,
            id="as-of",
        ),
        pytest.param(
            "Станом на 01.07.2023 діє 5 гуртків. Проведено 2 свята.",
            [f"{QUARTER}@2023-07-01", QUARTER],
            id="as-of-ends-with-the-sentence",
        ),
        pytest.param(
            "Станом на 01.07.2023 діють:\n- 5 гуртків;\n- 2 студії.",
            [f"{QUARTER}@2023-07-01"] * 2,
            id="as-of-of-a-list",
        ),
        pytest.param("З початку року надано 5 послуг.", [HALF], id="since-new-year"),
        pytest.param(
            "Надано 5 послуг (з початку року – 9), складено 2 акти.",
            [QUARTER, HALF, QUARTER],
            id="since-new-year-in-brackets",
        ),
        pytest.param(
            "У червні надано 5 послуг, з початку року – 9, складено 2 акти.",
            ["2023-06-01..2023-06-30", HALF, "2023-06-01..2023-06-30"],
            id="since-new-year-aside",
        ),
        pytest.param("За шість місяців надано 5 послуг.", [HALF], id="months-so-far"),
        pytest.param("За 3 місяці надано 5 послуг.", [QUARTER], id="months-that-may-be-any"),
        pytest.param("Усього за півріччя надано 5 послуг.", [HALF], id="half-that-ends-so"),
        pytest.param("Усього за рік надано 5 послуг.", [QUARTER], id="year-that-goes-on"),
        pytest.param(
            "З початку повномасштабного вторгнення надано 5 послуг.",
            ["2022-02-24..2023-06-30"],
            id="since-the-invasion",
        ),
        pytest.param(
            "З 24 лютого 2022 року надано 5 послуг.", ["2022-02-24..2023-06-30"], id="since-a-day"
        ),
        pytest.param(
            "Починаючи з вересня 2022 року надано 5 послуг.",
            ["2022-09-01..2023-06-30"],
            id="since-a-month",
        ),
        pytest.param(
            "З 1 лютого надано 5 послуг.", ["2023-02-01..2023-06-30"], id="since-this-day"
        ),
        pytest.param(
            "Кількість рейдів:\n- квітень – 5;\n- травень – 6.",
            ["2023-04-01..2023-04-30", "2023-05-01..2023-05-31"],
            id="months-that-label-items",
        ),
        pytest.param(
            "Рейдів: квітень – 5; травень – 6, серед них 2 нічні.",
            ["2023-04-01..2023-04-30", "2023-05-01..2023-05-31", "2023-05-01..2023-05-31"],
            id="months-that-label-counts",
        ),
        pytest.param(
            "До архіву передано 12 справ за 2020 рік, видано 5 довідок.",
            [QUARTER, QUARTER],
            id="year-of-files",
        ),
        pytest.param(
            "Кількість звернень: 2021 – 12, 2022 – 14, 2023 – 17.",
            ["2021-01-01..2021-12-31", "2022-01-01..2022-12-31", "2023-01-01..2023-12-31"],
            id="years-by-a-dash",
        ),
        pytest.param(
            "Протягом останніх трьох років надано 5 послуг.",
            ["2020-07-01..2023-06-30"],
            id="last-years",
        ),
        pytest.param(
            "З 10 квітня по 12 травня надано 5 послуг.",
            ["2023-04-10..2023-05-12"],
            id="from-day-to-day",
        ),
        pytest.param(
            "З початку навчального року надано 5 послуг.",
            ["2022-09-01..2023-06-30"],
            id="since-september",
        ),
        pytest.param(
            "За травень проведено:\n- 5 лекцій;\n- 2 екскурсії.",
            ["2023-05-01..2023-05-31"] * 2,
            id="period-of-a-list",
        ),
        pytest.param(
            "На кінець 2023 року діє 5 гуртків.", [f"{QUARTER}@2023-12-31"], id="as-of-the-end"
        ),
        pytest.param(
            "Кількість дітей на 01.07.2023 – 520.", [f"{QUARTER}@2023-07-01"], id="as-of-by-a-dash"
        ),
        pytest.param(
            "Порівняно з 15 скаргами торік надійшло 12 скарг, задоволено 9.",
            ["2022-04-01..2022-06-30", QUARTER, QUARTER],
            id="against-a-number-first",
        ),
        pytest.param(
            "Проти 15 торік виявлено 12 порушень, усунуто 10.",
            [QUARTER, QUARTER],
            id="against-a-bare-number-first",
        ),
        pytest.param(
            "На відміну від 2022 року, коли надійшло 33 скарги, цього року отримано 21.",
            ["2022-01-01..2022-12-31", QUARTER],
            id="unlike-a-year",
        ),
        pytest.param(
            "У порівнянні з минулим роком, де було 33 скарги, отримано 21 скаргу.",
            ["2022-04-01..2022-06-30", QUARTER],
            id="in-comparison-with-last-year",
        ),
        pytest.param(
            "Якщо торік надійшло 15 скарг, то цьогоріч – 12.",
            ["2022-04-01..2022-06-30", QUARTER],
            id="if-last-year",
        ),
        pytest.param(
            "Прийнято 15 рішень, торік – 12, позаторік – 9.",
            [QUARTER, "2022-04-01..2022-06-30", "2021-04-01..2021-06-30"],
            id="the-year-before-last",
        ),
        pytest.param(
            "Якщо у ІІ кварталі 2022 року подано 70 заяв, то у звітному – 54.",
            ["2022-04-01..2022-06-30", QUARTER],
            id="back-to-the-quarter",
        ),
        pytest.param(
            "Торік сплачено 12 штрафів, за такий же період поточного року – 20.",
            ["2022-04-01..2022-06-30", QUARTER],
            id="back-to-the-same-period",
        ),
        pytest.param(
            "Надійшло 40 скарг (за попередній квартал – 52), вирішено 38.",
            [QUARTER, "2023-01-01..2023-03-31", QUARTER],
            id="for-the-quarter-before",
        ),
        pytest.param(
            "Надійшло 40 скарг (у попередній період – 52).",
            [QUARTER, "2023-01-01..2023-03-31"],
            id="period-before",
        ),
        pytest.param(
            "Надійшло 40 скарг (за попередній – 52).",
            [QUARTER, "2023-01-01..2023-03-31"],
            id="the-one-before",
        ),
        pytest.param(
            "Прийнято 54 заяви, у минулому кварталі – 88.",
            [QUARTER, "2023-01-01..2023-03-31"],
            id="last-quarter-after-a-comma",
        ),
        pytest.param(
            "За 2022 рік видано 34 дозволи, тоді як за 2021 – 31.",
            ["2022-01-01..2022-12-31", "2021-01-01..2021-12-31"],
            id="whereas-in-a-year",
        ),
        pytest.param(
            "На 05.06.2023 навчається 412 учнів, менше, ніж у минулому навчальному році (420).",
            ["2023-04-01..2023-06-30@2023-06-05", "2021-09-01..2022-08-31"],
            id="last-school-year",
        ),
        pytest.param(
            "Кількість звернень зросла з 64 у ІІ кварталі 2022 року до 99 у звітному кварталі.",
            ["2022-04-01..2022-06-30", QUARTER],
            id="grown-from-a-time-to-the-report",
        ),
        pytest.param(
            "У серпні буде проведено ярмарок, на який запрошено 40 осіб.",
            ["2023-08-01..2023-08-31"],
            id="month-to-come",
        ),
        pytest.param(
            "У квітні надійшло 12 звернень, у травні – 9, загалом – 21.",
            ["2023-04-01..2023-04-30", "2023-05-01..2023-05-31", QUARTER],
            id="total-of-months",
        ),
        pytest.param(
            "Надійшло 12 скарг проти 15. За травень розглянуто 8 заяв, задоволено 5.",
            [QUARTER, QUARTER, *["2023-05-01..2023-05-31"] * 2],
            id="month-after-a-comparison",
        ),
        pytest.param(
            "За І півр. 2022 року надано 5 послуг.", ["2022-01-01..2022-06-30"], id="half"
        ),
    ],
)
def test_times_of_counts(text: str, expected: list[str]) -> None:
    assert [said(one.time) for one in read(HEADING + text).statements] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Новини громади за лютий 2024 року\nНадано 5 послуг.", "2024-02-01..2024-02-29"),
        ("Робота служби\n12–18 лютого 2024 року\nНадано 5 послуг.", "2024-02-12..2024-02-18"),
        ("Звіт від 05.03.2024\nза січень-лютий 2024 року\n5 послуг", "2024-01-01..2024-02-29"),
        ("Стан черги станом на 01.03.2024\nУ черзі 5 сімей.", "@2024-03-01"),
        ("Звіт\nДата: 03.02.2024 16:28\nНадано 5 послуг за 2023 рік.", "2023-01-01..2023-12-31"),
        ("Звіт\nНадано 5 послуг.", ""),
        ("Робота\n(ІІ квартал 2023 року)\n5 дітей (у 2022 році – 9).", "2023-04-01..2023-06-30"),
        ("Робота (ІІ квартал 2023 року)\nЗа травень – 5 дітей.", "2023-04-01..2023-06-30"),
        ("Звіт за 2022 рік\nСтепове\n2023 рік\nНадано 5.", "2022-01-01..2022-12-31"),
        ("Програма «Дім» (2021-2025 роки)\nУ 2024 році – 5 дітей.", "2024-01-01..2024-12-31"),
        ("Звіт\n48 заяв (у 2022 році – 40). За 2023 рік – 5.", "2023-01-01..2023-12-31"),
        ("Робота\nВ порівнянні з січнем 2019 року обслужено більше: 5.", ""),
        ("Підсумки опалювального сезону 2024-2025 років\nПрацювало 5 котелень.", ""),
        ("Звіт (за І квартал 2024 року) відділу\nНадано 5 послуг.", "2024-01-01..2024-03-31"),
        ("Звіт\nПорівняно з 2022 роком більше. У 2023 році – 5.", "2023-01-01..2023-12-31"),
        ("Робота гуртків у 2023-2024 навчальному році\nДіє 5.", "2023-09-01..2024-08-31"),
        ("Огляд\nСтаном на 05.09.2023 діє 5 гуртків.\nВидано 3 книги.", ""),
    ],
)
def test_time_of_a_report(text: str, expected: str) -> None:
    assert said(read(text).time) == expected


def test_a_month_of_a_school_year() -> None:
    text = "Робота центру у 2023/2024 н.р.\nУ вересні надано 5 послуг, у травні – 4."
    times = [said(one.time) for one in read(text).statements]
    assert times == ["2023-09-01..2023-09-30", "2024-05-01..2024-05-31"]


def test_the_same_days_of_a_leap_year() -> None:
    text = "Звіт за лютий 2024 року\nНадано 5 послуг, за аналогічний період 2023 року – 4."
    assert said(read(text).statements[1].time) == "2023-02-01..2023-02-28"


def test_a_count_is_no_part_of_one_of_another_time() -> None:
    text = "Торік надійшло 33 скарги, цього року отримано 21."
    assert [one.whole for one in read(HEADING + text).statements] == [None, None]


def test_a_list_of_parts_does_not_reach_the_time_before() -> None:
    text = "Відбулося 102 засідання, з них 58 – відкриті; у минулому кварталі – 88."
    assert [one.whole for one in read(HEADING + text).statements] == [None, 0, None]
