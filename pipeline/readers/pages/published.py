"""The day a page prints as that of its publication, where no recipe says where it stands."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from lxml import etree

from pipeline.readers.pages.blocks import Block
from pipeline.readers.pages.tree import Element, article_of, has_class, words_of
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.text import fold_spaces

_DAY_LABEL = re.compile(r"(?:дата|опубліковано|оприлюднено)[^:\d]{0,20}:?\s*(?=\d)", re.IGNORECASE)
_PUBLISHED_LABEL = re.compile(
    r"(?:дата\s+)?(?:оприлюдн|опублік)\w*\s*[-–—:]?\s*(?=\d)", re.IGNORECASE
)
_MAY_BE_LABEL = re.compile(r"\W*[до]", re.IGNORECASE)


def published(region: Element) -> date | None:
    """The day in the article's own `time`, else after a label; never from the side bar."""
    article = article_of(region)
    if article is None:
        inside = _time_inside(region)
        return None if inside is None else _first(inside)
    beside = tuple(_beside(region, article))
    times = (element for element in beside if element.tag == "time")
    found = map(_first, chain(times, filter(_is_labelled, beside)))
    return next(filter(None, found), None)


def without_published(region: Element, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The lines but that of the day of publication: alone it would look like that of a meeting."""
    inside = _time_inside(region) if article_of(region) is None else None
    if inside is None:
        return tuple(blocks)
    place, words = inside.getroottree().getpath(inside), words_of(inside)
    return tuple(one for one in blocks if one.text != words or f"/{one.element}" not in place)


def published_line(blocks: tuple[Block, ...]) -> date | None:
    """The day of the one line «Дата оприлюднення: 12.02.2024»; two days are none."""
    lines = (block.text for block in blocks if _MAY_BE_LABEL.match(block.text))
    found = (find_dates(line) for line in lines if _PUBLISHED_LABEL.match(line))
    days = {days[0].value if len(days) == 1 else None for days in found}
    return days.pop() if len(days) == 1 else None


def _time_inside(region: Element) -> Element | None:
    """The `time` in the head of the only article of a `main`, as WordPress has it."""
    articles = list(region.iter("article"))
    times = [one for one in region.iter("time") if has_class(one, "published")]
    if len(articles) != 1 or len(times) != 1 or articles[0] not in times[0].iterancestors():
        return None
    return times[0]


def _first(element: Element) -> date | None:
    found = find_dates(words_of(element))
    return found[0].value if found else None


def _beside(region: Element, article: Element) -> Iterator[Element]:
    """The elements of an article that are no part of its text, which is nearly all of it."""
    walk = etree.iterwalk(article, events=("start",))
    for _, element in walk:
        if element is region:
            walk.skip_subtree()
        else:
            yield element


def _is_labelled(element: Element) -> bool:
    words = element.text or ""
    return bool(_MAY_BE_LABEL.match(words) and _DAY_LABEL.match(fold_spaces(words)))
