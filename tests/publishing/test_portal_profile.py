"""What kinds of portals take, as data."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from pipeline import messages
from pipeline.description import Description
from pipeline.errors import ConfigurationError
from pipeline.frequencies import Frequency
from pipeline.publishing import portal_profile
from pipeline.publishing.dcat import EU, LANGUAGES
from pipeline.publishing.portal_profile import PROFILES, load_profile

FOLDER = Path(portal_profile.__file__).parent / "profiles"

# The form of the portal: https://data.gov.ua, as the recommendations of 2019 show it.
FORM = {
    "title": "Назва набору",
    "notes": "Опис",
    "purpose": "Підстава та призначення збору інформації",
    "frequency": "Частота оновлення",
    "tags": "Ключові слова",
    "language": "Відомості про мову інформації, яка міститься у наборі",
    "maintainer": "Відповідальна особа",
    "maintainer-email": "Адреса електронної пошти відповідальної особи",
}


def test_every_file_is_a_profile_of_its_name() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(PROFILES)
    assert [load_profile(name).name for name in PROFILES] == list(PROFILES)


def test_an_unknown_profile_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_profile("data-gov")
    assert caught.value.details["nearest"] == "data-gov-ua"
    assert "data-gov-ua" in caught.value.message("uk")


@pytest.mark.parametrize("field", FORM)
def test_fields_are_called_as_on_the_form(field: str) -> None:
    assert messages.text("uk", f"portal-field-{field}") == FORM[field]
    assert f"«{FORM[field]}»" in messages.text("en", f"portal-field-{field}")


def test_the_national_portal_has_words_of_its_own() -> None:
    profile = load_profile("data-gov-ua")
    words = profile.frequency.words
    assert set(words) == set(Frequency) - {Frequency.DISCONTINUED}
    assert words[Frequency.HALF_YEARLY] == "once a half year"
    assert words[Frequency.ON_CHANGE] == "immediately after making changes"
    assert profile.language.words["uk"] == "ua"
    assert {one.place for one in (profile.purpose, profile.frequency, profile.language)} == {
        "field"
    }


def test_a_plain_portal_can_say_everything_by_extras() -> None:
    profile = load_profile("plain")
    assert set(profile.frequency.words) == set(Frequency)
    assert {one.place for one in (profile.purpose, profile.frequency, profile.language)} == {
        "extras"
    }
    assert profile.language.words == {
        language: f"{EU}/language/{code}" for language, code in LANGUAGES.items()
    }


@pytest.mark.parametrize("name", PROFILES)
def test_no_word_means_two_things(name: str) -> None:
    profile = load_profile(name)
    for words in (profile.frequency.words, profile.language.words):
        assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("name", PROFILES)
def test_a_descriptor_is_held_to_the_limits_of_every_portal(name: str) -> None:
    limits = load_profile(name).limits
    defined = Description.model_json_schema()["$defs"]
    for model, limit in (
        ("DatasetTitle", limits.title),
        ("DatasetDescription", limits.notes),
        ("DatasetPurpose", limits.purpose),
    ):
        for language in messages.LANGUAGES:
            assert defined[model]["properties"][language]["maxLength"] == limit


def test_profiles_say_the_same_of_what_is_ckan_itself() -> None:
    plain, national = (YAML(typ="safe").load(FOLDER / f"{name}.yaml") for name in PROFILES)
    assert plain["tag_letter"] == national["tag_letter"]
    assert plain["limits"] == national["limits"]
