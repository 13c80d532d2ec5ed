"""Counts in tables."""

import pytest

from tests.extractors.counting.reading import amount, assert_every_digit_once, others, read

HEADING = "Звіт за 2023 рік\n"


def told(text: str) -> list[tuple[str, str]]:
    return [(amount(one), one.title) for one in read(HEADING + text).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Показник\tКількість\nЗаяви\t12\nСкарги\t3\n",
            [("12 шт", "Заяви"), ("3 шт", "Скарги")],
            id="label-and-number",
        ),
        pytest.param(
            "Показник\tІ квартал\tІІ квартал\nНадано квартир\t3\t4\nЗаяви\t12\t9\n",
            [
                ("3 шт", "Надано квартир: І квартал"),
                ("4 шт", "Надано квартир: ІІ квартал"),
                ("12 шт", "Заяви: І квартал"),
                ("9 шт", "Заяви: ІІ квартал"),
            ],
            id="quarters-are-no-money",
        ),
        pytest.param(
            "№ з/п\tНазва\tУсього\n1\tЗаяви\t12\n2\tСкарги\t3\n",
            [("12 шт", "Заяви"), ("3 шт", "Скарги")],
            id="numbered-rows",
        ),
        pytest.param(
            "Назва\tСіло\tМісто\n1\t2\t3\nЗаяви\t5\t7\n",
            [("5 шт", "Заяви: Сіло"), ("7 шт", "Заяви: Місто")],
            id="numbered-columns",
        ),
        pytest.param(
            "Показник\tОсіб, чол.\tСума, грн\t%\nДопомога родинам\t12\t45000\t98\n",
            [("12 осіб", "Допомога родинам: Осіб, чол.")],
            id="units-of-columns",
        ),
        pytest.param(
            "Показник\tТравень\tЧервень\nВидатки, тис. грн\t12,5\t14\nДіти\t40\t41\n",
            [("40 осіб", "Діти: Травень"), ("41 осіб", "Діти: Червень")],
            id="row-of-money",
        ),
        pytest.param(
            "Вид\tОд. виміру\tПлан\tВиконано\nВікна\tшт.\t40\t38\nДорога\tкв. м\t90\t70\n"
            "Допомога\tтис. грн\t12\t7\nДіти\tосіб\t8\t9\nЧастка\t%\t8\t9\n",
            [
                ("38 шт", "Вікна: Виконано"),
                ("70 м²", "Дорога: Виконано"),
                ("9 осіб", "Діти: Виконано"),
            ],
            id="column-of-units-and-of-plans",
        ),
        pytest.param(
            "Вхідні|Вихідні|Сума, грн\n3 120|2 415|388\n",
            [("3120 шт", "Вхідні"), ("2415 шт", "Вихідні")],
            id="names-over-one-row-of-numbers",
        ),
        pytest.param(
            "Захід\tПлан на 2023 рік\tФакт\tВідхилення\nДозволи\t30\t31\t+1\nАкти\t5\t5\t0\n",
            [("31 шт", "Дозволи: Факт"), ("5 шт", "Акти: Факт")],
            id="plan-fact-difference",
        ),
        pytest.param(
            "Місце\tПланові перевірки\tПлан роботи\nРинок\t3\t4\n",
            [("3 шт", "Ринок: Планові перевірки"), ("4 шт", "Ринок: План роботи")],
            id="planned-things-are-no-plan",
        ),
        pytest.param(
            "Показник|Кількість\nЗаяви|12\n",
            [("12 шт", "Заяви")],
            id="cells-parted-by-bars",
        ),
        pytest.param(
            "Ринок          Місць     Вільно\nСхідний           64         5\n"
            "«Колос»          1 030        -\n",
            [
                ("64 шт", "Східний: Місць"),
                ("5 шт", "Східний: Вільно"),
                ("1030 шт", "«Колос»: Місць"),
            ],
            id="columns-of-spaces",
        ),
        pytest.param(
            "№   Вид                Усього\n1   Заяви матерів          35\n"
            "2   Скарги                  7\n",
            [("35 шт", "Заяви матерів"), ("7 шт", "Скарги")],
            id="numbered-rows-of-spaces",
        ),
        pytest.param(
            "               Село   Місто\nЗаяви             5       7\n"
            "Скарги            1       2\n",
            [
                ("5 шт", "Заяви: Село"),
                ("7 шт", "Заяви: Місто"),
                ("1 шт", "Скарги: Село"),
                ("2 шт", "Скарги: Місто"),
            ],
            id="empty-corner",
        ),
        pytest.param(
            "Площа, га\t12,5\nДіти\t40\n",
            [("12.5 га", "Площа, га"), ("40 осіб", "Діти")],
            id="units-of-labels",
        ),
        pytest.param(
            "Вивезено сміття\t920 м3\n", [("920 м³", "Вивезено сміття")], id="unit-in-the-cell"
        ),
        pytest.param(
            "Зустрічі\tПроведено 5 лекцій і 2 бесіди\n",
            [("5 шт", "лекцій"), ("2 шт", "бесіди")],
            id="sentence-in-a-cell",
        ),
    ],
)
def test_counts_of_a_table(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    reading = read(HEADING + text)
    assert_every_digit_once(HEADING + text, reading)
    assert "" not in others(HEADING + text, reading)


def test_parts_of_a_row() -> None:
    reading = read(HEADING + "Назва\tСело\tМісто\nЗаяви\t12\t20\nз них усні\t3\t4\n")
    assert [one.whole for one in reading.statements] == [None, None, 0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Тема\tСело\tМісто\nСтаж\t5\t7\nЗемля\t4\t2\nРазом\t9\t9\n", [4, 5, 4, 5, None, None]),
        ("Тема\tСело\nУсього\t9\nСтаж\t5\nЗемля\t4\n", [None, 0, 0]),
        ("Тема\tСело\nСтаж\t5\nЗемля\t4\nз них паї\t1\nУсього\t9\n", [3, 3, 1, None]),
        ("Тема\tСело\nСтаж\t5\nЗемля\t4\nУсього\t11\n", [None, None, None]),
        (
            "Тема\tРазом\tу т. ч. від ЗМІ\nСтаж\t5\t2\nЗемля\t4\t1\nУсього\t9\t3\n",
            [4, 0, 4, 2, None, 4],
        ),
    ],
    ids=["below", "above", "with-parts", "not-their-sum", "column-of-parts"],
)
def test_parts_of_a_total(text: str, expected: list[int | None]) -> None:
    assert [one.whole for one in read(HEADING + text).statements] == expected


