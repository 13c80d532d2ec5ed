"""Names of persons: how they are written, what only bears a name, who is an official.

All names are invented.
"""

import pytest

from pipeline.validation.personal.scanning import scan_persons


def marked(text: str, *, officials: bool = True) -> str:
    """The text with angle brackets around every person; officials left alone on demand."""
    for hit in reversed(scan_persons(text)):
        if officials or not hit.official:
            text = f"{text[: hit.start]}<{text[hit.start : hit.end]}>{text[hit.end :]}"
    return text


WRITTEN = {
    "undotted initial": "ділянку гр. <Цвіркуну В>",
    "glued marker": "ділянку гр.<Цвіркуну В>",
    "list": "ділянку гр. <Цвіркун Л>, <Жайвір М> та <Жайвір О>",
    "unknown to the dictionary": "ділянку гр. <Мурзоглу В>",
    "adjectival surname": "ділянку гр. <Кушнірському О>",
    "marker alone": "договір з гр. <Пшеничним>",
    "no marker, dotted": "Про надання згоди <Цвіркуну Б.> на передачу",
    "no marker, undotted, a common word": "передачу ділянки у власність <Перерві Г>",
    "small initial": "договору оренди <Вербенка с> від 03.04.2015 року",
    "preposition after a surname": "договору оренди <Вербенка> в межах села",
    "small letters": "заява гр. <вербенко о.в.>",
    "Latin initials": "ділянку гр. <Вербенко O.B.> на проект",
    "Latin letter in the surname": "ділянку гр. <Bербенку І.>",
    "glued initials": "ділянку гр <Вербенко ОВ> на проект",
    "last dot missing": "ділянку гр. <Вербенко О. В> на проект",
    "initials first": "доповідав <О.В. Вербенко>",
    "one initial first": "доповідав <О. Вербенко>",
    "initial glued to the surname": "доповідав <ВербенкоО.В.>",
    "double surname": "гр. <Гай-Вербенку І.>",
    "double surname with spaces": "гр. <Гай - Вербенку І.С.>",
    "maiden name": "гр. <Вербенко (Гай) О.І.>",
    "apostrophes": "гр.<Мар’яненку Лук’яну Дем’яновичу>",
    "whole name in capitals": "<ВЕРБЕНКО ОЛЕНА ІВАНІВНА>",
    "surname in capitals": "здобула <ЦВІРКУН Неля>, учениця",
    "given name first": "тренер <Тетяна Вербенко>",
    "patronymic unknown to the dictionary": "<Вербенко Сигізмунд Хризостомович>",
    "three unknown parts": "Про оренду землі <Нгуєн Ван Туан>",
    "with огли": "ФОП <Мамедов Рафік огли>",
    "entrepreneur in quotes": "договір з ФОП «<Цвіркун О.О.>»",
    "private enterprise without quotes": "договір з ПП <Цвіркун О.О.>",
    "farm without quotes": "договір з ФГ <Цвіркун О.О.>",
    "heirs": "спадкоємцям <Цвіркуна>",
    "family": "сім’ї <Цвіркунів>",
    "minor": "малолітньому <Цвіркуну Назару>",
    "resident of a village": "жителю села Вільшана <Морозу>",
    "on behalf": "договір від імені <Цвіркуна Л.>",
    "in the name": "рахунок на ім’я <Цвіркун Лариси>",
    "change of a given name": "Про зміну імені <Цвіркун Лариси>",
    "change of a surname": "Про зміну прізвища <Вербенко> на <Цвіркун>",
    "change of a surname in quotes": "прізвище «<Цвіркун>» змінено",
    "given name of a child": "прізвище та ім'я дитини: <Цвіркун Лариса>",
    "entrepreneur inside the name of a shop": "магазин «ФОП <Цвіркун О.О.>»",
    "quote after a body and a preposition": "лист відділу щодо «<Цвіркун О.О.>»",
    "prize for a person": "кубок вручено, премію <Цвіркуну Олегу> виплачено",
    "person in a park": "у парку <Цвіркун Олена> посадила дуб",
    "plain list": "Виступили: <Бондар>, <Ткач>, <Швець І.І.>",
    "pupils": "(<Цвіркун Надія>, <Гай Іван>, <Корабель Вадим>)",
    "same person again": "скаргу гр. <Перерви В.> розглянуто, <Перерві> відповіли",
    "person after a street": "по вул. Миру <Морозу І.П.>",
    "person after a street of a person": "по вул. Лесі Українки <Морозу І.П.>",
    "person after an address": "по вул. Садовій, 5 <Сокирі С>",
    "person after a village": "в с. Широке <Вербенку І.>",
    "fund of a person": "Фонд <Ігоря Цвіркуна>",
    "lone surname": "скарга <Вербенка> на дії ради",
    "party without an initial": "Про надання дозволу <Морозу> на поділ",
    "unknown party without an initial": "за скаргою <Мурзалая> на дії",
    "initials of two with one surname": "гр.гр. <Цвіркунам О.М.> та <Л.П.>",
    "two given names with one surname": "Про надання дозволу <Вербенкам Олегу> та <Ользі>",
    "double given name": "з обліку <Вербенка Б.-А.П.>",
    "Russian words": "О назначении опекуна несовершеннолетней <Вербенковой Дарье>",
    "anniversary of someone alive": "Привітали зі 100-річчям <Явдоху Вербенко>",
    "who receives an order": "нагородження орденом «За мужність» <Цвіркуна Олега>",
    "lone surname that is a trade": "договір з <Гончаром>",
}

