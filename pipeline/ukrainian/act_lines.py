"""A title line without what a site puts around it: bullets, arrows, the type of a file."""

import re
from functools import lru_cache

from pipeline.ukrainian.act_kinds import join_spaced_letters
from pipeline.ukrainian.text import KEPT_LINES, fold_spaces

_BULLETS = re.compile(r"^(?:[-•*·▪►»]|\d+\s*•)\s*(?=\S)")
_LIST_SIGNS = (";", "→", "►", "->")
_LIST_TAIL = re.compile(r"\s*(?:[;→►]|->)+\s*$")
_TYPES = r"(?:pdf|docx?|rtf|odt|zip|rar|7z|xlsx?|ods)"
_FILE_TYPE = rf"\.{_TYPES}"
_FILE_NAME = re.compile(rf"\s?\.\s?{_TYPES}$", re.IGNORECASE)
# What a site says of the file: «(doc, 45 Кб)», «– 1,4 MB (PDF)», «[завантажити]», «+ Додаток.rar».
_SIZE = r"\d+(?:[.,]\d+)?\s*(?:[КкKkМмMm][БбBb]|байт\w*|bytes?)"
_WORD_OF_FILE = rf"(?:{_TYPES}|{_SIZE}|завантажити|скачати|переглянути|відкрити|читати)"
_SAID = rf"{_WORD_OF_FILE}(?:[\s,;:/-]+{_WORD_OF_FILE})*"
_NOTE = re.compile(
    rf"(?:\s*[-–—]?\s*[(\[]\s*{_SAID}\.?\s*[)\]]|\s*[-–—]\s*{_SIZE}|\s+\+\s*додат\w+(?:{_FILE_TYPE})?"
    r"|\s*\((?:з\s+додатк\w+|доопрацьован\w+|оприлюднен\w+[^()]{0,20})\))$",
    re.IGNORECASE,
)
_MAY_BE_NOTE = re.compile(r"[)\]]$|[бБbB]$|(?i:додат\w{0,3}(?:\.\w{2,4})?$)")
# «rishennya_23-20.pdf — Про …»: a name in Latin letters says nothing that the title does not.
_NAME_BEFORE = re.compile(
    rf"^[\w.-]+{_FILE_TYPE}\s*[-–—:]*\s+(?=[«\"“„]?[Пп]ро\s)", re.IGNORECASE | re.ASCII
)
# «Рішення_№_5_від_01.02.2020.pdf»: the requisites of an act as the name of its file.
_NAMED_BY_ACT = re.compile(
    rf"(?<!\S)(?=\S*_)(?!\S*__)(?P<words>\S+?){_FILE_TYPE}(?!\S)", re.IGNORECASE
)


@lru_cache(maxsize=KEPT_LINES)
def trimmed(line: str) -> str:
    """The words of a title line, its spaces folded and spaced letters joined."""
    text = fold_spaces(join_spaced_letters(line))
    if "." in text and text[:1].isascii():
        text = _NAME_BEFORE.sub("", text)
    if "_" in text:
        text = _NAMED_BY_ACT.sub(lambda name: name["words"].replace("_", " "), text)
    text = _BULLETS.sub("", _FILE_NAME.sub("", _without_notes(text))).rstrip()
    return (_LIST_TAIL.sub("", text) if text.endswith(_LIST_SIGNS) else text).strip()


def _without_notes(text: str) -> str:
    """Without what a site says of the file behind the line, in one note or several."""
    while _MAY_BE_NOTE.search(text):
        shorter = _NOTE.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text
