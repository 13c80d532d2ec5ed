"""Where records end in a block of CSV, as far as its quoting is plain beyond doubt.

Python's reader of CSV is a machine of states. Two kinds of bytes need no machine: quotes that
stand in pairs at the borders of fields, as RFC 4180 has it, and quotes none of which opens a
field, so that each is a letter like any other.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

QUOTE, FEED, RETURN = b'"\n\r'
_PIECE = 1 << 18


@dataclass(frozen=True)
class Records:
    """The records with which a block begins.

    Attributes:
        ends: where each record ends, its line break included; never empty.
        quoted: whether quotes enclose cells, or are letters.
        marks: bytes up to the last end that are neither cells nor delimiters.
    """

    ends: Places
    quoted: bool
    marks: int

    @property
    def size(self) -> int:
        """How many bytes the records take."""
        return int(self.ends[-1])


class _Quotes(NamedTuple):
    places: Places
    opening: Places
    closing: Places

    @classmethod
    def of(cls, places: Places) -> "_Quotes":
        return cls(places, places[0::2], places[1::2])

    def encloses(self, places: Places) -> Flags:
        found: Flags = np.searchsorted(self.places, places) % 2 == 1
        return found

    def doubled(self, size: int) -> int:
        pairs = min(len(self.opening) - 1, len(self.closing))
        if pairs <= 0:
            return 0
        again = self.opening[1 : pairs + 1]
        return int(np.count_nonzero((again == self.closing[:pairs] + 1) & (again < size)))


def records(signs: Bytes, delimiter: int) -> Records | None:
    """The records at the start of a block that splits beyond doubt; None if there is not one.

    Args:
        signs: bytes that begin where a record begins.
        delimiter: the byte between cells.
    """
    if not len(signs) or signs.min() == 0:
        return None
    feeds, places = _places(signs, FEED), _places(signs, QUOTE)
    quotes = _Quotes.of(places if _some_open(signs, places, delimiter) else places[:0])
    sure = min(_sure_of_quotes(signs, quotes, delimiter), _sure_of_returns(signs, quotes))
    ends = feeds[feeds < sure]
    if len(quotes.places):
        ends = ends[~quotes.encloses(ends)]
    return _found(signs, ends + 1, quotes) if len(ends) else None


def _places(signs: Bytes, sign: int) -> Places:
    """Where a byte stands; looked for in pieces, whose flags stay in the cache of the machine."""
    found = [
        np.flatnonzero(signs[at : at + _PIECE] == sign) + at for at in range(0, len(signs), _PIECE)
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _some_open(signs: Bytes, places: Places, delimiter: int) -> bool:
    if not len(places):
        return False
    before = signs[places - 1]
    opens = (before == delimiter) | (before == FEED) | (before == RETURN)
    return bool(opens[1:].any() or places[0] == 0 or opens[0])


def _sure_of_quotes(signs: Bytes, quotes: _Quotes, delimiter: int) -> int:
    """Up to where quotes stand in pairs at the borders of cells."""
    opening, closing = quotes.opening, quotes.closing
    if not len(opening):
        return len(signs)
    before = signs[opening - 1]
    opens = (before == delimiter) | (before == FEED)
    opens[0] |= opening[0] == 0
    opens[1:] |= opening[1:] == closing[: len(opening) - 1] + 1
    after = signs[np.minimum(closing + 1, len(signs) - 1)]
    closes = (after == delimiter) | (after == FEED) | (after == RETURN)
    pairs = len(opening) - 1
    closes[:pairs] |= opening[1:] == closing[:pairs] + 1
    return min(_first(opening[~opens], len(signs)), _first(closing[~closes], len(signs)))


def _sure_of_returns(signs: Bytes, quotes: _Quotes) -> int:
    """Up to where a carriage return stands before a line feed only, or within quotes."""
    places = _places(signs, RETURN)
    alone = places[signs[np.minimum(places + 1, len(signs) - 1)] != FEED]
    return _first(alone[~quotes.encloses(alone)], len(signs))


def _first(places: Places, otherwise: int) -> int:
    return int(places[0]) if len(places) else otherwise


def _found(signs: Bytes, ends: Places, quotes: _Quotes) -> Records:
    size = int(ends[-1])
    inside = int(np.searchsorted(quotes.places, size)) - quotes.doubled(size)
    returns = int(np.count_nonzero(signs[np.maximum(ends - 2, 0)] == RETURN))
    return Records(ends, bool(len(quotes.places)), len(ends) + returns + inside)


def even(signs: Bytes, found: Records, width: int, delimiter: int) -> Flags:
    """True for each record that has as many cells as there are fields."""
    signs = signs[: found.size]
    places = _places(signs, delimiter)
    if found.quoted:
        places = places[~_Quotes.of(_places(signs, QUOTE)).encloses(places)]
    counted = np.diff(np.searchsorted(places, found.ends), prepend=0)
    starts = np.concatenate([[0], found.ends[:-1]])
    # An empty line is a record without cells, and not one empty cell.
    blank = (signs[starts] == FEED) | (signs[starts] == RETURN)
    flags: Flags = (counted == width - 1) & ~blank
    return flags


def only(signs: Bytes, found: Records, kept: Flags) -> Bytes:
    """The bytes of those records that are kept."""
    lengths = np.diff(found.ends, prepend=0)
    return signs[: found.size][np.repeat(kept, lengths)]
