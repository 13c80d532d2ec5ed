"""All detectors over one text."""

import re
from functools import lru_cache

from pipeline.validation.personal.bank_card import BankCardDetector
from pipeline.validation.personal.birth_date import BirthDateDetector
from pipeline.validation.personal.car_number import CarNumberDetector
from pipeline.validation.personal.email import EmailDetector
from pipeline.validation.personal.flat import FlatDetector
from pipeline.validation.personal.folding import LINK, Folded, fold
from pipeline.validation.personal.hits import Detector, Hit, Rule, apart
from pipeline.validation.personal.home_address import HomeAddressDetector
from pipeline.validation.personal.home_phone import HomePhoneDetector
from pipeline.validation.personal.iban import IbanDetector
from pipeline.validation.personal.latin_links import latin_names
from pipeline.validation.personal.mobile_phone import MobilePhoneDetector
from pipeline.validation.personal.passports import IdCardDetector, PassportDetector
from pipeline.validation.personal.persons import PersonDetector
from pipeline.validation.personal.population_record import PopulationRecordDetector
from pipeline.validation.personal.tax_number import TaxNumberDetector

_CODES: tuple[Detector, ...] = (
    IbanDetector(),
    BankCardDetector(),
    PopulationRecordDetector(),
    TaxNumberDetector(),
    PassportDetector(),
    IdCardDetector(),
    MobilePhoneDetector(),
    HomePhoneDetector(),
    EmailDetector(),
    CarNumberDetector(),
    BirthDateDetector(),
    HomeAddressDetector(),
    FlatDetector(),
)
_MAY_BE_CODE = re.compile(r"[\d@]|[\[(]at[\])]|собака", re.IGNORECASE)
_PERSONS = PersonDetector()
_PERSONS_IN_QUOTES = PersonDetector(quotes=False)


@lru_cache(maxsize=8_192)
def scan_codes(text: str) -> tuple[Hit, ...]:
    """Codes, phones, dates of birth and flats in a text, in its own offsets."""
    if not _MAY_BE_CODE.search(text):
        return ()
    folded = fold(text)
    return apart(_placed(folded, hit) for detector in _CODES for hit in detector.find(folded))


@lru_cache(maxsize=8_192)
def scan_persons(text: str, *, in_quotes: bool = False) -> tuple[Hit, ...]:
    """Names of persons in a text, in its own offsets; `in_quotes` also those that name a thing."""
    folded = fold(text)
    detector = _PERSONS_IN_QUOTES if in_quotes else _PERSONS
    found = (_placed(folded, hit) for hit in detector.find(folded))
    return apart((*found, *latin_names(text, _PERSONS_IN_QUOTES)))


def scan_links(text: str) -> tuple[Hit, ...]:
    """Names of private persons inside of links and names of files."""
    spans = [match.span() for match in LINK.finditer(text)]
    if not spans:
        return ()
    return tuple(
        hit
        for hit in scan_persons(text, in_quotes=True)
        if not hit.official and any(a <= hit.start and hit.end <= b for a, b in spans)
    )


def _placed(folded: Folded, hit: Hit) -> Hit:
    start, end = folded.place(hit.start, hit.end)
    return Hit(start=start, end=end, rule=Rule(hit.rule), official=hit.official)
