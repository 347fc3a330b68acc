"""Articles are brought on side by side, and each comes to what it would come to alone."""

from __future__ import annotations

import pytest

from broadsheet.abreast import Run, abreast


def test_none_goes_further_before_all_are_there() -> None:
    """A run with fewer stops ends sooner; what all of them give is in their order."""
    seen: list[str] = []

    def run(name: str, stops: int) -> Run[str]:
        for stop in range(stops):
            seen.append(f"{name}{stop}")
            yield
        return name.upper()

    assert abreast([run("a", 2), run("b", 0), run("c", 1)]) == ["A", "B", "C"]
    assert seen == ["a0", "c0", "a1"]


def test_of_none_there_is_nothing() -> None:
    """No articles are no error."""
    assert abreast([]) == []


def test_an_error_is_that_of_the_run() -> None:
    """It is raised as it would be if the article were alone."""

    def run() -> Run[None]:
        yield
        raise ValueError("no text")

    with pytest.raises(ValueError, match="no text"):
        abreast([run(), run()])
