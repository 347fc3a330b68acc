"""
What a search costs, and whether it finds: in a browser, over HTTP and from disk.

    python bench/search.py cost FOLDER [--articles N] [--kept FILE] [--driver GECKODRIVER]
    python bench/search.py find FOLDER... [--of 200]

`cost` indexes a collection, prints the processor's seconds, the memory at its height and the size of the index, indexes
it again with one article changed, and then searches in a fresh headless Chromium: with a fast connection, at 1.6 Mbps
and 150 ms, and from disk.  Times are from the key that opens the search to the first result on the screen, with
nothing loaded before; bytes and requests are all that the search caused, until its results stood (but for the icon of
the site, which the browser asks for again when an address changes).  Hosts that compress
scripts are the usual case; `plain` is a host that does not.

`find` draws articles at random (always the same), and asks for each by its title, and by the three rarest words of its
text that other articles have too.  Found is what stands among the first three results: the article, or another copy of
it (the corpora hold most articles several times, through several programs).
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import pickle
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from broadsheet.pipeline.collector import collector_at_rest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from broadsheet.cache import Print, Standing, code_version
from broadsheet.finish.search import Index
from broadsheet.finish.search.record import record_of
from broadsheet.finish.search.words import forms_of, pattern
from broadsheet.model import Collection, Entry
from broadsheet.options import Options
from broadsheet.pipeline import read_site

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from support.browser import ARGUMENTS, find_browser

QUERIES = (
    "climate agreement", "election results", "flood warning", "open source", "space telescope", "court ruling",
    "user research", "oil prices", "the state of the union",
)  # fmt: skip
SEARCH = """query => new Promise(done => {
  const start = performance.now();
  const look = () => {
    const input = document.querySelector("#search-input");
    if (input && !input.value) { input.value = query; input.dispatchEvent(new Event("input")); }
    if (document.querySelector(".search__result")) done(performance.now() - start);
    else setTimeout(look, 4);
  };
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  look();
})"""
"""Opens the search by its key, types a query, and tells how many milliseconds passed until a result stood."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}


def frame(folder: Path) -> Path:
    """A site of one page, with the theme's scripts."""
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "a.txt").write_text("# A page\n\nNothing.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Bench\ndocs_dir: content\ntheme:\n  name: broadsheet\nplugins:\n  - broadsheet\n", encoding="utf-8"
    )
    subprocess.run([sys.executable, "-m", "broadsheet", "build", "-q"], cwd=folder, check=True)
    return folder / "site"


def clear(site: Path) -> None:
    """Take out the index of the one page."""
    for folder in "wpcf":
        shutil.rmtree(site / "search" / folder, ignore_errors=True)


class Indexed(NamedTuple):
    """What it took: seconds of the processor, seconds of the clock, gigabytes; and what was written."""

    seconds: float
    clock: float
    memory: float
    prints: dict[str, Print]


def index(collection: Collection, site: Path, cache: Path, last: Standing | None = None) -> Indexed:
    """Index in a process of its own."""
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(_index, collection, site, cache, last).result()


