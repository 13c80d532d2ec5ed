"""What YAML may say to the reader of counts: which count is which indicator.

An indicator is recognised by dictionary forms of words, never by a whole sentence, so that next
quarter's report is recognised as well. In every list of words `a|b` means «either of them».
"""

from pydantic import Field, model_validator

from pipeline.parameters import Parameters

Word = str


class Title(Parameters):
    """The name of an indicator in both languages."""

    uk: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Match(Parameters):
    """By which words a count is known; all that is given must hold."""

    counted: tuple[Word, ...] = ()
    """Dictionary forms of the counted noun, any one of them: `[лист, звернення]`."""
    phrase: tuple[Word, ...] = ()
    """Words of the counted phrase itself, every one of them."""
    clause: tuple[Word, ...] = ()
    """Words up to those of the counts before and after, every one of them."""
    sentence: tuple[Word, ...] = ()
    """Words anywhere in the sentence, every one of them."""
    without: tuple[Word, ...] = ()
    """Words that must not stand in the clause, none of them."""

    @model_validator(mode="after")
    def _says_something(self) -> "Match":
        if not (self.counted or self.phrase or self.clause or self.sentence):
            raise ValueError("match names no word at all")
        return self


class Indicator(Parameters):
    """A count that reports of this kind repeat."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Title
    unit: str = Field(default="шт", min_length=1)
    match: Match


class IndicatorList(Parameters):
    """The text of an `indicators.yaml`; an empty file declares none."""

    indicators: tuple[Indicator, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _empty_file(cls, value: object) -> object:
        return {} if value is None else value

    @model_validator(mode="after")
    def _unique(self) -> "IndicatorList":
        ids = [one.id for one in self.indicators]
        doubled = sorted({one for one in ids if ids.count(one) > 1})
        if doubled:
            raise ValueError(f"indicator declared twice: {', '.join(doubled)}")
        return self


class ActivityParameters(Parameters):
    """Parameters of the extractor of counts."""

    indicators_file: str = ""
    """A file beside the descriptor with more indicators: `indicators.yaml`."""
    indicators: tuple[Indicator, ...] = ()
    """Indicators declared in the descriptor itself; they come before those of the file."""
