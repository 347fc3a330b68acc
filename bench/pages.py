"""
What a reader's browser loads of a page, and how long it takes to write one.

    python bench/pages.py [--articles NUMBER …] [--browser PATH] [--against-material]

Builds a collection of each size, of articles of 900 words with several authors and topics, and prints of a page of each
kind: the HTML besides the text, requests and bytes of a first view, without typefaces and with them, as a host sends
them (by gzip) and as they lie on the disk, requests to other hosts, layout shift, and the largest paint on a line of
1.6 Mbit/s with a processor slowed down four times.  Then the median of the processor time that an article takes, what
is worked out for its template included; with `--against-material` also that of Material's template on the same pages.
With several sizes, it prints by how much the pages of the last weigh more than those of the first.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import io
import random
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Response, sync_playwright

from broadsheet.options import Options
from broadsheet.pipeline import read_site
from broadsheet.publish import press
from broadsheet.publish.view import Viewer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from support.browser import ARGUMENTS, find_browser

WORDS = """the of and to in a that was for on with as his by at it from were had not are but which their this have an
printer press paper type sheet column compositor editor page reader letter number week morning office machine cylinder
ink forme proof galley case fount headline wire telegraph post bridge harbour council election railway strike market
winter flood theatre library museum archive street lamp clock tower bell river canal mill loom ship captain""".split()
TOPICS = ("Railways", "Harbours", "Elections", "Theatre", "Floods", "Libraries", "Markets", "Strikes")
AUTHORS = tuple(f"{place} desk" for place in "City Harbour Night Court Market Foreign Stage Picture".split())
SPEED, DELAY, SLOWER = 1.6e6 / 8, 150, 4
PAINT = """() => new Promise((done) => {
  let paint = 0, shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { paint = e.startTime; }))
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { shift += e.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([paint, shift]), 500);
})"""


def write_articles(folder: Path, number: int) -> None:
    """Articles of 900 words over 30 years; the same ones for each call."""
    dice = random.Random(1605)
    folder.mkdir(parents=True)
    for place in range(number):
        title = " ".join(dice.choices(WORDS, k=7)).capitalize()
        head = (
            f"---\ntitle: {title} {place}\nauthors: [{dice.choice(AUTHORS)}]\n"
            f"date: {1960 + place % 30}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}\n"
            f"topics: [{', '.join(dice.sample(TOPICS, 3))}]\n---\n\n"
        )
        paragraphs = [
            ". ".join(" ".join(dice.choices(WORDS, k=15)).capitalize() for _ in range(6)) + "." for _ in range(10)
        ]
        (folder / f"{place:06}.txt").write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def timed_build(config_file: Path) -> list[float]:
    """Build a site; the seconds of processor time that each article took."""
    seen: dict[str, float] = {}
    render, view = jinja2.Template.render, Viewer.of

    def timed_render(template: jinja2.Template, values: Any) -> str:
        start = time.process_time()
        text = render(template, values)
        if (page := values.get("page")) and page.meta.get("source"):
            seen[page.url] = seen.get(page.url, 0) + time.process_time() - start
        return text

    def timed_view(viewer: Viewer, page: Any, root: str, description: str = "") -> Any:
        start = time.process_time()
        made = view(viewer, page, root, description)
        if not isinstance(page, str) and page.meta.get("source"):
            seen[page.url] = seen.get(page.url, 0) + time.process_time() - start
        return made

    config = load_config(str(config_file))
    config.plugins.on_startup(command="build", dirty=False)
    alone = patch.object(press, "cores", lambda: 1)  # what other processes take, this one cannot tell
    with alone, patch.object(jinja2.Template, "render", timed_render), patch.object(Viewer, "of", timed_view):
        build(config)
    return list(seen.values())


def site_of(folder: Path, number: int) -> tuple[Path, float]:
    """A built site, and the median milliseconds of its article template."""
    write_articles(folder / "content", number)
    (folder / "mkdocs.yml").write_text(
        "site_name: The Bench\nsite_url: https://bench.example.org/\ndocs_dir: content\ntheme:\n  name: broadsheet\n"
        "plugins:\n  - broadsheet\n",
        encoding="utf-8",
    )
    return folder / "site", statistics.median(timed_build(folder / "mkdocs.yml")) * 1000


def material_of(folder: Path) -> float:
    """The median milliseconds of Material's template, on the same pages."""
    pages = folder / "pages"
    for page in read_site(folder / "content", Options()).pages:
        file = pages / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text, encoding="utf-8")
    (folder / "material.yml").write_text(
        "site_name: The Bench\nsite_url: https://bench.example.org/\ndocs_dir: pages\nsite_dir: material\n"
        "theme:\n  name: material\n  font: false\nplugins: []\nnav: [index.md]\nuse_directory_urls: false\n",
        encoding="utf-8",
    )
    return statistics.median(timed_build(folder / "material.yml")) * 1000


