"""The search as readers use it: from a host and from disk, by keyboard, in many languages."""

from __future__ import annotations

import base64
import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from broadsheet.finish.search.script import packed
from broadsheet.finish.search.words import forms_of, pattern
from support.servers import plain
from support.sites import MKDOCS_YML, ROOT, make_site, run
from support.tongues import ARTICLES

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TYPE = "Movable Type Crosses the Rhine"
TELEGRAPH = "The Telegraph Reaches the Newsroom"
ROTARY = "Rotary Presses for the Morning Paper"
SETTER = "The Machine That Casts a Line"


@pytest.fixture(scope="module")
def tongues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of articles in many languages."""
    folder = make_site(tmp_path_factory.mktemp("tongues"), ARTICLES, MKDOCS_YML)
    done = run("broadsheet", "build", "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def hosted(tongues: Path) -> Iterator[str]:
    """The address of the site on a host."""
    with plain(tongues) as url:
        yield url


@pytest.fixture(params=["host", "disk"])
def base(request: pytest.FixtureRequest, hosted: str, tongues: Path) -> str:
    """The site on a host, and opened from disk."""
    return hosted if request.param == "host" else f"{tongues.as_uri()}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that complains of nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert wrong == []


def searched(page: Page, base: str, query: str, more: str = "") -> list[str]:
    """The titles that a link to a search leads to, when all have come."""
    page.goto("about:blank")
    page.goto(f"{base}search/index.html#q={quote(query)}{more}")
    settled(page)
    return page.locator(".search__result h3").all_inner_texts()


def settled(page: Page) -> None:
    """Wait until a search has ended."""
    expect(page.locator(".search[aria-busy]")).to_have_count(0)
    expect(page.locator(".search__status")).not_to_be_empty()
    expect(page.locator(".search[aria-busy]")).to_have_count(0)


def test_nothing_is_loaded_before_it_is_needed(page: Page, hosted: str) -> None:
    """One small script before the search opens, the panel when it does, the index when a word is typed."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(hosted).partition("?")[0]))
    page.goto(hosted)
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if "search" in name] == ["assets/javascripts/search.js"]
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if name.startswith("search/")] == ["search/words.js"]
    page.keyboard.type("cylinder")
    settled(page)
    assert "search/manifest.js" in asked
    assert any(name.startswith("search/w/") for name in asked)


def test_the_script_of_every_page_is_small() -> None:
    """Five kilobytes at most, as hosts send it."""
    script = ROOT / "theme/broadsheet_theme/assets/javascripts/search.js"
    assert len(gzip.compress(script.read_bytes())) <= 5000


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("letter moulds", TYPE),
        ("cylinders", ROTARY),
        ("O'Brien muller naive facade", TELEGRAPH),
        ("cylin", ROTARY),
        ("Wire desk", TELEGRAPH),
        ("Haus Kaufmann", "Die älteste Zeitung"),
        ("Zeitungen", "Die älteste Zeitung"),
        ("journal étranger", "La Gazette de Renaudot"),
        ("газету", "Первая русская газета"),
        ("петр", "Первая русская газета"),
        ("المطبعة", "صحيفة الوقائع المصرية"),
        ("قاهرة", "صحيفة الوقائع المصرية"),
        ("活字印刷", "毕昇与活字印刷术"),
        ("胶泥", "毕昇与活字印刷术"),
        ("烧", "毕昇与活字印刷术"),
        ("活版印刷", "東京日日新聞の創刊"),
        ("日刊新聞", "東京日日新聞の創刊"),
    ],
)
def test_a_word_finds_its_article_in_its_language(page: Page, base: str, query: str, title: str) -> None:
    """Inflected, unfinished, without accents, in scripts without spaces; from a host and from disk."""
    assert searched(page, base, query)[:1] == [title]


def test_what_a_query_may_say(page: Page, base: str) -> None:
    """Exact words in quotation marks, common ones among them; words that are not to be there."""
    assert sorted(searched(page, base, "state union")) == [TYPE, ROTARY]
    assert searched(page, base, '"state of the trade"') == [TYPE]
    assert searched(page, base, '"a new state of things"') == [ROTARY]
    assert searched(page, base, "“presses of Europe”") == [TYPE]
    assert searched(page, base, '"printed presses"') == []
    assert searched(page, base, "state union -cylinder") == [TYPE]
    assert searched(page, base, 'state -"state of the trade"') == [ROTARY]
    assert searched(page, base, "“活字和铜活字”") == ["毕昇与活字印刷术"]


