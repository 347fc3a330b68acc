"""The index of the search: what is in it, what is kept from build to build, and that it is always the same."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from multiprocessing import get_all_start_methods
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.cache import Print, Standing
from broadsheet.finish.search import Index, shards
from broadsheet.finish.search import cards as cards_room
from broadsheet.finish.search import vocabulary as vocabulary_room
from broadsheet.finish.search.keeping import load, save
from broadsheet.finish.search.record import Record
from broadsheet.finish.search.shard import build, words_said
from broadsheet.finish.search.varint import encode, encode_one, sizes
from broadsheet.finish.search.vocabulary import Vocabulary
from broadsheet.finish.search.words import forms_of, pattern
from broadsheet.model import Block, Collection, Kind, Matter
from broadsheet.options import Options
from broadsheet.pipeline import read_site
from support.search_index import cards, names, read
from support.sites import MKDOCS_YML, SEED_FORM, make_site, run, tree, write_files
from support.tongues import ARTICLES
from test_trace import TEXTS

chunks = import_module("broadsheet.finish.search.merge")  # the package has a function of that name


def varints(data: bytes) -> list[int]:
    """The numbers in some bytes."""
    found, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value = shift = 0
    return found


def postings(site: Path) -> dict[str, dict[int, list[int]]]:
    """All that an index says: of each form, in which articles and at which places it stands."""
    found: dict[str, dict[int, list[int]]] = {}
    for one, other in zip(names(site, "words"), names(site, "places"), strict=True):
        (words, data), (_, places) = read(site, f"w/{one}"), read(site, f"p/{other}")
        said, at = iter(varints(places)), 0
        for form, count, size in zip(words["forms"], words["counts"], words["docs"], strict=True):
            steps = varints(data[at : at + size])
            at += size
            assert len(steps) == count
            found[form] = {}
            for doc in np.cumsum(steps).tolist():
                found[form][doc] = np.cumsum([next(said) for _ in range(next(said))]).tolist()
        assert next(said, None) is None
        assert len(data) == at + sum(words["counts"])  # one impact for each
    return found


def indexed(collection: Collection, folder: Path, cache: Path | None = None) -> Path:
    """The index of a collection, in a folder of its own."""
    index(collection, folder, cache)
    return folder


def index(
    collection: Collection, folder: Path, cache: Path | None = None, last: Standing | None = None
) -> dict[str, Print]:
    """Write the index of a collection, beside the last one; what was printed."""
    return Index(folder, "en", last, cache).write(collection.entries)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Articles in seven languages, and one with a notice."""
    folder = tmp_path_factory.mktemp("tongues")
    return read_site(write_files(folder, {**ARTICLES, "seed.txt": SEED_FORM}), Options()).collection


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that few articles make many shards."""
    monkeypatch.setattr(shards, "_MOST", 2)


def test_numbers_come_back() -> None:
    """Whatever their size, one by one and many at a time."""
    numbers = [0, 1, 127, 128, 16383, 16384, 2**21 - 1, 2**21, 2**28 - 1]
    assert varints(encode(np.array(numbers))) == numbers
    assert b"".join(map(encode_one, numbers)) == encode(np.array(numbers))
    assert sizes(np.array(numbers)).tolist() == [len(encode_one(number)) for number in numbers]


def test_articles_are_in_it_without_what_is_set_aside(collection: Collection, tmp_path: Path) -> None:
    """Title, author, year and text are found; the notice is not; the words stand in their order."""
    found = postings(indexed(collection, tmp_path))
    at = next(n for n, entry in enumerate(collection.entries) if entry.article.path == "seed.txt")
    for word in ("sheet", "thursdays", "2016", "vienna", "desk"):
        assert at in found[word], word
    assert not any(at in found.get(word, {}) for word in ("corrections", "example", "org"))
    letter, from_ = found["letter"][at], found["from"][at]
    assert [place + 1 for place in letter] == from_  # "a letter from Vienna"


def test_however_the_articles_are_divided_the_index_is_the_same(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One shard or many, kept or made anew: each form stands in the same articles at the same places."""
    whole = postings(indexed(collection, tmp_path / "whole"))
    monkeypatch.setattr(shards, "_MOST", 2)
    parted = indexed(collection, tmp_path / "parted", tmp_path / "cache")
    assert len(list((tmp_path / "cache" / "search").iterdir())) > 4
    assert postings(parted) == whole
    again = indexed(collection, tmp_path / "again", tmp_path / "cache")
    assert tree(again) == tree(parted)


