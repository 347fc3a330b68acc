"""``broadsheet serve``: live preview."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.shared import config_option
from broadsheet.publish.build import serve_site


@click.command()
@config_option
@click.option("-a", "--address", metavar="HOST:PORT", help="Where to serve  [default: 127.0.0.1:8000]")
def serve(config_file: Path | None, address: str | None) -> None:
    """
    Show the site on this machine, and follow every edit.

    It is built anew when an article changes. Ctrl-C ends it.
    """
    serve_site(config_file, address)
