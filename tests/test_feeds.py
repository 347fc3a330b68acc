"""Feeds: valid, whole, with stable ids and honest dates, in three formats."""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest

from broadsheet.finish import Edition
from broadsheet.finish.feeds import FORMS, feeds
from broadsheet.model import Author, PartialDate, Term
from broadsheet.options import Options
from broadsheet.pipeline import Site, read_site
from broadsheet.write.html import html_of
from support.rendering import text_of, words_of
from support.sites import ROOT, tree, write_files

BASE = "https://archive.example.org/paper/"
ATOM = "{http://www.w3.org/2005/Atom}"

JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "next_url": {"type": "string", "format": "uri"},
        "description": {"type": "string"},
        "language": {"type": "string", "pattern": "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url"],
                "additionalProperties": False,
                "oneOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "format": "uri"},
                    "title": {"type": "string"},
                    "summary": {"type": "string"},
                    "content_html": {"type": "string"},
                    "content_text": {"type": "string"},
                    "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                    "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"type": "string"},
                    "_broadsheet": {"type": "object", "required": ["date"]},
                },
            },
        },
    },
}
"""JSON Feed 1.1, as far as we use it: what its document asks for, and nothing else."""


def edition(site: Site, folder: Path, **options: Any) -> Edition:
    """A site whose pages would stand in a folder."""
    urls = {page.path: f"{page.path.removesuffix('.md')}.html" for page in site.pages}
    return Edition(site, folder, Options(**options), "The Paper", BASE, "en", "Old & new", urls=urls)


def fed(site: Site, folder: Path, **options: Any) -> Path:
    """A folder with the feeds of a site."""
    feeds(edition(site, folder, **options))
    return folder


@pytest.fixture(scope="module")
def sample() -> Site:
    """The articles of this repository."""
    return read_site(ROOT / "content", Options())


@pytest.fixture(scope="module")
def full(sample: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All feeds of the sample, with the whole text."""
    return fed(sample, tmp_path_factory.mktemp("full"), feed_text="full")


def xml_feeds(folder: Path) -> Iterator[tuple[str, Any]]:
    """The feeds in XML, each as a reader reads it."""
    for name in tree(folder):
        if name.endswith(".xml"):
            parsed = feedparser.parse(str(folder / name))
            assert not parsed.bozo, (name, parsed.get("bozo_exception"))
            yield name, parsed


def test_every_feed_is_read_without_complaint(full: Path) -> None:
    """Of the site, of each author and of each topic, in Atom, RSS and JSON Feed."""
    versions = {name.rpartition("/")[2]: feed.version for name, feed in xml_feeds(full)}
    assert versions == {"atom.xml": "atom10", "rss.xml": "rss20"}
    for name in tree(full):
        if name.endswith(".json"):
            jsonschema.validate(json.loads((full / name).read_bytes()), JSON_FEED)


def test_each_author_and_each_topic_has_feeds(sample: Site, full: Path) -> None:
    """Beside their pages, in all formats, with their articles."""
    having: list[Author | Term] = [
        *sample.collection.authors,
        *(topic for topic in sample.collection.topics if topic.permalink),
    ]
    assert len(having) > 8
    for item in having:
        for form in FORMS.values():
            assert (full / form.file(f"{item.permalink}/")).is_file()
        entries = feedparser.parse(str(full / item.permalink / "atom.xml")).entries
        assert len(entries) == len(item.articles)


@pytest.mark.parametrize("name", ["atom.xml", "rss.xml", "feed.json"])
def test_a_feed_carries_every_article_whole(sample: Site, full: Path, name: str) -> None:
    """Title, authors, topics, address and text, in any script, as the pages have them."""
    entries = {entry.article.metadata.title: entry for entry in sample.collection.entries}
    found = _read(full / name)
    assert [title for title, *_ in found] == [entry.article.metadata.title for entry in sample.collection.entries]
    pages = {page.source: page.text for page in sample.pages if page.source}
    for title, url, authors, topics, html in found:
        entry = entries[title]
        assert url == f"{BASE}{entry.url}"
        assert authors == list(entry.authors)
        assert topics == list(entry.topics)
        page = pages[entry.article.path].split("\n---\n", 1)[1]
        assert words_of(text_of(html)) == words_of(text_of(html_of(page)))
    assert {"Ein Blatt für jeden Werktag", "قاموس في مجلدين وقائمة بالأخطاء"} <= {title for title, *_ in found}


def _read(file: Path) -> list[tuple[str, str, list[str], list[str], str]]:
    """Title, address, authors, topics and text of each article in a feed."""
    if file.suffix == ".json":
        items = json.loads(file.read_bytes())["items"]
        return [
            (item["title"], item["id"], [one["name"] for one in item.get("authors", [])], item.get("tags", []),
             item["content_html"])
            for item in items
        ]  # fmt: skip
    root = ElementTree.parse(file).getroot()
    if root.tag == "rss":
        dc = "{http://purl.org/dc/elements/1.1/}"
        content = "{http://purl.org/rss/1.0/modules/content/}encoded"
        return [
            (item.findtext("title", ""), item.findtext("guid", ""), [e.text or "" for e in item.iter(f"{dc}creator")],
             [e.text or "" for e in item.iter("category")], item.findtext(content, ""))
            for item in root.iter("item")
        ]  # fmt: skip
    return [
        (item.findtext(f"{ATOM}title", ""), item.findtext(f"{ATOM}id", ""),
         [e.text or "" for e in item.findall(f"{ATOM}author/{ATOM}name")],
         [e.attrib["term"] for e in item.findall(f"{ATOM}category")], item.findtext(f"{ATOM}content", ""))
        for item in root.iter(f"{ATOM}entry")
    ]  # fmt: skip


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Feeds of articles whose dates are known as a day, a month, and not at all."""
    folder = tmp_path_factory.mktemp("dated")
    texts = {"day": "date: 1988-06-03", "month": "date: 1987-05", "none": "place: Rome", "season": 'date: "1921-21"'}
    files = {f"{name}.txt": f"---\ntitle: {name}\n{line}\n---\n\nThe press ran.\n" for name, line in texts.items()}
    site = read_site(write_files(folder / "in", files), Options())
    return fed(site, folder / "out")


def test_dates_say_no_more_than_is_known(dated: Path) -> None:
    """Only a day is a day; a month stands as such, and what has no date gets none."""
    items = {item["title"]: item for item in json.loads((dated / "feed.json").read_bytes())["items"]}
    assert items["day"]["date_published"] == "1988-06-03T00:00:00Z"
    assert [items[name].get("_broadsheet") for name in ("month", "season")] == [
        {"date": "1987-05"},
        {"date": "1921-21"},
    ]
    assert not any("date_published" in items[name] for name in ("month", "season", "none"))
    rss = {item.findtext("title"): item for item in ElementTree.parse(dated / "rss.xml").getroot().iter("item")}
    assert rss["day"].findtext("pubDate") == "Fri, 03 Jun 1988 00:00:00 GMT"
    assert rss["month"].findtext("{http://purl.org/dc/elements/1.1/}date") == "1987-05"
    assert not [child for child in rss["none"] if "date" in child.tag.lower()]
    atom = feedparser.parse(str(dated / "atom.xml"))
    assert {entry.title: entry.get("published") for entry in atom.entries}["month"] is None
    parsed = {entry.title: calendar.timegm(entry.updated_parsed) for entry in atom.entries}
    assert (parsed["none"], parsed["day"]) == (0, 581299200)
    assert atom.feed.updated == "1988-06-03T00:00:00Z"


def test_what_is_new_comes_first_and_the_rest_on_pages(sample: Site, tmp_path: Path) -> None:
    """Of 130 articles, 50 in the feed, and each in one of it and its pages, linked as RFC 5005 has it."""
    folder = write_files(tmp_path / "in", {f"{n}.txt": _numbered(n) for n in range(130)})
    out = fed(read_site(folder, Options()), tmp_path / "out", feeds_of=0)
    seen, at, former = [], f"{BASE}atom.xml", None
    while at:
        root = ElementTree.parse(out / at.removeprefix(BASE)).getroot()
        links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}
        assert links["self"] == at
        assert links.get("next-archive") == (former if former != f"{BASE}atom.xml" else None)
        assert (root.find("{http://purl.org/syndication/history/1.0}archive") is not None) == (former is not None)
        seen.append([entry.findtext(f"{ATOM}title", "") for entry in root.iter(f"{ATOM}entry")])
        former, at = at, links.get("prev-archive", "")
    assert [len(titles) for titles in seen] == [50, 50, 50]
    assert seen[0] == [f"Number {n}" for n in range(129, 79, -1)]
    assert {title for titles in seen for title in titles} == {f"Number {n}" for n in range(130)}
    again = json.loads((out / "feed.json").read_bytes())
    assert again["next_url"] == f"{BASE}feeds/feed-2.json"


