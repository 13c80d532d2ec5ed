"""Names planted in links in Latin letters, by the two tables that sites use; no detector here."""

from collections.abc import Iterator
from itertools import cycle, islice

from tests.validation.personal.invented import CLOSE, OPEN, dig, people
from tests.validation.personal.planting import Planted

LINKS = (
    "https://rada.example/docs/pro-nadannia-dopomohy-hr-{a.dat.surname}-{a.i}-{a.p}",
    "https://rada.example/docs/pro-nadannia-dozvolu-{a.dat.surname}-{a.i}-{a.p}.pdf",
    "https://rada.example/rishennia/{a.dat.surname}-{a.dat.given}-{a.dat.patronymic}/",
    "https://rada.example/upload/zaiava_{a.nom.surname}_{a.nom.given}_{a.nom.patronymic}.docx",
    "https://rada.example/f/{a.nom.surname}_{a.i}_{a.p}.pdf",
    "{a.nom.surname}_{a.nom.given}.jpg",
    "dovidka-{a.gen.given}-{a.gen.surname}.docx",
    "https://rada.example/?file={a.nom.given}.{a.nom.surname}",
    "https://rada.example/opika-nad-{a.ins.given}-{a.ins.patronymic}.pdf",
)
_CABINET = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia", "'": "", "’": "",
}  # fmt: skip
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_OF_SITES = {
    **_CABINET, "г": "g", "и": "i", "й": "j", "х": "h", "ц": "cz", "є": "ye", "ю": "yu", "я": "ya",
    "ї": "yi",
}  # fmt: skip


def linked(count: int) -> Iterator[Planted]:
    """So many links, with the two tables by turns; every word of a name must be covered."""
    crowd, tables = people(), cycle((_CABINET, _OF_SITES))
    for context, person in islice(zip(cycle(LINKS), crowd, strict=False), count):
        text, stretches = dig(_latin(context.format(a=person), next(tables)))
        yield Planted(kind="person", text=text, stretches=tuple(stretches))


def _latin(text: str, table: dict[str, str]) -> str:
    written, first = "", True
    for letter in text:
        small = letter.lower()
        latin = _FIRST.get(small, table.get(small)) if first else table.get(small)
        written += small if latin is None else latin
        first = first if letter in (OPEN, CLOSE) else not letter.isalpha()
    return written
