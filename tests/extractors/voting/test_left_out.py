"""Lines of a protocol that are part of no vote: none is lost without a word."""

import pytest

from pipeline import messages
from pipeline.extractors import votes
from pipeline.extractors.voting.account import KINDS
from pipeline.extractors.voting.form_words import form_word_of
from pipeline.extractors.voting.protocol import read_roll_calls
from pipeline.extractors.voting.roll_call import RollCalls
from pipeline.model import Extraction, Finding, Severity
from pipeline.parameters.votes import VotesParameters
from tests.extractors.counting.reading import as_document

MEETING = "УКРАЇНА\n12 сесія VIII скликання від 06.04.2021\n"
PAIR = "1. Вигаданенко П.І.\tЗа\n2. Зразковий О.П.\tПроти\n"
TOTALS = "З НИХ:\nЗа: 1\nПроти: 1\nРішення не прийнято\n"
WHOLE = f"{MEETING}Про план\n№\tПІБ\tГолос\n{PAIR}{TOTALS}"
LISTED = [
    {"id": "1", "name": "Вигаданенко Петро Іванович"},
    {"id": "2", "name": "Зразковий Олег Петрович"},
    {"id": "3", "name": "Умовна Олена Іванівна"},
]


def read(text: str) -> RollCalls:
    return read_roll_calls(as_document(text))


def left(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in read(text).left_out:
        found.setdefault(one.kind, []).append(one.line.text)
    return found


def extract(text: str) -> Extraction:
    parameters = VotesParameters.model_validate({"deputies": LISTED})
    return votes.extract([as_document(text)], parameters)


def said(text: str, code: str) -> list[Finding]:
    return [one for one in extract(text).findings if one.code == code]


STRANGE = "Незрозумілі слова"


@pytest.mark.parametrize("at", range(WHOLE.count("\n") + 1))
@pytest.mark.parametrize("more", ["", "В цілому\n" + PAIR + TOTALS, "Про звіт\n" + PAIR + TOTALS])
def test_no_line_is_lost_wherever_it_stands(at: int, more: str) -> None:
    lines = (WHOLE + more).split("\n")
    found = read("\n".join([*lines[:at], STRANGE, *lines[at:]]))
    told = [one.line.text for one in found.left_out]
    told += [line.text for call in found.calls for line in call.unread]
    titles = [call.heading.title for call in found.calls]
    assert STRANGE in told or any(STRANGE in title for title in titles)


def test_what_is_read_is_not_left_out() -> None:
    assert left(WHOLE) == {
        "letterhead": ["УКРАЇНА"], "columns": ["№ ПІБ Голос"], "totals-head": ["З НИХ:"],
    }  # fmt: skip
    marks = "№|ПІБ|За|Проти\n1|Вигаданенко П.І.|+|\nУмовні позначення: + – за\n"
    assert left(f"12 сесія VIII скликання\nПро план\n{marks}") == {}
    assert left("12 сесія VIII скликання\nПро план\nЗА:\nВигаданенко П.І.\n") == {}


def test_the_lines_of_a_file_are_counted_by_name_in_one_finding() -> None:
    (finding,) = said(WHOLE, "vote-lines-left-out")
    assert (finding.severity, finding.place.line) == (Severity.INFO, 1)
    counted = {name: number for name, number in finding.details.items() if number}
    assert counted == {"count": 3, "letterhead": 1, "columns": 1, "totals-head": 1}
    for language in messages.LANGUAGES:
        sentence = messages.text(language, "finding-vote-lines-left-out", finding.details)
        assert sentence.count(": 1.") == 3
    assert not said("12 сесія VIII скликання\nПро план\n" + PAIR, "vote-lines-left-out")


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_words(language: str, kind: str) -> None:
    details = {"count": 1, **dict.fromkeys(KINDS, 0), kind: 1}
    sentence = messages.text(language, "finding-vote-lines-left-out", details)
    assert sentence.endswith(": 1.")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Депутатів Зразкової міської ради", "letterhead"),
        ("Система поіменного голосування", "program"),
        ("Поіменне голосування № 4", "form-title"),
        ("№: 12", "vote-number"),
        ("РЕЗУЛЬТАТИ РЕЄСТРАЦІЇ ДЕПУТАТІВ", "registration"),
        ("Рішення від _____ № ____", "empty-form"),
        ("Рішення ухвалює більшість від складу", "majority"),
        ("ГОЛОСУВАЛИ:", "totals-head"),
        ("№ Прізвище Вибір", "columns"),
        ("Порядок денний:", "agenda"),
        ("Сторінка 2 з 3", "page"),
        ("Депутатська група «За майбутнє»", "faction"),
        ("Фракція «Зразок» (За - 7, Проти - 0)", "faction"),
        ("Тип голосування: поіменне", "conditions"),
        ("Присутні: Вигаданенко П.І.", "who-came"),
        ("Доповідач: Вигаданенко П.І.", "speakers"),
        ("Питання № 4", "question"),
        ("Голова лічильної комісії Уявний Т.О.", "signature"),
        ("Про реєстрацію статуту", ""),
        ("Вигаданенко П.І.", ""),
    ],
)
def test_words_of_the_form_have_a_name(line: str, kind: str) -> None:
    assert form_word_of(line) == kind
    assert not kind or kind in KINDS


