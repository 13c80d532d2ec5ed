"""Words and their grammar: what part of speech, which lemma, case and number a form may have.

pymorphy3 with its Ukrainian dictionary; the analyser is made on first use (0.1-0.3 s) and every
word is analysed once. A form has several readings; the dictionary cannot know which one is meant.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from pipeline.ukrainian.numerals import plain_word

PERSONAL = frozenset({"Name", "Surn", "Patr"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a form; tags as in OpenCorpora (`NOUN`, `ADJF`; `nomn`, `gent`)."""

    lemma: str
    part: str
    """Part of speech; the empty string for an unknown word."""
    case: str
    plural: bool
    singular: bool
    animate: bool
    personal: bool
    """A first name, surname or patronymic."""
    known: bool
    """The dictionary has the word; otherwise the reading is inferred from its ending."""
    tags: frozenset[str]


class _Parse(Protocol):
    normal_form: str
    tag: object
    is_known: bool


class _Analyser(Protocol):
    def parse(self, word: str) -> Sequence[_Parse]: ...


# Closed classes, listed: the dictionary takes «серед» and «під» for nouns first.
_PREPOSITIONS = frozenset(
    "в у ув на за до по о об од від з із зі зо над наді понад під піді при про через без для після"
    " перед переді між поміж з-поміж серед посеред поза біля навколо вздовж уздовж всупереч"
    " усупереч завдяки згідно стосовно відносно протягом упродовж впродовж уродовж заради задля"
    " замість крім окрім щодо проти напередодні крізь попри поблизу всередині усередині внаслідок"
    " унаслідок з-під із-за відповідно".split()
)
_CONJUNCTIONS = frozenset(
    "та і й або чи але а що як коли якщо тому проте однак бо адже щоб аби хоч хоча ніж тобто зате"
    " поки доки оскільки".split()
)
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")
_GENDERS = frozenset({"masc", "femn", "neut"})
# Words that the dictionary lacks or knows under another part of speech (seen 2026-11).
_ADDED = {
    "штук": Reading(
        lemma="штука",
        part="NOUN",
        case="gent",
        plural=True,
        singular=False,
        animate=False,
        personal=False,
        known=True,
        tags=frozenset({"NOUN", "plur", "gent", "inan"}),
    ),
}


@cache
def _analyser() -> _Analyser:
    # Imported here: loading the library costs more than most commands take.
    import pymorphy3  # type: ignore[import-untyped]  # pymorphy3 2.0.6 ships no types

    return cast(_Analyser, pymorphy3.MorphAnalyzer(lang="uk"))


@cache
def readings(word: str) -> tuple[Reading, ...]:
    """Every reading of a form, the likelier first; letter case matters only for abbreviations."""
    known = plain_word(word)
    if known in _ADDED:
        return (_ADDED[known],)
    if any(sign.isalpha() and not unicodedata.name(sign, "") for sign in known):
        # pymorphy3 2.0.6 asks for the name of every letter and fails where there is none (Tangut).
        return (_unreadable(known),)
    return tuple(_reading(parse) for parse in _analyser().parse(known))


def _reading(parse: _Parse) -> Reading:
    tags = frozenset(str(parse.tag).replace(" ", ",").split(","))
    return Reading(
        lemma=parse.normal_form,
        part=str(parse.tag).partition(",")[0].partition(" ")[0],
        case=next((case for case in _CASES if case in tags), "nomn"),
        plural="plur" in tags or bool(tags & {"Fixd", "Pltm"}),
        singular="plur" not in tags and bool(tags & (_GENDERS | {"sing", "Fixd"})),
        animate="anim" in tags,
        personal=bool(tags & PERSONAL),
        known=parse.is_known,
        tags=tags,
    )


def _unreadable(word: str) -> Reading:
    return Reading(
        lemma=word,
        part="",
        case="nomn",
        plural=False,
        singular=False,
        animate=False,
        personal=False,
        known=False,
        tags=frozenset(),
    )


def lemmas(word: str) -> frozenset[str]:
    """Every lemma the form may belong to."""
    return frozenset(reading.lemma for reading in readings(word))


def nouns(word: str) -> tuple[Reading, ...]:
    """The readings as a common noun."""
    known = tuple(one for one in readings(word) if one.part == "NOUN" and not one.personal)
    is_name = word.isalpha() and (word.isascii() or word.isupper())
    if not known and len(word) > 1 and is_name:
        return (_undeclined(word),)
    return known


def _undeclined(word: str) -> Reading:
    """A Latin word or an unknown word in capitals: a noun that is never declined."""
    return Reading(
        lemma=plain_word(word),
        part="NOUN",
        case="gent",
        plural=True,
        singular=True,
        animate=False,
        personal=False,
        known=False,
        tags=frozenset({"NOUN", "Abbr", "Fixd"}),
    )


def modifiers(word: str) -> tuple[Reading, ...]:
    """The readings as a word that agrees with a noun: adjective, participle, «такий»."""
    agreeing = {"ADJF", "NPRO"}
    return tuple(
        one
        for one in readings(word)
        if one.part in agreeing and not one.tags & {"pers", "1per", "2per", "3per"}
    )


def is_preposition(word: str) -> bool:
    """Whether it is a preposition in the first place."""
    return word.lower() in _PREPOSITIONS


def is_conjunction(word: str) -> bool:
    """Whether it joins words or clauses."""
    return word.lower() in _CONJUNCTIONS


def joins(word: str) -> bool:
    """A preposition or a conjunction: no noun, whatever the dictionary thinks possible."""
    return is_preposition(word) or is_conjunction(word)


def is_mainly(word: str, *parts: str) -> bool:
    """Whether the likeliest reading is of one of the parts of speech."""
    return readings(word)[0].part in parts


@cache
def is_predicate(word: str) -> bool:
    """A finite verb, «проведено» or «задоволено»: what says that something was done."""
    first = next((one for one in readings(word) if not one.personal), readings(word)[0])
    if first.part == "VERB":
        return "infn" not in first.tags or any(
            one.part == "VERB" and "infn" not in one.tags for one in readings(word)
        )
    # «задоволено», «вирішено» stand in the dictionary as adverbs only.
    stem = plain_word(word).removesuffix("о") + "ий"
    return word.endswith(("но", "то")) and first.part == "ADVB" and _is_passive(stem)


def _is_passive(word: str) -> bool:
    return any("pssv" in one.tags for one in readings(word))
