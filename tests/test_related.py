"""Related articles, copies, series, neighbours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.collect.gathering.minhash import shared, shingles_of, signature
from broadsheet.collect.gathering.series_marks import mark_of
from broadsheet.model import Between, Collection
from broadsheet.options import Options
from broadsheet.pipeline import read_collection
from support.sites import write_files

PRESS = (
    "The rotary press printed from a roll of paper, and a stereotype was bent around its cylinder. The Hoe company "
    "sold the rotary press to every newspaper that could pay, and the cylinder turned all night in Fleet Street."
)
PRESS_TOO = (
    "A stereotype was cast from a mould of paper so that one page could stand on every cylinder at once. The rotary "
    "press of the Hoe company needed four of them, and a newspaper kept them in the cellar."
)
BREAD = (
    "The baker kneaded the dough before dawn and let it rise beside the oven. Flour, water and salt were all that went "
    "into the loaf, and the oven was fired with beech. The bakers of Vienna let the dough rise twice."
)
BREAD_TOO = (
    "Flour was milled by the river, and the miller sold it to the bakers of Vienna. In wet years the dough would not "
    "rise, and the loaf came flat out of the oven."
)
LONG = "".join(
    f"In year {n} the mill on the river ground {n * 7} sacks of wheat and {n * 3} of rye for the town. "
    for n in range(30)
)


def read(folder: Path, files: dict[str, str], options: Options | None = None) -> Collection:
    """The collection of some files."""
    return read_collection(write_files(folder, files), options or Options())


def four(folder: Path, options: Options | None = None) -> Collection:
    """Two articles on the press, two on bread."""
    texts = {"p1": PRESS, "p2": PRESS_TOO, "b1": BREAD, "b2": BREAD_TOO}
    return read(folder, {f"{name}.txt": f"# A note {name}\n\n{text}\n" for name, text in texts.items()}, options)


def test_related_articles_are_of_one_subject_and_say_why(tmp_path: Path) -> None:
    """The most alike comes first, with what both have."""
    found = four(tmp_path).related
    assert {path: others[0].path for path, others in found.items()} == {
        "p1.txt": "p2.txt", "p2.txt": "p1.txt", "b1.txt": "b2.txt", "b2.txt": "b1.txt",
    }  # fmt: skip
    assert found["b1.txt"][0].topics == found["b2.txt"][0].topics == ("Vienna",)
    assert "Hoe" in found["p1.txt"][0].topics


def test_the_option_says_how_many(tmp_path: Path) -> None:
    """None with 0."""
    assert not any(four(tmp_path, Options(related=0)).related.values())
    assert {len(others) for others in four(tmp_path, Options(related=1)).related.values()} == {1}


def test_an_article_is_neither_related_to_itself_nor_to_its_copy(tmp_path: Path) -> None:
    """Of several copies only the first is shown."""
    files = {
        f"{name}.txt": f"# Press {name}\n\n{text} {text}\n"
        for name, text in (("a", PRESS), ("b", PRESS), ("c", PRESS_TOO))
    }
    found = read(tmp_path, files).related
    assert [other.path for other in found["a.txt"]] == ["c.txt"]
    assert [other.path for other in found["c.txt"]] == ["a.txt"]


def test_a_copy_points_to_the_first(tmp_path: Path) -> None:
    """The first is the earliest; a copy word for word is a warning, whatever its headline and its line breaks."""
    files = {
        "a.txt": f"# Mills again\n\n3 May 1900\n\n{LONG}\n",
        "b.txt": f"# Mills\n\n1 May 1900\n\n{LONG}\n",
        "c.txt": f"# Mills\n\n2 May 1900\n\n{LONG.upper()}\n",
    }
    collection = read(tmp_path, files)
    assert {path: (copy.first, copy.share) for path, copy in collection.copies.items()} == {
        "a.txt": ("b.txt", 1.0), "c.txt": ("b.txt", 1.0),
    }  # fmt: skip
    assert [(f.path, f.id, f.detail) for f in collection.findings if f.id != "shared-permalink"] == [
        ("a.txt", "duplicate", "as b.txt"), ("c.txt", "duplicate", "as b.txt"),
    ]  # fmt: skip


def test_a_near_copy_is_a_note(tmp_path: Path) -> None:
    """One sentence was added; an article of the same form with other facts is none."""
    other = LONG.replace("mill", "forge").replace("wheat", "iron").replace("rye", "coal").replace("ground", "took in")
    files = {
        "a.txt": f"# Mills\n\n1 May 1900\n\n{LONG}\n",
        "b.txt": f"# Mills\n\n2 May 1900\n\n{LONG}A correction: the mill of year 3 was shut in spring.\n",
        "c.txt": f"# Forges\n\n3 May 1900\n\n{other}\n",
    }
    collection = read(tmp_path, files)
    found = [(f.path, f.id, f.weighs) for f in collection.findings if f.id != "shared-permalink"]
    assert found == [("b.txt", "near-duplicate", False)]
    assert collection.copies["b.txt"].first == "a.txt"
    assert 0.8 <= collection.copies["b.txt"].share < 1


def test_short_texts_are_copies_only_under_one_headline(tmp_path: Path) -> None:
    """Two days without news are two articles."""
    files = {"a.txt": "# Monday\n\nNo news.\n", "b.txt": "# Tuesday\n\nNo news.\n", "c.txt": "# Monday\n\nNo news.\n"}
    assert list(read(tmp_path, files).copies) == ["c.txt"]


CHECKS = st.lists(st.integers(0, 300).map(lambda number: number * 14_000_000), min_size=60, max_size=200)


def signed(checks: list[int]) -> bytes:
    """The signature of a text whose words have these checksums."""
    return signature(shingles_of(np.array(checks, np.uint32)))


@settings(deadline=None)
@given(CHECKS, CHECKS)
def test_minhash_tells_the_share_of_the_text(one: list[int], other: list[int]) -> None:
    """Within what 128 numbers can tell: six times the standard error of a share."""

    def shingles(checks: list[int]) -> set[tuple[int, ...]]:
        return set(zip(*(checks[at:] for at in range(5)), strict=False))

    for a, b in ((one, other), (one, one + other[:20]), (one, one)):
        true = len(shingles(a) & shingles(b)) / len(shingles(a) | shingles(b))
        assert abs(shared(signed(a), signed(b)) - true) < 0.27


def test_a_text_of_few_words_has_no_signature() -> None:
    """It says too little."""
    assert signed([1] * 20) == b""


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("The mills, part 2", ("The mills", 2, 0)),
        ("The mills (2/5)", ("The mills", 2, 5)),
        ("The mills (Part Two of Three): Rye", ("The mills", 2, 3)),
        ("Die Mühlen – Teil 3", ("Die Mühlen", 3, 0)),
        ("Part II: The mills", ("The mills", 2, 0)),
        ("Los molinos, parte 1", ("Los molinos", 1, 0)),
        ("水车 第3回", ("水车", 3, 0)),
        ("Part of the harvest was lost", None),
        ("A party of two", None),
        ("In 1912 the mill burned", None),
    ],
)
def test_marks_of_a_series_in_a_headline(tmp_path: Path, title: str, wanted: tuple[str, int, int] | None) -> None:
    """A number beside a word for a part, or in brackets at the end."""
    (entry,) = read(tmp_path, {"a.txt": f"# {title}\n\nThe wheat was dear.\n"}).entries
    mark = mark_of(entry.article)
    assert (mark and mark[:3]) == wanted


def test_a_series_stands_in_its_order(tmp_path: Path) -> None:
    """By number, not by date; one part alone is no series."""
    files = {
        "a.txt": f"# Mills (2/3)\n\n1 May 1900\n\n{PRESS}\n",
        "b.txt": f"# Mills (1/3)\n\n2 May 1900\n\n{BREAD}\n",
        "c.txt": f"# Forges, part 1\n\n2 May 1900\n\n{BREAD_TOO}\n",
    }
    collection = read(tmp_path, files)
    (series,) = collection.series
    assert (series.name, series.total) == ("Mills", 3)
    assert [(part.number, part.path) for part in series.parts] == [(1, "b.txt"), (2, "a.txt")]
    assert collection.neighbours["a.txt"].in_series == Between("b.txt", None)
    assert collection.neighbours["c.txt"].in_series == Between()


def test_a_series_that_no_headline_names(tmp_path: Path) -> None:
    """One author, one total, numbers that go up with the dates."""
    notes = ("First of three articles.", "Second of three articles.", "Third of three articles.")
    texts = (PRESS, BREAD, BREAD_TOO)
    files = {
        f"{n}.txt": f"# Headline {'abc'[n]}\n\nBy Ada Lovelace\n{n + 1} May 1900\n\n{texts[n]}\n\n{notes[n]}\n"
        for n in range(3)
    } | {"x.txt": f"# Another\n\nBy Charles Babbage\n2 May 1900\n\n{PRESS_TOO}\n\nSecond of three articles.\n"}
    (series,) = read(tmp_path, files).series
    assert [part.path for part in series.parts] == ["0.txt", "1.txt", "2.txt"]
    assert series.total == 3


def test_the_owner_names_a_series(tmp_path: Path) -> None:
    """Wherever it is said; those without a number come last, the earlier first, and headlines with its name join."""
    files = {
        "a.txt": f"---\ntitle: Ink\nseries: The Lost Presses\npart: 2\n---\n\n{PRESS}\n",
        "b.txt": f"Title: Paper\nDate: 1902\nSeries: the lost presses\n\n{BREAD}\n",
        "c.txt": f"# Rags\n\n1 May 1901\n\n{BREAD_TOO}\n",
        "c.yml": "series: The Lost Presses\n",
        "d.txt": f"# The lost presses, part 1\n\n{PRESS_TOO}\n",
    }
    collection = read(tmp_path, files)
    (series,) = collection.series
    assert series.name == "The Lost Presses"
    assert [(part.number, part.path) for part in series.parts] == [
        (1, "d.txt"),
        (2, "a.txt"),
        (3, "c.txt"),
        (4, "b.txt"),
    ]
    assert not collection.findings


def test_a_folder_is_a_series(tmp_path: Path) -> None:
    """Its name comes from the folder, the numbers from the headlines, whatever else these say."""
    files = {
        "mills/_collection.yml": "series: On Mills\n",
        "mills/a.txt": f"# Part 2: The stone\n\n{PRESS}\n",
        "mills/b.txt": f"# Part 1: The wheel\n\n{BREAD}\n",
    }
    (series,) = read(tmp_path, files).series
    assert series.name == "On Mills"
    assert [part.path for part in series.parts] == ["mills/b.txt", "mills/a.txt"]


def test_the_owner_takes_an_article_out_of_a_series(tmp_path: Path) -> None:
    """What looks like a number may be none; and `part` alone corrects one that was read."""
    files = {
        "a.txt": f"# Channel (4)\n\n{PRESS}\n",
        "a.yml": "series: No\n",
        "b.txt": f"# Channel (1)\n\n{BREAD}\n",
        "c.txt": f"# Channel (11)\n\n{BREAD_TOO}\n",
        "c.yml": "part: 2\n",
    }
    (series,) = read(tmp_path, files).series
    assert [(part.number, part.path) for part in series.parts] == [(1, "b.txt"), (2, "c.txt")]


def test_a_series_of_the_owners_keeps_what_is_wrong_in_it(tmp_path: Path) -> None:
    """Two parts of one number are both there, and reported; so is a number that is none, and one part is a series."""
    files = {
        "a.txt": f"Title: Ink\nSeries: Presses\nPart: 1\n\n{PRESS}\n",
        "b.txt": f"Title: Rags\nSeries: Presses\nPart: 1\n\n{BREAD}\n",
        "c.txt": f"Title: Loaves\nSeries: Bread\nPart: the last\n\n{BREAD_TOO}\n",
    }
    collection = read(tmp_path, files)
    bread, presses = collection.series
    assert [part.path for part in presses.parts] == ["a.txt", "b.txt"]
    assert [(part.number, part.path) for part in bread.parts] == [(1, "c.txt")]
    assert [(found.id, found.path, found.detail) for found in collection.findings] == [
        ("same-part", "b.txt", "1 of Presses, as a.txt"),
        ("header-value", "c.txt", "Part: the last"),
    ]


def test_neighbours_in_time_and_by_author(tmp_path: Path) -> None:
    """The undated has none in time; copies are passed over."""
    files = {
        "a.txt": f"# A\n\nBy Ada Lovelace\n1 May 1900\n\n{LONG}\n",
        "b.txt": f"# B\n\n2 May 1900\n\n{BREAD}\n",
        "c.txt": f"# C\n\nBy Ada Lovelace\n3 May 1900\n\n{PRESS}\n",
        "d.txt": f"# D\n\n{BREAD_TOO}\n",
        "e.txt": f"# A\n\nBy Ada Lovelace\n2 May 1900\n\n{LONG}\n",
    }
    found = read(tmp_path, files).neighbours
    assert found["b.txt"].in_time == Between("a.txt", "c.txt")
    assert found["a.txt"].in_time == Between(None, "b.txt")
    assert found["a.txt"].by_author == (("Ada Lovelace", Between(None, "c.txt")),)
    assert found["d.txt"].in_time == Between()
    assert "e.txt" not in found


WORKSHOP = (
    "In a cold year the workshop opened early, and every morning the workers came with a lamp. A wheel turned a belt, "
    "and the belt drove a saw. Nobody spoke before the bell, and the foreman wrote down who was late."
)
GARDEN = (
    "The garden had a wall of brick on which pears grew. Every morning a boy brought water, and in a cold year he put "
    "straw around the roots. The foreman of the gardeners kept seeds in paper bags."
)


def test_two_articles_that_share_a_few_words_are_not_related(tmp_path: Path) -> None:
    """However much these weigh, as there are no others that both have; of one subject, two articles are."""
    apart = {"a.txt": f"# A workshop\n\n{WORKSHOP}\n", "b.txt": f"# A garden\n\n{GARDEN}\n"}
    assert not any(read(tmp_path / "apart", apart).related.values())
    alike = {"a.txt": f"# The press\n\n{PRESS}\n", "b.txt": f"# The cylinder\n\n{PRESS_TOO}\n"}
    assert all(read(tmp_path / "alike", alike).related.values())
