"""JSON of voting systems, by what is known of two of them; the files are invented."""

import json
from typing import Any

import pytest

from pipeline.errors import SourceError
from pipeline.extractors import votes
from pipeline.extractors.voting.json_form import read_records
from pipeline.model import Extraction
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.parameters.votes import VotesParameters
from pipeline.readers import document
from pipeline.readers.document import Document
from pipeline.ukrainian.vote_totals import Outcome
from pipeline.ukrainian.votes import Choice
from tests.extractors.counting.reading import snapshot

LIST = [
    {"DPName": "Вигаданенко Петро Іванович", "DPGolos": "ЗА"},
    {"DPName": "Примарна Ольга Олегівна", "DPGolos": "ВІДСУТНЯ"},
]
ONE: dict[str, Any] = {
    "GLTime": "05.02.2020 11:20:31",
    "PD_Fullname": "Про затвердження плану",
    "RESULT": "Прийнято",
    "DPList": LIST,
}
OTHER = {**ONE, "GL_Text": "Про звіт", "RESULT": "Не прийнято"}
del OTHER["PD_Fullname"]


def opened(tree: Any) -> Document:
    data = b"\xef\xbb\xbf" + json.dumps(tree, ensure_ascii=False).encode()
    return document.read(data, snapshot(data, "votes.json", Kind.JSON), DocumentOptions())


def extract(tree: Any) -> Extraction:
    return votes.extract([opened(tree)], VotesParameters())


def test_one_vote_a_file() -> None:
    (call,) = read_records(opened(ONE))
    assert (str(call.heading.day), call.heading.title) == ("2020-02-05", "Про затвердження плану")
    assert [vote.choice for vote in call.votes] == [Choice.FOR, Choice.ABSENT]
    assert call.votes[1].place.element == "$.DPList[1]"
    assert call.outcome is Outcome.ADOPTED


@pytest.mark.parametrize(
    ("title", "expected", "number"),
    [
        ("12. Про план", "Про план", ""),
        ("Про план\r\nна\tрік", "Про план на рік", ""),
        ("Питання № 4. Про план", "Про план", ""),
        ("Рішення № 5/2 «Про план»", "Рішення № 5/2 «Про план»", "5/2"),
    ],
)
def test_a_title_is_one_line_without_its_number_on_the_agenda(
    title: str, expected: str, number: str
) -> None:
    (call,) = read_records(opened({**ONE, "PD_Fullname": title}))
    assert (call.heading.title, call.heading.number) == (expected, number)


def test_many_votes_a_file() -> None:
    tree = {"PD": [{"GLList": [OTHER, ONE]}, {"GLList": [OTHER]}]}
    found = read_records(opened(tree))
    assert [(call.heading.title, call.part) for call in found] == [
        ("Про звіт", 1),
        ("Про затвердження плану", 1),
        ("Про звіт", 2),
    ]
    assert found[2].place.element == "$.PD[1].GLList[0]"


def test_totals_that_are_not_written_are_counted() -> None:
    frame = next(one.frame for one in extract(ONE).tables if one.name == "voteEvents")
    assert frame[["votingFor", "absent", "result"]].values.tolist() == [["1", "1", "Прийнято"]]


@pytest.mark.parametrize("bad", [{"DPName": "Вигаданенко П. І."}, {"DPGolos": "ЗА"}, "ЗА", None])
def test_a_record_that_is_not_read_is_an_error_with_its_place(bad: Any) -> None:
    found = extract({**ONE, "DPList": [*LIST, bad]}).findings
    (finding,) = [one for one in found if one.code == "vote-not-read"]
    assert finding.place.element == "$.DPList[2]"


@pytest.mark.parametrize("tree", [{}, [], {"PD": []}, {"PD": [{"GLList": [{"x": 1}]}]}, 5])
def test_json_of_another_form_has_no_votes(tree: Any) -> None:
    assert [one.code for one in extract(tree).findings] == ["no-votes-in-document"]


def test_what_is_no_json_is_refused() -> None:
    data = b"{"
    told = snapshot(data, "votes.json", Kind.JSON)
    with pytest.raises(SourceError) as caught:
        read_records(document.read(data, told, DocumentOptions()))
    assert caught.value.code == "votes-are-not-json"


