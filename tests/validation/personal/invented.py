"""Invented persons in all the cases that titles and reports use.

Surnames and given names are declined here by school paradigms: neither the lists nor the endings
are shared with the detectors. Half of the surnames stand in no dictionary, a third are also words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

CASES = ("nom", "gen", "dat", "acc", "ins")

OPEN, CLOSE = "\x01", "\x02"
"""Around every planted piece, so that a test knows what must be covered."""

MEN = [
    "Вербоплетенко:ко",
    "Дзюбчаренко:ко",
    "Хвилинко:ко",
    "Кривошапчук:hard",
    "Лопатнюк:hard",
    "Тягнибочук:hard",
    "Лугодубський:sky",
    "Старожицький:sky",
    "Забіловський:sky",
    "Борщовець:ets",
    "Хмелівець:ets",
    "Полуденець:ets",
    "Гарбуз:hard",
    "Вовк:hard",
    "Голуб:hard",
    "Журавель:el",
    "Соловей:ey",
    "Горобець:ets",
    "Кабан:hard",
    "Борщ:hard",
    "Калина:a",
    "Верба:a",
    "Зима:a",
    "Субота:a",
    "Сокира:a",
    "Чайка:ka",
    "Підкова:a",
    "Гречка:ka",
    "Непийвода:a",
    "Галушка:ka",
    "Убийвовк:hard",
    "Перебийніс:hard",
    "Нетудихата:a",
    "Задерихвіст:hard",
    "Крутибочок:hard",
    "Штельмащук:hard",
    "Бородавкін:ov",
    "Темнохудов:ov",
    "Чернозьомов:ov",
    "Алієв:ov",
    "Саркісян:hard",
    "Шмідт:hard",
    "Кальченюк:hard",
    "Рудий:yi",
    "Глухенький:yi",
    "Безверхий:yi",
    "Кислий:yi",
    "Мороз:hard",
    "Коваль:soft",
    "Дяк:hard",
    "Швець:ets",
    "Загребайло:lo",
    "Стеблило:lo",
    "Дубогай:ay",
    "Нагорничай:ay",
    "Вишнеградський-Коваль:soft",
    "О'Ґрейді:fixed",
    "Кім:fixed",
    "Ле:fixed",
    "Зозуля:ya",
    "Шило:lo",
    "Бублик:hard",
    "Колодій:ay",
    "Цимбал:hard",
    "Лебідь:id",
]

WOMEN = [
    "Вербоплетенко:fixed",
    "Кривошапчук:fixed",
    "Лугодубський:ska",
    "Старожицький:ska",
    "Борщовець:fixed",
    "Гарбуз:fixed",
    "Голуб:fixed",
    "Журавель:fixed",
    "Соловей:fixed",
    "Калина:a",
    "Верба:a",
    "Зима:a",
    "Субота:a",
    "Чайка:ka",
    "Підкова:a",
    "Галушка:ka",
    "Убийвовк:fixed",
    "Нетудихата:a",
    "Штельмащук:fixed",
    "Бородавкін:ova",
    "Темнохудов:ova",
    "Алієв:ova",
    "Саркісян:fixed",
    "Шмідт:fixed",
    "Рудий:aya",
    "Глухенький:aya",
    "Безверхий:aya",
    "Мороз:fixed",
    "Коваль:fixed",
    "Швець:fixed",
    "Загребайло:fixed",
    "Дубогай:fixed",
    "Зозуля:ya",
    "Бублик:fixed",
    "Цимбал:fixed",
]

GIVEN_MEN = [
    "Назар:hard",
    "Тарас:hard",
    "Семен:hard",
    "Остап:hard",
    "Ярема:a",
    "Микола:a",
    "Юхим:hard",
    "Гнат:hard",
    "Орест:hard",
    "Віталій:ay",
    "Сергій:ay",
    "Григорій:ay",
    "Едуард:hard",
    "Тимофій:ay",
    "Ілля:ya",
    "Максим:hard",
]

GIVEN_WOMEN = [
    "Оксана:a",
    "Галина:a",
    "Уляна:a",
    "Стефанія:iya",
    "Марія:iya",
    "Юлія:iya",
    "Катерина:a",
    "Людмила:a",
    "Тетяна:a",
    "Наталія:iya",
    "Ганна:a",
    "Раїса:a",
    "Зінаїда:a",
    "Інна:a",
    "Лариса:a",
    "Тамара:a",
]

FATHERS = [
    "Семен",
    "Назар",
    "Остап",
    "Юхим",
    "Орест",
    "Едуард",
    "Захар",
    "Максим",
    "Роман",
    "Степан",
]

_PARADIGMS: dict[str, tuple[int, tuple[str, str, str, str, str]]] = {
    "ко": (1, ("о", "а", "у", "а", "ом")),
    "hard": (0, ("", "а", "у", "а", "ом")),
    "ich": (0, ("", "а", "у", "а", "ем")),
    "soft": (1, ("ь", "я", "ю", "я", "ем")),
    "sky": (2, ("ий", "ого", "ому", "ого", "им")),
    "yi": (2, ("ий", "ого", "ому", "ого", "им")),
    "ska": (2, ("а", "ої", "ій", "у", "ою")),
    "aya": (2, ("а", "ої", "ій", "у", "ою")),
    "ets": (3, ("ець", "ця", "цю", "ця", "цем")),
    "el": (3, ("ель", "ля", "лю", "ля", "лем")),
    "ey": (2, ("ей", "'я", "'ю", "'я", "'єм")),
    "id": (3, ("ідь", "едя", "едю", "едя", "едем")),
    "ov": (0, ("", "а", "у", "а", "им")),
    "ova": (0, ("а", "ої", "ій", "у", "ою")),
    "a": (1, ("а", "и", "і", "у", "ою")),
    "ka": (2, ("ка", "ки", "ці", "ку", "кою")),
    "ya": (1, ("я", "і", "і", "ю", "ею")),
    "iya": (1, ("я", "ї", "ї", "ю", "єю")),
    "lo": (1, ("о", "а", "у", "а", "ом")),
    "ay": (1, ("й", "я", "ю", "я", "єм")),
    "fixed": (0, ("", "", "", "", "")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InCase:
    """A person in one grammatical case; every piece stands between the marks."""

    surname: str
    given: str
    patronymic: str
    loud: str
    """The surname in capitals."""
    small: str
    """Surname, given name and patronymic in small letters."""
    shout: str
    """The whole name in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented person."""

    nom: InCase
    gen: InCase
    dat: InCase
    acc: InCase
    ins: InCase
    i: str
    """The initial of the given name."""
    p: str
    """The initial of the patronymic."""


def declined(entry: str) -> tuple[str, ...]:
    """The five cases of «Назар:hard»."""
    word, paradigm = entry.split(":")
    cut, endings = _PARADIGMS[paradigm]
    stem = word[: len(word) - cut]
    return tuple(stem + ending for ending in endings)


def people() -> Iterator[Person]:
    """Men and women in turn, without end; no two rounds combine the same names."""
    turn = 0
    while True:
        yield _person(MEN, GIVEN_MEN, ("ович", "ich"), turn)
        yield _person(WOMEN, GIVEN_WOMEN, ("івна", "a"), turn)
        turn += 1


def _person(
    surnames: list[str], given: list[str], patronymic: tuple[str, str], turn: int
) -> Person:
    father = FATHERS[(turn * 7 + turn // 10) % len(FATHERS)]
    parts = (
        declined(surnames[turn % len(surnames)]),
        declined(given[(turn * 5 + turn // 16) % len(given)]),
        declined(f"{father}{patronymic[0]}:{patronymic[1]}"),
    )
    cases = [_in_case(*forms) for forms in zip(*parts, strict=True)]
    initials = parts[1][0][0], parts[2][0][0]
    return Person(
        **dict(zip(CASES, cases, strict=True)), i=_plant(initials[0]), p=_plant(initials[1])
    )


def _in_case(surname: str, given: str, patronymic: str) -> InCase:
    whole = f"{surname} {given} {patronymic}"
    return InCase(
        surname=_plant(surname),
        given=_plant(given),
        patronymic=_plant(patronymic),
        loud=_plant(surname.upper()),
        small=_plant(whole.lower()),
        shout=_plant(whole.upper()),
    )


def _plant(word: str) -> str:
    return f"{OPEN}{word}{CLOSE}"


def dig(planted: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the marks, and the stretches that stood between them."""
    text, stretches, start = "", [], 0
    for character in planted:
        if character == OPEN:
            start = len(text)
        elif character == CLOSE:
            stretches.append((start, len(text)))
        else:
            text += character
    return text, stretches
