"""The command line as the contract writes it: `--source A B` means `--source A --source B`."""

from collections.abc import Iterator, Sequence

_REPEATED = ("--source", "--only")
_NAMED = ("extract", "plan", "publish", "record", "validate")
"""Verbs with a NAME; only after it may further words belong to an option."""


def spread(arguments: Sequence[str]) -> list[str]:
    """Arguments with the option repeated before each of its values."""
    return list(_spread(arguments)) if _name_comes_first(arguments) else list(arguments)


def _name_comes_first(arguments: Sequence[str]) -> bool:
    for verb, following in zip(arguments, arguments[1:], strict=False):
        if verb in _NAMED:
            return not following.startswith("-")
    return True


def _spread(arguments: Sequence[str]) -> Iterator[str]:
    option, has_value = "", False
    for argument in arguments:
        if argument.startswith("-"):
            option, has_value = (argument if argument in _REPEATED else ""), False
        elif option and has_value:
            yield option
        else:
            has_value = True
        yield argument
