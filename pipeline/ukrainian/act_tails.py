"""The requisites of an act that stand after its own title: «Про …, № 12 від 24.12.2020»."""

import re
from collections.abc import Iterator

from pipeline.ukrainian.act_headers import Header, read_header
from pipeline.ukrainian.act_kinds import FoundKind, find_kinds
from pipeline.ukrainian.dates import DateOrder, find_dates
from pipeline.ukrainian.text import plain

# Where a library says it read the act: «… № 835 // Офіційний вісник України. 2015. № 85».
_PRINTED_IN = re.compile(
    r"\s*(?://(?!\s*(?i:рішен|розпоряд|наказ|постан|ухвал|закон|указ))"
    r"|:\s*станом\s+на|\.\s*-?\s*(?=(?:Офіційний вісник|Відом|Урядовий кур'єр|Голос України"
    r"|Режим доступу|Дата оновлення|URL\b))).*$"
)
_PRINTED = ("//", "станом", "Офіц", "Відом", "Уряд", "Голос", "Режим", "Дата", "URL")
"""What one of stands there: the expression is slow to find that out."""
_DIGIT = re.compile(r"\d")
_MEDIUM = re.compile(r"\s*\[Електронний ресурс\]$", re.IGNORECASE)
_ISSUED = re.compile(r"(?P<kind>\w+)(?:\s+[\w'().-]+){0,14}?(?=\s+(?:від\s|№))", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*[.;]?$")
_BAR = re.compile(r"\s*\|\s*")
_APART = re.compile(
    r"\s*(?:\s-\s|//|[:;|]|(?P<weak>,|(?:(?<=\w{3})|(?<=(?-i:[А-ЯІЇЄҐ]{2})))\.))\s*"
)
_MARKS = ("-", "//", ":", ";", "|", ",", ".")
"""The last sign of what sets an act apart."""
_REQUISITES = re.compile(
    r"\s*(?:\s-|[,;|/]|(?<=\w{3})\.|(?<=[\")])\.)?\s+(?=(?:№|\bN\b|від\s|\d{1,2}\.\d\d\.\d{4})[^;|]*$)",
    re.IGNORECASE,
)
_MAY_BE_REQUISITES = re.compile(r"№|\s[NnВв](?:\b|[іІ][дД])|\d\.\d\d\.\d{4}")
_AMENDING = re.compile(
    r"внесення\s+\w*\s*(?:змін|доповн|уточн)|скасування|втрат|чинн|продовження|зупинення|поновлення"
    r"|внесенн\w+\s+змін|припинення\s+дії|виконання\s+рішен",
    re.IGNORECASE,
)
# Whatever may have a number and a date of its own: then those at the end of a title may be its.
_OTHER_PAPER = re.compile(
    r"рішен|розпорядж|наказ|постанов|закон|указ|ухвал|протокол|догов|договір|контракт|угод|лист|акт"
    r"|дозв|свідоцтв|заяв|висновк|положен|програм|план|поряд[ок]|інструкц|регламент|статут|перелік"
    r"|довідк|подан|припис|доруч|претензі|позов|рахун|ліцензі|сертифікат|ордер|витяг|виписк|звернен"
    r"|петиц|запит|скарг|клопотан|конкурс|торг|аукціон|про[єе]кт|пропозиц|документац|умов(?!и\s+(?:оплати\s+)?праці)|меморандум"
    r"|протест|вимог|розрахун|аналіз|експертиз|суд|справ|кошторис|паспорт|патент|квитк|боргов|облігаці|кредит|позик|застав|додат",
    re.IGNORECASE,
)
# In brackets behind a title these are what it rests on: «Про комісію (протокол від … № 5)».
_PAPERS = re.compile(r"протокол|документ|лист|звіт|витяг|висновок|акт|довідка|доручення|подання")
# The act that a title amends has its own number already: «… рішення № 28-3 «Про бюджет» (№ 40-1)».
# So without its title: «… до рішення від 20.08.2021 № 13-4 (рішення № 15-3)».
_NAMED_WHOLE = re.compile(r"№\s*\S+(?:[^№\"]*\"[^№]*\"|\s+від\s+[\d.]+(?:\s*р\w*\.?)?)?$")
# What the number right behind it is that of: «Про роботу школи № 8 від 01.02.2020».
_NUMBERED = re.compile(
    r"(?<!\w)(?:школ\w*|\w{0,3}зош|знз|нвк|днз|здо|ступен\w+|сад(?:о?к)\w*|освіти|гімназі\w|ліце\w+|заклад\w*"
    r"|будин\w+|буд\.|квартир\w*|кв\.|ділян\w+|маршрут\w*|дільниц\w*|округ\w*|лікарн\w+|аптек\w*|лот\w*"
    r"|бібліотек\w*|корпус\w*|гуртожит\w+|приміщен\w+|котелен\w*|котельн\w*|свердловин\w*)\s*$",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"рішен|розпорядж|наказ|постанов|ухвал|протокол|закон|указ|акт|висновк|доруч", re.IGNORECASE
)
_CONTRACT = re.compile(r"догов|договір|контракт|угод|лист|справ|дозв|свідоц|заяв", re.IGNORECASE)
_OF_A_COUNCIL = re.compile(r"\d[/-][IVXL]+$")
_STATE_BODY = re.compile(r"кабінет\w*\s+міністрів|каб\.|президента|верховної|міністерства", re.I)
# A number that only acts have: with the convocation or the letters of an office (but «12-а» is a
# house), or in brackets with the session.
_OF_AN_OFFICE = re.compile(r"\d(?:[/-][\w]+)*[/-][IVXL]+$|^\d+-(?:р|[а-яіїєґ]{2,3})$")
_OF_A_SESSION = re.compile(r"\d+[-/]\S*|\d+-[а-яіїєґ]{1,3}")
_GOVERNS = re.compile(
    r"(?:ння|ття|ого|ої|их|ими|им|і?й|та|до|у|в|від|з|із|зі|на|за|про|щодо|або"
    r"|пункт\w*|підпункт\w*|частини|абзацу|додатк\w*|тексту|про[єе]кт\w*|змін\w*|дії|дію|чинності"
    r"|чинність|строку|терміну|контролю)$",
    re.IGNORECASE,
)
# «Про сквер - проєкт»: what the site says of the line.
_DRAFT = re.compile(
    r"(?:\s-\s*|\s*[,;|/]\s*|\s*[(\[])(?P<kind>про[єе]кт(?:\s+(?:рішення|розпорядження))?)[)\]]?[\s.]*$",
    re.IGNORECASE,
)
# «16.05.2019 – Про плату – № 137»: a number that a dash sets apart.
_NUMBER_APART = re.compile(r"\s*(?:\s-\s|[|/;])\s*(?P<number>№\s*\S+)$")
_DATED_BEHIND = re.compile(r"\d{4}(?:\s*р(?:оку|\.)?)?\s*№\s*\S+$")
_DAY_BEHIND = re.compile(
    r"(?:\s*[|;]|\s(?P<dash>-)(?=\s)|\s(?=(?P<from>від)\s))\s*(?P<inside>(?:від\s+)?\d[^|;]{7,40})$"
)
_BEFORE_DAY = ("-", "|", ";", "від")
"""What one of stands before such a day."""
_LONGEST_NUMBER = 20
_LONGEST_DAY = 41
"""Signs from the first digit of a day to the end of the line."""
_DRAFTS = ("проєкт", "проект", "рішення", "розпорядження")
_LONGEST_MARK = 8
"""Signs that set requisites apart: a dash or a comma between spaces."""
_LONGEST_TAIL = 200
"""Signs that an act after its own subject may take: «рішення … від … № …»."""


def own_act(subject: str, dates: DateOrder) -> tuple[Header | None, str]:
    """The act that follows its own subject, and the subject without it."""
    if not _DIGIT.search(subject):
        return None, subject  # no number and no day, as in most titles
    attempts = (_own_in_brackets, _own_behind_bar, _own_apart, _own_numbers, _own_of_the_state)
    for attempt in attempts:
        found = attempt(subject, dates)
        if found is not None:
            return found
    return None, subject


def may_bear_number(title: str) -> bool:
    """Whether plain text speaks of an act or a contract, which has a number and a date itself."""
    return bool(_ACT.search(title) or _CONTRACT.search(title) or _AMENDING.search(title))


def draft_tail(subject: str) -> tuple[str, str] | None:
    """The kind that a site adds behind the title of a draft, and the title without it."""
    match = (
        _DRAFT.search(plain(subject)) if subject.rstrip(" .)]").lower().endswith(_DRAFTS) else None
    )
    if match is None:
        return None
    kinds = find_kinds(match["kind"])
    return (kinds[0].words if kinds else "проєкт"), subject[: match.start()]


def number_apart(subject: str, dates: DateOrder, *, dated: bool) -> tuple[Header, str] | None:
    """The number behind a title whose day stands before it; both are apart from the title.

    Without a day only behind the requisites of another act: «… від 01.02.2024 № 3 – № 907».
    """
    match = _NUMBER_APART.search(plain(subject)) if "№" in subject[-_LONGEST_NUMBER:] else None
    header = read_header(match["number"], dates) if match else None
    if match is None or header is None or not (header.number and header.is_whole):
        return None
    title = subject[: match.start()]
    return (header, title) if dated or _DATED_BEHIND.search(plain(title)) else None


def day_apart(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """The day behind a title whose number stands before it: «№ 5 Про план (01.02.2020)».

    A bar sets it apart as brackets do: «№ 5 Про план | 01.02.2020». So does «від», where the title
    speaks of no other paper and of no other day.
    """
    enclosed = subject.rstrip(" .;").endswith((")", "]"))
    if not (enclosed or _DIGIT.search(subject, len(subject) - _LONGEST_DAY)):
        return None
    folded = plain(subject)
    if not enclosed and not any(mark in folded for mark in _BEFORE_DAY):
        return None
    match = (_IN_BRACKETS if enclosed else _DAY_BEHIND).search(folded)
    header = read_header(match["inside"], dates) if match else None
    if match is None or header is None or not (header.date and header.is_whole) or header.number:
        return None
    title = subject[: match.start()]
    if not enclosed and match["from"] and _speaks_of_numbered(title):
        return None
    span = not enclosed and match["dash"] and find_dates(title, dates=dates)
    return None if span else (header, title)


def _speaks_of_numbered(title: str) -> bool:
    """Whether a title speaks of something that may have a day of its own."""
    return bool(_OTHER_PAPER.search(title) or _AMENDING.search(title) or "№" in title)


def _own_in_brackets(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    enclosed = subject.rstrip(" .;").endswith((")", "]"))
    match = _IN_BRACKETS.search(subject) if enclosed else None
    if match is None:
        return None
    header = read_header(plain(match["inside"]), dates)
    # What a title amends is no draft: «Про зміни до бюджету (проєкт рішення № 5 від …)».
    if _PAPERS.match(header.kind or ""):
        return None
    draft = (header.kind or "").startswith("проєкт")
    before = plain(subject[: match.start()])
    if not (draft or _NAMED_WHOLE.search(before)) and _AMENDING.search(before):
        return None
    signed = plain(match["inside"]).lstrip().startswith("№")
    session = _OF_A_SESSION.fullmatch(header.number or "") is not None
    bare = signed and session and header.is_whole
    return (header, subject[: match.start()]) if header.is_an_act or bare else None


def _own_behind_bar(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """«Про … | № 60 | 26.02.2021»: cells of a row, whatever the title speaks of."""
    if "|" not in subject:
        return None
    folded = plain(subject)
    for bar in _BAR.finditer(folded):
        header = read_header(folded[bar.end() :].replace("|", " "), dates)
        if header.number and header.date and header.is_whole:
            return header, subject[: bar.start()]
    return None


def _own_apart(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """«Про …: рішення міської ради від … № …», as a library catalogue writes it."""
    if not find_kinds(plain(subject)):
        return None
    folded = _without_printed_in(plain(subject))
    for kind in _last_kinds(folded):
        if not folded[: kind.start].rstrip().endswith(_MARKS):
            continue  # as most: «до рішення»
        ends = (mark for mark in _APART.finditer(folded, 0, kind.start))
        apart = next((mark for mark in ends if mark.end() == kind.start), None)
        if apart is None or not _stands_free(folded, apart):
            continue
        header = read_header(folded[kind.start :], dates)
        said = _ISSUED.sub(r"\g<kind>", folded[kind.start :], count=1)
        if header.is_an_act and (header.is_whole or read_header(said, dates).is_whole):
            return header, _MEDIUM.sub("", subject[: apart.start()])
    return None


def _without_printed_in(folded: str) -> str:
    may_be = any(word in folded for word in _PRINTED)
    return _PRINTED_IN.sub("", folded) if may_be else folded


def _stands_free(folded: str, mark: re.Match[str]) -> bool:
    """Whether the act after a comma or a stop is this one, not one that the title speaks of."""
    if not mark["weak"]:
        return True
    end = mark.start()
    sentence = mark["weak"] == "." and folded[mark.end()].isupper()
    other = None if sentence else _OTHER_PAPER.search(folded, 0, end)
    return not (other or _AMENDING.search(folded, 0, end))


def _own_numbers(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """«Про …, № 12 від 24.12.2020», «Про … № 5-1/VIII», where no other paper is spoken of."""
    folded = plain(subject)
    start = max(0, len(folded) - _LONGEST_TAIL)
    first = _MAY_BE_REQUISITES.search(folded, start)
    if first is None:
        return None  # as most titles: the expression below is slow to find that out
    for place in _REQUISITES.finditer(folded, max(start, first.start() - _LONGEST_MARK)):
        tail = folded[place.end() :]
        if not _DIGIT.search(tail) or tail.count("№") > 1 or _ACT.search(folded, 0, place.start()):
            break  # no number without a digit, or it may be of that act: here and further on
        header = read_header(tail, dates)
        of_office = _OF_AN_OFFICE.search(header.number or "")
        own = header.number and (header.date or of_office) and header.is_whole
        own = own and not _NUMBERED.search(folded, 0, place.start() + 1)
        if own and not _may_be_of_another(folded[: place.start()], header):
            return header, subject[: place.start()]
    return None


def _may_be_of_another(title: str, header: Header) -> bool:
    """Whether the title speaks of something that could bear this number.

    A number with its convocation is of a decision: a programme or a statute that the title names
    bears it only where the title amends it.
    """
    if not _OTHER_PAPER.search(title):
        return False
    of_council = _OF_A_COUNCIL.search(header.number or "")
    return not of_council or bool(_AMENDING.search(title))


def _own_of_the_state(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """«Про … області розпорядження Кабінету Міністрів від … № …»: nothing governs the last part.

    So with an act of a council after a title that speaks of no other paper and changes none.
    """
    folded = plain(subject)
    for kind in _last_kinds(folded):
        before = folded[: kind.start].split()
        free = before and not _GOVERNS.search(before[-1]) and before[-1][-1].isalpha()
        if not free or not (_STATE_BODY.search(kind.words) or _is_of_council(folded, kind)):
            continue
        header = read_header(folded[kind.start :], dates)
        if header.is_an_act and header.is_whole:
            return header, subject[: kind.start]
    return None


def _is_of_council(folded: str, kind: FoundKind) -> bool:
    """Whether it may be the act of a council itself: named with its body, after another matter."""
    before = folded[: kind.start]
    issued = kind.words != kind.head and not kind.head.startswith("проєкт")
    return issued and not (_OTHER_PAPER.search(before) or _AMENDING.search(before))


def _last_kinds(folded: str) -> Iterator[FoundKind]:
    start = len(folded) - _LONGEST_TAIL
    return (kind for kind in find_kinds(folded) if kind.start >= start)
