"""A block that is noted when it ends, whatever ends it."""

from collections.abc import Callable
from types import TracebackType

from pipeline.errors import MachineError


class Ending:
    """Calls back when a block ends, with the error that ended it; the error goes on."""

    def __init__(self, call: Callable[[BaseException | None], None]) -> None:
        self._call = call

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._call(error)
        except MachineError as fault:
            if error is None:
                raise
            error.add_note(f"The ledger could not note it: {fault}")
