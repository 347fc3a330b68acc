"""The site on a host, below a path, and from disk: no link of any page is broken."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from support.lacking import lacking
from support.links import broken_links, from_disk, from_host
from support.servers import NGINX, nginx, plain
from support.sites import ROOT, make_site, run, tree

BASE = "https://www.example.org/archive/"
_BLOCK = re.compile(r"```nginx\n(.*?)```", re.DOTALL)
BLOCKS = _BLOCK.findall((ROOT / "docs" / "hosting.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of this repository, built for a path below a domain, and zipped."""
    folder = tmp_path_factory.mktemp("hosted")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("docs_dir: content", f"docs_dir: {ROOT / 'content'}\nsite_url: {BASE}")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    shutil.copy(ROOT / "permalinks.csv", folder)
    done = run("broadsheet", "build", "-q", "--zip", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(built: Path) -> list[str]:
    """All pages of the site."""
    found = [name for name in tree(built / "site") if name.endswith(".html")]
    assert len(found) > 60
    return found


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip file, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(built / "site.zip") as archive:
        archive.extractall(folder)
    return folder / "site"


@contextmanager
def hosted(built: Path, program: str) -> Iterator[str]:
    """The site at ``/archive/``."""
    if program == "python":
        (built / "host").mkdir(exist_ok=True)
        if not (built / "host" / "archive").exists():
            (built / "host" / "archive").symlink_to(built / "site")
        with plain(built / "host") as address:
            yield f"{address}archive/"
    elif NGINX is None:
        lacking("no nginx here; Python's server stands for it")
    else:
        with nginx(built, BLOCKS[1].replace("/srv/archive", str(built / "site"))) as address:
            yield f"{address}archive/"


def failures(browser: Browser, top: str, pages: list[str]) -> list[str]:
    """What goes wrong when a browser opens each of some pages."""
    context, found = browser.new_context(), list[str]()
    page = context.new_page()
    page.on("requestfailed", lambda request: found.append(f"{page.url}: {request.url} {request.failure}"))
    page.on("response", lambda answer: found.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None)
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    for path in pages:
        page.goto(f"{top}{path}", wait_until="load")
    context.close()
    return [one for one in found if not one.endswith("ERR_ABORTED")]  # what was under way when the next page was opened


@pytest.mark.parametrize("program", ["python", "nginx"])
def test_no_link_is_broken_below_a_path(built: Path, pages: list[str], program: str) -> None:
    """Of all pages, the one for what is not there included; canonical addresses lead into the site."""
    with hosted(built, program) as top:
        wrong = broken_links(top, pages, from_host, BASE)
        assert [link.replace(top, "") for link in wrong] == []


def test_no_link_is_broken_at_the_top_of_a_domain(built: Path, pages: list[str]) -> None:
    """The same files serve there, but for the page for what is not there, which has to know its place."""
    with (
        plain(built / "site")
        if NGINX is None
        else nginx(built, BLOCKS[0].replace("/srv/archive", str(built / "site"))) as top
    ):
        assert broken_links(top, [page for page in pages if page != "404.html"], from_host, BASE) == []


def test_no_link_is_broken_from_disk(unpacked: Path, pages: list[str]) -> None:
    """In the unpacked zip file, which has every page but the one that only hosts show."""
    here = [name for name in tree(unpacked) if name.endswith(".html")]
    assert sorted([*here, "404.html"]) == sorted(pages)
    assert broken_links(f"{unpacked.as_uri()}/", here, from_disk, BASE) == []


def test_the_link_checker_sees_broken_links(tmp_path: Path) -> None:
    """A page that is missing, an anchor that is, a folder in the place of a page, a way out of the site."""
    page = '<!doctype html><p id="a"><a href="b.html"></a><a href="#c"></a><a href="d/"></a><a href="../e.html"></a>'
    (tmp_path / "site" / "d").mkdir(parents=True)
    (tmp_path / "site" / "a.html").write_text(f'{page}<a href="a.html#a"></a><a href="https://example.com/">')
    found = broken_links(f"{(tmp_path / 'site').as_uri()}/", ["a.html"], from_disk)
    assert [one.partition(": ")[2] for one in found] == ["b.html", "#c", "d/", "../e.html leads out of the site"]


def test_every_page_opens_in_a_browser(built: Path, unpacked: Path, pages: list[str], browser: Browser) -> None:
    """Below a path and from disk, with all that it loads and no error of a script."""
    with hosted(built, "python") as top:
        assert failures(browser, top, [page for page in pages if page != "404.html"]) == []
    assert failures(browser, f"{unpacked.as_uri()}/", [page for page in pages if page != "404.html"]) == []


def test_a_zip_is_the_same_each_time(built: Path) -> None:
    """Of the same site; and all in it lies in one folder."""
    before = (built / "site.zip").read_bytes()
    assert run("broadsheet", "build", "-q", "--zip", cwd=built).returncode == 0
    assert (built / "site.zip").read_bytes() == before
    with zipfile.ZipFile(built / "site.zip") as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"site"}


