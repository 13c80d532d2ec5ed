"""Codes of the budget classification: programmes, functions, departments.

Sources: «Структура кодування програмної класифікації видатків та кредитування місцевих бюджетів»,
наказ Мінфіну від 20.09.2017 № 793 in the wording of № 729 of 31.08.2018 (two digits of the chief
unit, one of the executor, four of the typical programme; the executor is `1` for the chief unit
itself and `2`-`9` for others, `0` only above them); the structure of the state budget, наказ
Мінфіну від 14.01.2011 № 11 (three digits, one, two and one); functions: the same order, sections 01
to 10. Codes of economic kinds stand in `economic_codes`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from pipeline.ukrainian.economic_codes import ECONOMIC
from pipeline.ukrainian.text import fold_spaces

_GROUPED = re.compile(r"[0-9]+(?: [0-9]+)*")
_LOCAL = re.compile(r"(?P<department>[0-9]{2})(?P<executor>[0-9])(?P<typical>[0-9]{4})")
_STATE = re.compile(r"(?P<department>[0-9]{3})(?P<executor>[0-9])(?P<programme>[0-9]{3})")
_FUNCTION = re.compile(r"(?:0[1-9]|10)[0-9]{2}")


class Classification(StrEnum):
    """Which code of the budget it is."""

    PROGRAMME = "programme"
    """КПКВК of a local budget, seven digits."""
    STATE_PROGRAMME = "state-programme"
    """КПКВК of the state budget, seven digits."""
    TYPICAL_PROGRAMME = "typical-programme"
    """КТПКВК: the last four digits of a programme of a local budget."""
    FUNCTION = "function"
    """КФКВК, four digits."""
    ECONOMIC = "economic"
    """КЕКВ, four digits, of a closed list."""
    DEPARTMENT = "department"
    """КВК of a local budget, two digits."""


class Fault(StrEnum):
    """Why a text is no such code."""

    SHORT = "short"
    """Digits, but fewer than the code has: zeros in front may be lost, which nobody guesses."""
    SHAPE = "shape"
    """Other signs, or more digits."""
    PARTS = "parts"
    """As many digits as there should be, but a part of the code cannot be so."""
    GROUP = "group"
    """The line of a chief unit or executor: the sum of its programmes, no programme itself."""
    UNKNOWN = "unknown"
    """Not in the list of the Ministry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme of a local budget."""

    department: str
    """КВК: `06` is education."""
    executor: str
    """`1`: the chief unit itself; `2`-`9`: others; `0`: the line of the chief unit as a whole."""
    typical: str
    """КТПКВК; `0000` in the line of a chief unit or executor."""

    @property
    def is_group(self) -> bool:
        """Whether it is the line above the programmes of a unit, which holds their sum."""
        return self.typical == "0000"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateProgramme:
    """A programme of the state budget."""

    department: str
    executor: str
    programme: str
    """Two digits of the programme and one of its direction; `000` in the line of a unit."""

    @property
    def is_group(self) -> bool:
        """Whether it is the line above the programmes of a unit."""
        return self.programme.startswith("00")


def fold_code(text: str) -> str:
    """A code as one word where it is printed in groups: `01 1 0150`; anything else as it is."""
    written = fold_spaces(text)
    return written.replace(" ", "") if _GROUPED.fullmatch(written) else written


def parse_programme(text: str) -> Programme | None:
    """The parts of a programme of a local budget; None: it has not seven digits, or no unit."""
    match = _LOCAL.fullmatch(fold_code(text))
    if match is None or not _can_be(match["department"], match["executor"], match["typical"]):
        return None
    return Programme(**match.groupdict())


def parse_state_programme(text: str) -> StateProgramme | None:
    """The parts of a programme of the state budget; None: it has not seven digits, or no unit."""
    match = _STATE.fullmatch(fold_code(text))
    if match is None or not _can_be(match["department"], match["executor"], match["programme"]):
        return None
    return StateProgramme(**match.groupdict())


def fault_of(text: str, classification: Classification) -> Fault | None:
    """What is wrong with a code, which must be written whole; None: nothing."""
    digits = _DIGITS[classification]
    if not re.fullmatch("[0-9]+", text) or len(text) > digits:
        return Fault.SHAPE
    if len(text) < digits:
        return Fault.SHORT
    return _FAULTS[classification](text)


def _can_be(department: str, executor: str, programme: str) -> bool:
    """Whether there is a unit, and an executor wherever there is a programme."""
    return bool(department.strip("0")) and (executor != "0" or not programme.strip("0"))


def _of_programme(text: str) -> Fault | None:
    found = parse_programme(text)
    if found is None:
        return Fault.PARTS
    return Fault.GROUP if found.is_group else None


def _of_state_programme(text: str) -> Fault | None:
    found = parse_state_programme(text)
    if found is None:
        return Fault.PARTS
    return Fault.GROUP if found.is_group else None


def _of_function(text: str) -> Fault | None:
    return None if _FUNCTION.fullmatch(text) else Fault.PARTS


def _of_economic(text: str) -> Fault | None:
    return None if text in ECONOMIC else Fault.UNKNOWN


def _not_zeros(text: str) -> Fault | None:
    return None if text.strip("0") else Fault.PARTS


_DIGITS: Mapping[Classification, int] = MappingProxyType(
    {
        Classification.PROGRAMME: 7,
        Classification.STATE_PROGRAMME: 7,
        Classification.TYPICAL_PROGRAMME: 4,
        Classification.FUNCTION: 4,
        Classification.ECONOMIC: 4,
        Classification.DEPARTMENT: 2,
    }
)
_FAULTS: Mapping[Classification, Callable[[str], Fault | None]] = MappingProxyType(
    {
        Classification.PROGRAMME: _of_programme,
        Classification.STATE_PROGRAMME: _of_state_programme,
        Classification.TYPICAL_PROGRAMME: _not_zeros,
        Classification.FUNCTION: _of_function,
        Classification.ECONOMIC: _of_economic,
        Classification.DEPARTMENT: _not_zeros,
    }
)