def test_a_sentence_before_a_table_tells_its_day_and_its_whole() -> None:
    text = (
        "Станом на 01.06.2023 навчаються 90 учнів у 3 відділах:\n"
        "Відділ\tУчнів\nСкрипка\t40\nВокал\t30\nТанець\t20\nЗакінчили школу 24 учні.\n"
    )
    statements = read(HEADING + text).statements
    assert [one.whole for one in statements] == [None, None, 0, 0, 0, None]
    days = [one.time.as_of.isoformat() if one.time.as_of else "" for one in statements]
    assert days == ["2023-06-01"] * 5 + [""]


def test_a_total_is_named_by_its_column() -> None:
    assert told("Тема запитів\tСело\nСтаж\t5\nЗемля\t4\nУсього\t9\n")[-1] == (
        "9 шт",
        "Тема запитів: Усього: Село",
    )


def test_columns_named_by_months_or_years() -> None:
    reading = read(HEADING + "Назва\tСічень\tЛютий\t2022\nЗаяви\t5\t7\t99\n")
    periods = [one.time.period for one in reading.statements]
    assert [(one.start.isoformat(), one.end.isoformat()) for one in periods if one] == [
        ("2023-01-01", "2023-01-31"),
        ("2023-02-01", "2023-02-28"),
        ("2022-01-01", "2022-12-31"),
    ]


def test_two_lone_numbers_are_page_counters() -> None:
    text = "Звіт за 2023 рік\nРобота триває\n1\nІнформація надається\n2\n"
    assert others(text, read(text))["page"] == ["1", "2"]


def test_numbers_that_no_label_names_are_unmapped() -> None:
    text = "Назва|Усього|Сіл\n1|2|3\nЗаяви|5|7\n|11|15\n"
    reading = read(HEADING + text)
    assert others(HEADING + text, reading)[""] == ["11", "15"]
    assert_every_digit_once(HEADING + text, reading)


