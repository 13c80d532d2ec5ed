"""A title line without what a site puts around it: bullets, arrows, the type of a file."""

import re
from functools import lru_cache

from pipeline.ukrainian.act_kinds import join_spaced_letters
from pipeline.ukrainian.text import KEPT_LINES, fold_spaces

_BULLETS = re.compile(r"^(?:[-•*·▪►»]|\d+\s*•)\s*(?=\S)")
_LIST_SIGNS = (";", "→", "►", "->")
_LIST_TAIL = re.compile(r"\s*(?:[;→►]|->)+\s*$")
_FILE_TYPE = r"\.(?:pdf|docx?|rtf|odt|zip|rar|xlsx?)"
_FILE_NAME = re.compile(rf"{_FILE_TYPE}$", re.IGNORECASE)
# «Рішення_№_5_від_01.02.2020.pdf»: the requisites of an act as the name of its file.
_NAMED_BY_ACT = re.compile(
    rf"(?<!\S)(?=\S*_)(?!\S*__)(?P<words>\S+?){_FILE_TYPE}(?!\S)", re.IGNORECASE
)


@lru_cache(maxsize=KEPT_LINES)
def trimmed(line: str) -> str:
    """The words of a title line, its spaces folded and spaced letters joined."""
    text = fold_spaces(join_spaced_letters(line))
    if "_" in text:
        text = _NAMED_BY_ACT.sub(lambda name: name["words"].replace("_", " "), text)
    text = _BULLETS.sub("", _FILE_NAME.sub("", text)).rstrip()
    return (_LIST_TAIL.sub("", text) if text.endswith(_LIST_SIGNS) else text).strip()
