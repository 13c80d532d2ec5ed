"""Votes as XML and CSV of voting systems, rows held back, votes numbered as they were held."""

import json

import pytest

from pipeline.errors import SourceError
from pipeline.extractors import votes
from pipeline.extractors.voting import forms
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.model import Extraction, Severity
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.parameters.votes import Sheet, VotesParameters
from pipeline.readers import document
from pipeline.readers.document import Document
from tests.extractors.counting.reading import as_document, snapshot

CSV = (
    "id;FullAskText;Vyhadanenko;Zrazkovyi;Prymarna;result\r\n"
    "1;Про затвердження плану (за основу);За;Утримався;;Прийнято\r\n"
    '2;"Про план; звіт";Проти;Відсутній;Не голосував;Не прийнято\r\n'
)
SHEET = "votes/convocation-8-session-56-date-2025-04-25.csv"
XML = """<?xml version="1.0" encoding="windows-1251"?>
<Session><Name>21 сесія VIII скликання</Name>
 <Deputats><Deputat FIO="Вигаданенко П.І." Present="1"/>
  <Deputat FIO="Уявний І.О." Present="0"/></Deputats>
 <Vopros><ID>1</ID><Voted>06.04.2021 10:15:20</Voted><Long>Про затвердження плану</Long>
  <Result>Прийнято</Result><Poimen>
   <Deputat><Name>Вигаданенко П.І.</Name><Golos>За</Golos></Deputat>
   <Deputat Name="Зразковий О.П." Golos="Утр."/>
   <Deputat Name="Примарна О.О." Golos="Н/Г"/></Poimen></Vopros>
 <Vopros ID="2" Long="Перерва"/>
</Session>"""


def of_kind(text: str, kind: Kind, address: str, encoding: str = "cp1251") -> Document:
    data = text.encode(encoding)
    given = snapshot(data, address, kind)
    return document.read(data, given, DocumentOptions(encoding=encoding))


def calls_of(found: Document, parameters: VotesParameters) -> tuple[RollCall, ...]:
    return forms.calls_of(found, parameters).calls


def said(found: Document) -> list[tuple[str, dict[str, str]]]:
    calls = calls_of(found, VotesParameters())
    return [
        (call.heading.title, {vote.name: vote.choice.value for vote in call.votes})
        for call in calls
    ]


def test_a_table_with_a_column_for_each_deputy() -> None:
    found = of_kind(CSV, Kind.CSV, SHEET)
    assert said(found) == [
        (
            "Про затвердження плану (за основу)",
            {"Vyhadanenko": "За", "Zrazkovyi": "Утримався"},
        ),
        (
            "Про план; звіт",
            {"Vyhadanenko": "Проти", "Zrazkovyi": "Відсутній", "Prymarna": "Не голосував"},
        ),
    ]
    first, second = calls_of(found, VotesParameters())
    heading = first.heading
    assert (heading.convocation, heading.session, str(heading.day)) == ("8", "56", "2025-04-25")
    assert (first.stage, first.votes[1].place.cell) == ("за основу", "D2")
    assert [str(call.outcome) for call in (first, second)] == ["Прийнято", "Не прийнято"]


def test_a_title_is_one_line_without_its_number_on_the_agenda() -> None:
    sheet = of_kind(CSV.replace('"Про план; звіт"', '"2. Про план;\n звіт"'), Kind.CSV, SHEET)
    xml = XML.replace("<Long>Про", "<Long>12. Про")
    forms = (sheet, of_kind(xml, Kind.XML, "a.xml"))
    headings = [calls_of(found, VotesParameters())[-1].heading for found in forms]
    assert [(heading.title, heading.number) for heading in headings] == [
        ("Про план; звіт", ""),
        ("Про затвердження плану", ""),
    ]