def _index(collection: Collection, site: Path, cache: Path, last: Standing | None) -> Indexed:
    start, own, children = time.time(), resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    before = time.process_time()
    with collector_at_rest():
        prints = Index(site, "en", last, cache).write(collection.entries)
    workers = resource.getrusage(children)
    seconds = time.process_time() - before + workers.ru_utime + workers.ru_stime
    memory = resource.getrusage(own).ru_maxrss + 2 * workers.ru_maxrss  # two workers at most
    return Indexed(seconds, time.time() - start, memory / 1e6, prints)


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, compressed as the usual hosts do, or plainly."""

    compresses = True
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        content, packed = file.read_bytes(), self.compresses and file.suffix in (".js", ".css", ".html")
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
            content = gzip.compress(content, 6)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(folder: Path, *, compresses: bool) -> Iterator[str]:
    handler = type("Handler", (Host,), {"compresses": compresses})
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *given: handler(*given, directory=str(folder))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(browser: Browser, address: str, query: str, *, slow: bool) -> tuple[float, int, int]:
    """Milliseconds to the first result, bytes and requests of one cold search."""
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    sizes: dict[str, int] = {}
    icons: set[str] = set()
    page.goto(f"{address}index.html")
    page.wait_for_load_state("networkidle")
    devtools.on(
        "Network.requestWillBeSent",
        lambda event: icons.add(event["requestId"]) if "favicon" in event["request"]["url"] else None,
    )
    devtools.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    if slow:
        devtools.send("Network.emulateNetworkConditions", SLOW)
    took = page.evaluate(SEARCH, query)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500 if slow else 300)
    context.close()
    counted = [size for request, size in sizes.items() if request not in icons]
    return took, sum(counted), len(counted)


def show(label: str, rows: Sequence[tuple[float, int, int]]) -> None:
    middle = [statistics.median(column) for column in zip(*rows, strict=True)]
    most = [max(column) for column in zip(*rows, strict=True)]
    print(f"{label:<34}" + "".join(f"{m:>9,.0f}/{x:,.0f}" for m, x in zip(middle, most, strict=True)))


def cost(folder: Path, articles: int | None, kept: Path | None, driver: Path | None) -> None:
    if kept and kept.exists():
        collection = Collection(entries=pickle.loads(kept.read_bytes()))
    else:
        collection = Collection(entries=read_site(folder, Options()).collection.entries)
        if kept:
            kept.write_bytes(pickle.dumps(collection.entries))
    if articles:
        collection = replace(collection, entries=collection.entries[:articles])
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        site, cache = frame(Path(name)), Path(name) / "cache"
        clear(site)
        made = index(collection, site, cache)
        files = list((site / "search").rglob("*.js"))
        shards = {file.name for file in (cache / "search").iterdir()}
        print(f"{len(collection.entries):,} articles in {len(shards)} shards, {made.memory:.2f} GB at most")
        print(f"indexed in {made.seconds:.1f} s of the processor ({made.clock:.1f} s)")
        print(f"{len(files):,} files, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB")
        again = index(changed(collection), Path(name) / "again", cache, Standing(site, made.prints))
        now, fresh = {file.name for file in (cache / "search").iterdir()}, again.prints.keys() - made.prints.keys()
        print(f"after one changed article: {len(now - shards)} shard anew, {again.seconds:.1f} s of the processor")
        print(f"of {len(again.prints):,} files, {len(fresh):,} have another name")
        script = gzip.compress((site / "assets/javascripts/search.js").read_bytes())
        print(f"JavaScript before the search opens: {len(script):,} bytes")
        print(f"{'(middle/most)':<34}{'ms':>9}{'bytes':>14}{'requests':>14}")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
            measure(browser, f"{site.as_uri()}/", QUERIES[0], slow=False)  # the browser itself is warm then
            for label, compresses, slow in (
                ("HTTP", True, False), ("HTTP, plain", False, False),
                ("1.6 Mbps, 150 ms", True, True), ("1.6 Mbps, 150 ms, plain", False, True),
            ):  # fmt: skip
                with served(site, compresses=compresses) as address:
                    show(label, [measure(browser, address, query, slow=slow) for query in QUERIES])
            show("from disk", [measure(browser, f"{site.as_uri()}/", query, slow=False) for query in QUERIES])
        if driver:
            times = in_firefox(site, driver)
            print(f"{'from disk, Firefox':<34}{statistics.median(times):>9,.0f}/{max(times):,.0f}")


def in_firefox(site: Path, driver: Path) -> list[float]:
    """Milliseconds to the first result from disk, in the Firefox of this machine; needs the package selenium."""
    from selenium import webdriver  # no package of the tests: Debian has no driver, and few machines have Firefox
    from selenium.webdriver.firefox.service import Service

    options = webdriver.FirefoxOptions()
    options.add_argument("--headless")
    options.binary_location = shutil.which("firefox-esr") or shutil.which("firefox") or ""
    firefox = webdriver.Firefox(options=options, service=Service(str(driver)))
    try:
        times = []
        for query in (QUERIES[0], *QUERIES):  # the browser itself is warm after the first
            firefox.get("about:blank")
            firefox.get(f"{site.as_uri()}/index.html")
            times.append(firefox.execute_async_script(f"({SEARCH})(arguments[0]).then(arguments[1])", query))
        return times[1:]
    finally:
        firefox.quit()


def changed(collection: Collection) -> Collection:
    """The same, with a word more in one article."""
    middle = len(collection.entries) // 2
    entry = collection.entries[middle]
    matter = entry.article.matter.laid_out
    first, *others = matter.body
    matter = replace(matter, body=(first._replace(text=f"{first.text} Corrigendum."), *others))
    other = replace(entry, article=replace(entry.article, matter=matter, key=b""))
    return replace(collection, entries=(*collection.entries[:middle], other, *collection.entries[middle + 1 :]))


def find(folders: Sequence[Path], of: int) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        content = Path(name) / "all"
        for folder in folders:
            shutil.copytree(folder, content / folder.name)
        collection = read_site(content, Options(exclude=("**/truth*",))).collection
        site = frame(Path(name) / "site")
        clear(site)
        index(collection, site, Path(name) / "cache")
        entries = collection.entries
        words = [set(forms(entry)) for entry in entries]
        often = Counter(form for some in words for form in some)
        drawn = random.Random(1605).sample(range(len(entries)), min(of, len(entries)))
        asked = [(at, entries[at].article.metadata.title, rare(words[at], often)) for at in drawn]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
            page = browser.new_page()
            page.goto(f"{site.as_uri()}/search/index.html")
            page.locator("#search-input").wait_for()
            for label, column in (("by title", 1), ("by three rare words", 2)):
                missed = []
                for row in asked:
                    found = "async query => (await broadsheetSearch.find(query)).docs.slice(0, 3)"
                    docs = page.evaluate(found, row[column])
                    if not any(same(entries[doc], entries[row[0]], words[doc], words[row[0]]) for doc in docs):
                        missed.append((entries[row[0]].article.path, row[column]))
                print(f"{label}: {len(asked) - len(missed)} of {len(asked)} among the first three")
                for path, query in missed:
                    print(f"    {path}: {query}")


def forms(entry: Entry) -> list[str]:
    return [form for word in pattern().findall(record_of(entry, "en").body) for form in (forms_of(word) or ("",))[:1]]


def rare(words: set[str], often: Counter[str]) -> str:
    """The three rarest words that stand in some other article too, and have four letters (in Chinese script, two)."""
    usable = [word for word in words if often[word] > 1 and (len(word) > 3 or word > "\u3000") and not word.isdigit()]
    return " ".join(sorted(usable, key=lambda word: (often[word], word))[:3])


def same(one: Entry, other: Entry, words: set[str], others: set[str]) -> bool:
    """Whether two are one article, or copies: nine words in ten of the shorter are in both."""
    return one is other or len(words & others) >= 0.8 * max(1, min(len(words), len(others)))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("what", choices=("cost", "find"))
    ask.add_argument("folders", type=Path, nargs="+")
    ask.add_argument("--articles", type=int, help="how many, of the newest; all if not given")
    ask.add_argument("--kept", type=Path, help="a file that keeps the collection, for the next time")
    ask.add_argument("--driver", type=Path, help="a geckodriver, to measure in Firefox too; needs selenium")
    ask.add_argument("--of", type=int, default=200)
    given = ask.parse_args()
    code_version()  # once, for all processes: who changes the code meanwhile does not change what is kept
    if given.what == "cost":
        cost(given.folders[0], given.articles, given.kept, given.driver)
    else:
        find(given.folders, given.of)


if __name__ == "__main__":
    main()
