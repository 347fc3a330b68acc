"""Related articles are the same, whether an earlier build is remembered or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np
import pytest

from broadsheet.cache import Store
from broadsheet.collect.gathering.columns import columns_of
from broadsheet.collect.relations import earlier
from broadsheet.collect.relations.related import related_to
from broadsheet.model import Gathered

ARTICLES, WORDS, MOST = 600, 900, 5


@dataclass(slots=True)
class Shelf:
    """Articles of words drawn by a law like that of language: few words stand in most of them."""

    drawn: Random
    keys: list[bytes] = field(default_factory=list)
    words: list[Gathered] = field(default_factory=list)

    def article(self) -> tuple[bytes, Gathered]:
        """A new one."""
        size = self.drawn.randrange(4, 60)
        terms = np.unique(np.array([int(WORDS ** self.drawn.random()) for _ in range(size)], np.uint32) * 7919)
        tallies = bytes(self.drawn.choice((1, 1, 1, 2, 3, 9)) for _ in terms)
        return self.drawn.randbytes(20), Gathered(terms.tobytes(), tallies, b"", (), b"", b"", None)

    def change(self, places: Iterable[int]) -> None:
        """Put other articles in the place of some."""
        for place in places:
            self.keys[place], self.words[place] = self.article()

    def related(self, groups: Sequence[int], store: Store | None) -> list[list[int]]:
        """Which are alike; the store has it then."""
        found, kept = related_to(self.keys, columns_of(self.words), groups, MOST, store=store)
        if store:
            store.keep(kept.new)
            store.end()
        return found


def shelf(seed: int) -> Shelf:
    """A full one."""
    new = Shelf(Random(seed))
    for _ in range(ARTICLES):
        key, words = new.article()
        new.keys.append(key)
        new.words.append(words)
    return new


@pytest.mark.parametrize("seed", range(4))
def test_what_is_remembered_is_what_would_be_found(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After edits, after articles came, went or moved, and where one became a copy of another."""
    monkeypatch.setattr(earlier, "_MOST", 2)
    articles, groups = shelf(seed), list(range(ARTICLES))
    compared = list[int | None]()
    since = earlier.Earlier.since

    def noted(*given: object) -> earlier.Since | None:
        found = since(*given)  # type: ignore[arg-type]
        compared.append(None if found is None else len(found.concerned))
        return found

    monkeypatch.setattr(earlier.Earlier, "since", noted)
    articles.related(groups, Store(tmp_path))
    for turn in range(12):
        at = articles.drawn.randrange(ARTICLES - 1)
        if turn % 4 == 3:
            articles.keys.insert(0, articles.keys.pop(at))
            articles.words.insert(0, articles.words.pop(at))
        elif turn % 4 == 2:
            groups = list(range(ARTICLES))
            groups[at + 1] = at
        else:
            articles.change([at] if turn % 4 else [])
        again = articles.related(groups, Store(tmp_path))
        assert again == articles.related(groups, None), turn
    assert sum(number is not None and number < ARTICLES // 2 for number in compared) > 6, compared


def test_articles_without_words_are_alike_to_none(tmp_path: Path) -> None:
    """Also where a store has an eye on them."""
    articles = Shelf(Random(0), [b"a" * 20, b"b" * 20], [Gathered(b"", b"", b"", (), b"", b"", None)] * 2)
    for _ in range(2):
        assert articles.related(range(2), Store(tmp_path)) == [[], []]


def test_where_too_much_has_changed_all_is_done_anew(tmp_path: Path) -> None:
    """Half of the articles are others; then none is remembered, and the result is the same."""
    articles, groups = shelf(7), list(range(ARTICLES))
    articles.related(groups, Store(tmp_path))
    articles.change(range(0, ARTICLES, 2))
    assert articles.related(groups, Store(tmp_path)) == articles.related(groups, None)


def test_without_a_change_nothing_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store has it all."""
    articles, groups = shelf(8), list(range(ARTICLES))
    first = articles.related(groups, Store(tmp_path))
    monkeypatch.setattr("broadsheet.collect.relations.related._most_alike", None)
    assert articles.related(groups, Store(tmp_path)) == first
