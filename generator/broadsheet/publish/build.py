"""Building and serving a whole site by MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from broadsheet.cache import Stamp, Standing, keep_prints
from broadsheet.collector import collector_at_rest, hold
from broadsheet.errors import BroadsheetError, Finding
from broadsheet.finish.swap import staged
from broadsheet.pipeline import Second, Site, Tell
from broadsheet.publish.configured import cache_of
from broadsheet.publish.inputs import inputs_of
from broadsheet.publish.plugin import BroadsheetPlugin
from broadsheet.publish.printing import LOG
from broadsheet.publish.settings import load


class BuildError(BroadsheetError):
    """A site that could not be built, with what was found before."""

    def __init__(self, cause: str, remedy: str, findings: Sequence[Finding]) -> None:
        super().__init__(cause, remedy)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Source:
    """All that a site was made from."""

    folder: Path
    """That of ``mkdocs.yml``."""
    inputs: tuple[str, ...]
    before: Stamp
    """How they looked before they were read."""
    outputs: tuple[str, ...]
    """What was written besides the site."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built."""

    site_dir: Path
    site: Site
    warnings: int
    """Of MkDocs and other plugins."""
    findings: tuple[Finding, ...]
    """Of Broadsheet: about the collection, and about the site."""
    slow: str | None
    """Which plugin or hook made all pages go through MkDocs, one by one."""
    source: Source | None
    """``None`` where other files may have had a part in it."""


@collector_at_rest()
def build_site(
    config_file: Path | None,
    *,
    strict: bool = False,
    progress: Tell | None = None,
    cluster: str | None = None,
    looked: tuple[Sequence[str], Stamp] | None = None,
    second: Second | None = None,
) -> Built:
    """
    Build a site beside the last one, and put it in its place when it is whole.

    `looked` is how some inputs look, which may be those of the site; `second` may be a process that loads what it
    needs.  Raises `BuildError` where it cannot be built; the last site then stands as it was.
    """
    with _listening() as heard:
        config, plugin = load(config_file, strict=strict or None)
        hold(config)
        target, source = Path(config.site_dir), _source(config, plugin, looked)
        with staged(target, partial(_keep, config, plugin), partial(_remaining, plugin)) as staging:
            config.site_dir = str(staging)
            plugin.progress, plugin.cluster, plugin.second, plugin.keeps_at_end = progress, cluster, second, False
            plugin.last = Standing.of(target, cache_of(config), remains=source is not None)
            _build(config, plugin)
    if plugin.site is None:
        raise BroadsheetError("the plugin was not run", "look whether another plugin takes its events")
    findings = (*plugin.site.collection.findings, *plugin.left_out)
    return Built(target, plugin.site, heard.count, findings, plugin.printing.seen_by, source)


def _remaining(plugin: BroadsheetPlugin) -> Collection[str]:
    """The files of the last site that the new one has as they are."""
    return plugin.last.remaining(plugin.printing.prints) if plugin.last else ()


def _keep(config: MkDocsConfig, plugin: BroadsheetPlugin) -> None:
    """Note what was published, and what was printed: only now does the new site stand where it is published."""
    plugin.keep()
    if cache := cache_of(config):
        keep_prints(cache, plugin.printing.prints)


def _source(
    config: MkDocsConfig, plugin: BroadsheetPlugin, looked: tuple[Sequence[str], Stamp] | None
) -> Source | None:
    options, inputs = plugin.options(config), inputs_of(config)
    if inputs is None or not config.config_file_path:
        return None
    inputs += (options.review,) if options.review else ()
    before = looked[1] if looked and looked[0] == inputs else Stamp.of(inputs)
    return Source(Path(config.config_file_path).resolve().parent, inputs, before, (options.permalinks,))


def _build(config: MkDocsConfig, plugin: BroadsheetPlugin) -> None:
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
    except (Exception, Abort) as error:  # templates and plugins of others may raise anything
        findings = plugin.site.collection.findings if plugin.site else ()
        remedy = "mend what is said above, and build again; the last site stands as it was"
        raise BuildError(f"the site could not be built ({error})", remedy, findings) from error
    finally:
        config.plugins.on_shutdown()
        plugin.cluster = plugin.second = None  # MkDocs has one plugin in a process, whatever it builds next


def serve_site(config_file: Path | None, address: str | None) -> None:
    """Serve a site on this machine, and build it anew after each change, until interrupted."""
    from mkdocs.commands.serve import serve  # with its server, which no build needs

    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.ERROR)  # MkDocs loads it once more, and warns then
    load(config_file)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        serve(str(config_file) if config_file else None, dev_addr=address)
    except (OSError, OverflowError, MkDocsException) as error:
        raise BroadsheetError(f"the site cannot be served ({error})", "try another address by `--address`") from error
    finally:
        logger.removeHandler(handler)


class _listening(logging.Handler):  # noqa: N801
    """Prints and counts the warnings of MkDocs and other plugins; ours are reported by the command."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Print a warning."""
        if record.name != LOG.name:
            self.count += 1
            logging.lastResort.handle(record) if logging.lastResort else None

    def __enter__(self) -> _listening:
        logger = logging.getLogger("mkdocs")
        logger.addHandler(self)
        logger.propagate, self._propagate = False, logger.propagate
        return self

    def __exit__(self, *_: object) -> None:
        logger = logging.getLogger("mkdocs")
        logger.removeHandler(self)
        logger.propagate = self._propagate
