"""
How often the first related article is of the same subject, where names of files tell the subject.

    python bench/related.py FOLDER [--number 100] [--seed 1605]

The subject of `2004_politics-017.txt` is `politics`: the first word of letters alone in the name.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path, PurePosixPath

from broadsheet.options import Options
from broadsheet.pipeline import read_collection


def subject(path: str) -> str:
    return re.findall(r"[a-z]+", PurePosixPath(path).stem)[0]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--number", type=int, default=100, help="how many articles to draw")
    ask.add_argument("--seed", type=int, default=1605, help="another one draws others")
    given = ask.parse_args()
    related = read_collection(given.folder, Options()).related
    drawn = random.Random(given.seed).sample(sorted(related), min(given.number, len(related)))
    for name, paths in (("drawn", drawn), ("all", sorted(related))):
        same = Counter(subject(path) == subject(related[path][0].path) if related[path] else None for path in paths)
        print(f"{name}: {same[True]} of {len(paths)} of the same subject ({same[True] / len(paths):.1%})", end="")
        print(f", {same[None]} without a related article")


if __name__ == "__main__":
    main()
