"""All that a site is made from, where that can be said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.publish.page import knows

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OURS = frozenset(("broadsheet", "material/search"))
_INSTALLED = ("site-packages/material", "site-packages/mkdocs")
"""Packages whose version says what is in them."""


def inputs_of(config: MkDocsConfig) -> tuple[str, ...] | None:
    """
    The files and folders that a site is made from.

    ``None`` where there may be others: a plugin, a hook or an extension of Markdown may read anything, and a
    configuration may ask for variables of the environment.
    """
    if set(config.plugins) - _OURS or config.hooks or not knows(config) or not config.config_file_path:
        return None
    text = Path(config.config_file_path).read_text(encoding="utf-8", errors="replace")
    if "!ENV" in text or "INHERIT" in text:
        return None
    themes = [folder for folder in config.theme.dirs if not any(f"/{name}/" in f"{folder}/" for name in _INSTALLED)]
    return (config.config_file_path, config.docs_dir, *(file for file in config.watch if file), *themes)
