"""The live preview follows the articles."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.sites import make_site

PATIENCE = 20.0


class Preview:
    """A running ``serve``, and its content folder."""

    def __init__(self, folder: Path, port: int) -> None:
        self.content = folder / "content"
        self.base = f"http://127.0.0.1:{port}/"

    def get(self, path: str) -> str | None:
        """The page, or ``None`` where there is none."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=5) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None

    def wait(self, path: str, text: str | None) -> None:
        """Wait until a page holds a text, or is gone."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.get(path)
            if (text is None and found is None) or (text is not None and found is not None and text in found):
                return
            time.sleep(0.1)
        pytest.fail(f"{path} did not come to hold {text!r} within {PATIENCE} s: {(found or '')[:300]}")


@pytest.fixture(params=["mkdocs", "broadsheet"])
def preview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Preview]:
    """``mkdocs serve`` and ``broadsheet serve`` on a free port of this machine."""
    folder = make_site(tmp_path, {"a.txt": "# First\n\n1 May 1987\n\nOld text.\n"})
    (folder / "mkdocs.yml").write_text(
        (folder / "mkdocs.yml").read_text().replace("https://archive.example.org/", "http://x/")
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", request.param, "serve", "-a", f"127.0.0.1:{port}"]
    log = (tmp_path / "log").open("w")
    with subprocess.Popen(
        command, cwd=folder, stdout=log, stderr=log, env={**os.environ, "PYTHONWARNINGS": ""}
    ) as server:
        try:
            shown = Preview(folder, port)
            shown.wait("1987/05/first.html", "Old text.")
            yield shown
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(10)
            log.close()


def test_the_preview_follows_the_articles(preview: Preview) -> None:
    """A text that changes, appears, is renamed or goes is shown so without a restart."""
    (preview.content / "a.txt").write_text("# First\n\n1 May 1987\n\nNew text.\n")
    preview.wait("1987/05/first.html", "New text.")
    (preview.content / "b.txt").write_text("# Second\n\n2 May 1988\n\nMore.\n")
    preview.wait("1988/05/second.html", "More.")
    (preview.content / "b.txt").rename(preview.content / "c.txt")
    preview.wait("1988/05/second.html", "c.txt")
    (preview.content / "c.txt").unlink()
    preview.wait("1988/05/second.html", None)
    assert "Second" not in (preview.get("archive/index.html") or "")
