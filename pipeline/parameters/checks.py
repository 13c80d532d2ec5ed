"""What YAML may say about checks beyond the schema: which, of which columns, how heavy."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from pipeline.model import Severity
from pipeline.parameters import Parameters
from pipeline.parameters.patterns import compiled
from pipeline.parameters.spreadsheet import SpreadsheetOptions


def _has_serial(pattern: str) -> str:
    if "serial" not in compiled(pattern).groupindex:
        raise ValueError("the pattern needs a group (?P<serial>...), the running number")
    return pattern


class KeyUnique(Parameters):
    """No two rows have the same values in these columns."""

    check: Literal["key-unique"]
    fields: tuple[str, ...] = Field(min_length=1)
    alike: bool = False
    """Whether values that differ in case, spaces, signs or look-alike letters are the same."""
    severity: Severity = Severity.ERROR


class EdrpouCheckDigit(Parameters):
    """The last digit of a code of ЄДРПОУ agrees with the others."""

    check: Literal["edrpou-check-digit"]
    fields: tuple[str, ...] = Field(min_length=1)
    severity: Severity = Severity.WARNING
    """A warning: some old codes of real bodies have a wrong digit in the register itself."""


class DatesInOrder(Parameters):
    """The first date is not later than the second."""

    check: Literal["dates-in-order"]
    fields: tuple[str, str]
    severity: Severity = Severity.ERROR


class ActNumbers(Parameters):
    """Numbers of acts run without gaps and doubles within their session, convocation or year."""

    check: Literal["act-numbers"]
    field: str = "number"
    date: str = "dateAccepted"
    """Column whose year separates numbers, where numbers begin anew each year."""
    pattern: Annotated[str, AfterValidator(_has_serial)] | None = None
    """Form of the numbers; `serial` is the running number, every other named group separates.

    Without it the usual forms are read: `16-170/VIII`, `542-VIII`, `365-р`, `17`.
    """
    by_year: bool = False
    """For `pattern`: whether numbers begin anew each year."""
    from_one: bool = False
    """For `pattern`: whether numbers before the lowest one seen are missing as well."""
    severity: Severity = Severity.WARNING


class ValueForm(Parameters):
    """Cells are written as the recommended structures of resolution 835 want them."""

    check: Literal["value-form"]
    fields: tuple[str, ...] = Field(min_length=1)
    form: Literal["phone", "hours", "katottg", "koatuu", "post-code", "url", "houses"]
    severity: Severity = Severity.WARNING


class AddressParts(Parameters):
    """The columns of a split address hold what the rules for values want in each of them."""

    check: Literal["address-parts"]
    prefix: str = "address"
    """What the names of the columns begin with: `addressAdminUnitL1` … `addressPostCode`."""
    severity: Severity = Severity.WARNING


class TerritoryKnown(Parameters):
    """Codes of КАТОТТГ stand in the codifier, a table that is read when the check runs."""

    check: Literal["territory-known"]
    fields: tuple[str, ...] = Field(min_length=1)
    codifier: str = Field(min_length=1)
    """File beside the descriptor: five columns of codes, category, name."""
    reading: SpreadsheetOptions = SpreadsheetOptions()
    """How to read the codifier."""
    severity: Severity = Severity.WARNING


class TerritoryDated(Parameters):
    """A code of a place was in force on the day of its row: КОАТУУ before КАТОТТГ, then that."""

    check: Literal["territory-dated"]
    field: str
    """Column of the codes, of either kind."""
    date: str
    """Column of the day, `YYYY-MM-DD`."""
    severity: Severity = Severity.WARNING


class TextHygiene(Parameters):
    """Text is typed as text should be: spaces, alphabets, apostrophes, quotes, capitals."""

    check: Literal["text-hygiene"]
    fields: tuple[str, ...] = Field(min_length=1)
    faults: tuple[Literal["spaces", "alphabets", "apostrophes", "quotes", "capitals"], ...] = (
        "spaces",
        "alphabets",
        "apostrophes",
        "quotes",
        "capitals",
    )
    severity: Severity = Severity.WARNING


class BudgetCode(Parameters):
    """Codes of the budget are whole and made of possible parts."""

    check: Literal["budget-code"]
    fields: tuple[str, ...] = Field(min_length=1)
    classification: Literal[
        "programme", "state-programme", "typical-programme", "function", "economic", "department"
    ]
    severity: Severity = Severity.WARNING


class BudgetSums(Parameters):
    """The amount of a code of КЕКВ is the sum of its parts: 2110 of 2111, 2112 and 2113."""

    check: Literal["budget-sums"]
    field: str
    """Column of the codes."""
    amount: str
    by: tuple[str, ...] = ()
    """Columns that say which rows belong together: the year, the programme."""
    severity: Severity = Severity.WARNING


CheckSettings = Annotated[
    KeyUnique
    | EdrpouCheckDigit
    | DatesInOrder
    | ActNumbers
    | ValueForm
    | AddressParts
    | TerritoryKnown
    | TerritoryDated
    | TextHygiene
    | BudgetCode
    | BudgetSums,
    Field(discriminator="check"),
]
