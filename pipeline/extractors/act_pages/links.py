"""Which of the links in the line of an act is the act's own, and what the others say."""

import re
from itertools import chain

from pipeline.readers.pages.blocks import Block, Link
from pipeline.ukrainian.act_lines import ABOUT
from pipeline.ukrainian.acts import is_requisites
from pipeline.ukrainian.text import plain

ATTACHMENT = re.compile(
    r"додат(?:ок|ки)|пояснювальна|порівняльна|аналіз\s+регуляторного|презентація|схема|графічн"
    r"|виснов(?:ок|ки?)\s+(?:постійн|коміс)|план-схема|ескіз|завдання\s+на|паспорт\s+бюджет",
    re.IGNORECASE,
)
"""Beginnings of words about a paper that only belongs to an act."""
_VOTE = re.compile(
    r"(?:результат\w*|протокол|бюлетен\w*|підсумки)?\s*(?:поіменн\w+\s+)?голосування|відео(?!\w)",
    re.IGNORECASE,
)
DOWNLOAD = re.compile(
    r"[(\[]?\s*(?:завантажити|скачати|переглянути|відкрити|читати(?:\s+далі)?|детальніше|докладніше|далі|ознайомитися|текст|файл"
    r"|документ|pdf|docx?|rtf|zip|rar|xlsx?)"
    r"\s*(?:файл|документ|рішення|тут|(?:[ву]\s+форматі\s+)?\(?(?:pdf|docx?)\)?)?\s*[)\]]?"
    r"|[\w.,()-]+\.(?:pdf|docx?|rtf|zip|rar|7z|xlsx?|jpe?g|png)",
    re.IGNORECASE,
)
"""«Завантажити», the name of a file."""
# The text of the act beside its title: «Про план – <a>Рішення</a>, <a>Додаток</a>».
_TEXT = re.compile(r"(?i:р)ішення|(?i:р)озпорядження|(?i:н)аказ|(?i:о)ригінал|(?i:с)кан(?:копія)?")
_ACT_FILE = re.compile(r"(?:рішен|розпорядж|rish|rozp)[^\W\d]*?[\W\d_]*\d\S*$", re.IGNORECASE)
_DRAFT = re.compile(r"про[єе]кт(?:\s+(?:рішення|розпорядження|акта))?", re.IGNORECASE)
_ANNEX = re.compile(
    rf"(?:(?:завантажити|скачати|переглянути|відкрити)\s+)?(?:{ATTACHMENT.pattern})", re.IGNORECASE
)
_BEGINS_TITLE = (ABOUT, "№")
"""What nothing begins with that stands beside a title: most links of a list need no other look."""
_AROUND = " -–—,;:|/("
_SEPARATORS = ("-", "–", "—", ",", ";", "/", "|", "(", "[", ":")
_FILE = re.compile(r"\.(?:pdf|docx?|rtf|odt|zip|rar|7z|xlsx?|jpe?g|png|tiff?)$", re.IGNORECASE)
_PAGER = re.compile(
    r"[?&](?:page|start|limitstart|offset|paged|pagen_\d+)=\d|/page/\d+/?(?:$|[?#])", re.IGNORECASE
)
_LONGEST_PAGER = 40
"""Signs of a line of a pager: «« Попередня 1 2 3 4 5 Наступна »»."""
_LONGEST_NAME = 40
"""Signs of the words of a link that are no title: «Рішення», «Завантажити рішення»."""
_ABOUT = re.compile(r"(?<!\w)про(?!\w)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]{2}")
_CUT = re.compile(r"\s*(?:…|\.{3,})$")


def is_file(address: str) -> bool:
    """Whether the address is that of a file rather than of a page."""
    # `urlsplit` takes a tenth of the time of a page of many acts (seen 2026-11).
    path = address.partition("#")[0].partition("?")[0]
    _, web, after = path.partition("://")
    return _FILE.search(path) is not None and (not web or "/" in after)


def is_pager(words: str, address: str) -> bool:
    """Whether a link leads to another page of a list: «2», «Сторінка 3»."""
    short = len(words) <= _LONGEST_PAGER and "№" not in words  # as titles are not
    return short and _PAGER.search(address) is not None


def address_of(block: Block) -> str | None:
    """Where the line leads first."""
    return block.links[0].address if block.links else None


def own_words(block: Block) -> str:
    """The line without the links beside its title: «Про … (завантажити)», «… 7.doc»."""
    text = block.text
    for link in reversed(block.links):
        text = _without(link, text, block)
    for link in block.links:
        if not (is_beside(link) and text.startswith(link.text) and len(block.links) > 1):
            break
        rest = text.removeprefix(link.text).lstrip(" -–—,;/|")
        text = rest if _ABOUT.search(rest) else text
    return text


def own_link(block: Block, title: str) -> Link | None:
    """The link that the title itself is, else the first that is no annex."""
    links = [link for link in block.links if not is_annex(link)]
    if len(links) < 2:
        return links[0] if links else None
    whole = (one for one in links if one.text and title in one.text)
    named = (one for one in links[:1] if _is_named(one, block))
    part = (one for one in links if one.text and one.text in title)
    adopted = (one for one in links if not _DRAFT.fullmatch(_named(one)))
    return next(chain(whole, named, part, adopted, links))


