"""Totals that a voting system writes as fields beside the votes: `YESCnt`, `Za`, `Utr`, `NG`."""

import re
from collections.abc import Iterable, Mapping

_COUNT = r"_?(?:cnt|count|kilkist|qty|kol|total)"
# English words are names of fields of other things as well («no»): they need «count» after them.
_FIELDS = tuple(
    (total, re.compile(pattern, re.IGNORECASE))
    for total, pattern in (
        ("for", rf"(?:yes|for){_COUNT}|za(?:{_COUNT})?"),
        ("against", rf"(?:no|against){_COUNT}|prot[yi]\w?(?:{_COUNT})?"),
        ("abstained", rf"abst\w{{0,6}}{_COUNT}|utr\w{{0,8}}?(?:{_COUNT})?"),
        ("not_voting", rf"not_?vot\w{{0,4}}{_COUNT}|(?:ng|ne_?gol\w{{0,8}}?)(?:{_COUNT})?"),
        ("absent", rf"absent{_COUNT}|vids\w{{0,8}}?(?:{_COUNT})?"),
        ("all", r"(?:total|all|vs[io]ogo|us[io]ogo)_?(?:cnt|count|kilkist|qty|kol)"),
    )
)
_NUMBER = re.compile(r"\d{1,4}")


def printed_totals(fields: Iterable[tuple[str, str]]) -> Mapping[str, int]:
    """Total -> number, of the fields that are totals by their name and hold a number."""
    found: dict[str, int] = {}
    for name, value in fields:
        if not _NUMBER.fullmatch(value.strip()):
            continue
        for total, pattern in _FIELDS:
            if pattern.fullmatch(name):
                found.setdefault(total, int(value))
                break
    return found
