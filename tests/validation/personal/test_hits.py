"""Hits that overlap become one."""

from pipeline.validation.personal.hits import Hit, Rule, apart


def hit(start: int, end: int, *, official: bool = False) -> Hit:
    return Hit(start=start, end=end, rule=Rule.PERSON, official=official)


def test_apart_keeps_the_order_of_the_text() -> None:
    assert apart([hit(5, 8), hit(0, 3)]) == (hit(0, 3), hit(5, 8))


def test_the_longest_of_two_that_begin_together_stays() -> None:
    assert apart([hit(0, 3), hit(0, 5)]) == (hit(0, 5),)


def test_overlapping_hits_are_covered_whole() -> None:
    assert apart([hit(0, 5), hit(3, 8)]) == (hit(0, 8),)


def test_a_private_part_makes_the_whole_private() -> None:
    assert apart([hit(0, 5, official=True), hit(3, 8)]) == (hit(0, 8),)
