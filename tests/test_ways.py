"""Where a reader may go on from an article, and what tells whether that is the same as before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model import Collection, Copy, Entry, Related, Series, Term
from broadsheet.model.links import Between, Neighbours, Part
from broadsheet.write.relations import Ways
from support.articles import article

PATHS = ("a.txt", "b.txt", "c.txt")
PATH = st.sampled_from(PATHS)
SIDE = st.none() | PATH
BETWEEN = st.builds(Between, SIDE, SIDE)


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    """A few articles, with few titles, places, topics and relations."""
    entries = [
        Entry(article(path, draw(st.sampled_from("TU"))), draw(st.sampled_from(("x", "y"))) + path[0], topics=topics)
        for path in PATHS
        for topics in [tuple(draw(st.lists(st.sampled_from("pq"), unique=True)))]
    ]
    related = st.lists(st.builds(Related, PATH, st.sampled_from([(), ("p",), ("p", "q")])), max_size=2).map(tuple)
    parts = draw(st.lists(PATH, unique=True, max_size=2))
    series = Series(
        "S", "series/s", tuple(Part(n, path) for n, path in enumerate(parts, 1)), draw(st.sampled_from([0, 3]))
    )
    return Collection(
        entries=tuple(entries),
        topics=tuple(Term(name, draw(st.sampled_from(["", "topics/t"])), name, ()) for name in "pq"),
        related=draw(st.dictionaries(PATH, related)),
        copies=draw(st.dictionaries(PATH, st.builds(Copy, PATH, st.just(1.0)), max_size=1)),
        series=(series,) if parts else (),
        neighbours={path: Neighbours(draw(BETWEEN), (), draw(BETWEEN)) for path in PATHS[:2]},
    )


@given(one=collections(), other=collections())
def test_pages_of_the_same_mark_lead_to_the_same(one: Collection, other: Collection) -> None:
    """By the mark of its ways on one can tell that a page need not be printed again; another mark says that it must."""
    then, now = Ways(one), Ways(other)
    for page in {f"{entry.permalink}.md" for entry in one.entries} & {
        f"{entry.permalink}.md" for entry in other.entries
    }:
        assert (then.mark_of(page) == now.mark_of(page)) == (then.of(page) == now.of(page))


def test_a_page_that_is_no_articles_leads_nowhere() -> None:
    """It has the mark of that."""
    assert Ways(Collection()).mark_of("archive/index.md") == Ways(Collection()).mark_of("about.md")
