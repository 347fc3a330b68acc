"""``broadsheet review``: a sheet of what was read, to be corrected in a spreadsheet."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from broadsheet.cli.shared import (
    config_option,
    console,
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
from broadsheet.errors import BroadsheetError
from broadsheet.owner.corrections import changed_fields
from broadsheet.owner.sheet import Sheet, read_sheet, sheet_text
from broadsheet.pipeline import Means, of_stage, read_collection
from broadsheet.publish.settings import settings
from broadsheet.write.review import review_sheet
from broadsheet.write.whole import write_whole

_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@click.command()
@folder_argument
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
              help="The sheet to write  [default: that of the option `review`]")  # fmt: skip
@click.option("--delimiter", type=click.Choice(list(_DELIMITERS)),
              help="What parts the cells  [default: comma, or as the sheet has it]")  # fmt: skip
@config_option
@quiet_option
@verbose_option
def review(
    folder: Path | None,
    output: Path | None,
    delimiter: str | None,
    config_file: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """
    Write a CSV of what was read of DIR, to be corrected.

    One row an article: title, authors, date, language, and how sure they are. Cells that you change are read back by
    the option `review`; the articles stay as they are. A sheet that is there is written anew with its corrections
    kept.

    DIR may be a container, too, such as archive.jsonl. Without it, the content folder of the mkdocs.yml here is read.
    """
    chosen = settings(folder, config_file)
    target = output or (Path(chosen.options.review) if chosen.options.review else None)
    if target is None:
        raise BroadsheetError("no sheet is named", "name it by `-o FILE`, or by the option `review` in mkdocs.yml")
    outside(target, chosen.sources)
    in_folder(target)
    last = _last(target, chosen.options.review)
    with interruptible("the last sheet stands as it was"), progress(quiet=quiet) as tell:
        options = replace(chosen.options, review=None)
        collection = read_collection(
            chosen.root, options, of_stage(tell, "reading"), hidden=chosen.hidden, means=Means(chosen.store)
        )
    sheet = review_sheet([entry.article for entry in collection.entries], last)
    if delimiter:
        sheet = replace(sheet, delimiter=_DELIMITERS[delimiter])
    write_whole(target, [sheet_text(sheet).encode("utf-8")])
    findings = [*last.findings, *collection.findings]
    status = report(findings, verbose=verbose)
    if not quiet:
        corrected = sum(len(changed_fields(row)) for row in sheet.rows)
        console().print(
            f"{plural(len(collection.entries), 'article')} written to {target}, "
            f"with {plural(corrected, 'corrected cell')}.",
            markup=False,
        )
        if chosen.options.review is None:
            console().print("To have it read, name it in mkdocs.yml by the option `review`", markup=False)
    sys.exit(status)


def _last(target: Path, named: str | None) -> Sheet:
    """The sheet whose corrections are kept: the one that stands there, or else the one that is in use."""
    for file in (target, *([Path(named)] if named else [])):
        if file.exists():
            return read_sheet(file)
    return Sheet()
