"""The front page: a lead and what stands beside it, the large topics, the latest, this day in other years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from broadsheet.inline import plain
from broadsheet.model import Collection, Entry, Kind, Page, Term
from broadsheet.options import Options
from broadsheet.write.dates import day_name
from broadsheet.write.escape import escape_inline, escape_start
from broadsheet.write.listings.archive import ARCHIVE
from broadsheet.write.listings.authors import AUTHORS
from broadsheet.write.listings.links import Links, headline
from broadsheet.write.listings.on_this_day import exact_days
from broadsheet.write.listings.shelf import listing
from broadsheet.write.listings.terms import PLACES, PUBLICATIONS, SERIES, TOPICS

_LONGEST_OPENING = 600
_CARDS = 6
"""The lead, two beside it, a row of three."""
_ON_DAY = 5
"""How many articles other years have on a day at most."""
_TOPICS, _LEAST, _OF_TOPIC = 3, 2, 4
"""How many topics have a block, how many articles a block has at least, and at most."""
_YEARS = 5
"""The latest years with articles, over which a topic should spread."""
_FRONT = "index.md"
_WAYS = (
    (AUTHORS, "authors"), (TOPICS, "topics"), (SERIES, "series"), (PLACES, "places"), (PUBLICATIONS, "publications"),
)  # fmt: skip
"""The other indexes, with the field of the collection that each is made of, which is also the word for it."""


@dataclass(slots=True)
class _Sheet:
    """What the page is made of, and which articles stand on it already."""

    collection: Collection
    options: Options
    links: Links
    shown: set[str] = field(default_factory=set)

    def take(self, entries: Sequence[Entry], most: int) -> list[Entry]:
        """The first of these that do not stand on the page; from now on they do."""
        taken: list[Entry] = []
        for entry in entries:
            if len(taken) == most:
                break
            if entry.article.path not in self.shown:
                self.shown.add(entry.article.path)
                taken.append(entry)
        return taken

    def lines(self, entries: Sequence[Entry]) -> str:
        """A list of headlines."""
        return "\n\n".join(_card(entry, "", self.links) for entry in entries)


_Block = tuple[str, str]
"""A heading and what stands below it."""


def front_page(collection: Collection, options: Options, links: Links) -> Page:
    """
    The pinned and the newest articles as cards, then blocks of headlines, then the way to all others.

    No article stands on it twice.  Which blocks there are, and in which order, the option `front` says; in the page's
    own front matter `blocks` says what each part is, and the first is the cards.
    """
    sheet = _Sheet(collection, options, links)
    if not collection.entries:
        return listing(_FRONT, links.words("front_page"), "front", [links.words("no_articles")])
    parts, blocks = [_cards(sheet)], ["cards"]
    for name in options.front:
        for heading, text in _BLOCKS[name](sheet):
            parts += [f"## {heading}", text]
            blocks.append(name)
    parts.append(_ways(sheet))
    return listing(_FRONT, links.words("front_page"), "front", parts, blocks=blocks)


def _cards(sheet: _Sheet) -> str:
    """The lead, which shows its first paragraph, and those beside it."""
    pinned = sorted(
        (entry for entry in sheet.collection.entries if entry.article.path in sheet.collection.pinned),
        key=lambda entry: sheet.collection.pinned.index(entry.article.path),
    )
    lead, *others = sheet.take([*pinned, *sheet.collection.entries], min(_CARDS, sheet.options.latest))
    cards = [_card(lead, _opening(lead), sheet.links)]
    return "\n\n".join([*cards, *(_card(entry, entry.article.summary, sheet.links) for entry in others)])


def _by_topic(sheet: _Sheet) -> Iterator[_Block]:
    """The topics that say most and have something to show; each leads to its own page."""
    by_path = {entry.article.path: entry for entry in sheet.collection.entries}
    blocks = 0
    for topic in _that_say_most(sheet.collection, by_path):
        left = [by_path[path] for path in islice((p for p in topic.articles if p not in sheet.shown), _OF_TOPIC)]
        if len(left) < _LEAST:
            continue
        yield (
            sheet.links.to(f"{topic.permalink}/index.md", topic.name, _FRONT),
            sheet.lines(sheet.take(left, _OF_TOPIC)),
        )
        blocks += 1
        if blocks == _TOPICS:
            return


def _that_say_most(collection: Collection, by_path: Mapping[str, Entry]) -> list[Term]:
    """
    The topics that have pages: those first that many articles are about, and that the latest years go on about.

    An article counts by the place of the topic among its topics, the weightiest of which stands first.
    """
    dates = (entry.article.metadata.date for entry in by_path.values())
    latest = frozenset(sorted({date.year for date in dates if date}, reverse=True)[:_YEARS])

    def says(topic: Term) -> float:
        held = [by_path[path] for path in topic.articles]
        years = {date.year for entry in held if (date := entry.article.metadata.date)}
        weight = sum(1 / (1 + entry.topics.index(topic.name)) for entry in held if topic.name in entry.topics)
        return weight * max(1, len(years & latest))

    return sorted((topic for topic in collection.topics if topic.permalink), key=says, reverse=True)


def _latest(sheet: _Sheet) -> Iterator[_Block]:
    """The next newest, until there are as many as the option `latest` says."""
    if taken := sheet.take(sheet.collection.entries, max(0, sheet.options.latest - _CARDS)):
        yield sheet.links.words("latest"), sheet.lines(taken)


def _on_this_day(sheet: _Sheet) -> Iterator[_Block]:
    """
    What other years had on the newest day that other years have something of.

    Of the clock the page knows nothing; the theme puts the reader's day in its place.
    """
    for day, entries in exact_days(sheet.collection.entries).items():
        newest = entries[0].article.metadata.date
        others = [entry for entry in entries if entry.article.metadata.date.year != newest.year]  # type: ignore[union-attr]
        if taken := sheet.take(others, _ON_DAY):
            name = day_name(*day, sheet.links.words.language)
            yield sheet.links.words("in_other_years", day=name), sheet.lines(taken)
            return


_BLOCKS: Mapping[str, Callable[[_Sheet], Iterator[_Block]]] = {
    "topics": _by_topic,
    "latest": _latest,
    "on-this-day": _on_this_day,
}
"""What the option `front` may name."""


def _ways(sheet: _Sheet) -> str:
    words, number = sheet.links.words, len(sheet.collection.entries)
    all_of_it = words("all_articles", n=number) if number > 1 else words("archive")
    ways = [sheet.links.to(ARCHIVE, all_of_it, _FRONT)]
    ways += [sheet.links.to(path, words(name), _FRONT) for path, name in _WAYS if getattr(sheet.collection, name)]
    return " · ".join([*ways, sheet.links.to("collection/index.md", words("collection"), _FRONT)])


def _opening(entry: Entry) -> str:
    """What the lead shows: the first paragraph, unless the owner gave a description or it is very long."""
    known, body = entry.article.metadata, entry.article.body
    text = " ".join(plain(body[0].nodes).split()) if body and body[0].kind == Kind.PARAGRAPH else ""
    return entry.article.summary if known.description or not text or len(text) > _LONGEST_OPENING else text


def _card(entry: Entry, summary: str, links: Links) -> str:
    """Headline, summary and byline as three paragraphs of one list item."""
    rest = [escape_start(escape_inline(summary)), escape_start(links.byline(entry))]
    return "\n\n".join([f"-   **{headline(entry, _FRONT)}**", *(f"    {part}" for part in rest if part)])
