"""Passports of every shape, for round trips."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from pipeline.frequencies import Frequency
from pipeline.publishing.passport import Contact, Keywords, Licence, Passport, Publisher, Text
from pipeline.publishing.record import Record, record
from tests.publishing import samples

# What people write and paste: quotes, apostrophes, line ends of every system, blanks at the ends.
LETTERS = "абвгґдеєжзиіїйАҐЄЇ" + "abzABZ019" + "«»„“\"'’ʼ-—.,;:[]{}\\/%=<>&№\t\r\n \u00a0"

words = st.text(LETTERS, max_size=30)
texts = st.builds(Text, uk=words, en=words)
lists = st.lists(words, max_size=5).map(tuple)
moments = st.datetimes(
    min_value=datetime(2015, 10, 21),  # noqa: DTZ001 - the zone is drawn beside it
    max_value=datetime(2099, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-3.5))]),
)


@st.composite
def passports(draw: st.DrawFn) -> Passport:
    return replace(
        samples.passport(),
        title=draw(texts),
        description=draw(texts),
        purpose=draw(texts),
        keywords=Keywords(uk=draw(lists), en=draw(lists)),
        frequency=draw(st.sampled_from(Frequency)),
        language=draw(st.sampled_from(["uk", "en", "bg"])),
        licence=Licence(id=draw(st.sampled_from(["cc-by", "CC-BY-4.0"])), title="", url="x"),
        publisher=Publisher(name=draw(texts), code=draw(st.sampled_from(["", "00000000"]))),
        contact=Contact(name=draw(texts), email="data@example.org"),
        edition=draw(st.sampled_from(["", "2019", "2025"])),
        annex_item=draw(words),
        actual_on=draw(st.none() | st.dates(date(2000, 1, 1))),
        first_published=draw(moments),
        modified=draw(moments),
        usage_notes=tuple(draw(st.lists(texts, max_size=3))),
        theme=draw(st.sampled_from(["GOVE", "TRAN"])),
    )


def recorded(passport: Passport) -> Record:
    return record(samples.release(), passport, ("CSV",), "https://data.example.org/benches/")


def records() -> st.SearchStrategy[Record]:
    return passports().map(recorded)
