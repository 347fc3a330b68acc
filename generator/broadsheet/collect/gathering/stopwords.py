"""Words that carry no meaning of their own, by language."""

from __future__ import annotations

from functools import cache

import stopwordsiso

_SAME = {"nb": "no", "nn": "no"}
"""Languages whose list goes by another tag."""
_CONTENT = frozenset("free world interest group home system change test index information research page web".split())
"""Words of the English list that name things."""


@cache
def stopwords(language: str | None) -> frozenset[str]:
    """
    The stop words of a language, folded; of an unknown one, those of English.

    >>> "the" in stopwords("en-GB"), "und" in stopwords("de"), stopwords("tlh")
    (True, True, frozenset())
    """
    tag = (language or "en").partition("-")[0].lower()
    tag = _SAME.get(tag, tag)
    if not stopwordsiso.has_lang(tag):
        return frozenset()
    words = {word.casefold() for word in stopwordsiso.stopwords(tag)}
    return frozenset(words - _CONTENT if tag == "en" else words)
