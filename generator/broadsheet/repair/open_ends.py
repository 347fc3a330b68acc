"""Ends that no sentence has: articles, prepositions, conjunctions, commas, opening brackets."""

from __future__ import annotations

import re

from broadsheet.layout.open_words import CLOSING_WORDS, OPEN_WORDS
from broadsheet.layout.sentence import begins_lower, ends_sentence

_QUOTES = "\"'“„«‘"
_WORDS, _NAME = 3, 4
"""The beginning of a sentence has so many words at least, a name that stands alone so many at most."""
_OPENING = "([{„“‘«‹\"'"
_ASKING = frozenset(("Who", "When", "Where"))
"""Alone, they are headings, as those of an invitation."""
_SAYING = ("said", "says", "added", "wrote", "sagte", "sagt")
_SAID = re.compile(rf"[”\"»’]\s(?:{'|'.join(_SAYING)})$")
"""Behind a quotation such a word has its subject after it."""
_CLOSED = '.!?"”:)'
"""Behind these no text is open, whatever its words are."""
_PARTS = re.compile(r"\w+(?:[-.]\w+)*")
_ARTICLES = frozenset("the a an der die das le la les l el los las il lo gli de het".split())
"""With these a paragraph begins rather than a name to which a sentence was linked."""
_ELIDED = re.compile(
    r"(?:^|\s)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull|quell)['’]$", re.IGNORECASE
)
"""What French and Italian words lose their last vowel for follows."""
_RAISED = re.compile(r"(?:^|\s)(?:M (?:me|lle|gr)|[IVX]+ e)$")
"""A French title, or the number of a century, after raised letters were cut off and set on a line of their own."""
_AFTER_RAISED = (" me", " lle", " gr", " e")
_JAPANESE_ENDS = "をの＝「『（《〈【"
"""So no Japanese sentence ends, and hardly a heading."""
_NOUN_IN_NO = re.compile(r"(?<![へとでら])(?:^|(?<=[ぁ-ゖ]))の$")
"""Behind kana の may be the end of a noun, as in もの."""
_PARTICLES_AFTER_WORD = frozenset("のをがはにへとでもや")
"""Before anything but kana, no Japanese word begins with these: they belong to the word before them."""
_KANA = re.compile("[ぁ-ゖ、]")
_ITEM_ENDS = tuple(f"{sign} {word}" for sign in ";," for word in "and or und oder et ou y o e en of".split())
"""So the last item but one of a list ends."""


def is_open(text: str) -> bool:
    """
    Whether a text surely goes on: it ends in an article or a preposition, a comma, or an opening bracket.

    >>> is_open("was sold in New York by"), is_open("Der Kurs gibt nach"), is_open("avant qu’")
    (True, False, True)
    """
    if text[-1] in ",–" or (text[-1] in _OPENING and text[-2:-1] in " "):
        return True
    if text[-1] in _CLOSED:  # as most texts are
        return False
    if text[-1] in "'’":
        return _ELIDED.search(text) is not None
    if text.endswith(_AFTER_RAISED) and _RAISED.search(text):
        return True
    if ends_item(text):
        return False
    if text.endswith(_SAYING) and _SAID.search(text):
        return True
    if text[-1] in _JAPANESE_ENDS:
        return not _NOUN_IN_NO.search(text[-2:])
    word = text.rsplit(maxsplit=1)[-1].lstrip(_OPENING)
    if word in CLOSING_WORDS and word != text:
        return False
    return word.lower() in OPEN_WORDS and (word.islower() or (word == text and word not in _ASKING))


def begins_within(text: str) -> bool:
    """
    Whether a text begins as only the rest of a sentence does: as `begins_lower` tells, or with a Japanese particle.

    >>> begins_within("of Boston"), begins_within("の新聞"), begins_within("のんびり")
    (True, True, False)
    """
    if text[0] in _PARTICLES_AFTER_WORD:
        return len(text) > 1 and not _KANA.match(text, 1)
    return begins_lower(text)


def ends_item(text: str) -> bool:
    """
    Whether a text ends as the last item but one of a list does.

    >>> ends_item("the type, and"), ends_item("type and")
    (True, False)
    """
    return text.endswith(_ITEM_ENDS)


def may_go_on(text: str) -> bool:
    """
    Whether a text without an end mark may be the beginning of a sentence: of some words, not all with capitals.

    >>> may_go_on("Stats are tracked by"), may_go_on("Getty Images"), may_go_on("(Archive of the Times)")
    (True, False, False)
    """
    words = _PARTS.findall(text)
    if not (text[0].isalnum() or text[0] in _QUOTES) or not any(map(str.islower, words)):
        return False
    return len(words) >= _WORDS or words[0].lower() in _ARTICLES


def may_be_link(text: str) -> bool:
    """
    Whether a text may be a name inside a sentence: a few words, the first of them no article, and no end mark.

    >>> may_be_link("Johann Carolus"), may_be_link("The office"), may_be_link("It rained.")
    (True, False, False)
    """
    words = text.split()
    return len(words) <= _NAME and len(text) > 1 and words[0].lower() not in _ARTICLES and not ends_sentence(text)
