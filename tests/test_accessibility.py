"""The pages for every reader: by axe-core, by finger, by keyboard, at any size, without script, storage or network."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

from support.browser import wait_until

FORMS = "1896/03/every-sort-of-type-in-one-forme.html"
PAGES = [
    "index.html", "archive/index.html", "1896/index.html", "2018/calendar.html", "undated/index.html",
    "on-this-day/index.html", "authors/index.html", "authors/printing-desk/index.html", "topics/index.html",
    "topics/printing/index.html", "series/index.html", "series/the-iron-hand-press/index.html", "places/index.html",
    "collection/index.html", "search/index.html", "about.html", "404.html", FORMS,
    "1896/02/the-iron-hand-press-2-3.html", "1896/03/huoziyinshuayumubanyinshua.html",
]  # fmt: skip
"""One of each template, and articles in three directions and scripts."""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
LEAST = 44
SMALL = """(least) => [...document.querySelectorAll("a, button, summary")].flatMap((element) => {
  const area = getComputedStyle(element, "::after");
  const box = (area.position === "absolute" ? element.closest("li") : element).getBoundingClientRect();
  const inText = element.closest(".prose, .head__line, .masthead__name") || element.matches(".skip");
  const passes = inText || !element.checkVisibility() || box.height >= least - 0.5;
  return passes ? [] : [`${element.outerHTML} ${box.height}`];
})"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page into which axe-core may be put in spite of the Content-Security-Policy."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, showcase_address: str, path: str) -> None:
    """Nothing against WCAG 2.2 AA or good practice, on a phone and at a desk, by day and by night."""
    page.goto(showcase_address + path)
    page.evaluate(AXE)
    found = []
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            violations = page.evaluate(f"axe.run(document, {RULES})")["violations"]
            found += [f"{width} {scheme} {each['id']}: {each['nodes'][0]['html']}" for each in violations]
    assert found == []


@pytest.mark.parametrize("path", PAGES)
def test_every_size_holds(page: Page, showcase_address: str, path: str) -> None:
    """
    No page scrolls sideways at 320 pixels, with large text or not (which is 1280 at 400%), and a finger meets every
    link and button that does not stand in a text.
    """
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(showcase_address + path)
    for size in ("", "2"):
        page.evaluate("(size) => { document.documentElement.dataset.size = size }", size)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(SMALL, LEAST) == []


def late(route: Route) -> None:
    """Let a file come a quarter of a second later."""
    time.sleep(0.25)
    route.continue_()


@pytest.mark.parametrize("path", ["index.html", FORMS, "archive/index.html"])
def test_nothing_moves_while_it_loads(browser: Browser, showcase_address: str, path: str) -> None:
    """Cumulative layout shift is 0 by two digits, though the typefaces come late."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    slow = context.new_page()
    slow.route("**/*.woff2", late)
    slow.goto(showcase_address + path)
    slow.evaluate("document.fonts.ready")
    assert slow.evaluate(SHIFT) < 0.01
    context.close()


def test_the_keyboard_leads_through_the_page(page: Page, showcase_address: str) -> None:
    """First to the link past the masthead, then in the order of the page; what has the focus shows it."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(showcase_address + FORMS)
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert seen[:4] == ["انتقل إلى المحتوى", "The Broadsheet", "الصفحة الأولى", "الأرشيف"]
    page.goto(showcase_address + FORMS)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.id === 'content'")


