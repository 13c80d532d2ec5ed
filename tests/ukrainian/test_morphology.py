"""What the dictionary says of words, and what is said instead of it."""

import subprocess
import sys

import pytest

from pipeline.ukrainian.morphology import (
    is_mainly,
    is_predicate,
    is_preposition,
    joins,
    lemmas,
    modifiers,
    nouns,
    readings,
)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("звернень", "звернення"),
        ("сімей", "сім'я"),
        ("здоров’я", "здоров'я"),
        ("Заяви", "заява"),
        ("штук", "штука"),
        ("листів-відповідей", "лист-відповідь"),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert lemma in lemmas(word)


@pytest.mark.parametrize(
    "word", ["проведено", "надійшло", "задоволено", "становить", "відвідали", "дано"]
)
def test_words_that_say_something_was_done(word: str) -> None:
    assert is_predicate(word)


@pytest.mark.parametrize("word", ["заяв", "близько", "понад", "роботи", "надійти", "планово"])
def test_words_that_do_not(word: str) -> None:
    assert not is_predicate(word)


@pytest.mark.parametrize("word", ["серед", "під", "Про", "після", "понад"])
def test_prepositions_the_dictionary_takes_for_nouns(word: str) -> None:
    assert is_preposition(word)
    assert joins(word)


def test_a_noun_may_be_singular_or_plural() -> None:
    forms = nouns("засідання")
    assert any(form.plural for form in forms)
    assert any(form.singular for form in forms)


def test_names_of_persons_are_no_nouns() -> None:
    assert nouns("Іваненко") == ()


def test_words_in_capitals_or_latin_letters_are_undeclined_nouns() -> None:
    assert [(form.lemma, form.known) for form in nouns("ТЗП")] == [("тзп", False)]
    assert [form.plural for form in nouns("Starlink")] == [True]


def test_modifiers_agree_with_nouns() -> None:
    assert {form.case for form in modifiers("письмових")} >= {"gent"}
    assert not modifiers("них"), "a personal pronoun agrees with nothing"


def test_the_likeliest_part_of_speech() -> None:
    assert is_mainly("внутрішньо", "ADVB")
    assert not is_mainly("заява", "ADVB")


def test_the_dictionary_is_loaded_on_first_use_only() -> None:
    code = "import pipeline.extractors.activity, sys; print('pymorphy3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_letter_without_a_name_is_an_unknown_word() -> None:
    (reading,) = readings("\U00017000")
    assert not reading.known
    assert nouns("\U00017000") == ()
