"""Who is who in protocols: whole names, initials, names of before, look-alike letters."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.parameters.votes import Deputy
from pipeline.readers.grids.headers import header_key
from pipeline.ukrainian.text import fold_spaces
from pipeline.ukrainian.votes import without_son_of

# A name of before: «Приклад (Зразок) П. П.».
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """Somebody who voted."""

    id: str
    name: str
    is_listed: bool
    """Whether the list of the descriptor knows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voters:
    """Finds who a printed name stands for."""

    known: Mapping[str, Voter]
    """Whole name, folded -> voter."""
    short: Mapping[str, Voter]
    """Surname with initials, of the list also with one or none -> voter; of two people: none."""

    def find(self, name: str) -> Voter:
        """The voter of a printed name; somebody new where nobody fits."""
        for printed in (name, _BRACKETS.sub(" ", name), _surname_first(name)):
            whole = header_key(printed)
            found = self.known.get(whole) or self.short.get(initials_of(printed))
            if found is not None:
                return found
        return _stranger(name)


def voters_of(deputies: Sequence[Deputy], printed: Iterable[str]) -> Voters:
    """What is known: the list, or without one the whole names that protocols print."""
    known: dict[str, Voter] = {}
    for deputy in deputies:
        voter = Voter(id=deputy.id, name=deputy.name, is_listed=True)
        known |= {header_key(name): voter for name in (deputy.name, *deputy.also)}
    if not deputies:
        known = {header_key(name): _stranger(name) for name in printed if not _is_short(name)}
    names = [name for deputy in deputies for name in (deputy.name, *deputy.also)] or [
        voter.name for voter in known.values()
    ]
    return Voters(known=known, short=_short(names, known))


def surnames_of(deputies: Sequence[Deputy]) -> frozenset[str]:
    """Surnames of the list, folded, with and without the first initial; of two people: none."""
    found: dict[str, set[str]] = {}
    for deputy in deputies:
        for name in (deputy.name, *deputy.also):
            for key in _shorter(initials_of(name)):
                found.setdefault(key.replace(" ", ""), set()).add(deputy.id)
    return frozenset(key for key, ids in found.items() if len(ids) == 1)


def _short(names: Sequence[str], known: Mapping[str, Voter]) -> Mapping[str, Voter]:
    found: dict[str, dict[str, Voter]] = {}
    for name in names:
        voter, initials = known[header_key(name)], initials_of(name)
        shorter = _shorter(initials) if voter.is_listed else ()
        for key in {initials, *shorter}:
            found.setdefault(key, {})[voter.id] = voter
    return {key: next(iter(one.values())) for key, one in found.items() if len(one) == 1}


def _shorter(initials: str) -> tuple[str, ...]:
    """`приклад` and `приклад п` of `приклад п і`."""
    surname, *rest = initials.split(" ")
    return (surname, f"{surname} {rest[0]}") if rest else (surname,)


def initials_of(name: str) -> str:
    """`приклад п і` of «Приклад Петро Іванович» and of «Приклад П.І.»."""
    surname, *rest = without_son_of(fold_spaces(name.replace(".", " "))).split()
    return " ".join([header_key(surname), *(header_key(part)[:1] for part in rest)])


def _surname_first(name: str) -> str:
    """«ЗРАЗОК Петро» of «Петро ЗРАЗОК»: capitals tell the surname that stands last."""
    *given, last = fold_spaces(name).split()
    is_last = len(last) > 1 and last.isupper() and not any(one[1:].isupper() for one in given)
    return " ".join([last, *given]) if given and is_last else name


def _is_short(name: str) -> bool:
    return all(len(part) == 1 for part in name.replace(".", " ").split()[1:])


def _stranger(name: str) -> Voter:
    """Known by the name alone: the same name is the same person."""
    digest = hashlib.sha256(header_key(name).encode()).hexdigest()[:10]
    return Voter(id=f"v-{digest}", name=fold_spaces(name).strip(), is_listed=False)
