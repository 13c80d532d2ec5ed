"""Codes of persons are found by form, check digit and context; what only looks alike is not."""

import pytest

from pipeline.validation.personal.tax_number import fills_by_chance
from pipeline.validation.privacy import scan

FOUND = {
    "tax number after its label": ("РНОКПП 3184710691", "3184710691", "tax-number"),
    "tax number after an old label": ("ІПН: 3184710691.", "3184710691", "tax-number"),
    "tax number of an entrepreneur": ("ФОП, код 3184710691", "3184710691", "tax-number"),
    "tax number alone in a cell": (" 3184710691 ", "3184710691", "tax-number"),
    "tax number in groups": ("РНОКПП 318 471 0691", "318 471 0691", "tax-number"),
    "label after the number": ("3184710691 (РНОКПП)", "3184710691", "tax-number"),
    "passport book": ("паспорт СТ 123456 виданий", "СТ 123456", "passport"),
    "passport book with Latin letters": ("паспорт CT 123456", "CT 123456", "passport"),
    "passport book with a series": ("серія МЕ № 654321, виданий РВ", "МЕ № 654321", "passport"),
    "passport book glued": ("Паспорт АЕ123456", "АЕ123456", "passport"),
    "passport card": ("паспорт № 001234567", "001234567", "id-card"),
    "ID card": ("ID-картка 001234567", "001234567", "id-card"),
    "foreign passport": ("закордонний паспорт FE 123456", "FE 123456", "foreign-passport"),
    "population record": ("УНЗР 19870215-01234", "19870215-01234", "population-record"),
    "population record unlabelled": ("19870215-01234", "19870215-01234", "population-record"),
    "young population record": ("УНЗР 20190215-01234", "20190215-01234", "population-record"),
    "IBAN": ("UA213223130000026007233566001", "UA213223130000026007233566001", "iban"),
    "IBAN in groups": (
        "р/р UA21 3223 1300 0002 6007 2335 6600 1 в банку",
        "UA21 3223 1300 0002 6007 2335 6600 1",
        "iban",
    ),
    "IBAN with Cyrillic letters": (
        "рах. UА213223130000026007233566001",
        "UА213223130000026007233566001",
        "iban",
    ),
    "bank card": ("картка 4111 1111 1111 1111", "4111 1111 1111 1111", "bank-card"),
    "bank card glued": ("5555555555554444", "5555555555554444", "bank-card"),
    "phone, international": ("+380671234567", "+380671234567", "mobile-phone"),
    "phone, in brackets": ("дзвонити (067) 123-45-67", "(067) 123-45-67", "mobile-phone"),
    "phone after a label": ("тел. 0501234567", "0501234567", "mobile-phone"),
    "phone in groups": ("067 123 45 67", "067 123 45 67", "mobile-phone"),
    "phone alone": ("0931234567", "0931234567", "mobile-phone"),
    "phone, eight": ("8 (095) 123 45 67", "8 (095) 123 45 67", "mobile-phone"),
    "phone in the name of a file": ("заява_0671234567.pdf", "0671234567", "mobile-phone"),
    "home phone": ("дом. тел. 2-15-34", "2-15-34", "home-phone"),
    "home phone, in words": ("телефон (домашній): 4-22-11", "4-22-11", "home-phone"),
    "home phone, whole": ("домашній телефон 0473821534", "0473821534", "home-phone"),
    "landline of one citizen": (
        "мешканка села, тел. (04738) 2-15-34",
        "(04738) 2-15-34",
        "home-phone",
    ),
    "born, short": ("12.03.1985 р.н.", "12.03.1985", "birth-date"),
    "born, a woman": ("народилась 5 липня 1990 року", "5 липня 1990 року", "birth-date"),
    "tax number after a short label": ("ідент. номер 3184710691", "3184710691", "tax-number"),
    "mailbox in words": ("anna.zrazok собака ukr.net", "anna.zrazok собака ukr.net", "email"),
    "home phone, said after it": ("тел. (04738) 2-15-34 (дом.)", "(04738) 2-15-34", "home-phone"),
    "address after the birth": (
        "1979 року народження, адреса: вул. Садова, 5",
        "вул. Садова, 5",
        "address",
    ),
    "birth certificate": ("свідоцтво про народження І-СР № 123456", "І-СР № 123456", "passport"),
    "driving licence": ("посвідчення водія ВХІ 123456", "ВХІ 123456", "passport"),
    "pension card": ("пенсійне посвідчення АБ 123456", "АБ 123456", "passport"),
    "military card": ("військовий квиток МТ № 123456", "МТ № 123456", "passport"),
    "born, long": ("народився 5 липня 1990 року", "5 липня 1990 року", "birth-date"),
    "date of birth": ("Дата народження: 12.03.1985", "12.03.1985", "birth-date"),
    "born, ISO": ("дата народження дитини – 2015-03-12", "2015-03-12", "birth-date"),
    "mailbox": ("пишіть на o.verb+1@ukr.net.", "o.verb+1@ukr.net", "email"),
    "mailbox, spelt": ("olena [at] ukr.net", "olena [at] ukr.net", "email"),
    "car": ("авто АА 1234 ВС", "АА 1234 ВС", "car-number"),
    "car, Latin": ("BB1234CE", "BB1234CE", "car-number"),
    "tractor": ("трактор, держ. номер 12345 ВВ", "12345 ВВ", "car-number"),
    "home": ("проживає: вул. 8 Березня, 5-А", "вул. 8 Березня, 5-А", "address"),
    "home, registered": ("гр. зареєстрована на вул. Нова 7", "вул. Нова 7", "address"),
    "flat": ("вул. Садова, 5, кв. 23", "кв. 23", "flat"),
    "flat after the house": ("буд. 33 кв. 23", "кв. 23", "flat"),
    "flat glued": ("буд.33,кв.23-А", "кв.23-А", "flat"),
    "flat in words": ("квартира № 12", "квартира № 12", "flat"),
    "flats in words": ("квартири № 12 та 14 в будинку", "квартири № 12 та 14", "flat"),
    "flat in capitals": ("ВУЛ. САДОВА, 5, КВ. 23", "КВ. 23", "flat"),
    "room of a dormitory": ("гуртожиток, вул. Садова, 5, кім. 12", "кім. 12", "flat"),
}

