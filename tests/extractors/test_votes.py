"""Protocols of roll calls: every layout, several votes in a file, totals counted again."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from pipeline.extractors import votes
from pipeline.extractors.voting.protocol import read_roll_calls
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.extractors.voting.voters import voters_of
from pipeline.model import Extraction
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.parameters.votes import Deputy, VotesParameters
from pipeline.readers import document
from pipeline.readers.document import Document
from pipeline.ukrainian.vote_totals import Outcome
from pipeline.ukrainian.votes import Choice
from tests.extractors.counting.reading import as_document, snapshot

HEAD = """УКРАЇНА
Зразкова міська РАДА
ВІДКРИТЕ ГОЛОСУВАННЯ
V сесія Зразкової міської ради VII скликання
місто Вигадань
Рішення  від   01.07.2016   №5/20

Про затвердження
плану
  Рішення ухвалює БІЛЬШІСТЬ ВІД ЗАГАЛЬНОГО СКЛАДУ
"""
ROWS = """№ п/п|Прізвище, Ім'я, По-батькові| Вибір|
 1| Вигаданенко Петро Іванович| ЗА|
 2| Зразковий Олег Петрович| УТРИМАВСЯ|
 3| Примарна Ольга Олегівна| НЕ ГОЛОСУВАЛА|
   УСЬОГО:   3|
"""
TOTALS = """УСЬОГО ПРОГОЛОСУВАЛО:  3
З НИХ:
"ЗА":  1
"ПРОТИ":  0
"УТРИМАЛОСЬ":  1
"НЕ ГОЛОСУВАЛО":  1
   РІШЕННЯ НЕ ПРИЙНЯТО
Посада 	Прізвище
"""


def calls(text: str) -> tuple[RollCall, ...]:
    return read_roll_calls(as_document(text)).calls


def extract(*texts: str, **parameters: object) -> Extraction:
    documents = [as_document(text, f"votes/{at}.rtf") for at, text in enumerate(texts)]
    return votes.extract(documents, VotesParameters.model_validate(parameters))


def table(extraction: Extraction, name: str) -> pd.DataFrame:
    return next(one.frame for one in extraction.tables if one.name == name)


def said(extraction: Extraction, code: str) -> list[dict[str, object]]:
    return [dict(one.details) for one in extraction.findings if one.code == code]


def test_the_star_of_a_note_is_no_part_of_a_name() -> None:
    (call,) = calls(HEAD + ROWS.replace("Петрович|", "Петрович*|") + TOTALS)
    assert (call.votes[1].name, call.unread) == ("Зразковий Олег Петрович", ())


def test_a_protocol() -> None:
    (call,) = calls(HEAD + ROWS + TOTALS)
    heading = call.heading
    assert (heading.session, heading.convocation, heading.number) == ("V", "VII", "5/20")
    assert str(heading.day) == "2016-07-01"
    assert heading.title == "Про затвердження плану"
    assert [vote.choice for vote in call.votes] == [
        Choice.FOR, Choice.ABSTAINED, Choice.NOT_VOTING,
    ]  # fmt: skip
    assert call.printed == {"all": 3, "for": 1, "against": 0, "abstained": 1, "not_voting": 1}
    assert call.outcome is Outcome.NOT_ADOPTED
    assert not call.unread


@pytest.mark.parametrize(
    ("line", "session", "convocation"),
    [
        ("V сесія Зразкової міської ради VII скликання", "V", "VII"),
        ("\u0406\u0406\u0406 сесія Зразкової міської ради V\u0406\u0406 скликання", "III", "VII"),
        ("17-та сесія Зразкової міської ради VII скликання", "17", "VII"),
        ("позачергова XX сесія міської ради 8 скликання", "XX", "8"),
        ("12 (позачергова) сесія VIII скликання", "12", "VIII"),
        ("VIII скликання V сесія", "V", "VIII"),
        ("Сесія: XXIX, Скликання: VIII", "XXIX", "VIII"),
        ("Сесія №42, скликання №7", "42", "7"),
    ],
)
def test_session_and_convocation(line: str, session: str, convocation: str) -> None:
    head = HEAD.replace("V сесія Зразкової міської ради VII скликання", line)
    (call,) = calls(head + ROWS + TOTALS)
    assert (call.heading.session, call.heading.convocation) == (session, convocation)


@pytest.mark.parametrize("line", ["Рішення від _________ № ______", "Рішення  від"])
def test_an_empty_form_is_no_title(line: str) -> None:
    head = HEAD.replace("Рішення  від   01.07.2016   №5/20", line)
    (call,) = calls(head + ROWS + TOTALS)
    assert (call.heading.title, call.heading.day) == ("Про затвердження плану", None)


LAYOUTS = {
    "text with dashes": """1. Вигаданенко П. І. – За
