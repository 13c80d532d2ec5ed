"""Figures set above the line, in the signs that Unicode has for them: «м²», «150¹».

A mark of a note behind a number is no digit of it: printed on the line «150» with the note 1 would
be 1501.
"""

_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")


def raised(text: str) -> str:
    """The text as it looks above the line; letters, which have no such signs, stay as they are."""
    return text.translate(_RAISED)