def test_results_are_narrowed_and_sorted_by_a_link(page: Page, base: str) -> None:
    """Author, language and years, alone and together with words; the newest or the oldest first."""
    by_desk = "&author=Printing+desk"
    assert searched(page, base, "", f"{by_desk}&sort=newest") == [SETTER, ROTARY, TYPE]
    assert searched(page, base, "", f"{by_desk}&sort=oldest") == [TYPE, ROTARY, SETTER]
    assert searched(page, base, "union", f"{by_desk}&from=1800") == [ROTARY]
    assert searched(page, base, "", "&language=ru") == ["Первая русская газета"]
    assert searched(page, base, "", "&from=1840&to=1850&sort=newest") == [ROTARY, TELEGRAPH]


def test_facets_in_a_link_count_for_its_words(page: Page, hosted: str) -> None:
    """What a link has chosen stands open, counted among the results of its words."""
    page.goto(f"{hosted}index.html#q=presses&author=Printing+desk")
    settled(page)
    expect(page.get_by_role("checkbox", name="Printing desk 2")).to_be_checked()
    expect(page.locator(".search__result mark")).not_to_have_count(0)
    expect(page.locator(".search__more")).to_be_hidden()


def test_facets_count_what_they_lead_to(page: Page, hosted: str) -> None:
    """A choice stands in the address, and the back button of a browser knows it."""
    searched(page, hosted, "the")
    page.get_by_text("Narrow the results").click()
    page.locator(".search__facet summary").get_by_text("Authors", exact=True).click()
    box = page.get_by_role("checkbox", name="Printing desk 3")
    box.check()
    expect(page.locator(".search__status")).to_have_text("3 articles")
    assert page.url.endswith("#q=the&author=Printing+desk")
    expect(page.get_by_role("checkbox", name="Wire desk 1")).to_be_visible()  # what else there is to choose
    page.locator(".search__result a").first.click()
    page.wait_for_selector("article")
    page.go_back()
    expect(page.locator(".search__status")).to_have_text("3 articles")
    expect(page.get_by_role("checkbox", name="Printing desk 3")).to_be_checked()


