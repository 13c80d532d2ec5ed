"""What the Ukrainian dictionary knows of a word, and what the endings of surnames say of others.

The dictionary (VESUM, in pymorphy3-dicts-uk) marks about 120 000 forms of surnames, and given names
and patronymics beside them; a surname that is also a common word («коваль») carries both readings.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import pymorphy3  # type: ignore[import-untyped] # the package ships no types

_NAMES = ("Surn", "Name", "Patr")

_LONGEST = 60
"""Letters of a word that is looked up; what is longer is no word."""

_TYPICAL = re.compile(r"[^\W\d_]{2,}(?:енк(?:о|а|у|ом|ові)|[чщ]ук(?:|а|у|ом|ові))")
_TYPICAL_UNKNOWN = re.compile(
    r"[^\W\d_]{3,}(?:[нлртдвмбжш]юк(?:|а|у|ом|ові)|[дклмнпрт]ов(?:|у|им|ої|ій|ою)"
    r"|[аеиіїо]?[єь]?єв(?:|а|у|им|ої|ій|ою)|[вгдкмнпртш]кін(?:|а|у|им|ої|ій|ою))"
)
_LIKELY = re.compile(
    r"[^\W\d_]{2,}(?:"
    r"к(?:о|а|у|ом|ові|и|ів|ам)|[уюаяиоеі]к(?:|а|у|ом|ові|и|ів|ам)"
    r"|[сцз]ьк(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|і|их)"
    r"|(?:[оеєї]в|[иії]н)(?:|а|у|им|і|ої|ій|ою|ими|их)"
    r"|ич(?:|а|у|ем|еві|і)|ець|ц(?:я|ю|ем|еві|і)|[іаеу](?:й|ю|я|єм|єві)"
    r"|[аоуияю][нлрсхшт](?:|ь|а|у|ю|я|ом|ем|ові|еві|і|и)|[лбдгхштрн](?:о|а|у|ою|і|ці|зі|и)"
    r"|[иоа]?(?:й|го|му|ій|ої)"
    r")"
)
_PATRONYMIC = re.compile(r"[^\W\d_]{2,}(?:[оеє]вич(?:|а|у|ем|еві|і)|[ії]вн(?:а|и|і|у|ою))")
_RUSSIAN_PATRONYMIC = re.compile(r"[^\W\d_]{2,}[ое]вн(?:а|ы|е|у|ой|и|і|ою)")
_PLACE_ADJECTIVE = re.compile(r".+[сцз]ьк(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|і|их|ими|е)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What may be said of a word without its neighbours."""

    known: bool
    """The dictionary has the word."""
    surname: bool
    """The dictionary knows it as a surname."""
    given: bool
    patronymic: bool
    common: bool
    """The dictionary knows another reading than a name of a person."""
    typical: bool
    """An ending that only surnames have."""
    likely: bool
    """Unknown, with an ending that surnames often have."""
    of_place: bool
    """An adjective in -ський, as councils and districts are called."""
    latin: bool
    """Written in Latin letters, with at least one that no Cyrillic letter looks like."""
    genitive: bool
    """A surname in the genitive, as streets are named."""
    plural: bool
    """Never singular."""
    person_word: bool
    """A surname whose other readings name people or animals: capitals mean the surname."""
    adjective: bool
    nominal: bool
    """A noun or an adjective."""
    lemmas: frozenset[str]

    @property
    def surely_surname(self) -> bool:
        """A surname and nothing else."""
        return (self.surname and not self.common) or self.typical


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="uk")


@cache
def _more_given() -> frozenset[str]:
    """Given names that the dictionary does not mark, «Володимир» and «Богдан» among them."""
    file = resources.files("pipeline.validation.personal") / "given.txt"
    return frozenset(file.read_text(encoding="utf-8").split())


