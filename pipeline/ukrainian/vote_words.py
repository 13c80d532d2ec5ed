"""What a council writes for a choice besides the words of the law: «З», «НГ», «Так», «+».

Such a sign is a choice only where the descriptor or a legend of the file itself says which:

    Умовні позначення: З – за, П – проти, У – утримався, НГ – не голосував, В – відсутній
    Пояснення: порожня клітинка – депутат відсутній
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.ukrainian.text import plain
from pipeline.ukrainian.vote_totals import LONGEST
from pipeline.ukrainian.votes import Choice, choice_of, is_name

_HEAD = re.compile(
    r"(?:умовні\s+)?(?:позначення|скорочення|пояснення|примітк[аи]|легенда)(?:\s+\w+){0,3}\s*[:.-]\s*",
    re.IGNORECASE,
)
_BLANK = r"порожн\w+(?:\s+(?:клітин\w+|місце|рядок))?|пуст\w+(?:\s+клітин\w+)?"
_PAIR = re.compile(
    rf"[\"']?(?P<sign>(?:{_BLANK})|так|ні|[^\W\d_]{{1,4}}(?:[./-][^\W\d_]{{1,3}})?\.?|[+0-])[\"']?"
    r"\s*(?:=|:|-|(?:означає|це))\s*(?:(?:голосував|депутат)\s+)?[\"']?(?P<choice>[^,;.\"]+?)[\"']?\s*(?:[,;.]\s*|$)",
    re.IGNORECASE,
)
_IS_BLANK = re.compile(_BLANK, re.IGNORECASE)
# Without «Позначення:» before it «Лис – за» names a person.
_CLEAR = re.compile(rf"так|ні|[^\W\d_]|[+0-]|н/?г|{_BLANK}", re.IGNORECASE)
# «Приклад П. П. - Так»; one letter there is an initial.
_AT_END = re.compile(
    r"(?P<name>.*?\S)(?:\s+\.{2,})?[\s:-]+[\"']?(?P<sign>[+-]|[^\s\"'.-]{2,6})[\"']?\.?"
)
_DOTS = re.compile(r"[.…]+")
_INITIAL = re.compile(r"[^\W\d_]\.")
_ITEM = re.compile(r"^\s*\d{1,3}[.)]?\s*")
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteWords:
    """The signs of a file or of a council, and what an empty cell means, where that is said."""

    signs: Mapping[str, Choice] = field(default_factory=dict)
    """Sign, folded -> choice."""
    blank: Choice | None = None

    def choice_of(self, words: str) -> Choice | None:
        """The choice that a cell consists of; None: it is something else."""
        return self.signs.get(_folded(words)) or choice_of(words)

    def spelt(self, cells: Sequence[str]) -> Sequence[str]:
        """The cells of a row with words of the law in place of signs; others as they are.

        A letter is a sign only beside a whole name: «П.» may be an initial.
        """
        if not self.signs:
            return cells
        named = any(is_name(_ITEM.sub("", cell)) for cell in cells)
        return [self._spelt(cell, named=named) for cell in cells]

    def _spelt(self, cell: str, *, named: bool) -> str:
        folded = plain(cell).strip()
        whole = self.signs.get(_folded(cell))
        if whole is not None:
            return cell if _INITIAL.fullmatch(folded) or not (named or folded[1:]) else whole.value
        match = _AT_END.fullmatch(folded) if len(cell) <= LONGEST else None
        choice = self.signs.get(_folded(match["sign"])) if match else None
        if match is None or choice is None or not is_name(_ITEM.sub("", match["name"])):
            return cell
        return f"{match['name']} - {choice.value}"

    def with_legend(self, lines: Iterable[str]) -> "VoteWords":
        """These and those that the lines explain; what is declared goes before."""
        signs: dict[str, Choice] = {}
        blank = self.blank
        for line in lines:
            for sign, choice in legend_of(line).items():
                if _IS_BLANK.fullmatch(sign):
                    blank = blank or choice
                else:
                    signs.setdefault(sign, choice)
        return VoteWords(signs={**signs, **self.signs}, blank=blank)


NO_SIGNS = VoteWords()
"""Nothing but the words of the law."""


def declared(words: Mapping[str, str], blank: str) -> VoteWords:
    """The signs that a descriptor declares, each with the word of the law; empty `blank`: none."""
    signs = {_folded(sign): Choice(choice) for sign, choice in words.items()}
    return VoteWords(signs=signs, blank=Choice(blank) if blank else None)


def legend_of(line: str) -> Mapping[str, Choice]:
    """Sign, folded -> choice, of a line that explains signs; empty: it is something else."""
    folded = plain(line).strip(" |;") if len(line) <= LONGEST else ""
    head = _HEAD.match(folded)
    found: dict[str, Choice] = {}
    at = head.end() if head else 0
    while at < len(folded):
        match = _PAIR.match(folded, at)
        choice = choice_of(match["choice"]) if match else None
        if match is None or choice is None or not _agrees(match["sign"], choice, found):
            return {}
        found[_folded(match["sign"])] = choice
        at = match.end()
    clear = head or (len(found) >= _FEWEST and all(map(_CLEAR.fullmatch, found)))
    return found if clear else {}


def _agrees(sign: str, choice: Choice, found: Mapping[str, Choice]) -> bool:
    """Whether a sign has one meaning: «За» means no other choice, nor one sign two."""
    return choice_of(sign) in {None, choice} and found.get(_folded(sign), choice) is choice


def _folded(words: str) -> str:
    folded = plain(words).strip()
    if _DOTS.fullmatch(folded):
        return "..."  # however many a system prints
    return folded.strip(" .,;\"'").lower()
