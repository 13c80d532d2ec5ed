"""What only says «as above», and what looks like it and is a value."""

import pytest

from pipeline.ukrainian.dittos import is_ditto


@pytest.mark.parametrize(
    "text",
    [
        *("-//-", "- // -", "—//—", "//", '-"-', '- " -', "- « -", "-“-", "''", "-,,-"),
        *("те саме", "Те саме", "те ж", "те ж саме", "теж", "там же", "там само", "той же"),
        *("та сама", "ті самі", "він же", "вона ж", "такий же", "(те саме)", "те\u00a0саме."),
        "тe сaмe",
    ],
)
def test_as_above(text: str) -> None:
    assert is_ditto(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "—", "--", "/", "3/5", "б/н", "н/д", "«Там же»-клуб", "та", "той", "там"),
        *(
            "те саме місце",
            "див. вище",
            "вул. Та Сама, 3",
            "ГО «Він же»",
            "http://",
            "// 5",
            "так",
            "тема",
        ),
    ],
)
def test_values_and_gaps(text: str) -> None:
    assert not is_ditto(text)
