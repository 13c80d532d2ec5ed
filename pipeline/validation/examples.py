"""For every check a table that passes and one that does not; the documentation is made from them.

Rows are cells by the names of their columns; everybody in them is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Rows = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What a check says of a sound table, which is nothing, and of a bad one."""

    settings: str
    """As YAML of a descriptor, without the name of the check."""
    passes: Rows
    fails: Rows
    codes: tuple[str, ...]
    """Of the findings about the bad table, in their order."""


_ACTS = ({"number": "365-р", "dateAccepted": "2020-01-09"},)

EXAMPLES: Mapping[str, Example] = MappingProxyType(
    {
        "key-unique": Example(
            settings="fields: [code]",
            passes=({"code": "99000100"}, {"code": "99000117"}),
            fails=({"code": "99000100"}, {"code": "99000100"}),
            codes=("key-duplicate",),
        ),
        "edrpou-check-digit": Example(
            settings="fields: [edrpou]",
            passes=({"edrpou": "26510514"},),
            fails=({"edrpou": "26510515"},),
            codes=("edrpou-check-digit",),
        ),
        "dates-in-order": Example(
            settings="fields: [dateAccepted, issued]",
            passes=({"dateAccepted": "2020-01-09", "issued": "2020-01-10"},),
            fails=({"dateAccepted": "2020-01-10", "issued": "2020-01-09"},),
            codes=("dates-out-of-order",),
        ),
        "act-numbers": Example(
            settings="{}",
            passes=(*_ACTS, {"number": "366-р", "dateAccepted": "2020-01-10"}),
            fails=(*_ACTS, {"number": "367-р", "dateAccepted": "2020-01-10"}),
            codes=("act-number-gap",),
        ),
        "value-form": Example(
            settings="{fields: [phone], form: phone}",
            passes=({"phone": "+380441234567"},),
            fails=({"phone": "(044) 123-45-67"},),
            codes=("value-form",),
        ),
        "address-parts": Example(
            settings="{}",
            passes=(
                {
                    "addressAdminUnitL2": "Луганська область",
                    "addressPostName": "Вигадань",
                    "addressThoroughfare": "вул. Зразкова",
                    "addressLocatorDesignator": "15-А",
                },
            ),
            fails=(
                {
                    "addressAdminUnitL2": "Луганська обл.",
                    "addressPostName": "м. Вигадань",
                    "addressThoroughfare": "Зразкова",
                    "addressLocatorDesignator": "буд. 15",
                },
            ),
            codes=("address-part",) * 4,
        ),
        "territory-known": Example(
            settings="{fields: [katottg], codifier: katottg.csv}",
            passes=({"katottg": "UA44120050000066819"},),
            fails=({"katottg": "UA44120050000099999"},),
            codes=("territory-unknown",),
        ),
        "territory-dated": Example(
            settings="{field: code, date: day}",
            passes=(
                {"code": "4411800000", "day": "2019-05-14"},
                {"code": "UA44120050000066819", "day": "2024-05-14"},
            ),
            fails=(
                {"code": "UA44120050000066819", "day": "2019-05-14"},
                {"code": "4411800000", "day": "2024-05-14"},
            ),
            codes=("territory-code-later", "territory-code-former"),
        ),
        "text-hygiene": Example(
            settings="fields: [title]",
            passes=({"title": "Про об’єднання «Промінь»"},),
            fails=({"title": "Про  тарифи"}, {"title": 'Про "Промінь"'}),
            codes=("text-hygiene", "text-hygiene"),
        ),
        "budget-code": Example(
            settings="{fields: [code], classification: economic}",
            passes=({"code": "2111"},),
            fails=({"code": "2119"},),
            codes=("budget-code-unknown",),
        ),
        "budget-sums": Example(
            settings="{field: code, amount: amount}",
            passes=(
                {"code": "2110", "amount": "30"},
                {"code": "2111", "amount": "20"},
                {"code": "2112", "amount": "10"},
            ),
            fails=(
                {"code": "2110", "amount": "35"},
                {"code": "2111", "amount": "20"},
                {"code": "2112", "amount": "10"},
            ),
            codes=("budget-sum-differs",),
        ),
    }
)

LINKS = Example(
    settings="{}",
    passes=({"url": "https://rada.example/acts/14"},),
    fails=({"url": "https://rada.example/gone"},),
    codes=("link-is-dead",),
)
"""Of `links-answer`, which a descriptor does not choose: a person asks for it."""