class _Host(http.server.SimpleHTTPRequestHandler):
    """Sends text by gzip, as hosts do."""

    def log_message(self, *_: object) -> None:
        pass

    def send_head(self) -> io.BytesIO | None:  # type: ignore[override]
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return None
        kind, body = self.guess_type(str(file)), file.read_bytes()
        packed = file.suffix not in (".woff2", ".png")
        body = gzip.compress(body, 6) if packed else body
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def pages_of(site: Path) -> dict[str, str]:
    """One page of each kind."""
    article = sorted(site.glob("19[0-9][0-9]/[01][0-9]/*[0-9].html"))[0]
    author, topic = sorted(site.glob("authors/*/index.html"))[0], sorted(site.glob("topics/*/index.html"))[0]
    found = {"article": article, "author": author, "topic": topic}
    return {
        "article": found["article"].relative_to(site).as_posix(),
        "front": "index.html",
        "archive": "archive/index.html",
        "year": "1960/index.html",
        "author": found["author"].relative_to(site).as_posix(),
        "topic": found["topic"].relative_to(site).as_posix(),
        "authors": "authors/index.html",
        "topics": "topics/index.html",
        "days": "on-this-day/index.html",
        "collection": "collection/index.html",
        "search": "search/index.html",
        "lost": "404.html",
    }


def bare(html: str) -> int:
    """The bytes of a page besides the text of its article."""
    prose = re.search(r'<div class="prose">(.*?)</div>\s*<footer', html, re.DOTALL)
    text = re.sub(r"<[^>]+>", "", prose[1]).strip() if prose else ""
    return len(html.encode()) - len(text.encode())


def first_view(browser: Browser, url: str, home: str) -> dict[str, float]:
    """What a browser that has nothing yet loads and shows."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": DELAY, "downloadThroughput": SPEED, "uploadThroughput": SPEED},
    )
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(url, wait_until="load")
    page.wait_for_load_state("networkidle")
    paint, shift = page.evaluate(PAINT)
    came = [(one.url, len(one.body()), one.request.sizes()["responseBodySize"]) for one in responses]
    context.close()
    fonts = sum(size for address, size, _ in came if address.endswith(".woff2"))
    return {
        "requests": len(came), "others": sum(not address.startswith(home) for address, *_ in came),
        "sent": sum(sent for *_, sent in came) - fonts, "raw": sum(size for _, size, _ in came) - fonts,
        "fonts": fonts, "lcp": paint, "cls": shift,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--articles", type=int, nargs="+", default=[24, 2000])
    parser.add_argument("--browser", default=find_browser())
    parser.add_argument("--against-material", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=given.browser, args=ARGUMENTS)
        weights: dict[str, list[float]] = {}
        for number in given.articles:
            place = Path(folder) / str(number)
            site, ours = site_of(place, number)
            print(f"{number} articles; an article takes {ours:.2f} ms (median)")
            if given.against_material:
                print(f"Material's own takes {material_of(place):.2f} ms on the same pages")
            print("page        HTML besides text  requests  other hosts  sent  with typefaces  on disk  LCP ms  CLS")
            with served(site) as home:
                for kind, path in pages_of(site).items():
                    html = (site / path).read_text(encoding="utf-8")
                    seen = first_view(browser, home + path, home)
                    weights.setdefault(kind, []).append(seen["sent"] + seen["fonts"])
                    print(
                        f"{kind:<11} {bare(html):>17} {seen['requests']:>9} {seen['others']:>12} {seen['sent']:>5} "
                        f"{seen['sent'] + seen['fonts']:>15} {seen['raw'] + seen['fonts']:>8} {seen['lcp']:>7.0f} "
                        f"{seen['cls']:>4.2f}"
                    )
        for kind, (first, *_, last) in weights.items() if len(given.articles) > 1 else ():
            print(f"{kind:<11} {100 * (last / first - 1):+.1f}%")
        browser.close()


if __name__ == "__main__":
    main()
