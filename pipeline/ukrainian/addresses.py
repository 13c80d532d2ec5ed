"""An address in one line, split into the fields of the recommended structures.

Source: resolution 835, recommended structures (`addressAdminUnitL1` … `addressPostCode`): the name
of a place without «м.» or «с.», the street with its type, the number of the house as written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType

from pipeline.ukrainian.streets import parse_street
from pipeline.ukrainian.text import fold_spaces, plain

# «Тихий 1-й» is the first lane of that name; no house has the letter Й.
_HOUSE = (
    r"[0-9]{1,4}(?!-й)(?:\s?-?\s?[а-яіїєґa-z](?![а-яіїєґa-z]))?(?:/[0-9]{1,4}\s?[а-яіїєґa-z]?)?"
)
_ROOM = (
    r"(?:кв(?:артира)?|оф(?:іс)?|кімн?(?:ата)?|к|каб(?:інет)?|прим(?:іщення)?|пов(?:ерх)?|під'їзд"
    r"|літ(?:ера|ер)?|секція)(?:\.\s*|\s+)(?:№\s*)?[0-9а-яіїєґa-z]\S*|[0-9]+(?:-?й)?\s+поверх"
)
_PLACE = r"(?:місто|м|село|с|смт|с\.\s?м\.\s?т|селище(?:\sміського\sтипу)?|с-ще|сел|хутір|х)"
_STREET = r"(?:вул(?:иця)?|просп(?:ект)?|пр-т|пров(?:улок)?|бульв(?:ар)?|б-р|пл(?:оща)?)"
# Commas that are forgotten: around the post code, before a place after a house, before a street
# after its place, before a house, a flat, a building.
_FORGOTTEN = (
    re.compile(r"(?<=^[0-9]{5})\s+(?=[^\W\d_])"),
    re.compile(r"(?<=\w)\s+(?=[0-9]{5}$)"),
    re.compile(
        r"(?:(?<=[0-9])|(?<=[0-9][А-ЯІЇЄҐа-яіїєґ])|(?<=[0-9]-[А-ЯІЇЄҐа-яіїєґ]))\s+"
        r"(?=(?:[мс]\.|смт\.?|місто|село|селище)\s*[А-ЯІЇЄҐ][а-яіїєґ'’])"
    ),
    re.compile(rf"(?<=[^\s,.])\s+(?={_STREET}[.\s]\s*\w)", re.IGNORECASE),
    re.compile(r"(?<=[^\s,.])\s+(?=(?:буд(?:инок)?|корп(?:ус)?|кв|оф|кімн)\.?\s*№?\s*[0-9])", re.I),
)

_WHOLE_HOUSE = re.compile(_HOUSE.replace(r"\s?", ""), re.IGNORECASE)
_TYPED_PLACE = re.compile(rf"{_PLACE}(?:\.\s*|\s+)\w.*", re.IGNORECASE)

_Rule = tuple[re.Pattern[str], str, Callable[[str], str]]


def _as_is(text: str) -> str:
    return text


_RULES: tuple[_Rule, ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), name, change)
    for pattern, name, change in (
        (r"(?P<it>[0-9]{5})", "post_code", _as_is),
        (r"(?P<it>Україна)", "admin_unit_l1", _as_is),
        (r"(?P<it>.+?)\s(?:область|обл\.?)", "admin_unit_l2", lambda text: f"{text} область"),
        (r"(?:область|обл\.?)\s(?P<it>.+)", "admin_unit_l2", lambda text: f"{text} область"),
        (r"(?P<it>Автономна Республіка Крим|АР Крим)", "admin_unit_l2", _as_is),
        (r"(?P<it>.+?)\s(?:район|р-н\.?)", "admin_unit_l3", lambda text: f"{text} район"),
        (r"(?P<it>.+?\s(?:ТГ|ОТГ|громада))", "admin_unit_l4", _as_is),
        (rf"{_PLACE}(?:\.\s*|\s+)(?P<it>\D.*)", "post_name", _as_is),
        (r"(?:а/с|абонентська скринька)\s*№?\s*(?P<it>[0-9]+)", "po_box", _as_is),
        (rf"(?:буд(?:инок)?\.?|б\.)\s*№?\s*(?P<it>{_HOUSE})", "locator_designator", _as_is),
        (r"(?:корп(?:ус)?\.?)\s*№?\s*(?P<it>[0-9а-яіїєґa-z]+)", "locator_building", _as_is),
        (rf"(?P<it>{_ROOM})", "locator_name", _as_is),
    )
)
_NUMBER = re.compile(rf"№?\s*(?P<it>{_HOUSE})", re.IGNORECASE)
_STREET_AND_HOUSE = re.compile(rf"(?P<street>.*[а-яіїєґ.]{{3,}})\s+(?P<house>{_HOUSE})", re.I)
_WITHOUT_OBLAST = ("Автономна Республіка Крим", "Київ", "Севастополь")
_NUMBERED = frozenset({"квартал", "мкр", "лінія", "станція"})
"""What is named by a number as often as by a word."""


@dataclass(slots=True, kw_only=True)
class Address:
    """The parts of an address; empty where the text does not say them."""

    admin_unit_l1: str = ""
    admin_unit_l2: str = ""
    admin_unit_l3: str = ""
    admin_unit_l4: str = ""
    post_name: str = ""
    thoroughfare: str = ""
    locator_designator: str = ""
    locator_building: str = ""
    locator_name: str = ""
    post_code: str = ""
    po_box: str = ""
    rest: list[str] = field(default_factory=list)
    """What has no place in these fields, or a second value for one: for a person to look at."""


def parse_address(text: str) -> Address:
    """Split an address; every part of the text stands in exactly one field or in `rest`."""
    address = Address()
    for part in _parts(text):
        _take(part, address)
    return address


def is_houses(text: str) -> bool:
    """Whether a cell lists numbers of houses, parted by commas or semicolons: `1, 2А; 5/1`."""
    parts = [plain(part.strip()) for part in re.split("[,;]", text)]
    return all(_NUMBER.fullmatch(part) and not part.startswith("0") for part in parts)


PARTS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "AdminUnitL1": lambda text: text == "Україна",
        "AdminUnitL2": lambda text: text.endswith(" область") or text in _WITHOUT_OBLAST,
        "AdminUnitL3": lambda text: text.endswith(" район"),
        "AdminUnitL4": lambda text: text.endswith(" громада"),
        "PostName": lambda text: not _TYPED_PLACE.fullmatch(plain(text)),
        "Thoroughfare": lambda text: bool(parse_street(text).kind),
        "LocatorDesignator": lambda text: bool(_WHOLE_HOUSE.fullmatch(plain(text))),
        "PostCode": lambda text: bool(re.fullmatch("[0-9]{5}", text)),
    }
)
"""Part of a split address -> whether a text is written as the rules for values want it: region and
district with their word, a place without «м.» or «с.», a street with its type, a house alone."""


def as_fields(address: Address) -> dict[str, str]:
    """Names of the recommended structures -> parts; the country is always «Україна»."""
    parts = asdict(address)
    names = [name for name in parts if name != "rest"]
    fields = {_field(name): str(parts[name]) for name in names}
    return {**fields, "addressAdminUnitL1": "Україна"}


def _field(name: str) -> str:
    words = name.split("_")
    return "address" + "".join(word.capitalize() for word in words)


def _parts(text: str) -> Iterator[str]:
    written = fold_spaces(text)
    for forgotten in _FORGOTTEN:
        written = forgotten.sub(", ", written)
    yield from (part for piece in re.split(r"[,;]", written) if (part := piece.strip()))


def _take(part: str, address: Address) -> None:
    folded = plain(part)
    for pattern, name, change in _RULES:
        match = pattern.fullmatch(folded)
        # A district after the name of a city is one of the city, for which there is no field.
        if match and not (name == "admin_unit_l3" and address.post_name):
            _set(address, name, change(part[match.start("it") : match.end("it")]), part)
            return
    if not _take_street(part, address):
        address.rest.append(part)


def _take_street(part: str, address: Address) -> bool:
    number = _NUMBER.fullmatch(plain(part))
    if number and address.thoroughfare:
        _set(address, "locator_designator", part[number.start("it") :], part)
        return True
    match = _STREET_AND_HOUSE.fullmatch(plain(part))
    street = parse_street(part[: match.end("street")] if match else part)
    if not street.kind or address.thoroughfare:
        return False
    if match and street.kind in _NUMBERED:
        street, match = parse_street(part), None
    _set(address, "thoroughfare", str(street), part)
    if match:
        _set(address, "locator_designator", part[match.start("house") :], part)
    return True


def _set(address: Address, name: str, value: str, part: str) -> None:
    """Fill a field; a second room is written after the first, any other second value is told."""
    before = getattr(address, name)
    if before and name == "locator_name":
        setattr(address, name, f"{before}, {value}")
    elif before:
        address.rest.append(part)
    else:
        setattr(address, name, value)