CLEAN = {
    "deed of land": "свідоцтво про право власності АБ 123456",
    "households": "у селі 12-15 домашніх господарств",
    "identical number": "ідентичний номер 3184710691 не вказано",
    "a dog": "собака породи вівчарка, тел. приймальні 2-15-34",
    "office of citizens": "Прийом громадян за адресою: вул. Садова, 5",
    "born long ago": "народився 9 березня 1814 року",
    "deputies and a date": "сесія народних депутатів 12.03.2015",
    "mailbox of a body": "info@rada.vyhadan.gov.ua",
    "nickname": "сторінка @vyhadan у мережі",
    "number of an act": "рішення АН 12-34",
    "inventory number": "прилад 12345 ВВ",
    "letters that no plate has": "ЩЮ 1234 ЖЄ",
    "street of an object": "ремонт дороги по вул. Садова, 5",
    "seat of a firm": "ТОВ, зареєстроване за адресою вул. Садова, 5",
    "people of a street": "за зверненням мешканців вул. Садова, 5",
    "wrong check digit": "РНОКПП 3184710692",
    "ten digits without a label": "накладна 3184710691 від 5 травня",
    "check digit but not born": "0101010106",
    "code of a legal person": "код ЄДРПОУ 26510514",
    "territory": "код КОАТУУ 3510100000",
    "check digit, too old to live": "0812345008",
    "cadastral number": "ділянка 3184710691:01:001:0123",
    "eleven digits": "РНОКПП 31847106910",
    "part of a sum": "код програми 3184710691,50",
    "series of a land deed": "державний акт серії ЯЯ № 123456",
    "series of a certificate": "свідоцтво серія САС № 123456, видане радою",
    "two letters and six digits": "акт АБ 123456 обстеження",
    "nine digits": "договір 001234567",
    "date and number": "файл 20190523-00012",
    "not a date": "19871315-01234",
    "КАТОТТГ": "UA44120050010021900",
    "IBAN with wrong digits": "UA223223130000026007233566001",
    "sixteen digits without check": "4111 1111 1111 1112",
    "sixteen digits outside the ranges": "0000 0000 0000 0000",
    "coordinate": "48.4111111111111111",
    "landline": "тел. (04738) 3-12-45",
    "landline of a desk for citizens": "відділ звернень громадян, тел. 2-15-34",
    "landline for applicants": "для заявників: тел. 2-15-34",
    "landline of the body a citizen wrote to": "гр. звернувся до відділу, тел. 2-15-34",
    "number of a house": "гр. мешкає в домі 2-15-34",
    "number of a document in a link": "https://rada.example/f/1671234567.pdf",
    "free line": "0-800-500-335",
    "ten digits like a phone": "накладна 0671234567 прийнята",
    "years of birth of a team": "юнаки 2006-2008 р.н.",
    "date of an act": "рішення від 12.03.1985 року",
    "office": "вул. Садова, 5, оф. 23",
    "room of an organisation": "вул. Садова, 5, кімната 209",
    "square metres": "площа 56 кв. м",
    "many flats": "будинок на 60 квартир, 3 під'їзди",
    "quarter of a year": "за 3 кв. 2019 року",
    "quarter of a forest": "кв. 12, вид. 3 лісництва",
    "kilovolts": "лінія 10 кВ 2",
    "quarter of a town": "квартал 40, буд. 5",
}


@pytest.mark.parametrize(("text", "part", "rule"), FOUND.values(), ids=FOUND.keys())
def test_code_is_found_where_it_stands(text: str, part: str, rule: str) -> None:
    assert [(text[hit.start : hit.end], hit.rule.value) for hit in scan(text)] == [(part, rule)]


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_look_alike_is_left(text: str) -> None:
    assert scan(text) == ()


def test_a_column_of_running_numbers_passes_by_chance() -> None:
    numbers = [f"44118{number:05}" for number in range(0, 3000, 100)]
    assert fills_by_chance(numbers)


def test_a_column_of_tax_numbers_does_not() -> None:
    assert not fills_by_chance(["3184710691"] * 30 + ["1"])
