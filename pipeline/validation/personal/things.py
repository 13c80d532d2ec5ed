"""Names that belong to things: streets, settlements, memorials, firms and bodies in quotes."""

from pipeline.validation.personal.initials import initials_at
from pipeline.validation.personal.lexicon import among, lexicon
from pipeline.validation.personal.saints import mark_saints
from pipeline.validation.personal.words import Words

_OPENING = "«“„\"”'"
_CLOSING = '»”“"'
_LONGEST_QUOTE = 12
"""Words in the name of a firm; a quoted title of an act is longer or begins with «Про»."""
_LONGEST_TITLE = 40
"""Tokens between «про присвоєння» and «ім'я», with the full name of the school."""
_OLDER_THAN_ANYONE = 120
"""Years; an anniversary of so many is of a person of history."""
_SHORT_QUOTE = 4
"""Words of a quote that names a thing, whatever stands before it."""


def mark_things(words: Words, *, quotes: bool = True) -> None:
    """Note in `words.things` every token that is part of the name of a thing.

    Without `quotes` a full name in «…» stays a person's, whatever it is the name of.
    """
    mark_saints(words)
    for at in range(len(words)):
        if at in words.things:
            continue
        _mark_quoted(words, at, full_names=quotes)
        _mark_firm(words, at)
        _mark_named(words, at)


def _mark_named(words: Words, at: int) -> None:
    start = _after_keyword(words, at)
    if start == at:
        return
    street = among(words[at], lexicon().thoroughfares)
    memory = among(words[at], lexicon().memory) or _is_memorial(words, at)
    memory = memory or _is_old_anniversary(words, at) or _is_bloc(words, at)
    while (end := _name_end(words, start, street=street, memory=memory)) > start:
        words.things.update(range(start, end))
        start = _next_in_list(words, end)
        if start == end or not _alone(words, start):
            return


def _after_keyword(words: Words, at: int) -> int:
    """Where a name may begin after a word for a street, a place or a memory; `at` if none."""
    token, lists = words[at], lexicon()
    start = at + 1 + words.is_mark(at + 1, ".")
    if among(token, lists.memory):
        return _after_memory(words, at, start)
    if _is_memorial(words, at) or _is_old_anniversary(words, at):
        return _over_small_words(words, start)
    if _is_bloc(words, at) or (token.lower == "честь" and _gives_name(words, at)):
        return _over_ranks(words, start)
    if token.lower.startswith("орден") and among(words[start], lists.orders):
        return start
    letter = token.text in lists.places_in_one_letter and words.is_mark(at + 1, ".")
    if letter or among(token, lists.thoroughfares) or among(token, lists.places):
        start += words.is_mark(start, ":")
        return _over_ranks(words, start)
    return at


def _is_bloc(words: Words, at: int) -> bool:
    """«Блок Імені Прізвища»: a party or a faction that bears the name of its leader."""
    return words[at].capital and words[at].lower == "блок" and words[at + 1].reading.given


def _is_memorial(words: Words, at: int) -> bool:
    """«Меморіальна дошка», «пам'ятний знак»."""
    lists = lexicon()
    described = among(words[at - 1], lists.memorial_adjectives)
    return described and among(words[at], lists.memorial_things)


def _is_old_anniversary(words: Words, at: int) -> bool:
    """«150-річчя …», «210-ї річниці від дня народження …»: nobody alive is that old."""
    if "річч" not in words[at].lower and "річниц" not in words[at].lower:
        return False
    years = [token.text for token in words.tokens[max(0, at - 4) : at] if token.text.isdigit()]
    return bool(years) and int(years[-1]) >= _OLDER_THAN_ANYONE


def _after_memory(words: Words, at: int, start: int) -> int:
    """Where the honoured name begins; `at` where the word speaks of a living person."""
    token, lists = words[at], lexicon()
    if among(words[at - 1], lists.acting_for):
        return at
    if token.lower in ("ім", "імені"):
        return _over_ranks(words, start)
    if "ім'я" in token.reading.lemmas and not _gives_name(words, at):
        return at
    return _over_small_words(words, start)


