"""Units of counts and words that make a number no count, as `units.yaml` declares them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline import yamlfile
from pipeline.parameters import Parameters
from pipeline.ukrainian.morphology import Reading

DEFAULT_UNIT = "шт"
PERSONS = "осіб"
FAMILIES = "сімей"


class Unit(Parameters):
    """A unit and the words that stand for it."""

    unit: str
    lemmas: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class Ignored(Parameters):
    """A rule and the words that call for it."""

    rule: str
    lemmas: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class UnitList(Parameters):
    """The text of `units.yaml`."""

    units: tuple[Unit, ...]
    of_persons: tuple[str, ...]
    of_persons_alone: tuple[str, ...]
    intake: tuple[str, ...]
    apart: tuple[str, ...]
    repeated: tuple[str, ...]
    completing: tuple[str, ...]
    things: tuple[str, ...]
    ignored: tuple[Ignored, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a word or sign after a number says: a unit, or the rule by which it is no count."""

    end: int
    """Offset after the sign; -1 where the measure was found by a word."""
    unit: str = ""
    rule: str = ""


@cache
def _list() -> UnitList:
    return yamlfile.load(Path(__file__).with_name("units.yaml"), UnitList)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Signs with their unit or rule, the ignored ones first: `км/год` before `км`."""
    listed = [(form, "", one.rule) for one in _list().ignored for form in one.forms]
    listed += [(form, one.unit, "") for one in _list().units for form in one.forms]
    return tuple(
        (re.compile(rf"[^\S\n]*{form}(?:(?<=\w)(?!'?\w)|(?<!\w))\.?", re.IGNORECASE), unit, rule)
        for form, unit, rule in listed
    )


@cache
def _lemmas() -> dict[str, Measure]:
    known = {lemma: Measure(end=-1, unit=one.unit) for one in _list().units for lemma in one.lemmas}
    for one in _list().ignored:
        known |= {lemma: Measure(end=-1, rule=one.rule) for lemma in one.lemmas}
    return known


def measure_at(text: str, start: int) -> Measure | None:
    """The unit or rule that an abbreviation or a sign right at `start` stands for."""
    for pattern, unit, rule in _forms():
        match = pattern.match(text, start)
        if match is not None:
            return Measure(end=match.end(), unit=unit, rule=rule)
    return None


def measure_of(readings: tuple[Reading, ...]) -> Measure | None:
    """The unit or rule of a noun, by any of its lemmas."""
    return next((_lemmas()[one.lemma] for one in readings if one.lemma in _lemmas()), None)


def tells_of_persons(lemmas: Collection[str]) -> bool:
    """Whether a verb with these dictionary forms is said of persons alone."""
    return not set(lemmas).isdisjoint(_list().of_persons)


def tells_of_persons_alone(lemmas: Collection[str]) -> bool:
    """Whether a verb with these dictionary forms is said of persons whatever was told before."""
    return not set(lemmas).isdisjoint(_list().of_persons_alone)


def tells_of_intake(lemmas: Collection[str]) -> bool:
    """Whether a verb with these dictionary forms tells what came in, to be dealt with."""
    return not set(lemmas).isdisjoint(_list().intake)


def tells_apart(lemmas: Collection[str]) -> bool:
    """Whether what a verb with these dictionary forms tells is never part of what came in."""
    return not set(lemmas).isdisjoint(_list().apart)


def tells_completion(lemmas: Collection[str]) -> bool:
    """Whether nothing is left to do with what a verb with these dictionary forms tells."""
    return not set(lemmas).isdisjoint(_list().completing)


def tells_of_times(lemmas: Collection[str]) -> bool:
    """Whether the times of a verb with these dictionary forms are counted, as of meetings."""
    return not set(lemmas).isdisjoint(_list().repeated)


def unit_of(readings: tuple[Reading, ...]) -> str:
    """The unit of what a noun counts: declared, persons for living beings, else pieces."""
    declared = measure_of(readings)
    if declared is not None and declared.unit:
        return declared.unit
    # The likeliest reading decides: «тур» is an aurochs as well. «Школярі» is no word of its own.
    common = tuple(one for one in readings if "Pltm" not in one.tags) or readings
    living = common[:1] and common[0].animate and common[0].lemma not in _list().things
    return PERSONS if living else DEFAULT_UNIT
