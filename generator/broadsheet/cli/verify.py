"""``broadsheet verify``: whether a copy of a site is whole."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from broadsheet.cli.shared import console, plural, quiet_option
from broadsheet.finish.verify import verify as compare


@click.command()
@click.argument("copy", metavar="COPY")
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The manifest.json of the built site  [default: the one in the copy]",
)
@quiet_option
def verify(copy: str, manifest: Path | None, quiet: bool) -> None:
    """
    Tell what of a copy of the site differs from what was built.

    COPY is a folder, a zip file made by `broadsheet build --zip`, or the address of the site on its host. Each file is
    compared by its SHA-256 with the manifest.json that each build writes. Whoever changes a copy may change the
    manifest in it too: to be sure, name the one of your own build.
    """
    found = compare(copy, manifest)
    for word, paths in (("changed", found.changed), ("missing", found.missing), ("added", found.added or ())):
        for path in paths:
            click.echo(f"{word}: {path}")
    if not quiet:
        parts = [f"{len(found.changed)} changed", f"{len(found.missing)} missing"]
        parts.append("a host does not say what was added" if found.added is None else f"{len(found.added)} added")
        console().print(f"{plural(found.files, 'file')} compared: {', '.join(parts)}.", markup=False)
    sys.exit(1 if found else 0)