def _gives_name(words: Words, at: int) -> bool:
    """Whether a name is given to something: «про присвоєння», «про найменування вулиці»."""
    before = words.tokens[max(0, at - _LONGEST_TITLE) : at]
    return any(word.lower.startswith(lexicon().naming) for word in before)


def _over_small_words(words: Words, at: int) -> int:
    """«Пам'яті загиблого воїна …»: up to three words stand before the name."""
    end = _over_ranks(words, at)
    for _ in range(3):
        if not words[end].small:
            break
        end = _over_ranks(words, end + 1)
    return end


def _over_ranks(words: Words, at: int) -> int:
    start = at
    while among(words[at], lexicon().ranks) or (at > start and _is_state(words, at)):
        at += 1 + words.is_mark(at + 1, ".")
    return at


def _is_state(words: Words, at: int) -> bool:
    """«Героя України», «Героя СРСР»."""
    return words[at].lower in ("україни", "срср", "сррс", "ссср")


def _name_end(words: Words, at: int, *, street: bool, memory: bool) -> int:
    """The token after one name of a thing that begins at `at`; `at` where none begins."""
    at += words.is_mark(at, _OPENING)
    lead = initials_at(words, at)
    if lead and lead.dotted and words[lead.end].capital:
        return lead.end + 1
    if _short_given(words, at):
        return at + 3
    if among(words[at], lexicon().memory):
        return at
    if not words[at].capital or _is_person_here(words, at, street=street, memory=memory):
        return at
    return _after_first(words, at + 1, street=street, person=street or memory)


def _short_given(words: Words, at: int) -> bool:
    """«Ів. Франка», «Б.Хмельницького» written with a shortened given name."""
    token = words[at]
    return (
        token.capital
        and not among(token, lexicon().memory)
        and len(token.text) < 5
        and words.is_mark(at + 1, ".")
        and words[at + 2].capital
        and not token.reading.surname
    )


def _is_person_here(words: Words, at: int, *, street: bool, memory: bool) -> bool:
    """«Мешканцю села Петренку І.»: the word after «села» is not its name."""
    reading = words[at].reading
    follows = initials_at(words, at + 1)
    if memory:
        return False
    if not street and len(words[at - 1].text) > 3 and _is_full_name(words, at + 1):
        return True
    if reading.known and not reading.surname:
        return False
    named = follows is not None or _is_plain_given(words, at + 1)
    if street:
        return named and not reading.genitive
    full_word = len(words[at - 1].text) > 3
    return named or (full_word and reading.surely_surname)


def _is_plain_given(words: Words, at: int) -> bool:
    """A given name that is no everyday word: «Дубовий Гай» is a village."""
    lists = lexicon()
    word = among(words[at], lists.doubtful_given) or among(words[at], lists.given_and_place)
    return words[at].reading.given and not word


def _is_full_name(words: Words, at: int) -> bool:
    """A given name with a patronymic, or with nothing capitalised after it."""
    after = words[at + 1]
    given = words[at].capital and words[at].reading.given
    return given and (after.reading.patronymic or not after.capital)


def _after_first(words: Words, at: int, *, street: bool, person: bool) -> int:
    """The token after the second word of a name, its initials or its house of words."""
    first, second = words[at - 1].reading, words[at].reading
    follows = initials_at(words, at)
    if follows and follows.dotted and (first.surname or not first.known):
        return at if words[follows.end].capital and not person else follows.end
    if not words[at].capital or at in words.things:
        return at
    followed = initials_at(words, at + 1) or _is_plain_given(words, at + 1)
    if followed and not second.genitive:
        return at
    if first.given or (street and first.genitive and second.given):
        return at + 1 + (second.patronymic and words[at + 1].capital)
    if followed or (first.surname and not first.adjective):
        return at
    if person:
        return at + 1 if second.genitive or (second.known and not second.surname) else at
    own = (first.adjective and not _announced(words, at)) or not second.surname
    return at + 1 if own else at


