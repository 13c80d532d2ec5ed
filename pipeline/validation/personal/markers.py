"""Words that announce a private person: «гр.», «спадкоємці», «мешканцю села …», «учениця»."""

from pipeline.validation.personal.initials import initials_at, small_initials_at
from pipeline.validation.personal.lexicon import among, lexicon
from pipeline.validation.personal.names import Name, is_sure_given, name_at
from pipeline.validation.personal.surnames import Grade, end_of_surname, grade
from pipeline.validation.personal.words import Words

_FURTHEST = 8
"""Tokens between «мешканцю …» and the name."""


def announced_name(words: Words, at: int) -> Name | None:
    """The name that a marker at a token announces, or None."""
    if among(words[at], lexicon().citizens):
        return _directly(words, _after_marker(words, at)) or _further(words, at + 1)
    if among(words[at], lexicon().people) or _acting_for(words, at):
        return _near(words, at + 1) or _further(words, at + 1)
    if among(words[at], lexicon().parties) and _is_party(words, at + 1):
        return Name(start=at + 1, end=_longest(words, at + 1))
    return None


def _is_party(words: Words, at: int) -> bool:
    """A surname that is also a word, or an unknown word that ends like one and names no body."""
    token = words[at]
    if grade(words, at) < Grade.LIKELY or token.shouted:
        return False
    body = token.lower.startswith(lexicon().institutional_beginnings)
    return token.reading.surname or (token.reading.likely and not body)


def _acting_for(words: Words, at: int) -> bool:
    """«На ім'я …», «від імені …»."""
    lists = lexicon()
    return among(words[at], lists.memory) and among(words[at - 1], lists.acting_for)


def _after_marker(words: Words, at: int) -> int:
    for step in range(at + 1, at + 1 + _FURTHEST):
        joins = words.is_mark(step, '.:-–"«“„(') or words[step].lower in ("україни", "гр")
        if not joins:
            return step
    return at + 1


def _directly(words: Words, at: int) -> Name | None:
    """Straight after «гр.» any capital is a name, and so is a small surname with initials."""
    ends = [at]
    if known := name_at(words, at):
        ends.append(known.end)
    if _may_be_name(words, at):
        ends.append(_with_initials(words, at))
    elif words[at].small:
        ends.append(_small_end(words, at))
    return Name(start=at, end=max(ends)) if max(ends) > at else None


def _small_end(words: Words, at: int) -> int:
    """«гр. прізвище ім'я по батькові», «гр. прізвище і.п.» in small letters."""
    if words[at + 1].small and (rest := name_at(words, at + 1)):
        return rest.end
    return small_initials_at(words, at + 1) if words[at].reading.surname else at


def _may_be_name(words: Words, at: int) -> bool:
    token = words[at]
    if not token.capital or token.roman or at in words.things:
        return False
    if grade(words, at) or initials_at(words, at + 1):
        return True
    return token.reading.of_place and not _names_body(words, at + 1)


def _names_body(words: Words, at: int) -> bool:
    """«Зразківської громади», «Черкаської області»: the adjective describes what follows."""
    lists = lexicon()
    within = among(words[at], lists.within_posts) or among(words[at], lists.public_forms)
    return words[at].small and within


def _with_initials(words: Words, at: int) -> int:
    end = end_of_surname(words, at)
    if initials := initials_at(words, end):
        return initials.end
    if grade(words, end) >= Grade.LIKELY or words[end].reading.given and words[end].capital:
        end = end_of_surname(words, end)
    return small_initials_at(words, end)


def _near(words: Words, at: int) -> Name | None:
    """Straight after «тренер» or «учениця» a likely surname or a given name is enough."""
    at += words.is_mark(at, '-–:(«“„"')
    if grade(words, at) >= Grade.LIKELY or is_sure_given(words, at):
        return Name(start=at, end=_longest(words, at))
    return None


def _longest(words: Words, at: int) -> int:
    known = name_at(words, at)
    return max(known.end if known else at, _with_initials(words, at))


def _further(words: Words, at: int) -> Name | None:
    """«Мешканцю села …», «учасникам бойових дій …»: over small words and names of things."""
    for step in range(at, at + _FURTHEST):
        token = words[step]
        if step in words.things or token.small or words.is_mark(step, ".") or token.letter:
            continue
        if token.reading.surname and grade(words, step) >= Grade.LIKELY:
            return Name(start=step, end=_longest(words, step))
        if not token.reading.of_place:
            return None
    return None


def next_in_list(words: Words, name: Name) -> Name | None:
    """The next person of a list: «Прізвище Л, Прізвище М та Прізвище І»."""
    at = name.end
    if words.is_mark(at, ",;") or words[at].lower in ("та", "і", "й", "або", "и"):
        return name_at(words, at + 1) or _listed(words, at + 1)
    return None


def _listed(words: Words, at: int) -> Name | None:
    """After a person a known surname needs no initials, nor do two unknown capitalised words.

    «Прізвищам О.М. та Л.П.», «Прізвищам Олегу та Ользі»: the surname is not said again.
    """
    token, alone = words[at], initials_at(words, at)
    if alone and alone.dotted and alone.count == 2 and not words[alone.end].capital:
        return Name(start=at, end=alone.end)
    if is_sure_given(words, at):
        return Name(start=at, end=at + 1 + words[at + 1].reading.patronymic)
    if token.reading.surname and grade(words, at) >= Grade.LIKELY:
        return Name(start=at, end=_with_initials(words, at))
    both = grade(words, at) >= Grade.LIKELY and grade(words, at + 1) >= Grade.LIKELY
    return Name(start=at, end=at + 2) if both else None


def previous_in_list(words: Words, name: Name) -> Name | None:
    """«Виступили: Бондар, Ткач, Швець І.І.»: a surname that is also a word, before a sure one."""
    at = name.start - 2
    parted = words.is_mark(at + 1, ",") or words[at + 1].lower in ("та", "і", "й")
    if parted and words[at].reading.surname and grade(words, at) >= Grade.LIKELY:
        return Name(start=at, end=at + 1)
    return None
