"""Names of countries and unions: their declined forms, and the short forms that stand for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from broadsheet.collect.topics.inflected import DECLINING, STEM, WITH_ADJECTIVES, one_word_each
from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.uses import Uses, add_use, names_of
from broadsheet.words.locales import locale_of

_SHORT = {"US": ("usa", "us"), "UN": ("un", "onu", "uno"), "EU": ("eu", "ue"), "GB": ("uk",)}
"""Short forms of those that are mostly called by one."""


def merge_countries(uses: Sequence[Uses], languages: Sequence[str | None], forms: dict[str, dict[str, int]]) -> None:
    """
    Count a country under its plain name in the language of the article, or under its short form if that stands there.

    The declined forms of a name as the CLDR has it: “Pakistanu” in Polish is “Pakistan”.
    """
    for use, language in zip(uses, languages, strict=True):
        tag = (language or "en").partition("-")[0]
        plain, stems = _names(tag)
        for key in names_of(use):
            name = key if key in plain else _plain(key, stems, tag)
            if name is None:
                continue
            short = next((short for short in _SHORT.get(plain[name][0], ()) if short in use), None)
            if (short or name) != key:
                add_use(use, short or name, use.pop(key))
                written = forms.setdefault(name, {})
                written[plain[name][1]] = written.get(plain[name][1], 0) + 1


def _plain(key: str, stems: Mapping[tuple[str, ...], Sequence[str]], tag: str) -> str | None:
    if tag not in DECLINING and not (tag in WITH_ADJECTIVES and " " in key):
        return None
    found = stems.get(tuple(part[:STEM] for part in key.split()), ())
    return next((name for name in found if one_word_each(name, key)), None)


@cache
def _names(tag: str) -> tuple[dict[str, tuple[str, str]], dict[tuple[str, ...], list[str]]]:
    """The names of a language by their keys, each with its code and as it is written; and the keys by their stems."""
    plain: dict[str, tuple[str, str]] = {}
    stems: dict[tuple[str, ...], list[str]] = {}
    for code, name in sorted(locale_of(tag).territories.items()):
        if code.isalpha() and (key := key_of(str(name))) not in plain:
            plain[key] = code, str(name)
            stems.setdefault(tuple(part[:STEM] for part in key.split()), []).append(key)
    return plain, stems