def _announced(words: Words, at: int) -> bool:
    """«Жителю села Вільшана Морозу»: a word for a person stands before the place."""
    lists = lexicon()
    near = words.tokens[max(0, at - 5) : at]
    return any(among(token, lists.people) or among(token, lists.citizens) for token in near)


def _next_in_list(words: Words, at: int) -> int:
    """«Вулиць Шевченка, Франка та Лисенка»: where the next name begins; `at` if the list ends."""
    if words.is_mark(at, ",-–") or words[at].lower in ("та", "і", "й"):
        return at + 1
    return at


def _alone(words: Words, at: int) -> bool:
    """A further name of a street stands without initials; with them it is a person."""
    reading = words[at].reading
    if not words[at].capital or initials_at(words, at + 1) or _is_plain_given(words, at + 1):
        return False
    return not reading.surely_surname or reading.genitive


def _mark_firm(words: Words, at: int) -> None:
    """«ТОВ Шевченко»: one surname without quotes and initials is the name of the firm."""
    alone = initials_at(words, at + 2) is None and not words[at + 2].reading.given
    if among(words[at], lexicon().firms) and words[at + 1].capital and alone:
        words.things.add(at + 1)


def _mark_quoted(words: Words, at: int, *, full_names: bool) -> None:
    """Names in quotes after a legal form or a word for a body: «ФГ „Світанок“»."""
    if not words.is_mark(at, _OPENING):
        return
    closing = _closing(words, at)
    person = any(among(words[within], lexicon().citizens) for within in range(at, closing))
    person = person or (not full_names and _holds_person(words, at + 1, closing))
    if not person and (_is_thing_before(words, at) or _is_title(words, at + 1, closing)):
        words.things.update(range(at, closing))


def _holds_person(words: Words, start: int, end: int) -> bool:
    """A given name, a patronymic or initials; an everyday word needs a surname beside it."""
    within = range(start, end)
    pairs = ((at, other) for at in within for other in (at - 1, at + 1) if other in within)
    full = any(words[a].reading.given and words[b].reading.surname for a, b in pairs)
    return full or any(_shows_person(words, at) for at in within)


def _is_title(words: Words, start: int, end: int) -> bool:
    """A few quoted words without initials, patronymic or a sure given name: no full name."""
    before, lists = words[start - 2], lexicon()
    if end - start == 1 and _is_quoted_party(words, start):
        return False
    if end - start > _SHORT_QUOTE or among(before, lists.citizens) or among(before, lists.people):
        return False
    return not any(_shows_person(words, at) for at in range(start, end))


def _is_quoted_party(words: Words, at: int) -> bool:
    """«Договір з „Прізвищем“», «допомогу „Прізвищу“»: a lone surname where a party stands."""
    before = words[at - 2]
    party = before.lower in ("з", "із", "зі", "від", "для") or among(before, lexicon().parties)
    return words[at].reading.surely_surname and (party or not before.text)


def _shows_person(words: Words, at: int) -> bool:
    token, lists = words[at], lexicon()
    if token.letter or words.is_mark(at, ".,") or among(token, lists.citizens):
        return True
    given = token.reading.given and not among(token, lists.doubtful_given)
    return token.reading.patronymic or (given and not token.reading.common)


def _is_thing_before(words: Words, at: int) -> bool:
    """«Товариству з обмеженою відповідальністю „…“»: up to four small words are passed over."""
    lists = lexicon()
    for step in range(at - 1, at - 6, -1):
        if among(words[step], lists.citizens):
            return False
        if among(words[step], lists.private_forms) or among(words[step], lists.public_forms):
            return True
        linked = words[step].lower in ("з", "із") or words.is_mark(step, _OPENING)
        if not linked and not (words[step].small and words[step].reading.nominal):
            return False
    return False


def _closing(words: Words, at: int) -> int:
    if words[at + 1].lower in ("про", "щодо"):
        return at
    for end in range(at + 1, min(at + 2 + _LONGEST_QUOTE, len(words))):
        if words.is_mark(end, _CLOSING):
            return end
    return at
