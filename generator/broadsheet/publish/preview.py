"""The preview of ``serve``: an article is shown anew as soon as it is saved, and the whole site behind that."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.cache import Print, keep_prints, looks_of
from broadsheet.publish.printing import LOG

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

_NEXT, _LAST, _NOTE, _NEXT_NOTE = "next", "last", "note", "next-note"
_MOST = 16
"""Articles that are shown one by one; where more have changed, the whole site is waited for."""

Looks = Mapping[str, tuple[int, ...] | None]


class Preview:
    """
    What a server builds its site by, after each change.

    If nothing but articles has changed, and of these nothing but the text, their pages are printed into the site at
    once, with what was known of the others before.  The site is then built by a process of its own, which takes from
    the one that is shown whatever is the same, and takes its place when it is whole.  Any other change waits for that.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        reprint: Callable[[str], bool],
        prints: Mapping[str, Print],
    ) -> None:
        """`reprint` prints the page of an article, by its path, or tells that it cannot; `prints` are those there."""
        self._server, self._config, self._reprint = server, config, reprint
        self._site = Path(config.site_dir)
        self._folder = Path(tempfile.mkdtemp(prefix=f"{self._site.name}-", dir=self._site.parent))
        keep_prints(self._folder / _NOTE, prints)
        self._looks = self._look()
        self._building: subprocess.Popen[bytes] | None = None
        self._begun = 0.0

    def __call__(self) -> None:
        """Follow what has changed; or show the site that was built meanwhile."""
        before, self._looks = self._looks, self._look()
        if before == self._looks and self._building and self._building.poll() is not None:
            self._show(self._building)
            return
        self._stop()
        quick = all(map(self._reprint, _articles(before, self._looks, self._config.docs_dir) or [""]))
        building = self._build()
        if quick:
            threading.Thread(target=self._wake_up_after, args=(building,), daemon=True).start()
        else:
            building.wait()
            self._show(building)

    def close(self) -> None:
        """End what is still at work, and clear up."""
        self._stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _build(self) -> subprocess.Popen[bytes]:
        """Begin to build the site, in a process that shares nothing with this one."""
        for name in (_NEXT, _NEXT_NOTE):
            self._remove(self._folder / name)
        asked = {
            "config_file": self._config.config_file_path,
            "site_url": self._config.site_url,
            "site": str(self._folder / _NEXT),
            "note": str(self._folder / _NEXT_NOTE),
            "last_site": str(self._site),
            "last_note": str(self._folder / _NOTE),
        }
        self._begun = time.monotonic()
        command = [sys.executable, "-m", "broadsheet.publish.rebuild", json.dumps(asked)]
        self._building = subprocess.Popen(command, start_new_session=os.name == "posix")
        return self._building

    def _wake_up_after(self, building: subprocess.Popen[bytes]) -> None:
        building.wait()
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()

    def _show(self, building: subprocess.Popen[bytes]) -> None:
        """Put the new site in the place of the one that is shown, if it was built."""
        self._building = None
        if building.returncode:
            LOG.error("the site could not be built: what was shown stays until that is mended")
            return
        self._remove(self._folder / _LAST)
        self._site.rename(self._folder / _LAST)
        (self._folder / _NEXT).rename(self._site)
        self._remove(self._folder / _NOTE)
        with suppress(OSError):  # a site without a note is printed anew
            (self._folder / _NEXT_NOTE).rename(self._folder / _NOTE)
        LOG.info("the site was built in %.2f seconds", time.monotonic() - self._begun)

    def _remove(self, folder: Path) -> None:
        """Remove a folder behind; of a large site, readers would wait for that."""
        if folder.exists():
            gone = Path(tempfile.mkdtemp(dir=self._folder)) / folder.name
            folder.rename(gone)
            threading.Thread(target=shutil.rmtree, args=(gone.parent, True), daemon=True).start()

    def _stop(self) -> None:
        """End a build that is out of date."""
        building, self._building = self._building, None
        if building and building.poll() is None:
            if os.name == "posix":
                os.killpg(building.pid, signal.SIGTERM)
            else:
                building.terminate()
            building.wait()

    def _look(self) -> Looks:
        """How the files look that are watched."""
        watched = [self._config.docs_dir, self._config.config_file_path, *self._config.watch]
        return {path: seen for name in watched if name for path, seen in looks_of(name)}


def _articles(before: Looks, after: Looks, content: str) -> list[str]:
    """The paths of the files of the content folder that have changed, if nothing else has, and not too many have."""
    if before.keys() != after.keys():
        return []
    changed = [Path(path) for path in after if before[path] != after[path]]
    if len(changed) > _MOST or not all(path.is_relative_to(content) for path in changed):
        return []
    return [path.relative_to(content).as_posix() for path in changed]