@lru_cache(maxsize=65_536)
def read(word: str) -> Reading:
    """Read a word in small letters with straight apostrophes.

    A double surname is read part by part, unless the dictionary knows it whole.
    """
    reading = _read_whole(word)
    if "-" in word and len(word) <= _LONGEST and not (reading.known or reading.patronymic):
        return _joined(word, [_read_whole(part) for part in word.split("-")])
    return reading


def _read_whole(word: str) -> Reading:
    known = len(word) <= _LONGEST and _analyzer().word_is_known(word)
    parses = _analyzer().parse(word) if known else []
    tags = [parse.tag for parse in parses]
    return Reading(
        known=known,
        surname=any("Surn" in tag for tag in tags),
        given=any("Name" in tag and "plur" not in tag for tag in tags) or word in _more_given(),
        patronymic=_is_patronymic(word, tags),
        common=any(not any(name in tag for name in _NAMES) for tag in tags),
        typical=_is_typical(word, known=known, surname=any("Surn" in tag for tag in tags)),
        likely=not known and bool(_LIKELY.fullmatch(word)),
        of_place=bool(_PLACE_ADJECTIVE.fullmatch(word)),
        latin=word.isascii(),
        genitive=_only_genitive([tag for tag in tags if "Surn" in tag]),
        plural=bool(tags) and all("plur" in tag for tag in tags),
        person_word=_is_person_word(tags),
        adjective=any("ADJF" in tag for tag in tags),
        nominal=any("NOUN" in tag or "ADJF" in tag for tag in tags),
        lemmas=_lemmas(parses) | {word},
    )


def _is_patronymic(word: str, tags: list[pymorphy3.tagset.OpencorporaTag]) -> bool:
    """The dictionary has «володимирович» as a plain noun, so the ending decides beside the tag."""
    if any("Patr" in tag for tag in tags):
        return True
    if not tags:
        return bool(_PATRONYMIC.fullmatch(word) or _RUSSIAN_PATRONYMIC.fullmatch(word))
    persons = all("NOUN" in tag and "anim" in tag and "Surn" not in tag for tag in tags)
    return persons and bool(_PATRONYMIC.fullmatch(word))


def _lemmas(parses: list[pymorphy3.analyzer.Parse]) -> frozenset[str]:
    """Dictionary forms, verbs left out: «мала» is not the noun «мати»."""
    return frozenset(parse.normal_form for parse in parses if "VERB" not in parse.tag)


def _is_typical(word: str, *, known: bool, surname: bool) -> bool:
    """«Москаленко» is a surname although the dictionary has a word «москаленка» as well."""
    if known:
        return surname and bool(_TYPICAL.fullmatch(word))
    return bool(_TYPICAL.fullmatch(word) or _TYPICAL_UNKNOWN.fullmatch(word))


def _is_person_word(tags: list[pymorphy3.tagset.OpencorporaTag]) -> bool:
    """«Гончар», «Коваль», «Лебідь», and not «Мороз», which has a reading that is not alive."""
    surname = any("Surn" in tag for tag in tags)
    return surname and all("NOUN" in tag and "anim" in tag for tag in tags)


def _only_genitive(tags: list[pymorphy3.tagset.OpencorporaTag]) -> bool:
    """A woman's surname in -ко is the same in every case: it says nothing."""
    return any("gent" in tag for tag in tags) and not any(
        "nomn" in tag and "plur" not in tag for tag in tags
    )


def _joined(word: str, parts: list[Reading]) -> Reading:
    return Reading(
        known=all(part.known for part in parts),
        surname=any(part.surname for part in parts),
        given=False,
        patronymic=False,
        common=all(part.common for part in parts),
        typical=any(part.typical for part in parts),
        likely=any(part.likely for part in parts),
        of_place=parts[-1].of_place,
        latin=word.isascii(),
        genitive=parts[-1].genitive,
        plural=False,
        person_word=all(part.person_word or part.surely_surname for part in parts),
        adjective=parts[-1].adjective,
        nominal=True,
        lemmas=frozenset({word}).union(*(part.lemmas for part in parts)),
    )
