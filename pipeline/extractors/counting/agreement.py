"""Whether a number counts the noun after it or ranks it, by how they agree.

Cardinals (Український правопис 2019, § 106): one goes with the singular, two to four with the
nominative plural, five and more with the genitive plural; in oblique cases the noun takes the case.
Reports err in the case («36 документи»), hardly ever in the number, so a plural is enough; a
singular after two and more means an ordinal: «29 пленарне засідання», «9 класу».
"""

from collections.abc import Sequence

from pipeline.extractors.counting.lexicon import unit_of
from pipeline.extractors.counting.noun_phrases import JOINS, counted_forms
from pipeline.extractors.counting.tokens import Quantity, Token
from pipeline.ukrainian.morphology import Reading, is_predicate, modifiers, nouns
from pipeline.ukrainian.numerals import Inflection

# Numbered far more often than counted: «2 група», «3 етап», «1 місце».
RANKED = frozenset(
    "клас місце категорія розряд ступінь курс поверх квартал півріччя тур етап скликання група"
    " рівень номер ранг чверть черга під'їзд".split()
)
# Counted and numbered: «проведено 3 сесії», «рішення 3 сесії».
NUMBERED = frozenset("сесія засідання пленарне збори зустріч випуск сезон".split())
ANNIVERSARY = frozenset("річниця роковини річчя ювілей".split())


def ranks(quantity: Quantity, middle: Sequence[str], head: str, *, slot: str, dated: bool) -> bool:
    """Whether the number is an ordinal.

    Args:
        quantity: what the number says.
        middle: adjectives between the number and the noun.
        head: the noun.
        slot: `governed` where the noun phrase depends on a noun or a preposition before the
            number, `free` otherwise: what tells «рішення 3 сесії» from «проведено 3 сесії».
        dated: the sentence tells what happened on a day, and what happens on one day is numbered.
    """
    if quantity.inflection is not None:
        return quantity.inflection is Inflection.ORDINAL
    forms = nouns(head) or modifiers(head)
    names = {form.lemma for form in forms}
    if quantity.value != quantity.value.to_integral_value():
        return False
    if quantity.value_max is not None:
        return bool(names & {"клас", "курс", "поверх"}) or not any(form.plural for form in forms)
    if _ends_in_one(int(quantity.value)):
        return _ranks_single(int(quantity.value), names, forms, slot=slot, dated=dated)
    if _is_singular(middle, forms):
        # Nobody numbers people: «обслужено 1675 особу» is a slip (seen 2026-11).
        if unit_of(forms) in {"осіб", "сімей"}:
            return False
        return not _is_count_form(int(quantity.value), middle, forms, names)
    if any(not any(form.singular for form in modifiers(word)) for word in middle):
        return False
    return _ranks_plural(quantity, forms, names, slot=slot)


def forms_after(quantity: Quantity, word: str) -> tuple[Reading, ...]:
    """Readings of a noun after its number: «201 учень» are no teachings."""
    forms, whole = counted_forms(word), quantity.value == quantity.value.to_integral_value()
    if not whole or not _ends_in_one(int(quantity.value)):
        return forms
    single = tuple(one for one in nouns(word) if one.singular and one.case in {"nomn", "accs"})
    return (
        forms if {one.lemma for one in single} & {one.lemma for one in forms} else single or forms
    )


def counts_letters(tokens: Sequence[Token], place: int, word: str) -> bool:
    """«Облаштовано 15 АБВГ», «10 сиріт та 15 АБВГ»; «на базі 15 АБВГ» is the fifteenth."""
    if not word.isupper() or len(word) == 1 or any(form.known for form in nouns(word)):
        return False
    before = tokens[place - 1].text.lower() if place else ""
    told = any(token.quantity is not None for token in tokens[:place])
    return is_predicate(before) or (told and before in JOINS)


def _ends_in_one(value: int) -> bool:
    return value % 10 == 1 and value % 100 != 11


def _ends_in_few(value: int) -> bool:
    return value % 10 in {2, 3, 4} and value % 100 not in {12, 13, 14}


def _ranks_single(
    value: int, names: set[str], forms: Sequence[Reading], *, slot: str, dated: bool
) -> bool:
    if not any(form.singular for form in forms):
        return False
    if names & RANKED:
        return True
    return bool(names & NUMBERED) and (slot == "governed" or (dated and value > 1))


def _is_singular(middle: Sequence[str], forms: Sequence[Reading]) -> bool:
    if any(not any(form.plural for form in modifiers(word)) for word in middle):
        return True
    return not any(form.plural for form in forms)


def _is_count_form(
    value: int, middle: Sequence[str], forms: Sequence[Reading], names: set[str]
) -> bool:
    """`2 документа`, `22 громадянина`: a genitive singular, as after «два» in Russian."""
    agrees = all(any(form.plural for form in modifiers(word)) for word in middle)
    genitive = any(form.case == "gent" and "masc" in form.tags for form in forms)
    return _ends_in_few(value) and agrees and genitive and not names & (RANKED | NUMBERED)


def _ranks_plural(
    quantity: Quantity, forms: Sequence[Reading], names: set[str], *, slot: str
) -> bool:
    if not names & (RANKED | NUMBERED) or forms[0].case == "gent" and forms[0].plural:
        return False
    could_be_single = any(form.singular for form in forms if "Fixd" not in form.tags)
    if not could_be_single:
        return False
    return slot == "governed" or not _ends_in_few(int(quantity.value))
