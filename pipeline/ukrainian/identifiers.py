"""Codes of Ukrainian registers: forms and check digits.

A check digit that fits proves little (one random code in ten passes), so finding personal codes
needs context as well. Numbers of the weights: reference tables of python-stdnum, compared with the
codes of real bodies 2026-11.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from stdnum import iban
from stdnum.ua import edrpou, rntrc

_EDRPOU = re.compile(r"[0-9]{8}")
_RNOKPP = re.compile(r"[0-9]{10}")
_IBAN = re.compile(r"UA[0-9]{27}")
_KOATUU = re.compile(r"(?P<region>[0-9]{2})(?P<district>[0-9]{3})(?P<council>[0-9]{3})[0-9]{2}")
_KATOTTG = re.compile(
    r"UA(?P<region>[0-9]{2})(?P<district>[0-9]{2})(?P<community>[0-9]{3})(?P<place>[0-9]{3})"
    r"(?P<quarter>[0-9]{2})(?P<unit>[0-9]{5})"
)


class TerritoryLevel(StrEnum):
    """Level of a code of КАТОТТГ, from the whole to the part."""

    REGION = "region"
    """Область, Автономна Республіка Крим, місто зі спеціальним статусом."""
    DISTRICT = "district"
    COMMUNITY = "community"
    """Територіальна громада."""
    PLACE = "place"
    """Місто, селище, село."""
    QUARTER = "quarter"
    """Район у місті."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Koatuu:
    """A code of the former classifier: region and district, each by its first digits."""

    code: str
    region: str
    district: str


def is_edrpou(code: str) -> bool:
    """Whether it is eight digits with the right check digit (ЄДРПОУ, legal persons)."""
    return bool(_EDRPOU.fullmatch(code)) and edrpou.is_valid(code)


def is_rnokpp(code: str) -> bool:
    """Whether it is ten digits with the right check digit (РНОКПП, natural persons)."""
    return bool(_RNOKPP.fullmatch(code)) and rntrc.is_valid(code)


def is_iban(code: str) -> bool:
    """Whether it is a Ukrainian account number: UA, 27 digits, its check digits (ISO 13616)."""
    compact = code.replace(" ", "").upper()
    return bool(_IBAN.fullmatch(compact)) and iban.is_valid(compact)


def katottg_level(code: str) -> TerritoryLevel | None:
    """The level of a code of КАТОТТГ (UA and 17 digits), by the groups that are not zero.

    Source: наказ Мінрегіону від 26.11.2020 № 290. None: it is not of that form.
    """
    match = _KATOTTG.fullmatch(code)
    if match is None or match["region"] == "00":
        return None
    deepest = TerritoryLevel.REGION
    for level in (TerritoryLevel.DISTRICT, TerritoryLevel.COMMUNITY, TerritoryLevel.PLACE):
        if int(match[level]):
            deepest = level
    return TerritoryLevel.QUARTER if int(match["quarter"]) else deepest


def parse_koatuu(code: str) -> Koatuu | None:
    """The parts of a code of КОАТУУ (ten digits, in force until 2020); None: not of that form."""
    match = _KOATUU.fullmatch(code)
    if match is None or not int(match["region"]):
        return None
    return Koatuu(code=code, region=match["region"], district=match["district"])
