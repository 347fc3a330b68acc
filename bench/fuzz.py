"""
Reads articles whose bytes were changed at random, and checks what must hold for any bytes.

    python bench/fuzz.py [--seconds N] [--seed N] [--keep DIR] [FOLDER …]

What must hold: an article is read, or refused by `UnreadableError` and by nothing else; no letter is lost; the steps
lead from the decoded lines to the blocks; the time is bounded.  The articles of `content/` and the inputs of
`tests/cases/` are changed, or the text files of the folders that are given.

Prints each failure with the change that made it; its bytes are kept in the folder `--keep`.  The exit status is 1
if there is one.  The same seed makes the same articles.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from broadsheet.errors import UnreadableError
from broadsheet.options import Options
from broadsheet.pipeline.article import read_article
from broadsheet.read import read_source
from broadsheet.trace import replay, text_lines

ROOT = Path(__file__).resolve().parent.parent
PIECES = (
    b"\n", b"\n\n", b"  \n", b"\r", b"\r\n", b"\x0c", b"\xc2\x85", b"\xe2\x80\xa8", b"\t", b"    ", b"\xc2\xa0",
    b"# ", b"## ", b"====\n", b"---\n", b"***\n", b"> ", b"- ", b"1. ", b"2. ", b"   - ", b"| ", b"*", b"**", b"[",
    b"](http://a.b/c)", b"\xff", b"\x00", b"\x1b$B", b"\xe2\x80\x8f", b"\xc2\xad", b"\xcc\x81", b"\xef\xbb\xbf",
    b"\xc3\xa2\xe2\x82\xac\xe2\x84\xa2",
    b"By ", b"Von ", b"10 July 2017\n", b"3/4/1811\n", b"Title: ", b"Author: a; b\n", b"Archive desk\n",
    b"1/2\n", b"2/2\n", b"file:///x 1/2\n", b"[1]\n", b"7\n", b"8\n", b"Reuter\n", b"\xc2\xa9 2010",
    b"To contact us: a@b.org\n",
    b"word-\n", b", ", b"; and\n", b"\xe5\xb9\xb4", b"\xd8\xa7\xd9\x84", b"...",
)  # fmt: skip
"""What is put in: signs that some rule looks for."""
LENGTHS = (300, 2000, 8000, 30_000)
MOST_CHANGES = 12
SECONDS_A_MEGABYTE, LEAST_SECONDS = 10.0, 1.0
"""The time that an article may take: processor time, on a machine of today; a short one is allowed a second."""


def originals(folders: Sequence[Path]) -> list[bytes]:
    """The texts that are changed; of a file of cases, the inputs."""
    if folders:
        return [file.read_bytes() for folder in folders for file in sorted(folder.rglob("*.txt")) if file.is_file()]
    texts = [file.read_bytes() for file in sorted((ROOT / "content").rglob("*.txt"))]
    for file in sorted((ROOT / "tests" / "cases").glob("*.txt")):
        texts += [case.encode() for case in file.read_text(encoding="utf-8").split("\n.\n")[1::3]]
    return texts


def changed(text: bytes, chance: random.Random) -> bytes:
    """A text, cut, and changed at up to twelve places; one in eight is also coded anew."""
    data = bytearray(text[: chance.choice(LENGTHS)])
    for _ in range(chance.randint(0, MOST_CHANGES)):
        kind, at = chance.random(), chance.randint(0, len(data))
        if kind < 0.5:
            data[at:at] = chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 5))
        elif kind < 0.65:
            del data[at : at + chance.randint(1, 200)]
        elif kind < 0.8:
            data[at:at] = data[max(0, at - chance.randint(1, 400)) : at]
        elif kind < 0.9:
            lines = data.split(b"\n")
            chance.shuffle(lines)
            data = bytearray(b"\n".join(lines))
        else:
            data[at:at] = chance.randbytes(chance.randint(1, 6))
    if chance.random() < 0.125:
        encoding = chance.choice(("cp1252", "cp1250", "mac_roman", "cp932", "utf-16", "utf-16-le", "gb18030"))
        return data.decode("utf-8", "replace").encode(encoding, "replace")
    return bytes(data)


def failures(folder: Path, name: str) -> Iterator[str]:
    """What does not hold of one file."""
    options = Options()
    start = time.process_time()
    try:
        article = read_article(folder, name, options)
    except UnreadableError:
        return
    taken = time.process_time() - start
    size = (folder / name).stat().st_size
    if taken > max(LEAST_SECONDS, SECONDS_A_MEGABYTE * size / 1_000_000):
        yield f"{taken:.1f} seconds for {size} bytes"
    yield from (str(finding) for finding in article.findings if finding.id == "lost-letters")
    source = read_source(folder, name, options)
    blocks = text_lines("\n".join(block.text for block in article.blocks))
    if replay(source.decoded, article.steps) != blocks:
        yield "the steps do not lead to the blocks"


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seconds", type=float, default=60, help="how long")
    ask.add_argument("--seed", type=int, default=1605)
    ask.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="where failing articles are put")
    ask.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    asked = ask.parse_args()
    chance, texts = random.Random(asked.seed), originals(asked.folders)
    count = failed = 0
    end = time.monotonic() + asked.seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.txt").write_bytes(texts[0])
        list(failures(folder, "a.txt"))
        while time.monotonic() < end:
            data = changed(chance.choice(texts), chance)
            (folder / "a.txt").write_bytes(data)
            count += 1
            try:
                found = list(failures(folder, "a.txt"))
            except Exception:
                found = [traceback.format_exc(limit=-3)]
            if found:
                failed += 1
                asked.keep.mkdir(parents=True, exist_ok=True)
                kept = asked.keep / f"{asked.seed}-{count}.txt"
                kept.write_bytes(data)
                print(f"{kept}:", *found, sep="\n  ", flush=True)
    print(f"seed {asked.seed}: {count} articles made of {len(texts)}, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
