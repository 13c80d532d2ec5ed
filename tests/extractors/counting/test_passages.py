"""Sentences, items of lists and who introduces them."""

import pytest

from pipeline.extractors.counting.passages import Passage, find_passages
from pipeline.extractors.counting.quantities import join_quantities
from pipeline.extractors.counting.tokens import tokenise
from pipeline.extractors.counting.wholes import find_wholes
from pipeline.ukrainian.text import plain
from tests.extractors.counting.reading import as_document


def passages(text: str) -> tuple[Passage, ...]:
    signs = plain(text)
    tokens = join_quantities(tokenise(signs, find_wholes(signs)))
    return find_passages(signs, as_document(text).lines, tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Надійшло 5 заяв. Надано 3.", ["Надійшло 5 заяв.", "Надано 3."], id="two"),
        pytest.param("Роботи у с. Гай та м. Лозова.", None, id="places"),
        pytest.param("За ст. 184 КУпАП складено 5.", None, id="article"),
        pytest.param("Директор Ф. О. Ясен звітував.", None, id="initials"),
        pytest.param(
            "Виплачено 5 тис. грн. Придбано авто.",
            ["Виплачено 5 тис. грн.", "Придбано авто."],
            id="after-a-currency",
        ),
        pytest.param(
            "Прокладено 150 м. Замінено люки.",
            ["Прокладено 150 м.", "Замінено люки."],
            id="after-metres",
        ),
        pytest.param(
            "Робота за 2023 р. Надано 5.", ["Робота за 2023 р.", "Надано 5."], id="after-a-year"
        ),
        pytest.param("Разом 14. 8 усних.", ["Разом 14.", "8 усних."], id="number-begins"),
        pytest.param("Чи так? Так!", ["Чи так?", "Так!"], id="marks"),
        pytest.param("Перший рядок триває\nна другому.", None, id="wrapped"),
        pytest.param("Заголовок\nНадано 5.", ["Заголовок", "Надано 5."], id="heading"),
    ],
)
def test_sentences(text: str, expected: list[str] | None) -> None:
    found = [text[one.start : one.end] for one in passages(text)]
    assert found == (expected or [text])


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("Зроблено:\n- раз;\n- два.\nДалі.", [None, 0, 0, None], id="dashes"),
        pytest.param("Зроблено:\n1. Раз.\n2) Два.\nДалі.", [None, 0, None, None], id="two-styles"),
        pytest.param("Питання:\nземлі – 5;\nводи – 3.\nДалі.", [None, 0, 0, None], id="no-marks"),
        pytest.param("Зроблено:\n\n• раз\n\n• два", [None, 0, 0], id="blank-lines"),
        pytest.param(
            "1. Робота:\n- раз;\n- два.\n2. Звіт:\n- три.", [None, 0, 0, None, 3], id="nested"
        ),
        pytest.param("Звіт:\nУ громаді триває велика робота.", [None, None], id="no-list"),
    ],
)
def test_lists(text: str, leads: list[int | None]) -> None:
    assert [one.lead for one in passages(text)] == leads
