"""``broadsheet build``: the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

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
from broadsheet.finish.zipped import zip_site
from broadsheet.publish.build import BuildError, build_site


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
    try:
        with interruptible("the last site stands as it was; build again when you like"), progress(quiet=quiet) as shown:

            def tell(stage: str, done: int, total: int) -> None:
                clock(stage, done, total)
                if shown:
                    shown(stage, done, total)

            built = build_site(config_file, strict=strict, progress=tell, cluster=cluster)
            archive = built.site_dir.with_name(f"{built.site_dir.name}.zip") if zipped else None
            if archive:
                zip_site(built.site_dir, archive)
    except BuildError as error:
        report(error.findings, verbose=verbose)
        raise
    findings, screen = built.findings, console()
    status = report(findings, verbose=verbose)
    if not quiet:
        articles = plural(len(built.site.collection.entries), "article")
        pages = plural(len(built.site.pages), "page")
        screen.print(f"Built {articles} as {pages} in {clock.seconds:.1f} s, {counted(findings)}.", markup=False)
        if status == 0 and findings and not verbose:
            screen.print("Notes say what was assumed: see them with -v", markup=False)
        also = f", and in {_shown(archive)}" if archive else ""
        screen.print(f"The site is in {_shown(built.site_dir)}{also}", markup=False)
        screen.print(
            f"Look at it: open {_shown(built.site_dir / 'index.html')} in a browser, or run: broadsheet serve",
            markup=False,
        )
    if timings:
        for line in clock.lines():
            screen.print(line, markup=False)
    if verbose and built.slow:
        screen.print(f"All pages went through MkDocs, one by one: {built.slow} may look at each.", markup=False)
    sys.exit(1 if status or built.warnings else 0)


def _shown(path: Path) -> str:
    """A path from here, if it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
