"""Lines of a title that look like the form: «Про угоду, стороною якої є | місто Зразків».

A title is broken over lines wherever the clerk or the system liked. What stands right under its
words goes on with them where it begins with a small letter as no form does, or where the letterhead
has said the same otherwise. Where nobody can tell, the line is said, never dropped.
"""

import re
from collections.abc import Sequence
from enum import Enum

from pipeline.extractors.voting.form_words import may_go_on
from pipeline.extractors.voting.lines import Printed
from pipeline.extractors.voting.meetings import when_of
from pipeline.extractors.voting.requisites import is_requisites
from pipeline.extractors.voting.titles import is_stage
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import plain

# The form prints none of these in small letters: «державної | реєстрації», «робочої | групи з».
_OF_TITLES = re.compile(
    r"реєстраці[яїю]\s(?!депутат)|від\s|рішення(?:\s+від)?\Z|(?:групи|фракції)\s|лічильн"
    r"|секретар\s|система\s|продовження\s(?!таблиц|спис|додатк|протокол|голосув)"
)
_MAY_STAND_BETWEEN = frozenset(
    {"agenda", "empty-form", "faction", "form-title", "registration", "signature"}
)
_OF_BOTH = frozenset({"conditions", "majority", "page", "speakers", "who-came"})
"""Of the form or of the title, where a line under them goes on with either."""
_PLACE = re.compile(r"(?:місто|м\.)\s*(?=\S)")
# «м. Зразкова», «м. Вигаданська»: no town is called so.
_OF_TOWN = re.compile(r"місто\s.+(?:[оеєї]ва|[сц]ька)\.?")
_OF_ANY_CASE = re.compile(r"[аеєиіїоуюя]\.?\Z")
_UNFINISHED = re.compile(
    r"(?:,|№|(?<!\w)(?:[вуізй]|на|по|до|із|зі|за|для|про|при|від|та|або|біля|щодо))\s*\Z"
)
_OF_DEPUTIES = "депутат"
_GOING_ON = "продовження"


class Belongs(Enum):
    """Whether a line that looks like the form is part of the title above it."""

    NO = 0
    YES = 1
    UNKNOWN = 2


def belongs(
    line: Printed, title: str, letterhead: Sequence[str], below: Sequence[Printed]
) -> Belongs:
    """Whether a line right under a title that is open goes on with it.

    Args:
        line: what looks like the form.
        title: the last words of the title so far.
        letterhead: the names of council and place above the title.
        below: the lines under this one, the nearest first.
    """
    words = plain(line.text).strip()
    if may_go_on(words) or _OF_TITLES.match(words) or _closes_quote(words):
        return Belongs.YES
    if _is_unfinished(title, line):
        return Belongs.YES
    if line.kind == "letterhead":
        return _of_letterhead(words, [_folded(one) for one in letterhead], below)
    if words.isdecimal():
        return Belongs.UNKNOWN  # a number of a page, or of a house
    if words == _GOING_ON and _goes_on(below):
        return Belongs.YES
    if not _goes_on(below):
        return Belongs.NO
    if line.kind in _OF_BOTH:
        return Belongs.UNKNOWN
    between = line.kind in _MAY_STAND_BETWEEN or is_stage(words)
    return Belongs(between and _is_small(words))


def _closes_quote(words: str) -> bool:
    return words.endswith('"') and words.count('"') % 2 == 1


def _is_unfinished(title: str, line: Printed) -> bool:
    """«… газу в | м. Зразкові», «… школі № | 17»: the words above cannot stand without these."""
    figures = line.text.strip().isdecimal()
    if figures:
        return title.rstrip().endswith(("№", "вул.", "буд.", "кв."))
    of_form = line.kind == "letterhead" or line.kind in _MAY_STAND_BETWEEN
    return of_form and _UNFINISHED.search(title) is not None


def _of_letterhead(words: str, above: Sequence[str], below: Sequence[Printed]) -> Belongs:
    if words.lower().startswith(_OF_DEPUTIES):
        return Belongs.NO  # who votes, over their names
    own = _folded(words)
    if any(own in one or one in own for one in above):
        return Belongs.UNKNOWN  # said once more, or of the title
    of_town = _OF_TOWN.fullmatch(own) is not None
    if of_town or _goes_on(below) or any(_is_place(own) == _is_place(one) for one in above):
        return Belongs.YES
    if words.startswith("м.") and _OF_ANY_CASE.search(own):
        return Belongs.UNKNOWN
    return Belongs.UNKNOWN if any(map(_is_of_title, below[:1])) else Belongs.NO


def _folded(words: str) -> str:
    return _PLACE.sub("місто ", " ".join(plain(words).lower().split()))


def _is_place(folded: str) -> bool:
    return folded.startswith("місто ")


def _goes_on(below: Sequence[Printed]) -> bool:
    """Whether the next words that are none of the letterhead go on with a sentence."""
    words = next((line for line in below if line.kind != "letterhead"), None)
    return words is not None and _is_small(words.text) and _is_of_title(words)


def _is_small(text: str) -> bool:
    return plain(text).strip()[:1].islower()


def _is_of_title(line: Printed) -> bool:
    says = is_requisites(line.text) or when_of(line.text) or meeting_of(line.text)
    return not (line.is_known or is_stage(line.text) or says)
