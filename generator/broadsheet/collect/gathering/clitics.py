"""Small words that some languages write in one with others: “and”, “the”, “in” before a noun, particles behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

_BEFORE: Mapping[str, tuple[str, ...]] = {
    "ar": ("ال", "و", "ب", "ل", "ف", "ك"),
    "he": ("ה", "ו", "ב", "ל", "מ", "ש", "כ"),
}
_BEHIND: Mapping[str, tuple[str, ...]] = {
    "ko": tuple(
        "에서는 으로는 에서 에게 에는 으로 까지 부터 이라고 라고 은 는 이 가 을 를 의 에 로 와 과 도 만".split()
    ),
}
_WITH_ARTICLE = "لل"
"""In Arabic “for the”, in which the article has lost its first letter."""
_SHORTEST: Mapping[str, int] = {"ko": 2}
"""Letters of what is left."""
_OTHERWISE = 3
_AT_MOST = 3
"""Clitics of one word: “and by the”."""


def may_have_clitics(tag: str) -> bool:
    """Whether a language writes such words in one with others."""
    return tag in _BEFORE or tag in _BEHIND


def without_clitics(words: Sequence[str], tag: str, known: Iterable[str] = ()) -> list[str]:
    """
    The words without what is written in one with them, wherever the bare form stands in the text too, or is `known`.

    Left alone: a word whose bare form stands nowhere, since its first or last letters may be its own.
    """
    stand = {*words, *known}
    bare = {word: _bare(word, tag, stand) for word in set(words)}
    return [bare[word] for word in words]


def _bare(text: str, tag: str, stand: Set[str]) -> str:
    """The shortest form that stands by itself once up to three clitics are taken off, the outermost first."""
    least = _SHORTEST.get(tag, _OTHERWISE)
    forms = reached = {text}
    for _ in range(_AT_MOST):
        reached = {form for word in reached for form in _forms(word, tag) if len(form) >= least}
        forms = forms | reached
    return min((form for form in forms if form in stand), key=lambda form: (len(form), form), default=text)


def _forms(text: str, tag: str) -> Iterator[str]:
    """What a word may be without its outermost clitic."""
    if tag == "ar" and text.startswith(_WITH_ARTICLE):
        yield f"ال{text[len(_WITH_ARTICLE) :]}"
        yield text[len(_WITH_ARTICLE) :]
    yield from (text.removeprefix(clitic) for clitic in _BEFORE.get(tag, ()) if text.startswith(clitic))
    yield from (text.removesuffix(clitic) for clitic in _BEHIND.get(tag, ()) if text.endswith(clitic))
