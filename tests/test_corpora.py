"""Real articles, where they are at hand: a record for every file, and no letter lost."""

from __future__ import annotations

import json
import os
import tarfile
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from support.sites import run

CORPORA = Path(os.environ.get("BROADSHEET_CORPORA") or "nowhere")
ARCHIVES = sorted(CORPORA.glob("*.tar.gz"))


def letters(text: str) -> Counter[str]:
    """Letters and digits, without regard to case and to compatible forms."""
    return Counter(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def letters_of_record(record: dict[str, Any]) -> Counter[str]:
    """The letters that a record says the source had, before the recorded changes."""
    pieces = [piece for part in ("front", "body", "aside") for piece in record[part]]
    found = letters("\n".join(text for piece in pieces for text in (piece["text"], *piece["links"])))
    for step in record["changed"]:
        found += letters(step["before"])
        found -= letters(step["after"])
    return found


@pytest.mark.skipif(not ARCHIVES, reason="BROADSHEET_CORPORA names no folder with labelled corpora")
@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda archive: archive.name.partition(".")[0])
def test_every_file_gives_a_record_with_all_its_letters(archive: Path, tmp_path: Path) -> None:
    """One record for each file of a corpus; what UTF-8 files lose or gain is nothing."""
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    folder = next(tmp_path.glob("*/txt"))
    done = run("broadsheet", "export", folder, "-q", "-o", tmp_path / "out.jsonl", cwd=tmp_path)
    assert done.returncode in (0, 1), done.stderr
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*.txt")}
    assert {record["path"] for record in records} == files
    assert len(records) == len(files)
    for record in records:
        try:
            source = (folder / record["path"]).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        assert letters_of_record(record) == letters(source), record["path"]
