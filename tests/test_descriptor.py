"""`dataset.yaml` is read strictly, against the rest of the council, before anything is fetched."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from pipeline.description import Description
from pipeline.descriptor import load_council, load_dataset
from pipeline.errors import ConfigurationError
from pipeline.workplace import SCHEMAS
from pipeline.yamlfile import YamlError
from tests.conftest import ROOT

NAME = "council-decisions"

Change = Callable[[str], str]


def changed(council: Path, change: Change) -> Path:
    file = council / NAME / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    new = change(text)
    assert new != text
    file.write_text(new, encoding="utf-8")
    return file


def replaced(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


def test_the_register_comes_last() -> None:
    names = [spec.name for spec in load_council(ROOT / "datasets", SCHEMAS)]
    assert names[-1] == "register-of-datasets"
    assert names[:-1] == sorted(names[:-1])


@pytest.mark.parametrize(
    ("change", "code", "nearest"),
    [
        pytest.param(replaced("  kind: рішення", "  knid: рішення"), "unknown-key", "kind",
                     id="parameter of an extractor"),
        pytest.param(replaced("name: decisions", "name: decision"), "wrong-word", "decisions",
                     id="extractor"),
        pytest.param(replaced("frequency: weekly", "frequency: weekli"), "wrong-word", "weekly",
                     id="frequency"),
        pytest.param(replaced("rule: same-as", "rule: same"), "wrong-word", "same-as", id="rule"),
        pytest.param(replaced("treatment: redact", "treatment: redakt"), "wrong-word", "redact",
                     id="treatment of personal data"),
        pytest.param(replaced("check: act-numbers", "check: act-number"), "wrong-word",
                     "act-numbers", id="check"),
        pytest.param(replaced("body: council", "body: concil"), "body-is-unknown", "council",
                     id="body of the holder"),
        pytest.param(replaced("Legislation/LegalActs", "Legislation/LegalAct"),
                     "schema-is-unknown", "835-2019/Legislation/LegalActs", id="schema"),
        pytest.param(replaced("name: council-decisions", "name: decisions"),
                     "name-is-not-the-folder", "council-decisions", id="name"),
        pytest.param(replaced("    key: [identifier]", "    key: [identifer]"),
                     "column-is-unknown", "identifier", id="column of the key"),
        pytest.param(replaced("      identifier: {rule", "      identifer: {rule"),
                     "column-is-unknown", "identifier", id="column of a rule"),
        pytest.param(replaced("        title: {treat", "        titel: {treat"),
                     "column-is-unknown", "title", id="column of the privacy policy"),
        pytest.param(replaced("        field: dateAccepted", "        field: dateAcepted"),
                     "column-is-unknown", "dateAccepted", id="column inside a rule"),
        pytest.param(replaced("fields: [dateAccepted, issued]", "fields: [dateAccepted, isued]"),
                     "column-is-unknown", "issued", id="column of a check"),
        pytest.param(replaced("      min_rows: 1", "      min_rwos: 1"), "missing-key", "",
                     id="inside tables, one fault each"),
        pytest.param(replaced("sources:\n  - path: sample\n", ""), "wrong-value", "",
                     id="no sources"),
        pytest.param(replaced("  - path: sample\n", "  - path: sample\n    url: https://a.b/\n"),
                     "wrong-value", "", id="two addresses"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named_with_line_and_nearest_word(
    council: Path, change: Change, code: str, nearest: str
) -> None:
    file = changed(council, change)
    with pytest.raises(YamlError) as caught:
        load_dataset(council, NAME, SCHEMAS)
    found, details = caught.value.faults[0]
    assert (found, details.get("nearest", "")) == (code, nearest)
    assert details["file"] == str(file)
    assert int(details["line"]) >= 1
    for language in ("uk", "en"):
        assert str(details["line"]) in caught.value.message(language)


def four_faults(text: str) -> str:
    """A title of 300 characters, no purpose, an apostrophe in a keyword, an unknown frequency."""
    text = text.replace("uk: Рішення міської ради", f"uk: {'а' * 300}")
    text = text.replace("[рішення, сесія,", "[рішення, об’єкт,")
    text = text.replace("frequency: weekly", "frequency: sometimes")
    start, end = text.index("  purpose:"), text.index("  keywords:")
    return text[:start] + text[end:]


def test_what_the_portal_would_refuse_is_told_at_once_by_the_names_of_its_form(
    council: Path,
) -> None:
    file = changed(council, four_faults)
    with pytest.raises(YamlError) as caught:
        load_dataset(council, NAME, SCHEMAS)
    assert caught.value.exit_code == 2
    codes = [code for code, _ in caught.value.faults]
    assert codes == ["too-long", "missing-key", "tag-refused", "wrong-word"]
    for language in ("uk", "en"):
        lines = caught.value.message(language).splitlines()[1:]
        fields = (
            "Назва набору",
            "Підстава та призначення збору інформації",
            "Ключові слова",
            "Частота оновлення",
        )
        for line, field in zip(lines, fields, strict=True):
            assert line.strip().startswith(f"{file}, ")
            assert f"«{field}»" in line


def emptied_purpose(text: str) -> str:
    return re.sub(r"uk: Стаття 59.*", 'uk: " "', text)


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        pytest.param(replaced("uk: Рішення міської ради", f"uk: {'а' * 255}"), "too-long",
                     "255 символів", id="title"),
        pytest.param(replaced("en: Decisions of the city council", f"en: {'a' * 255}"), "too-long",
                     "254", id="English title"),
        pytest.param(replaced("uk: >-\n      Рішення, ухвалені", f"uk: >-\n      {'а' * 4001}"),
                     "too-long", "4\u00a0000. Скоротіть. На формі порталу це поле «Опис».",
                     id="description"),
        pytest.param(replaced("uk: Стаття 59", f"uk: {'а' * 513}"), "too-long", "512",
                     id="purpose"),
        pytest.param(emptied_purpose, "empty", "Підстава та призначення", id="empty purpose"),
        pytest.param(replaced("uk: [рішення, сесія, міська рада, акти]", "uk: []"), "empty",
                     "Ключові слова", id="no keyword"),
        pytest.param(replaced("[рішення, сесія,", "[рішення, об'єкт,"), "tag-refused", "об'єкт",
                     id="apostrophe of a typewriter"),
        pytest.param(replaced("[рішення, сесія,", "[рішення, я,"), "tag-length", "1 символ,",
                     id="short keyword"),
        pytest.param(replaced("[рішення, сесія,", f"[рішення, {'а' * 101},"), "tag-length",
                     "101 символ,", id="long keyword"),
    ],
)  # fmt: skip
def test_the_passport_is_held_to_the_form_of_the_portal(
    council: Path, change: Change, code: str, said: str
) -> None:
    changed(council, change)
    with pytest.raises(YamlError) as caught:
        load_dataset(council, NAME, SCHEMAS)
    assert [found for found, _ in caught.value.faults] == [code]
    assert said in caught.value.message("uk")
    assert "On the portal's form" in caught.value.message("en")


def test_what_just_fits_the_form_is_taken(council: Path) -> None:
    changed(council, replaced("uk: Рішення міської ради", f"uk: {'а' * 254}"))
    assert len(load_dataset(council, NAME, SCHEMAS).text.passport.title.uk) == 254


def test_an_unknown_dataset_is_a_configuration_error(council: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_dataset(council, "council-decision", SCHEMAS)
    assert caught.value.details["nearest"] == NAME


@pytest.mark.parametrize("what", ["dataset.yaml", "holder.yaml"])
def test_the_digest_follows_the_declarations(council: Path, what: str) -> None:
    before = load_dataset(council, NAME, SCHEMAS).digest
    file = council / ("holder.yaml" if what == "holder.yaml" else f"{NAME}/dataset.yaml")
    file.write_text(file.read_text(encoding="utf-8") + "# remark\n", encoding="utf-8")
    assert load_dataset(council, NAME, SCHEMAS).digest != before


def test_every_descriptor_obeys_the_json_schema_of_the_editors() -> None:
    schema = Description.model_json_schema(by_alias=True)
    for file in sorted((ROOT / "datasets").glob("*/dataset.yaml")):
        tree = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
        as_json = json.loads(json.dumps(tree, default=str))  # YAML has dates, JSON has not
        jsonschema.validate(as_json, schema)


def test_a_table_that_the_extractor_does_not_make_is_refused(council: Path) -> None:
    file = council / "activity-counts" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - schema: council/numbers")], encoding="utf-8")
    with pytest.raises(YamlError) as caught:
        load_dataset(council, "activity-counts", SCHEMAS)
    assert caught.value.faults[0][0] == "tables-are-not-those-made"
    assert "council/numbers" in str(caught.value)
