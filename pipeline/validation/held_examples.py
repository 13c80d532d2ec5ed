"""For what is held against other data an example that passes and those that do not.

The documentation is made from them, as from those of the checks: counts of reports, references and
the frequency of the passport. Everybody in them is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.validation.examples import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A table and what it is held against."""

    rows: Rows
    against: Rows
    """Empty: there is nothing to hold it against."""
    code: str = ""
    """Of the finding; empty: nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldExample:
    """A rule of a descriptor, a case it says nothing of, and one for each of its codes."""

    declared: str
    """YAML of the descriptor."""
    passes: Held
    fails: tuple[Held, ...]


_CLUBS = ({"name": "Клуб «Промінь»"}, {"name": "Клуб «Обрій»"})
_ACTS = ({"issued": "2020-01-09"}, {"issued": "2020-03-30"}, {"issued": "2020-04-02"})
_VOTES = ({"act": "365"}, {"act": "366"})
_KNOWN = ({"number": "365"}, {"number": "366"})
_REPORTED = "expect: {reported: {dataset: activity-counts, indicator: "


def _days(*days: str) -> Rows:
    return tuple({"changed": day} for day in days)


def _clubs(value: str, day: str) -> Rows:
    return ({"report": "Звіт", "title": "клубів", "value": value, "asOf": day},)


def _quarter(value: str) -> Rows:
    period = {"periodStart": "2020-01-01", "periodEnd": "2020-03-31"}
    return ({"report": "Звіт", "title": "актів", "value": value, **period},)


HELD: Mapping[str, HeldExample] = MappingProxyType(
    {
        "expect.reported": HeldExample(
            declared=_REPORTED + "clubs}}",
            passes=Held(rows=_CLUBS, against=_clubs("2", "2020-04-01")),
            fails=(
                Held(rows=_CLUBS, against=_clubs("3", "2020-04-01"), code="report-says-otherwise"),
                Held(rows=_CLUBS, against=_clubs("3", "2018-04-01"), code="report-of-another-time"),
            ),
        ),
        "expect.reported, dated": HeldExample(
            declared=_REPORTED + "acts, dated: issued}}",
            passes=Held(rows=_ACTS, against=_quarter("2")),
            fails=(
                Held(rows=_ACTS, against=_quarter("3"), code="report-says-otherwise-of-period"),
            ),
        ),
        "references": HeldExample(
            declared="references: [{fields: [act], dataset: acts, table: LegalActs, to: [number]}]",
            passes=Held(rows=_VOTES, against=_KNOWN),
            fails=(
                Held(rows=_VOTES, against=_KNOWN[:1], code="reference-unknown"),
                Held(rows=_VOTES, against=(), code="reference-not-held"),
            ),
        ),
        "passport.frequency": HeldExample(
            declared="passport: {frequency: yearly}",
            passes=Held(rows=_days("2020-01-09", "2020-02-10", "2020-11-20"), against=()),
            fails=(
                Held(
                    rows=_days("2020-01-09", "2020-02-10", "2020-03-09", "2020-04-10"),
                    against=(),
                    code="changes-more-often",
                ),
            ),
        ),
    }
)
"""Key of the descriptor -> its example."""
