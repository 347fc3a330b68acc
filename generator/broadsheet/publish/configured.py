"""Between MkDocs and us: what a loaded ``mkdocs.yml`` says, and how it is told what is wrong."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from broadsheet.cache import FOLDER, Store
from broadsheet.errors import BroadsheetError
from broadsheet.read.folder import Hidden

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def home_of(config: MkDocsConfig) -> str:
    """The absolute address of the site, if the owner has said it; it ends in `/`."""
    return f"{config.site_url.removesuffix('/')}/" if config.site_url else ""


def hidden(config: MkDocsConfig) -> Hidden:
    """Whether a file is kept out of the site, because ``mkdocs.yml`` excludes it or holds it as a draft."""
    patterns = [spec for spec in (config.exclude_docs, config.draft_docs) if spec]
    return lambda path: any(spec.match_file(path) for spec in patterns)


def cache_of(config: MkDocsConfig) -> Path | None:
    """Where the next build finds what it may need again: beside ``mkdocs.yml``."""
    return Path(config.config_file_path).parent / FOLDER if config.config_file_path else None


def language_of(config: MkDocsConfig) -> str:
    """The language of the interface (BCP 47)."""
    return str(config.theme.get("language") or "en")


def store_of(config: MkDocsConfig) -> Store | None:
    """Where articles that were read are kept."""
    folder = cache_of(config)
    return Store(folder) if folder else None


def has_directories(config: MkDocsConfig) -> bool:
    """Whether each page is to be the index of a folder of its own: only where the owner says so."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing else tells given from default
        given = config.user_configs
    return config.use_directory_urls and any("use_directory_urls" in part for part in given)


@contextmanager
def as_plugin_error() -> Iterator[None]:
    """MkDocs prints an error of a plugin without a traceback."""
    try:
        yield
    except BroadsheetError as error:
        raise PluginError(f"broadsheet: {error}") from error
