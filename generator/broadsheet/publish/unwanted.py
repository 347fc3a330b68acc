"""What a theme brings, and the site does not want."""

from __future__ import annotations

import logging
from collections.abc import Container
from typing import TYPE_CHECKING

from broadsheet.options import Options

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

NOT_THE_THEMES = frozenset({"sitemap.xml"})
"""Files that MkDocs has templates for, and that a step after the build writes."""
SEARCH = frozenset({"search/index.html", "search/words.js"})
"""The templates of a theme that has Broadsheet's search: its page, and what it says in the language of the site."""
ENGINE, PANEL = "assets/javascripts/search-engine.js", "assets/javascripts/search-panel.js"
"""Scripts that are loaded together, as one."""

log = logging.getLogger("mkdocs.plugins.broadsheet")


def prepare(templates: set[str], plugins: Container[str], options: Options) -> None:
    """Take from a theme's templates what is not wanted; tell of a second search, whose index nothing would read."""
    templates -= NOT_THE_THEMES
    if not options.search:
        templates -= SEARCH
    elif templates >= SEARCH and "material/search" in plugins:
        log.info("material/search is not needed: the search is Broadsheet's, and pages load no other index")


def can_be_searched(config: MkDocsConfig) -> bool:
    """Whether the theme has Broadsheet's search, and the owner wants it."""
    return config.theme.static_templates >= SEARCH


def without_search(files: Files) -> None:
    """Leave out what only the search uses."""
    for name in ("search/words.js", "assets/stylesheets/search.css", "assets/javascripts/search.js", ENGINE, PANEL):
        if file := files.get_file_from_path(name):
            files.remove(file)
