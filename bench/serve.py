"""
How soon `broadsheet serve` shows an article that was saved.

    python bench/serve.py FOLDER --articles 10000 --edits 5

Copies the articles, serves them, and saves one of them again and again, each time with another word; prints the seconds
until its page has that word, and until the whole site has been built behind it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from peers import chosen

PORT = 8767
CONFIG = "site_name: Bench\ndocs_dir: content\ntheme:\n  name: broadsheet\nplugins:\n  - broadsheet\n"
PATIENCE = 1800
"""Seconds."""


def got(path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def seconds_until(path: str, word: str) -> float:
    start = time.monotonic()
    while word not in got(path):
        if time.monotonic() - start > PATIENCE:
            sys.exit(f"{path} did not come to hold {word}")
        time.sleep(0.02)
    return time.monotonic() - start


def copied(source: Path, folder: Path, number: int | None) -> None:
    for file in chosen(source, number or sys.maxsize):
        target = folder / "content" / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--articles", type=int, help="how many, spread over the folder; all if not given")
    ask.add_argument("--edits", type=int, default=5)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(given.folder, folder, given.articles)
        command = [sys.executable, "-m", "broadsheet", "serve", "-a", f"127.0.0.1:{PORT}"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            try:
                print(f"first page after {seconds_until('index.html', '<html'):.1f} s")
                measure(folder, given.edits)
            finally:
                server.send_signal(signal.SIGINT)
                server.wait()


def measure(folder: Path, edits: int) -> None:
    pages = {made["source"]: url for url, made in json.loads(got("manifest.json"))["pages"].items()}
    source = max(pages, key=lambda path: (folder / "content" / path).stat().st_size)
    shown, whole = [], []
    for number in range(edits):
        before, word = got("manifest.json"), f"Corrigendum{number}"
        with (folder / "content" / source).open("a", encoding="utf-8") as file:
            file.write(f"\n\nThis is a line with the word {word} in it.\n")
        start = time.monotonic()
        shown.append(seconds_until(pages[source], word))
        while got("manifest.json") in (before, ""):
            time.sleep(0.2)
        whole.append(time.monotonic() - start)
        print(f"shown after {shown[-1]:.2f} s, the whole site after {whole[-1]:.1f} s")
    print(f"median: {statistics.median(shown):.2f} s, {statistics.median(whole):.1f} s")


if __name__ == "__main__":
    main()
