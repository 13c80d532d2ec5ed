"""One report, read: every number of it, and the counts among them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.counting.counts import Count
from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.openers import find_openers
from pipeline.extractors.counting.out_of_time import is_ahead, is_historic
from pipeline.extractors.counting.passages import Passage, find_passages
from pipeline.extractors.counting.quantities import join_quantities
from pipeline.extractors.counting.quotes import find_names
from pipeline.extractors.counting.readings import read_numbers
from pipeline.extractors.counting.relations import relate
from pipeline.extractors.counting.report_times import report_time
from pipeline.extractors.counting.statements import Other, ReportReading, Statement
from pipeline.extractors.counting.table_wholes import TableNumber
from pipeline.extractors.counting.tabled import table_statements
from pipeline.extractors.counting.tables import read_tables
from pipeline.extractors.counting.times import Time, Times, passage_times
from pipeline.extractors.counting.titles import title_of
from pipeline.extractors.counting.tokens import Kind, Token, tokenise
from pipeline.extractors.counting.wholes import find_wholes
from pipeline.readers.document import Document, Line
from pipeline.ukrainian.morphology import lemmas
from pipeline.ukrainian.text import plain as to_plain


def read_report(document: Document) -> ReportReading:
    """Every number of a report: counts with their times and wholes, and what is no count."""
    plain = to_plain(document.text)
    tokens = join_quantities(tokenise(plain, find_wholes(plain)))
    report = report_time(plain)
    # «304 (95,3 %) – від фізичних осіб»: the share stands between the number and its words.
    asides = [token for token in tokens if token.rule == "percent"]
    tokens = tuple(token for token in tokens if token.rule != "percent")
    in_tables = read_tables(document.text, document.lines, tokens, report)
    taken = {one.token.start for one in in_tables}
    passages = _all_passages(plain, document.lines, tokens)
    names = find_names(document.text)
    found = [
        one
        for number, passage in enumerate(passages)
        for one in read_numbers(plain, passage.tokens, number, names)
        if one.token.start not in taken
    ]
    reading = _assemble(document, plain, passages, found, in_tables)
    others = (*reading.others, *(_aside(token, document.lines) for token in asides))
    return replace(reading, others=tuple(sorted(others, key=lambda one: one.token.start)))


def _aside(token: Token, lines: Sequence[Line]) -> Other:
    line = next(line for line in lines if line.start <= token.start <= line.end)
    return Other(token=token, rule=token.rule, quote_start=line.start, quote_end=line.end)


def _all_passages(
    plain: str, lines: Sequence[Line], tokens: Sequence[Token]
) -> tuple[Passage, ...]:
    """Passages of the running text, then each cell with text as a passage of its own."""
    running = find_passages(plain, lines, tokens)
    return (*running, *_cell_passages(lines, tokens))


def _cell_passages(lines: Sequence[Line], tokens: Sequence[Token]) -> Iterator[Passage]:
    for index, line in enumerate(lines):
        for start, end in line.cells:
            inside = tuple(token for token in tokens if start <= token.start < end)
            if inside:
                yield Passage(tokens=inside, start=start, end=end, line=index, lead=None)


def _assemble(
    document: Document,
    plain: str,
    passages: Sequence[Passage],
    found: Sequence[Found],
    in_tables: Sequence[TableNumber],
) -> ReportReading:
    report = report_time(plain)
    found = [_if_told(plain, passages[one.passage], one, report) for one in found]
    counts = relate(passages, found)
    times = passage_times(plain, passages, report)
    told = [_statement(document.text, passages, found, count, times) for count in counts]
    told = _with_times_of_wholes(told, counts, times)
    told = [
        _within_time(passages, count, one, told) for one, count in zip(told, counts, strict=True)
    ]
    told += table_statements(document.lines, plain, passages, counts, in_tables, times)
    counted = {one.token.start for one in told}
    # A numeral in words that counts nothing has no digits to account for.
    left = [one for one in found if one.token.start not in counted and not _is_in_words(one)]
    ignored = [one for one in in_tables if one.rule]
    others = [*(_other(one, passages) for one in left), *map(_table_other, ignored)]
    return ReportReading(
        statements=_in_order(told),
        others=tuple(sorted(others, key=lambda one: one.token.start)),
        time=report,
        plain=plain,
    )


def _with_times_of_wholes(
    told: Sequence[Statement], counts: Sequence[Count], times: Times
) -> list[Statement]:
    """«Станом на 01.01.2025 – 717 жителів. Серед них дітей – 121»: children of that day."""
    timed: list[Statement] = []
    for one, count in zip(told, counts, strict=True):
        own = times.mentions[count.found.passage]
        whole = None if one.whole is None or one.whole >= len(timed) else one.whole
        goes_on = whole is not None and not own and one.time == times.report
        timed.append(replace(one, time=timed[whole or 0].time) if goes_on else one)
    return timed


def _within_time(
    passages: Sequence[Passage], count: Count, one: Statement, told: Sequence[Statement]
) -> Statement:
    """«Торік було 33 скарги, цього року отримано 21»: none of last year's, unless said so."""
    if one.whole is None or count.found.manner is Manner.PARTITIVE:
        return one
    own, whole = one.time.period, told[one.whole].time.period
    if own is None or whole is None or _is_opened(passages[count.found.passage], count):
        return one
    return one if own.start <= whole.end and whole.start <= own.end else replace(one, whole=None)