def test_pages_of_the_past_do_not_change_when_articles_follow(tmp_path: Path) -> None:
    """What a reader has fetched once is fetched for good."""
    folder = write_files(tmp_path / "in", {f"{n}.txt": _numbered(n) for n in range(101)})
    before = fed(read_site(folder, Options()), tmp_path / "a", feeds_of=0)
    write_files(folder, {f"{n}.txt": _numbered(n) for n in range(101, 120)})
    after = fed(read_site(folder, Options()), tmp_path / "b", feeds_of=0)
    name = "feeds/rss-1.xml"
    assert (before / name).read_bytes() == (after / name).read_bytes()
    assert (before / "rss.xml").read_bytes() != (after / "rss.xml").read_bytes()


def _numbered(number: int) -> str:
    date = PartialDate(1900 + number // 12, number % 12 + 1, 1)
    return f"---\ntitle: Number {number}\ndate: {date}\n---\n\nThe press ran {number} times in this month.\n"


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({"feeds": ()}, set()),
        ({"feeds": ("rss",), "feeds_of": 0}, {"rss.xml"}),
        ({"feeds": ("json",), "feeds_of": 1}, {"feed.json", "authors/archive-desk/feed.json"}),
    ],
)
def test_feeds_are_the_owners_choice(sample: Site, tmp_path: Path, options: dict[str, Any], wanted: set[str]) -> None:
    """Their formats, and of how many authors and topics there are some: those with the most articles."""
    assert set(tree(fed(sample, tmp_path, **options))) == wanted


def test_summaries_are_the_default(sample: Site, tmp_path: Path) -> None:
    """A feed then has the description of each article, and no text."""
    out = fed(sample, tmp_path, feeds_of=0)
    items = json.loads((out / "feed.json").read_bytes())["items"]
    assert [item["content_text"] for item in items] == [e.article.summary for e in sample.collection.entries]
    assert "content" not in (out / "atom.xml").read_text(encoding="utf-8").replace("content/", "")
