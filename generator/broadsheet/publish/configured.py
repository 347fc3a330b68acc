"""What the configuration of MkDocs says of the whole site."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

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


def has_directories(config: MkDocsConfig) -> bool:
    """Whether each page is to be the index of a folder of its own: only where the owner says so."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing else tells given from default
        given = config.user_configs
    return config.use_directory_urls and any("use_directory_urls" in part for part in given)
