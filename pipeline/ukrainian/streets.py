"""Streets: the type with its name, and the name that it had before.

Types are written as the recommended structures write them («вул. Харківська»); a type that follows
its name («Кловський узвіз») stays there.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from pipeline.ukrainian.dates import find_dates, parse_date
from pipeline.ukrainian.text import fold_spaces, plain

_TYPES = {
    "вул.": r"вулиц[яюі]|вул|ул",
    "пров.": r"провул(?:ок|ка|ку)|пров|пер",
    "просп.": r"проспект[у]?|просп|пр-т|пр-кт|пр",
    "бульв.": r"бульвар[у]?|бульв|б-р|бул",
    "пл.": r"площ[аіу]|пл",
    "узвіз": r"узвоз[у]?|узвіз|узв",
    "шосе": r"шосе|ш",
    "наб.": r"набережн[аоіу]\w*|наб",
    "проїзд": r"проїзд[у]?|пр-д",
    "тупик": r"туп[иі]к[у]?|туп",
    "майдан": r"майдан[у]?",
    "квартал": r"квартал[у]?|кв-л",
    "мкр": r"мікрорайон[у]?|мікр|мкрн|мкр|м-н",
    "алея": r"але[яїю]",
    "лінія": r"лінія",
    "в’їзд": r"в'їзд[у]?",
    "дорога": r"дорог[аи]",
    "станція": r"станція|ст",
    "житловий масив": r"(?:житлов\w+|жил\w+)\s+масив[у]?|ж/м|масив[у]?",
    "спуск": r"спуск[у]?",
    "тракт": r"тракт[у]?",
    "роз’їзд": r"роз'їзд[у]?",
}
_BEFORE = [
    (kind, re.compile(rf"(?:{words})(?:\.\s*|\s+)(?P<name>\S.*)", re.IGNORECASE))
    for kind, words in _TYPES.items()
]
_AFTER = [
    (kind, re.compile(rf"(?P<name>.*[^\s,])(?P<comma>,?)\s+(?:{words})\.?", re.IGNORECASE))
    for kind, words in _TYPES.items()
]
_ONLY_TYPE = re.compile(rf"(?:{'|'.join(_TYPES.values())})\.?", re.IGNORECASE)
_SEVERAL = re.compile(
    r"[,;]\s*(?:буд\.?\s*)?[0-9]"
    r"|[\s,;](?:вул(?:иця)?|пров(?:улок)?|просп(?:ект)?|пр-т|пл(?:оща)?|бульв(?:ар)?|б-р)\.?\s+\S",
    re.IGNORECASE,
)
_FORMER = (
    r"(?:колишн\w+|кол\.|раніше|бувш\w+|стар\w+ назв\w+|попередн\w+ назв\w+|до перейменування"
    r"|перейменован\w+\s+(?:з|із|зі)(?=\s))\s*[:\-]?\s*"
)
_ONTO = r"перейменован\w+\s+(?:на|у|в)\s"
_LATER = rf"(?:нов\w+ назв\w+|нині|тепер|{_ONTO})\s*[:\-]?\s*"
_RENAMED = (
    (re.compile(rf"(?P<new>.+?)\s*[(,]\s*{_FORMER}(?P<old>[^()]+?)\)?", re.IGNORECASE), True),
    (re.compile(rf"(?P<old>.+?)\s*[(,\-]\s*{_LATER}(?P<new>[^()]+?)\)?", re.IGNORECASE), True),
    (re.compile(rf"(?P<old>.+?)\s+{_ONTO}\s*(?P<new>[^()]+)", re.IGNORECASE), True),
    (re.compile(r"(?P<old>.+?)\s*(?:→|->|=>)\s*(?P<new>.+)"), True),
    (re.compile(r"(?P<new>.+?)\s*\((?P<old>[^()]+)\)"), False),
    (re.compile(r"(?P<new>.+?)\s+/\s*(?P<old>[^/]+?)\s*/"), False),
)
# «перейменовано рішенням міської ради від 18.02.2016 № 4/51», up to a bracket or the end.
_ACT = re.compile(
    r"\s*[,;.\-]?\s*(?:\bперейменован\w+\s+)?"
    r"(?P<act>\b(?:згідно\s+(?:з|із)\s+|відповідно\s+до\s+|на\s+підставі\s+)?"
    r"(?:рішенн\w+|ріш\.|розпорядженн\w+|розп\.|наказ\w*|постанов\w+)\s*[^()]*?№\s*[0-9][^()]*?)"
    r"\s*(?=\)|$)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\s*[,;]\s*(?P<day>[0-9]{1,2}(?:\.[0-9]{1,2}\.|\s[а-яіїє']+\s)[0-9]{4}(?:\s?(?:р\.|року))?)"
    r"\s*(?=\)|$)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\s*\(\s*\)")
_NAMED_AFTER = re.compile(r"\bім(?:\.|ені\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A street, a square, a lane."""

    kind: str
    """As the recommended structures write it: `вул.`; empty where none is said."""
    name: str
    """Without its type, as written."""
    is_kind_last: bool = False
    former: str = ""
    """The name before, with its type, where the text says that it is the former one."""
    note: str = ""
    """What stands in brackets and does not say what it is."""
    act: str = ""
    """The act that renamed it, as written, with its day and number."""
    renamed_on: date | None = None
    """The day of that act, or one that stands by itself after a comma."""

    def __str__(self) -> str:
        """Type and name in the order of the source."""
        parts = (self.name, self.kind) if self.is_kind_last else (self.kind, self.name)
        return " ".join(part for part in parts if part)

    @property
    def is_several(self) -> bool:
        """Whether the name holds another street, or the number of a house."""
        return _SEVERAL.search(plain(self.name)) is not None

    @property
    def key(self) -> str:
        """What is compared: without case, order of words, «ім.» and the like."""
        text = _NAMED_AFTER.sub(" ", plain(self.name).lower())
        words = sorted(re.findall(r"[\w'-]+", text))
        return " ".join([self.kind, *words])


