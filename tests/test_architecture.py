"""The data goes one way, and so do the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "generator" / "broadsheet"

LEVELS = (
    {"__init__", "abreast", "cache", "collector", "errors", "trace", "inline", "layout", "words"},
    {"options", "model"},
    {"read", "recognise", "repair"},
    {"owner"},
    {"collect"},
    {"write"},
    {"pipeline"},
    {"finish"},
    {"publish"},
    {"cli"},
    {"__main__"},
)
"""A part may import from the levels before its own, and from itself."""

ROOMS = {
    "collect": (
        {"apart", "kept", "steps", "gathering", "index"},
        {"permalinks", "authors", "topics", "relations", "pins"},
        {"knowledge"},
        {"collection"},
    ),
    "recognise": (
        {"candidate", "spans", "language", "lexicon"},
        {"dates"},
        {"bylines"},
        {"headlines", "header"},
        {"datelines", "asides", "front", "repeats"},
        {"told_apart", "head"},
        {"set_aside"},
        {"choose"},
    ),
}
"""The same for the rooms of the stages that have many modules."""


def modules() -> list[Path]:
    """All modules of the package."""
    return sorted(file for file in PACKAGE.rglob("*.py") if "starter" not in file.parts)


def part_of(file: Path) -> str:
    """The stage that a module belongs to."""
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def level_of(part: str) -> int:
    """How far along the way of the data a stage is."""
    return next(n for n, parts in enumerate(LEVELS) if part in parts)


def imports(file: Path) -> set[str]:
    """What a module imports of the package."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name for name in names if name.split(".")[0] == "broadsheet"}
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{file}: relative import"
    return found


@pytest.mark.parametrize("file", modules(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_go_with_the_data(file: Path) -> None:
    """A module imports only from stages before its own."""
    part = part_of(file)
    for name in imports(file):
        other = name.split(".")[1] if "." in name else "__init__"
        fine = other == part or level_of(other) < level_of(part)
        assert fine, f"{file.relative_to(PACKAGE)} imports {name}"


@pytest.mark.parametrize(
    ("stage", "room"), [(stage, room) for stage in ROOMS for level in ROOMS[stage] for room in sorted(level)]
)
def test_rooms_of_a_stage_are_in_order(stage: str, room: str) -> None:
    """A room of a stage imports only from itself and from those before it."""
    level = next(number for number, rooms in enumerate(ROOMS[stage]) if room in rooms)
    fine = {room}.union(*ROOMS[stage][:level])
    for file in modules():
        if file.is_relative_to(PACKAGE / stage / room) or file == PACKAGE / stage / f"{room}.py":
            others = {name.split(".")[2] for name in imports(file) if name.startswith(f"broadsheet.{stage}.")}
            assert others <= fine, f"{file.relative_to(PACKAGE)} imports {others - fine}"


def test_mkdocs_stays_in_publish() -> None:
    """MkDocs is known to the folder ``publish`` alone."""
    for file in modules():
        if part_of(file) != "publish":
            assert "mkdocs" not in [
                (alias.name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
                for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
                if isinstance(node, ast.Import | ast.ImportFrom)
                for alias in node.names
            ], file


@pytest.mark.parametrize("file", modules(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_modules_are_rooms(file: Path) -> None:
    """A module has at most 250 lines, so that it can be read in one go."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 250
