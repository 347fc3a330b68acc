"""“On this day”: the front page has a day of the archive, and shows its reader the reader's own."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.servers import plain
from support.sites import make_site, run

TODAY, NOTHING = datetime.date(2031, 5, 9), datetime.date(2031, 12, 24)
"""A day of the archive, and a day that it has nothing of."""
OTHER = re.compile(r"^\d+ May in other years$")
"""What stands there without a script."""

SHEET = "---\ntitle: Sheet {n}\nauthors: [Press history desk]\ndate: {date}\n---\n\nText {n}.\n"


def sheets(number: int) -> dict[str, str]:
    """One a day, in May of thirty years; each day has articles of several years."""
    return {f"{n:03}.txt": SHEET.format(n=n, date=f"{1960 + n % 30}-05-{n % 28 + 1:02}") for n in range(number)}


@pytest.fixture(scope="module", params=[90, 240])
def front(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The front page of a site whose days stand on one page, and of one where each has its own."""
    folder = make_site(tmp_path_factory.mktemp("today"), sheets(request.param))
    done = run("broadsheet", "build", "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    with plain(folder / "site") as address:
        yield address + "index.html"
    shutil.rmtree(folder)


def opened(browser: Browser, url: str, day: datetime.date) -> Page:
    """The page as it is on a day."""
    page = browser.new_context(viewport={"width": 390, "height": 700}).new_page()
    page.clock.set_fixed_time(datetime.datetime(day.year, day.month, day.day, 12))
    page.goto(url)
    return page


def test_the_readers_day_takes_the_place(browser: Browser, front: str) -> None:
    """As soon as the block comes near, with links that lead to the articles of that day; nothing in sight moves."""
    page = opened(browser, front, TODAY)
    block = page.locator(".block--on-this-day")
    expect(block.locator("h2")).to_have_text(OTHER)
    before = block.evaluate("block => block.getBoundingClientRect().top + scrollY")
    page.evaluate("top => scrollTo(0, top - innerHeight - 50)", before)
    expect(block.locator("h2")).to_have_text("On this day, 9 May")
    assert block.evaluate("block => block.getBoundingClientRect().top + scrollY") == before
    lines = block.locator("li").all_inner_texts()
    assert 2 <= len(lines) <= 5
    assert {line.split("\n")[-1].split(" · ")[1][:6] for line in lines} == {"9 May "}
    hrefs = page.locator("main li a").evaluate_all("all => all.map(a => a.href)")
    assert len(hrefs) == len(set(hrefs)), "no article stands on the page twice"
    block.locator("li a").first.click()
    expect(page.locator("article time")).to_contain_text("9 May")
    page.context.close()


def test_a_day_without_articles_changes_nothing(browser: Browser, front: str) -> None:
    """What the build put there stays; nothing that is not there was asked for."""
    page = opened(browser, front, NOTHING)
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    with page.expect_response("**/on-this-day/index.html"):
        page.locator(".block--on-this-day").evaluate("block => scrollTo(0, block.offsetTop - innerHeight - 50)")
    page.wait_for_timeout(300)  # for what would follow
    expect(page.locator(".block--on-this-day h2")).to_have_text(OTHER)
    assert failed == []
    page.context.close()


def test_what_is_in_sight_stays(browser: Browser, front: str) -> None:
    """A block that the reader sees when the answer comes is left alone."""
    page = opened(browser, front, TODAY)
    page.route(
        "**/on-this-day/**", lambda route: (page.evaluate("scrollTo(0, document.body.scrollHeight)"), route.continue_())
    )
    with page.expect_response("**/on-this-day/**"):
        page.locator(".block--on-this-day").evaluate("block => scrollTo(0, block.offsetTop - innerHeight - 50)")
    page.wait_for_timeout(300)  # for what would follow
    expect(page.locator(".block--on-this-day h2")).to_have_text(OTHER)
    page.context.close()


def test_without_a_script_and_from_disk_the_days_own_name_stands(browser: Browser, front: str) -> None:
    """It says which day it is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(front)
    expect(page.locator(".block--on-this-day h2")).to_have_text(OTHER)
    assert page.locator(".block--on-this-day li").count() >= 1
    context.close()


def test_from_disk_nothing_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    """Where a browser would refuse it, with an error."""
    folder = make_site(tmp_path, sheets(90))
    assert run("broadsheet", "build", "-q", cwd=folder).returncode == 0
    page = browser.new_context().new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto((folder / "site/index.html").as_uri())
    page.locator(".block--on-this-day").scroll_into_view_if_needed()
    expect(page.locator(".block--on-this-day h2")).to_have_text(OTHER)
    assert errors == []
    page.context.close()