def test_totals_of_the_system_are_compared_with_the_names() -> None:
    counted = {
        **ONE,
        "YESCnt": "1",
        "NOCnt": 0,
        "VIDSCnt": "1",
        "TotalCnt": "2",
        "GLType": "в цілому",
    }
    (call,) = read_records(opened(counted))
    assert call.printed == {"for": 1, "against": 0, "absent": 1, "all": 2}
    assert call.stage == "в цілому"
    said = extract({**counted, "YESCnt": "2"}).findings
    (differs,) = (one for one in said if one.code == "vote-totals-differ")
    assert (differs.details["printed"], differs.details["counted"]) == (2, 1)


def test_words_of_the_council_are_declared() -> None:
    other = {**ONE, "DPList": [{"DPName": "Примарна О. О.", "DPGolos": "Так"}]}
    (call,) = read_records(opened(other))
    assert (call.votes, [line.text for line in call.unread]) == ((), ["Примарна О. О. Так"])
    found = votes.extract([opened(other)], VotesParameters(words={"Так": "За"}))
    assert list(found.tables[-1].frame["result"]) == ["За"]


def test_what_stands_around_the_votes_holds_for_them() -> None:
    amendment = {"GLTime": "05.02.2020 11:25:00", "GL_Text": "Поправка 1", "DPList": LIST}
    staged = {**amendment, "GL_Text": "Про бюджет (за основу)", "SName": ""}
    stage = {**amendment, "GLText": "В цілому", "GL_Text": None}
    tree = {
        "SName": "12 сесія VIII скликання",
        "PD": [
            {"PD_Fullname": "Про бюджет", "GLList": [amendment, staged, stage]},
            {"PD_Fullname": "Про різне", "GLList": [{**stage, "GLText": "Про звіт"}]},
            {"PD_Fullname": "Про запити", "GLList": None},
        ],
    }
    found = read_records(opened(tree))
    assert [(call.heading.title, call.stage) for call in found] == [
        ("Про бюджет Поправка 1", ""),
        ("Про бюджет (за основу)", "за основу"),
        ("Про бюджет", "в цілому"),
        ("Про звіт", ""),
    ]
    assert {(call.heading.session, call.heading.convocation) for call in found} == {("12", "VIII")}


def test_both_titles_of_a_vote_are_kept() -> None:
    (same,) = read_records(opened({**ONE, "GL_Text": "Про затвердження"}))
    (more,) = read_records(opened({**ONE, "GL_Text": "Пропозиція комісії"}))
    assert same.heading.title == "Про затвердження плану"
    assert more.heading.title == "Про затвердження плану Пропозиція комісії"


def test_each_vote_is_a_field_of_its_own() -> None:
    voting = {
        "voteName": "Про звіт ",
        "namedVoting": [{'Вигаданенко Мар"ян Іванович': "ЗА"}, {"Примарна О. О.": ""}, 5],
        "voteTimestamp": "22.11.17 10:17:51",
    }
    empty: dict[str, Any] = {"voteName": "", "namedVoting": [], "voteTimestamp": ""}
    name = "XXX сесія VII скликання"
    tree = {"sessionDate": "22.11.17", "sessionName": name, "voting": [voting, empty]}
    (call,) = read_records(opened(tree))
    heading = call.heading
    assert (str(heading.day), heading.time) == ("2017-11-22", "10:17:51")
    assert (heading.title, heading.session, heading.convocation) == ("Про звіт", "XXX", "VII")
    assert [vote.name for vote in call.votes] == ['Вигаданенко Мар"ян Іванович']
    assert [line.text for line in call.unread] == ["Примарна О. О.", ""]
    assert call.votes[0].place.element == "$.voting[0].namedVoting[0]"


def test_nobody_named_is_not_nobody_for() -> None:
    found = extract({**ONE, "DPList": [], "YESCnt": 25})
    frame = next(one.frame for one in found.tables if one.name == "voteEvents")
    assert frame[["votingFor", "votingAgainst"]].values.tolist() == [["25", ""]]
    said = [one.details for one in found.findings if one.code == "vote-without"]
    assert {"what": "names"} in said


def test_an_outcome_without_a_list_of_votes_is_said() -> None:
    other = {name: value for name, value in ONE.items() if name != "DPList"}
    found = extract({"PD": [{"GLList": [OTHER, {**other, "DP_List": LIST}, {"GL_Text": "Різне"}]}]})
    said = [one for one in found.findings if one.details.get("what") == "names"]
    assert [one.place.element for one in said] == ["$.PD[0].GLList[1]"]