THINGS = {
    "street with initials": "по вулиці І.Франка, 32",
    "streets in a list": "вулиць Шевченка, Франка та Лисенка",
    "street in capitals": "ВУЛ. ШЕВЧЕНКА, БУД. 5",
    "street of a hero": "вул. Героя України Остапа Цвіркуна",
    "street of a general": "вул. Ген. Карпенка, 1",
    "surname before the given name": "вул. Гончара Олеся, 5",
    "school": "ліцей ім. С.В.Васильченка",
    "name for a school": "присвоїти школі ім’я Остапа Цвіркуна",
    "name that a school bears": "ліцей носитиме ім’я загиблого героя Остапа Цвіркуна",
    "memorial board": "меморіальної дошки Остапу Цвіркуну",
    "memorial sign": "пам'ятного знака Остапу Цвіркуну",
    "old anniversary": "Про відзначення 150-річчя Остапа Цвіркуна",
    "old anniversary of birth": "210-ї річниці від дня народження Остапа Цвіркуна",
    "state order": "орденом Богдана Хмельницького",
    "bridge": "ремонт мосту Цвіркуна",
    "museum": "Музей Остапа Цвіркуна",
    "in honour of": "найменування вулиці на честь Остапа Цвіркуна",
    "memory": "турнір пам'яті Остапа Цвіркуна",
    "monument": "пам’ятник Т.Г. Шевченку",
    "firm": "ТОВ «Цвіркун»",
    "firm in words": "товариству з обмеженою відповідальністю «ВЕРБЕНКО»",
    "firm without quotes": "оренда ТОВ Вербенко",
    "farm": "ФГ «Вербенко»",
    "shop": "магазин «Марія»",
    "villages": "сіл Митлашівка, Дубовий Гай та Богданівка",
    "village of two words": "с. Мала Діброва",
    "village like a surname": "с. Іващенко",
    "council": "Вільшанській селищній раді",
    "president": "Указ Президента України",
    "numeral": "школа І ступеня, ІІІ квартал, VIII скликання",
    "group": "об’єкти групи А. Перелік додається",
    "month": "12 Лютого 2024",
    "slogan": "СЛАВА УКРАЇНІ! ГЕРОЯМ СЛАВА!",
    "car": "Volkswagen T4",
    "party that is a body": "Про надання згоди Укрспецгазу на поділ",
    "party that is a council": "Про надання дозволу Вільшанській сільській раді",
    "firm with many words in quotes": "оренда ТОВ «Торговий дім Вербенко і партнери плюс»",
    "villages that end like patronymics": "дорога Глібовичі – Мартиновичі",
    "quoted surname": "напис «Вербенко» на фасаді",
    "school with a step": "гімназія Мрія І ступеня",
    "after a mark of the guard": "дозвіл [особа] Вільшанчина",
    "citizens in general": "громадянам України по Центральному району",
    "entrepreneurs in general": "фізичним особам – підприємцям та громадянам",
}

OFFICIAL = {
    "deputy": "звернення депутата Вільшанської міської ради Цвіркуна В.П.",
    "mayor": "звіт селищного голови Світлани Цвіркун",
    "deputies in a list": "депутатів селищної ради Каюна О., Івася П.",
    "deputy mayor": "заступника міського голови Цвіркуна В.І.",
    "head of a public enterprise": "з керівником КП «Водник» Цвіркуном В.П.",
    "head of an administration": "голови Вільшанської державної адміністрації Цвіркуна В.І.",
    "head of a department": "начальника відділу освіти Вільшанської ради Цвіркун О.П.",
}

NOT_OFFICIAL = {
    "head of a firm": "директор ТОВ «Нива» <Цвіркун В.>",
    "head of a farm": "голова ФГ «Нива» <Цвіркун В.>",
    "head of a condominium": "голови ОСББ «Мрія» <Цвіркуна В.>",
    "board": "голова правління <Цвіркун В.>",
    "head without a body": "директора <Цвіркуна В.>",
    "head of a family": "голові сім’ї <Цвіркуну В.>",
    "trainer": "тренер <Цвіркун В.М.>",
    "award of the mayor": "Подякою міського голови <Цвіркун Ірини>",
    "a verb between": "сільський голова вручив <Цвіркуну О.> грамоту",
    "another sentence": "доповів голова ради. <Цвіркун О.О.> подякував",
    "private matter, land": "депутату <Цвіркуну В.> земельну ділянку",
    "private matter, aid": "матеріальної допомоги депутату <Цвіркуну В.>",
    "second after one post": "староста Цвіркун І.М. та <Гай П.П.>",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
def test_person_is_found_whole(text: str) -> None:
    assert marked(text.replace("<", "").replace(">", "")) == text


@pytest.mark.parametrize("text", THINGS.values(), ids=THINGS.keys())
def test_thing_keeps_its_name(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize("text", OFFICIAL.values(), ids=OFFICIAL.keys())
def test_official_is_told_apart(text: str) -> None:
    assert marked(text, officials=False) == text
    assert marked(text) != text


@pytest.mark.parametrize("text", NOT_OFFICIAL.values(), ids=NOT_OFFICIAL.keys())
def test_private_person_is_no_official(text: str) -> None:
    assert marked(text.replace("<", "").replace(">", ""), officials=False) == text
