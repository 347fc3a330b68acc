"""``broadsheet convert``: pages on disk."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from broadsheet.cli.shared import (
    cluster_option,
    config_option,
    console,
    counted,
    folder_argument,
    interruptible,
    outside,
    plural,
    progress,
    quiet_option,
    report,
    verbose_option,
)
from broadsheet.pipeline import Means, of_stage, read_site
from broadsheet.publish.settings import settings
from broadsheet.write.folder import write_folder
from broadsheet.write.ledger import keep_ledger


@click.command()
@folder_argument
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The folder for the pages.")
@config_option
@cluster_option
@quiet_option
@verbose_option
def convert(
    folder: Path | None, output: Path, config_file: Path | None, cluster: str | None, quiet: bool, verbose: bool
) -> None:
    """
    Write the articles of DIR as Markdown pages into a folder.

    Only what changed is written, and pages of articles that are gone are removed. Pages that were changed by hand,
    and files that are not pages, stay.

    DIR may be a container, too, such as archive.jsonl. Without it, the content folder of the mkdocs.yml here is read.
    """
    chosen = settings(folder, config_file)
    outside(output, chosen.sources)
    ledger = chosen.ledger or output / Path(chosen.options.permalinks).name
    published = chosen.published(ledger)
    with interruptible("what was written is whole; run it again, and it goes on"), progress(quiet=quiet) as tell:
        site = read_site(
            chosen.root,
            chosen.options,
            of_stage(tell, "reading"),
            hidden=chosen.hidden,
            directories=chosen.directories,
            ledger=published,
            means=Means(chosen.store, cluster),
        )
        result = write_folder(site.pages, output)
        if chosen.part is None:
            keep_ledger(ledger, published, site.collection.ledger)
    findings = [*site.collection.findings, *result.findings]
    status = report(findings, verbose=verbose)
    if not quiet:
        console().print(
            f"{plural(len(site.collection.entries), 'article')}: {plural(len(result.written), 'page')} written, "
            f"{result.unchanged:,} unchanged, {len(result.removed):,} removed in {output}; {counted(findings)}.",
            markup=False,
        )
    sys.exit(status)
