"""Bytes to text: which encoding, and which characters could not be read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark begins the other's."""

_BAD_SHARE = 0.01
"""A file with fewer bytes than this that are not UTF-8, among many that are, stays UTF-8."""

_WESTERN = frozenset("àâäáãåæçéèêëíîïñóòôöõøœúùûüÿßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÖØŒÚÜ¿¡«»„“”‘’–—…•·€£©®™°§½¼¾ªº\u00a0\u00ad")
"""Characters beyond ASCII that texts in western languages are printed with."""
_WESTERN_ENCODINGS = ("cp1252", "mac_roman")


@dataclass(frozen=True, slots=True)
class Decoded:
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

    In order: a byte order mark; UTF-8; UTF-16 without a mark, told by its zero bytes; UTF-8 with a few bad bytes;
    Windows-1252 or Mac Roman where that gives nothing but western letters; else what charset-normalizer finds.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return Decoded(text, encoding, stated=True, bad=_replaced(text))
    if b"\0" in data:
        return _wide(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", stated=True) if _texty(data) else None
    except UnicodeDecodeError:
        pass
    return _nearly_utf8(data) or _eight_bit(data)


def _texty(data: bytes) -> bool:
    """Whether control characters are few enough for a text."""
    controls = len(data) - len(
        data.translate(None, delete=bytes(range(1, 9)) + bytes(range(14, 27)) + b"\x1c\x1d\x1e\x1f")
    )
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


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes stays UTF-8, if it also has good characters beyond ASCII."""
    text = data.decode("utf-8", errors="replace")
    bad, good = text.count("\ufffd"), sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    if bad <= max(1, len(data) * _BAD_SHARE) and good > bad:
        return Decoded(text, "utf-8", stated=True, bad=_replaced(text))
    return None


def _is_western(text: str) -> bool:
    """
    Whether a text has only characters that western texts have.

    The õ alone is the Hungarian ő of another encoding; Portuguese has ã beside it.
    """
    beyond = {c for c in text if c > "\x7f"}
    return beyond <= _WESTERN and ("õ" not in beyond or "ã" in beyond)


def _eight_bit(data: bytes) -> Decoded | None:
    if not _texty(data):
        return None
    for encoding in _WESTERN_ENCODINGS:
        if _is_western(text := data.decode(encoding, errors="replace")):
            return Decoded(text, encoding, stated=False)
    best = from_bytes(data).best()
    if best is None:
        text = data.decode("cp1252", errors="replace")
        return Decoded(text, "cp1252", stated=False, bad=_replaced(text))
    return Decoded(str(best), best.encoding, stated=False)
