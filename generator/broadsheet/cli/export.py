"""``broadsheet export``: the collection as data, as references, as a book."""

from __future__ import annotations

import sys
from collections.abc import Iterable
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
from broadsheet.errors import BroadsheetError
from broadsheet.model import Collection
from broadsheet.publish.settings import settings
from broadsheet.write.book import Book, epub
from broadsheet.write.citations import Imprint
from broadsheet.write.data import FORMS, Selection, write_package
from broadsheet.write.whole import write_whole

_BOOK = "epub"
_ENDINGS = {**{form.file.removeprefix("articles"): name for name, form in FORMS.items()}, ".epub": _BOOK}
"""By which the form of a file is known."""


@click.command()
@folder_argument
@click.option("--format", "forms", type=click.Choice([*FORMS, _BOOK]), multiple=True,
              help="The form of the file; with --package, several  [default: by its ending, else jsonl]")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"),
              help="The file to write, or the folder  [default: standard output]")  # fmt: skip
@click.option("--package", is_flag=True, help="Write a folder with a datapackage.json that describes its files.")
@click.option("--year", "years", type=int, multiple=True, help="Only articles of this year.")
@click.option("--author", "authors", multiple=True, help="Only articles by this author.")
@click.option("--topic", "topics", multiple=True, help="Only articles on this topic.")
@click.option("--language", "languages", multiple=True, help="Only articles in this language, such as en.")
@click.option("--path", "paths", multiple=True, help="Only this article, or those of this folder.")
@click.option("--title", help="The title of a book  [default: the site's name, and what was selected]")
@click.option("--cover", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A picture for the cover of a book  [default: one is set]")  # fmt: skip
@config_option
@quiet_option
@verbose_option
def export(
    folder: Path | None,
    forms: tuple[str, ...],
    output: Path,
    package: bool,
    years: tuple[int, ...],
    authors: tuple[str, ...],
    topics: tuple[str, ...],
    languages: tuple[str, ...],
    paths: tuple[str, ...],
    title: str | None,
    cover: Path | None,
    config_file: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """
    Write the articles of DIR as data, as references, or as a book.

    jsonl, csv and parquet hold all that is known of each article, and its text; bibtex, ris and csl-json hold the
    references that reference managers read; epub is a book.

    Options that select may be given several times; an article is taken if it fits one of each kind that is given.

    DIR may be a container, too, such as archive.jsonl. Without it, the content folder of the mkdocs.yml here is read.
    """
    chosen = settings(folder, config_file)
    to_file = str(output) != "-"
    forms = forms or (_form_of(output),)
    _fitting(forms, package=package, to_file=to_file, output=output)
    if to_file:
        outside(output, chosen.sources)
        in_folder(output)
    selection = Selection(years, authors, topics, languages, paths)
    imprint = Imprint(chosen.name, chosen.url)
    with interruptible("the last file stands as it was"), progress(quiet=quiet) as tell:
        read = chosen.collection(tell)
        collection = selection.of(read)
        if package:
            write_package(output, forms, collection, imprint)
        else:
            book = Book(title or _titled(imprint, selection), imprint, selection.label, cover)
            _write(_data(forms[0], collection, imprint, book), output if to_file else None)
    status = report(read.findings, verbose=verbose)
    if not quiet:
        console().print(
            f"{plural(len(collection.entries), 'article')} exported; {counted(read.findings)}.", markup=False
        )
    sys.exit(status)


def _form_of(output: Path) -> str:
    """The form that a file is to have by its name."""
    return next((form for ending, form in _ENDINGS.items() if output.name.lower().endswith(ending)), "jsonl")


def _fitting(forms: tuple[str, ...], *, package: bool, to_file: bool, output: Path) -> None:
    """Refuse what cannot be done together, before anything is read."""
    if package and (not to_file or _BOOK in forms):
        raise BroadsheetError("a package is a folder of data", "name the folder by -o, and forms other than epub")
    if package and output.is_file():
        raise BroadsheetError(f"{output} is a file", "name a folder for the package")
    if not package and len(forms) > 1:
        raise BroadsheetError("one file has one form", "name one --format, or add --package and a folder")
    if not package and output.is_dir():
        raise BroadsheetError(f"{output} is a folder", "name a file in it, or add --package")


def _titled(imprint: Imprint, selection: Selection) -> str:
    return f"{imprint.name}: {selection.label}" if selection.label else imprint.name


def _data(form: str, collection: Collection, imprint: Imprint, book: Book) -> Iterable[bytes]:
    return [epub(collection, book)] if form == _BOOK else FORMS[form].write(collection, imprint)


def _write(data: Iterable[bytes], output: Path | None) -> None:
    """Bytes, so that lines end alike on every system."""
    if output:
        write_whole(output, data)
        return
    stream = sys.stdout.buffer
    for piece in data:
        stream.write(piece)
    stream.flush()
