import pytest
from pydantic import ValidationError

from pipeline.parameters.fetching import FetchOptions, Kind


def test_every_kind_has_a_media_type_of_its_own() -> None:
    assert {Kind.of_media_type(kind.media_type) for kind in Kind} == set(Kind)
    with pytest.raises(ValueError, match="image/png"):
        Kind.of_media_type("image/png")


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "exel"},
        {"time_out": 5},
        {"attempts": 0},
        {"read_timeout": 0},
        {"pause": -1},
        {"size_limit": 0},
        {"member_names": "cp-866-ua"},
    ],
    ids=str,
)
def test_what_is_wrong_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        FetchOptions.model_validate(wrong)


def test_an_encoding_by_another_of_its_names() -> None:
    assert FetchOptions.model_validate({"member_names": "utf8", "kind": "csv"}).kind is Kind.CSV
