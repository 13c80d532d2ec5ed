"""Words before a matter: kept out of its title, the number of a draft among them read."""

import pytest

from pipeline.extractors.voting.leads import draft_alone, draft_in, lead_of
from pipeline.extractors.voting.protocol import read_roll_calls
from pipeline.extractors.voting.roll_call import RollCall
from tests.extractors.counting.reading import as_document

ROWS = """№|ПІБ|Голос|
1|Вигаданенко Петро Іванович|ЗА|
2|Примарна Ольга Олегівна|ПРОТИ|
РІШЕННЯ НЕ ПРИЙНЯТО
"""


def call(*above: str) -> RollCall:
    lines = ("8 сесія VII скликання", "12.03.2019", *above)
    (found,) = read_roll_calls(as_document("\n".join(lines) + "\n" + ROWS)).calls
    return found


@pytest.mark.parametrize(
    ("above", "code"),
    [
        (["Назва: Про план"], ""),
        (["Тема: про план"], ""),
        (["Назва проєкту рішення: Про план"], ""),
        (["Питання порядку денного: Про план"], ""),
        (["по питанню порядку денного № 5", "Про план"], ""),
        (["з питання: «Про план»"], ""),
        (["Результати поіменного голосування з питання «Про план»"], ""),
        (["Поіменне голосування депутатів міської ради по питанню № 12 «Про план»"], ""),
        (["За проект рішення № 34/91", "«Про план»"], "34/91"),
        (["Поіменне голосування за проєкт рішення № 34/91 «Про план»"], "34/91"),
        (["Голосування за проект № 34/91", "Про план"], "34/91"),
        (["Номер проєкту рішення: 34/91", "Про план"], "34/91"),
    ],
)
def test_what_leads_to_a_matter_is_no_part_of_it(above: list[str], code: str) -> None:
    heading = call(*above).heading
    assert (heading.title.lower(), heading.code, heading.number) == ("про план", code, "")


@pytest.mark.parametrize(
    "title", ["Щодо питання про план", "Про результати голосування", "За мир: звернення"]
)
def test_a_title_that_begins_with_such_words_is_whole(title: str) -> None:
    assert call(title).heading.title == title


def test_the_day_of_a_draft_is_not_that_of_the_vote() -> None:
    heading = call("Проєкт рішення № 34/91 від 01.03.2019", "Про план").heading
    assert (str(heading.day), heading.code) == ("2019-03-12", "34/91")


@pytest.mark.parametrize("text", ["Про план", "Щодо питання про план", "За", "проєкт № 5 в цілому"])
def test_other_lines_lead_to_nothing(text: str) -> None:
    assert (lead_of(text), draft_in(lead_of(text)), draft_alone(text)) == ("", "", "")


def test_labels_of_a_system_under_the_title() -> None:
    under = ("Сесія: XXIX", "Скликання: VIII", "Номер: 6.2.", "Проголосовано: 09.06.2022 11:00:49")
    (found,) = read_roll_calls(as_document("\n".join(("Про план", *under)) + "\n" + ROWS)).calls
    heading = found.heading
    assert (heading.title, heading.session, heading.convocation) == ("Про план", "XXIX", "VIII")
    assert (str(heading.day), heading.time, heading.question) == ("2022-06-09", "11:00:49", "6.2")


def test_a_convocation_alone_on_its_line() -> None:
    text = "VIII скликання\n5 сесія\nПро план\nна рік\n" + ROWS
    heading = read_roll_calls(as_document(text)).calls[0].heading
    assert (heading.title, heading.session, heading.convocation) == ("Про план на рік", "5", "VIII")
    assert call("Про регламент ради", "VI скликання").heading.convocation == "VII"


def test_a_day_with_the_time_under_a_title_is_that_of_the_vote() -> None:
    text = "8 сесія VII скликання\nПро план\n20.11.2016 11:12:13\n" + ROWS
    (found,) = read_roll_calls(as_document(text)).calls
    assert (found.heading.title, str(found.heading.day)) == ("Про план", "2016-11-20")
    assert call("Про план на", "20.11.2016").heading.title == "Про план на 20.11.2016"


def test_a_line_of_a_title_that_looks_like_the_form() -> None:
    line = "депутатів Зразкової міської ради"
    assert call("Про звіт", line, "за рік").heading.title == f"Про звіт {line} за рік"
    assert call("«Про звіт»", line).heading.title == "Про звіт"
    assert call(line, "Про звіт").heading.title == "Про звіт"
