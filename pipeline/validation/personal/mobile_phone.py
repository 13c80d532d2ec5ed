"""Mobile numbers of Ukraine: personal, unless a column exists to announce them."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import LINK, Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.nearby import announced

_PREFIX = r"(?:39|50|63|66|67|68|73|75|77|89|9[1-9])"
_REST = r"(?:[ ().-]{0,2}\d){7}"
_WRITTEN_OUT = re.compile(
    rf"(?<![\w+])(?:\+?38[ -]?\(?0|8[ -]\(?0|\(0|0\(){_PREFIX}\)?{_REST}(?!\d|[.,/-]\d)"
)
_SHORT = re.compile(rf"(?<![\w+/-])(?<!\d[.,])0[ -]?{_PREFIX}{_REST}(?!\d|[.,/-]\d)")
_IN_NAME = re.compile(rf"(?<![\w.,])0{_PREFIX}\d{{7}}(?![\w-])")
"""In a link or the name of a file ten digits with a leading zero are no number of a document."""
_LABEL = re.compile(
    r"\bт(?:ел)?[.:]|телефон|\bмоб|контакт|дзвон|номер|viber|вайбер|whatsapp|telegram|телеграм|факс",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"0\d{2}[ -]\d{3}[ -]\d{2}[ -]?\d{2}$")


class MobilePhoneDetector:
    """Finds numbers in the international form, in the usual groups, or after a label."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _WRITTEN_OUT.finditer(text.text):
            yield Hit(start=match.start(), end=match.end(), rule=Rule.MOBILE_PHONE)
        for match in _SHORT.finditer(text.text):
            grouped = _GROUPED.match(match.group())
            alone = match.group() == text.text.strip()
            if grouped or alone or announced(text.text, match.start(), _LABEL):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.MOBILE_PHONE)
        yield from _in_links(text.text)


def _in_links(text: str) -> Iterator[Hit]:
    """«заява_0671234567.pdf»: the number has no label there."""
    for link in LINK.finditer(text):
        for match in _IN_NAME.finditer(text, link.start(), link.end()):
            yield Hit(start=match.start(), end=match.end(), rule=Rule.MOBILE_PHONE)