def test_verify_tells_what_differs(built: Path, tmp_path: Path) -> None:
    """A flipped bit, a page that is missing, one that was added: in a folder, in a zip file, and on a host."""
    copy = tmp_path / "site"
    shutil.copytree(built / "site", copy)
    assert run("broadsheet", "verify", copy, cwd=tmp_path).returncode == 0
    assert run("broadsheet", "verify", built / "site.zip", cwd=tmp_path).returncode == 0
    data = bytearray((copy / "index.html").read_bytes())
    data[len(data) // 2] ^= 1
    (copy / "index.html").write_bytes(bytes(data))
    (copy / "archive" / "index.html").unlink()
    (copy / "new.html").write_text("new")
    changed = ["changed: index.html", "missing: archive/index.html"]
    done = run("broadsheet", "verify", copy, "--manifest", built / "site" / "manifest.json", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()) == (1, [*changed, "added: new.html"])
    packed = shutil.make_archive(str(tmp_path / "copy"), "zip", tmp_path, "site")
    done = run("broadsheet", "verify", packed, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()) == (1, [*changed, "added: new.html"])
    with plain(copy) as address:
        done = run("broadsheet", "verify", address, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()) == (1, changed)
    assert "a host does not say what was added" in done.stderr


@pytest.mark.parametrize("copy", ["nowhere", "empty", "http://127.0.0.1:1/"])
def test_verify_needs_an_inventory(tmp_path: Path, copy: str) -> None:
    """Without one the message says what to do."""
    (tmp_path / "empty").mkdir()
    done = run("broadsheet", "verify", copy, cwd=tmp_path)
    assert done.returncode == 2
    assert "→ name" in done.stderr


def test_the_inventory_names_sources(built: Path) -> None:
    """Each article's page, with its file and the checksum of that."""
    said = json.loads((built / "site" / "manifest.json").read_bytes())
    assert said["files"] == {k: v for k, v in tree(built / "site").items() if k != "manifest.json"}
    sources = tree(ROOT / "content")
    assert {one["source"]: one["sha256"] for one in said["pages"].values()} == sources
    assert set(said["pages"]) <= set(said["files"])


def test_a_new_site_can_be_published_by_gitlab(tmp_path: Path) -> None:
    """The file that `new` writes is the one in the manual, and builds into the folder that is published."""
    assert run("broadsheet", "new", "mine", cwd=tmp_path).returncode == 0
    written = yaml.safe_load((tmp_path / "mine" / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    manual = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    assert written == yaml.safe_load(re.findall(r"```yaml\n(pages:.*?)```", manual, re.DOTALL)[0])
    command = written["pages"]["script"][-1].split()
    assert run(*command, cwd=tmp_path / "mine").returncode == 0
    assert (tmp_path / "mine" / written["pages"]["artifacts"]["paths"][0] / "index.html").is_file()


def test_a_cname_is_published(tmp_path: Path) -> None:
    """What a host asks for beside the pages lies in the content folder, and comes into the site as it is."""
    folder = make_site(tmp_path, {"a.txt": "Ink\n\nText.\n", "CNAME": "www.example.org\n", "robots.txt": "Mine\n"})
    assert run("mkdocs", "build", "--strict", cwd=folder).returncode == 0
    assert (folder / "site" / "CNAME").read_text() == "www.example.org\n"
    assert (folder / "site" / "robots.txt").read_text() == "Mine\n"