def _is_opened(passage: Passage, count: Count) -> bool:
    """«З них у липні – 14»; not «з них 58 …; у минулому кварталі – 88»."""
    ends = [it.end for it in find_openers(passage.tokens) if it.end <= count.found.place]
    after = passage.tokens[ends[-1] : count.found.place] if ends else ()
    return bool(ends) and not any(token.is_mark(";") for token in after)


def _if_told(plain: str, passage: Passage, one: Found, report: Time) -> Found:
    """The number, ignored where it tells of long before or of after the time of the report."""
    if one.rule or one.token.quantity is None:
        return one
    if is_historic(plain, passage.start, one.token.start, report.year):
        return replace(one, rule="history")
    last = report.last_day
    ahead = last is not None and is_ahead(plain, passage.start, one.token.start, last)
    return replace(one, rule="plan") if ahead else one


def _in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """By place in the text; indices of wholes follow."""
    order = sorted(range(len(statements)), key=lambda at: statements[at].token.start)
    moved = {old: new for new, old in enumerate(order)}
    return tuple(
        replace(statements[at], whole=None if (old := statements[at].whole) is None else moved[old])
        for at in order
    )


def _statement(
    text: str, passages: Sequence[Passage], found: Sequence[Found], count: Count, times: Times
) -> Statement:
    one = count.found
    passage = passages[one.passage]
    others = [
        other.token.start
        for other in _of_passage(found, one.passage)
        if not other.rule and other.token.start != one.token.start
    ]
    time = times.of(one.passage, one.token.start, one.token.end, others)
    return Statement(
        token=one.token,
        manner=one.manner,
        title=title_of(text, passage.tokens, count),
        unit=count.unit,
        lemmas=count.lemmas,
        phrase=_lemmas(passage.tokens[one.start : one.end]),
        clause=_lemmas(_clause(passage.tokens, one, found)),
        sentence=_lemmas(passage.tokens),
        time=time,
        quote_start=passage.start,
        quote_end=passage.end,
        whole=count.whole,
        unclear=count.unclear,
    )


def _of_passage(found: Sequence[Found], passage: int) -> Sequence[Found]:
    """The numbers of one passage; they stand in the order of the passages."""
    first = bisect_left(found, passage, key=lambda one: one.passage)
    return found[first : bisect_right(found, passage, lo=first, key=lambda one: one.passage)]


def _clause(tokens: Sequence[Token], one: Found, found: Sequence[Found]) -> tuple[Token, ...]:
    """The words of a count: up to the comma that parts them from those of its neighbours."""
    same = [other for other in _of_passage(found, one.passage) if not other.rule]
    start, end = 0, len(tokens)
    before = [other for other in same if other.place < one.place]
    if before:
        last = max(before[-1].place + 1, before[-1].end if before[-1].end <= one.place else 0)
        start = _first_comma(tokens, last, one.place)
    after = [other for other in same if other.place > one.place]
    if after:
        end = _last_comma(tokens, one.place, after[0].place)
    return tuple(tokens[start:end])


def _first_comma(tokens: Sequence[Token], start: int, end: int) -> int:
    return next((at for at in range(start, end) if tokens[at].is_mark(",;:")), start)


def _last_comma(tokens: Sequence[Token], start: int, end: int) -> int:
    return next((at for at in range(end - 1, start, -1) if tokens[at].is_mark(",;:")), end)


def _lemmas(tokens: Sequence[Token]) -> frozenset[str]:
    words = (token.text for token in tokens if token.kind is Kind.WORD)
    return frozenset(lemma for word in words for lemma in lemmas(word))


def _is_in_words(one: Found) -> bool:
    return one.token.quantity is not None and one.token.quantity.in_words


def _table_other(one: TableNumber) -> Other:
    return Other(token=one.token, rule=one.rule, quote_start=one.start, quote_end=one.end)


def _other(one: Found, passages: Sequence[Passage]) -> Other:
    passage = passages[one.passage]
    return Other(token=one.token, rule=one.rule, quote_start=passage.start, quote_end=passage.end)
