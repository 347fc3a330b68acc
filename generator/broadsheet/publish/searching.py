"""Whether a site has Broadsheet's search, and what its theme has of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from broadsheet.options import Options

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_TEMPLATES = {"search/index.html", "search/words.js"}
"""Of a theme that has the search: its page, and what it says in the language of the site."""
_FILES = (
    "search/words.js",
    "assets/stylesheets/search.css",
    *(f"assets/javascripts/search{part}.js" for part in ("", "-engine", "-panel")),
)
"""Of that theme, what serves nothing else."""

log = logging.getLogger("mkdocs.plugins.broadsheet")


def has_search(config: MkDocsConfig, options: Options) -> bool:
    """Whether the owner wants it, and the theme shows it."""
    return options.search and config.theme.static_templates >= _TEMPLATES


def prepare(config: MkDocsConfig, options: Options) -> None:
    """Leave out the templates of a search that is not wanted; tell of a second one that nothing would read."""
    if not options.search:
        config.theme.static_templates -= _TEMPLATES
    elif has_search(config, options) and "material/search" in config.plugins:
        log.info("material/search is not needed: the search is Broadsheet's, and pages load no other index")


def without_search(files: Files) -> None:
    """Leave out the files of a search that is not wanted."""
    for name in _FILES:
        if file := files.get_file_from_path(name):
            files.remove(file)
