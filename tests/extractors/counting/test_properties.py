"""What holds for any text, and for counts rendered into sentences and read back."""

import gc
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extractors.counting.reading import (
    as_document,
    assert_every_digit_once,
    brief,
    read,
)

# Noun: one, two to four, five and more (nominative or accusative, as after a verb in -но).
NOUNS = {
    "звернення": ("звернення", "звернення", "звернень", "шт"),
    "документ": ("документ", "документи", "документів", "шт"),
    "заява": ("заяву", "заяви", "заяв", "шт"),
    "мешканець": ("мешканця", "мешканців", "мешканців", "осіб"),
    "родина": ("родину", "родини", "родин", "сімей"),
    "проєкт рішення": ("проєкт рішення", "проєкти рішень", "проєктів рішень", "шт"),
    "інформаційний запит": (
        "інформаційний запит",
        "інформаційні запити",
        "інформаційних запитів",
        "шт",
    ),
}
OPENINGS = ("Розглянуто", "За звітний період опрацьовано", "Протягом місяця враховано")
JOINS = (", ", " та ", " і ")
NOISE = (
    "Роботу проведено згідно зі ст. 20 Закону № 393/96-ВР. ",
    "Нарада відбулася 05.06.2024 о 10.00. ",
    "Акція «16 днів» тривала 3 тижні. ",
    "Витрачено 12,5 тис. грн, або 98 % плану. ",
)
DIGITS = "0123456789"
ALPHABET = st.sampled_from(
    [
        *DIGITS,
        *' \n\t.,:;-–—()«»"№%/²',
        *"абвіїєґ’",
        "Зм",
        "з них ",
        "грн",
        "року ",
        "тис. ",
        "один ",
    ]
)


def agreed(value: int, noun: str) -> str:
    one, few, many, _unit = NOUNS[noun]
    if value % 10 == 1 and value % 100 != 11:
        return one
    return few if value % 10 in {2, 3, 4} and value % 100 not in {12, 13, 14} else many


def grouped(value: int, space: str) -> str:
    return f"{value:,}".replace(",", space)


@given(
    counts=st.lists(
        st.tuples(st.integers(1, 99_999), st.sampled_from(sorted(NOUNS))), min_size=1, max_size=5
    ),
    opening=st.sampled_from(OPENINGS),
    join=st.sampled_from(JOINS),
    space=st.sampled_from(["", " ", "\u00a0"]),
    noise=st.sampled_from(NOISE),
)
@settings(max_examples=150, deadline=None)
def test_counts_rendered_into_a_sentence_are_read_back(
    counts: list[tuple[int, str]], opening: str, join: str, space: str, noise: str
) -> None:
    phrases = [f"{grouped(value, space)} {agreed(value, noun)}" for value, noun in counts]
    text = f"{noise}{opening} {join.join(phrases)}. {noise}"
    assert brief(read(text)) == [f"{value} {NOUNS[noun][3]}" for value, noun in counts]


@given(parts=st.lists(st.integers(1, 500), min_size=2, max_size=6))
@example(parts=[1, 101])
@settings(max_examples=60, deadline=None)
def test_parts_rendered_as_labels_belong_to_their_whole(parts: list[int]) -> None:
    labels = ("поштою", "телефоном", "особисто", "через сайт", "на прийомі", "електронною поштою")
    listed = "; ".join(f"{label} – {part}" for label, part in zip(labels, parts, strict=False))
    total = sum(parts)
    text = f"Надійшло {total} {agreed(total, 'заява')}. З них: {listed}."
    assert brief(read(text)) == [f"{total} шт", *(f"{part} шт <0" for part in parts)]


WORDS = {2: "дві", 3: "три", 4: "чотири", 12: "дванадцять", 23: "двадцять три", 200: "двісті"}
FORMS = ("digits", "words", "thousands", "about", "range", "table", "bullets", "spaces")


