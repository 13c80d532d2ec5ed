"""What YAML may say to the extractor of roll calls: who the deputies are, and convocations."""

from datetime import date

from pydantic import Field, model_validator

from pipeline.parameters import Parameters


class Deputy(Parameters):
    """Somebody who votes; protocols print the name whole, with initials, or as it was before."""

    id: str = Field(min_length=1)
    """`votingIdentifier` of the dataset of deputies."""
    name: str = Field(min_length=3)
    also: tuple[str, ...] = ()
    """Other names in protocols: before a marriage, a slip of the typist."""


class Convocation(Parameters):
    """A convocation, of which protocols print the number alone."""

    label: str = Field(pattern=r"^[IVXLC]+$|^[0-9]+$")
    since: date
    until: date | None = None


class VotesParameters(Parameters):
    """How to read printed roll calls."""

    deputies: tuple[Deputy, ...] = ()
    """Without a list everybody is known by the name as printed."""
    convocations: tuple[Convocation, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> "VotesParameters":
        ids = [deputy.id for deputy in self.deputies]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)}: two deputies with one id")
        return self
