"""Which files are articles, and how their bytes are read."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from broadsheet.collect.index.slug import slug
from broadsheet.errors import BroadsheetError
from broadsheet.options import Options
from broadsheet.pipeline import read_site
from broadsheet.read import look_into, read_source
from broadsheet.read.alphabets import by_alphabet
from broadsheet.read.decode import decode
from support.sites import write_files

GERMAN = "Die Zeitung erschien täglich außer sonntags; der „Hausvater“ kostete fünf Groschen – für Übersee zehn."
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]

JAPANESE = "時事新報は明治十五年の三月一日に東京で創刊された。福沢諭吉が社説を書き、読者は朝ごとにそれを読んだ。"
RUSSIAN = (
    "Журнал Современник вышел в Петербурге весной 1836 года. Его издавал Пушкин, и было в нём четыре книжки в год."
)
POLISH = (
    "Gazetę drukowano w nocy, żeby rano leżała już na stołach czytelników. Zecerzy układali wiersze z ołowianych "
    "czcionek, a żaden z nich przy tej pracy nie mógł usiąść, bo stał przed kasztą."
)
UMLAUTS = "Die Zeitung erschien täglich außer sonntags; für Übersee kostete sie fünf Groschen mehr."
OLDER = {
    "iso2022_jp": JAPANESE,
    "cp932": JAPANESE,
    "euc_jp": JAPANESE,
    "big5": "申報是在上海創刊的，那一年是一八七二年。它起初每兩天出一張，後來就天天都有了，讀者可以在街上買到。",
    "gb18030": "申报是在上海创刊的，那一年是一八七二年。它起初每两天出一张，后来就天天都有了，读者可以在街上买到。",
    "euc_kr": "독립신문은 천팔백구십육년 사월 칠일에 서울에서 처음 나왔다. 한글로만 쓴 신문이어서 누구나 읽었다.",
    "mac_roman": "The long bar of the printer’s press was called “the devil’s tail”, and two men pulled it in turns.",
    "cp437": UMLAUTS,
    "cp850": UMLAUTS,
    "koi8-r": RUSSIAN,
    "cp1251": RUSSIAN,
    "cp866": RUSSIAN,
    "cp1250": POLISH,
    "cp1253": "Η Εφημερίς τυπώθηκε στη Βιέννη από το 1790 και ήταν γραμμένη στα ελληνικά, για τους Έλληνες.",
    "cp1255": "העיתון נדפס בלילה, והקוראים קיבלו אותו בבוקר. הסדר עמד ליד התיבות וסידר אות אחר אות.",
    "cp1256": "صدرت الوقائع المصرية في القاهرة، وكانت تطبع في مطبعة بولاق، ويقرؤها الموظفون في كل المدن.",
}
"""A text in each older encoding that is told without a mark; of two that give the same text either may be named."""
LATIN = {
    "cp1250 iso8859_2 Polish": POLISH,
    "cp1250 iso8859_2 Czech": "Noviny se tiskly v noci, aby je čtenáři měli ráno na stole; sazeč při práci stál.",
    "cp1250 iso8859_2 Slovak": "Noviny sa tlačili v noci, aby ľudia mali ráno čo čítať; sadzač žil z práce rúk a stál.",
    "cp1250 iso8859_2 Hungarian": "Az újságot éjjel nyomták, hogy az előfizetők reggel már olvashassák; a szedő állt.",
    "cp1250 iso8859_2 Romanian": "Ziarul se tipărea noaptea, ca cititorii să îl aibă dimineaţa pe masă, în oraş.",
    "cp1250 iso8859_2 Croatian": "Novine su se tiskale noću, da ih čitači već ujutro drže u rukama; slagar je stajao.",
    "cp1254 iso8859_9 Turkish": "Takvimi Vekayi 1831 yılında İstanbul'da çıktı. Gazeteyi devlet bastırıyordu.",
    "cp1257 iso8859_13 Lithuanian": "Laikraštis buvo spausdinamas naktį, kad skaitytojai jį gautų rytą prie dėžės.",
    "cp1257 iso8859_13 Latvian": "Avīze tika drukāta naktī, lai lasītāji to saņemtu no rīta; šo darbu veica burtliči.",
    "cp1252 Icelandic": "Blaðið var prentað á nóttunni, svo að lesendur gætu séð það þegar um morguninn.",
    "cp1252 cp1257 Estonian": "Ajaleht trükiti öösel, et lugejad võiksid seda lugeda; päev läbi jõudis õhtuks koju.",
}
"""A text in each of the Latin alphabets that are not western, by the encodings that have it."""
WESTERN = {
    "Italian": "Il giornale si stampò di notte, perché i lettori lo avessero già il mattino; tipografia è più in là.",
    "Portuguese": "O jornal era impresso à noite, para que os leitores o tivessem de manhã; as máquinas não paravam.",
    "French": "Le journal était imprimé la nuit, pour que les lecteurs l’eussent dès le matin ; où était le prote ?",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_encodings_and_line_ends_give_the_same_lines(tmp_path: Path, encoding: str, end: str) -> None:
    """However a text was saved, the same lines are read."""
    lines = ["Ein Titel", "", GERMAN, "", "Schluß."]
    (tmp_path / "a.txt").write_bytes(end.join(lines).encode(encoding))
    assert list(read_source(tmp_path, "a.txt", Options()).lines) == lines


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *OLDER.items(),
        *((encoding, text) for name, text in LATIN.items() for encoding in name.split()[:-1]),
        *(("cp1252", text) for text in WESTERN.values()),
    ],
)
def test_older_encodings_are_told_by_their_texts(tmp_path: Path, encoding: str, text: str) -> None:
    """A file of one line and one of three give the text that was written."""
    for count in (1, 3):
        (tmp_path / "a.txt").write_bytes("\n".join([text] * count).encode(encoding))
        assert list(read_source(tmp_path, "a.txt", Options()).lines) == [text] * count


@pytest.mark.parametrize("language", WESTERN)
def test_western_texts_have_no_other_alphabet(language: str) -> None:
    """The accents of Italian, read as letters of Czech, are too few for it."""
    assert by_alphabet(WESTERN[language].encode("cp1252")) is None


def test_escapes_state_their_encoding() -> None:
    """ISO-2022-JP says by its escapes what it is; EUC-JP has none, and is assumed."""
    stated, assumed = decode(JAPANESE.encode("iso2022_jp")), decode(JAPANESE.encode("euc_jp"))
    assert stated is not None
    assert assumed is not None
    assert (stated.encoding, stated.stated) == ("iso2022_jp", True)
    assert (assumed.encoding, assumed.stated) == ("euc_jp", False)


def test_a_stated_encoding_is_no_finding(tmp_path: Path) -> None:
    """UTF-8 and byte order marks say it themselves; an assumed encoding is noted."""
    write_files(tmp_path, {"a.txt": GERMAN, "b.txt": GERMAN.encode("cp1252")})
    assert not read_source(tmp_path, "a.txt", Options()).findings
    assert [f.id for f in read_source(tmp_path, "b.txt", Options()).findings] == ["assumed-encoding"]


def test_utf_8_with_a_bad_byte_stays_utf_8(tmp_path: Path) -> None:
    """The bad byte is reported with its line and column; the rest is read as it is."""
    write_files(tmp_path, {"a.txt": f"{GERMAN}\nzwei ".encode() + b"\xff Zeilen"})
    source = read_source(tmp_path, "a.txt", Options())
    assert (source.encoding, source.lines) == ("utf-8", (GERMAN, "zwei \ufffd Zeilen"))
    assert [(f.id, f.line, f.column) for f in source.findings] == [("bad-bytes", 2, 6)]


KANJI = "活字印刷は十五世紀に広まった。"
DAMAGED = {
    "line ends in characters": (b"\n".join(KANJI.encode()[at : at + 10] for at in range(0, 45, 10)), KANJI),
    "surrogates, as CESU-8 has them": ("Für \ud83d\uddde bezahlt".encode("utf-8", "surrogatepass"), "Für 🗞 bezahlt"),
    "a sequence of six bytes": ("Prüfung".encode() + b"\xfd\xbf\xbf\xbd\xa3\xac f\xc3\xbcr", "Prüfung\ufffd für"),
    "a byte of another encoding": ("Приказ 1702 года".encode() + b"\xfc", "Приказ 1702 года\ufffd"),
}


@pytest.mark.parametrize(("data", "text"), DAMAGED.values(), ids=DAMAGED)
def test_damaged_utf_8_is_put_together(data: bytes, text: str) -> None:
    """Characters that were cut are whole again, what is lost is U+FFFD, and the rest is in no other encoding."""
    found = decode(data)
    assert found is not None
    assert (found.encoding, found.text.replace("\n", "")) == ("utf-8", text)
    assert [found.text[at] for at in found.bad] == ["\ufffd"] * text.count("\ufffd")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"\x7fELF\x02\x01\x01\0" + bytes(40)]
)
def test_binary_is_not_text(data: bytes) -> None:
    """Pictures and programs give no text."""
    assert decode(data) is None


def test_which_files_are_articles(tmp_path: Path) -> None:
    """Text files in any folder, but neither hidden ones nor those with a meaning of their own."""
    names = [
        "a.txt",
        "b/c d.txt",
        "b/é.txt",
        ".hidden.txt",
        ".git/x.txt",
        "robots.txt",
        "b/README.txt",
        "page.md",
        "p.png",
    ]
    write_files(tmp_path, dict.fromkeys(names, "text"))
    assert look_into(tmp_path, Options()).articles == (
        "a.txt",
        "b/c d.txt",
        "b/é.txt",
    )
    assert look_into(tmp_path, Options(articles=("*.txt",), exclude=())).articles == (
        "a.txt",
        "robots.txt",
    )
    assert look_into(tmp_path, Options(exclude=("b/**",))).articles == (
        "a.txt",
        "robots.txt",
    )


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    """A folder that holds a link to itself is read once."""
    write_files(tmp_path, {"a/b.txt": "text"})
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    assert look_into(tmp_path, Options()).articles == ("a/b.txt",)


def test_folders_that_link_to_each_other_are_followed_once(tmp_path: Path) -> None:
    """The way back is not taken; a folder that two links lead to is read by both."""
    write_files(tmp_path, {"a/one.txt": "x", "b/two.txt": "x"})
    (tmp_path / "a/to-b").symlink_to(tmp_path / "b")
    (tmp_path / "b/to-a").symlink_to(tmp_path / "a")
    assert look_into(tmp_path, Options()).articles == (
        "a/one.txt",
        "a/to-b/two.txt",
        "b/to-a/one.txt",
        "b/two.txt",
    )


def test_a_folder_that_cannot_be_looked_into_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles of the others are found; the content folder itself ends the work."""
    write_files(tmp_path, {"a/one.txt": "x", "b/two.txt": "x"})
    locked, scandir = {tmp_path / "b"}, os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder) in locked:
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found = look_into(tmp_path, Options())
    assert found.articles == ("a/one.txt",)
    assert [(f.path, f.id, f.detail) for f in found.findings] == [
        ("b", "unreadable-file", "a folder: Permission denied")
    ]
    locked.add(tmp_path)
    with pytest.raises(BroadsheetError, match="cannot be read"):
        look_into(tmp_path, Options())


def test_what_is_hidden_is_asked_for_each_file(tmp_path: Path) -> None:
    """By its path as it is: signs of patterns in a name mean nothing."""
    write_files(tmp_path, {"a?.txt": "x", "ab.txt": "x", "[c].txt": "x", "c.txt": "x", "d.md": "x", "e.md": "x"})
    found = look_into(tmp_path, Options(), {"a?.txt", "[c].txt", "d.md"}.__contains__)
    assert (found.articles, found.pages) == (("ab.txt", "c.txt"), ("e.md",))


def test_the_letters_of_a_name_are_composed(tmp_path: Path) -> None:
    """Some systems give names with each accent apart; the title and the page have them as text has them."""
    name = unicodedata.normalize("NFD", "Übersee-한국.txt")
    write_files(tmp_path, {name: "This text has no headline. It begins with its first sentence. " * 5})
    site = read_site(tmp_path, Options())
    entry = site.collection.entries[0]
    assert (entry.article.path, entry.article.metadata.title) == (name, "Übersee 한국")
    assert entry.permalink == f"undated/{slug('Übersee 한국')}"
    assert 'source: "Übersee-한국.txt"' in site.pages[-1].text