def test_by_keyboard_alone(page: Page, base: str) -> None:
    """`/` opens, arrows walk, Enter leads on, marks are on what was sought; Esc closes."""
    page.goto(f"{base}index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.type("presses")
    page.wait_for_url("**#q=presses")
    settled(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__result a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".search__result a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector("article mark")
    assert set(page.locator("article mark").all_inner_texts()) <= {"Presses", "presses"}
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("presses")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_url(f"{base}index.html")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_back_button_closes_the_dialog(page: Page, base: str) -> None:
    """It leads to the page as it was before the search opened."""
    page.goto(f"{base}index.html")
    page.get_by_role("link", name="Search").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("press")
    page.wait_for_url("**#q=press")
    settled(page)
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url == f"{base}index.html"


def test_what_is_typed_early_is_kept(page: Page, hosted: str) -> None:
    """Keys that come before the dialog has loaded are its first letters."""
    held: list[Route] = []
    page.goto(f"{hosted}index.html")
    page.route("**/search-panel.js*", lambda route: held.append(route))
    page.keyboard.press("/")
    page.keyboard.type("preq")
    page.keyboard.press("Backspace")
    page.keyboard.type("ss")
    expect(page.get_by_role("dialog")).to_have_count(0)
    while not held:  # the browser may not have come to it yet
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.get_by_role("searchbox")).to_have_value("press")
    page.wait_for_url("**#q=press")


def test_what_is_nearest_is_offered(page: Page, hosted: str) -> None:
    """A slip of the pen is mended on a click; where no article has all words, those that have most come."""
    assert searched(page, hosted, "Mergentahler") == []
    page.get_by_role("button", name="mergenthaler").click()
    expect(page.locator(".search__result h3")).to_have_text([SETTER])
    assert page.url.endswith("#q=mergenthaler")
    assert sorted(searched(page, hosted, "Baltimore Mergenthaler")) == sorted([TELEGRAPH, SETTER])
    expect(page.locator(".search__status")).to_have_text("No article has all of this.")
    expect(page.locator(".search__note")).to_contain_text("2 articles come nearest")


def test_a_screen_reader_hears_names_and_numbers(page: Page, hosted: str) -> None:
    """Each field has a name, and the number of results is announced; titles say their language."""
    page.goto(hosted)
    page.get_by_role("link", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox", name="Search").fill("газета")
    expect(dialog.get_by_role("status")).to_have_text("1 article")
    expect(dialog.get_by_role("combobox", name="Sort by")).to_be_visible()
    expect(dialog.get_by_role("button", name="Close")).to_be_visible()
    dialog.get_by_text("Narrow the results").click()
    expect(dialog.get_by_role("spinbutton", name="from")).to_be_visible()
    expect(dialog.get_by_role("spinbutton", name="to")).to_be_visible()
    expect(dialog.get_by_role("heading", level=3)).to_have_attribute("lang", "ru")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_the_dialog(browser: Browser, hosted: str, width: int, scheme: str) -> None:
    """With results and facets, on a phone and at a desk, by day and by night; nothing scrolls sideways."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(f"{hosted}index.html#q=the&author=Printing+desk")
    settled(page)
    expect(page.get_by_role("checkbox", name="Printing desk 3")).to_be_visible()
    page.evaluate(AXE)
    violations = page.evaluate("axe.run()")["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= width
    context.close()


def test_it_runs_from_right_to_left(page: Page, showcase_address: str) -> None:
    """In a site whose language does, with its words and its plurals."""
    page.goto(f"{showcase_address}index.html#q=type")
    settled(page)
    assert page.get_by_role("dialog").evaluate("element => getComputedStyle(element).direction") == "rtl"
    expect(page.locator(".search__status")).to_contain_text("مقال")
    close, field = (page.locator(f".search__{part}").bounding_box() for part in ("close", "input"))
    assert close is not None
    assert field is not None
    assert close["x"] < field["x"]


def test_without_scripts_there_are_other_ways(browser: Browser, hosted: str) -> None:
    """The button leads to a page that says so, and on to the archive."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(hosted)
    page.get_by_role("link", name="Search").click()
    expect(page.get_by_text("The search needs JavaScript")).to_be_visible()
    page.locator("main").get_by_role("link", name="Archive").click()
    page.wait_for_url(f"{hosted}archive/index.html")
    context.close()


def test_where_its_script_is_lost_there_are_other_ways(browser: Browser, hosted: str) -> None:
    """The page of the search stays what it is without scripts."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search-panel.js", lambda route: route.abort())
    page.goto(hosted)
    page.get_by_role("link", name="Search").click()
    page.wait_for_url("**/search/index.html")
    expect(page.get_by_text("The search needs JavaScript")).to_be_visible()
    context.close()


def test_a_failure_is_said(page: Page, hosted: str) -> None:
    """Where the index cannot be loaded, the search says why, and works again when it can."""
    page.route("**/search/w/*.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{hosted}search/index.html#q=press")
    expect(page.locator(".search__status")).to_contain_text("could not be carried out")
    page.unroute("**/search/w/*.js*")
    page.get_by_role("searchbox").fill("presses")
    expect(page.locator(".search__result")).to_have_count(2)


def test_an_index_that_was_built_anew_is_looked_into_again(page: Page, hosted: str) -> None:
    """Where a browser has kept the manifest of the last one, whose files are gone, it asks for the new one."""
    page.goto(f"{hosted}search/index.html")
    kept = base64.b64encode(zlib.compress(packed({"articles": 9, "firsts": ["a"], "words": 12 * "0", "places": 12 * "0",
        "sizes": [1], "common": [], "cards": "", "ends": [], "years": [], "facets": []}))).decode()  # fmt: skip
    script = f'broadsheetSearch.take("manifest","{kept}")'
    page.route(re.compile("manifest[.]js$"), lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.route("**/000000000000.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.get_by_role("searchbox").fill("presses")
    expect(page.locator(".search__result")).to_have_count(2)


def test_script_and_index_take_words_for_the_same(page: Page, hosted: str) -> None:
    """The forms of a text are the same in JavaScript as in Python, in all scripts."""
    texts = [*ARTICLES.values(), "ÉLYSÉE ﬁrst İstanbul ΣΊΣΥΦΟΣ Straße ¼ x² 1,000.5 e-mail don’t l’homme ﷺ نُسْخَةٌ"]
    texts += [
        "हिन्दी में समाचार",
        "ข่าวภาษาไทย",
        "한국의 신문을 읽다",
        "𠮷野家 ＡＢＣ ｶﾞｲﾄﾞ",
        "ελληνικές εφημερίδες",
        "_x_ a_b",
    ]
    page.goto(f"{hosted}search/index.html")
    expect(page.get_by_role("searchbox")).to_be_visible()
    told = page.evaluate("texts => texts.map(text => broadsheetSearch.formsOf(text))", texts)
    assert told == [[form for word in pattern().findall(text) for form in forms_of(word)] for text in texts]
