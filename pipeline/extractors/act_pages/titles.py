"""What a title in a table says of number and day: of its own act, or of another one."""

import re
from datetime import date

from pipeline.extractors.act_pages.lines import starts_with_about
from pipeline.ukrainian.act_kinds import find_kinds
from pipeline.ukrainian.acts import Act
from pipeline.ukrainian.text import plain

_PARTS = re.compile(r"[-/]")


def names_itself(said: Act) -> bool:
    """Whether a title has its own requisites: «Рішення № 45 від 12.02.2024 «Про …»»."""
    return bool(said.kind and said.number)


def of_another_act(title: str, said: Act, number: str | None, day: date | None) -> bool:
    """Whether number and day in a title are of another act: «Про зміни (рішення № 5 від …)».

    Args:
        title: the words of the cell.
        said: what they say of an act.
        number: what the column of numbers says; None where it only counts the rows.
        day: what the column of days says.
    """
    if not starts_with_about(title) or said.number is None:
        return False
    if number is not None and not _are_one(number, said.number):
        return True
    return _differ(said.date, day) and _names_act(title, said)


def leaves_day(title: str, said: Act, day: date | None) -> bool:
    """Whether a title has a day of its own besides that of its column: «Про план № 5 від …»."""
    return starts_with_about(title) and said.number is not None and _differ(said.date, day)


def _differ(one: date | None, other: date | None) -> bool:
    return None not in (one, other) and one != other


def _are_one(number: str, other: str) -> bool:
    """«12» or «5-12» in the column may be the «5-12/VIII» of the title."""
    one, two = (set(_PARTS.split(whole)) for whole in (number, other))
    return one <= two or two <= one


def _names_act(title: str, said: Act) -> bool:
    behind = title.partition(said.subject or title)[2]
    return bool(find_kinds(plain(behind)))
