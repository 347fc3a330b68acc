"""A headless Chromium that is on this machine; and, in CI, the other programs that tests use where they are there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")


def find_browser() -> str | None:
    """The path of a browser: what ``BROADSHEET_BROWSER`` names, or the first of the usual names."""
    named = os.environ.get("BROADSHEET_BROWSER")
    return named or next((path for name in _NAMES if (path := shutil.which(name))), None)


def wait_until(page: Page, condition: str) -> None:
    """Ask the page until the condition, an expression of JavaScript, is true; for thirty seconds at most.

    Playwright's own ``wait_for_function`` evaluates text in the page when the first look fails, and the site's
    Content Security Policy forbids that.
    """
    for _ in range(1500):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"not true after thirty seconds: {condition}")


def _install(*packages: str) -> bool:
    """Install packages of Debian where that can be done without asking."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    )
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in commands
    )


def _others() -> list[str]:
    """Packages of what else is used: a web server, and what tells whether a book is whole."""
    there = {"nginx": Path("/usr/sbin/nginx"), "epubcheck": Path("/usr/share/java/epubcheck.jar")}
    return [name for name, file in there.items() if not file.exists()]


if __name__ == "__main__":
    ci = bool(os.environ.get("CI"))
    if find_browser() is None:
        print("No Chromium here; installing it ..." if _install("chromium") else "No Chromium: its tests cannot run.")
    if ci and (missing := _others()):
        _install(*missing)
    sys.exit(1 if find_browser() is None and ci else 0)
