"""Names of persons that are known by their own shape, whatever stands before them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.validation.personal.initials import Initials, initials_at, small_initials_at
from pipeline.validation.personal.lexicon import among, lexicon
from pipeline.validation.personal.surnames import Grade, end_of_surname, grade
from pipeline.validation.personal.words import Words


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Name:
    """A person's name: tokens from `start` up to `end`."""

    start: int
    end: int


def name_at(words: Words, at: int) -> Name | None:
    """The longest name that begins at a token, or None."""
    ends = [end for shape in _shapes(words, at) if (end := shape(words, at)) > at]
    return Name(start=at, end=_with_foreign_parts(words, max(ends))) if ends else None


def _shapes(words: Words, at: int) -> tuple[Callable[[Words, int], int], ...]:
    """The shapes that a token of its kind may begin."""
    token = words[at]
    if token.small:
        return (_small_full,)
    if token.capital:
        return (_initials_first, _full, _surname_first, _alone)
    return (_initials_first,) if token.letter else ()


def _with_foreign_parts(words: Words, at: int) -> int:
    """A third and fourth part that the dictionary does not know, and «огли» or «кизи»."""
    while _is_foreign_part(words, at):
        at += 1
    return at


def _is_foreign_part(words: Words, at: int) -> bool:
    if words.is_mark(at - 1, "."):
        return False
    unknown = words[at].spaced and not words[at].reading.known and grade(words, at) >= Grade.LIKELY
    return unknown or words[at].lower in ("огли", "кизи", "оглу")


def _initials_first(words: Words, at: int) -> int:
    """«І.П. Прізвище», «І. Прізвище», «І П Прізвище»."""
    initials = initials_at(words, at)
    if initials is None or not (initials.dotted or initials.count == 2):
        return at
    if initials.glued:
        return at
    needed = Grade.POSSIBLE
    if initials.count == 1 and _is_item(words, at):
        needed = Grade.LIKELY
    if not initials.dotted:
        needed = Grade.LIKELY
    found = grade(words, initials.end)
    return end_of_surname(words, initials.end) if found >= needed else at


def _is_item(words: Words, at: int) -> bool:
    """«А. Загальні положення», «групи Б. Рішення»: a letter that numbers or names something."""
    before, lists = words[at - 1], lexicon()
    return words.begins_sentence(at) or among(before, lists.never) or among(before, lists.numbered)


def _surname_first(words: Words, at: int) -> int:
    """«Прізвище І.П.», «Прізвище І», «Прізвище ІП»."""
    found = grade(words, at)
    if not found:
        return at
    start = end_of_surname(words, at)
    initials = initials_at(words, start)
    if initials is None:
        small = small_initials_at(words, start)
        sure = found is Grade.SURE and small > start
        return small if sure else at
    if _belong_to_next(words, initials.end, found):
        return at
    return initials.end if found >= _needed(words, at, initials) else at


def _needed(words: Words, at: int, initials: Initials) -> Grade:
    """Two dotted initials tell a surname; one letter needs a capital that means something."""
    if not initials.dotted and (words.in_capitals(at) or words[at].reading.latin):
        return Grade.SURE
    if initials.glued and words.begins_sentence(at):
        return Grade.SURE
    if initials.count == 2 and initials.dotted:
        return Grade.POSSIBLE
    listed = initials.dotted and words.is_mark(initials.end, ",;)")
    if (words.begins_sentence(at) and not listed) or _next_is_capital(words, at):
        return Grade.LIKELY
    return Grade.LIKELY if words[at].shouted else Grade.POSSIBLE


def _next_is_capital(words: Words, at: int) -> bool:
    """In a heading Written Like This a single letter is a preposition."""
    return words[at + 1].letter and words[at + 2].capital


def _belong_to_next(words: Words, after: int, found: Grade) -> bool:
    """«Рішенням І.П. Прізвища»: the initials are those of the surname after them."""
    return found is Grade.POSSIBLE and grade(words, after) >= Grade.LIKELY


def _alone(words: Words, at: int) -> int:
    """A surname that is nothing else, or a patronymic, needs no neighbour."""
    single = grade(words, at) is Grade.SURE and not _is_plural(words, at)
    if single or _is_plain_surname(words, at):
        return end_of_surname(words, at)
    return at + 1 if _is_patronymic(words, at) else at


