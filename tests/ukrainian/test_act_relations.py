"""What titles say of earlier acts: forms of offices, and what is no relation."""

import csv
import datetime
import io
import json
from pathlib import Path

import pytest

from pipeline.ukrainian.act_relations import (
    Action,
    Relation,
    find_relations,
    says_of_earlier_acts,
)
from pipeline.ukrainian.acts import parse_act

DAY = datetime.date(2019, 5, 14)
LATER = datetime.date(2020, 2, 1)


def to(
    action: Action,
    number: str | None,
    date: datetime.date | None = DAY,
    kind: str = "рішення",
    part: str | None = None,
) -> Relation:
    return Relation(action=action, part=part, kind=kind, number=number, date=date)


C, R, V = Action.CHANGES, Action.REPEALS, Action.DECLARES_VOID
TITLES = {
    "Про внесення змін до рішення міської ради від 14.05.2019 № 65/984 «Про бюджет»": [
        to(C, "65/984")
    ],
    "про внесення змін та доповнень до рішення 16 сесії від 14 травня 2019 року №16-1/VІІІ": [
        to(C, "16-1/VIII")
    ],
    "Про внесення зміни до пункту 2 рішення № 7 від 14.05.2019": [to(C, "7", part="пункту 2")],
    "Про внесення змін до додатка 1 до рішення від 14.05.2019 № 7": [
        to(C, "7", part="додатка 1")
    ],
    "Про внесення змін в розпорядження міського голови від 14.05.2019 р. № 12-р": [
        to(C, "12-р", kind="розпорядження")
    ],
    "Про зміни до рішення № 6-41/VIII": [to(C, "6-41/VIII", None)],
    "Про внесення змін до Програми «Сад», затвердженої рішенням ради від 14.05.2019 № 7": [
        to(C, "7")
    ],
    "Про внесення змін до рішень ради від 14.05.2019 № 7, від 01.02.2020 № 8 та № 9": [
        to(C, "7"), to(C, "8", LATER), to(C, "9", None),
    ],
    "Про скасування рішень № 7 від 14.05.2019 та № 8 від 01.02.2020": [
        to(R, "7"), to(R, "8", LATER),
    ],
    "Про визнання таким, що втратило чинність, рішення від 14.05.2019 № 7 «Про сад»": [to(V, "7")],
    "Про визнання такими, що втратили чинність рішення виконавчого комітету від 14.05.2019 №7": [
        to(V, "7")
    ],
    "Про визнання нечинним розпорядження від 14.05.2019 № 7-р": [
        to(V, "7-р", kind="розпорядження")
    ],
    "Про втрату чинності рішення міської ради від 14.05.2019 № 7": [to(V, "7")],
    "Про затвердження Порядку та визнання таким, що втратило чинність, рішення від 14.05.2019 № 7":
        [to(V, "7")],
    "Про внесення змін до рішення від 14.05.2019 № 7 та скасування рішення від 01.02.2020 № 8": [
        to(C, "7"), to(R, "8", LATER),
    ],
    "Про зупинення дії рішення від 14.05.2019 № 7": [to(Action.SUSPENDS, "7")],
    "Про поновлення дії рішення від 14.05.2019 № 7": [to(Action.RESUMES, "7")],
    "Про продовження строку дії рішення від 14.05.2019 № 7": [to(Action.PROLONGS, "7")],
    # An act about an act about an act: only the first of them is changed.
    "Про внесення змін до рішення від 14.05.2019 № 7 «Про зміни до рішення від 01.02.2018 № 3»":
        [to(C, "7")],
    "Про внесення змін до рішення від 14.05.2019 № 7 Про скасування рішення від 01.02.2018 № 3": [
        to(C, "7")
    ],
    "Про внесення змін до рішення від 14.05.2019 № 7 (зі змінами від 1.2.2020 № 8)":
        [to(C, "7")],
    "Про затвердження змін до Програми «Сад», затвердженої рішенням від 14.05.2019 № 7": [
        to(C, "7")
    ],
    "Про викладення в новій редакції рішення від 14.05.2019 № 7": [to(C, "7")],
    "Про внесення зміни до п. 3 рішення сесії міської ради № 7 від 14.05.2019": [
        to(C, "7", part="п. 3")
    ],
    "Про скасування рішення 16-1/VIII від 14.05.2019": [to(R, "16-1/VIII")],
    "Про скасування рішення міської ради від 14.05.2019 16-1/VIII": [to(R, "16-1/VIII")],
    "Про скасування рішення від 14.05.2019": [to(R, None)],
    # What is repealed in part stays in force.
    "Про часткове скасування рішення від 14.05.2019 № 7": [to(R, "7", part="часткове")],
    "Про скасування рішення від 14.05.2019 № 7 в частині надання дозволу": [
        to(R, "7", part="в частині")
    ],
    "Про скасування рішення від 14.05.2019 № 7 «Про часткове звільнення»": [to(R, "7")],
    "Про часткову зміну рішення від 14.05.2019 № 7": [to(C, "7")],
    "Про скасування п.1.2 рішення від 14.05.2019 № 7": [to(R, "7", part="п.1.2")],
    # The end of the phrase says what happens.
    "Про визнання рішення виконкому від 14.05.2019 № 7 таким, що втратило чинність": [to(V, "7")],
    "Про визнання недійсним рішення від 14.05.2019 № 7": [to(V, "7")],
    "Про виправлення технічної помилки в рішенні від 14.05.2019 № 7": [to(C, "7")],
    "Про подовження дії рішення від 14.05.2019 № 7": [to(Action.PROLONGS, "7")],
    "Про затвердження в новій редакції додатку 1 до рішення від 14.05.2019 № 7": [
        to(C, "7", part="додатку 1")
    ],
    # Several acts: each with its own day.
    "Про скасування рішень від 14.05.2019 №№7, 8": [to(R, "7"), to(R, "8")],
    "Про скасування рішень №№ 7-1/VIII та 8-1/VIII від 14.05.2019": [
        to(R, "7-1/VIII"), to(R, "8-1/VIII"),
    ],
    "Про скасування рішень №№ 7-9 від 14.05.2019": [],  # not said which numbers there are
    "Про скасування рішень: від 14.05.2019 № 7; від 01.02.2020 № 8": [
        to(R, "7"), to(R, "8", LATER),
    ],
    "Про скасування рішень від 14.05.2019 № 7, № 8, від 01.02.2020 № 9": [
        to(R, "7"), to(R, "8", None), to(R, "9", LATER),
    ],
    # Russian pages of some councils.
    "О внесении изменений и дополнений в решение исполкома от 14.05.2019 г. № 7 «О саде»": [
        to(C, "7")
    ],
    "О признании утратившими силу решений от 14.05.2019 № 7, от 01.02.2020 № 8": [
        to(V, "7"), to(V, "8", LATER),
    ],
    "Об отмене решения сессии от 14.05.2019 № 5-VI": [to(R, "5-VI")],
    "О внесении изменений в Положение, утвержденное решением совета от 14.05.2019 № 7": [
        to(C, "7")
    ],
    "О выполнении решения городского совета от 14.05.2019 № 7": [],
    # The number of a reason is that of another paper.
    "Про скасування рішення сесії на виконання рішення суду від 14.05.2019 № 420/12/19": [],
    "Про внесення змін до рішення у зв'язку з протестом прокуратури від 14.05.2019 № 7": [],
    "Про визнання переможцем конкурсу, рішення від 14.05.2019 № 7": [],
    "Про припинення дії договору від 14.05.2019 № 7": [],
    # No act, or not named.
    "Про внесення змін до рішень міської ради": [],
    "Про внесення змін до договору оренди від 14.05.2019 № 7": [],
    "Про виконання рішення суду від 14.05.2019 № 7": [],
    "Про затвердження звіту про виконання рішення від 14.05.2019 № 7": [],
    "Про внесення змін до бюджету на виконання рішення від 14.05.2019 № 7": [],
    "Про затвердження змін до Статуту": [],
    "Про викладення в новій редакції Статуту": [],
    "Про сад": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize(("title", "relations"), TITLES.items(), ids=list(TITLES))
def test_relations_of_titles(title: str, relations: list[Relation]) -> None:
    assert list(find_relations(title)) == relations


def test_an_act_that_is_not_named_is_spoken_of_all_the_same() -> None:
    assert says_of_earlier_acts("Про внесення змін до рішень міської ради")
    assert not says_of_earlier_acts("Про внесення змін до договору оренди від 14.05.2019 № 7")
    assert not says_of_earlier_acts("Про сад")


def test_every_real_title_that_names_what_it_changes_has_its_relation(inputs: Path) -> None:
    text = (inputs / "titles" / "decision_titles.tsv").read_text(encoding="utf-8")
    lines = csv.DictReader(io.StringIO(text), delimiter="\t")
    subjects = {parse_act(line["line"]).subject or "" for line in lines}
    truth = json.loads((inputs / "truth" / "drabiv-session16.json").read_text(encoding="utf-8"))
    acts = (
        truth if isinstance(truth, list) else next(v for v in truth.values() if isinstance(v, list))
    )
    subjects |= {act["title"] or "" for act in acts}
    named = [title for title in subjects if find_relations(title)]
    silent = [
        title
        for title in subjects
        if says_of_earlier_acts(title) and not find_relations(title) and "№" in title
    ]
    assert len(named) >= 39
    assert silent == []
