"""``broadsheet export``: the collection as data."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from broadsheet.cli.shared import (
    config_option,
    console,
    counted,
    folder_argument,
    in_folder,
    interruptible,
    outside,
    plural,
    progress,
    quiet_option,
    report,
    verbose_option,
)
from broadsheet.pipeline import Means, of_stage, read_collection
from broadsheet.publish.settings import settings
from broadsheet.write.jsonl import jsonl
from broadsheet.write.whole import write_whole

_FORMS: dict[str, Callable[..., Iterator[str]]] = {"jsonl": jsonl}


@click.command()
@folder_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="jsonl",
    show_default=True,
    help="The form of the data.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default=Path("-"),
              help="The file to write  [default: standard output]")  # fmt: skip
@config_option
@quiet_option
@verbose_option
def export(folder: Path | None, form: str, output: Path, config_file: Path | None, quiet: bool, verbose: bool) -> None:
    """
    Write the articles of DIR as data, one article a line.

    DIR may be a container, too, such as archive.jsonl. Without it, the content folder of the mkdocs.yml here is read.
    """
    chosen = settings(folder, config_file)
    if to_file := str(output) != "-":
        outside(output, chosen.sources)
        in_folder(output)
    with interruptible("the last file stands as it was"), progress(quiet=quiet) as tell:
        collection = read_collection(
            chosen.root,
            chosen.options,
            of_stage(tell, "reading"),
            hidden=chosen.hidden,
            ledger=chosen.published(),
            means=Means(chosen.store),
        )
        lines = _FORMS[form](collection)
        data = (line.encode("utf-8") for line in lines)  # bytes, so that lines end alike on every system
        if to_file:
            write_whole(output, data)
        else:
            stream = sys.stdout.buffer
            for line in data:
                stream.write(line)
            stream.flush()
    status = report(collection.findings, verbose=verbose)
    if not quiet:
        console().print(
            f"{plural(len(collection.entries), 'article')} exported; {counted(collection.findings)}.", markup=False
        )
    sys.exit(status)
