"""Pages that are the text of an act itself: letterhead, kind, date and number, title, preamble.

What follows the preamble is the body, with its annexes: «Додаток до розпорядження від … № …» names
the act again and is not another one.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.extractors.act_pages.found import FoundAct, PageActs, Remainder
from pipeline.extractors.act_pages.lines import LONGEST_TITLE, is_draft, starts_with_about
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.act_lines import ABOUT
from pipeline.ukrainian.acts import Act, is_requisites, parse_act
from pipeline.ukrainian.text import plain

_PREAMBLE = re.compile(
    r"(?:відповідно\s+до|керуючись|з\s+метою|на\s+виконання|на\s+підставі|розглянувши|заслухавши"
    r"|враховуючи|згідно|у\s+зв'язку|беручи\s+до\s+уваги|виходячи\s+з|у\s+відповідності"
    r"|(?-i:З)(?:а|\s+огляду|\s+нагоди|\s+урахуванням)\s|(?-i:У|В)(?:раховуючи|\s+зв'язку|\s+порядку)\s|(?-i:Для)\s"
    r"|руководствуясь|в\s+соответствии|рассмотрев|заслушав|на\s+основании|с\s+целью)\b.{30,}",
    re.IGNORECASE | re.DOTALL,
)
# An order may begin with what it orders: «Скликати 15 сесію сільської ради 20.03.2020 …».
_ORDERS = re.compile(
    r"(?:1\.\s*)?(?!завантаж|скача|перегля|чита|відкри|поверну|перей|дізна|показа|пока|знай)"
    r"(?-i:[А-ЯІЇЄҐ])[а-яіїєґ']+(?:[иаяі]|с)ти\s.{20,}",
    re.IGNORECASE | re.DOTALL,
)
_ENACTING_WORDS = (
    *("вирішила", "вирішив", "зобов'язую", "наказую", "постановляю"),
    *("ухвалила", "ухвалив", "пропоную"),
    *("решил", "решила", "обязываю", "приказываю"),
)
_LONGEST_WORD = max(map(len, _ENACTING_WORDS))
_ENACTING = re.compile(rf"(?:.*\b)?(?:{'|'.join(_ENACTING_WORDS)})\s*:?", re.IGNORECASE)
_KINDS = ("рішення", "розпорядження", "наказ", "постанова", "ухвала", "проєкт")
# The title speaks of an act, and its number has not come yet.
_BROKEN_OFF = re.compile(
    r"(?:(?:рішен|розпоряджен|наказ)\w*|(?:затвердж|схвал)ен(?:ого|ої|их|ому|ій))"
    r"(?:\s+[^\W\d][\w'-]*){0,8}\s*$",
    re.IGNORECASE,
)
_LONGEST_HEADER = 18
"""Lines between the kind and the preamble: date, place, number, a title on several lines."""


def read_text(page: Page, parameters: DecisionsParameters) -> PageActs | None:
    """The acts whose whole text is on the page; None where the page only lists acts, or drafts."""
    if parameters.drafts:
        return None
    found = tuple(_headers(page.blocks))
    acts = [_act(page, header, parameters) for header in found]
    if all(act is None for act in acts):
        return None
    again = {at for at, act in enumerate(acts) if act is not None and _is_again(act, acts[:at])}
    acts = [act for at, act in enumerate(acts) if at not in again]
    found = tuple(header for at, header in enumerate(found) if at not in again)
    adopted = tuple(act for act in acts if act is not None and not is_draft(act.kind))
    rest = Remainder(page=page)
    first = page.blocks.index(found[0][0])
    used = sum(len(header) for header in found)
    rest.left_out.update({"letterhead": first, "header": used})
    rest.left_out["body"] = len(page.blocks) - first - used
    rest.left_out["draft"] = sum(act is not None for act in acts) - len(adopted)
    return rest.with_acts(adopted)


def _is_again(act: FoundAct, before: Sequence[FoundAct | None]) -> bool:
    """Whether an annex names its act again: «ЗАТВЕРДЖЕНО Рішення … від … № …»."""
    numbered = (one for one in before if one is not None and one.number)
    return any((one.number, one.date) == (act.number, act.date) for one in numbered)


def _headers(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """From each kind that stands alone down to the preamble of its act."""
    begins = [_begins_body(block) for block in blocks]
    if not any(begins):
        return  # a list of acts, as most pages are
    at = 0
    while at < len(blocks):
        window = begins[at + 1 : at + 1 + _LONGEST_HEADER]
        length = window.index(True) + 1 if any(window) else 0
        if length and _is_kind(blocks[at]):
            yield blocks[at : at + length]
            at += length
        at += 1


def _is_kind(block: Block) -> bool:
    """«РОЗПОРЯДЖЕННЯ», «Р І Ш Е Н Н Я», perhaps with its date and number, and nothing else."""
    if block.links or len(block.text) > LONGEST_TITLE:
        return False
    if not is_requisites(block.text):
        return False
    return head_of(parse_act(block.text).kind or "").removeprefix("проєкт ") in _KINDS


def _begins_body(block: Block) -> bool:
    folded = plain(block.text)
    titled = folded.startswith(ABOUT)
    if not titled and (_PREAMBLE.match(folded) or (not block.links and _ORDERS.match(folded))):
        return True
    # Few lines end so: the expression is slow to find that out.
    tail = folded[-80:]
    enacting = tail.rstrip(" :")[-_LONGEST_WORD:].lower().endswith(_ENACTING_WORDS)
    return enacting and _ENACTING.fullmatch(tail) is not None


def _act(page: Page, header: Sequence[Block], parameters: DecisionsParameters) -> FoundAct | None:
    lines = [parse_act(block.text, dates=parameters.dates) for block in header]
    heading = parse_act(page.heading, dates=parameters.dates)
    if sum(starts_with_about(line.subject) and bool(line.number) for line in lines) > 1:
        return None  # a list of acts under one word, with a sentence below it
    said, begin, end = _title(header, lines)
    title = said or heading.subject or ""
    if not starts_with_about(title):
        return None
    apart = [*lines[:begin], *lines[begin : begin + 1], *lines[max(end, begin + 1) :]]
    known = [line for line in apart if not starts_with_about(line.subject) or line.number]
    kinds = [*known, heading]
    return FoundAct(
        kind=_kind(kinds, parameters),
        title=title,
        number=next((line.number for line in [*known, heading] if line.number), None),
        date=_day([*known, heading]),
        address=page.address or None,
        block=header[0],
    )


def _kind(lines: Sequence[Act], parameters: DecisionsParameters) -> str:
    """«ПРОЄКТ» over «РІШЕННЯ» makes it a draft."""
    kinds = [head_of(line.kind) for line in lines if line.kind]
    return next(filter(is_draft, kinds), next(iter(kinds), parameters.kind))


def _day(lines: Sequence[Act]) -> date | None:
    return next((line.date for line in lines if line.date), None)


def _title(header: Sequence[Block], lines: Sequence[Act]) -> tuple[str, int, int]:
    """The title, which may be broken over lines, and where it begins and ends among them.

    A line that names an act goes on with it where the number of this one stood above, or where the
    title breaks off after «… затвердженого рішенням».
    """
    first = next((at for at, line in enumerate(lines) if starts_with_about(line.subject)), None)
    if first is None or header[first].links:
        return "", 0, 0
    numbered = any(line.number for line in lines[:first])
    words = lines[first].subject or ""
    end = first + 1
    for block, line in zip(header[end:], lines[end:], strict=True):
        names_act = line.number or line.date or line.kind
        goes_on = numbered or _BROKEN_OFF.search(words) is not None
        if block.cells or (names_act and not goes_on):
            break
        words = f"{words} {block.text}"
        end += 1
    whole = " ".join(block.text for block in header[first:end])
    quoted = plain(whole).startswith('"')
    return (parse_act(whole).subject or words) if quoted else words, first, end
