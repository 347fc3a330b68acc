"""
Printing on a cluster: each worker makes the press of a site for itself, and prints some of the pages.

What the site is made of goes there as a file of the cache; all machines see the site's folder at the same path.
"""

from __future__ import annotations

import logging
import pickle
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from os import getpid
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from mkdocs.commands.build import build

from broadsheet.cache import Print, Standing
from broadsheet.errors import BroadsheetError
from broadsheet.model import Collection
from broadsheet.options import Options
from broadsheet.pipeline import Site, site_of
from broadsheet.pipeline.executor import executor_for
from broadsheet.publish.configured import cache_of
from broadsheet.publish.inputs import inputs_of
from broadsheet.read.folder import Hidden

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from broadsheet.publish.press import Press

_one_at_a_time = Lock()
"""MkDocs does not build in two threads."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker has to know."""

    config_file: str
    folder: str
    """Where the new site is put together."""
    collection: str
    """The file that holds it."""


@dataclass(frozen=True, slots=True)
class Given:
    """On a worker: the collection, which need not be read, and where its site is put together."""

    collection: Collection
    folder: str

    def site(self, config: MkDocsConfig, options: Options, hides: Hidden) -> Site:
        """The site, which MkDocs builds in its folder from here on; it has not cleaned that."""
        config.site_dir = self.folder
        root, directories = Path(config.docs_dir), config.use_directory_urls
        return site_of(self.collection, root, options, hides, directories=directories)


class PressReady(Exception):  # noqa: N818
    """On a worker: the press is made, and MkDocs need not go on."""

    def __init__(self, press: Press | None) -> None:
        self.press = press


class Remote:
    """The workers of a cluster, as far as they print."""

    def __init__(self, address: str, config: MkDocsConfig, collection: Collection) -> None:
        """Raises `BroadsheetError` where there is no cluster, or no place to put the collection."""
        cache = cache_of(config)
        assert cache is not None
        assert config.config_file_path is not None
        cache.mkdir(parents=True, exist_ok=True)
        file = (cache / f"collection-{getpid()}.pickle").resolve()
        file.write_bytes(pickle.dumps(collection, 5))
        self._order = Order(str(Path(config.config_file_path).resolve()), config.site_dir, str(file))
        self._held = ExitStack()
        self._held.callback(file.unlink, missing_ok=True)
        self._executor = self._held.enter_context(executor_for(1, address))

    def print(self, number: int) -> Future[dict[str, Print]]:
        """Let the pages of a batch be printed."""
        return self._executor.submit(_print, self._order, number)

    def close(self) -> None:
        """Let the workers go."""
        self._held.close()


def _print(order: Order, number: int) -> dict[str, Print]:
    with _one_at_a_time:
        return _press(order).print_batch(number)


@lru_cache(maxsize=1)
def _press(order: Order) -> Press:
    """The press of a site, by the same steps by which the whole site is built."""
    from broadsheet.publish.settings import load  # it loads the plugin, which loads this

    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # whoever builds the site says it
    config, plugin = load(Path(order.config_file))
    plugin.last = Standing.of(Path(config.site_dir), cache_of(config), remains=inputs_of(config) is not None)
    plugin.given = Given(pickle.loads(Path(order.collection).read_bytes()), order.folder)
    config.site_dir = f"{order.folder}.none"  # MkDocs cleans it
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except PressReady as ready:
        if ready.press:
            return ready.press
    raise BroadsheetError("a worker could not print", "see that it has the same plugins and the same Broadsheet")
