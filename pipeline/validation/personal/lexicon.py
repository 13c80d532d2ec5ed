"""The words around names, as data: `lexicon.yaml` beside this module."""

from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from pipeline.validation.personal.words import Token


class Lexicon(BaseModel):
    """Word lists by what they say of their neighbour; the file explains each."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    citizens: frozenset[str]
    people: frozenset[str]
    parties: frozenset[str]
    institutional_beginnings: tuple[str, ...]
    thoroughfares: frozenset[str]
    places: frozenset[str]
    places_in_one_letter: frozenset[str]
    memory: frozenset[str]
    memorial_adjectives: frozenset[str]
    memorial_things: frozenset[str]
    orders: frozenset[str]
    awards: tuple[str, ...]
    acting_for: frozenset[str]
    naming: tuple[str, ...]
    saints: frozenset[str]
    ranks: frozenset[str]
    private_forms: frozenset[str]
    firms: frozenset[str]
    public_forms: frozenset[str]
    posts: frozenset[str]
    posts_in_bodies: frozenset[str]
    within_posts: frozenset[str]
    private_matters: tuple[str, ...]
    never: frozenset[str]
    doubtful_given: frozenset[str]
    given_and_place: frozenset[str]
    never_given: frozenset[str]
    numbered: frozenset[str]
    abbreviations: frozenset[str]
    short_given: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    file = resources.files("pipeline.validation.personal") / "lexicon.yaml"
    return Lexicon.model_validate(YAML(typ="safe").load(file.read_text(encoding="utf-8")))


def among(token: Token, words: frozenset[str]) -> bool:
    """Whether a word, in any case, is on a list."""
    return bool(token.text) and not words.isdisjoint(token.reading.lemmas)
