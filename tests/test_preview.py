"""What a preview showed is at hand after an edit."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.cache import Print
from broadsheet.publish import preview


@pytest.fixture
def site() -> Iterator[Path]:
    """A folder as MkDocs makes one for a preview."""
    with tempfile.TemporaryDirectory(prefix="mkdocs_") as name:
        yield Path(name)
        preview.clear(Path(name))


def build(site: Path, text: str, *, well: bool = True) -> None:
    """Print one page, and note it if the build ends well."""
    page = site / "a.html"
    page.write_text(text)
    if well:
        preview.keep(site, {"a.html": Print.of(text, page, hashlib.sha256(text.encode()).hexdigest())})


def taken(site: Path, text: str) -> bool:
    """Whether the page is there again for another build, and is what it was."""
    standing = preview.set_aside(site)
    assert standing is not None
    assert not list(site.iterdir())
    if standing.take("a.html", text, site / "a.html") is None:
        return False
    assert (site / "a.html").read_text() == text
    return True


def test_the_last_preview_is_taken_from(site: Path) -> None:
    """Its pages, if they are made from the same; at first there is none."""
    assert not taken(site, "one")
    build(site, "one")
    assert taken(site, "one")
    build(site, "two")
    assert not taken(site, "one")


def test_after_a_build_that_failed_the_one_before_is_the_last(site: Path) -> None:
    """What a broken setting left behind takes the place of nothing."""
    build(site, "one")
    assert taken(site, "one")
    (site / "a.html").unlink()
    build(site, "half", well=False)
    (site / "a.html").unlink()  # MkDocs empties the folder
    assert taken(site, "one")


def test_other_folders_are_left_alone(tmp_path: Path) -> None:
    """A site of the owner's is never moved."""
    build(tmp_path, "one")
    assert preview.set_aside(tmp_path) is None
    assert (tmp_path / "a.html").read_text() == "one"
    assert list(tmp_path.parent.glob(f"{tmp_path.name}-last")) == []
