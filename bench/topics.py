"""
Which topics articles get, for reading.

    python bench/topics.py FOLDER [--number 50] [--seed 1605] [--without SEED ...]

Prints articles drawn at random, each with its first paragraph and the topics shown, one a line with a number, so that
a reader can judge each as the editor of an index would.  With --without, those that other seeds draw, one after the
other, are left out: what was read before.  What was judged, and how, stands in `bench/topics.md`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from broadsheet.inline import plain
from broadsheet.model import Entry
from broadsheet.options import Options
from broadsheet.pipeline import read_collection

_SHOWN = 300
"""Characters of a paragraph."""


def drawn(entries: Sequence[Entry], seed: int, number: int) -> list[Entry]:
    return random.Random(seed).sample(entries, min(number, len(entries)))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--number", type=int, default=50, help="how many articles to draw")
    ask.add_argument("--seed", type=int, default=1605, help="another one draws others")
    ask.add_argument("--without", type=int, nargs="+", default=[], metavar="SEED", help="leave out what these drew")
    given = ask.parse_args()
    collection = read_collection(given.folder, Options())
    entries = sorted(collection.entries, key=lambda entry: entry.article.path)
    for seed in given.without:
        read = {entry.article.path for entry in drawn(entries, seed, given.number)}
        entries = [entry for entry in entries if entry.article.path not in read]
    total = 0
    for entry in drawn(entries, given.seed, given.number):
        article = entry.article
        first = next((plain(block.nodes) for block in article.body), "")
        print(f"\n{article.path} ({article.metadata.language})\n  {article.metadata.title}\n  {first[:_SHOWN]}")
        for topic in entry.topics:
            total += 1
            print(f"  {total:4}  {topic}")
    print(f"\n{total} topics of {min(given.number, len(entries))} articles, of {len(entries):,}")


if __name__ == "__main__":
    main()
