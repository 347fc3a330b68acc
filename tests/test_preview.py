"""The preview shows an article as soon as it is saved, and then the whole site as a clean build makes it."""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.commands.build import build

from broadsheet.publish.settings import load
from support.sites import MKDOCS_YML, make_site, run, tree, write_files

ADDRESS = "http://127.0.0.1:8000/"
TEXT = "# Sheet {0}\n\nPress history desk\n\n{0} May 1911\n\nThe press ran. {1}\n"


class Shown:
    """A site that is served, by a server that does not listen; it is told to build as MkDocs' is."""

    def __init__(self, folder: Path, site: Path) -> None:
        self.folder, self.site = folder, site
        waiting = {"_rebuild_cond": threading.Condition(), "_want_rebuild": False}
        self.server = cast("Any", SimpleNamespace(builder=None, **waiting))
        config, self.plugin = load(folder / "mkdocs.yml", site_dir=str(site))
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)
        self.plugin.on_serve(self.server, config=config, builder=lambda: None)
        self.config = config

    def follow(self) -> None:
        """What the server does when a file has changed."""
        self.server.builder()

    def whole(self) -> dict[str, str]:
        """The site when it has been built behind what is shown."""
        with self.server._rebuild_cond:
            assert self.server._rebuild_cond.wait_for(lambda: self.server._want_rebuild, timeout=60)
            self.server._want_rebuild = False
        self.follow()
        return tree(self.site)

    def page(self, path: str) -> str:
        """A page as it is shown now."""
        return (self.site / path).read_text(encoding="utf-8")


def clean(folder: Path, target: Path) -> dict[str, str]:
    """The site as it is built with no other before it, in a process that knows none."""
    names = {"site": target, "note": f"{target}-note", "last_site": "none", "last_note": "none"}
    asked = {"config_file": folder / "mkdocs.yml", "site_url": ADDRESS, **names}
    done = run("broadsheet.publish.rebuild", json.dumps(asked, default=str), cwd=folder)
    assert done.returncode == 0, done.stderr
    return tree(target)


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    """Three articles of one desk."""
    folder = make_site(tmp_path / "site", {f"{n}.txt": TEXT.format(n, "Text.") for n in (1, 2, 3)})
    preview = Shown(folder, Path(tempfile.mkdtemp(prefix="preview-", dir=tmp_path)))
    yield preview
    preview.config.plugins.on_shutdown()
    assert list(tmp_path.glob("preview-*-*")) == [], "it clears up"


def test_a_text_that_changed_is_shown_at_once_and_the_site_behind_it(shown: Shown, tmp_path: Path) -> None:
    """The page first, then all else; both as a clean build makes them."""
    before = tree(shown.site)
    write_files(shown.folder, {"content/2.txt": TEXT.format(2, "Corrigendum.")})
    shown.follow()
    changed = {path for path, checksum in tree(shown.site).items() if before.get(path) != checksum}
    assert changed == {"1911/05/sheet-2.html"}
    assert "Corrigendum." in shown.page("1911/05/sheet-2.html")
    page = shown.page("1911/05/sheet-2.html")
    assert shown.whole() == clean(shown.folder, tmp_path / "clean")
    assert shown.page("1911/05/sheet-2.html") == page
    times = {n: (shown.site / f"1911/05/sheet-{n}.html").stat().st_mtime_ns for n in (1, 3)}
    write_files(shown.folder, {"content/2.txt": TEXT.format(2, "Once more.")})
    shown.follow()
    assert shown.whole() == clean(shown.folder, tmp_path / "again")
    assert times == {n: (shown.site / f"1911/05/sheet-{n}.html").stat().st_mtime_ns for n in (1, 3)}


def test_a_later_change_takes_over_from_a_build_that_is_out_of_date(shown: Shown, tmp_path: Path) -> None:
    """What is shown in the end is the last state."""
    for word in ("One.", "Two.", "Three."):
        write_files(shown.folder, {"content/2.txt": TEXT.format(2, word)})
        shown.follow()
        assert word in shown.page("1911/05/sheet-2.html")
    assert shown.whole() == clean(shown.folder, tmp_path / "clean")


def _retitled(folder: Path) -> None:
    write_files(folder, {"content/2.txt": TEXT.format(2, "Text.").replace("Sheet", "Leaf")})


def _added(folder: Path) -> None:
    write_files(folder, {"content/4.txt": TEXT.format(4, "Text.")})


def _renamed(folder: Path) -> None:
    (folder / "content/3.txt").rename(folder / "content/5.txt")


def _configured(folder: Path) -> None:
    write_files(folder, {"mkdocs.yml": MKDOCS_YML.replace("Test", "Best")})


@pytest.mark.parametrize("change", [_retitled, _added, _renamed, _configured], ids=lambda change: change.__name__[1:])
def test_any_other_change_waits_for_the_site(shown: Shown, change: Callable[[Path], None], tmp_path: Path) -> None:
    """Then it is all there when the server goes on."""
    change(shown.folder)
    shown.follow()
    assert tree(shown.site) == clean(shown.folder, tmp_path / "clean")


def test_a_setting_that_is_wrong_leaves_what_is_shown(shown: Shown, capfd: pytest.CaptureFixture[str]) -> None:
    """It is said what is wrong, and the site is there again when that is mended."""
    before = tree(shown.site)
    write_files(shown.folder, {"mkdocs.yml": MKDOCS_YML.replace("- broadsheet", "- broadsheet:\n      latest: many")})
    shown.follow()
    assert tree(shown.site) == before
    assert "latest" in capfd.readouterr().err
    write_files(shown.folder, {"mkdocs.yml": MKDOCS_YML})
    shutil.rmtree(shown.folder / ".cache")
    shown.follow()
    assert tree(shown.site) == before
