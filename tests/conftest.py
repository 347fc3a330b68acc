"""What all tests in a browser share: the browser, and the sites that it looks at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from support.browser import ARGUMENTS, find_browser
from support.lacking import lacking
from support.servers import plain
from support.showcase import ARTICLES
from support.sites import ROOT, run, write_files

_LONG = ("test_corpora.py", "test_package.py", "test_engines.py", "test_accessibility.py", "test_search_browser.py")
"""Files that take half a minute and more."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that of two processes none waits for the other at the end."""
    items.sort(key=lambda item: _LONG.index(item.path.name) if item.path.name in _LONG else len(_LONG))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; in CI its absence is a failure."""
    path = find_browser()
    if path is None:
        lacking("no Chromium here: install one, or name one in BROADSHEET_BROWSER")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of this repository, built."""
    folder = tmp_path_factory.mktemp("sample")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("docs_dir: content", f"docs_dir: {ROOT / 'content'}"))
    return built(folder)


@pytest.fixture(scope="session")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample and articles of every form, with its address, in a site that runs from right to left."""
    folder = tmp_path_factory.mktemp("showcase")
    shutil.copytree(ROOT / "content", folder / "content")
    write_files(folder / "content", ARTICLES)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("  name: broadsheet\n", "  name: broadsheet\n  language: ar\n")
    (folder / "mkdocs.yml").write_text(f"site_url: https://archive.example.org/\n{config}")
    return built(folder)


def built(folder: Path) -> Path:
    """The site of a folder."""
    done = run("broadsheet", "build", "-q", cwd=folder)
    assert (folder / "site").is_dir(), done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The sample, served."""
    with plain(site) as url:
        yield url


@pytest.fixture(scope="session")
def showcase_address(showcase: Path) -> Iterator[str]:
    """The showcase, served."""
    with plain(showcase) as url:
        yield url
