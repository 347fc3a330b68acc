"""The pictures that others show beside a link, as ``mkdocs.yml`` asks for them."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadsheet.errors import BroadsheetError
from broadsheet.finish.cards import SIZE, Cards, Look
from broadsheet.model import Collection
from broadsheet.publish.configured import home_of, language_of
from broadsheet.publish.dress import ACCENT, INK, PAPER, colours_of
from broadsheet.publish.head import Picture

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.broadsheet")


def cards_of(config: MkDocsConfig, collection: Collection) -> Cards | None:
    """
    The cards of a site, if its owner wants some and has said where it stands, for their addresses have to be whole.

    Raises `BroadsheetError` where a typeface is none, or Pillow is not installed.
    """
    theme = config.theme
    given = theme.get("cards")
    if not given:
        return None
    if not config.site_url:
        log.warning("theme: cards needs site_url, since others have to know where the pictures are")
        return None
    faces = _faces(given, Path(config.docs_dir))
    colours = colours_of(theme.get("colours") or {})
    look = Look(
        config.site_name,
        paper=colours.get("paper", PAPER)[0],
        ink=colours.get("ink", (INK,))[0],
        accent=colours.get("accent", (ACCENT,))[0],
        faces=faces,
        sums=tuple(hashlib.sha256(face.read_bytes()).hexdigest() for face in faces),
    )
    return Cards(collection, look, language_of(config), config.site_description or "")


def _faces(given: Any, folder: Path) -> tuple[Path, ...]:
    names = () if given is True else (given,) if isinstance(given, str) else given
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise BroadsheetError(f"theme: cards is {given!r}", "give true, or typefaces in the content folder")
    if missing := [name for name in names if not (folder / name).is_file()]:
        raise BroadsheetError(f"theme: cards: {missing[0]} is not there", "name a file in the content folder")
    return tuple(folder / name for name in names)


def picture_of(config: MkDocsConfig, cards: Cards | None) -> Picture | None:
    """What stands for the pages that have no picture of their own: that of the owner, or the card of the site."""
    image = str(config.theme.get("image") or "")
    if image and config.site_url:
        return Picture(f"{home_of(config)}{image}")
    return Picture(f"{home_of(config)}{cards.site.place}", SIZE, cards.site.title) if cards and cards.site else None