def paper(page: Page) -> str:
    """The colour of the ground."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


# The ground of each frame, from the first that has one: before the style sheet has come nothing is painted.
NOTE_GROUNDS = """
    window.grounds = [];
    const note = () => {
        const ground = document.body && getComputedStyle(document.body).backgroundColor;
        if (ground && ground !== "rgba(0, 0, 0, 0)") window.grounds.push(ground);
        requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
"""


def test_the_switch_holds_from_page_to_page(browser: Browser, address: str) -> None:
    """Dark by the system, light by the button, and light from the first moment of the next page; then as before."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    dark = paper(page)
    button = page.get_by_role("button", name="Dark colours")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    light = paper(page)
    assert light != dark
    page.add_init_script(NOTE_GROUNDS)
    page.goto(address + "archive/index.html")
    wait_until(page, "window.grounds.length > 2")
    assert set(page.evaluate("window.grounds")) == {light}
    page.get_by_role("button", name="Dark colours").click()
    assert paper(page) == dark
    assert page.evaluate("localStorage.length") == 0, "what the system says is not remembered"
    context.close()


def test_the_text_grows(browser: Browser, address: str) -> None:
    """Each press gives another size, the fourth the first again; the next page keeps it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    sizes = [page.evaluate(size)]
    for _ in range(4):
        page.get_by_role("button", name="Text size").click()
        sizes.append(page.evaluate(size))
    assert sizes[0] == sizes[4]
    assert len(set(sizes)) == 4
    page.get_by_role("button", name="Text size").click()
    page.goto(address + "archive/index.html")
    assert page.evaluate(size) == sizes[1]
    context.close()


def test_blocked_storage_does_no_harm(browser: Browser, address: str) -> None:
    """Where the browser forbids to remember, the buttons work for the page."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(address)
    before = paper(page)
    page.get_by_role("button", name="Dark colours").click()
    assert paper(page) != before
    assert errors == []
    context.close()


def test_without_a_script_nothing_is_missing(browser: Browser, address: str) -> None:
    """The system's colours hold, the text is there, and no button stands that does nothing."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    assert page.locator("button:visible").count() == 0
    page.locator(".listing li a").first.click()
    expect(page.locator("article .prose p").first).to_be_visible()
    page.locator("summary").click()
    expect(page.locator(".foot__source code").first).to_be_visible()
    context.close()


def test_the_policy_stops_what_is_not_the_sites_own(browser: Browser, address: str, showcase_address: str) -> None:
    """A script in the page does not run, nor is one from another host, nor a picture shown."""
    context = browser.new_context()
    page = context.new_page()
    came: list[str] = []
    page.on("response", lambda response: came.append(response.url))
    page.goto(address)
    page.evaluate(
        """(other) => {
          window.stopped = [];
          addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
          const inline = document.createElement("script"); inline.textContent = "window.ran = 1";
          const script = document.createElement("script"); script.src = other + "assets/javascripts/reader.js";
          const picture = new Image(); picture.src = other + "assets/images/favicon.svg";
          document.body.append(inline, script, picture);
        }""",
        showcase_address,
    )
    wait_until(page, "stopped.length === 3")
    assert page.evaluate("stopped.sort()") == ["img-src", "script-src-elem", "script-src-elem"]
    assert page.evaluate("window.ran") is None
    assert [url for url in came if not url.startswith(address)] == []
    context.close()


def test_on_paper_the_text_stands_alone(browser: Browser, showcase_address: str) -> None:
    """Headline, text, source and checksum are printed, the navigation is not; ink is black also by night."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(showcase_address + FORMS)
    page.emulate_media(media="print")
    for shown in (".masthead__name", "h1", ".head__line", ".prose", ".foot__source"):
        assert page.locator(shown).first.is_visible(), shown
    for hidden in ("nav", ".masthead__tools", ".foot__related", ".colophon", ".skip"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert paper(page) == "rgb(255, 255, 255)"
    context.close()


def test_a_first_view_is_light(browser: Browser, address: str) -> None:
    """An article asks for nine files at most, all of the site's own: 35 KB, and 90 with three typefaces."""
    context = browser.new_context()
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address + "2016/06/a-strasbourg-bookbinder-rests-his-writing-hand.html", wait_until="networkidle")
    came = {response.url: len(response.body()) for response in responses}
    assert [url for url in came if not url.startswith(address)] == []
    assert len(came) <= 9
    assert sum(size for url, size in came.items() if not url.endswith(".woff2")) <= 35_000
    assert sum(came.values()) <= 90_000
    context.close()
