"""What the national portal checks and scheming has no word for. Runs inside CKAN, by PYTHONPATH."""

from collections.abc import Callable
from typing import Any

from ckan import plugins  # type: ignore[import-not-found]
from ckan.plugins import toolkit  # type: ignore[import-not-found]


def no_longer_than(most: int) -> Callable[[str], str]:
    """Refuse a text of more letters."""

    def validator(value: str) -> str:
        if len(value) > most:
            raise toolkit.Invalid(f"Не більше {most} знаків, а тут {len(value)}")
        return value

    return validator


def tag_required(key: tuple[str], data: dict[Any, Any], errors: Any, context: Any) -> None:
    """Ask for one tag at least, in whichever of the two ways an API client writes them."""
    if not data.get(key) and ("tags", 0, "name") not in data:
        errors[key].append(toolkit._("Missing value"))


class Gate(plugins.SingletonPlugin):  # type: ignore[misc]
    """Gives the two validators to the schema."""

    plugins.implements(plugins.IValidators)

    def get_validators(self) -> dict[str, Callable[..., Any]]:
        return {"no_longer_than": no_longer_than, "tag_required": tag_required}
