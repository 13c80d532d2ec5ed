"""Titles of matters: the quotes around them, numbers and stages that stand beside them."""

import re
from collections.abc import Sequence

from pipeline.ukrainian.text import plain

_STAGES = re.compile(r"за\s+основу|(?<!\w)[ву]\s+цілому", re.IGNORECASE)
_STAGE_ALONE = re.compile(
    r"(?:№\s*:\s*\d+)?[\s(\"]*(?:за\s+основу|[ву]\s+цілому)(?:\s*(?:,|та|і|й)\s*(?:за\s+основу|[ву]\s+цілому))?[\s).\"]*",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:\.\d+)*[.)]\s*"
_QUESTION = re.compile(
    r"\A\s*(?:(?:питання|пункт)(?:\s+порядку\s+денного)?\s*№?\s*\d+(?:\.\d+)*\s*[.:)–—-]*\s*"
    rf"|(?:{_NUMBER})?(?P<word>слухали|питання(?:\s+порядку\s+денного)?|вопрос"
    rf"|(?:назва|найменування|тема|зміст)(?:\s+питання)?|назва\s+про[єе]кту(?:\s+рішення)?)\s*:\s*(?:{_NUMBER})?"
    rf"|{_NUMBER}(?=(?:\(\s*[\w/.-]*\d[\w/.-]*\s*\)\s*)?про\s))",
    re.IGNORECASE,
)
# «СЛУХАЛИ: Про план.»: the stop ends the sentence, it is no part of the title.
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_SHORTEST = 3


def stage_of(text: str) -> str:
    """The stage of a decision that a line names; «за основу і в цілому» is both at once."""
    return " ".join(found.group().lower() for found in _STAGES.finditer(plain(text)))


def is_stage(text: str) -> bool:
    """Whether a line says nothing but the stage: «(за основу)»."""
    return _STAGE_ALONE.fullmatch(plain(text)) is not None


def unquoted(title: str) -> str:
    """Without quotes around the whole of it; those of names inside it stay."""
    ends = plain(title[:1] + title[-1:])
    if len(title) < _SHORTEST or ends != '""':
        return title
    depth = 0
    for sign in title[1:-1]:
        depth += {"«": 1, "»": -1}.get(sign, 0)
        if depth < 0:
            return title
    other = title[0] != "«" and '"' in plain(title[1:-1])
    return title if other or depth else title[1:-1].strip()


def is_open(title: Sequence[str]) -> bool:
    """Whether a title has begun that no quote around the whole of it has closed."""
    words = plain(" ".join(title)).strip()
    return bool(words) and not (words.startswith('"') and words.endswith('"'))


def without_question(words: str) -> str:
    """A title without its number on the agenda: «5. Про план», «СЛУХАЛИ: Про план.»."""
    question = _QUESTION.match(words)
    if question is None:
        return words
    words = words[question.end() :].strip()
    return _STOP.sub("", words) if question["word"] else words
