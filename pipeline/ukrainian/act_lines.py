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
_WORD_OF_FILE = rf"(?:{_TYPES}|{_SIZE}|завантажити|скачати|переглянути|відкрити|читати|файл)"
_SAID = rf"{_WORD_OF_FILE}(?:[\s,;:/-]+{_WORD_OF_FILE})*"
_NOTE = re.compile(
    rf"(?:\s*[-–—]?\s*[(\[]\s*(?:{_SAID}\.?|(?:завантажен|скачуван|перегляд)\w+\s*:?\s*\d+)\s*[)\]]|\s*[-–—]\s*(?:{_SIZE}|завантажити|скачати)"
    rf"|\s(?-i:PDF|DOCX?)|(?<=[^\W_\d]|[\d»\"”)])\s*(?-i:Завантажити|Скачати|Переглянути)|\s+\+\s*додат\w+(?:{_FILE_TYPE})?"
    r"|\s*\((?:(?:з|без)\s+додатк\w+|доопрацьован\w+|оприлюднен\w+[^()]{0,20})\))$",
    re.IGNORECASE,
)
_ENDS_NOTE = (
    *(")", "]", "чати", "жити", "нути", "PDF", "DOC", "DOCX"),
    *(f"{many}{bytes_}" for many in "КкKkМмMm" for bytes_ in "БбBb"),
)
_ANNEX = "додат"
# «rishennya_23-20.pdf — Про …»: a name in Latin letters says nothing that the title does not.
_NAME_BEFORE = re.compile(
    rf"^[\w.-]+{_FILE_TYPE}\s*[-–—:]*\s+(?=[«\"“„]?[Пп]ро\s)", re.IGNORECASE | re.ASCII
)
# «Рішення_№_5_від_01.02.2020.pdf»: the requisites of an act as the name of its file.
_NAMED_BY_ACT = re.compile(
    rf"(?<!\S)(?=\S*_)(?!\S*__)(?P<words>\S+?){_FILE_TYPE}(?!\S)", re.IGNORECASE
)
# «Переглянути рішення № 14 — Про …»: the words of a link, not of the act.
_VERB = re.compile(
    r"^(?:переглянути|завантажити|скачати|відкрити|читати)\s+(?=(?:про[єе]кт\s+)?(?:рішен|розпорядж|наказ)"
    r"[^-–—]{1,100}\s[-–—]\s*[«\"“„]?Про\s)",
    re.IGNORECASE,
)
_MAY_BE_VERB = re.compile(r"(?:пер|зав|ска|від|чит)", re.IGNORECASE)
ABOUT = "Про "
"""What most titles begin with, so that few of them need a closer look.

Glued to the number before it by whatever made text of the page: «№13Про план».
"""
_BEFORE_GLUED = re.compile(r"\d(?:\s?(?:року|р))?$")
# Apostrophes and commas for quotes: «№ 35''Про літо''», «,,Про літо'' від 01.02.2020».
_TYPED_QUOTES = re.compile(
    r"(?<![^\W\d_])(?:(?:''|,,)(?P<title>Про\s.+?)(?:''|[\"”])"
    r"|['`´](?P<single>Про\s(?:[^'`´]|(?<=\w)['`´](?=\w))+)['`´])"
    r"(?=\W*$|[\s,.]*(?i:від|№)[^'`´\"”]*$)"
)
_TYPED = "',`´"
# The badge of a file before its title: «PDF 701. Про …».
_TYPE_BEFORE = re.compile(r"^(?:PDF|DOCX?|RTF|XLSX?|ZIP|RAR)\s+(?=[№\d«А-ЯІЇЄҐ])")
# Words written upon the blank of a form: «від «_14_» _травня_ 2024 р. № _88_».
_FILLED_IN = re.compile(r"(?<![^\s№«\"“])_+(?P<word>[^\W_](?:[^\s_]*[^\W_])?)_+(?=[\s»\"”,.]|$)")
# «18-3_Про план.pdf»: the number and the title in the name of a file.
_LOW_LINE = re.compile(r"(?<=\d)_+\s*(?=[Пп]ро\s)")
_MARK_BEFORE = re.compile(r"^[^\W\d_]{1,4}_\s+(?=[Пп]ро\s)")


@lru_cache(maxsize=KEPT_LINES)
def trimmed(line: str) -> str:
    """The words of a title line, its spaces folded and spaced letters joined."""
    text = fold_spaces(join_spaced_letters(line))
    text = _TYPE_BEFORE.sub("", text) if "A" <= text[:1] <= "Z" else text
    if "." in text and text[:1].isascii():
        text = _NAME_BEFORE.sub("", text)
    text = _VERB.sub("", text) if _MAY_BE_VERB.match(text) else text
    if "_" in text:
        text = _FILLED_IN.sub(r"\g<word>", text)
        text = _LOW_LINE.sub(" ", _MARK_BEFORE.sub("", text))
        text = _NAMED_BY_ACT.sub(lambda name: name["words"].replace("_", " "), text)
    text = _without_notes(text)
    last = text[-1:]
    # Few titles end in Latin.
    text = _FILE_NAME.sub("", text) if last.isascii() and last.isalpha() else text
    text = _BULLETS.sub("", text).rstrip()
    text = text.replace("<<", "«").replace(">>", "»") if "<<" in text else text
    text = (_LIST_TAIL.sub("", text) if text.endswith(_LIST_SIGNS) else text).strip()
    begin = text.find(ABOUT)
    return text if begin < 1 or text[begin - 1] == " " else _parted(text, begin)


def _parted(text: str, begin: int) -> str:
    """The line with a real quote or a space before the title that begins there."""
    if text[begin - 1] in _TYPED:
        return _TYPED_QUOTES.sub(lambda typed: f'"{typed["title"] or typed["single"]}"', text)
    glued = _BEFORE_GLUED.search(text[max(0, begin - 6) : begin])
    return f"{text[:begin]} {text[begin:]}" if glued else text


def _without_notes(text: str) -> str:
    """Without what a site says of the file behind the line, in one note or several."""
    while text.endswith(_ENDS_NOTE) or ("+" in text and _ANNEX in text[-16:].lower()):
        shorter = _NOTE.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text
