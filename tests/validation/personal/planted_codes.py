"""Invented codes of persons by the published rules of their check digits; no detector here."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

_BOOKS = ("АА", "ВК", "ЕН", "КС", "МЕ", "НК", "СТ", "ТТ")
_OPERATORS = ("039", "050", "063", "066", "067", "068", "073", "093", "095", "096", "097", "099")
_BOXES = ("ukr.net", "gmail.com", "i.ua", "meta.ua", "posht.example")
_MONTHS = (
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
).split()
_STREETS = ("вул. Садова", "вулиця Польова", "пров. Тихий", "вул. 8 Березня", "просп. Миру")
_REGIONS = ("АА", "АХ", "ВВ", "ВС", "КА", "СА", "АЕ", "ВН", "НН", "ІІ")
_PLATES = "АВЕІКМНОРСТХ"


def digits(random: Random, count: int) -> str:
    """So many digits."""
    return "".join(random.choice("0123456789") for _ in range(count))


def birth(random: Random) -> date:
    """A day between 1935 and 2004."""
    return date(1935, 1, 1) + timedelta(days=random.randrange(25_000))


def tax_number(random: Random) -> str:
    """РНОКПП: days since 31.12.1899, four digits, the check digit."""
    body = f"{(birth(random) - date(1899, 12, 31)).days:05}{digits(random, 4)}"
    weights = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
    total = sum(int(one) * weight for one, weight in zip(body, weights, strict=True))
    return f"{body}{total % 11 % 10}"


def passport(random: Random) -> str:
    """Two letters and six digits, written in the ways that clerks do."""
    join = random.choice((" ", "", " № "))
    return f"{random.choice(_BOOKS)}{join}{digits(random, 6)}"


def id_card(random: Random) -> str:
    """Nine digits."""
    return f"00{digits(random, 7)}"


def population_record(random: Random) -> str:
    """A day of birth and five digits."""
    return f"{birth(random):%Y%m%d}-{digits(random, 5)}"


def mobile_phone(random: Random) -> str:
    """A number in one of the usual forms."""
    operator, rest = random.choice(_OPERATORS), digits(random, 7)
    a, b, c = rest[:3], rest[3:5], rest[5:]
    forms = (
        f"+38{operator}{rest}", f"{operator} {a} {b} {c}", f"({operator}) {a}-{b}-{c}",
        f"+38 ({operator}) {a} {b} {c}", f"38{operator}{rest}", f"{operator}-{a}-{b}-{c}",
    )  # fmt: skip
    return random.choice(forms)


def home_phone(random: Random) -> str:
    """A landline, with its area or without."""
    area = random.choice(("", "(04738) ", "0512 ", "+38 (044) "))
    return f"{area}{random.choice('23457')}-{digits(random, 2)}-{digits(random, 2)}"


def email(random: Random) -> str:
    """A private mailbox."""
    name = random.choice(("olena", "petro.k", "i_vasyl", "mariika", "s-tetiana"))
    return f"{name}{random.randrange(100)}@{random.choice(_BOXES)}"


def iban(random: Random) -> str:
    """UA, two check digits by mod 97, 25 digits; glued or in groups of four."""
    body = digits(random, 25)
    check = 98 - int(f"{body}301000") % 97
    whole = f"UA{check:02}{body}"
    grouped = " ".join(whole[at : at + 4] for at in range(0, 29, 4))
    return random.choice((whole, grouped))


def bank_card(random: Random) -> str:
    """Sixteen digits with the Luhn digit; glued, in groups, with hyphens."""
    body = random.choice(("4", "51", "5375", "4149")).ljust(4, "1") + digits(random, 11)
    doubled = [int(one) * (2 - at % 2) for at, one in enumerate(body)]
    check = -sum(sum(divmod(one, 10)) for one in doubled) % 10
    whole = f"{body}{check}"
    groups = [whole[at : at + 4] for at in range(0, 16, 4)]
    return random.choice(("", " ", "-")).join(groups)


def birth_date(random: Random) -> str:
    """A day of birth, in figures or with the month in words."""
    day = birth(random)
    return random.choice((f"{day:%d.%m.%Y}", f"{day.day} {_MONTHS[day.month - 1]} {day.year}"))


def address(random: Random) -> str:
    """A street and a house."""
    house = f"{random.randrange(1, 200)}{random.choice(('', '', '-А', '/2', 'б'))}"
    between = random.choice((", ", ", буд. ", " "))
    return f"{random.choice(_STREETS)}{between}{house}"


def car_number(random: Random) -> str:
    """Two letters, four digits, two letters, in Cyrillic or in Latin."""
    tail = random.choice(_PLATES) + random.choice(_PLATES)
    join = random.choice(("", " "))
    plate = f"{random.choice(_REGIONS)}{join}{digits(random, 4)}{join}{tail}"
    latin = str.maketrans("АВЕІКМНОРСТХ", "ABEIKMHOPCTX")
    return random.choice((plate, plate.translate(latin)))


MAKERS: Mapping[str, Callable[[Random], str]] = {
    "tax-number": tax_number, "passport": passport, "id-card": id_card,
    "population-record": population_record, "mobile-phone": mobile_phone,
    "home-phone": home_phone, "email": email,
    "iban": iban, "bank-card": bank_card, "birth-date": birth_date, "address": address,
    "car-number": car_number,
}  # fmt: skip
"""Kind of code -> what makes one."""
