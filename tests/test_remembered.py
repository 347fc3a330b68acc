"""The topics of a collection are the same, whether an earlier build is remembered or not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.cache import Store
from broadsheet.collect import Placed
from broadsheet.collect.topics import remembered
from broadsheet.collect.topics.choosing import choose
from broadsheet.collect.topics.tally import Tally
from broadsheet.model import Collection
from broadsheet.options import Options
from broadsheet.pipeline import Means, read_collection
from support.sites import write_files

SENTENCES = (
    "Ada Lovelace wrote to Charles Babbage about the Analytical Engine.",
    "Lovelace said that Babbage was late, and Babbage said that Lovelace was early.",
    "President Charles Babbage met Chancellor Mary Somerville in Turin.",
    "Mrs Somerville praised the Royal Society of London.",
    "The Royal Society met in London, and the Society thanked A. Lovelace.",
    "The National Union of Compositors (NUC) struck in Leeds.",
    "In Leeds the NUC asked the Tory leader for an answer, and the Tories gave none.",
    "American papers in the US and in the USA printed it; so did America itself.",
    "The Russian press in Moscow wrote of it, and Russia listened.",
    "The Turkish press in Ankara did not.",
    "A compositor sets type; compositors set type; the type was set by a compositor.",
    "Engine drivers praised the Engine. Praising Babbage, they left.",
    "Brown came. Mr Brown is brown, and a brown coat is not Gordon Brown.",
    "Police said so. The police in Turin said so to Reuters.",
    "World Cup of Printers: the Cup went to Turin, and the World Cup to Leeds.",
    "Xi Jinping spoke; Xi left; Jinping is no surname.",
    "Book of the Year Award for Mary Fairfax Somerville, and for M. Somerville.",
    "He told Babbage Turin had the machine.",
    "THAAD-related letters came from Seoul, said Kim Jong-un and Kim Jong Un.",
    "The steam press, the steam press and the steam press again.",
    "Setting type by steam is a question of steam, and of type.",
)
GERMAN = (
    "Die Deutsche Bank in Frankfurt lobte Angela Merkel, und Merkels Rede gefiel der Deutschen Bank.",
    "Russlands Drucker streiken, sagte der Wirkstoff Insulin in Russland nicht.",
    "Das Leben in Frankfurt ist das Leben der Drucker; die Presse sagte es.",
)
POLISH = (
    "Premier Donald Tusk w Iranie spotkał Tuska z Iranu, a potem poleciał do Warszawy.",
    "W Warszawie prezydent Iranu mówił o Iranie i o Warszawie z Donaldem Tuskiem.",
)
ARTICLES = 14


def text(number: int, picked: Sequence[int], language: int) -> str:
    """An article of some sentences; one in a few is German or Polish."""
    pool = (SENTENCES, SENTENCES, SENTENCES, GERMAN, POLISH)[language]
    paragraphs = "\n\n".join(pool[pick % len(pool)] for pick in picked)
    return f"# {pool[picked[0] % len(pool)].split(',')[0]}\n\n{1 + number} May 1911\n\n{paragraphs}\n"


PICKED = st.tuples(st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=7), st.integers(0, 4))


@given(
    before=st.lists(PICKED, min_size=ARTICLES, max_size=ARTICLES),
    edits=st.lists(
        st.lists(st.tuples(st.integers(0, ARTICLES - 1), PICKED), min_size=1, max_size=2), min_size=1, max_size=3
    ),
)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_remembered_is_what_would_be_found(
    before: list[tuple[list[int], int]],
    edits: list[list[tuple[int, tuple[list[int], int]]]],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After any edits, each of which may change what a name is in any other article."""
    monkeypatch.setattr(remembered, "_MOST", 1)  # however many articles are concerned
    folder = tmp_path_factory.mktemp("edits")
    content = write_files(folder / "content", {f"{n}.txt": text(n, *picked) for n, picked in enumerate(before)})
    collected(folder)
    for edit in edits:
        write_files(content, {f"{n}.txt": text(n, *picked) for n, picked in edit})
        assert collected(folder) == read_collection(content, Options())


def collected(folder: Path) -> Collection:
    """The collection of a folder, with what is remembered of the last one."""
    return read_collection(folder / "content", Options(), means=Means(Store(folder / "cache")))


@pytest.fixture
def at_hand(monkeypatch: pytest.MonkeyPatch) -> list[tuple[type, int]]:
    """With which tally how many articles were gone through, as it goes on."""
    seen: list[tuple[type, int]] = []

    def counting(articles: Sequence[Any], gathered: Sequence[Any], setting: Any, tally: Tally) -> Any:
        seen.append((type(tally), len(articles)))
        return choose(articles, gathered, setting, tally)

    monkeypatch.setattr(remembered, "choose", counting)
    return seen


def test_few_articles_are_gone_through_again(tmp_path: Path, at_hand: list[tuple[type, int]]) -> None:
    """The one that was edited, added or taken away, and those that it concerns."""
    articles = {f"{n}.txt": text(n, [n, n + 1], 0) for n in range(40)}
    content = write_files(tmp_path / "content", articles)
    collected(tmp_path)
    assert at_hand == [(Tally, 40)]
    at_hand.clear()
    for word in ("Nobody", "Somebody"):
        write_files(content, {"3.txt": f"{articles['3.txt']}\n{word} objected there to {word.lower()}.\n"})
        assert collected(tmp_path) == read_collection(content, Options())
        most = max(number for tally, number in at_hand if tally is not Tally)
        assert most <= 4
        assert [number for tally, number in at_hand if tally is Tally] == [40]  # without a store
        at_hand.clear()
    write_files(
        content, {"40.txt": "# Quoins\n\n9 May 1911\n\nWood gave way before brass, and Wolverhampton cast quoins.\n"}
    )
    assert collected(tmp_path) == read_collection(content, Options())
    assert max(number for tally, number in at_hand if tally is not Tally) <= 4
    assert [number for tally, number in at_hand if tally is Tally] == [41]
    at_hand.clear()
    (content / "40.txt").unlink()
    assert collected(tmp_path) == read_collection(content, Options())
    assert [number for tally, number in at_hand if tally is Tally] == [40]


def test_who_is_told_of_the_articles_is_told_of_their_topics_too(tmp_path: Path) -> None:
    """First without them, unless an earlier build is remembered: then they are soon known."""
    texts = {f"{number}.txt": text(number, (0, 3, 4), 0) for number in range(3)}
    content, told = write_files(tmp_path / "content", texts), list[str]()

    def note(what: str) -> Placed:
        return lambda entries: told.append(f"{what} {len(entries)} {sum(bool(entry.topics) for entry in entries)}")

    for _ in range(2):
        means = Means(Store(tmp_path / "cache"), placed=note("placed"), complete=note("complete"))
        read_collection(content, Options(), means=means)
    assert told == ["placed 3 0", "complete 3 3", "complete 3 3"]
