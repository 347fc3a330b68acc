"""Drawing a card: its title as large as it fits, on paper, below the name of the site."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from broadsheet.finish.cards.card import SIZE, Card
from broadsheet.finish.cards.typefaces import Typefaces, typefaces

_WIDTH, _HEIGHT = SIZE
_MARGIN, _BAND = 80, 16
_ROOM = _WIDTH - 2 * _MARGIN
_NAME, _NAME_AT, _RULE_AT = 38, 96, 122
_TOP, _FOOT = 150, 566
"""Where the title may begin, and the base of the line at the foot."""
_SIZES, _LEADING, _MOST, _DEEP = (104, 92, 80, 70, 62, 54, 48), 1.14, 5, 350
"""Of a title, from the largest, how far its lines stand apart, how many there are at most, and how much room."""
_LINE = 30
_MEASURE = 100
"""The size in which words are measured."""
_LEVELS = 15
"""From paper to ink; with the accent they are as many as four bits can tell apart."""
_INK, _MUTED = 255, 165


def drawn(card: Card) -> bytes:
    """The picture of a card, as PNG."""
    from PIL import Image, ImageDraw

    sheet = Image.new("L", SIZE, 0)
    pen = _Pen(ImageDraw.Draw(sheet), typefaces(card.look.faces), card.runs_left)
    if card.title != card.look.site:
        pen.write(card.look.site, 600, _NAME, _NAME_AT, _INK)
        pen.rules(_RULE_AT)
    size, lines = _fitted(_pieces(pen, card.title))
    step = size * _LEADING
    base = _TOP + (_FOOT - _LINE - _TOP - step * len(lines)) / 2 + size
    for place, text in enumerate(lines):
        pen.write(_cut(pen, text, 600, size), 600, size, round(base + place * step), _INK)
    if card.line:
        pen.write(_cut(pen, card.line, 400, _LINE), 400, _LINE, _FOOT, _MUTED)
    picture = sheet.point([level * _LEVELS // 256 for level in range(256)]).convert("P")
    picture.putpalette(_palette(card))
    picture.paste(_LEVELS, (0, 0, _WIDTH, _BAND))
    file = BytesIO()
    picture.save(file, "PNG", bits=4, compress_level=6)
    return file.getvalue()


class _Pen:
    """Writes on a sheet, from the edge that the title begins at."""

    def __init__(self, draw: Any, faces: Typefaces, runs_left: bool) -> None:
        self._draw, self._faces, self._runs_left = draw, faces, runs_left

    def width(self, text: str, weight: int, size: int) -> float:
        """How wide a text is."""
        return float(sum(self._faces.face(at, weight, size).getlength(part) for at, part in self._faces.runs(text)))

    def write(self, text: str, weight: int, size: int, base: int, level: int) -> None:
        """A line of text."""
        x = _WIDTH - _MARGIN - self.width(text, weight, size) if self._runs_left else float(_MARGIN)
        for at, part in self._faces.runs(text):
            face = self._faces.face(at, weight, size)
            self._draw.text((x, base), part, level, face, anchor="ls")
            x += face.getlength(part)

    def rules(self, top: int) -> None:
        """The double rule of a nameplate."""
        for y in (top, top + 6):
            self._draw.rectangle((_MARGIN, y, _WIDTH - _MARGIN, y + 1), _INK)


class _Piece(NamedTuple):
    """A word, or a sign of a script without spaces: what a line may be broken before."""

    text: str
    width: float
    """As a share of the size of the type."""
    space: float
    """Before it, unless it begins a line."""


def _pieces(pen: _Pen, title: str) -> Sequence[_Piece]:
    """A title in pieces, each measured once."""
    space, found = pen.width(" ", 600, _MEASURE) / _MEASURE, []
    for word in title.split():
        width = pen.width(word, 600, _MEASURE) / _MEASURE
        whole = width * _SIZES[-1] <= _ROOM and not any(east_asian_width(sign) in "WF" for sign in word)
        if whole:
            found.append(_Piece(word, width, space))
        else:
            widths = (pen.width(sign, 600, _MEASURE) / _MEASURE for sign in word)
            found += [
                _Piece(sign, wide, 0 if at else space) for at, (sign, wide) in enumerate(zip(word, widths, strict=True))
            ]
    return found


def _fitted(pieces: Sequence[_Piece]) -> tuple[int, Sequence[str]]:
    """The largest size in which a title has room, and its lines; a title too long for all is cut."""
    widest = max((piece.width for piece in pieces), default=0)
    lines: Sequence[str] = ()
    for size in _SIZES:
        lines = _broken(pieces, _ROOM / size)
        if widest * size <= _ROOM and len(lines) <= _MOST and len(lines) * size * _LEADING <= _DEEP:
            return size, _even(pieces, _ROOM / size, len(lines))
    kept = lines[: int(_DEEP / (_SIZES[-1] * _LEADING))]
    return _SIZES[-1], [*kept[:-1], f"{kept[-1]}…"]


def _even(pieces: Sequence[_Piece], room: float, number: int) -> Sequence[str]:
    """The same number of lines, as even as can be."""
    narrow, wide = 0.0, room
    while wide - narrow > room / 100:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if len(_broken(pieces, middle)) <= number else (middle, wide)
    return _broken(pieces, wide)


def _broken(pieces: Sequence[_Piece], room: float) -> Sequence[str]:
    """
    Pieces in lines that have room for them.

    >>> _broken([_Piece("The", 2, 1), _Piece("Sun", 2, 1), _Piece("1833", 3, 1)], 5)
    ['The Sun', '1833']
    """
    lines, left = [""], room
    for text, width, space in pieces:
        if lines[-1] and space + width > left:
            lines.append("")
            left = room
        gap = space if lines[-1] else 0
        lines[-1] += f" {text}" if gap else text
        left -= gap + width
    return lines


def _cut(pen: _Pen, text: str, weight: int, size: int) -> str:
    """A text that has room on a line, without its last words if it must be."""
    while pen.width(text, weight, size) > _ROOM and " " in text:
        text = f"{text.removesuffix('…').rpartition(' ')[0]}…"
    return text


def _palette(card: Card) -> list[int]:
    paper, ink, accent = (_parts(colour) for colour in (card.look.paper, card.look.ink, card.look.accent))
    found = []
    for level in range(_LEVELS):
        share = level / (_LEVELS - 1)
        found += [round(light + (dark - light) * share) for light, dark in zip(paper, ink, strict=True)]
    return [*found, *accent]


def _parts(colour: str) -> list[int]:
    """
    Red, green and blue.

    >>> _parts("#8c1c13"), _parts("#fff")
    ([140, 28, 19], [255, 255, 255])
    """
    digits = colour[1:] if len(colour) == len("#000000") else "".join(sign * 2 for sign in colour[1:])
    return [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
