"""What stands beside the pages for machines: sitemap, robots.txt, llms.txt, Markdown, and the links to them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest

from broadsheet.finish import Edition
from broadsheet.finish.beside import has_beside
from broadsheet.finish.limits import Host, too_large
from broadsheet.finish.llms import llms
from broadsheet.finish.sitemap import sitemap
from broadsheet.model import Collection, Entry
from broadsheet.options import Options
from broadsheet.pipeline import Site
from support.articles import article
from support.sites import MKDOCS_YML, SEED_FORM, make_site, run, tree

BASE = "https://archive.example.org/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ARTICLE = "2016/06/the-sheet-that-came-out-on-thursdays.html"
FILES: dict[str, str | bytes] = {
    "a.txt": SEED_FORM,
    "month.txt": "---\ntitle: A month\ndate: 1988-06\n---\n\nThe press ran.\n",
    "copy.txt": SEED_FORM.replace("14 June", "15 June"),
    "about.md": "# About\n\nUs.\n",
    "über uns.md": "# Über uns\n\nWir.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with articles and pages of the owner's."""
    folder = make_site(tmp_path_factory.mktemp("files"), FILES)
    done = run("mkdocs", "build", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def edition(folder: Path, number: int = 0, **changes: Any) -> Edition:
    """A site of so many articles, without its pages."""
    entries = tuple(Entry(article(f"{n}.txt", f"Number [{n}]", "1988-06-03"), f"1988/06/{n}") for n in range(number))
    urls = {f"{entry.permalink}.md": entry.url for entry in entries}
    made = Edition(Site(Collection(entries), ()), folder, Options(), "The Paper", BASE, "en", urls=urls)
    return replace(made, **changes)


def lines(file: Path) -> dict[str, str | None]:
    """The addresses of a sitemap, each with its day."""
    root = ElementTree.parse(file).getroot()
    return {one.findtext(f"{SPACE}loc", ""): one.findtext(f"{SPACE}lastmod") for one in root}


def test_the_sitemap_has_every_page_and_the_days_of_articles(built: Path) -> None:
    """Also pages of the owner's, in the signs of addresses; no later copy, and a day only where one is known."""
    found = lines(built / "sitemap.xml")
    assert found[f"{BASE}{ARTICLE}"] == "2016-06-14"
    assert found[f"{BASE}1988/06/a-month.html"] is None
    assert {f"{BASE}about.html", f"{BASE}%C3%BCber%20uns.html", f"{BASE}archive/index.html"} <= set(found)
    pages = {name for name in tree(built) if name.endswith(".html")}
    copy = {name for name in pages if name.startswith("2016/06/the-sheet") and name != ARTICLE}
    assert len(found) == len(pages) - len(copy) - len({"404.html", "search/index.html"})
    assert not copy & {address.removeprefix(BASE) for address in found}
    assert len(copy) == 1


def test_a_large_sitemap_is_split(tmp_path: Path) -> None:
    """Of more addresses than a file may have, ``sitemap.xml`` is the index."""
    sitemap(edition(tmp_path, 25), most=10)
    index = list(lines(tmp_path / "sitemap.xml"))
    assert index == [f"{BASE}sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [lines(tmp_path / address.removeprefix(BASE)) for address in index]
    assert [len(part) for part in parts] == [10, 10, 5]
    assert {day for part in parts for day in part.values()} == {"1988-06-03"}
    assert ElementTree.parse(tmp_path / "sitemap.xml").getroot().tag == f"{SPACE}sitemapindex"


def test_robots_are_told_of_the_sitemap(built: Path) -> None:
    """By its whole address."""
    assert (built / "robots.txt").read_text().splitlines() == [
        "User-agent: *",
        "Allow: /",
        f"Sitemap: {BASE}sitemap.xml",
    ]


def test_each_article_has_its_markdown_beside_it(built: Path) -> None:
    """Just as `convert` writes it, and its page leads to it."""
    assert run("broadsheet", "convert", "-q", "-o", "pages", cwd=built.parent).returncode in (0, 1)
    beside = ARTICLE.replace(".html", ".md")
    assert (built / beside).read_bytes() == (built.parent / "pages" / beside).read_bytes()
    link = re.search(r'<link rel="alternate" type="text/markdown" [^>]*href="([^"]+)"', page(built, ARTICLE))
    assert link
    assert urljoin(ARTICLE, link[1]) == beside
    assert "text/markdown" not in page(built, "about.html")


def page(built: Path, name: str) -> str:
    """A file of the site."""
    return (built / name).read_text(encoding="utf-8")


def test_a_large_site_has_no_markdown_beside(tmp_path: Path) -> None:
    """The option says from when on."""
    collection = edition(tmp_path, 3).site.collection
    assert [has_beside(collection, Options(markdown=most)) for most in (2, 3, 0)] == [False, True, False]


def test_llms_txt_leads_to_the_articles(built: Path) -> None:
    """A title, then links, of which each leads to a file of the site."""
    text = page(built, "llms.txt")
    assert text.startswith("# Test & &lt;Site>\n")
    addresses = re.findall(r"^- \[[^\]]*\]\(([^)]*)\)", text, re.MULTILINE)
    assert f"{BASE}{ARTICLE.replace('.html', '.md')}" in addresses
    assert all((built / address.removeprefix(BASE)).is_file() for address in addresses)
    assert "[Archive](" in text


def test_llms_txt_stays_short(tmp_path: Path) -> None:
    """It names the newest articles only, and the signs of titles stay signs."""
    llms(edition(tmp_path, 600))
    text = (tmp_path / "llms.txt").read_text(encoding="utf-8")
    assert text.count("\n- ") == 500
    assert "\n600 articles, each" in text
    assert "[Number [0&#93;](" in text


def test_pages_lead_to_their_feeds(built: Path) -> None:
    """Every page to those of the site, an author's to its own before them; each is there, and is read."""
    author = "authors/press-history-desk/index.html"
    for name, wanted in (("index.html", 3), (ARTICLE, 3), (author, 6), ("about.html", 3)):
        links = re.findall(r'<link rel="alternate" type="application/[^>]*href="([^"]+)"', page(built, name))
        files = [built / urljoin(name, link) for link in links]
        assert len(files) == wanted, name
        assert all(file.is_file() for file in files)
    assert not feedparser.parse(str(built / "authors/press-history-desk/atom.xml")).bozo


def test_without_an_address_there_are_pages_and_a_note(tmp_path: Path) -> None:
    """Feeds and sitemap need one; it is said what to do, and nothing else is missing or broken."""
    folder = make_site(tmp_path, FILES, MKDOCS_YML.replace(f"site_url: {BASE}\n", ""))
    done = run("broadsheet", "build", "-v", cwd=folder)
    assert "note [no-site-url]" in done.stderr
    assert "set `site_url` in mkdocs.yml" in done.stderr
    names = set(tree(folder / "site"))
    assert names & {"sitemap.xml", "atom.xml", "rss.xml", "feed.json"} == set()
    assert {"robots.txt", "llms.txt", "manifest.json", ARTICLE.replace(".html", ".md")} <= names
    assert "application/atom+xml" not in page(folder / "site", "index.html")
    assert "](archive/index.html)" in page(folder / "site", "llms.txt")


def test_a_site_that_some_host_does_not_take_is_told_of() -> None:
    """Which host, what it takes, and how large the site is; nothing where it fits."""
    sizes = [400_000] * 3
    roomy = Host("Roomy", files=3, bytes=1_200_000, of_a_file=400_000)
    assert list(too_large(sizes, [roomy])) == []
    [told] = too_large(sizes, [roomy, Host("Narrow", files=2, bytes=10**6), Host("Thin", of_a_file=1 << 18)])
    assert told.id == "host-limit"
    assert told.detail == "3 files, 1 MB; Narrow takes 2 files and 1 MB; Thin takes 0 MiB a file"


def test_the_owners_files_stay(tmp_path: Path) -> None:
    """What lies in the content folder is published as it is."""
    mine: dict[str, str | bytes] = {"llms.txt": "Mine\n", "sitemap.xml": "<mine/>\n", "a.txt": SEED_FORM}
    folder = make_site(tmp_path, mine)
    assert run("mkdocs", "build", "--strict", cwd=folder).returncode == 0
    assert (page(folder / "site", "llms.txt"), page(folder / "site", "sitemap.xml")) == ("Mine\n", "<mine/>\n")


def test_with_directory_urls_everything_has_its_place(tmp_path: Path) -> None:
    """Addresses end in `/` in sitemap and feeds, and the Markdown stands in the folder of the page."""
    folder = make_site(
        tmp_path, {"a.txt": SEED_FORM, "about.md": "# About\n"}, MKDOCS_YML + "use_directory_urls: true\n"
    )
    assert run("mkdocs", "build", "--strict", cwd=folder).returncode == 0
    place = ARTICLE.replace(".html", "/")
    found = lines(folder / "site" / "sitemap.xml")
    assert {BASE, f"{BASE}{place}", f"{BASE}about/"} <= set(found)
    assert [entry.link for entry in feedparser.parse(str(folder / "site" / "atom.xml")).entries] == [f"{BASE}{place}"]
    assert (folder / "site" / place / "index.md").is_file()
    for address in found:
        assert (folder / "site" / address.removeprefix(BASE) / "index.html").is_file() or address.endswith(".html")
