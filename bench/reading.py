"""
How many articles a second are read on one core, from bytes to the export, and where the time goes.

    python bench/reading.py FOLDER [--articles N] [--turns N] [--profile N]

Prints the articles that one second of processor time is enough for, and for each part its share and the microseconds
that an article takes: surveying, decoding, recognising, repairing, counting letters, gathering, the rest of the
reading, collecting, writing the records.  Of several turns that with the least time counts, since other programs run
on the same machine.  With --profile, so many functions follow in which most of the time of one more turn is spent.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import time
from collections.abc import Callable
from contextlib import ExitStack
from inspect import isgeneratorfunction
from pathlib import Path
from typing import Any
from unittest.mock import patch

from broadsheet.abreast import Run
from broadsheet.collect import collect
from broadsheet.errors import Finding
from broadsheet.model import Article, Item
from broadsheet.options import Options
from broadsheet.owner import read_word
from broadsheet.pipeline import article as reading
from broadsheet.pipeline import batch
from broadsheet.pipeline.asked import Asked
from broadsheet.read import items, look_into, survey
from broadsheet.write.data.jsonl import jsonl

PARTS: dict[str, tuple[Any, str]] = {
    "decode": (reading, "read_source"),
    "recognise": (reading, "recognise"),
    "repair": (reading, "repair"),
    "letters": (reading, "lost_letters"),
    "gather": (batch, "gather"),
}
"""Where the reading of an article calls each part, by which name."""
_BATCH = 64
"""Articles that are read together, as in a build."""


class Watch:
    """The seconds of each part, by a clock that costs little; their shares count, not the seconds themselves."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[part] = self.seconds.get(part, 0) + time.perf_counter() - start

        return call

    def timed_run(self, part: str, function: Callable[..., Run[Any]]) -> Callable[..., Run[Any]]:
        """The same of a stage through which articles are brought abreast."""

        def call(*args: Any, **kwargs: Any) -> Run[Any]:
            go_on = self.timed(part, function(*args, **kwargs).__next__)
            while True:
                try:
                    go_on()
                except StopIteration as end:
                    return end.value
                yield

        return call


def turn(folder: Path, paths: list[str], watch: Watch) -> None:
    """Read and export all of them in this process, as the workers and the command do."""
    options = Options()
    word = read_word(folder, paths, options)
    seen = watch.timed("survey", survey)(folder, paths, options)

    def read_all() -> list[Article]:
        found = [item for item in items(folder, paths, options) if isinstance(item, Item)]
        asked = [Asked(item, word.of(folder, item, options.fields), seen.of(item.path)) for item in found]
        read: list[Article | Finding] = []
        for at in range(0, len(asked), _BATCH):
            read += batch.read_items(folder, asked[at : at + _BATCH], options)
        return [article for article in read if isinstance(article, Article)]

    with ExitStack() as stack:
        for part, (module, name) in PARTS.items():
            function = getattr(module, name)
            timed = watch.timed_run if isgeneratorfunction(function) else watch.timed
            stack.enter_context(patch.object(module, name, timed(part, function)))
        articles = watch.timed("all reading", read_all)()
    collection = watch.timed("collect", collect)(articles, options=options)
    watch.timed("export", lambda: sum(map(len, jsonl(collection))))()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--articles", type=int, default=1000, help="how many, spread over the folder")
    ask.add_argument("--turns", type=int, default=3, help="how often all are read")
    ask.add_argument("--profile", type=int, default=0, help="how many functions to print with their own time")
    given = ask.parse_args()
    paths = list(look_into(given.folder, Options()).articles)
    paths = paths[:: max(1, len(paths) // given.articles)][: given.articles]
    best: dict[str, float] = {}
    for _ in range(given.turns):
        gc.collect()
        watch, start = Watch(), time.process_time()
        turn(given.folder, paths, watch)
        spent, parts = time.process_time() - start, watch.seconds
        parts["other"] = parts.pop("all reading") - sum(parts[part] for part in PARTS)
        seconds = {part: taken * spent / sum(parts.values()) for part, taken in parts.items()}
        best = seconds if not best or spent < sum(best.values()) else best
    count, whole = len(paths), sum(best.values())
    read = whole - best["collect"]
    print(f"{count:,} articles: {count / read:.0f} a second; {count / whole:.0f} with the collection's own stage")
    for part in ("survey", *PARTS, "other", "export", "collect"):
        print(f"{part:<12}{1e6 * best[part] / count:>8.0f} µs{100 * best[part] / whole:>7.1f} %")
    if given.profile:
        profile = cProfile.Profile()
        profile.runcall(turn, given.folder, paths, Watch())
        pstats.Stats(profile).sort_stats("tottime").print_stats(given.profile)


if __name__ == "__main__":
    main()