CAME = {
    "in words": "Присутні: Вигаданенко П.І., Зразковий О.П.\nВідсутні: Умовна О.І.\n",
    "numbered": "Присутні – 2 депутати: Вигаданенко П.І., Зразковий О.П.\n"
    "Відсутні – 1: Умовна О.І.\n",
    "over two lines": "Присутні на сесії депутати ради: Вигаданенко П.І.,\nЗразковий О.П.\n"
    "Відсутні: Умовна О.І. (у відрядженні)\n",
    "under heads": "Присутні:\n1. Вигаданенко П.І.\n2. Зразковий О.П.\nВідсутні:\n1. Умовна О.І.\n",
    "in rows under numbers": "Присутні – 2\nВигаданенко П.І.\tЗразковий О.П.\nВідсутні – 1\n"
    "Умовна О.І.\n",
    "a registration": "РЕЄСТРАЦІЯ\nВигаданенко П.І.\tприсутній\nЗразковий О.П.\tприсутній\n"
    "Умовна О.І.\tвідсутня\n",
    "words under names": "Вигаданенко П.І.\nприсутній\nЗразковий О.П.\nприсутній\nУмовна О.І.\n"
    "відсутня\n",
    "two in a row": "1\tВигаданенко П.І.\tприсутній\t2\tЗразковий О.П.\tприсутній\n"
    "3\tУмовна О.І.\tвідсутня\n",
}


@pytest.mark.parametrize("form", CAME)
def test_who_came_is_counted_and_is_no_vote_no_title_and_no_number(form: str) -> None:
    found = read(f"{MEETING}{CAME[form]}Про план\n{PAIR}{TOTALS}")
    (call,) = found.calls
    assert (call.heading.title, call.heading.number) == ("Про план", "")
    assert [vote.name for vote in call.votes] == ["Вигаданенко П.І.", "Зразковий О.П."]
    assert (call.printed, call.unread) == ({"for": 1, "against": 1}, ())
    people: dict[str, set[str]] = {}
    for one in found.left_out:
        people.setdefault(one.kind, set()).update(one.people)
    assert people["present"] == {"Вигаданенко П.І.", "Зразковий О.П."}
    assert people["absent"] == {"Умовна О.І."}


def test_the_place_of_the_finding_is_that_of_the_list() -> None:
    (finding,) = said(f"{MEETING}{CAME['in words']}Про план\n{PAIR}", "vote-lines-left-out")
    assert (finding.place.line, finding.details["present"], finding.details["absent"]) == (3, 1, 1)


@pytest.mark.parametrize(
    "absent", ["Відсутні: Умовна О.І.\n", "Умовна О.І. – відсутня\nУявна Т.О. – відсутня\n"]
)
def test_those_absent_above_the_first_matter_are_no_vote(absent: str) -> None:
    (call,) = read(f"{MEETING}{absent}Про план\n{PAIR}").calls
    assert (call.heading.title, len(call.votes)) == ("Про план", 2)
    # Under another title they may be of its votes, so a person has to look.
    (titled,) = read(f"{MEETING}Звіт голови\n{absent}Про план\n{PAIR}").calls
    assert titled.heading.title == "Звіт голови"
    assert [line.text for line in titled.unread] == ["Про план"]


def test_names_with_choices_under_them_are_votes_whatever_stands_above() -> None:
    rows = "Вигаданенко П.І.\nЗа\nЗразковий О.П.\nПроти\n"
    (call,) = read(f"{MEETING}Про план\nПрисутні:\n{rows}").calls
    assert [vote.choice.value for vote in call.votes] == ["За", "Проти"]


def test_other_totals_beside_those_present_are_kept() -> None:
    (call,) = read(f"{MEETING}Про план\n{PAIR}Присутні 2, за: 1\nВигаданенко П.І.\n").calls
    assert call.printed == {"present": 2, "for": 1}


def test_a_deputy_who_came_and_is_in_no_vote_is_said_with_the_place() -> None:
    came = "Присутні: Вигаданенко П.І., Умовна О.І., Гість Т.О.\n"
    (finding,) = said(f"{MEETING}{came}Про план\n{PAIR}", "present-in-no-vote")
    assert (finding.severity, finding.place.line) == (Severity.WARNING, 3)
    assert (finding.value, finding.details) == ("Умовна Олена Іванівна", {"count": 1})
    voted = PAIR + "3. Умовна О.І.\tЗа\n"
    assert not said(f"{MEETING}{came}Про план\n{voted}", "present-in-no-vote")


