"""Codes of the budget classification in a table, and the sums that their order promises."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from pipeline.model import Finding, Table
from pipeline.parameters.checks import BudgetCode, BudgetSums, CheckSettings
from pipeline.ukrainian.budget_codes import Classification, fault_of
from pipeline.ukrainian.economic_codes import sums_that_disagree
from pipeline.validation.findings import cell_finding

Cells = Callable[[Table, Sequence[str], str], Iterator[tuple[str, ...]]]


class BudgetCodeCheck:
    """Codes that are not what their classification makes of them."""

    code = "budget-code"

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `budget-code-` and `short`, `shape`, `parts`, `group` or `unknown`.

        An empty cell has no code.
        """
        if not isinstance(parameters, BudgetCode):
            raise TypeError(type(parameters).__name__)
        kind = Classification(parameters.classification)
        for name in parameters.fields:
            for row, (text,) in enumerate(self._cells(table, [name], self.code), start=1):
                fault = fault_of(text, kind) if text else None
                if fault:
                    code, severity = f"{self.code}-{fault}", parameters.severity
                    yield cell_finding(code, table, row, name, severity, classification=str(kind))


class BudgetSumsCheck:
    """Amounts of codes of КЕКВ that are not the sum of their parts."""

    code = "budget-sums"

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `budget-sum-differs` at the amount of the whole."""
        if not isinstance(parameters, BudgetSums):
            raise TypeError(type(parameters).__name__)
        for rows in self._groups(table, parameters):
            amounts = {code: amount for code, (_, amount) in rows.items()}
            for code, total in sums_that_disagree(amounts):
                row, _ = rows[code]
                yield cell_finding(
                    "budget-sum-differs",
                    table,
                    row,
                    parameters.amount,
                    parameters.severity,
                    economic=code,
                    total=str(total),
                )

    def _groups(self, table: Table, own: BudgetSums) -> Iterator[dict[str, tuple[int, Decimal]]]:
        """Code -> row and amount, for each group of rows; a code that comes twice sums nothing.

        Rows whose amount is no number are the schema's matter.
        """
        groups: dict[tuple[str, ...], dict[str, tuple[int, Decimal]]] = defaultdict(dict)
        twice: set[tuple[str, ...]] = set()
        names = [own.field, own.amount, *own.by]
        for row, (code, text, *group) in enumerate(self._cells(table, names, self.code), start=1):
            amount, key = _amount(text), tuple(group)
            if amount is not None:
                twice |= {key} if code in groups[key] else set()
                groups[key][code] = (row, amount)
        yield from (rows for key, rows in groups.items() if key not in twice)


def _amount(text: str) -> Decimal | None:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