AHEAD = """\
import sys
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path
from broadsheet.finish.search import Index, Indexing, indexing, shards
from broadsheet.options import Options
from broadsheet.pipeline import executor, read_site
folder, site, cache = map(Path, sys.argv[1:])
entries = read_site(folder, Options()).collection.entries
indexing._FEW, shards._MOST, executor.cores = 0, 2, lambda: 2
bare = [replace(entry, topics=()) for entry in entries]
for steps in range(3):
    ended = Indexing(Index(site, "en"))
    ended.begin(bare)
    assert active_children()
    if steps > 0:
        ended.go_on(entries)
    if steps > 1:
        ended.write(entries)
    ended.end()
    assert not active_children() and not ended.prints()
ahead = Indexing(Index(site, "en", None, cache))
ahead.begin(bare)
ahead.go_on(entries)
ahead.write(entries)
print(*sorted(f"{place} {one.sum}" for place, one in ahead.prints().items()), sep="\\n")
"""
"""The two steps, in a process that has no threads, as a build has none; and what is ended before leaves no process."""


@pytest.mark.usefixtures("small_shards")
@pytest.mark.skipif("fork" not in get_all_start_methods(), reason="this system cannot copy a process as it is")
def test_an_index_that_is_begun_before_topics_are_known_is_the_same(tmp_path: Path) -> None:
    """To the byte, with what was printed; what is kept of it is good for the next one."""
    folder, cache = write_files(tmp_path / "in", {**ARTICLES, "seed.txt": SEED_FORM}), tmp_path / "cache"
    collection = read_site(folder, Options()).collection
    known = index(collection, tmp_path / "at once")
    command = [sys.executable, "-c", AHEAD, str(folder), str(tmp_path / "ahead"), str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == sorted(f"{place} {one.sum}" for place, one in known.items())
    assert tree(tmp_path / "ahead") == tree(tmp_path / "at once")
    before = sorted(file.name for file in (cache / "search").iterdir())
    indexed(collection, tmp_path / "again", cache)
    assert sorted(file.name for file in (cache / "search").iterdir()) == before


@pytest.mark.usefixtures("small_shards")
def test_only_what_changed_is_indexed_again(collection: Collection, tmp_path: Path) -> None:
    """One new shard for one changed article; the old one is cleared away; the index knows the new word."""
    kept = tmp_path / "cache" / "search"
    indexed(collection, tmp_path / "one", tmp_path / "cache")
    before = {file.name: file.stat().st_mtime_ns for file in kept.iterdir()}
    entry = collection.entries[3]
    block = entry.article.body[0]._replace(text=f"{entry.article.body[0].text} Corrigendum.")
    matter = replace(entry.article.matter.laid_out, body=(block, *entry.article.body[1:]))
    other = replace(entry, article=replace(entry.article, matter=matter))
    changed = replace(collection, entries=(*collection.entries[:3], other, *collection.entries[4:]))
    site = indexed(changed, tmp_path / "two", tmp_path / "cache")
    after = {file.name: file.stat().st_mtime_ns for file in kept.iterdir()}
    assert len(after.keys() - before.keys()) == len(before.keys() - after.keys()) == 1
    assert before.items() >= {name: time for name, time in after.items() if name in before}.items()
    assert 3 in postings(site)["corrigendum"]


@given(edits=st.lists(st.tuples(st.sampled_from(["edit", "add", "remove"]), st.integers(0, 40)), max_size=3))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_next_index_is_that_of_a_clean_build(
    edits: list[tuple[str, int]], collection: Collection, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """To the byte, whatever was taken from the last one; in small shards and chunks."""
    base = tmp_path_factory.mktemp("edits")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "_MOST", 2)
        patch.setattr(chunks, "_CHUNK", 600)
        patch.setattr(chunks, "_PLACES", 1200)
        known = index(collection, base / "0", base / "cache")
        for number, (edit, at) in enumerate(edits):
            collection = edited(collection, edit, at)
            there = Standing(base / str(number), known)
            known = index(collection, base / str(number + 1), base / "cache", there)
            shutil.rmtree(base / "clean", ignore_errors=True)
            assert tree(indexed(collection, base / "clean")) == tree(base / str(number + 1))


def test_cards_that_are_the_same_are_not_written_again(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those of the shard that is indexed anew; they stay in the last site."""
    monkeypatch.setattr(cards_room, "_FILE", 1)
    known = index(collection, tmp_path / "site", tmp_path / "cache")
    changed = edited(collection, "edit", 0)
    there = Standing(tmp_path / "site", known, remains=True)
    again = index(changed, tmp_path / "new", tmp_path / "cache", there)
    assert len(list((tmp_path / "new" / "search" / "c").iterdir())) == 1
    assert len(there.remaining(again)) >= len(collection.entries) - 1
    indexed(changed, tmp_path / "clean")
    assert again.keys() == tree(tmp_path / "clean").keys()


def edited(collection: Collection, edit: str, at: int) -> Collection:
    """The same, with a word more in an article, with one article more, or with one less."""
    entries = list(collection.entries)
    entry = entries.pop(at % len(entries))
    if edit == "edit":
        matter = entry.article.matter.laid_out
        first = matter.body[0]._replace(text=f"{matter.body[0].text} Corrigendum {at}.")
        entry = replace(entry, article=replace(entry.article, matter=replace(matter, body=(first, *matter.body[1:]))))
    more = [replace(entry, permalink=f"again/{at}")] if edit == "add" else []
    kept = [entry] if edit != "remove" or not entries else []
    return replace(collection, entries=(*entries[: at % 9], *kept, *more, *entries[at % 9 :]))


def test_a_word_more_changes_few_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the word; the bounds of the others stay, and so do their names."""
    monkeypatch.setattr(chunks, "_CHUNK", 600)
    monkeypatch.setattr(chunks, "_PLACES", 1200)
    plates = {f"{n}.txt": [f"# Plate {n}\n\n", *(f"{n * at % 997}th press. " for at in range(60))] for n in range(40)}
    folder = write_files(tmp_path / "in", {name: "".join(lines) for name, lines in plates.items()})
    collection = read_site(folder, Options()).collection
    before = names(indexed(collection, tmp_path / "before"), "words")
    after = names(indexed(edited(collection, "edit", 7), tmp_path / "after"), "words")
    assert len(before) > 20
    assert len(set(after) - set(before)) <= 6


@pytest.mark.parametrize("large", [0, 1500, 2999])
def test_chunks_end_where_they_may(large: int) -> None:
    """None is larger than it may be, but for single forms; none is small, but the last, and one before a large form."""
    forms = [f"{n:04}" for n in range(3000)]
    sizes_of = np.array([60_000 if n == large else 20 + n % 90 for n in range(3000)])
    cuts = list(chunks.cuts_of(forms, sizes_of, sizes_of // 2))
    assert (cuts[0], cuts[-1]) == (0, 3000)
    taken = [int(sizes_of[first:end].sum()) for first, end in pairwise(cuts)]
    assert [size for size in taken if size > chunks._CHUNK] == [60_000]
    assert sum(size < 0.7 * chunks._CHUNK for size in taken) <= 2


@given(text=TEXTS | st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_a_text_is_found_by_the_forms_of_its_words(text: str) -> None:
    """What is looked up piece by piece is what the rules for words say of the whole text; the second time, too."""
    wanted = [form for word in pattern().findall(text) for form in forms_of(word)]
    vocabulary = Vocabulary()
    for _ in range(2):
        found = np.array([vocabulary.finder("en")(piece) for piece in text.split()], dtype=np.int64)
        terms, taken = vocabulary.resolved(found)
        assert [vocabulary.terms[term].partition(" ")[0] for term in terms.tolist()] == wanted
        assert taken.sum() == len(wanted)


def test_a_full_vocabulary_is_begun_anew(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the index is the same."""
    whole = tree(indexed(collection, tmp_path / "whole"))
    monkeypatch.setattr(shards, "_MOST", 2)
    kept = tree(indexed(collection, tmp_path / "kept"))
    monkeypatch.setattr(vocabulary_room, "_MOST", 1)
    assert tree(indexed(collection, tmp_path / "anew")) == kept
    assert kept.keys() & whole.keys()


def test_a_damaged_shard_is_made_anew(tmp_path: Path) -> None:
    """A file that was cut short is as good as none."""
    file = tmp_path / "shard.npz"
    one = record("One", "a body of text")
    shard, kept = build([one], words_said([one], [one.texts])), [("0123456789ab", 1)]
    save(shard, kept, file)
    assert load(file) == (shard, kept)
    file.write_bytes(file.read_bytes()[:200])
    assert load(file) is None
    assert load(tmp_path / "none.npz") is None


def test_a_word_of_the_title_says_more(tmp_path: Path) -> None:
    """Its impact is the greatest, that of the standfirst the next."""
    weighed = []
    for one in (record("flood", "b"), record("a", "b", standfirst="flood"), record("a", "flood")):
        shard = build([one], words_said([one], [one.texts]))
        weighed.append(shard.impacts[shard.forms.split("\n").index("flood")])
    assert weighed == sorted(weighed, reverse=True)
    assert len(set(weighed)) == 3


def test_words_of_a_family_know_one_another(collection: Collection, tmp_path: Path) -> None:
    """The inflections that the collection has, in their language."""
    site = indexed(collection, tmp_path)
    words, _ = read(site, f"w/{names(site, 'words')[0]}")
    kin = {words["forms"][int(at)]: set(families) for at, families in words["kin"].items()}
    assert kin["press"] & kin["presses"]
    assert kin["letter"] & kin["letters"]
    assert "mainz" not in kin


def test_facets_have_what_there_is_to_choose(collection: Collection, tmp_path: Path) -> None:
    """Authors and languages by how many articles they have; none for what all articles share."""
    site = indexed(collection, tmp_path)
    manifest, _ = read(site, "manifest")
    facets = dict(manifest["facets"])
    assert "author" in facets
    assert "publication" not in facets
    languages, said = read(site, f"f/{facets['language']}")
    assert languages["names"][0] == "en"
    assert "German" in languages["labels"]
    assert len(varints(said)) == 2 * len(collection.entries)  # one language each
    assert manifest["years"][0] == [2016, 1]


def test_cards_hold_what_a_result_shows(collection: Collection, tmp_path: Path) -> None:
    """In the order of the collection, with the date in words."""
    site = indexed(collection, tmp_path)
    assert [card[1] for card in cards(site)] == [entry.article.metadata.title for entry in collection.entries]
    url, _, date, day, authors, language, text = cards(site)[0]
    assert (url, date, day, language) == (collection.entries[0].url, "2016-06-14", "14 June 2016", "en")
    assert authors == ["Press history desk"]
    assert "corrections" not in text


def test_a_collection_without_articles_has_an_index(tmp_path: Path) -> None:
    """An empty one, that no search fails on."""
    manifest, _ = read(indexed(Collection(), tmp_path), "manifest")
    assert (manifest["articles"], manifest["firsts"], manifest["ends"]) == (0, [], [])


def test_an_owner_may_want_none(tmp_path: Path) -> None:
    """With `search: false` there is no index, no page, no script and no button."""
    config = MKDOCS_YML.replace("  - broadsheet\n", "  - broadsheet:\n      search: false\n")
    done = run("broadsheet", "build", "-q", cwd=make_site(tmp_path, {"a.txt": SEED_FORM}, config))
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "site" / "search").exists()
    assert "search" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_an_owner_who_still_names_materials_plugin_is_told(tmp_path: Path) -> None:
    """The build goes on, and says that the plugin can go; pages do not load what it writes."""
    config = f"{MKDOCS_YML}  - material/search\n"
    done = run("mkdocs", "build", "--strict", cwd=make_site(tmp_path, {"a.txt": SEED_FORM}, config))
    assert done.returncode == 0, done.stderr
    assert "material/search is not needed" in done.stderr
    assert "search_index" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_another_theme_gets_no_index_that_nothing_reads(tmp_path: Path) -> None:
    """Material's own theme has Material's own search."""
    config = MKDOCS_YML.replace("name: broadsheet\n", "name: material\n", 1)
    done = run("mkdocs", "build", "-q", cwd=make_site(tmp_path, {"a.txt": SEED_FORM}, config))
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "site" / "search" / "manifest.js").exists()


def record(title: str, body: str, standfirst: str = "") -> Record:
    """A record that has little else."""
    front = (Block(Kind.STANDFIRST, standfirst, 2, 2),) if standfirst else ()
    matter = Matter(front, (Block(Kind.PARAGRAPH, body, 3, 3),))
    return Record("a.html", title, (), "", "", None, "en", "", (), (), matter, b"")
