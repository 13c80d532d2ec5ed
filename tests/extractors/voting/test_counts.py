"""Fields with totals beside the votes of a voting system."""

import pytest

from pipeline.extractors.voting.counts import printed_totals


@pytest.mark.parametrize(
    ("fields", "totals"),
    [
        ({"YESCnt": "11", "NOCnt": "1", "UTRCnt": "3", "NGCnt": "2", "VIDSCnt": "3",
          "TotalCnt": "20"},
         {"for": 11, "against": 1, "abstained": 3, "not_voting": 2, "absent": 3, "all": 20}),
        ({"Za": "6", "Proty": "3", "Utr": "2", "NG": "4", "Vids": "1"},
         {"for": 6, "against": 3, "abstained": 2, "not_voting": 4, "absent": 1}),
        ({"za_count": "6", "AbstainCount": "2", "notVotingCount": "1", "AbsentCount": "1"},
         {"for": 6, "abstained": 2, "not_voting": 1, "absent": 1}),
        # A number of another thing, and what is no number.
        ({"No": "7", "ID": "33", "Zasidannia": "4", "Total": "x", "YESCnt": "одинадцять"}, {}),
    ],
)  # fmt: skip
def test_fields(fields: dict[str, str], totals: dict[str, int]) -> None:
    assert printed_totals(fields.items()) == totals
