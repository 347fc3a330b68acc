"""Lines that were broken before they reached us: mojibake, control characters, decomposed letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

from broadsheet.read.escapes import after_header, has_escapes, unescaped
from broadsheet.trace import Note

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ASCII_CONTROLS = bytes(sign for sign in range(128) if _CONTROLS.match(chr(sign)))
_BEFORE_CONTROLS = b"\xc2"
"""The first byte of those beyond ASCII, and of some other signs, in UTF-8."""
_MOJIBAKE = re.compile(
    r"â€[\x80-\xbf™œ“”˜š¦¢\u2039\u203a\u20ac]|(?<![A-ZÀ-Þ])Ã[\xa1-\xbf\x80-\x9f„…†‡‰Š‹Œ‘’“”•–—˜™š›œŸ]|Â[\xa0£©®°»«§·]|ðŸ"
)
"""Two letters that UTF-8 makes of one when it is read as Windows-1252."""
_MOST_MARKS = 30
_STACK = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1}}}")
"""What may be more marks on one letter, or else a row of signs."""
_LEAST = 2
"""A text with fewer of them may be about them, or in Portuguese capitals, and is left alone."""


def has_mojibake(text: str) -> bool:
    """
    Whether a text was surely decoded in the wrong encoding.

    >>> has_mojibake("itâ€™s the printerâ€™s"), has_mojibake("A MANHÃ—o jornal")
    (True, False)
    """
    return any(map(text.__contains__, "âÃÂð")) and len(_MOJIBAKE.findall(text)) >= _LEAST


def mend_lines(text: str, lines: tuple[str, ...], note: Note) -> tuple[str, ...]:
    """Mend each line of a text, and note each rule that changed it."""
    escaped = after_header(lines) if has_escapes(text) else len(lines)
    mojibake = has_mojibake(text)
    whole = text.isascii() or (not mojibake and unicodedata.is_normalized("NFC", text))
    if whole and escaped == len(lines) and not _has_controls(text):
        return lines
    return tuple(
        mend_line(line, number, note, mojibake=mojibake, escaped=number > escaped)
        for number, line in enumerate(lines, 1)
    )


def _has_controls(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")  # as bytes, in a quarter of the time
    if len(data.translate(None, _ASCII_CONTROLS)) < len(data):
        return True
    return _BEFORE_CONTROLS in data and _CONTROLS.search(text) is not None


def mend_line(line: str, number: int, note: Note, *, mojibake: bool = False, escaped: bool = False) -> str:
    """Mend one line, and note each rule that changed it; `mojibake`, `escaped`: whether its text has any, is so."""
    if escaped and (bare := unescaped(line)) != line:
        note("markdown-escapes", number, number, line, bare)
        line = bare
    if line.isascii() and line.isprintable():
        return line
    for rule, mend in _RULES if mojibake else _RULES[1:]:
        mended = mend(line)
        if mended != line:
            note(rule, number, number, line, mended)
            line = mended
    return line


def _mojibake(line: str) -> str:
    """Decode again what was decoded in the wrong encoding. Left alone: lines without a sure sign of it."""
    return _decoder()(line)


@lru_cache(maxsize=1)
def _decoder() -> Callable[[str], str]:
    """What decodes lines again, by ftfy; loaded where a text has any, since that takes time and few have."""
    from ftfy import TextFixerConfig, fix_and_explain
    from ftfy.badness import is_bad

    config = TextFixerConfig(  # only wrongly decoded text is mended; quotes, ligatures and widths are the author's
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=True,
        remove_control_chars=False,
        normalization=None,
        explain=True,
    )
    return lambda line: fix_and_explain(line, config).text if is_bad(line) else line


def _controls(line: str) -> str:
    """Put a space for a control character, so that no two words grow together."""
    return _CONTROLS.sub(" ", line)


def _compose(line: str) -> str:
    """
    Letters and their accents as one character (Unicode's form NFC), as search and sorting expect.

    Left alone: a line with more than thirty marks on one letter. No language has them (Unicode's Stream-Safe Text
    Format allows as many), and to order them takes time that grows by their square.
    """
    if _STACK.search(line):
        stacks = (sum(1 for _ in run) for is_mark, run in groupby(line, _is_mark) if is_mark)
        if any(count > _MOST_MARKS for count in stacks):
            return line
    return unicodedata.normalize("NFC", line)


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) > 0


_RULES = (
    ("mojibake", _mojibake),
    ("control-characters", _controls),
    ("compose", _compose),
)
