"""The language of a text, by its script and its commonest words."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06cc]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("uk", re.compile("[іїєґ]", re.IGNORECASE)),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
"""A language for each script, by letters that are its own; the narrower before the wider."""

_BEYOND_LATIN = re.compile("[\u0370-\u1dff\u2e80-\uabff\uac00-\ud7ff\uf900-\ufdff\ufe70-\ufefc]")
_SHARE = {"ja": 0.05, "fa": 0.02, "uk": 0.02}
"""The share of all letters that tells the language; 0.3 where not named."""

_COMMON = {
    "en": "the and of to in that is was for it with as his on be at by had from not are but they which have this",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero",
    "it": "di e il la che in a per è un del con non una si da sono le dei nel al alla della ha gli",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog",
    "sv": "och att det i en som är på av för med den till inte om ett han men var sig från har de",
    "da": "og at det i en som er på af for med den til ikke et han men var sig fra har de der",
    "nb": "og at det i en som er på av for med den til ikke et han men var seg fra har de etter",
    "is": "og að er í á sem til um við en ekki var hann það fyrir frá með hefur þá hún af þess voru eru verið",
    "fi": "ja on ei että se oli hän mutta kun ovat myös joka niin mukaan ole sen sekä",
    "pl": "i w na z do się nie to że jest o od po jak za ale przez który są tym dla",
    "cs": "a v na se že je o s z do i to za ve pro si ale jako by po který jsou",
    "lt": "ir kad į iš su yra tai kaip o bet buvo už jis ar apie jo nuo dėl po prie jos šio taip pat jie",
    "hu": "a az és hogy nem is egy ez volt meg csak de még már el mint vagy azt",
    "ro": "de și în a la cu pe nu că o din care mai un se este pentru au fost",
    "tr": "ve bir bu da de için ile çok olarak gibi olan daha kadar sonra ne ama",
    "id": "yang dan di dengan untuk ini dari itu dalam pada tidak akan ke oleh juga",
    "vi": "của và là có được cho các trong không người với một này những đã để",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in set(_words.split()):
        _LANGUAGES.setdefault(_word, []).append(_language)
_SIGNED = tuple((chr(ord("A") + at), language) for at, language in enumerate(_COMMON))
_ALL_SIGNS = [sign for sign, _ in _SIGNED]
_SIGNS = {word: "".join(sign for sign, of in _SIGNED if of in told) for word, told in _LANGUAGES.items()}
"""For each word a letter for each of its languages: letters in a row are counted faster than languages word by word."""
_SIGNS_IN_LATIN = {word.encode("latin-1", "replace"): signs.encode() for word, signs in _SIGNS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = bytes(ord(chr(sign).lower()) if _WORD.match(chr(sign)) else ord(" ") for sign in range(256))
"""For each letter of Latin-1 the small one, but for ß, of which there are two; for all else a space."""
_SIGNS_BETWEEN = "’‘“”„«»–—…\u00a0"
"""Signs that texts in Latin letters have; without them, most are of ASCII or Latin-1 alone."""
_SAMPLE = 2500
"""Characters looked at: enough for a text of any length."""


def is_common(word: str, language: str | None) -> bool:
    """
    Whether a word is one of the commonest of a language.

    >>> is_common("und", "de"), is_common("und", "fr")
    (True, False)
    """
    return language in _LANGUAGES.get(word, ())


def language_of(text: str) -> tuple[str, float] | None:
    """
    The language of a text and how sure that is, or ``None``.

    Words common in a language are counted, those that several languages share for each (the method of function words;
    Grefenstette, 1995).  Left alone: a text of fewer than eight words, or one whose two best languages are close.

    >>> language_of("Der Drucker und die Zeitung: eine Geschichte, die nicht mit der Presse endet.")[0]
    'de'
    """
    sample = text[:_SAMPLE]
    for sign in () if sample.isascii() else _SIGNS_BETWEEN:
        sample = sample.replace(sign, " ")
    if not sample.isascii() and _BEYOND_LATIN.search(sample):
        letters = sum(map(str.isalpha, sample))
        for language, script in _SCRIPTS:
            if letters and len(script.findall(sample)) >= _SHARE.get(language, 0.3) * letters:
                return language, 0.9
    words, signs = _signs_of(sample)
    if words < 8:
        return None
    counts = list(map(signs.count, _ALL_SIGNS))
    second, most = sorted(counts)[-2:]
    if most < max(3, words * 0.08) or most <= second:
        return None
    best = _SIGNED[counts.index(most)][1]
    return best, round(min(0.95, 0.5 + (most - second) / most), 2)


def _signs_of(text: str) -> tuple[int, str]:
    """How many words a text has, and the signs of all; one of Latin-1 alone is read as bytes, in less of the time."""
    try:
        letters = text.encode("latin-1")
    except UnicodeEncodeError:
        words = _WORD.findall(text.casefold())
        return len(words), "".join(filter(None, map(_SIGNS.get, words)))
    short = letters.replace(b"\xdf", b"ss").translate(_LETTERS).split()
    return len(short), b"".join(filter(None, map(_SIGNS_IN_LATIN.get, short))).decode()