def _is_plural(words: Words, at: int) -> bool:
    """«Антоновичі»: a family needs a word for one before it, alone it is a village."""
    return words[at].reading.plural or words[at].lower.endswith("ичі")


def _is_plain_surname(words: Words, at: int) -> bool:
    """«Договір з Гончаром»: a word for people in a capital that only a name has."""
    if words.begins_sentence(at) or words.in_capitals(at) or not grade(words, at):
        return False
    lists = lexicon()
    roles = (lists.posts, lists.posts_in_bodies, lists.people, lists.citizens, lists.ranks)
    role = any(among(words[at], names) for names in roles)
    return words[at].reading.person_word and not role


def _is_given(words: Words, at: int) -> bool:
    if at in words.things or not words[at].capital or not words[at].reading.given:
        return False
    lists = lexicon()
    described = among(words[at], lists.given_and_place) and words[at - 1].reading.adjective
    return not (described or among(words[at], lists.never_given) or _is_never(words, at))


def _is_never(words: Words, at: int) -> bool:
    """A word that only looks like a given name: «Рада», «Слава», an adjective before a body."""
    if among(words[at], lexicon().never):
        return True
    return grade(words, at) is Grade.NONE and not words.in_capitals(at)


def is_sure_given(words: Words, at: int) -> bool:
    """A given name that a reader takes for one: no everyday word, no capital of a sentence."""
    if not _is_given(words, at) or among(words[at], lexicon().doubtful_given):
        return False
    return not (words[at].reading.common and words.begins_sentence(at))


def _is_patronymic(words: Words, at: int) -> bool:
    free = at not in words.things and words[at].capital and not _is_plural(words, at)
    return free and words[at].reading.patronymic


Slot = Callable[[Words, int], bool]


def _slot(least: Grade) -> Slot:
    return lambda words, at: grade(words, at) >= least


def _left(words: Words, at: int) -> bool:
    """A surname before a given name, unless what follows the given name is a likelier one."""
    found = grade(words, at)
    if found >= Grade.LIKELY:
        return True
    right = grade(words, at + 2) and not words[at + 2].reading.given
    return found is Grade.POSSIBLE and not right and not _is_role(words, at)


def _is_role(words: Words, at: int) -> bool:
    """«Тренер Тетяна …» at the beginning of a sentence: the first word is no surname."""
    lists = lexicon()
    roles = (lists.posts, lists.posts_in_bodies, lists.people, lists.citizens)
    return words.begins_sentence(at) and any(among(words[at], names) for names in roles)


def _whole(words: Words, at: int) -> bool:
    """A surname before a given name and a patronymic, which leave no doubt; not a post."""
    return grade(words, at) >= (Grade.LIKELY if _is_role(words, at) else Grade.POSSIBLE)


_ANY, _LIKELY = _slot(Grade.POSSIBLE), _slot(Grade.LIKELY)
_SHAPES: tuple[tuple[Slot, ...], ...] = (
    (_whole, _ANY, _is_patronymic),
    (_is_given, _is_patronymic, _ANY),
    (_is_given, _is_patronymic),
    (_left, is_sure_given),
    (_LIKELY, is_sure_given, _LIKELY),
    (is_sure_given, _ANY),
    (_LIKELY, _is_given),
    (_is_given, _LIKELY),
    (_left, _is_patronymic),
)


def _full(words: Words, at: int) -> int:
    """Surname, given name and patronymic in any order, with or without one of them."""
    return max((end for shape in _SHAPES for end in _fitting(words, at, shape)), default=at)


def _fitting(words: Words, at: int, shape: tuple[Slot, ...]) -> Iterator[int]:
    for slot in shape:
        if not slot(words, at):
            return
        at = end_of_surname(words, at) if slot not in (_is_given, is_sure_given) else at + 1
    initials = initials_at(words, at)
    yield initials.end if initials and initials.dotted else at


def _small_full(words: Words, at: int) -> int:
    """«прізвище ім'я по батькові» typed in small letters throughout."""
    for lead in (1, 0):
        given, patronymic = words[at + lead], words[at + lead + 1]
        small = given.small and patronymic.small
        if small and given.reading.given and patronymic.reading.patronymic:
            if lead and not _is_small_surname(words, at):
                continue
            after = words[at + lead + 2]
            return at + lead + 2 + (not lead and after.small and after.reading.surname)
    return at


def _is_small_surname(words: Words, at: int) -> bool:
    reading = words[at].reading
    return words[at].small and (reading.surname or not reading.known)
