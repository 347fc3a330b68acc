"""A site that MkDocs has built, as the steps after the build see it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.cache import Standing
from broadsheet.finish import Edition, Index
from broadsheet.options import Options
from broadsheet.pipeline import Site
from broadsheet.publish.configured import cache_of, home_of, language_of
from broadsheet.publish.files import taken_by_owner, urls_of
from broadsheet.publish.printing import Printing
from broadsheet.publish.unwanted import can_be_searched
from broadsheet.publish.view import Viewer

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def edition_of(
    site: Site,
    config: MkDocsConfig,
    options: Options,
    files: Files,
    printing: Printing,
    viewer: Viewer | None,
    *,
    last: Standing | None,
) -> Edition:
    """What is known of a site whose pages stand in its folder."""
    return Edition(
        site,
        Path(config.site_dir),
        options,
        name=config.site_name,
        url=home_of(config),
        language=language_of(config),
        prints=printing.prints,
        last=last,
        cards=viewer.cards if viewer else None,
        description=config.site_description or "",
        copyright=config.copyright or "",
        urls=urls_of(files, printing.apart, directories=config.use_directory_urls),
        taken=taken_by_owner(files, config),
    )


def index_of(config: MkDocsConfig, last: Standing | None, cluster: str | None) -> Index | None:
    """The index of a site that is being built, if it can be searched."""
    if not can_be_searched(config):
        return None
    return Index(Path(config.site_dir), language_of(config), last, cache_of(config), cluster)
