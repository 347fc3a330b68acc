"""The collection that a file belongs to: its content folder, its options, its path there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from broadsheet.options import Options
from broadsheet.owner.folders import NAME
from broadsheet.publish.settings import Settings, names_plugin, settings

_CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an article lies, and how its collection is read."""

    settings: Settings
    path: str
    """Relative to the content folder, with `/`."""


def whereabouts(file: Path, config_file: Path | None) -> Whereabouts:
    """
    Find the collection of a file.

    It is that of the ``mkdocs.yml`` given, of the one here, or of the nearest one above the file, if the file lies in
    its content folder; else the file's own folder, or the highest one above it that a row of ``_collection.yml`` leads
    to, with default options.  A ``mkdocs.yml`` that does not name the plugin is another project's, and not looked at.
    Raises `BroadsheetError` where one that names it is wrong.
    """
    file = Path(os.path.abspath(file))  # noqa: PTH100 -- without `..`, but through links, as the articles are found
    for config in _configs(file, config_file):
        chosen = settings(None, config)
        if _holds(chosen.root, file):
            return _at(chosen, file)
    folder = file.parent
    while folder != folder.parent and (folder.parent / NAME).is_file():
        folder = folder.parent
    return _at(Settings(folder, settings(None, config_file).options if config_file else Options()), file)


def _configs(file: Path, given: Path | None) -> list[Path]:
    if given is not None:
        return [given]
    found = dict.fromkeys(folder / _CONFIG for folder in (Path.cwd(), *file.parents))
    return [config for config in found if config.is_file() and names_plugin(config)]


def _holds(root: Path, file: Path) -> bool:
    return file.is_relative_to(root.absolute())


def _at(chosen: Settings, file: Path) -> Whereabouts:
    return Whereabouts(chosen, file.relative_to(chosen.root.absolute()).as_posix())
