"""``broadsheet explain``: how each line was read, and what was changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from broadsheet.cli.shared import config_option, report
from broadsheet.errors import BroadsheetError, UnreadableError
from broadsheet.model import Article, Kind
from broadsheet.pipeline import read_article
from broadsheet.publish.settings import settings
from broadsheet.read import read_source
from broadsheet.trace import Step, text_lines

_FRONT = frozenset((Kind.HEADER, Kind.TITLE, Kind.BYLINE, Kind.DATELINE))
_STYLES = {"front": "cyan", "body": "", "aside": "magenta"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@config_option
def explain(file: Path, config_file: Path | None) -> None:
    """Show where each line of an article went, what was recognised, and every change."""
    options = settings(file.parent, config_file).options
    try:
        article = read_article(file.parent, file.name, options)
        lines = read_source(file.parent, file.name, options).decoded
    except UnreadableError as error:
        detail = f" ({error.finding.detail})" if error.finding.detail else ""
        raise BroadsheetError(f"{file}: {error.cause}{detail}", error.remedy) from error
    screen = Console(highlight=False)
    screen = screen if screen.is_terminal else Console(highlight=False, soft_wrap=True)
    _print_metadata(screen, article)
    _print_lines(screen, article, lines)
    _print_steps(screen, article.steps)
    sys.exit(report(article.findings, verbose=True))


def _print_metadata(screen: Console, article: Article) -> None:
    screen.print("Recognised", style="bold")
    for known in article.metadata.evidence:
        where = f"line {known.first}" if known.first == known.last else f"lines {known.first} to {known.last}"
        shown = f"{known.rule}, {where if known.first else 'no line of its own'}, {known.weight:.0%}"
        screen.print(f"  {known.field:<12}{known.value}  ({shown})", markup=False)
    screen.print(f"  {'encoding':<12}{article.encoding}", markup=False)


def _print_lines(screen: Console, article: Article, lines: tuple[str, ...]) -> None:
    screen.print("\nLines", style="bold")
    places = {number: block for block in article.blocks for number in range(block.first, block.last + 1)}
    width = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        block = places.get(number)
        place = str(block.kind) if block and line.strip() else ""
        group = (
            "front" if block and block.kind in _FRONT else "aside" if block and block.kind == Kind.NOTICE else "body"
        )
        screen.print(Text(f"  {number:>{width}}  {place:<13} {line}".rstrip(), style=_STYLES[group]))


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
