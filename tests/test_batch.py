"""What is read of several items together is what is read of each."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from functools import partial
from pathlib import Path

import pytest

from broadsheet.errors import Finding, UnreadableError
from broadsheet.model import Article, Item, PartialDate
from broadsheet.options import Options
from broadsheet.owner import read_word
from broadsheet.pipeline import batch
from broadsheet.pipeline.article import read_article, read_articles
from broadsheet.pipeline.asked import Asked
from broadsheet.read import survey
from support.sites import write_files

TEXTS = {
    "linotype.txt": "# The Linotype\n\nBy the Archive desk\n\n3 July 1886\n\nThe Tribune was the first to set by it.\n",
    "empty.txt": " \n\n",
    "rotary.txt": "THE ROTARY PRESS\n\nHoe built the press in 1843, and the Public Ledger had it first.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, and a file between them that gives none."""
    return write_files(tmp_path / "content", TEXTS)


def test_each_is_read_as_it_is_by_itself(folder: Path) -> None:
    """A finding stands in the place of a text that gives no article."""
    found = read_articles(folder, [Asked(Item(path)) for path in TEXTS], Options())
    assert found[0] == read_article(folder, "linotype.txt", Options())
    assert found[1] == Finding("empty.txt", 0, 0, "empty-file", "only space")
    assert found[2] == read_article(folder, "rotary.txt", Options())
    with pytest.raises(UnreadableError):
        read_article(folder, "empty.txt", Options())


@pytest.mark.parametrize("size", [0, 100, 1_000_000])
def test_portions_and_findings_keep_their_order(folder: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much text is worked on together."""
    monkeypatch.setattr(batch, "_BYTES", size)
    broken = Finding("archive.jsonl", 3, 0, "bad-record")
    items = map(Item, ("empty.txt", "gone.txt", "linotype.txt"))
    given: list[Item | Finding] = [Item("rotary.txt"), broken, *items]
    word, seen = read_word(folder, list(TEXTS), Options()), survey(folder, list(TEXTS), Options())
    found = [done.result for done in batch.read_batch(None, folder, given, Options(), word, seen)]
    titles = [one.metadata.title if isinstance(one, Article) else one.id for one in found]
    assert titles == ["The Rotary Press", "bad-record", "empty-file", "unreadable-file", "The Linotype"]


def test_values_are_the_same_from_process_to_process(folder: Path) -> None:
    """They go as the rows of their fields."""
    [article] = batch.read_items(folder, [Asked(Item("linotype.txt"))], Options())
    assert isinstance(article, Article)
    for value in (article, article.metadata, article.gathered, PartialDate(1886, 7, 3)):
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert all(getattr(again, field.name) == getattr(value, field.name) for field in fields(value))  # type: ignore[arg-type]


def test_threads_may_read_at_the_same_time(tmp_path: Path) -> None:
    """A worker of a cluster may have several; each meets words that none has met before."""
    texts = {
        f"{number:03}.txt": f"# Sheet {number}\n\n" + " ".join(f"type{number}x{word} set." for word in range(200))
        for number in range(160)
    }
    folder = write_files(tmp_path, texts)
    read = partial(batch.read_items, folder, options=Options())
    batches = [[Asked(Item(path)) for path in list(texts)[first : first + 8]] for first in range(0, len(texts), 8)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(read, batches))
    finally:
        sys.setswitchinterval(interval)
    assert found == [read(some) for some in batches]
