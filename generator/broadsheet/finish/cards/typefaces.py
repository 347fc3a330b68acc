"""The typefaces that cards are set in: the theme's, then the owner's."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from broadsheet.errors import BroadsheetError

_OURS = ("broadsheet-serif-latin-{}-normal.woff2", "broadsheet-serif-latin-ext-{}-normal.woff2")
_NO_LETTER = "\U0010ffff"
"""No face has it: what is drawn for it is drawn for all that a face does not have."""
_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_UNSEEN = ("Zs", "Cf")
"""Spaces, and marks of direction."""
_PROBE = 20


class Typefaces:
    """Faces in the order in which they are asked for a letter."""

    def __init__(self, owners: tuple[Path, ...]) -> None:
        try:
            from PIL import ImageFont, features
        except ImportError as error:
            raise BroadsheetError(
                "theme: cards needs Pillow, which draws them", "install it: pip install 'broadsheet[cards]'"
            ) from error
        self._module, self._shapes, self._owners = ImageFont, bool(features.check("raqm")), owners
        self._kept = ExitStack()
        self._have = lru_cache(maxsize=65536)(self._looked)

    def face(self, place: int, weight: int, size: int) -> Any:
        """One of the faces, semibold or not as far as it is ours."""
        return self._opened(place, weight, size)

    def have(self, text: str) -> bool:
        """Whether a text can be set: each letter in some face; where it runs to the left, all in one that is shaped."""
        if any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
            return self._shapes and any(all(self._have(at, sign) for sign in text) for at in self._places())
        return all(any(self._have(at, sign) for at in self._places()) for sign in text)

    def runs(self, text: str) -> Iterator[tuple[int, str]]:
        """The text in pieces that one face has, each with its place."""
        whole = next((at for at in self._places() if all(self._have(at, sign) for sign in text)), None)
        if whole is not None:
            yield whole, text
            return
        start, last = 0, 0
        for place, sign in enumerate(text):
            order = (0,) if sign.isspace() else (last, *self._places())
            at = next((n for n in order if self._have(n, sign)), last)
            if at != last:
                if place > start:
                    yield last, text[start:place]
                start, last = place, at
        yield last, text[start:]

    def _places(self) -> range:
        return range(len(_OURS) + len(self._owners))

    def _looked(self, place: int, sign: str) -> bool:
        if unicodedata.category(sign) in _UNSEEN:
            return True
        face = self.face(place, 600, _PROBE)
        return bytes(face.getmask(sign)) != bytes(face.getmask(_NO_LETTER))

    @cache  # noqa: B019 -- there is one of these for a build
    def _opened(self, place: int, weight: int, size: int) -> Any:
        if place >= len(_OURS):
            file = self._owners[place - len(_OURS)]
        else:
            name = _OURS[place].format(weight)
            file = self._kept.enter_context(as_file(files("broadsheet_theme") / "assets" / "fonts" / name))
        try:
            return self._module.truetype(str(file), size)
        except OSError as error:
            raise BroadsheetError(
                f"theme: cards: {file} is no typeface ({error})", "name a TTF, OTF or WOFF2 file in the content folder"
            ) from error


@cache
def typefaces(owners: tuple[Path, ...]) -> Typefaces:
    """Those of a site, opened once for each process."""
    return Typefaces(owners)
