"""``broadsheet build``: the site."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

import click

from broadsheet.cache import FOLDER, Last, Stamp, Store, last_build
from broadsheet.cli.clock import Clock
from broadsheet.cli.shared import (
    cluster_option,
    config_option,
    console,
    counted,
    interruptible,
    plural,
    progress,
    quiet_option,
    report,
    verbose_option,
)
from broadsheet.collector import collector_at_rest
from broadsheet.errors import Finding


@click.command()
@config_option
@click.option("--strict", is_flag=True, help="Let any warning stop the build; the last site then stands.")
@click.option("--zip", "zipped", is_flag=True, help="Put the site into a zip file beside it, too.")
@click.option("--timings", is_flag=True, help="Print how long each stage took.")
@cluster_option
@quiet_option
@verbose_option
def build(
    config_file: Path | None,
    strict: bool,
    zipped: bool,
    timings: bool,
    cluster: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """
    Build the site into its folder.

    That is `site/`, if mkdocs.yml names no other. The new site takes the place of the last one only when it is whole.

    With --zip, it is in one archive, too, such as site.zip: unpack it, and open index.html in it.
    """
    clock = Clock()
    kept = (config_file or Path("mkdocs.yml")).resolve().parent / FOLDER
    asked = repr((str(config_file), strict))
    last = last_build(kept, asked)
    looked = (last.inputs, Stamp.of(last.inputs)) if last else None
    fresh = not (last and looked and last.holds(looked[1]))
    if last and not fresh:
        said = last.said
    else:
        said = _made(config_file, strict, cluster, clock, looked, kept, quiet=quiet, verbose=verbose, asked=asked)
    site = Path(said["site"])
    archive = site.with_name(f"{site.name}.zip") if zipped else None
    if archive:
        _zip(site, archive)
    findings, screen = [Finding(*finding) for finding in said["findings"]], console()
    status = report(findings, verbose=verbose)
    if not quiet:
        made = f"{plural(said['articles'], 'article')} as {plural(said['pages'], 'page')}"
        text = f"Built {made} in {clock.seconds:.1f} s" if fresh else f"Nothing has changed: {made}"
        screen.print(f"{text}, {counted(findings)}.", markup=False)
        if status == 0 and findings and not verbose:
            screen.print("Notes say what was assumed: see them with -v", markup=False)
        also = f", and in {_shown(archive)}" if archive else ""
        screen.print(f"The site is in {_shown(site)}{also}", markup=False)
        screen.print(
            f"Look at it: open {_shown(site / 'index.html')} in a browser, or run: broadsheet serve", markup=False
        )
    if timings:
        for line in clock.lines():
            screen.print(line, markup=False)
    if verbose and said["slow"]:
        screen.print(f"All pages went through MkDocs, one by one: {said['slow']} may look at each.", markup=False)
    sys.exit(1 if status or said["warnings"] else 0)


@collector_at_rest()
def _made(
    config_file: Path | None,
    strict: bool,
    cluster: str | None,
    clock: Clock,
    looked: tuple[Sequence[str], Stamp] | None,
    kept: Path,
    *,
    quiet: bool,
    verbose: bool,
    asked: str,
) -> dict[str, Any]:
    """Build the site, and give what is to be said of it; only here all that a build needs is loaded."""
    from broadsheet.pipeline.second import begun

    with begun(Store(kept) if cluster is None else None) as second:
        from broadsheet.publish.build import BuildError, build_site

        try:
            with (
                interruptible("the last site stands as it was; build again when you like"),
                progress(quiet=quiet) as shown,
            ):

                def tell(stage: str, done: int, total: int) -> None:
                    clock(stage, done, total)
                    if shown:
                        shown(stage, done, total)

                built = build_site(
                    config_file, strict=strict, progress=tell, cluster=cluster, looked=looked, second=second
                )
        except BuildError as error:
            report(error.findings, verbose=verbose)
            raise
    said = {
        "site": str(built.site_dir),
        "articles": len(built.site.collection.entries),
        "pages": len(built.site.pages),
        "findings": [astuple(finding) for finding in built.findings],
        "slow": built.slow,
        "warnings": built.warnings,
    }
    if built.source and not built.warnings:
        kept = built.source.folder / FOLDER
        inputs, outputs = built.source.inputs, (*built.source.outputs, str(built.site_dir))
        Last(asked, inputs, built.source.before, outputs, Stamp.of(outputs), said).keep(kept)
    return said


def _zip(site: Path, archive: Path) -> None:
    from broadsheet.finish.zipped import zip_site

    with interruptible("the last archive stands as it was; the site is whole"):
        zip_site(site, archive)


def _shown(path: Path) -> str:
    """A path from here, if it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
