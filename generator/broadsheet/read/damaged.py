"""UTF-8 that programs have damaged: characters cut by line ends, surrogates, too long sequences, lost bytes."""

from __future__ import annotations

import re

_BAD_SHARE = 0.01
"""A file with fewer bytes than this that are not UTF-8, among some that are, stays UTF-8."""
_SURE = 4
"""So does one that has so many good characters beyond ASCII for each bad one: in no other encoding do they occur."""

_CUT = re.compile(rb"([\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})(\r?\n)([\x80-\xbf]{1,3})")
"""A character with a line end in it: `fold` counts bytes."""
_SURROGATES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
"""A character beyond the first plane in the form of CESU-8, as some databases write it."""
_LONG = re.compile(rb"[\xf8-\xfb][\x80-\xbf]{4}|[\xfc\xfd][\x80-\xbf]{5}")
"""A sequence of five or six bytes, as the first UTF-8 had them (RFC 2279); they stand for no character today."""
_LOST = "\ufffd"


def nearly_utf8(data: bytes) -> str | None:
    """
    Text of bytes that are UTF-8 but for some damage; ``None`` where they are hardly that.

    What can be put together is: a character with a line end in it goes to the end of its line.  What cannot becomes
    U+FFFD, one for each sequence.
    """
    long = len(_LONG.findall(data))
    text = _LONG.sub(_LOST.encode(), _mended(data)).decode("utf-8", errors="replace")
    bad = text.count(_LOST) - long
    good = sum(1 for sign in text if sign > "\x7f" and sign != _LOST) + long
    few = bad <= max(1, len(data) * _BAD_SHARE) and good > bad
    return text if few or good > _SURE * bad else None


def _mended(data: bytes) -> bytes:
    return _SURROGATES.sub(_paired, _CUT.sub(_joined, data))


def _joined(cut: re.Match[bytes]) -> bytes:
    """A character that a line end cut in two, before the line end, if its halves are one."""
    first, end, second = cut.groups()
    try:
        (first + second).decode("utf-8")
    except UnicodeDecodeError:
        return cut[0]
    return bytes(first + second + end)


def _paired(pair: re.Match[bytes]) -> bytes:
    return pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
