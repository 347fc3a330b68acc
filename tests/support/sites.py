"""Small sites for tests."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from support.programs import CAN_COPY, PATIENCE, run_copy

ROOT = Path(__file__).resolve().parents[2]

MKDOCS_YML = """\
site_name: Test & <Site>
site_url: https://archive.example.org/
repo_url: https://code.example.org/archive/
edit_uri: edit/main/content/
docs_dir: content
theme:
  name: broadsheet
plugins:
  - broadsheet
"""

SEED_FORM = """\


# The sheet that came out on Thursdays

Press history desk\u0020\u0020
14 June 2016

The first weeklies carried “the news of all places”, and carried it late: a letter from Vienna took ten days.

The printer set what the post had brought, and when the page was full he stopped. One town clerk complained that

the end of the sentence was to be had only in the following week.

Nobody had promised him more.



To send corrections to the desk write to:

**[example.org/corrections](https://www.example.org/corrections)**
"""
"""An article in the commonest form: marked title, byline, date, a cut paragraph, a notice."""


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, and give the folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return folder


def make_site(folder: Path, files: Mapping[str, str | bytes], config: str = MKDOCS_YML) -> Path:
    """Write a site with these files in its content folder, and give its folder."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    write_files(folder / "content", files)
    return write_files(folder, {"mkdocs.yml": config})


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``broadsheet`` or ``mkdocs`` as a program of its own; by a new Python if that is to start otherwise."""
    words = [str(word) for word in command]
    silent = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": ""}
    if CAN_COPY and not any(name.startswith("PYTHON") for name in environment):
        return run_copy(words, cwd, {**os.environ, **silent, **environment})
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        env={**os.environ, **silent, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def tree(folder: Path) -> dict[str, str]:
    """The files below a folder, with their checksums."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
