"""``broadsheet check``: all findings at once, and how sure the values are."""

from __future__ import annotations

import json
from pathlib import Path

from broadsheet.collect.doubts import NOT_FOUND, doubtful, how_found
from broadsheet.options import Options
from broadsheet.pipeline import read_collection
from support.sites import SEED_FORM, make_site, run, tree, write_files

LONG = "The river rose in the night and by the morning it had come over the sill of the press room, and more. " * 4


def test_a_collection_without_findings(tmp_path: Path) -> None:
    """Exit status 0, and nothing is written but the cache."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM})
    before = tree(folder)
    done = run("broadsheet", "check", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Doubtful values: none\n")
    assert "\nFindings: none\n" in done.stdout
    assert done.stdout.endswith("1 article; no findings.\n")
    assert {name: sum for name, sum in tree(folder).items() if not name.startswith(".cache/")} == before


def test_findings_are_grouped_with_their_number_place_and_fix(tmp_path: Path) -> None:
    """The kinds that weigh most first; each says once what to do; notes are shown, too."""
    files: dict[str, str | bytes] = {
        "z.txt": b"\0\1\2" * 9,
        "a.txt": "",
        "b.txt": "",
        "c.txt": "---\ntitle: Gas: a history\ndate: 1987\n---\n# Gas\n\nThe lamps were out.\n",
        "d.txt": "# Rags\n\n03/04/1811\n\nThey were dear.\n",
    }
    write_files(tmp_path / "in", files)
    done = run("broadsheet", "check", "in", cwd=tmp_path)
    assert done.returncode == 1
    findings = done.stdout[done.stdout.index("Findings: 5") :]
    order = [
        "  1 × error [binary-file] the file is not text\n    → save it",
        "\n    z.txt\n",
        "  2 × warning [empty-file] the file is empty\n    → delete it",
        "\n    a.txt\n    b.txt\n",
        "  1 × warning [broken-header]",
        "\n    c.txt:2:11 (mapping values",
        "  1 × note [ambiguous-date]",
        "\n    d.txt:3 (03/04/1811)\n",
        "2 articles; 1 error, 3 warnings, 1 note.",
    ]
    places = [findings.index(part) for part in order]
    assert places == sorted(places)


def test_notes_alone_are_fine(tmp_path: Path) -> None:
    """Exit status 0; 2 where there is nothing to check."""
    write_files(tmp_path, {"in/a.txt": "# Rags\n\n03/04/1811\n\nThey were dear.\n"})
    assert run("broadsheet", "check", "in", cwd=tmp_path).returncode == 0
    assert run("broadsheet", "check", "nowhere", cwd=tmp_path).returncode == 2


def test_how_values_were_found(tmp_path: Path) -> None:
    """For each field the rules with their number and mean weight, and in how many articles there was none."""
    write_files(tmp_path, {f"{n}.txt": f"# Number {n}\n\nBy Ada Lovelace\n\nThe text.\n" for n in range(3)})
    write_files(tmp_path, {"x.txt": LONG, "y.txt": SEED_FORM, "y.yml": "author: Charles Babbage\n"})
    articles = [entry.article for entry in read_collection(tmp_path, Options()).entries]
    found = {(f.field, f.rule): (f.articles, f.weight) for f in how_found(articles)}
    weights = {(e.field, e.rule): e.weight for article in articles for e in article.metadata.evidence}
    assert found["title", "title-marked"] == (4, weights["title", "title-marked"])
    assert found["authors", "byline-by"] == (3, weights["authors", "byline-by"])
    assert found["authors", "sidecar"] == (1, 1.0)
    assert found["authors", NOT_FOUND] == (1, None)
    assert found["date", NOT_FOUND] == (4, None)
    for field in ("title", "authors", "date", "language"):
        assert sum(count for (of, _), (count, _) in found.items() if of == field) == 5


def test_the_mean_of_weights(tmp_path: Path) -> None:
    """Of a rule that is not equally sure of all its values."""
    write_files(
        tmp_path, {"a.txt": SEED_FORM, "b.txt": "# Die Presse\n\nDer Drucker und die Zeitung sind nicht von hier.\n"}
    )
    articles = [entry.article for entry in read_collection(tmp_path, Options()).entries]
    weights = [e.weight for article in articles for e in article.metadata.evidence if e.field == "language"]
    (language,) = [f for f in how_found(articles) if f.field == "language"]
    assert language.articles == 2
    assert language.weight == round(sum(weights) / 2, 2)


def test_doubtful_values_come_first_and_the_least_sure_first(tmp_path: Path) -> None:
    """Twenty of them; with -v, all."""
    write_files(tmp_path / "in", {f"{n:02}.txt": LONG for n in range(23)})
    doubts = doubtful(entry.article for entry in read_collection(tmp_path / "in", Options()).entries)
    weights = [doubt.evidence.weight for doubt in doubts]
    assert len(weights) >= 23
    assert weights == sorted(weights)
    short, long = (run("broadsheet", "check", "in", *more, cwd=tmp_path).stdout for more in ([], ["-v"]))
    assert short.startswith(f"Doubtful values: {len(doubts)}\n")
    assert short[: short.index("How values")].count("(file-name)") == 20
    assert f"… and {len(doubts) - 20} more: see them with -v" in short
    assert long[: long.index("How values")].count("(file-name)") == 23


def test_for_programs(tmp_path: Path) -> None:
    """The same in JSON, all of it, in plain ASCII."""
    write_files(tmp_path / "in", {"a.txt": "", "é.txt": LONG, "b.txt": SEED_FORM})
    done = run("broadsheet", "check", "in", "--json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.isascii()
    told = json.loads(done.stdout)
    assert told["articles"] == 2
    assert told["counts"] == {"empty-file": 1, "no-title": 1}
    assert [(f["file"], f["id"], f["severity"], f["line"]) for f in told["findings"]] == [
        ("a.txt", "empty-file", "warning", None), ("é.txt", "no-title", "note", None),
    ]  # fmt: skip
    assert (told["doubtful"][0]["file"], told["doubtful"][0]["rule"]) == ("é.txt", "file-name")
    assert {"field": "date", "rule": None, "articles": 1, "weight": None} in told["found"]
