"""``broadsheet new``: a new site."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click
import yaml

from broadsheet.errors import BroadsheetError

_SAMPLE = "content/welcome.txt"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--name", help="The name of the site  [default: the folder's name]")
def new(folder: Path, name: str | None) -> None:
    """
    Make a new site in DIR.

    It has a mkdocs.yml, a folder content/ with a first article, and what publishes it on GitHub or GitLab. Files that
    are there already stay as they are; a folder that has a mkdocs.yml is refused.
    """
    if (folder / "mkdocs.yml").exists():
        raise BroadsheetError(
            f"{folder} holds a site already", "name another folder, or build this one by `broadsheet build`"
        )
    has_articles = any((folder / "content").rglob("*.txt"))
    title = name or _titled(folder.resolve().name)
    for path, data in sorted(_starter(files("broadsheet.cli") / "starter")):
        if has_articles and path == _SAMPLE:
            continue
        target = folder / path.replace("dot-", ".")
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        text = data.read_text(encoding="utf-8").replace(
            "SITE_NAME", yaml.safe_dump(title, allow_unicode=True, width=9999).split("\n")[0]
        )
        target.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"  {target}")
    click.echo(f"Made a site in {folder}. Put your articles (*.txt) into {folder / 'content'}, then:")
    click.echo(f"  cd {folder}")
    click.echo("  broadsheet serve      to see it while you work")
    click.echo("  broadsheet build      to build it into site/")


def _titled(name: str) -> str:
    """
    A folder's name as a title; capitals that are there already are its owner's.

    >>> _titled("my-archive"), _titled("BBC-News")
    ('My archive', 'BBC News')
    """
    words = unicodedata.normalize("NFC", name).replace("-", " ").replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}" if words.islower() else words


def _starter(folder: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    found = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _starter(item, f"{prefix}{item.name}/")
        elif not item.name.endswith((".py", ".pyc")):
            found.append((f"{prefix}{item.name}", item))
    return found