2. Зразковий О. П. – Утримався
3. Примарна О. О. - Не голосувала
""",
    "columns of spaces": """1   Вигаданенко Петро Іванович     За
2   Зразковий Олег Петрович   Утримався
3   Примарна О. О.   не голосувала
""",
    "two columns of people": """1|Вигаданенко П. І.|За|3|Примарна О. О.|Не голосувала|
2|Зразковий О. П.|Утримався||||
""",
    "a faction between": """1|Вигаданенко Петро Іванович|Слуга Міста|За|
2|Зразковий Олег Петрович|Рух Зразків|Утримався|
3|Примарна О. О.|Рух Зразків|Не голосувала|
""",
    "numbers without a space": """1.Вигаданенко П. І. – За
2.Зразковий О. П. – Утримався
3.Примарна О. О. - Не голосувала
""",
    "a broken name": """| 1 |Вигаданенко Петро| ЗА |
|   |Іванович| |
| 2 |Зразковий Олег Петрович| УТРИМАВСЯ |
| 3 |Примарна О. О.|НЕ ГОЛОСУВАЛА|
""",
    "a lost end of a row": """1|Вигаданенко П. І.|ЗА|\x0cpard 2|Зразковий О. П.|УТРИМАВСЯ|
3|Примарна О. О.|НЕ ГОЛОСУВАЛА|
""",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_votes(layout: str) -> None:
    (call,) = calls(HEAD + LAYOUTS[layout] + TOTALS)
    found = {vote.name.split()[0]: vote.choice for vote in call.votes}
    assert found == {
        "Вигаданенко": Choice.FOR,
        "Зразковий": Choice.ABSTAINED,
        "Примарна": Choice.NOT_VOTING,
    }
    assert not call.unread
    if layout == "a broken name":
        assert call.votes[0].name == "Вигаданенко Петро Іванович"


def test_several_votes_on_one_matter_in_one_file() -> None:
    again = "Рішення ухвалює БІЛЬШІСТЬ ВІД ЗАГАЛЬНОГО СКЛАДУ\n" + ROWS + TOTALS
    found = calls(HEAD + ROWS + TOTALS + again + again)
    assert [call.part for call in found] == [1, 2, 3]
    assert {call.heading.title for call in found} == {"Про затвердження плану"}
    extraction = extract(HEAD + ROWS + TOTALS + again)
    assert list(table(extraction, "voteEvents")["uid"]) == ["2016-07-01-5-20", "2016-07-01-5-20-2"]
    assert len(table(extraction, "motions")) == 1


def test_another_matter_in_the_same_file_keeps_the_meeting() -> None:
    other = "(s-zr-17) Про звіт\n" + ROWS + TOTALS
    first, second = calls(HEAD + ROWS + TOTALS + other)
    assert (second.heading.code, second.heading.title) == ("s-zr-17", "Про звіт")
    assert (second.heading.day, second.heading.session) == (first.heading.day, "V")
    assert (second.part, second.heading.number) == (1, "")


@pytest.mark.parametrize(
    "line",
    [
        " 4| Умовна Олена Іванівна| ЗАА|",
        " 4| Умовна Олена Іванівна| |",
        " 4| | ЗА|",
        " 4| Умовна| ЗА|",
        " 4| Умовна Олена Іванівна| Уявний Іван Олегович| ЗА| ПРОТИ|",
        " 4| Умовна Олена Іванівна| | 5| Уявний Іван Олегович| ЗА|",
        " 4| Умовна Олена Іванівна| ЗА| 5| уявний| ПРОТИ|",
        "4. Умовна – за",
    ],
)
def test_a_row_that_is_not_read_is_an_error_with_its_place(line: str) -> None:
    extraction = extract(HEAD + ROWS + line + "\n" + TOTALS)
    (finding,) = [one for one in extraction.findings if one.code == "vote-not-read"]
    assert finding.place.line == HEAD.count("\n") + ROWS.count("\n") + 1


def test_two_names_before_two_choices_are_nobodys_votes() -> None:
    row = " 4| Умовна Олена Іванівна| Уявний Іван Олегович| ЗА| ПРОТИ|\n"
    assert len(table(extract(HEAD + ROWS + row + TOTALS), "vote")) == 3


def test_a_first_row_that_is_not_read_is_no_title() -> None:
    rows = ROWS.replace("Вигаданенко Петро Іванович", "(нерозбірливо)")
    extraction = extract(HEAD + rows + TOTALS)
    assert [one.code for one in extraction.findings if one.code == "vote-not-read"]
    assert set(table(extraction, "motions")["title"]) == {"Про затвердження плану"}


@pytest.mark.parametrize("rows", [" 1| Вигаданенко| ЗА|\n 2| Зразковий| ПРОТИ|\n", ""])
def test_a_further_vote_without_a_read_name_is_not_lost(rows: str) -> None:
    again = "Рішення ухвалює БІЛЬШІСТЬ ВІД ЗАГАЛЬНОГО СКЛАДУ\n" + rows + TOTALS
    extraction = extract(HEAD + ROWS + TOTALS + again)
    unread = [one for one in extraction.findings if one.code == "vote-not-read"]
    assert unread
    assert all(one.place.line and one.place.line > 20 for one in unread)


def test_requisites_and_title_in_one_line() -> None:
    head = HEAD.replace("Рішення  від   01.07.2016   №5/20\n", "")
    head = head.replace("Про затвердження", "Рішення від 01.07.2016 №5/20 Про затвердження")
    (call,) = calls(head + ROWS + TOTALS)
    heading = call.heading
    assert (heading.number, str(heading.day)) == ("5/20", "2016-07-01")
    assert heading.title == "Про затвердження плану"


def test_words_under_the_names_are_no_part_of_a_name() -> None:
    rows = "1. Зразковий Олег – За\nПідсумки\n"
    extraction = extract(HEAD + rows + TOTALS)
    assert set(table(extraction, "votings")["voterName"]) == {"Зразковий Олег"}
    assert [one.value for one in extraction.findings if one.code == "vote-not-read"] == ["Підсумки"]


@pytest.mark.parametrize("line", ["", "V сесія Зразкової міської ради"])
def test_a_convocation_that_nobody_names_is_no_row(line: str) -> None:
    head = HEAD.replace("V сесія Зразкової міської ради VII скликання", line)
    extraction = extract(head + ROWS + TOTALS)
    assert table(extraction, "convocations").empty
    assert list(table(extraction, "sessions")["label"]) == (["V сесія"] if line else [])
    assert {"what": "session"} in said(extraction, "vote-without")


def test_totals_above_the_names_are_compared_too() -> None:
    above = "".join(line for line in TOTALS.splitlines(keepends=True) if "Посада" not in line)
    (call,) = calls(HEAD + above + ROWS)
    assert (call.printed["for"], call.outcome) == (1, Outcome.NOT_ADOPTED)
    assert call.heading.title == "Про затвердження плану"
    extraction = extract(HEAD + above.replace('"ЗА":  1', '"ЗА":  2') + ROWS)
    assert said(extraction, "vote-totals-differ")


def test_two_stages_of_one_decision_are_two_votes() -> None:
    stages = [HEAD.replace("плану", f"плану ({how})") for how in ("за основу", "в цілому")]
    frame = table(extract(*(head + ROWS + TOTALS for head in stages)), "voteEvents")
    assert list(frame["uid"]) == ["2016-07-01-5-20", "2016-07-01-5-20-2"]


def test_totals_that_the_names_do_not_give() -> None:
    extraction = extract(HEAD + ROWS + TOTALS.replace('"ЗА":  1', '"ЗА":  2'))
    told = said(extraction, "vote-totals-differ")
    assert told == [{"vote": "2016-07-01-5-20", "column": "votingFor", "printed": 2, "counted": 1}]
    assert list(table(extraction, "voteEvents")["votingFor"]) == ["2"], "printed is published"
    assert not said(extract(HEAD + ROWS + TOTALS), "vote-totals-differ")


def test_absent_and_not_voting_are_kept_apart() -> None:
    rows = ROWS.replace("НЕ ГОЛОСУВАЛА", "ВІДСУТНЯ")
    frame = table(extract(HEAD + rows + TOTALS), "vote")
    assert list(frame["result"]) == ["За", "Утримався", "Відсутній"]


def test_the_same_protocol_twice_is_read_once() -> None:
    extraction = extract(HEAD + ROWS + TOTALS, HEAD + ROWS + TOTALS)
    assert len(table(extraction, "voteEvents")) == 1
    assert said(extraction, "vote-repeated") == [{"vote": "2016-07-01-5-20"}]


def test_a_second_vote_on_the_matter_in_another_file_is_another_vote() -> None:
    other = ROWS.replace("УТРИМАВСЯ", "ЗА")
    frame = table(extract(HEAD + ROWS + TOTALS, HEAD + other + TOTALS), "voteEvents")
    assert list(frame["uid"]) == ["2016-07-01-5-20", "2016-07-01-5-20-2"]


def test_numbers_that_look_alike_as_identifiers_are_told_apart() -> None:
    slash, dash = HEAD + ROWS + TOTALS, (HEAD + ROWS + TOTALS).replace("№5/20", "№5-20")
    found = extract(slash, dash)
    motions = list(table(found, "motions")["uid"])
    assert motions[1] == "2016-07-01-5-20"
    assert re.fullmatch(r"2016-07-01-5-20-[0-9a-f]{10}", motions[0])
    assert list(table(found, "voteEvents")["uid"]) == motions
    assert list(table(extract(slash), "motions")["uid"]) == ["2016-07-01-5-20"]


def test_two_titles_under_one_number_are_said() -> None:
    other = (HEAD + ROWS + TOTALS).replace("плану", "бюджету")
    found = extract(HEAD + ROWS + TOTALS, other)
    assert [one["motion"] for one in said(found, "vote-under-another-title")] == ["2016-07-01-5-20"]
    assert list(table(found, "voteEvents")["uid"]) == ["2016-07-01-5-20", "2016-07-01-5-20-2"]
    assert not said(extract(HEAD + ROWS + TOTALS), "vote-under-another-title")


def test_a_document_without_votes_is_an_error() -> None:
    extraction = extract("Про звіт\nРішення прийнято")
    assert [one.code for one in extraction.findings] == ["no-votes-in-document"]


DEPUTIES = (
    Deputy(id="1", name="Вигаданенко Петро Іванович"),
    Deputy(id="2", name="Примарна Ольга Олегівна", also=("Стара Ольга Олегівна",)),
    Deputy(id="3", name="Вигаданенко Павло Ігорович"),
)


@pytest.mark.parametrize(
    ("printed", "id_"),
    [
        ("Вигаданенко Петро Іванович", "1"),
        ("ВИГАДАНЕНКО Петро  Іванович", "1"),
        ("Примарна О.О.", "2"),
        ("Примарна О. О.", "2"),
        ("Стара Ольга Олегівна", "2"),
        ("Стара О. О.", "2"),
        ("Примарна О.", "2"),
        ("Примарна", "2"),
        ("Примарна (до 2020 р. – Стара) Ольга Олегівна", "2"),
    ],
)
def test_a_deputy_under_any_name(printed: str, id_: str) -> None:
    assert voters_of(DEPUTIES, []).find(printed).id == id_


@pytest.mark.parametrize(
    "printed", ["Вигаданенко П. І.", "Вигаданенко", "Нова Інна Іванівна", "Примарна Т."]
)
def test_who_may_be_two_people_or_nobody_is_a_stranger(printed: str) -> None:
    voter = voters_of(DEPUTIES, []).find(printed)
    assert (voter.is_listed, voter.name) == (False, printed)
    extraction = extract(HEAD + ROWS + TOTALS, deputies=[DEPUTIES[0].model_dump()])
    assert len(said(extraction, "deputy-unknown")) == 2


def test_without_a_list_initials_join_the_whole_name_of_one_person() -> None:
    voters = voters_of([], ["Примарна Ольга Олегівна", "Примарна О. О."])
    assert voters.find("Примарна О. О.").name == "Примарна Ольга Олегівна"


def real(folder: Path) -> Sequence[tuple[Path, Document]]:
    files = [file for file in sorted(folder.iterdir()) if file.suffix in {".rtf", ".doc"}]
    return [
        (
            file,
            document.read(
                data, snapshot(data, str(file), Kind(file.suffix[1:])), DocumentOptions()
            ),
        )
        for file in files
        for data in [file.read_bytes()]
    ]


def test_real_protocols_agree_with_the_truth_and_with_themselves(inputs: Path) -> None:
    with (inputs / "truth" / "votes.tsv").open(encoding="utf-8") as stream:
        truth = {
            re.sub(r".*download/", "", row["file"]).replace("/", "__", 1): row
            for row in csv.DictReader(stream, delimiter="\t")
        }
    read = real(inputs / "votes")
    assert {file.name for file, _ in read} >= truth.keys()
    counts = Counter(file.name for file, found in read for _ in read_roll_calls(found).calls)
    assert counts["09.02.2016_D__3-9.rtf"] == 4
    for file, found in read:
        for call in read_roll_calls(found).calls:
            assert not call.unread
            assert call.printed["all"] == len(call.votes), file
            for name in ("for", "against", "abstained", "not_voting"):
                assert call.printed[name] == call.counted(name), (file, name)
        row = truth.get(file.name)
        if row is not None:
            first = read_roll_calls(found).calls[0]
            stated = [first.printed[name] for name in ("all", "for", "against", "abstained")]
            assert stated == [
                int(row[f"stated_{name}"]) for name in ("all", "for", "against", "abstained")
            ]
            assert (str(first.heading.day), first.heading.number) == (row["date"], row["number"])
            title = f"({first.heading.code}) " if first.heading.code else ""
            assert f"{title}{first.heading.title}".replace("\xa0", " ") == row["title_lines"]
