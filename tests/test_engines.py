"""The pages of `convert` are the owner's: other engines build them as they are, without a warning."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import markdown
import pytest

from support.links import broken_links, from_disk
from support.rendering import letters_of, text_of
from support.sites import ROOT, run

CONFIG = """\
site_name: The sample
site_url: https://archive.example.org/
docs_dir: pages
use_directory_urls: false
theme:
  name: {theme}
  font: false
"""
LAYERS = {
    "properdocs": ("properdocs==1.6.7",),
    "materialx": (
        "mkdocs-materialx==10.2.2", "mkdocs-document-dates==3.8.9", "pagefind==1.5.2", "pagefind_bin_extended==1.5.2",
    ),
    "zensical": ("zensical==0.0.73", "deepmerge==4.0.0", "tomli==2.5.0"),
}  # fmt: skip
"""What the other engines have besides what is installed for the tests; each in a folder of its own."""
ENGINES = {
    "mkdocs": ("mkdocs", "material", ()),
    "properdocs": ("properdocs", "material", ("properdocs",)),
    "materialx": ("properdocs", "materialx", ("materialx", "properdocs")),
    "zensical": ("zensical", "material", ("zensical",)),
}
"""The program of each, the theme, and what it is layered of."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of the sample of this repository."""
    folder = tmp_path_factory.mktemp("engines")
    shutil.copy(ROOT / "permalinks.csv", folder)
    done = run("broadsheet", "convert", ROOT / "content", "-q", "-o", "pages", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other engines, over the packages that are there: quicker than an environment for each."""
    folder = tmp_path_factory.mktemp("packages")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check"]
    for name, packages in LAYERS.items():
        command = [*install, "--target", str(folder / name), *packages]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
    return folder


def built(sample: Path, engines: Path, name: str) -> Path:
    """The sample, built by an engine."""
    program, theme, layers = ENGINES[name]
    folder = sample / name
    folder.mkdir()
    shutil.copytree(sample / "pages", folder / "pages")
    (folder / "mkdocs.yml").write_text(CONFIG.format(theme=theme), encoding="utf-8")
    path = os.pathsep.join(str(engines / layer) for layer in layers)
    silent = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-m", program, "build", "--strict", "-f", "mkdocs.yml"],
        cwd=folder,
        env={**os.environ, **silent},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not re.search("warn", done.stdout + done.stderr, re.IGNORECASE), done.stdout + done.stderr
    return folder / "site"


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_builds_the_pages(sample: Path, engines: Path, name: str) -> None:
    """Every letter of every article, in order, what was set aside too; and no link of a page is broken."""
    site = built(sample, engines, name)
    pages = {file.relative_to(sample / "pages").as_posix(): file for file in (sample / "pages").rglob("*.md")}
    for path, file in pages.items():
        text = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        wanted = letters_of(text_of(markdown.markdown(text)))
        html = (site / path).with_suffix(".html").read_text(encoding="utf-8")
        shown = letters_of(text_of(html[html.index("<article") : html.index("</article>")]))
        assert " ".join(wanted) in " ".join(shown), path
        assert html.count("<aside class=") >= text.count("<aside class=")
    addresses = [path.replace(".md", ".html") for path in pages]
    wrong = broken_links(f"{site.as_uri()}/", addresses, from_disk, "https://archive.example.org/")
    assert [one for one in wrong if not one.endswith((": .", ": ./"))] == []
