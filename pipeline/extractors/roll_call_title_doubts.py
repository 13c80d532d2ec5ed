"""Lines of a title that may be none of it: a further matter, a row of a table, a label, a count.

They stay in the title, and are said: what a clerk wrote into one title nobody can take apart.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.roll_call_heading import is_about
from pipeline.extractors.roll_call_lines import Printed
from pipeline.extractors.roll_call_titles import without_question
from pipeline.readers.headers import header_key
from pipeline.ukrainian.text import plain

_MATTER = re.compile(r"(?:\d{1,3}(?:\.\d+)*[.)]\s*)?(?:Про|ПРО)\s")
_LABEL = re.compile(r"[А-ЯІЇЄҐ][\w'-]+(?:\s[\w'/-]+){0,3}\s?:\s+\S")
_COUNT = re.compile(
    r"\W*(?:за|проти|утрим\w+|не\s+голосувал\w)[\"']?\s*(?:[:=–—-]+|\()\s*\d", re.IGNORECASE
)
_FEWEST_CELLS = 2


def doubts_of(title: Sequence[tuple[str, Printed]]) -> Iterator[Printed]:
    """The lines under the first one of a title that begin as something else does."""
    above = ""
    for words, line in title:
        is_whole = is_about(above) and plain(above).count('"') % 2 == 0
        if is_whole and _begins_other(words, line):
            yield line
        above = f"{above} {words}"


def _begins_other(words: str, line: Printed) -> bool:
    is_row = sum(map(bool, line.cells)) >= _FEWEST_CELLS
    folded = plain(words).strip()
    return is_row or any(one.match(folded) for one in (_MATTER, _LABEL, _COUNT))


def is_repeated(title: str, listed: Sequence[Printed]) -> bool:
    """Whether the matter that is voted on is one of those listed above it: of the agenda."""
    own = header_key(without_question(title))
    starts = (header_key(without_question(line.text)) for line in listed)
    return any(start and own.startswith(start) for start in starts)
