"""A passport as text and back, so that an earlier version returns with the words it had."""

from pydantic import TypeAdapter

from pipeline.publishing.passport import Passport

_passports = TypeAdapter(Passport)


def passport_json(passport: Passport) -> str:
    """The passport, whole but for its findings, which are kept with the release."""
    return _passports.dump_json(passport, indent=1, exclude={"findings"}).decode()


def passport_from_json(text: str) -> Passport:
    """The passport that `passport_json` wrote.

    Raises:
        ValidationError: it did not.
    """
    return _passports.validate_json(text)
