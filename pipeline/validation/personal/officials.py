"""Whether a person is named as the holder of a public post.

Only where the post stands directly before the name, and the text is not about a private matter
of that person (land, aid, guardianship): in doubt the person is private.
"""

import re
from functools import cache

from pipeline.validation.personal.lexicon import among, lexicon
from pipeline.validation.personal.words import Token, Words

_FURTHEST = 16
"""Tokens between a post and the name: «керівника КП „…“ Зразківської селищної ради …»."""


def is_private_matter(text: str) -> bool:
    """Whether a folded text is about land, aid, guardianship or the like."""
    return bool(_private_matters().search(text))


@cache
def _private_matters() -> re.Pattern[str]:
    return re.compile("|".join(lexicon().private_matters), re.IGNORECASE)


def post_before(words: Words, at: int) -> Token | None:
    """The public post that stands directly before the name that begins at a token, or None."""
    public = False
    for step in range(at - 1, max(-1, at - 1 - _FURTHEST), -1):
        token = words[step]
        if among(token, lexicon().posts):
            return None if _is_of_award(words, step) else token
        if among(token, lexicon().posts_in_bodies):
            return token if public else None
        if not _may_stand_between(words, step):
            return None
        public = public or among(token, lexicon().public_forms)
    return None


def _is_of_award(words: Words, at: int) -> bool:
    """«Подякою міського голови …»: who is named receives the award."""
    before = words.tokens[max(0, at - 3) : at]
    return any(token.lower.startswith(lexicon().awards) for token in before)


def _may_stand_between(words: Words, at: int) -> bool:
    token = words[at]
    if at in words.things or token.text in '."«»“”„№-–':
        return not _ends_sentence(words, at)
    lists = lexicon()
    if among(token, lists.public_forms) or among(token, lists.within_posts):
        return True
    return not among(token, lists.private_forms) and (
        token.reading.of_place or _is_place_name(token)
    )


def _ends_sentence(words: Words, at: int) -> bool:
    """A stop after a word; after «м.» and «с.» the post goes on."""
    return words[at].text == "." and len(words[at - 1].text) > 3


def _is_place_name(token: Token) -> bool:
    """«Міського голови Києва»: a capitalised word that is no name of a person."""
    return token.capital and token.reading.common and not token.reading.surely_surname
