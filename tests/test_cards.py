"""Cards: pictures that other sites show beside a link, drawn where the owner wants them."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from broadsheet.errors import BroadsheetError
from broadsheet.finish.cards import SIZE, Card, Look
from broadsheet.finish.cards.drawing import drawn
from broadsheet.finish.cards.typefaces import Typefaces
from support.sites import MKDOCS_YML, ROOT, make_site, run

LOOK = Look("The Sheet", paper="#fdfdfb", ink="#18191b", accent="#8c1c13")
FACE = ROOT / "theme/broadsheet_theme/assets/fonts/broadsheet-serif-latin-400-italic.woff2"
ARTICLE = "# {title}\n\nArchive desk\n3 May 2016\n\nText of it.\n"
FILES = {
    "ink.txt": ARTICLE.format(title="Ink of the Old Sort"),
    "lodz.txt": ARTICLE.format(title="The Presses of Łódź"),
    "hebrew.txt": ARTICLE.format(title="המגדל הנודד"),
}


def with_cards(cards: str = "true", more: str = "") -> str:
    """A configuration that asks for them."""
    return MKDOCS_YML.replace("  name: broadsheet\n", f"  name: broadsheet\n  cards: {cards}\n{more}", 1)


def built(folder: Path) -> dict[str, tuple[str, ...]]:
    """What each page of a built site says of its picture: address, width, height, what is on it, how it is shown."""
    done = run("broadsheet", "build", cwd=folder)
    assert done.returncode == 0, done.stderr
    found = {}
    for file in (folder / "site").rglob("*.html"):
        names = ("og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card")
        html = file.read_text(encoding="utf-8")
        found[file.name] = tuple((re.findall(f'="{name}" content="([^"]*)"', html) or [""])[0] for name in names)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with cards."""
    return make_site(tmp_path_factory.mktemp("cards"), FILES, with_cards())


def test_each_article_has_a_card_and_the_site_one_for_all_else(folder: Path) -> None:
    """The head of a page says where it is, what size it has and what is on it; it is there, and has that size."""
    said = built(folder)
    home = "https://archive.example.org/"
    ink, front, hebrew = said["ink-of-the-old-sort.html"], said["index.html"], said["hmgdl-hnvdd.html"]
    assert ink[1:] == ("1200", "630", "Ink of the Old Sort", "summary_large_image")
    assert front[3] == "Test &amp; &lt;Site&gt;"
    assert hebrew == front, "no typeface has its letters"
    assert said["the-presses-of-lodz.html"][3] == "The Presses of Łódź"
    cards = sorted((folder / "site/assets/cards").iterdir())
    assert {f"{home}assets/cards/{card.name}" for card in cards} == {page[0] for page in said.values()}
    for card in cards:
        with Image.open(card) as picture:
            assert picture.size == SIZE
        assert card.stat().st_size < 40_000
    html = (folder / "site/2016/05/ink-of-the-old-sort.html").read_text(encoding="utf-8")
    assert f'"image":"{ink[0]}"' in html


def test_a_card_is_drawn_once(folder: Path) -> None:
    """An edit of the text draws none, one of the title its own, and the old one goes; the others are the same files."""
    before = built(folder)
    place = folder / "site/assets/cards"
    files = {file.name: file.stat().st_ino for file in place.iterdir()}
    (folder / "content/ink.txt").write_text(FILES["ink.txt"] + "\nMore of it.\n", encoding="utf-8")
    assert built(folder) == before
    assert {file.name: file.stat().st_ino for file in place.iterdir()} == files
    (folder / "content/ink.txt").write_text(ARTICLE.format(title="Ink of the New Sort"), encoding="utf-8")
    after = built(folder)
    (old,) = {page[0] for page in before.values()} - {page[0] for page in after.values()}
    now = {file.name: file.stat().st_ino for file in place.iterdir()}
    assert old.rpartition("/")[2] not in now
    assert len(now) == len(files)
    assert len(now.items() & files.items()) == len(files) - 1


