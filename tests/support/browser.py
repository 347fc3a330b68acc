"""A headless Chromium that is on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

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


def _install() -> bool:
    """Install Debian's Chromium where that can be done without asking."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    )
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in commands
    )


if __name__ == "__main__":
    if find_browser() is None:
        print("No Chromium here; installing it ..." if _install() else "No Chromium here: browser tests cannot run.")
    sys.exit(1 if find_browser() is None and os.environ.get("CI") else 0)
