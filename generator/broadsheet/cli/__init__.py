"""The command ``broadsheet``."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from importlib import import_module

import click

from broadsheet import __version__
from broadsheet.cli.shared import StoppedError
from broadsheet.collector import ends_soon
from broadsheet.errors import BroadsheetError

_REMEDIES = {
    errno.ENOSPC: "the disk is full: make room, or write to another one",
    errno.EROFS: "the disk cannot be written to: write to another one",
    errno.ENAMETOOLONG: "name a place with a shorter path",
}
"""What to do about an error of the operating system."""


COMMANDS = ("new", "convert", "build", "serve", "check", "review", "explain", "export", "verify")
"""Each is a module of its name."""


class _Commands(click.Group):
    """Loads a command when it is called: what one needs, another need not wait for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, from A to Z."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of them."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"broadsheet.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="broadsheet")
def broadsheet() -> None:
    """
    Turn a folder of plain-text articles into pages and a site.

    Exit status: 0 fine, 1 there are findings to look at, 2 the command could not be carried out.
    """


def main() -> None:
    """
    Run the command line; errors that say what to do are printed without a traceback.

    Ctrl-C ends it with 130, as a shell expects.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads, which take time to begin, are of no use here
    ends_soon()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may not know every letter of an article
    try:
        sys.exit(broadsheet(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except StoppedError as error:
        click.echo(f"broadsheet: {error.cause}\n  → {error.remedy}", err=True)
        sys.exit(130)
    except click.Abort:
        click.echo("broadsheet: interrupted", err=True)
        sys.exit(130)
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "look whether its folder is there and may be written")
        click.echo(f"broadsheet: {error.filename or 'a file'} cannot be used ({error.strerror or error})", err=True)
        click.echo(f"  → {remedy}", err=True)
        sys.exit(2)
    except BroadsheetError as error:
        if error.__cause__ and {"-v", "--verbose"} & set(sys.argv):
            traceback.print_exception(error.__cause__)
        click.echo(f"broadsheet: {error.cause}\n  → {error.remedy}", err=True)
        sys.exit(2)