def test_who_was_absent_and_voted_may_have_come_late() -> None:
    absent = "Відсутні: Зразковий О.П., Умовна О.І.\n"
    (finding,) = said(f"{MEETING}{absent}Про план\n{PAIR}", "absent-yet-voted")
    assert (finding.severity, finding.place.line) == (Severity.INFO, 3)
    assert finding.value == "Зразковий Олег Петрович"
    away = PAIR.replace("Проти", "Відсутній")
    assert not said(f"{MEETING}{absent}Про план\n{away}", "absent-yet-voted")


def test_lines_that_nobody_knows_are_said_with_their_place() -> None:
    first, second = said(
        f"{WHOLE}Слово мав гість\n\nі ще один\nСторінка 2\n\n\nОголошено перерву\n",
        "vote-words-not-read",
    )
    line = WHOLE.count("\n") + 1
    assert (first.severity, first.place.line) == (Severity.WARNING, line)
    assert (first.value, first.details["count"]) == ("Слово мав гість", 2)
    assert (second.value, second.details["count"]) == ("Оголошено перерву", 1)
    assert all(messages.text("uk", f"finding-{one.code}", one.details) for one in (first, second))


def test_a_file_without_votes_is_said_once() -> None:
    assert [one.code for one in extract("Про звіт\nЩе щось").findings] == ["no-votes-in-document"]


@pytest.mark.parametrize(
    ("lines", "kind", "told"),
    [
        ("ГОЛОСУВАННЯ НЕ ПРОВОДИЛОСЬ\nПро звіт\n" + PAIR, "not-held",
         ["Про план", "ГОЛОСУВАННЯ НЕ ПРОВОДИЛОСЬ"]),
        (PAIR + TOTALS + "Голосування за пропозицію\n" + PAIR + TOTALS, "further-vote",
         ["Голосування за пропозицію"]),
        (PAIR + "За: 1\nЗа: 2\n", "further-totals", ["За: 2"]),
        ("1. Вигаданенко П.І.\tЗа\nПро план\n2. Зразковий О.П.\tПроти\n", "repeated",
         ["Про план"]),
    ],
)  # fmt: skip
def test_what_else_is_part_of_no_vote(lines: str, kind: str, told: list[str]) -> None:
    assert left(f"{MEETING}Про план\n{lines}")[kind] == told


def test_matters_listed_above_and_those_of_no_column() -> None:
    agenda = "Порядок денний:\n1. Про бюджет\n2. Про план\n2. Про план\n"
    assert left(MEETING + agenda + PAIR)["agenda"] == [
        "Порядок денний:", "1. Про бюджет", "2. Про план",
    ]  # fmt: skip
    table = "№\tПІБ\t1\t2\n1\tВигаданенко П.І.\tза\tза\n"
    found = left(f"{MEETING}Питання:\n1. Про план\n2. Про звіт\n3. Про бюджет\n{table}{table}")
    assert (found["above-table"], found["agenda"]) == (["Питання:"], ["3. Про бюджет"])
    assert found["columns"] == ["№ ПІБ 1 2"] * 2
    # A table of no vote is not read, so it is said beside those that are.
    other = left(f"{MEETING}№\tМісце\t1\t2\n\tЗа:\t1\t0\n\nПро план\n{PAIR}")
    assert other["other"] == ["№ Місце 1 2", "За: 1 0"]


def test_a_further_vote_has_no_time_of_the_vote_before() -> None:
    meeting = "12 сесія VIII скликання від 06.04.2021\n10:15:20\n"
    text = f"{meeting}Про план\n{PAIR}{TOTALS}"
    first, second = read(f"{text}В цілому\n{PAIR}{TOTALS}").calls
    assert (first.heading.time, second.heading.time, second.part) == ("10:15:20", "", 2)
    assert (second.heading.title, second.heading.session) == ("Про план", "12")
    _, timed = read(f"{text}10:25:30\nВ цілому\n{PAIR}{TOTALS}").calls
    assert timed.heading.time == "10:25:30"


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("5", "", "Про план"),
        ("4|Незрозумілий рядок|7", "", "Про план"),
        ("2. Умовна О.І.", "", "Про план"),
        ("№ 5", "5", "Про план"),
        ("Номер 5", "5", "Про план"),
        ("06.04.2021 м. Вигадань № 5/20", "5/20", "Про план"),
    ],
)
def test_a_number_of_a_row_or_a_page_is_that_of_no_decision(
    line: str, number: str, title: str
) -> None:
    (call,) = read(f"{MEETING}{line}\nПро план\n{PAIR}").calls
    assert (call.heading.number, call.heading.title) == (number, title)


@pytest.mark.parametrize("number", ["", " (2)"])
def test_two_names_in_a_row_of_a_list_are_two_people(number: str) -> None:
    rows = f"ЗА{number}:\nВигаданенко П.І.\tЗразковий О.П.\nПРОТИ:\nУмовна О.І.\n"
    (call,) = read(f"{MEETING}Про план\n{rows}").calls
    assert [(vote.name, vote.choice.value) for vote in call.votes] == [
        ("Вигаданенко П.І.", "За"), ("Зразковий О.П.", "За"), ("Умовна О.І.", "Проти"),
    ]  # fmt: skip
