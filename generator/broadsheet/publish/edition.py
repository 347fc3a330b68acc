"""A site that MkDocs has built, as the steps after the build see it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.cache import Standing
from broadsheet.finish import Edition
from broadsheet.options import Options
from broadsheet.pipeline import Site
from broadsheet.publish.configured import cache_of, home_of
from broadsheet.publish.files import taken_by_owner, urls_of
from broadsheet.publish.printing import Printing
from broadsheet.publish.unwanted import SEARCH
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
    cluster: str | None,
) -> Edition:
    """What is known of a site whose pages stand in its folder."""
    return Edition(
        site,
        Path(config.site_dir),
        options,
        name=config.site_name,
        url=home_of(config),
        language=str(config.theme.get("language") or "en"),
        cache=cache_of(config),
        prints=printing.prints,
        last=last,
        search=config.theme.static_templates >= SEARCH,
        cards=viewer.cards if viewer else None,
        cluster=cluster,
        description=config.site_description or "",
        copyright=config.copyright or "",
        urls=urls_of(files, printing.apart, directories=config.use_directory_urls),
        taken=taken_by_owner(files, config),
    )
