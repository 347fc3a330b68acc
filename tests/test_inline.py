"""Inline markup."""

from __future__ import annotations

import time

import pytest

from broadsheet.inline import Emphasis, Inline, Link, parse, plain

ADDRESS = "https://www.example.org/a"


@pytest.mark.parametrize(
    ("before", "address", "after"),
    [
        ("", ADDRESS, ""),
        ("see ", ADDRESS, ".**"),
        ("(", ADDRESS, ")"),
        ("(", f"{ADDRESS}_(press)", ")."),
        ("", ADDRESS, "))),),"),
        ("", f"{ADDRESS}?b=c", "?!"),
        ("", ADDRESS, "_*"),
    ],
)
def test_an_address_ends_before_the_sentence_does(before: str, address: str, after: str) -> None:
    """Punctuation and a bracket opened before it belong to the text around it."""
    nodes = parse(f"{before}{address}{after}")
    assert [node.href for node in nodes if isinstance(node, Link)] == [address]
    assert plain(nodes) == f"{before}{address}{after}"


def test_an_address_between_stars() -> None:
    """The stars are the markup's."""
    nodes: tuple[Inline, ...] = parse(f"**{ADDRESS}**")
    assert nodes == (Emphasis((Link(parse(ADDRESS)[0].children, ADDRESS, stated=False),), 2),)  # type: ignore[union-attr]


def test_a_long_tail_is_left_off_in_one_pass() -> None:
    """An address with 400,000 brackets behind it takes no longer than one with as many letters, a few times over."""

    def seconds(text: str) -> float:
        start = time.perf_counter()
        assert isinstance(parse(text)[0], Link)
        return time.perf_counter() - start

    seconds(ADDRESS)
    assert seconds(ADDRESS + "." * 400_000) < 50 * seconds(ADDRESS + "a" * 400_000) + 0.5
