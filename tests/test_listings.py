"""The listings: archive, calendar, on this day, authors; of constant weight however large the collection."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest

from broadsheet.collect import collect
from broadsheet.model import Article, PartialDate
from broadsheet.options import Options
from broadsheet.pipeline.article import read_article
from broadsheet.write.pages import pages
from support.sites import write_files

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.fixture
def article(tmp_path: Path) -> Article:
    """One article, of which others are made."""
    write_files(tmp_path, {"a.txt": "A Sheet\n\nBy Ada Lovelace\n10 July 2017\n\nIt was printed on one side.\n"})
    return read_article(tmp_path, "a.txt", Options())


def made(article: Article, *known: Mapping[str, object]) -> dict[str, str]:
    """The pages of articles with this metadata, by path."""
    articles = []
    for number, given in enumerate(known):
        values: dict[str, Any] = {"title": f"Sheet {number}", **given}
        articles.append(replace(article, path=f"{number:05}.txt", metadata=replace(article.metadata, **values)))
    return {page.path: page.text for page in pages(collect(articles), Options())}


def days(number: int, year: int = 1987) -> list[dict[str, object]]:
    """Metadata of so many articles, on the days of a year."""
    return [{"date": PartialDate(year, n % 12 + 1, n % 28 + 1)} for n in range(number)]


def linked(pages: dict[str, str], path: str) -> list[str]:
    """The pages that a page links to."""
    return [normpath(join(dirname(path), target)) for target in _LINK.findall(pages[path])]


@pytest.mark.parametrize("number", [1, 24, 1300])
def test_every_link_leads_to_a_page(article: Article, number: int) -> None:
    """And every article can be reached from the front page, in any size of collection."""
    found = made(article, *days(number))
    seen, waiting = set(), ["index.md"]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += linked(found, path)
    assert seen == set(found)


def test_no_page_has_more_than_fifty_entries(article: Article) -> None:
    """Of whatever sort it is: a month of 500 articles has ten pages."""
    found = made(article, *[{"date": PartialDate(1987, 5, n % 9 + 1)} for n in range(500)], *([{"date": None}] * 125))
    listings = {path: text for path, text in found.items() if "\nlisting: " in text}
    assert max(text.count("\n-   ") for text in listings.values()) == 50
    assert {path for path in listings if path.startswith("1987/05/")} == {
        "1987/05/index.md", *(f"1987/05/page-{n}.md" for n in range(2, 11))
    }  # fmt: skip
    assert "undated/page-3.md" in listings
    assert "Page 2 of 10" in listings["1987/05/page-2.md"]
    assert linked(found, "1987/05/page-2.md")[-2:] == ["1987/05/index.md", "1987/05/page-3.md"]
    assert "- [1987](../1987/index.md) · 500 articles" in " ".join(listings["archive/index.md"].split())


def test_decades_and_partial_dates(article: Article) -> None:
    """Years stand under their decade, and what is dated by season, year or decade in its year."""
    found = made(
        article,
        {"date": PartialDate(1987, 5, 3)},
        {"date": PartialDate(1989)},
        {"date": PartialDate(1920, decade=True)},
        {"date": None},
    )
    assert re.findall(r"^## (.*)$", found["archive/index.md"], re.MULTILINE) == ["1980s", "1920s", "Undated"]
    assert "## Without a month" in found["1989/index.md"]
    assert "1920/sheet-2.md" in linked(found, "1920/index.md")


def test_the_calendar_shows_where_the_articles_are(article: Article) -> None:
    """A day with one article leads to it, a day with several to the list; few articles have no calendar."""
    dates = [PartialDate(1987, 5, day) for day in (1, 2, 3, 4, 5, 6, 7, 8, 28, 28)]
    calendar = made(article, *({"date": date} for date in dates))["1987/calendar.md"]
    assert "## May\n\n| Mo | Tu | We | Th | Fr | Sa | Su |\n" in calendar
    assert "| [4](05/sheet-3.md) |" in calendar
    assert "| [28](index.md#may) |" in calendar
    assert "| 9 |" in calendar
    assert "1987/calendar.md" not in made(article, *({"date": date} for date in dates[:9]))
    large = made(article, *({"date": PartialDate(1987, 5, n // 50 + 1)} for n in range(150)))["1987/calendar.md"]
    assert "| [1](05/page-3.md) |" in large, "the newest stand first"


def test_on_this_day_goes_over_the_years(article: Article) -> None:
    """What is dated by the month alone stands on no day."""
    found = made(
        article,
        {"date": PartialDate(1987, 7, 10)},
        {"date": PartialDate(1921, 7, 10)},
        {"date": PartialDate(1950, 2, 1)},
        {"date": PartialDate(1950, 2)},
    )
    assert re.findall(r"^## (.*)$", found["on-this-day/index.md"], re.MULTILINE) == ["1 February", "10 July"]
    assert linked(found, "on-this-day/index.md") == ["1950/02/sheet-2.md", "1987/07/sheet-0.md", "1921/07/sheet-1.md"]
    assert "on-this-day/01-01/index.md" in made(article, *days(400))


def test_an_authors_page(article: Article) -> None:
    """Articles newest first, years, co-authors, and the forms of the name that were printed."""
    found = made(
        article,
        {"authors": ("Ada Lovelace",), "date": PartialDate(1842, 10)},
        {"authors": ("A. Lovelace", "Charles Babbage"), "date": PartialDate(1843, 8)},
    )
    page = found["authors/ada-lovelace/index.md"]
    assert "1842–1843 · with [Charles Babbage](../charles-babbage/index.md) · also printed as A. Lovelace" in page
    assert linked(found, "authors/ada-lovelace/index.md")[1:] == ["1843/08/sheet-1.md", "1842/10/sheet-0.md"]
    assert re.findall(r"^## (.*)$", found["authors/index.md"], re.MULTILINE) == ["B", "L"]
    assert 'authors: ["Ada Lovelace", "Charles Babbage"]' in found["1843/08/sheet-1.md"]
    assert 'printed: ["A. Lovelace, Charles Babbage"]' in found["1843/08/sheet-1.md"]


def test_many_authors_have_a_bar_of_letters(article: Article) -> None:
    """On every page of the index, each letter leads to where it begins."""
    names = [f"{chr(97 + n % 26).upper()}da {chr(65 + n % 26)}ress{chr(97 + n // 26)}" for n in range(260)]
    found = made(article, *({"authors": (name,)} for name in names))
    pages = ["authors/index.md", *(f"authors/page-{number}.md" for number in range(2, 7))]
    for path in (pages[0], pages[2]):
        assert linked(found, path)[:26] == [pages[letter // 5] for letter in range(26)]
    assert "[Z](page-6.md#z)" in found["authors/index.md"]


def test_terms_of_several_articles_have_pages(article: Article) -> None:
    """A place of two articles has a page that lists them; one of a single article leads to it from the index."""
    found = made(article, {"place": "Mainz"}, {"place": "MAINZ"}, {"place": "Paris", "publication": "Le Moniteur"})
    assert linked(found, "places/index.md") == ["places/mainz/index.md", "2017/07/sheet-2.md"]
    assert linked(found, "places/mainz/index.md") == ["2017/07/sheet-0.md", "2017/07/sheet-1.md"]
    assert linked(found, "publications/index.md") == ["2017/07/sheet-2.md"]
    assert "places/paris/index.md" not in found


def test_a_series_lists_its_parts_in_order(article: Article) -> None:
    """Whatever their dates are."""
    found = made(
        article,
        {"title": "On Engines (2/2)", "date": PartialDate(1842, 1, 2)},
        {"title": "On Engines (1/2)", "date": PartialDate(1842, 1, 1)},
    )
    assert linked(found, "series/index.md") == ["series/on-engines/index.md"]
    assert linked(found, "series/on-engines/index.md") == ["1842/01/on-engines-1-2.md", "1842/01/on-engines-2-2.md"]


def test_the_front_page_has_the_topics_that_say_most(article: Article) -> None:
    """Not the first of the alphabet, nor the largest: those that the latest years go on about."""
    one_year = [{"date": PartialDate(1990, 1, n), "topics": ("Ale", "Bread")} for n in range(1, 9)]
    years = [{"date": PartialDate(1987 + n, 2, 1), "topics": ("Zinc",)} for n in range(4)]
    newest = [{"date": PartialDate(1991, 1, n)} for n in range(1, 7)]
    front = made(article, *one_year, *years, *newest)["index.md"]
    headings = re.findall(r"^## \[(.+)\]", front, re.MULTILINE)
    assert headings[:2] == ["Zinc", "Ale"]
