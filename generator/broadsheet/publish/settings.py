"""What a site's ``mkdocs.yml`` says to Broadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from broadsheet.cache import Store
from broadsheet.errors import BroadsheetError
from broadsheet.model import Collection, Ledger
from broadsheet.options import Options
from broadsheet.owner.ledger import read_ledger
from broadsheet.pipeline import Means, Tell, of_stage, read_collection
from broadsheet.publish.configured import has_directories, hidden, home_of, store_of
from broadsheet.publish.plugin import BroadsheetPlugin
from broadsheet.read import ENDINGS, is_container
from broadsheet.read.folder import Hidden, nothing_hidden

_DEFAULT = "mkdocs.yml"
_NAMED = re.compile(r"^[ \t]*(?:-[ \t]*)?['\"]?broadsheet['\"]?[ \t]*(?::|#|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the articles are, and how they are to be read."""

    root: Path
    """A folder, or a container."""
    options: Options
    hidden: Hidden = nothing_hidden
    """Which files the site excludes or holds as drafts."""
    directories: bool = False
    """Whether each page of the site is the index of a folder of its own (``use_directory_urls``)."""
    content: Path | None = None
    """The content folder of the site, if the articles lie in it."""
    store: Store | None = None
    """Where articles that were read are kept, if the options are those of a site."""
    part: tuple[str, str] | None = None
    """Where they are only a part of it: how their paths begin in the ledger, and how much of that they are not called
    by here."""
    name: str = ""
    """Of the site; of articles without one, their folder's or container's."""
    url: str = ""
    """Where the site stands, with a slash at the end; empty where that is not said."""

    @property
    def ledger(self) -> Path | None:
        """The ledger of the site, if the articles are the site's."""
        return Path(self.options.permalinks) if self.content else None

    def collection(self, tell: Tell | None) -> Collection:
        """Read the articles as the site does, and tell how far that is."""
        return read_collection(
            self.root,
            self.options,
            of_stage(tell, "reading"),
            hidden=self.hidden,
            ledger=self.published(),
            means=Means(self.store),
        )

    def published(self, file: Path | None = None) -> Ledger:
        """What was published of the articles, by the ledger of the site, or by another file; raises `LedgerError`."""
        file = file or self.ledger
        ledger = read_ledger(file) if file else Ledger()
        return ledger.part(*self.part) if self.part else ledger

    @property
    def sources(self) -> Path:
        """Where nothing may be written: the content folder, or what is read."""
        return self.content or self.root


def load(config_file: Path | None, **changes: Any) -> tuple[MkDocsConfig, BroadsheetPlugin]:
    """
    Load ``mkdocs.yml`` with its plugins.

    Raises `BroadsheetError` where there is none, where it is wrong, or where it does not name the plugin, and
    `OptionError` where one of our options is wrong.
    """
    file = config_file or Path(_DEFAULT)
    if not file.is_file():
        raise BroadsheetError(
            f"there is no {file} here", "go to the folder of a site, or make one by `broadsheet new DIR`"
        )
    try:
        config = load_config(str(file), **changes)
    except (Abort, ConfigurationError) as error:
        if isinstance(broken := error.__context__, yaml.YAMLError):
            raise BroadsheetError(*_broken(file, broken)) from error
        above = "" if isinstance(error, ConfigurationError) else "what is said above, "
        raise BroadsheetError(f"{file} cannot be used ({error})", f"mend {above}in {file}") from error
    plugin = config.plugins.get("broadsheet")
    if not isinstance(plugin, BroadsheetPlugin):
        raise BroadsheetError(f"{file} does not name the plugin", "put `broadsheet` under `plugins:`")
    plugin.options(config)
    return config, plugin


def _broken(file: Path, error: yaml.YAMLError) -> tuple[str, str]:
    """Where a file is not YAML, and what to do."""
    mark = getattr(error, "problem_mark", None)
    place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else str(file)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or error
    remedy = "mend that line or the one before: values with `: ` or `#` go between quotes, and spaces indent, not tabs"
    return f"{place} is not valid YAML ({problem})", remedy if mark else "save it as plain text in UTF-8"


def _part(prefix: Path, *, is_file: bool) -> tuple[str, str]:
    """How the paths of a folder, or of what a container holds, begin in the ledger, and from where they are called."""
    above = prefix.parent.as_posix() if is_file else prefix.as_posix()
    return f"{prefix.as_posix()}/", "" if above == "." else f"{above}/"


def names_plugin(file: Path, depth: int = 8) -> bool:
    """
    Whether a configuration of MkDocs names the plugin, itself or in the file that it inherits from.

    Nothing of it is loaded: themes and plugins of another project may not be installed here.  Of a file that is not
    YAML, its words decide.
    """
    text = file.read_bytes().decode("utf-8", "replace")
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return bool(_NAMED.search(text))
    if not isinstance(root, yaml.MappingNode):
        return False
    inherited = False
    for key, value in root.value:
        if key.value == "plugins" and "broadsheet" in _names(value):
            return True
        if key.value == "INHERIT" and depth and (parent := file.parent / str(value.value)).is_file():
            inherited = names_plugin(parent, depth - 1)
    return inherited


def _names(plugins: yaml.Node) -> set[str]:
    """The names under ``plugins``: of a list, or of a mapping, or of mappings in a list."""
    if isinstance(plugins, yaml.MappingNode):
        return {str(key.value) for key, _ in plugins.value}
    if isinstance(plugins, yaml.SequenceNode):
        return {name for item in plugins.value for name in _names(item)}
    return {str(plugins.value)}


def settings(folder: Path | None, config_file: Path | None) -> Settings:
    """
    The folder of the articles and the options for it.

    Without a folder, those of the ``mkdocs.yml`` given or lying here.  With one, the options of that file hold where
    it was given, or where the folder is its content folder or lies in it; else the defaults.  A file that lies here
    and does not name the plugin is another project's, and not looked at.

    A container may stand for a folder.  It is then read whatever that file names as articles or leaves out.  Raises
    `BroadsheetError` for any other file.
    """
    if folder is not None and folder.is_file() and not is_container(folder.name):
        raise BroadsheetError(
            f"{folder} is no folder and no container", f"name a folder, or a file that ends in {', '.join(ENDINGS)}"
        )
    here = Path(_DEFAULT)
    if folder is not None and config_file is None and not (here.is_file() and names_plugin(here)):
        return Settings(folder, Options(), name=_named(folder))
    config, plugin = load(config_file)
    root = Path(config.docs_dir)
    chosen = Settings(
        folder or root, plugin.options(config), hidden(config), has_directories(config), root, store_of(config)
    )
    chosen = replace(chosen, name=config.site_name, url=home_of(config))
    if folder is None:
        return chosen
    inside = folder.resolve().is_relative_to(root.resolve())
    if inside:
        prefix = folder.resolve().relative_to(root.resolve())
        hides = replace(chosen, hidden=lambda path: chosen.hidden((prefix / path).as_posix()))
        return replace(hides, part=_part(prefix, is_file=folder.is_file())) if prefix.parts else hides
    return (
        replace(chosen, hidden=nothing_hidden, content=None)
        if config_file
        else Settings(folder, Options(), name=_named(folder))
    )


def _named(folder: Path) -> str:
    return folder.resolve().name.partition(".")[0] or "Articles"
