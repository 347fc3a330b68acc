"""The built sample in a browser: it reads, searches, and asks no other host for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from broadsheet.options import Options
from broadsheet.pipeline import read_collection
from support.sites import ROOT

ARTICLE = "2016/06/a-strasbourg-bookbinder-rests-his-writing-hand.html"
ARABIC = "2019/01"
PAGES = ["index.html", "archive/index.html", "2018/index.html", "undated/index.html", ARTICLE, "404.html"]


class Watched:
    """A page, with all that it asked for and all that went wrong."""

    def __init__(self, page: Page) -> None:
        self.page, self.asked = page, list[str]()
        self.errors = list[str]()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A fresh page; at the end, no request has left the host and the console is clean."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watching = Watched(context.new_page())
    yield watching
    context.close()
    assert [url for url in watching.asked if not url.startswith((address, "data:", "blob:", "file:"))] == []
    assert watching.errors == []


def test_from_the_front_page_to_an_article_by_the_archive(watched: Watched, address: str) -> None:
    """Front page, archive, year, article: each by a click on what it says."""
    page = watched.page
    page.goto(address)
    assert page.title() == "The Broadsheet"
    assert page.locator(".listing li").count() >= 12
    page.get_by_role("link", name="Archive", exact=True).first.click()
    page.get_by_role("link", name="2016", exact=True).click()
    page.get_by_role("link", name="A Strasbourg Bookbinder Rests His Writing Hand").click()
    page.wait_for_url(address + ARTICLE)
    assert page.locator("article h1").inner_text() == "A Strasbourg Bookbinder Rests His Writing Hand"
    assert page.locator("article time").get_attribute("datetime") == "2016-06-14"
    assert "Press history desk" in page.locator("article header").inner_text()


def test_an_article_reads_well(watched: Watched, address: str) -> None:
    """Paragraphs of a readable measure, the notice at the foot with its link, no sideways scroll."""
    page = watched.page
    page.goto(address + ARTICLE)
    assert page.locator("article .prose > p").count() >= 6
    width, size = page.evaluate(
        "() => { const p = document.querySelector('.prose > p'), s = getComputedStyle(p);"
        " return [p.getBoundingClientRect().width, parseFloat(s.fontSize)] }"
    )
    assert 24 <= width / size <= 38  # about 55 to 80 characters
    notice = page.locator("article aside.notice")
    assert notice.get_by_role("link").get_attribute("href") == "https://www.example.org/corrections"
    last = page.locator("article .prose > p").last.bounding_box()
    box = notice.bounding_box()
    assert last is not None
    assert box is not None
    assert box["y"] > last["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_scrolls_sideways(browser: Browser, address: str, width: int, scheme: str) -> None:
    """From the smallest phone to a desk, light and dark, without an error or a request to another host."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    watching = Watched(context.new_page())
    for path in PAGES:
        watching.page.goto(address + path)
        extent = watching.page.evaluate("document.documentElement.scrollWidth")
        assert extent <= width, path
    context.close()
    assert watching.errors == []
    assert {url.startswith(address) or url.startswith("data:") for url in watching.asked} == {True}


def test_other_scripts_run_their_own_way(watched: Watched, address: str, site: Path) -> None:
    """An Arabic article is set from right to left and says its language; its year's listing keeps its own."""
    page = watched.page
    name = next((site / ARABIC).glob("q*.html")).relative_to(site).as_posix()
    page.goto(address + name)
    article = page.locator("article.article")
    assert (article.get_attribute("lang"), article.get_attribute("dir")) == ("ar", "rtl")
    assert article.locator("p").first.evaluate("p => getComputedStyle(p).direction") == "rtl"
    assert page.locator("html").get_attribute("lang") == "en"


def test_it_opens_from_disk(browser: Browser, site: Path) -> None:
    """A double click on ``index.html`` is enough, and links lead on to pages, without an error."""
    context = browser.new_context()
    watching = Watched(context.new_page())
    watching.page.goto((site / "index.html").as_uri())
    watching.page.locator(".listing li a").first.click()
    watching.page.wait_for_selector("article h1")
    assert watching.page.url.startswith("file:")
    assert watching.page.url.endswith(".html")
    context.close()
    assert [error for error in watching.errors if "search" not in error] == []
    assert {url.startswith(("file:", "data:")) for url in watching.asked} == {True}


def test_it_reads_without_javascript(browser: Browser, address: str) -> None:
    """Text and links are all there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".listing li a").first.click()
    expect(page.locator("article .prose p").first).to_be_visible()
    context.close()


WAYS = {"year": "archive/index.html", "author": "authors/index.html", "topic": "topics/index.html"}
"""By each of the ways to wander in a collection, the page that the front page leads to."""


@pytest.mark.parametrize("way", WAYS)
def test_every_article_is_three_clicks_from_the_front_page(watched: Watched, address: str, way: str) -> None:
    """By year, by author, by topic: each article that has such a thing."""
    page = watched.page

    def links(url: str) -> set[str]:
        page.goto(address + url)
        hrefs = page.locator("main a[href], header a[href], nav a[href]").evaluate_all("all => all.map(a => a.href)")
        return {href.removeprefix(address).partition("#")[0] for href in hrefs if href.startswith(address)}

    entries = read_collection(ROOT / "content", Options()).entries
    wanted = {
        "year": {entry.url for entry in entries},
        "author": {entry.url for entry in entries if entry.authors},
        "topic": {entry.url for entry in entries if entry.topics},
    }[way]
    assert wanted
    assert WAYS[way] in links("index.html")
    second = links(WAYS[way])
    listings = {url for url in second if re.match(r"\d{4}/index|undated/|authors/|topics/", url)} - set(WAYS.values())
    third = {url for listing in sorted(listings) for url in links(listing)}
    assert wanted <= second | third


@pytest.mark.parametrize(
    "path",
    [
        ("Archive", "2016", "A Strasbourg Bookbinder Rests His Writing Hand"),
        ("Authors", "Printing desk", "The Night the Pressmen Were Told to Wait"),
        ("Topics", "Friedrich Koenig", "The Night the Pressmen Were Told to Wait"),
    ],
    ids=["year", "author", "topic"],
)
def test_the_keyboard_alone_leads_to_an_article(watched: Watched, address: str, path: tuple[str, ...]) -> None:
    """Tab to a link, which shows that it has the focus, and Enter; three times."""
    page = watched.page
    page.goto(address)
    for name in path:
        for _ in range(150):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "() => { const a = document.activeElement, s = getComputedStyle(a), t = a.innerText.trim();"
                " const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;"
                " return [t, ring || s.boxShadow !== 'none'] }"
            )
            if focused[0] == name:
                break
        assert focused == [name, True], f"no visible focus on a link “{name}”"
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert page.locator("article h1").inner_text() == path[-1]
