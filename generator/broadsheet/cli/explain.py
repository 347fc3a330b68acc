"""``broadsheet explain``: how each line was read, and what was changed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from broadsheet.cli.records import finding_record
from broadsheet.cli.shared import config_option, console, report
from broadsheet.errors import BroadsheetError, UnreadableError
from broadsheet.model import Article, Evidence, Item, Kind
from broadsheet.options import Options
from broadsheet.owner import read_word
from broadsheet.pipeline.article import read_article
from broadsheet.publish.whereabouts import whereabouts
from broadsheet.read import is_container, items, look_into, read_source, survey
from broadsheet.read.folder import is_article
from broadsheet.trace import Step, text_lines

_FRONT = frozenset((Kind.HEADER, Kind.TITLE, Kind.BYLINE, Kind.DATELINE, Kind.STANDFIRST))
_ASIDE = frozenset(
    (Kind.AUTHOR_NOTE, Kind.CAPTION, Kind.PROMPT, Kind.NOTICE, Kind.ADDRESSES, Kind.FURNITURE, Kind.BOILERPLATE)
)
_STYLES = {"front": "cyan", "body": "", "aside": "magenta"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@config_option
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON, for programs.")
def explain(file: Path, config_file: Path | None, as_json: bool) -> None:
    """
    Show how each line of an article was read.

    That is, where it went, what was recognised in it, and every change.
    """
    article, lines = _read(file, config_file)
    if as_json:
        click.echo(json.dumps(_record(article, lines), ensure_ascii=True, indent=1))
        sys.exit(1 if any(finding.weighs for finding in article.findings) else 0)
    screen = console(stderr=False)
    _print_metadata(screen, article)
    _print_lines(screen, article, lines)
    _print_steps(screen, article.steps)
    sys.exit(report(article.findings, verbose=True))


def _read(file: Path, config_file: Path | None) -> tuple[Article, tuple[str, ...]]:
    """The article as the build reads it, with the owner's word, and its lines before any change."""
    if file.is_dir():
        raise BroadsheetError(f"{file} is no file", "name the text file of an article")
    container = next((above for above in file.parents if above.is_file()), None)
    if not file.exists() and container is None:
        raise BroadsheetError(f"there is no file {file}", "name the text file of an article")
    found = whereabouts(container or file, config_file)
    root, options, hidden, path = found.settings.root, found.settings.options, found.settings.hidden, found.path
    named = is_container(path) and found.settings.content is None  # by itself, as `convert` would read it
    if not named and not is_article(path, options):
        raise BroadsheetError(f"{file} is no article of the collection", _why_not(options))
    if hidden(path):
        raise BroadsheetError(f"{file} is kept out of the site", "take it out of `exclude_docs` or `draft_docs`")
    whole = root / path if named else root
    paths = look_into(whole, options, hidden).articles
    word, seen = read_word(root, paths if options.review else [path], options), survey(root, paths, options)
    item = _item(root, path, file.relative_to(container).as_posix() if container else "", options)
    if item is None:
        raise BroadsheetError(
            f"{file} is no article of its container", f"name one as its page does, such as {path}/000001"
        )
    try:
        return (
            read_article(root, item, options, word.of(root, item, options.fields), seen.of(item.path)),
            read_source(root, item.path, options, item.data).decoded,
        )
    except UnreadableError as error:
        detail = f" ({error.finding.detail})" if error.finding.detail else ""
        raise BroadsheetError(f"{file}: {error.cause}{detail}", error.remedy) from error


def _item(root: Path, path: str, inside: str, options: Options) -> Item | None:
    """What an article is read from: its file, or its place inside of a container."""
    if not is_container(path):
        return None if inside else Item(path)
    wanted = f"{path}/{inside}"
    found = (item for item in items(root, [path], options) if isinstance(item, Item))
    return next((item for item in found if item.path == wanted), None)


def _why_not(options: Options) -> str:
    named = ", ".join(options.articles)
    return f"articles are the files that the option `articles` names ({named}) and `exclude` does not"


def _print_metadata(screen: Console, article: Article) -> None:
    screen.print("Recognised", style="bold")
    for known in article.metadata.evidence:
        screen.print(
            f"  {known.field:<12}{known.value or 'none'}  ({known.rule}, {_shown_by(known)}, {known.weight:.0%})",
            markup=False,
        )
    screen.print(f"  {'encoding':<12}{article.encoding}", markup=False)


def _shown_by(known: Evidence) -> str:
    if known.where:
        return known.where
    if not known.first:
        return "no line of its own"
    return f"line {known.first}" if known.first == known.last else f"lines {known.first} to {known.last}"


def _print_lines(screen: Console, article: Article, lines: tuple[str, ...]) -> None:
    screen.print("\nLines", style="bold")
    width = len(str(len(lines)))
    for number, line, place, group in _placed(article, lines):
        screen.print(Text(f"  {number:>{width}}  {place:<13} {line}".rstrip(), style=_STYLES[group]))


def _placed(article: Article, lines: tuple[str, ...]) -> list[tuple[int, str, str, str]]:
    """Each line with its number, the kind of its block and its group; an empty line has no kind."""
    blocks = {number: block for block in article.blocks for number in range(block.first, block.last + 1)}
    placed = []
    for number, line in enumerate(lines, 1):
        kind = blocks[number].kind if number in blocks and line.strip() else None
        group = "front" if kind in _FRONT else "aside" if kind in _ASIDE else "body"
        placed.append((number, line, str(kind or ""), group))
    return placed


def _print_steps(screen: Console, steps: tuple[Step, ...]) -> None:
    screen.print(f"\nChanges: {len(steps) or 'none'}", style="bold")
    for step in steps:
        where = f"line {step.first}" if step.first == step.last else f"lines {step.first} to {step.last}"
        screen.print(f"  {step.rule}, {where}", markup=False)
        for sign, text, style in (("-", step.before, "red"), ("+", step.after, "green")):
            for line in text_lines(text):
                screen.print(Text(f"    {sign} {_around(line)}", style=style))


def _around(line: str) -> str:
    """The ends of a long line, where joins show."""
    return line if len(line) <= 160 else f"{line[:75]} … {line[-75:]}"


def _record(article: Article, lines: tuple[str, ...]) -> dict[str, object]:
    return {
        "path": article.path,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "recognised": [
            {
                "field": known.field,
                "value": known.value or None,
                "first": known.first or None,
                "last": known.last or None,
                "file": known.where or None,
                "rule": known.rule,
                "weight": known.weight,
            }
            for known in article.metadata.evidence
        ],
        "lines": [
            {"number": number, "text": line, "group": group if kind else None, "kind": kind or None}
            for number, line, kind, group in _placed(article, lines)
        ],
        "changes": [
            {"rule": step.rule, "first": step.first, "last": step.last, "before": step.before, "after": step.after}
            for step in article.steps
        ],
        "findings": [finding_record(finding) for finding in article.findings],
    }