def test_another_colour_makes_other_cards(tmp_path: Path) -> None:
    """Nothing is taken of the last site that was drawn in other colours; the owner's picture stands for the site."""
    make_site(tmp_path, {**FILES, "crest.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}, with_cards())
    before = built(tmp_path)
    more = "  image: crest.svg\n  colours: {accent: '#005a9c'}\n"
    (tmp_path / "mkdocs.yml").write_text(with_cards(more=more), encoding="utf-8")
    after = built(tmp_path)
    assert after["index.html"] == ("https://archive.example.org/crest.svg", "", "", "", "summary_large_image")
    name = "ink-of-the-old-sort.html"
    assert after[name][0] != before[name][0]
    assert (tmp_path / "site/assets/cards" / after[name][0].rpartition("/")[2]).is_file()
    assert not (tmp_path / "site/assets/cards" / before[name][0].rpartition("/")[2]).exists()


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ("fonts/none.ttf", "theme: cards: fonts/none.ttf is not there"),
        ("ink.txt", "is no typeface"),
        ("{font: a.ttf}", "theme: cards is {'font': 'a.ttf'}"),
    ],
)
def test_a_typeface_that_is_none_ends_the_build(tmp_path: Path, cards: str, said: str) -> None:
    """With what to do about it."""
    make_site(tmp_path, FILES, with_cards(cards))
    done = run("broadsheet", "build", cwd=tmp_path)
    assert done.returncode != 0
    assert said in done.stderr


def test_without_an_address_there_are_none(tmp_path: Path) -> None:
    """Since nobody could find them; the build says so."""
    config = "\n".join(line for line in with_cards().splitlines() if not line.startswith("site_url")) + "\n"
    make_site(tmp_path, FILES, config)
    done = run("mkdocs", "build", cwd=tmp_path)
    assert "theme: cards needs site_url" in done.stderr
    assert not (tmp_path / "site/assets/cards").exists()


def test_without_pillow_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no part of what every site needs."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(BroadsheetError) as error:
        Typefaces(())
    assert "broadsheet[cards]" in error.value.remedy


def inked(card: Card) -> tuple[int, int, int, int]:
    """The box of all that is written between the rule and the foot."""
    with Image.open(BytesIO(drawn(card))) as picture:
        part = (
            picture.convert("L").crop((0, 140, SIZE[0], 530)).point([255 if level < 128 else 0 for level in range(256)])
        )
        return part.getbbox() or (0, 0, 0, 0)


@pytest.mark.parametrize(
    "title",
    [
        "Ink",
        "The First Weeklies Carried the News of All Places, and Carried It Late",
        "What the Printer Set When the Post Had Come " * 12,
        "Buchdruckmaschinenfabrikdirektorenversammlungsprotokollführerstellvertreterin",
        "Łódź, Kraków and Poznań",
    ],
)
def test_a_title_has_room(title: str) -> None:
    """Short or long, of many words or one: it stays between the margins."""
    left, top, right, bottom = inked(Card(title, "Archive desk · 3 May 2016", False, LOOK))
    assert 70 <= left <= 100
    assert 0 < top < bottom < 390
    assert left < right <= 1125


def test_the_same_card_has_the_same_bytes() -> None:
    """And all that is on it is in its name."""
    card = Card("Ink", "1833", False, LOOK)
    assert drawn(card) == drawn(Card("Ink", "1833", False, LOOK))
    others = [Card("Inks", "1833", False, LOOK), Card("Ink", "1834", False, LOOK), Card("Ink", "1833", True, LOOK)]
    assert len({card.place, *(other.place for other in others)}) == 4


def test_the_owners_typeface_is_asked_last() -> None:
    """A letter is taken from the theme's faces, if they have it."""
    faces = Typefaces((FACE,))
    assert list(faces.runs("Łódź and a")) == [(1, "Ł"), (0, "ód"), (1, "ź"), (0, " and a")]
    assert not faces.have("קסת")
    assert faces.have("Ink · Łódź")
