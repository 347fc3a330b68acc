"""What a site's ``mkdocs.yml`` says to Broadsheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from broadsheet.errors import BroadsheetError
from broadsheet.options import Options
from broadsheet.publish.plugin import BroadsheetPlugin, has_directories, hidden
from broadsheet.read.folder import Hidden, nothing_hidden

_DEFAULT = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the articles are, and how they are to be read."""

    root: Path
    options: Options
    hidden: Hidden = nothing_hidden
    """Which files the site excludes or holds as drafts."""
    directories: bool = False
    """Whether each page of the site is the index of a folder of its own (``use_directory_urls``)."""


def load(config_file: Path | None, **changes: Any) -> tuple[MkDocsConfig, BroadsheetPlugin]:
    """
    Load ``mkdocs.yml`` with its plugins.

    Raises `BroadsheetError` where there is none, where it is wrong, or where it does not name the plugin.
    """
    file = config_file or Path(_DEFAULT)
    if not file.is_file():
        raise BroadsheetError(
            f"there is no {file} here", "go to the folder of a site, or make one by `broadsheet new DIR`"
        )
    try:
        config = load_config(str(file), **changes)
    except (Abort, ConfigurationError) as error:
        raise BroadsheetError(f"{file} cannot be used", f"mend what is said above ({error})") from error
    plugin = config.plugins.get("broadsheet")
    if not isinstance(plugin, BroadsheetPlugin):
        raise BroadsheetError(f"{file} does not name the plugin", "put `broadsheet` under `plugins:`")
    return config, plugin


def settings(folder: Path | None, config_file: Path | None) -> Settings:
    """
    The folder of the articles and the options for it.

    Without a folder, those of the ``mkdocs.yml`` given or lying here.  With one, the options of that file hold where
    it was given, or where the folder is its content folder or lies in it; else the defaults.
    """
    if folder is not None and config_file is None and not Path(_DEFAULT).is_file():
        return Settings(folder, Options())
    config, plugin = load(config_file)
    root = Path(config.docs_dir)
    chosen = Settings(folder or root, plugin.options(), hidden(config), has_directories(config))
    if folder is None:
        return chosen
    inside = folder.resolve().is_relative_to(root.resolve())
    if inside:
        prefix = folder.resolve().relative_to(root.resolve())
        return replace(chosen, hidden=lambda path: chosen.hidden((prefix / path).as_posix()))
    return replace(chosen, hidden=nothing_hidden) if config_file else Settings(folder, Options())
