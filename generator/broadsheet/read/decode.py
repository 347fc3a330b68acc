"""Bytes to text: which encoding, and which characters could not be read."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from broadsheet.read.alphabets import by_alphabet
from broadsheet.read.damaged import nearly_utf8
from broadsheet.read.plausible import east_asian_share, western_doubt

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark begins the other's."""
_MARKED = tuple(mark for mark, _ in _MARKS)

_WESTERN = ("cp1252", "mac_roman", "cp850", "cp437")
"""The 8-bit encodings of western texts, the commonest first."""
_DOUBTFUL = 0.02
"""The share of odd characters up to which a western reading is taken."""
_DENSE = 0.02
"""Of all bytes, those beyond ASCII that a guess by their frequency needs."""
_EAST_ASIAN = (("cp932", 0.2), ("euc_jp", 0.2), ("cp949", 0.4), ("cp950", 0.15), ("gb18030", 0.15))
"""East Asian encodings, and the share of characters of their language that a text in them has."""
_STRANGE, _FEW = 0.05, 0.25
"""Above this doubt of every western reading, some words of an East Asian language show by so much less."""
_WIDE_SHARE = 0.2
"""Of all bytes, those beyond ASCII of which a text in such an encoding has more."""
_ESCAPE = b"\x1b"
_ESCAPED = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
"""What ISO-2022-JP shifts to Japanese with."""


_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32)))


class Decoded(NamedTuple):
    """The text of some bytes, and how sure that is."""

    text: str
    encoding: str
    stated: bool
    """Whether the bytes say it themselves: by a mark, or by being valid UTF-8."""
    bad: tuple[int, ...] = ()
    """Offsets in `text` of characters put for bytes that could not be read."""


def decode(data: bytes) -> Decoded | None:
    """
    Decode a whole file; ``None`` where it is not text.

    In order: a byte order mark; UTF-16 without a mark, told by its zero bytes; ISO-2022-JP, told by its escapes; UTF-8;
    UTF-8 with some damage; the East Asian encodings, where they show their language; those of western texts, where
    that gives what such texts are printed with; else what charset-normalizer finds.
    """
    for mark, encoding in _MARKS if data.startswith(_MARKED) else ():
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return Decoded(text, encoding, stated=True, bad=_replaced(text))
    if b"\0" in data:
        return _wide(data)
    escaped = _ESCAPE in data and any(map(data.__contains__, _ESCAPED))
    if escaped and (japanese := _strict(data, "iso2022_jp_2")) is not None:
        return Decoded(japanese, "iso2022_jp", stated=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", stated=True) if _texty(data) else None
    except UnicodeDecodeError:
        pass
    if not _texty(data):
        return None
    dense = len(data.translate(None, delete=bytes(range(128)))) >= _WIDE_SHARE * len(data)
    if (nearly := nearly_utf8(data)) is not None:
        return Decoded(nearly, "utf-8", stated=True, bad=_replaced(nearly))
    return (_east_asian(data) if dense else None) or _eight_bit(data)


def _texty(data: bytes) -> bool:
    """Whether control characters are few enough for a text."""
    controls = len(data) - len(data.translate(None, delete=_CONTROLS))
    return controls <= max(2, len(data) // 100)


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: nearly all zero bytes stand at odd, or at even places."""
    zeros, even = data.count(0), data[0::2].count(0)
    for encoding, at_odds in (("utf-16-le", even), ("utf-16-be", zeros - even)):
        if zeros * 5 >= len(data) and at_odds * 20 <= zeros and len(data) % 2 == 0:
            try:
                return Decoded(data.decode(encoding), encoding, stated=False)
            except UnicodeDecodeError:
                return None
    return None


def _replaced(text: str) -> tuple[int, ...]:
    return tuple(at for at, character in enumerate(text) if character == "\ufffd") if "\ufffd" in text else ()


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _east_asian(data: bytes, scale: float = 1) -> Decoded | None:
    """The East Asian encoding whose language shows most; `scale`: of the share that is asked."""
    best: tuple[float, Decoded] | None = None
    for encoding, least in _EAST_ASIAN:
        if (text := _strict(data, encoding)) is None:
            continue
        share = east_asian_share(text, encoding) / (least * scale)
        if share >= 1 and (best is None or share > best[0]):
            best = share, Decoded(text, encoding, stated=False)
    return best[1] if best else None


def _eight_bit(data: bytes) -> Decoded:
    """
    An 8-bit encoding: a western one that gives only what such texts have; one that gives the letters of another
    language with Latin letters; else the guess of charset-normalizer.

    Where few bytes are beyond ASCII a guess has nothing to go by, and the western reading with the least doubt is
    taken, unless they are some words of an East Asian language.
    """
    readings = [(encoding, data.decode(encoding, errors="replace")) for encoding in _WESTERN]
    for encoding, text in readings[:2]:
        if western_doubt(text) <= _DOUBTFUL:
            return Decoded(text, encoding, stated=False)
    if found := by_alphabet(data):
        return Decoded(found[1], found[0], stated=False)
    beyond = len(data.translate(None, delete=bytes(range(128))))
    encoding, text = min(readings, key=lambda reading: western_doubt(reading[1], rare=True))
    if western_doubt(text, rare=True) > _STRANGE and (words := _east_asian(data, _FEW)):
        return words
    from charset_normalizer import from_bytes  # few come so far

    best = from_bytes(data).best() if beyond >= _DENSE * len(data) else None
    if best is not None and best.encoding not in ("cp1252", "latin_1", *_WESTERN):
        return Decoded(str(best), best.encoding, stated=False)
    return Decoded(text, encoding, stated=False, bad=_replaced(text))
