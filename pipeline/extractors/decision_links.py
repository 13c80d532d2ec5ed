"""Which of the links in the line of an act is the act's own."""

from pipeline.extractors.decision_lines import is_file
from pipeline.readers.page_blocks import Block, Link

_DOWNLOAD = ("завантажити", "скачати", "переглянути", "файл", "pdf", "doc", "docx")


def address_of(block: Block) -> str | None:
    """Where the line leads first."""
    return block.links[0].address if block.links else None


def title_and_link(block: Block, subject: str) -> tuple[str, Link | None]:
    """The title without the words of a link to a file, and the link that is the act's own.

    The act's own link is the one that the title itself is; else the first in the line.
    """
    appended = next((link for link in block.links if _is_appended(link, subject)), None)
    if appended is not None:
        subject = subject.removesuffix(")").removesuffix(appended.text).rstrip(" ([-–")
    titled = (link for link in block.links if link.text and link.text in subject)
    return subject, next(titled, next(iter(block.links), None))


def further_files(block: Block, own: Link | None) -> set[str]:
    """Addresses of further files in the line of an act."""
    files = {link.address for link in block.links if is_file(link.address)}
    return files - {own.address} if own else files


def _is_appended(link: Link, subject: str) -> bool:
    """Whether the link stands after the title: «Про … (завантажити)»."""
    words = link.text.strip("()[] .")
    return words.lower() in _DOWNLOAD and subject.removesuffix(")").endswith(words)
