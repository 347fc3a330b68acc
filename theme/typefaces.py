"""
Makes the typeface files of the theme out of those of Source Serif 4, by hand, when there is a new version of it.

    pip install fonttools brotli
    npm pack @fontsource/source-serif-4 && tar xf fontsource-source-serif-4-*.tgz
    python theme/typefaces.py package

From each face go the signs that articles hardly have, and the forms of figures that no page asks for: what is left
weighs a sixth less for a page in English, French or Spanish, and two fifths less for the letters of the rest of Europe.
Those have no kerning, since none is possible between two files.

"Source" is a reserved name: the SIL Open Font License has what was altered called by another one, in the file as well.
The notice of the copyright and the licence stay.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Broadsheet Serif"
FACES = ("400-normal", "600-normal", "400-italic")
FOLDER = Path(__file__).parent / "broadsheet_theme" / "assets" / "fonts"
_MORE_NAMES = (16, 17, 25)
"""Family and style beyond the four of old, and the prefix of variations."""

LATIN = {
    *range(0x20, 0x7F),
    *map(ord, "\xa0¡¢£¥§©ª«®°±²³¶·¹º»¼½¾¿×÷–—‘’‚“”„†‡•…′″‹›⁄€™−"),
    *range(0xC0, 0x100),
    *map(ord, "ıŒœ"),
}
"""The letters of western Europe, and the signs that stand between them."""
OTHERS = {
    *range(0x100, 0x180),
    *(0x18F, 0x259),
    *range(0x1CD, 0x1DD),
    *range(0x1E2, 0x1F0),
    *range(0x1F8, 0x220),
    *range(0x22A, 0x234),
    *(0x2BB, 0x2BC, 0x2BE, 0x2BF),
    *range(0x1E00, 0x1EA0),
    *range(0x20A0, 0x20C5),
    0x2116,
} - LATIN
"""Those of the rest of Europe, and those that Arabic, Indian and Chinese names are written in."""


def cut(face: Path, letters: set[int], features: list[str], style: str) -> TTFont:
    """A face with these letters alone, under a name of its own."""
    options = subset.Options()
    options.layout_features = features
    options.drop_tables += ["STAT", "BASE"]
    options.name_IDs = ["*"]
    font = TTFont(face, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    plain = f"{NAME.replace(' ', '')}-{style.replace(' ', '')}"
    names = {1: NAME, 2: style, 3: plain, 4: f"{NAME} {style}", 6: plain}
    for record in list(font["name"].names):
        if record.nameID in _MORE_NAMES or record.nameID > 255:
            font["name"].names.remove(record)
        elif record.nameID in names:
            record.string = names[record.nameID]
    return font


def main(package: Path) -> None:
    """Write all faces into the theme."""
    for face in FACES:
        style = {"400-normal": "Regular", "600-normal": "SemiBold", "400-italic": "Italic"}[face]
        for letters, kind, features in (
            (LATIN, "latin", ["ccmp", "locl", "liga", "kern"]),
            (OTHERS, "latin-ext", ["ccmp", "locl"]),
        ):
            font = cut(package / "files" / f"source-serif-4-{kind}-{face}.woff2", letters, features, style)
            font.flavor = "woff2"
            file = FOLDER / f"broadsheet-serif-{kind}-{face}.woff2"
            font.save(file)
            print(f"{file.stat().st_size:>6} {file.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
