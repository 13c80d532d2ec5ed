"""Sums of money that are named as such and written without hryvnias: «видатки – 45 тис.»."""

from collections.abc import Iterator

from pipeline.extractors.counting.label_nouns import free_words
from pipeline.extractors.counting.labels import Label
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, lemmas, modifiers, nouns

_MONEY = frozenset(
    "сума вартість ціна дохід видаток видатки витрата заборгованість борг кошт кошти бюджет"
    " економія прибуток збиток зарплата плата податок фінансування асигнування".split()
)
_MAY_BE_MONEY = frozenset(
    "надходження субвенція дотація інвестиція субсидія кошторис штраф збір внесок премія".split()
)
"""Counted as often as summed up: money only in thousands."""
_HRYVNIAS = frozenset({"грн", "гривня"})
_TOPICS = frozenset({"тематика", "тема", "питання", "рубрика"})
_OF_WHAT = frozenset({"обсяг", "розмір", "загал"})
_FACTORS = frozenset({"тис", "млн", "млрд"})


def is_sum(spot: Spot, label: Label) -> bool:
    """Whether the label of a number without a noun or a unit names money.

    «Платників податків – 45» are persons, «довідок про доходи – 12» are papers.
    """
    in_thousands = spot.token.text.lower().rstrip(" .").rpartition(" ")[2] in _FACTORS
    money = _MONEY | _MAY_BE_MONEY if in_thousands else _MONEY
    first = next(_named(spot, label.start, label.end), frozenset())
    # «Середня – 12 345 грн, мінімальна – 8 000»: nothing else is named since the hryvnias.
    if not in_thousands and _is_topic(spot, label):
        return False
    if first & money or _is_fund(spot, label) or label.lemmas & _HRYVNIAS:
        return True
    # «Видатки на утримання – 45 тис., на ремонт – 12 тис.»; «середня зарплата …, мінімальна – …».
    is_kind = all(map(_is_single_kind, spot.tokens[label.start : label.end]))
    goes_on = (in_thousands or is_kind) and not label.lemmas
    return goes_on and any(names & _MONEY for names in _named(spot, 0, label.start))


def _is_topic(spot: Spot, label: Label) -> bool:
    """«Тематика: бюджет – 11; земля – 14»: of what the requests were."""
    before = spot.tokens[: label.start]
    colon = next((at for at, token in enumerate(before) if token.is_mark(":")), 0)
    return any(lemmas(token.text) & _TOPICS for token in before[:colon])


def _named(spot: Spot, start: int, end: int) -> Iterator[frozenset[str]]:
    """The nouns of a stretch that stand after no preposition, without «обсяг».

    «Запитів стосувалося: бюджету – 13»: a genitive alone is a topic, unless something was done.
    """
    is_told = False
    for at in free_words(spot.tokens, start, end):
        token = spot.tokens[at]
        forms = nouns(token.text) if token.kind is Kind.WORD else ()
        is_told = (
            is_told or is_predicate(token.text) or bool({one.lemma for one in forms} & _OF_WHAT)
        )
        direct = any(one.case == "nomn" or (one.case == "gent" and one.plural) for one in forms)
        names = frozenset(lemmas(token.text))
        if forms and (direct or is_told) and not is_predicate(token.text) and not names & _OF_WHAT:
            yield names


def _is_single_kind(token: Token) -> bool:
    forms = modifiers(token.text) if token.kind is Kind.WORD else ()
    return bool(forms) and any(one.singular and one.case == "nomn" for one in forms)


def _is_fund(spot: Spot, label: Label) -> bool:
    words = " ".join(token.text.lower() for token in spot.tokens[label.start : label.end])
    return words.startswith("фонд оплати праці")
