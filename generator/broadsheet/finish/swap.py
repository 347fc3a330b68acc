"""A new site takes the place of the last one only when it is whole."""

from __future__ import annotations

import glob
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

from broadsheet.collect import here
from broadsheet.errors import BroadsheetError
from broadsheet.finish.lock import locked
from broadsheet.finish.update import SITE, go_on, gone_by, second_names, update
from broadsheet.pipeline.twin import apart

_LEFT_BEHIND = 24 * 3600
"""Seconds after which a folder of a build that was killed is cleared away."""


def _nothing() -> None:
    """Do nothing more."""


def _none() -> Collection[str]:
    """Let nothing stay."""
    return ()


@contextmanager
def staged(
    target: Path, then: Callable[[], None] = _nothing, stays: Callable[[], Collection[str]] = _none
) -> Iterator[Path]:
    """
    Give an empty folder beside the target; when the block ends well, it takes the target's place.

    `stays` gives, when the block has ended, the files of the target that the new site has as they are, and that are not
    in the folder; if few others have changed, these alone are put into the target.  `then` is done when the new site
    stands there, while the last one is removed.

    After an error or an interruption the target stands as it was.  Raises `BroadsheetError` for a target that is no
    folder, where its parent cannot be written, or while another process has the target staged.
    """
    target = target.resolve()  # a link to a folder stays a link
    if target.exists() and not target.is_dir():
        raise BroadsheetError(f"{target} is a file", "move it away; the site goes into a folder of that name")
    with ExitStack() as stack:
        with _writing(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
            held = stack.enter_context(locked(target.with_name(f".{target.name}-lock")))
            folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-new-", dir=target.parent)) if held else None
        if folder is None:
            raise BroadsheetError(
                f"another build is at work on {target}",
                "wait until it has ended, or end it, and build again; or set another `site_dir`",
            )
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        with _writing(target):
            _recover(target, folder)
        staging = folder / SITE
        staging.mkdir()
        staging.chmod(0o755)
        yield staging
        _end(folder, target, stays(), then)


def _end(folder: Path, target: Path, stays: Collection[str], then: Callable[[], None]) -> None:
    """Change the target where it stands, or let the new site take its place."""
    staging = folder / SITE
    gone = gone_by(staging, target, stays) if stays else None
    if gone is None:
        second_names(stays, target, staging)
        _swap(staging, target, then)
        return
    with _writing(target):
        update(folder, target, gone)
    then()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Say what could not be written."""
    try:
        yield
    except OSError as error:
        raise BroadsheetError(f"{folder} cannot be written ({error.strerror})", "mend its permissions") from error


def _swap(staging: Path, target: Path, then: Callable[[], None]) -> None:
    last = _last(target)
    if target.exists():
        target.rename(last)
    try:
        staging.rename(target)
    except OSError:
        if last.exists():
            last.rename(target)
        raise
    _keep_hidden(last, target)
    removed = (apart if last.exists() else here)(partial(shutil.rmtree, last, ignore_errors=True))
    try:
        then()
    finally:
        removed()


def _keep_hidden(last: Path, target: Path) -> None:
    """Move hidden files of the last site, such as .git, which MkDocs leaves in the folder too."""
    for hidden in last.glob(".*"):
        if not (target / hidden.name).exists():
            hidden.rename(target / hidden.name)


def _last(target: Path) -> Path:
    return target.with_name(f".{target.name}-last")


def _recover(target: Path, staging: Path) -> None:
    """End what a build was at when it was killed, or put the last site back; clear away what killed builds left."""
    go_on(target)
    last = _last(target)
    if last.is_dir():
        if target.exists():
            _keep_hidden(last, target)
            shutil.rmtree(last, ignore_errors=True)
        else:
            last.rename(target)
    for folder in target.parent.glob(f".{glob.escape(target.name)}-new-*"):
        with suppress(FileNotFoundError):  # another build may be clearing it away
            if folder != staging and time.time() - folder.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(folder, ignore_errors=True)