def _is_named(link: Link, block: Block) -> bool:
    """Whether a line begins with its requisites as a link: «<a>Рішення № 5</a> Про …»."""
    return block.text.startswith(link.text) and is_requisites(link.text)


def without_draft(text: str, block: Block) -> str:
    """The words before requisites without the link to the draft: «Про …: <a>проєкт</a>, …»."""
    rest = text.rstrip(_AROUND)
    for link in block.links:
        if _DRAFT.fullmatch(_named(link)):
            rest = rest.removesuffix(link.text).rstrip(_AROUND)
    return rest


def further_files(block: Block, own: str | None) -> set[str]:
    """Addresses of further files in the line of an act."""
    return {link.address for link in block.links if link.address != own and is_file(link.address)}


def whole_title(first: str, second: str) -> str | None:
    """The longer of two titles where they are one, perhaps cut with dots; None: they are two."""
    stems = [_CUT.sub("", title) if is_cut(title) else title for title in (first, second)]
    for stem, title, other in zip(stems, (first, second), reversed(stems), strict=True):
        if stem == other or (stem != title and other.startswith(stem)):
            return max(stems, key=len)
    return None


def is_cut(title: str) -> bool:
    """Whether a site cut the title with dots."""
    return title.endswith(("…", "..."))


def _without(link: Link, text: str, block: Block) -> str:
    words = _named(link)
    if not words or not text.rstrip(")]. ;,").endswith(words):
        return text
    before = text.rstrip(")]. ;,").removesuffix(words).rstrip()
    if not (_ABOUT.search(before) and (is_beside(link) or _is_other_file(link, block))):
        return text
    beside = tuple(one.text for one in block.links if one is not link and is_beside(one))
    if _TEXT.fullmatch(words) and not before.endswith((*_SEPARATORS, *filter(None, beside))):
        return text  # «Про зміни до <a>рішення</a>» is one title
    return before.rstrip(" ([-–—,;/|")


def _is_other_file(link: Link, block: Block) -> bool:
    """Whether a link leads from behind the link of the title to a file of its own: «Програма».

    A title that an editor broke into links has one address in all of them.
    """
    title = block.links[0]
    apart = link.address != title.address and is_file(link.address) and is_file(title.address)
    named = link.text[:1].isupper() and not _ABOUT.search(link.text)
    return bool(apart and named and (_ABOUT.search(title.text) or _is_named(title, block)))


def is_beside(link: Link) -> bool:
    """Whether a link is no part of a title: «Завантажити», an annex, results of a vote."""
    if link.text.startswith(_BEGINS_TITLE):
        return False
    words = _named(link)
    return bool(DOWNLOAD.fullmatch(words)) or names_text(link) or is_annex(link)


def names_text(link: Link) -> bool:
    """Whether a link is named as the text of some act: «Рішення»."""
    return _TEXT.fullmatch(_named(link)) is not None


def is_text(link: Link) -> bool:
    """Whether a link is named as the text of an act or of its draft."""
    return names_text(link) or _DRAFT.fullmatch(_named(link)) is not None


def may_be_act(link: Link, *, is_alone: bool) -> bool:
    """Whether a link may be an act by itself: «Рішення_18-1.pdf», «Рішення» under no title."""
    named = _ACT_FILE.match(_named(link)) is not None
    return named or (is_alone and names_text(link))


def holds_files_only(block: Block) -> bool:
    """Whether a line is only links to files of one act, its text among them, and signs between.

    Beside the text stand papers by their names: «<a>Рішення</a>, <a>Програма</a>».
    """
    links, rest = block.links, block.text
    short = links and len(links[0].text) <= _LONGEST_NAME  # titles are longer
    if not short or not all(is_file(link.address) for link in links):
        return False
    for link in links:
        rest = rest.replace(link.text, "", 1)
    with_text = any(map(names_text, links)) and not _ABOUT.search(block.text)
    papers = all(map(is_beside, links)) and not all(map(is_annex, links))
    return (with_text or papers) and not _LETTER.search(rest)


def is_paper(block: Block) -> bool:
    """Whether a line under a title is only an annex, or links to annexes and files."""
    rest = block.text
    for link in block.links:
        rest = rest.replace(link.text, "", 1)
    linked = bool(block.links) and all(map(is_beside, block.links))
    return (linked and not _LETTER.search(rest)) or ATTACHMENT.match(plain(block.text)) is not None


def is_annex(link: Link) -> bool:
    """Whether a link is named as an annex or as results of a vote: «Завантажити додаток»."""
    if link.text.startswith(_BEGINS_TITLE):
        return False
    words = plain(_named(link))
    return _ANNEX.match(words) is not None or _VOTE.match(words) is not None


def _named(link: Link) -> str:
    """The words of a link without what stands around them."""
    return link.text.strip("()[] .,;")
