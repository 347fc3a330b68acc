"""
What it costs to know a collection, beside what it costs to read it; and what is found.

    python bench/collection.py FOLDER [--articles N] [--show N]

Prints, for a quarter of the articles and for all, the processor's seconds for reading, for gathering (both are done on
all cores) and for the collection stage (on one), and the memory at its height; then the growth of each, where 4.0 is
linear.  With --show, so many articles with their topics, the first related one and the reason, for reading.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from dataclasses import replace
from pathlib import Path

from broadsheet.collect import collect
from broadsheet.collect.gathering import gather
from broadsheet.errors import UnreadableError
from broadsheet.model import Article, Collection
from broadsheet.options import Options
from broadsheet.pipeline.article import read_article
from broadsheet.read import look_into

_BATCH = 64
"""Articles that are gathered together, as in a build."""


def timed(folder: Path, paths: list[str]) -> tuple[list[float], Collection]:
    options, start, articles = Options(), time.process_time(), list[Article]()
    for path in paths:
        try:
            articles.append(read_article(folder, path, options))
        except UnreadableError:
            continue
    read = time.process_time()
    gathered = list[Article]()
    for at in range(0, len(articles), _BATCH):
        some = articles[at : at + _BATCH]
        gathered += [replace(article, gathered=one) for article, one in zip(some, gather(some), strict=True)]
    done = time.process_time()
    collection = collect(gathered, options=options)
    return [read - start, done - read, time.process_time() - done], collection


def show(collection: Collection, number: int) -> None:
    titles = {entry.article.path: entry.article.metadata.title for entry in collection.entries}
    for entry in random.Random(1605).sample(collection.entries, min(number, len(collection.entries))):
        print(f"\n{entry.article.metadata.title}\n  {entry.article.summary}\n  topics: {' · '.join(entry.topics)}")
        for other in collection.related[entry.article.path][:1]:
            print(f"  related: {titles[other.path]} (also on: {', '.join(other.topics) or '–'})")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--articles", type=int, help="how many, spread over the folder; all if not given")
    ask.add_argument("--show", type=int, default=0, help="how many articles to print with what was found")
    given = ask.parse_args()
    paths = list(look_into(given.folder, Options()).articles)
    if given.articles:
        paths = paths[:: max(1, len(paths) // given.articles)][: given.articles]
    print(f"{'articles':>10}{'reading':>10}{'gathering':>10}{'collecting':>11}{'memory, MB':>12}")
    rows = []
    for part in (paths[::4], paths):
        seconds, collection = timed(given.folder, part)
        rows.append(seconds)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{len(part):>10,}" + "".join(f"{s:>10.1f}" for s in seconds) + f"{memory:>13,}")
    growth = [whole / quarter if quarter else 0 for quarter, whole in zip(*rows, strict=True)]
    print(f"{'growth':>10}" + "".join(f"{ratio:>10.1f}" for ratio in growth))
    found = collection
    print(f"{len(found.topics):,} topics, {len(found.copies):,} copies, {len(found.series):,} series")
    show(found, given.show)


if __name__ == "__main__":
    main()
