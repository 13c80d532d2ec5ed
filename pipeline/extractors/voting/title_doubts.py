"""Lines of a title that may be none of it: a further matter, a row of a table, a label, a number.

They stay in the title, and are said: what a clerk wrote into one title nobody can take apart.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.voting.heading import is_about
from pipeline.extractors.voting.lines import Printed
from pipeline.extractors.voting.requisites import is_requisites
from pipeline.extractors.voting.titles import without_question
from pipeline.readers.grids.headers import header_key
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.text import plain

_MATTER = re.compile(r"(?:\d{1,3}(?:\.\d+)*[.)]\s*)?(?:Про|ПРО)\s")
_TIME = re.compile(r"(?<!\d)\d\d?:\d\d:\d\d(?!\d)|\A\W*\d\d?:\d\d\W*\Z")
_SECOND = re.compile(r"(?<!\d)[.;]\s+(?:\d{1,3}[.)]\s*)?Про\s")
_LABEL = re.compile(r"[А-ЯІЇЄҐ][\w'-]+(?:\s[\w'/-]+){0,3}\s?:\s+\S")
_COUNT = re.compile(
    r"\W*(?:за|проти|утрим\w+|не\s+голосувал\w)[\"']?\s*(?:[:=–—-]+|\()\s*\d", re.IGNORECASE
)
_FEWEST_CELLS = 2


def doubts_of(title: Sequence[tuple[str, Printed]]) -> Iterator[Printed]:
    """The lines of a title with two matters, and those under the first that begin otherwise."""
    above = ""
    for words, line in title:
        whole = f"{above} {words}".strip()
        begins = is_about(above) and _is_whole(above) and _begins_other(words, line)
        if (
            begins
            or _TIME.search(words)
            or (is_about(whole) and _has_second(plain(words), plain(above)))
        ):
            yield line
        above = whole


def _is_whole(words: str) -> bool:
    """Whether every quote is closed: «Про зміни до рішення «Про …» is one matter."""
    return plain(words).count('"') % 2 == 0


def _has_second(words: str, above: str) -> bool:
    return any(_is_whole(above + words[: found.start()]) for found in _SECOND.finditer(words))


def _begins_other(words: str, line: Printed) -> bool:
    is_row = sum(map(bool, line.cells)) >= _FEWEST_CELLS
    folded = plain(words).strip()
    act = parse_act(words) if is_requisites(words) and not folded[:1].islower() else None
    is_act = act is not None and act.number is not None and act.date is not None
    return is_row or is_act or any(one.match(folded) for one in (_MATTER, _LABEL, _COUNT))


def is_repeated(title: str, listed: Sequence[Printed]) -> bool:
    """Whether the matter that is voted on is one of those listed above it: of the agenda."""
    own = header_key(without_question(title))
    starts = (header_key(without_question(line.text)) for line in listed)
    return any(start and own.startswith(start) for start in starts)
