"""Lines that belong to the form of a roll call and say nothing of its matter: «УКРАЇНА», «З НИХ:».

They are ignored by name. A line that is none of these, and nothing else that is read, is a title
above the votes and an error among them.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.extractors.voting.leads import draft_alone, lead_of
from pipeline.ukrainian.text import plain
from pipeline.ukrainian.vote_totals import LONGEST, totals_of

_WHERE = (
    r"(?:\s+[^\W\d_][\w'-]+(?:ого|ої)\s+район\w*)?(?:\s+[^\W\d_][\w'-]+ої\s+(?:област[іь]|обл\.?))?"
)
_BEGINNING = 120
"""Signs of a line that tell whether it is a title."""
_ABOUT = re.compile(r"\W*(?:[^:]{0,40}:\W*|\d[\d.)\s]*)?про\s", re.IGNORECASE)
# What the counts of lines that are left out call them -> how such lines look.
_WORDS: Mapping[str, str] = {
    "letterhead": rf"україна|.{{0,80}}\bрада{_WHERE}|депутат\w+\s.{{0,80}}\bради{_WHERE}"
    r"|місто(?:\s+\S+)?|м\.\s*\S+",
    "program": r"система\s+(?:(?:поіменн|електронн)\w+|\"[^\"]{1,30}\").{0,60}|\[pic\]|pd-oos"
    r"|.{0,40}click\s+to\s+buy\s+now!?.{0,40}|.{0,20}www\.docu-track\.com.{0,20}",
    "form-title": r"(?:.{1,40}[.:]\s+)?протокол\s+поіменн\w+\s+голосування.{0,60}"
    r"|(?:відкрите|поіменне)\s+голосування.*|поіменні\s+результати.{0,60}"
    r"|повторне\s+(?:(?:поіменне|відкрите)\s+)?голосування|переголосування"
    r"|підсумки\s+голосування\s*:?|(?:список|відомість|таблиця)\s+поіменного\s+голосування.{0,60}"
    r"|результати?\s+(?:поіменного\s+)?голосування.*|витяг(?:\s+і?з\s+протоколу)?"
    r"|решение\s+~\w+~|поименн\w+\s+голосовани\w+(?:\.?\s*сессия\s*:.{0,80})?",
    "vote-number": r"№\s*:\s*\d+(?:\s+(?:за\s+основу|[ву]\s+цілому|[ійта]+|,)){0,5}"
    r"|голосування\s*№\s*\S+"
    r"|голосування\s*:\s*(?:відкрите|поіменне|за\s+основу|[ву]\s+цілому|[ійта]+|\s)+",
    "registration": r"(?:результати?\s+)?реєстраці[яїю](?:\s+депутат\w+)?.{0,60}",
    "empty-form": r"рішення(?:\s+від)?[\s_.]*(?:№[\s_.]*)?"
    r"|\(?\s*прийнят[оае]\s*/\s*не\s+прийнят[оае]\s*\)?",
    "majority": r"(?:рішення\s+)?ухвалю.*"
    r"|(?:(?:проста\s+)?більшість|2/3)?\s*від\s+(?:загального\s+складу|присутніх)(?:\s+ради)?"
    r"|для\s+(?:прийняття|ухвалення)\s+рішення\s+(?:необхідн|потрібн)\w+.{0,60}",
    "totals-head": r"з\s+них\s*:?|(?:про)?голосувал[иа](?:\s+поіменно)?\s*:?|[ву]сього\s*:?"
    r"|(?:результат|показник)\w*\s+(?:кількість|число)(?:\s+голосів)?",
    "columns": r"(?:№\s*(?:п/п|з/п)?\s*)?(?:прізвище|піб|п\.?\s?і\.?\s?б|депутат)\b.{0,60}"
    r"(?:голос|вибір|фракці|результат)\w*.{0,30}"
    r"|посада\s+пр[иі]зв\w+|№\s*(?:п/п|з/п)?.{0,60}вибір.*"
    r"|№\s*(?:п/п|з/п)?.{0,60}(?:прізвище|піб).*"
    r"|(?:№\s*(?:п/п)?\s*)?(?:ф\.?\s?и\.?\s?о\.?)\s+(?:решение|голос\w*).{0,80}",
    "agenda": r"порядок\s+денний\s*:?",
    "page": r"\(?\s*продовження\b.{0,80}"
    r"|(?:стор|арк)(?:інка|уш|\.)?\s*№?\s*\d{1,4}(?:\s*(?:з|із|/)\s*\d{1,4})?",
    "faction": r"(?!.*(?<!\w)(?:за|проти|утрим\w+|голос\w+|відсут\w+)(?!\w))"
    r"(?:депутатськ\w+\s+)?(?:фракці[яї]|груп[аи])\s.{0,100}|позафракційн\w+(?:\s+депутат\w*)?",
}
# What a system prints about a vote besides its matter, each under its label.
_LABELS: Mapping[str, str] = {
    "conditions": r"(?:тип|вид|спосіб|форма|режим)\s+голосування"
    r"|(?:необхідна\s+)?кількість\s+голосів\b[^:]{0,60}"
    r"|необхідно\b[^:]{0,40}|кворум|(?:загальний\s+)?склад\s+ради|обрано\s+депутатів"
    r"|(?:початок|кінець|тривалість|завершення)\s+голосування"
    r"|дата\s+(?:реєстрації|надходження|оприлюднення)",
    "who-came": r"присутн(?:і|іх|ьо)|зареєстр\w+(?:\s+депутатів)?",
    "speakers": r"головуюч(?:ий|а)|доповіда(?:ч|в|ла)|співдоповіда(?:ч|в|ла)|інформува(?:в|ла)"
    r"|виступи(?:в|ла|ли)|автор\w*|ініціатор\w*|розробник\w*|суб'єкт\s+подання",
}
KINDS_OF_WORDS = (*_WORDS, *_LABELS, "question", "signature")
"""What a line of such words may be."""
_KNOWN = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS.items())
_LABELLED = tuple(
    (kind, re.compile(rf"(?:{labels})\s*[:–—-]\s*.{{1,160}}", re.IGNORECASE))
    for kind, labels in _LABELS.items()
)
_SECRET = re.compile(
    r"(?:.{0,80}\W)?(?:результат|протокол|підсум)\w*\W.{0,60}таємн\w+\s+голосуванн", re.IGNORECASE
)
_NOT_HELD = re.compile(
    r"(?:поіменне\s+)?голосування\s+не\s+(?:проводил|відбувал|відбул)(?:ось|ося|ася)\.?",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:(?:по|з|за|щодо)\s+)?(?:питанн[яю]|пункту?)(?:\s+порядку\s+денного)?\s*[№:]*\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\s*[.:]?"
    r"|номер\s*:\s*(?P<dotted>\d{1,3}\.(?:\d{1,3}\.?)*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"]{1,60}\"")
_SIGNATURE = re.compile(
    r"(?:(?:голова|секретар)\s+(?:лічильної\s+комісії|комісії|засідання|сесії)"
    r"|член\w*\s+(?:лічильної\s+)?комісії)(?!\w).{0,120}|.{0,120}_{3,}.{0,80}",
    re.IGNORECASE,
)
_CHOICE_WORD = re.compile(
    r"(?<!\w)(?:за|проти|утрим\w+|голосу\w+|відсут\w+|н/?г)(?!\w)", re.IGNORECASE
)
# Beside a choice it is somebody who votes.
_POST = re.compile(
    r"(?:міськ|селищн|сільськ)\w+\s+голова\b.{0,60}|секретар\b.{0,60}|(?:голова\s+)?лічильн.{0,80}",
    re.IGNORECASE,
)
_FACTION = re.compile(
    r"(?:депутатськ\w+\s+)?(?:фракці[яї]|груп[аи])\s.{1,100}?|позафракційн\w+(?:\s+депутат\w*)?",
    re.IGNORECASE,
)
_OF_DEPUTIES = re.compile(r"депутат\w+\s.{0,80}\bради")
"""A line of the form of its own would begin with a capital under a title."""
_BRACKETED = re.compile(r"(?P<label>.+?)\s*[(:]\s*(?P<totals>[^()]+)\)?")


def is_form_word(text: str) -> bool:
    """Whether a line consists of words of the form."""
    return bool(form_word_of(text))


def form_word_of(text: str) -> str:
    """What the words of the form are that a line consists of; empty: it is something else."""
    folded = plain(text).strip()
    if _ABOUT.match(folded[:_BEGINNING]) or lead_of(folded) or draft_alone(folded):
        return ""  # «Про затвердження регламенту ради» is a matter
    if _QUESTION.fullmatch(folded):
        return "question"
    unquoted = _QUOTED.sub("X", folded)  # «Група «За майбутнє»»: a choice in a name is none
    known = _named(folded, (*_KNOWN, *_LABELLED)) or _named(unquoted, _KNOWN)
    if known:
        return known
    if is_faction(folded):
        return "faction"
    is_post = _POST.fullmatch(folded) is not None and _CHOICE_WORD.search(folded) is None
    return "signature" if is_post or is_signature(folded) else ""


def _named(text: str, known: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    return next((kind for kind, pattern in known if pattern.fullmatch(text)), "")


def is_signature(text: str) -> bool:
    """«Голова лічильної комісії ______ / Приклад П.І. /»: those who sign, not those who vote."""
    folded = plain(text).strip()
    signs = len(folded) <= LONGEST and _SIGNATURE.fullmatch(folded) is not None
    return signs and _CHOICE_WORD.search(folded) is None


def is_not_held(text: str) -> bool:
    """«ГОЛОСУВАННЯ НЕ ПРОВОДИЛОСЬ»: the matter above it has no votes."""
    return _NOT_HELD.fullmatch(plain(text).strip()) is not None


def is_secret(text: str) -> bool:
    """Whether a line heads the results of a secret ballot, where nobody votes by name."""
    folded = plain(text).strip()
    return _SECRET.match(folded) is not None and not _ABOUT.match(folded[:_BEGINNING])


def is_faction(text: str) -> bool:
    """«Фракція «Зразок» (За - 7, Проти - 0)»: its part of the totals is no total of the vote."""
    match = _BRACKETED.fullmatch(plain(text).strip()) if len(text) <= LONGEST else None
    labelled = match is not None and _FACTION.fullmatch(match["label"]) is not None
    return labelled and match is not None and bool(totals_of(match["totals"]))


def question_of(text: str) -> str:
    """The number on the agenda of a line that says nothing else: «Питання № 4»."""
    match = _QUESTION.fullmatch(plain(text).strip())
    return (match["number"] or match["dotted"].rstrip(".")) if match else ""


def may_go_on(text: str) -> bool:
    """Whether words of the form may go on with a title: «Про звіт | депутатів міської ради»."""
    return _OF_DEPUTIES.match(plain(text).strip()) is not None