def parse_street(text: str) -> Street:
    """A street with its type, its former name and the act; nothing of the text is lost."""
    written, act, day = _without_act(fold_spaces(text))
    for pattern, is_said in _RENAMED:
        match = pattern.fullmatch(plain(written))
        if match is None:
            continue
        # `plain` keeps every sign in its place, so the names are cut out of what was written.
        new, old = (written[match.start(side) : match.end(side)] for side in ("new", "old"))
        former, note = (str(_split(old)), "") if is_said else ("", old)
        return replace(_split(new), former=former, note=note, act=act, renamed_on=day)
    return replace(_split(written), act=act, renamed_on=day)


def _without_act(written: str) -> tuple[str, str, date | None]:
    """The text without the act that renamed the street and its day, and both."""
    match = _ACT.search(plain(written))
    if match and match.start():
        act = written[match.start("act") : match.end("act")]
        days = find_dates(act)
        return _cut(written, match), act, days[0].value if len(days) == 1 else None
    match = _WHEN.search(plain(written))
    day = parse_date(match["day"]) if match else None
    return (_cut(written, match), "", day) if match and day else (written, "", None)


def _cut(written: str, match: re.Match[str]) -> str:
    return _EMPTY.sub("", written[: match.start()] + written[match.end() :]).strip()


def _split(written: str) -> Street:
    for patterns, is_last in ((_BEFORE, False), (_AFTER, True)):
        for kind, pattern in patterns:
            match = pattern.fullmatch(plain(written))
            # «Набережна вул.» is a street, no embankment.
            if match and (is_last or not _ONLY_TYPE.fullmatch(match["name"])):
                name = written[match.start("name") : match.end("name")]
                # «Незалежності, проспект» is an order of lists, no name.
                last = is_last and not match["comma"]
                return Street(kind=kind, name=name, is_kind_last=last)
    return Street(kind="", name=written)
