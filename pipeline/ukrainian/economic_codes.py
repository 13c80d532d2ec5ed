"""КЕКВ: the economic classification of expenditure, its titles and its sums.

Source: наказ Мінфіну від 14.01.2011 № 11 (the list) and Інструкція від 12.03.2012 № 333 (how it is
used). The titles were compared with a bookkeeping program that has the list of 2012 (2026-11). The
whole title of 2275 is as the Treasury quotes it (explanation of where firewood belongs,
dzplatforma.com.ua/amp/news/60108, seen 2026-11). 2113, which the list got in 2017, is from memory
and stands to be compared with the order. Crediting (4000) is a classification of its own and is
not here. 2900 was struck out of the list.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

ECONOMIC: Mapping[str, str] = MappingProxyType(
    {
        "2000": "Поточні видатки",
        "2100": "Оплата праці і нарахування на заробітну плату",
        "2110": "Оплата праці",
        "2111": "Заробітна плата",
        "2112": "Грошове забезпечення військовослужбовців",
        "2113": "Суддівська винагорода",
        "2120": "Нарахування на оплату праці",
        "2200": "Використання товарів і послуг",
        "2210": "Предмети, матеріали, обладнання та інвентар",
        "2220": "Медикаменти та перев’язувальні матеріали",
        "2230": "Продукти харчування",
        "2240": "Оплата послуг (крім комунальних)",
        "2250": "Видатки на відрядження",
        "2260": "Видатки та заходи спеціального призначення",
        "2270": "Оплата комунальних послуг та енергоносіїв",
        "2271": "Оплата теплопостачання",
        "2272": "Оплата водопостачання та водовідведення",
        "2273": "Оплата електроенергії",
        "2274": "Оплата природного газу",
        "2275": "Оплата інших енергоносіїв та інших комунальних послуг",
        "2276": "Оплата енергосервісу",
        "2280": (
            "Дослідження і розробки, окремі заходи по реалізації державних (регіональних) програм"
        ),
        "2281": (
            "Дослідження і розробки, окремі заходи розвитку по реалізації державних "
            "(регіональних) програм"
        ),
        "2282": (
            "Окремі заходи по реалізації державних (регіональних) програм, не віднесені до "
            "заходів розвитку"
        ),
        "2400": "Обслуговування боргових зобов’язань",
        "2410": "Обслуговування внутрішніх боргових зобов’язань",
        "2420": "Обслуговування зовнішніх боргових зобов’язань",
        "2600": "Поточні трансферти",
        "2610": "Субсидії та поточні трансферти підприємствам (установам, організаціям)",
        "2620": "Поточні трансферти органам державного управління інших рівнів",
        "2630": "Поточні трансферти урядам іноземних держав та міжнародним організаціям",
        "2700": "Соціальне забезпечення",
        "2710": "Виплата пенсій і допомоги",
        "2720": "Стипендії",
        "2730": "Інші виплати населенню",
        "2800": "Інші поточні видатки",
        "3000": "Капітальні видатки",
        "3100": "Придбання основного капіталу",
        "3110": "Придбання обладнання і предметів довгострокового користування",
        "3120": "Капітальне будівництво (придбання)",
        "3121": "Капітальне будівництво (придбання) житла",
        "3122": "Капітальне будівництво (придбання) інших об’єктів",
        "3130": "Капітальний ремонт",
        "3131": "Капітальний ремонт житлового фонду (приміщень)",
        "3132": "Капітальний ремонт інших об’єктів",
        "3140": "Реконструкція та реставрація",
        "3141": "Реконструкція житлового фонду (приміщень)",
        "3142": "Реконструкція та реставрація інших об’єктів",
        "3143": "Реставрація пам’яток культури, історії та архітектури",
        "3150": "Створення державних запасів і резервів",
        "3160": "Придбання землі та нематеріальних активів",
        "3200": "Капітальні трансферти",
        "3210": "Капітальні трансферти підприємствам (установам, організаціям)",
        "3220": "Капітальні трансферти органам державного управління інших рівнів",
        "3230": "Капітальні трансферти урядам іноземних держав та міжнародним організаціям",
        "3240": "Капітальні трансферти населенню",
        "9000": "Нерозподілені видатки",
    }
)
"""Code -> title."""


def parent_of(code: str) -> str | None:
    """The code whose sum this one is a part of: `2110` for `2111`; None for the three at the top.

    Raises:
        KeyError: there is no such code.
    """
    if code not in ECONOMIC:
        raise KeyError(code)
    digits = code.rstrip("0")
    above = digits[:-1].ljust(len(code), "0")
    return above if len(digits) > 1 else None


def parts_of(code: str) -> tuple[str, ...]:
    """The codes that sum up to this one, in order; none where it is not divided."""
    return tuple(other for other in ECONOMIC if parent_of(other) == code)


def sums_that_disagree(amounts: Mapping[str, Decimal]) -> Iterator[tuple[str, Decimal]]:
    """Codes whose amount is not the sum of the parts that stand beside it, with that sum.

    A code with none of its parts beside it says nothing; neither does one that is not in the list.
    A part that stands only by its own parts is summed from them.
    """
    for code in amounts:
        if code in ECONOMIC and any(_known(part, amounts) for part in parts_of(code)):
            total = sum((_amount(part, amounts) for part in parts_of(code)), Decimal(0))
            if total != amounts[code]:
                yield code, total


def _known(code: str, amounts: Mapping[str, Decimal]) -> bool:
    return code in amounts or any(_known(part, amounts) for part in parts_of(code))


def _amount(code: str, amounts: Mapping[str, Decimal]) -> Decimal:
    if code in amounts:
        return amounts[code]
    return sum((_amount(part, amounts) for part in parts_of(code)), Decimal(0))
