"""``broadsheet check``: all findings of a collection, and how sure its values are."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from broadsheet.cli.records import finding_record
from broadsheet.cli.shared import config_option, console, counted, folder_argument, plural, progress, styles
from broadsheet.collect.doubts import FIELDS, NOT_FOUND, Doubt, Found, doubtful, how_found
from broadsheet.errors import KINDS, Finding, Severity
from broadsheet.model import Collection
from broadsheet.publish.settings import settings

_SHOWN = 20
"""How many of a kind are printed without `-v`."""


@click.command()
@folder_argument
@config_option
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON, for programs.")
@click.option("-v", "--verbose", is_flag=True, help="Print every doubtful value and every finding.")
def check(folder: Path | None, config_file: Path | None, as_json: bool, verbose: bool) -> None:
    """
    Show all findings of DIR at once, and how sure its values are.

    Doubtful values come first, then by which rules the values were found, then the findings by kind. Nothing is
    written.

    DIR may be a container, too, such as archive.jsonl. Without it, the content folder of the mkdocs.yml here is read.
    """
    chosen = settings(folder, config_file)
    with progress(quiet=as_json) as tell:
        collection = chosen.collection(tell)
    articles = [entry.article for entry in collection.entries]
    found, doubts = how_found(articles), doubtful(articles)
    if as_json:
        click.echo(json.dumps(_record(collection, found, doubts), ensure_ascii=True, indent=1))
    else:
        screen = console(stderr=False)
        _print_doubts(screen, doubts, None if verbose else _SHOWN)
        _print_found(screen, found)
        _print_findings(screen, collection.findings, None if verbose else _SHOWN)
        screen.print(f"{plural(len(articles), 'article')}; {counted(collection.findings)}.", markup=False)
    sys.exit(1 if any(finding.weighs for finding in collection.findings) else 0)


def _print_doubts(screen: Console, doubts: Sequence[Doubt], most: int | None) -> None:
    screen.print(f"Doubtful values: {len(doubts) or 'none'}", style="bold")
    for doubt in doubts[:most]:
        known = doubt.evidence
        place = f"{doubt.path}:{known.first}" if known.first else doubt.path
        screen.print(f"  {known.weight:>4.0%}  {place}: {known.field} {known.value}  ({known.rule})", markup=False)
    _print_rest(screen, len(doubts), most)


def _print_found(screen: Console, found: Sequence[Found]) -> None:
    screen.print("\nHow values were found", style="bold")
    width = max((len(f.rule) for f in found), default=0)
    for field in FIELDS:
        for at, one in enumerate(one for one in found if one.field == field):
            sure = "" if one.weight is None else f"{one.weight:>5.0%}"
            line = f"  {'' if at else field:<10}{one.rule:<{width}}  {one.articles:>7,}  {sure}"
            screen.print(line.rstrip(), style="dim" if one.rule == NOT_FOUND else "", markup=False)


def _print_findings(screen: Console, findings: Sequence[Finding], most: int | None) -> None:
    screen.print(f"\nFindings: {len(findings) or 'none'}", style="bold")
    for kind, group in _by_kind(findings).items():
        known = KINDS[kind]
        screen.print(f"  {len(group):,} × ", end="", markup=False)
        screen.print(f"{known.severity} [{kind}]", style=styles[known.severity], end=" ", markup=False)
        screen.print(known.cause, markup=False)
        screen.print(f"    → {known.remedy}", style="dim", markup=False)
        for finding in group[:most]:
            screen.print(f"    {finding.place}" + (f" ({finding.detail})" if finding.detail else ""), markup=False)
        _print_rest(screen, len(group), most, "  ")


def _print_rest(screen: Console, number: int, most: int | None, inset: str = "") -> None:
    if most is not None and number > most:
        screen.print(f"{inset}  … and {number - most:,} more: see them with -v", markup=False)


def _by_kind(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings of each kind by place; the kinds that weigh most first, of equals the one found most often."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings):
        groups[finding.id].append(finding)
    order = list(Severity)
    return dict(sorted(groups.items(), key=lambda g: (order.index(KINDS[g[0]].severity), -len(g[1]), g[0])))


def _record(collection: Collection, found: Sequence[Found], doubts: Sequence[Doubt]) -> dict[str, object]:
    return {
        "articles": len(collection.entries),
        "doubtful": [
            {
                "file": doubt.path,
                "line": doubt.evidence.first or None,
                "field": doubt.evidence.field,
                "value": doubt.evidence.value,
                "rule": doubt.evidence.rule,
                "weight": doubt.evidence.weight,
            }
            for doubt in doubts
        ],
        "found": [
            {"field": f.field, "rule": None if f.weight is None else f.rule, "articles": f.articles, "weight": f.weight}
            for f in found
        ],
        "counts": {kind: len(group) for kind, group in _by_kind(collection.findings).items()},
        "findings": [finding_record(f) for group in _by_kind(collection.findings).values() for f in group],
    }
