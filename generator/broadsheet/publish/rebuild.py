"""Builds a site for a preview, beside the one that is shown: ``python -m broadsheet.publish.rebuild JSON``."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort, MkDocsException

from broadsheet.cache import Standing, keep_prints
from broadsheet.errors import BroadsheetError
from broadsheet.publish.settings import load


def main(asked: dict[str, str]) -> int:
    """Build it; the exit status."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config, plugin = load(Path(asked["config_file"]), site_dir=asked["site"])
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = asked["site_url"]
        plugin.last = Standing.of(Path(asked["last_site"]), Path(asked["last_note"]))
        try:
            build(config, serve_url=asked["site_url"])
        finally:
            config.plugins.on_shutdown()
    except (Abort, BroadsheetError, MkDocsException) as error:
        logging.getLogger("mkdocs").error("%s", error)
        return 1
    keep_prints(Path(asked["note"]), plugin.printing.prints)
    return 0


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
