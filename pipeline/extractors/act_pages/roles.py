"""What a line of a page is by its first words or its links: an agenda, a record, a file."""

import re
from enum import StrEnum

from pipeline.extractors.act_pages.links import (
    ATTACHMENT,
    DOWNLOAD,
    holds_files_only,
    is_file,
    is_pager,
)
from pipeline.extractors.act_pages.sections import AGENDA
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.act_lines import ABOUT
from pipeline.ukrainian.text import plain


class Role(StrEnum):
    """What a line of a page is."""

    ACT = "act"
    """The title of an act, often with its number."""
    REQUISITES = "requisites"
    """Number or date of an act whose title stands on another line."""
    LABEL = "label"
    """A heading over acts: «Рішення сесії», «Рішення 9 сесії … від 21.05.2021»."""
    RANGE = "range"
    """A heading that numbers the list under it: «Рішення №9-26/VIII - 9-48/VIII»."""
    MANY = "many"
    """One link for many acts: «31 - 58. Земельні рішення»."""
    AGENDA = "agenda"
    RECORD = "record"
    """Protocol, results of a vote, recording of a meeting."""
    ATTACHMENT = "attachment"
    """An annex, a note or a sub-item of an act."""
    DRAFT = "draft"
    ELSEWHERE = "elsewhere"
    """What stands under a heading of no acts: «Електронні петиції», «Оголошення»."""
    STATE = "state"
    """An act of the state that the page refers to."""
    DOWNLOAD = "download"
    """«Завантажити», the name of a file, «<a>Рішення</a>, <a>Додаток 1</a>»."""
    SECTION = "section"
    """A way to another page of the site."""
    LETTERHEAD = "letterhead"
    SIGNATURE = "signature"
    PICTURE = "picture"
    IGNORED = "ignored"
    """Named in the descriptor."""
    OTHER = "other"


_SUB_ITEM = re.compile(
    r"\d{1,3}\.\d{1,3}(?:\.\d{1,2})?(?!\d)\.?\s*(?!про\b)[^\W\d_]", re.IGNORECASE
)
_RECORD = re.compile(
    r"протокол|результати\s+(?:\w+\s+)?голосування|відео|аудіо|запис\s+засідання|стенограма"
    r"|поіменн|фото",
    re.IGNORECASE,
)
# A file that lists acts is none, though it has a number and a day as they have.
_LIST_OF_ACTS = re.compile(
    r"(?:перелік|список|реєстр)\s+(?:\w+\s+)?(?:рішень|розпоряджень|наказів|актів|про[єе]ктів)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:19|20)\d\d(?:\s*[-/]\s*(?:19|20)\d\d)?(?:\s*(?:рік|р\.|року|роки))?"
    r"|(?:про[єе]кти|рішення|протоколи|розпорядження|накази)(?:\s+(?:рішень|сесій|виконавчого"
    r"\s+комітету|\w+\s+голови))?|сесії|архів.*|про\s+(?:нас|сайт|портал|раду|громаду|місто|селище)|(?:повернутися|назад|всі\s|перейти).*",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"(?:(?:січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад"
    r"|грудень)\s*)?(?:(?:19|20)\d\d\s*(?:рік|року|р\.)?)?",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:в\.?\s?о\.?\s+)?(?:міськ|селищн|сільськ)\w+\s+голова\b.{0,60}|секретар\b.{0,60}"
    r"|керуюч\w+\s+справами\b.{0,80}|(?:начальник|керівник)\b.{0,80}",
    re.IGNORECASE,
)

# «Рішення_18-1_Про_план.pdf».
_NAMED_AS_ACT = re.compile(r"(?<![^\W_])Про_\w")
_LONGEST_OTHER = 60
"""Signs of lines that begin as titles do and are none: «Про нас»."""

_NAMED = (
    (AGENDA, Role.AGENDA),
    (_RECORD, Role.RECORD),
    (ATTACHMENT, Role.ATTACHMENT),
    (_SUB_ITEM, Role.ATTACHMENT),
)
_ANY_NAMED = re.compile("|".join(f"(?:{one.pattern})" for one, _ in _NAMED), re.IGNORECASE)


def role_by_name(words: str) -> Role | None:
    """What a line is that begins with the name of a paper: an agenda, a record, an annex."""
    if _ANY_NAMED.match(words) is None:
        return None  # as most lines
    return next((role for pattern, role in _NAMED if pattern.match(words)), None)


def named_role(text: str, block: Block, parameters: DecisionsParameters) -> Role | None:
    """Lines that are no acts, by their first words."""
    folded = plain(text)
    if parameters.ignore and any(
        folded.lower().startswith(plain(word).lower()) for word in parameters.ignore
    ):
        return Role.IGNORED
    if folded.startswith(ABOUT) and len(folded) > _LONGEST_OTHER and len(block.links) < 2:
        return None  # as most lines of a list
    if named := role_by_name(folded):
        return named
    if _LIST_OF_ACTS.match(folded) and any(is_file(link.address) for link in block.links):
        return Role.RECORD
    if block.links and _is_download(folded, block):
        return Role.DOWNLOAD
    if block.links and _leads_on(folded, block.links[0].address):
        return Role.SECTION
    if not block.links and _SIGNATURE.fullmatch(folded):
        return Role.SIGNATURE
    return Role.LETTERHEAD if PERIOD.fullmatch(folded) and not block.links else None


def _is_download(words: str, block: Block) -> bool:
    """Whether a line is files only, and no act whose title is the name of its file."""
    named = "Про_" in words and _NAMED_AS_ACT.search(words) is not None
    return not named and (DOWNLOAD.fullmatch(words) is not None or holds_files_only(block))


def _leads_on(words: str, address: str) -> bool:
    """Whether a link leads to another page of the site or of the list."""
    section = _SECTION.fullmatch(words) is not None and not is_file(address)
    return section or is_pager(words, address)
