"""
How the time of reading one file grows with its size, for texts that tempt a rule into looking back and forth.

    python bench/growth.py [--size BYTES] [--most SECONDS] [NAME …]

Prints, for each kind of text, the seconds of processor time for half the size and for the whole, the best of three,
and their ratio: about 2 is linear, about 4 would be quadratic.  A kind that takes longer than `--most` or grows by
more than three times is marked; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from broadsheet.options import Options
from broadsheet.pipeline.article import read_article

PROSE = (
    "The printer set what the post had brought, and when the page was full he stopped at once. Nobody knew how long "
    "the paper would last, because it came from the mill in carts, and the carts came when the roads were dry. "
)
GERMAN = "Die Zeitung erschien täglich außer sonntags; für Übersee kostete sie fünf Groschen mehr. "
POLISH = "Gazetę drukowano w nocy, żeby rano leżała już na stołach czytelników. "
JAPANESE = "時事新報は明治十五年の三月一日に東京で創刊された。福沢諭吉が社説を書き、読者は朝ごとにそれを読んだ。"
ARABIC = "صدرت الوقائع المصرية في القاهرة، وكانت تطبع في مطبعة بولاق، ويقرؤها الموظفون. "
WORDS = "the printer set type paper mill cart post news page rule ink week editor office and of to a in".split()

Text = Callable[[int], str | bytes]
"""A text of about so many bytes."""


def again(unit: str, head: str = "") -> Text:
    """One thing over and over."""
    return lambda size: head + unit * (size // len(unit.encode()))


def counted(form: Callable[[int], str], most: int = sys.maxsize) -> Text:
    """One thing over and over, with a number in it that counts up."""

    def text(size: int) -> str:
        parts, length = [], 0
        for number in cycle(range(1, most + 1)) if most < sys.maxsize else range(1, sys.maxsize):
            parts.append(form(number))
            length += len(parts[-1])
            if length >= size:
                break
        return "".join(parts)

    return text


def coded(unit: str, encoding: str) -> Text:
    """In an older encoding."""
    data = unit.encode(encoding)
    return lambda size: data * (size // len(data))


def wrapped(width: int, indent: str = "") -> Text:
    """Paragraphs broken to a width."""
    paragraph = textwrap.fill(PROSE * 2, width, initial_indent=indent)
    return again(paragraph + ("\n" if indent else "\n\n"))


def book(size: int) -> str:
    """Chapters of paragraphs of random words."""
    chance, parts, length = random.Random(1605), [], 0
    while length < size:
        words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(30, 150)))
        parts.append(f"{words.capitalize()}.\n\n" if chance.random() > 0.05 else f"Chapter {chance.randint(1, 99)}\n\n")
        length += len(parts[-1])
    return "".join(parts)


TEXTS: dict[str, Text] = {
    # what there is
    "book": book,
    "one line of prose": again(PROSE),
    "wrapped lines": wrapped(70),
    "wrapped, indented": wrapped(70, "    "),
    "20,000 lines": lambda size: "".join(f"Line {n}, {'as it is ' * (size // 200_000)}\n" for n in range(20_000)),
    "poem": again("The press is still\nThe ink is dry\nThe carts are gone\nThe men go by\n\n"),
    "table": counted(lambda n: f"| {n} | Mercury | 12.5 |\n"),
    "figures": again("    Mercury 12.5 13.1\n"),
    "numbered list": counted(lambda n: f"{n}. the type, the ink and the paper\n", 9999),
    "numbered paragraphs": counted(lambda n: f"{n}. The type was set by hand.\n\n", 9999),
    "deep list": counted(lambda n: "  " * n + "- type\n", 40),
    "links": again("See [the desk](https://example.org/a/b) and https://example.org/c for more.\n\n"),
    "cut at links": again("It was printed for the\n\nTimes of London\n\n, he said, when the press had come.\n\n"),
    "Japanese, cut at links": again("江戸の\n\n蕃書調所\n\nは文久二年に\n\n", "官板バタビヤ新聞\n\n"),
    "rules": again("---- ----\n---- ----\nsun 1\n\n"),
    "emphasis": again("It was **the press** of *the Mercury*. "),
    "mojibake": again("It was the printerâ€™s boy â€œwhoâ€\x9d said so.\n\n"),
    "accents apart": again("cafe\u0301 de\u0301ja\u0300 vu\n"),
    "numbered pages": counted(lambda n: f"The Mercury\n\n{n}\n\nand so the text goes on\n\n", 9999),
    "Japanese": again(JAPANESE * 3 + "\n\n"),
    "Japanese, one line": again(JAPANESE),
    "Arabic": again(ARABIC * 3 + "\n\n"),
    "Windows-1252": coded(GERMAN * 3 + "\n\n", "cp1252"),
    "Windows-1250": coded(POLISH * 3 + "\n\n", "cp1250"),
    "Shift-JIS": coded(JAPANESE * 3 + "\n", "cp932"),
    "UTF-8 and bad bytes": lambda size: (GERMAN * 9 + "\n").encode() * (size // 850) + b"\xff",
    # what nobody writes
    "letters": again("a"),
    "letters, a line each": again("a\n"),
    "letters, a paragraph each": again("a\n\n"),
    "words, a line each": again("word word word\n"),
    "lower-case paragraphs": again("abc def\n\n"),
    "headings": again("# a\n\n"),
    "underlined headings": again("abc\n===\n\n"),
    "bullets": again("- a\n"),
    "bullets, one line": again("- "),
    "bullets, text between": again("- a\nB\n"),
    "bullets of two sorts": again("- a\n* b\n"),
    "bullet, long": again("  b\n", "- a\n"),
    "numbers that do not count": again("3. a\n7. b\n"),
    "quotations": again("> a\n"),
    "indents": again("    a\nb\n"),
    "columns": again("a   b\n"),
    "bars": again("|"),
    "separators": again("* * *\n\n"),
    "separator, long": lambda size: "* " * (size // 2) + "x",
    "notes": again("word of\n\n[1]\n\nand on\n\n"),
    "unfinished sentences": lambda size: ("It was. The man " * (size // 50) + "5\n\nwhich is on\n\n") * 3,
    "stars": again("*a "),
    "stars, closed": again("*a* "),
    "unclosed strong": again("**a\n\n"),
    "open brackets": again("["),
    "unclosed links": again("[a](http://b "),
    "addresses": again("http://"),
    "addresses, open brackets": lambda size: "[a](http://" + "a(" * (size // 2),
    "address, points": lambda size: "http://a" + "." * size,
    "spaces": again(" "),
    "no-break spaces": again("\u00a0"),
    "tabs": again("a\tb\n"),
    "empty lines": again("\n"),
    "form feeds": again("a\x0c"),
    "keys": again("Key: value\n"),
    "brackets in a header": lambda size: "---\ntitle: a\nb: " + "[" * size + "\n---\nText",
    "list in a header": lambda size: "---\ntitle: a\nb: [" + "c, " * (size // 3) + "]\n---\nText",
    "dates": again("10 July 2017\n"),
    "sentences": again(". "),
    "marks on one letter": lambda size: "a" + "\u0301\u0323" * (size // 4),
    "mojibake, dense": again("â€™ "),
    "hyphens": again("abc-\n"),
    "characters": lambda size: "".join(chr(0x4E00 + n % 20_000) for n in range(size // 3)),
    "any bytes": lambda size: random.Random(1605).randbytes(size).translate(bytes(n | 0xA0 for n in range(256))),
}  # fmt: skip


def seconds(text: str | bytes, folder: Path) -> float:
    """The processor time of one reading, the best of three."""
    (folder / "a.txt").write_bytes(text if isinstance(text, bytes) else f"Title\n\n{text}x\n".encode())
    taken = []
    for _ in range(3):
        start = time.process_time()
        read_article(folder, "a.txt", Options(max_megabytes=100))
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--size", type=int, default=1_000_000, help="bytes of the whole text")
    ask.add_argument("--most", type=float, default=2, help="seconds that one text may take")
    ask.add_argument("names", nargs="*", metavar="NAME", help="which kinds of text; all, if none is named")
    asked, marked = ask.parse_args(), 0
    with tempfile.TemporaryDirectory() as folder:
        seconds(PROSE, Path(folder))
        print(f"{'text':<28}{'half':>8}{'whole':>8}{'ratio':>8}")
        for name in asked.names or TEXTS:
            half, whole = (seconds(TEXTS[name](size), Path(folder)) for size in (asked.size // 2, asked.size))
            bad = whole > asked.most or (whole / half > 3 and whole > asked.most / 10)
            marked += bad
            print(f"{name:<28}{half:>8.2f}{whole:>8.2f}{whole / half:>8.1f}{'  !' if bad else ''}", flush=True)
    return 1 if marked else 0


if __name__ == "__main__":
    sys.exit(main())