def rendered(form: str, value: int) -> tuple[str, list[str]]:
    """A piece of a report that tells a count in one of FORMS, and what is read of it."""
    if form == "words":
        value = sorted(WORDS)[value % len(WORDS)]
        return f"Розглянуто {WORDS[value]} {agreed(value, 'заява')}.", [f"{value} шт"]
    if form == "thousands":
        return f"Видано {value} тис. довідок.", [f"{value * 1000} шт"]
    if form == "about":
        return f"Прийнято близько {value} мешканців.", [f"~{value} осіб"]
    if form == "range":
        return f"Надійшло {value}–{value + 3} звернень.", [f"{value}..{value + 3} шт"]
    if form in {"table", "spaces"}:
        gap = "\t" if form == "table" else "     "
        rows = (f"Вид{gap}Усього", f"Скарги{gap}{value}", f"Заяви{gap}{value + 1}")
        return "\n" + "\n".join(rows) + "\n", [f"{value} шт", f"{value + 1} шт"]
    if form == "bullets":
        lines = f"Надійшло листів:\n- поштою – {value};\n- особисто – {value + 1}."
        return lines, [f"{value} шт", f"{value + 1} шт"]
    return f"Опрацьовано {value} {agreed(value, 'документ')}.", [f"{value} шт"]


@given(
    pieces=st.lists(
        st.tuples(st.sampled_from(FORMS), st.integers(2, 900), st.sampled_from(NOISE)),
        min_size=1,
        max_size=8,
    )
)
@example(pieces=[("spaces", 7, NOISE[1]), ("words", 4, NOISE[3]), ("table", 2, NOISE[0])])
@settings(max_examples=150, deadline=None)
def test_a_report_generated_from_known_counts_yields_these_counts(
    pieces: list[tuple[str, int, str]],
) -> None:
    told = [rendered(form, value) for form, value, _noise in pieces]
    lines = [f"{text}\n{noise}" for (text, _), (*_, noise) in zip(told, pieces, strict=True)]
    text = "Звіт відділу за 2023 рік\n" + "\n".join(lines)
    assert brief(read(text)) == [count for _, counts in told for count in counts]


@given(text=st.lists(ALPHABET, max_size=120).map("".join))
@example("1 (2) 3, 4 та 5-6: 7 – 8%")
@example("Звіт\n- -5° і №\n 215/345\nза 9 місяців 2020\nроку")
@example("12.05.2024 5 12.5.1 №№ 3, 4 10 000 000 тис. 5²")
@example("0грнз них «0")
@settings(max_examples=300, deadline=None)
def test_every_digit_of_any_text_is_in_exactly_one_row(text: str) -> None:
    if text.strip():
        assert_every_digit_once(text, read(text))


@given(text=st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_characters_at_all(text: str) -> None:
    if text.strip():
        document = as_document(text)
        assert_every_digit_once(document.text, read(text))


def seconds(text: str) -> float:
    """Processor time of this process to read a text: a busy machine does not lengthen it.

    The collector would look at all that other tests have left, half a second of it (seen 2026-11).
    """
    gc.disable()
    try:
        start = time.process_time()
        read(text)
        return time.process_time() - start
    finally:
        gc.enable()


LINE = "Розглянуто 14 заяв, 3 з них – повторні, у тому числі 12 від осіб до 18 років.\n"
NUMBERS = [str(number) for number in range(800)]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (LINE * 100, LINE * 400),
        (f"Звіт: {', '.join(NUMBERS[:200])}", f"Звіт: {', '.join(NUMBERS)}"),
        ("хворих " * 1500 + "5 " + "хворих " * 1500, "хворих " * 6000 + "5 " + "хворих " * 6000),
    ],
    ids=["sentences", "numbers", "one word"],
)
def test_a_text_four_times_as_long_is_no_trap(short: str, long: str) -> None:
    """Four times the work, not sixteen: what grows with the square would."""
    assert seconds(long) < 10 * max(seconds(short), 0.02)