def test_a_table_cell_that_is_no_choice_is_an_error_with_its_cell() -> None:
    (first, _) = calls_of(
        of_kind(CSV.replace("Утримався", "?"), Kind.CSV, SHEET), VotesParameters()
    )
    assert [(line.text, line.place.cell) for line in first.unread] == [("Zrazkovyi: ?", "D2")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("FullAskText", "Question", "votes-lack-columns"), ('звіт"', "звіт", "csv-quotes-are-broken")],
)
def test_another_table_is_refused(old: str, new: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        calls_of(of_kind(CSV.replace(old, new), Kind.CSV, SHEET), VotesParameters())
    assert caught.value.code == code
    assert caught.value.message("uk")


def test_questions_of_an_xml_with_those_who_were_away() -> None:
    found = of_kind(XML, Kind.XML, "votes/1.xml")
    assert said(found) == [
        (
            "Про затвердження плану",
            {
                "Вигаданенко П.І.": "За",
                "Зразковий О.П.": "Утримався",
                "Примарна О.О.": "Не голосував",
                "Уявний І.О.": "Відсутній",
            },
        )
    ]
    (call,) = calls_of(found, VotesParameters())
    heading = call.heading
    assert (heading.session, heading.convocation) == ("21", "VIII")
    assert (str(heading.day), heading.time) == ("2021-04-06", "10:15:20")


@pytest.mark.parametrize(
    "text",
    ["<a><b></a>", "не XML", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
)
def test_what_is_no_xml_of_votes_is_refused(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        calls_of(of_kind(text, Kind.XML, "votes/1.xml"), VotesParameters())
    assert caught.value.code == "votes-are-not-xml"


def protocol(title: str, rows: str) -> str:
    return f"12 сесія VIII скликання від 06.04.2021\n{title}\n{rows}Рішення прийнято\n"


GOOD = " 1| Вигаданенко Петро Іванович| ЗА|\n 2| Зразковий Олег Петрович| ЗА|\n"
BAD = GOOD + " 3| Умовна Олена Іванівна| ЗАА|\n"


def extract(held: float, *texts: str) -> Extraction:
    documents = [as_document(text, f"votes/{at}.rtf") for at, text in enumerate(texts)]
    return votes.extract(documents, VotesParameters(held=held))


def codes(extraction: Extraction) -> dict[str, Severity]:
    return {one.code: one.severity for one in extraction.findings if one.code.startswith("vote-")}


def test_a_few_votes_that_are_not_read_whole_are_held_back() -> None:
    texts = [protocol(f"Про план {at}", GOOD) for at in range(3)] + [protocol("Про звіт", BAD)]
    kept = extract(0.25, *texts)
    titles = list(kept.tables[4].frame["projectTitle"])
    assert titles == ["Про план 0", "Про план 1", "Про план 2"]
    assert codes(kept)["vote-not-read"] is Severity.WARNING
    assert codes(kept)["vote-held-back"] is Severity.WARNING
    for held in (0, 0.24):
        refused = extract(held, *texts)
        assert codes(refused)["vote-not-read"] is Severity.ERROR
        assert "vote-held-back" not in codes(refused)
        assert len(refused.tables[4].frame) == 4


def lviv(time: str, choice: str) -> str:
    record = {
        "GLTime": f"06.04.2021 {time}",
        "PD_Fullname": "Про план",
        "RESULT": "Прийнято",
        "DPList": [{"DPName": "Вигаданенко П.І.", "DPGolos": choice}],
    }
    return json.dumps(record, ensure_ascii=False)


@pytest.mark.parametrize("later_first", [True, False])
def test_votes_on_one_matter_are_numbered_by_their_time(later_first: bool) -> None:
    texts = [lviv("10:00:00", "За"), lviv("11:30:00", "Проти")]
    documents = [
        of_kind(text, Kind.JSON, f"votes/{at}.json", "utf-8")
        for at, text in enumerate(reversed(texts) if later_first else texts)
    ]
    found = votes.extract(documents, VotesParameters()).tables[4].frame
    numbered = dict(zip(found["startDate"], found["uid"].str.extract(r"(-2)?$")[0], strict=True))
    assert numbered["2021-04-06T11:30:00"] == "-2"
    assert numbered["2021-04-06T10:00:00"] != "-2"


def test_two_stages_with_the_same_votes_are_two_votes() -> None:
    first = protocol("Про план", GOOD).replace("прийнято", "прийнято за основу")
    second = protocol("Про план", GOOD).replace("прийнято", "прийнято в цілому")
    found = extract(0, first, second)
    assert len(found.tables[4].frame) == 2
    assert "vote-repeated" not in codes(found)
    assert "vote-repeated" in codes(extract(0, first, first))


def test_totals_that_are_not_printed_are_said_to_be_counted() -> None:
    found = extract(0, protocol("Про план", GOOD)).findings
    (finding,) = (one for one in found if one.code == "vote-totals-counted")
    assert (finding.severity, finding.details["count"]) == (Severity.INFO, 4)


def test_columns_of_one_name_and_cells_beyond_the_header_are_not_lost() -> None:
    text = "FullAskText;A;A;result\nПро план;За;Проти;Прийнято;Утримався\n"
    (call,) = calls_of(of_kind(text, Kind.CSV, SHEET), VotesParameters())
    assert [(vote.name, vote.choice.value) for vote in call.votes] == [("A", "За"), ("A", "Проти")]
    assert [(line.text, line.place.cell) for line in call.unread] == [(": Утримався", "E2")]


def test_an_empty_cell_among_votes_of_a_deputy_is_said() -> None:
    rows = ("A;B;C;FullAskText;result", "За;;За;Про план;Прийнято", "За;За;;Про звіт;Прийнято",
            "За;;За;Про запит;Прийнято")  # fmt: skip
    text = "\n".join(rows) + "\n"
    read = votes.extract([of_kind(text, Kind.CSV, SHEET)], VotesParameters())
    said = [one for one in read.findings if one.code == "vote-cell-empty"]
    assert [(one.value, one.place.line) for one in said] == [("C", 3)]


RADA = """<Rada Sklykannia="8"><Sesiya Nomer="33" Data="25/04/2023"><Deputats>
 <Deputat ID="1"><FIO>Вигаданенко Петро Іванович</FIO></Deputat>
 <Deputat ID="2"><FIO>Зразковий Олег Петрович</FIO></Deputat></Deputats>
 <Vopros ID="33.1"><Long>Про план</Long><Result Za="1" Proty="1">Прийнято</Result><Poimen>
  <Deputat><Name ID="1">Вигаданенко П.І.</Name><Golos>За</Golos></Deputat>
  <Deputat><Name ID="2">Зразковий О.П.</Name><Golos>Утр.</Golos></Deputat></Poimen></Vopros>
</Sesiya></Rada>"""


def test_totals_in_elements_and_a_vote_without_names() -> None:
    text = """<Rada><Vopros><Long>Про план</Long><Za>7</Za><Proty>1</Proty>
<Result>РІШЕННЯ ПРИЙНЯТО</Result><Poimen></Poimen></Vopros>
<Vopros><Long>Про інформацію</Long><Result/><Poimen/></Vopros></Rada>"""
    (call,) = calls_of(of_kind(text, Kind.XML, "votes/1.xml"), VotesParameters())
    assert (call.votes, call.printed) == ((), {"for": 7, "against": 1})


def test_names_of_the_list_totals_and_meeting_in_attributes() -> None:
    (call,) = calls_of(of_kind(RADA, Kind.XML, "votes/1.xml"), VotesParameters())
    assert [vote.name for vote in call.votes] == [
        "Вигаданенко Петро Іванович", "Зразковий Олег Петрович",
    ]  # fmt: skip
    heading = call.heading
    assert (heading.session, heading.convocation, str(heading.day)) == ("33", "8", "2023-04-25")
    assert call.printed == {"for": 1, "against": 1}


def test_a_number_of_somebody_else_is_nobodys_vote() -> None:
    text = RADA.replace('<Name ID="2">', '<Name ID="1">')
    (call,) = calls_of(of_kind(text, Kind.XML, "votes/1.xml"), VotesParameters())
    assert len(call.votes) == 1
    assert [line.text for line in call.unread] == ["Зразковий О.П. Утр."]


WIDE = (
    "id;Дата і час;Питання;Результат;Вигаданенко П.І.;Зразковий О.П.\r\n"
    "7;18.05.2023 10:05;Про план;Прийнято;Так;\r\n"
    "{note};;;;;\r\n"
)


def wide(note: str) -> Document:
    return of_kind(WIDE.format(note=note), Kind.CSV, "votes/1.csv")


def test_a_table_with_signs_a_day_for_each_vote_and_a_legend() -> None:
    sheet = Sheet(title="Питання", result="Результат", when="Дата і час")
    parameters = VotesParameters(sheet=sheet, words={"Так": "За"})
    (call,) = calls_of(wide("Пояснення: порожня клітинка – депутат відсутній"), parameters)
    assert [vote.choice.value for vote in call.votes] == ["За", "Відсутній"]
    assert (str(call.heading.day), call.heading.time) == ("2023-05-18", "10:05")
    # A note that explains nothing is said, and an empty cell is no choice then.
    (other,) = calls_of(wide("Примітка: без перерви"), parameters)
    assert [vote.choice.value for vote in other.votes] == ["За"]
    assert [line.text for line in other.unread] == ["Примітка: без перерви"]
    (plain,) = calls_of(wide("Примітка: без перерви"), VotesParameters(sheet=sheet))
    assert plain.unread[0].text == "Вигаданенко П.І.: Так"