def test_a_column_since_new_year_is_of_that_time() -> None:
    text = "Звіт за травень 2023 року\nПоказник\tТравень\tЗ початку року\nАкти\t5\t7\nЛисти\t8\t9\n"
    times = [one.time.period for one in read(text).statements]
    assert [f"{one.start}" for one in times if one] == ["2023-05-01", "2023-01-01"] * 2


def test_a_header_over_several_columns_names_each_of_them() -> None:
    rows = ["№\tОкруг\tНадано послуг\t\tПорад\tЗбір, грн", "\t\tлютий\tберезень\t\t"]
    text = "\n".join([*rows, "1\tПерший\t45\t98\t12\t980", "2\tДругий\t61\t20\t9\t40"])
    assert told(text)[:3] == [
        ("45 шт", "Перший: Надано послуг лютий"),
        ("98 шт", "Перший: Надано послуг березень"),
        ("12 шт", "Перший: Порад"),
    ]


def test_rows_that_complete_the_sum_are_parts_as_the_first_is() -> None:
    text = "Показник\tУсього\nЗвернення\t455\nз них письмових\t318\nусних\t137\nПетиції\t4\n"
    assert [one.whole for one in read(HEADING + text).statements] == [None, 0, 0, None]


def test_columns_of_persons_and_of_capacities() -> None:
    text = "Заклад\tКількість учнів\tПроєктна потужність\nЛіцей\t61\t70\nШкола\t45\t50\n"
    assert [amount(one) for one in read(HEADING + text).statements] == ["61 осіб", "45 осіб"]
    assert others(HEADING + text, read(HEADING + text)).get("norm") == ["70", "50"]


@pytest.mark.parametrize("year", ["", " 2023"])
def test_a_row_named_by_a_month_is_of_that_month(year: str) -> None:
    text = f"Місяць\tПрийнято заяв\nЛипень{year}\t12\nСерпень{year}\t15\nВсього\t27\n"
    periods = [one.time.period for one in read(HEADING + text).statements]
    assert [f"{one.start}..{one.end}" for one in periods if one] == [
        "2023-07-01..2023-07-31",
        "2023-08-01..2023-08-31",
        "2023-01-01..2023-12-31",
    ]


def test_rows_named_by_numbers_are_read() -> None:
    text = "Стаття КУпАП\tСкладено протоколів\tШтрафів, грн\n152\t45\t3400\n156\t12\t85\n"
    assert told(text) == [
        ("45 шт", "Стаття КУпАП: 152: Складено протоколів"),
        ("12 шт", "Стаття КУпАП: 156: Складено протоколів"),
    ]
    years = "Рік\tЗаяв\n2022\t45\n2023\t12\n"
    periods = [one.time.period for one in read(HEADING + years).statements]
    assert [one.start.year for one in periods if one] == [2022, 2023]


def test_rows_of_numbers_without_a_label_are_told_as_such() -> None:
    text = HEADING + "Вхідні\tВихідні\n3120\t2415\n3000\t2900\n"
    assert others(text, read(text)) == {"year": ["2023 рік"], "": ["3120", "2415", "3000", "2900"]}


def test_places_and_scores_are_no_counts_and_houses_no_numbers() -> None:
    text = "Заклад\tМісце\tБали\tДипломів\nЛіцей\t1\t245\t12\nСадова, 5\t2\t230\t9\n"
    assert told(text) == [("12 шт", "Ліцей: Дипломів"), ("9 шт", "Садова, 5: Дипломів")]


def test_who_was_in_charge_names_no_row() -> None:
    text = "Захід\tТермін\tВідповідальний\tУчасників\nЯрмарок\tтравень\tвідділ торгівлі\t34\n"
    text += "Концерт\tчервень\tвідділ культури\t45\n"
    assert told(text) == [("34 осіб", "Ярмарок: Учасників"), ("45 осіб", "Концерт: Учасників")]


def test_a_column_of_the_year_counts() -> None:
    table = "Назва\tІ кв.\tІІ кв.\tРік\nДовідки\t12\t14\t26\nАкти\t3\t4\t7\n"
    reading = read("Звіт за 2024 рік\n\n" + table)
    assert [one.token.text for one in reading.statements] == ["12", "14", "26", "3", "4", "7"]
