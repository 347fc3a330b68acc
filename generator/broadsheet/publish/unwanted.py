"""What a theme brings, and the site does not want."""

from __future__ import annotations

import logging
from collections.abc import Container
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from mkdocs.utils import get_theme_dir

from broadsheet.options import Options

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.theme import Theme

NOT_THE_THEMES = frozenset({"sitemap.xml"})
"""Files that MkDocs has templates for, and that a step after the build writes."""
SEARCH = frozenset({"search/index.html", "search/words.js"})
"""The templates of a theme that has Broadsheet's search: its page, and what it says in the language of the site."""
ENGINE, PANEL = "assets/javascripts/search-engine.js", "assets/javascripts/search-panel.js"
"""Scripts that are loaded together, as one."""

log = logging.getLogger("mkdocs.plugins.broadsheet")


class _Templates(FileSystemLoader):
    """All templates of a theme; MkDocs lists them to find files for the site, and Material has 14,000 icons there."""

    def list_templates(self) -> list[str]:
        """All but Material's, of which nothing is published."""
        material = get_theme_dir("material")
        return FileSystemLoader([folder for folder in self.searchpath if folder != material]).list_templates()


def _lists_less(theme: Theme) -> None:
    made = theme.get_env

    def get_env() -> Environment:
        env = made()
        env.loader = _Templates(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def prepare(theme: Theme, plugins: Container[str], options: Options) -> None:
    """Take from a theme's templates what is not wanted; tell of a second search, whose index nothing would read."""
    templates = theme.static_templates
    if theme.name == "broadsheet":
        _lists_less(theme)
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
