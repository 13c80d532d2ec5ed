"""Numbers that a sentence deals out over several times: «за січень та лютий – 9 і 6 відповідно»."""

import re

from pipeline.extractors.counting.spot import Spot

_DEALT = re.compile(r"[^.;:\n\d]{0,60}(?<!\w)відповідно(?!\s+до)(?!\w)", re.IGNORECASE)
_AND = r"\s*(?:,|(?<!\w)(?:та|і|й))\s*"
_ANOTHER = re.compile(rf"\d(?:\s+[^\W\d]+){{0,2}}{_AND}$", re.IGNORECASE)
_ON = re.compile(rf"(?:\s+[^\W\d]+){{0,2}}{_AND}\d[\d\s]*", re.IGNORECASE)
_MONTH = r"(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)\w*"
_TIME = rf"(?:20\d\d(?:\s*(?:року?|р\.))?|{_MONTH}|[IVІХ]+|перш\w+|друг\w+|трет\w+)"
_TIMES = re.compile(
    rf"(?<!\w){_TIME}{_AND}(?:(?:у|в|за)\s+)?{_TIME}(?:\s+(?:років|роках|кварта|півріч|місяц|роки))?",
    re.IGNORECASE,
)


def is_distributed(spot: Spot) -> bool:
    """Whether the number is one of a run that several times share: no one says which has which.

    «За січень та лютий видано 12 і 18 довідок відповідно»: refused, as eighteen are not of January.
    """
    if "відповідно" not in spot.after.lower():
        return False
    rest = spot.after
    joined = _ANOTHER.search(spot.before) is not None
    while (further := _ON.match(rest)) is not None:
        rest, joined = rest[further.end() :], True
    return joined and _DEALT.match(rest) is not None and _TIMES.search(spot.before) is not None
