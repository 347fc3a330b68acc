"""
How the time of reading one file grows with its size, for texts that tempt a rule into looking back and forth.

    python bench/growth.py [--size BYTES]

Prints, for each kind of text, the seconds for half the size and for the whole, and their ratio: about 2 is linear,
about 4 would be quadratic.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from broadsheet.options import Options
from broadsheet.pipeline import read_article

TEXTS = {
    "prose": "The printer set what the post had brought. ",
    "wrapped lines": "The printer set what the post had brought, and when the page\nwas full he stopped at once.\n\n",
    "short lines": "word word word\n",
    "lower-case paragraphs": "abc def\n\n",
    "headings": "# a\n\n",
    "bullets": "- a\n",
    "quotations": "> a\n",
    "indents": "    a\nb\n",
    "columns": "a   b\n",
    "stars": "*a ",
    "unclosed strong": "**a\n\n",
    "open brackets": "[",
    "unclosed links": "[a](http://b ",
    "addresses": "http://",
    "spaces": " ",
    "empty lines": "\n",
    "keys": "Key: value\n",
    "sentences": ". ",
    "mojibake": "itâ€™s ",
}


def seconds(text: str, folder: Path) -> float:
    (folder / "a.txt").write_text(f"Title\n\n{text}x\n", encoding="utf-8")
    start = time.perf_counter()
    read_article(folder, "a.txt", Options())
    return time.perf_counter() - start


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--size", type=int, default=1_000_000, help="bytes of the whole text")
    size = ask.parse_args().size
    with tempfile.TemporaryDirectory() as folder:
        seconds("warm up", Path(folder))
        print(f"{'text':<24}{'half':>8}{'whole':>8}{'ratio':>8}")
        for name, unit in TEXTS.items():
            half, whole = (seconds(unit * (n // len(unit)), Path(folder)) for n in (size // 2, size))
            print(f"{name:<24}{half:>8.2f}{whole:>8.2f}{whole / half:>8.1f}")


if __name__ == "__main__":
    main()
