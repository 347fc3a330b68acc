"""References: what other programs read of them is what the front matter says."""

from __future__ import annotations

import io
import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import frontmatter
import jsonschema
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from latexcodec.codec import UnicodeLatexIncrementalDecoder
from pybtex.database import Entry as BibEntry
from pybtex.database import Person, parse_string

from broadsheet.model import Collection, Entry, PartialDate
from broadsheet.options import Options
from broadsheet.pipeline import read_site
from broadsheet.publish.handouts import Handouts
from broadsheet.write.citations import FORMS, Imprint, harvard, reference_of
from support.articles import article
from support.rendering import text_of
from support.sites import ROOT, make_site, run

IMPRINT = Imprint("The Broadsheet", "https://archive.example.org/paper/")

CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"const": "article-newspaper"},
            "author": {
                "type": "array",
                "items": {
                    "additionalProperties": False,
                    "properties": {name: {"type": "string"} for name in ("family", "given", "suffix", "literal")},
                },
            },
            "issued": {
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                    },
                    "season": {"enum": [1, 2, 3, 4]},
                    "circa": {"type": "boolean"},
                },
            },
            **{name: {"type": "string"} for name in ("title", "container-title", "publisher-place", "language", "URL")},
        },
    },
}
"""The schema of CSL-JSON, as far as we use it."""

HARD = (
    ("{Braces} & 5% of $9 #1 C:\\ink_1 ~a^b", ("Ludwig van Beethoven", "Henry Bell, Jr."), "1988-06"),
    ("The “Press” – a Café", ("Mary Ann Evans", "Archive desk", "J.R.R. Tolkien", "山田太郎"), "1921-22"),
    ("أول مطبعة", ("قسم تاريخ الطباعة",), "183X"),
    ("No date", (), None),
    ("About", ("Jean-Paul Marat",), "1790~"),
)
"""Titles, authors and dates that forms of references have trouble with."""


@cache
def entries() -> tuple[Entry, ...]:
    """The articles of this repository, and some that are hard to cite."""
    made = tuple(
        Entry(article(f"{n}.txt", title, date), f"hard/{n}", authors) for n, (title, authors, date) in enumerate(HARD)
    )
    return (*read_site(ROOT / "content", Options()).collection.entries, *made)


def written(form: str) -> str:
    """All of them in one form."""
    return "".join(FORMS[form].write(reference_of(entry, IMPRINT) for entry in entries()))


def whole(given: str, family: str, suffix: str = "") -> str:
    """A name from its parts."""
    return ", ".join(part for part in (f"{given} {family}".strip(), suffix) if part)


def said(entry: Entry) -> tuple[str, list[str], str, str]:
    """Title, authors, year and address."""
    known = entry.article.metadata
    return known.title, list(entry.authors), str(known.date.year) if known.date else "", f"{IMPRINT.url}{entry.url}"


def test_bibtex_is_read_back() -> None:
    """By pybtex and a codec of LaTeX: title, authors, date, language and address of each article."""
    read = parse_string(written("bibtex"), "bibtex").entries
    assert len(read) == len(entries())
    for entry, one in zip(entries(), read.values(), strict=True):
        fields = one.fields
        title = _from_latex(fields["title"])
        assert (title, _authors(one), fields.get("year", ""), fields["url"]) == said(entry)
        assert fields.get("date", "") == str(entry.article.metadata.date or "")
        assert fields.get("langid") == entry.article.metadata.language


def _authors(entry: BibEntry) -> list[str]:
    return [_name(person) for person in entry.persons.get("author", [])]


def _name(person: Person) -> str:
    family = " ".join([*person.prelast_names, *person.last_names])
    parts = (" ".join([*person.first_names, *person.middle_names]), family, " ".join(person.lineage_names))
    return whole(*map(_from_latex, parts))


def _from_latex(text: str) -> str:
    """By latexcodec, but for braces that are text, and two commands that it does not know."""
    marks = {r"\textbraceleft{}": "\ue000", r"\textbraceright{}": "\ue001", r"\textasciicircum{}": "^", r"\$": "\ue002"}
    for mark, sign in marks.items():
        text = text.replace(mark, sign)
    read = str(UnicodeLatexIncrementalDecoder().decode(text, final=True)) if "\\" in text else text  # type: ignore[no-untyped-call]
    bare = read.replace("{", "").replace("}", "")
    return bare.replace("\ue000", "{").replace("\ue001", "}").replace("\ue002", "$")


def test_ris_is_read_back() -> None:
    """By rispy: title, authors, date, language and address of each article."""
    read = rispy.load(io.StringIO(written("ris")))
    assert len(read) == len(entries())
    for entry, one in zip(entries(), read, strict=True):
        authors = [_turned(name) for name in one.get("authors", [])]
        url = one["urls"][0]
        assert (one["title"], authors, one.get("year", ""), url) == said(entry)
        date = entry.article.metadata.date
        if date and date.exact:
            assert one["date"] == f"{date.exact:%Y/%m/%d}/"
        assert one.get("language") == entry.article.metadata.language
        assert one["type_of_reference"] == "NEWS"


def _turned(name: str) -> str:
    family, *rest = name.split(", ")
    return whole(rest[0] if rest else "", family, rest[1] if len(rest) > 1 else "")


def test_csl_json_is_read_back() -> None:
    """It is of the schema's form, and says title, authors, date, language and address of each article."""
    read = json.loads(written("csl-json"))
    jsonschema.validate(read, CSL)
    assert len(read) == len(entries())
    for entry, one in zip(entries(), read, strict=True):
        authors = [
            whole(a.get("given", ""), a.get("family", a.get("literal", "")), a.get("suffix", ""))
            for a in one.get("author", [])
        ]
        year = str(one["issued"]["date-parts"][0][0]) if "issued" in one else ""
        assert (one["title"], authors, year, one["URL"]) == said(entry)
        assert one.get("language") == entry.article.metadata.language
        date = entry.article.metadata.date
        if date and date.exact:
            assert one["issued"] == {"date-parts": [[date.year, date.month, date.day]]}


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_the_reference_is_what_a_style_makes_of_it() -> None:
    """citeproc-py sets our CSL-JSON by the style *Cite Them Right*; readers see the same words."""
    plain = [entry for entry in entries() if _is_plain(entry.article.metadata.date)]
    items = [json.loads("".join(FORMS["csl-json"].write([reference_of(entry, IMPRINT)])))[0] for entry in plain]
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    book = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        book.register(Citation([CitationItem(item["id"])]))
    made = {_address(str(line)): " ".join(str(line).split()) for line in book.bibliography()}
    assert len(made) == len(plain) > 25
    for entry in plain:
        shown = unescape(re.sub("<[^>]*>", "", harvard(reference_of(entry, IMPRINT))))
        assert shown == made[f"{IMPRINT.url}{entry.url}".casefold()]


def _is_plain(date: PartialDate | None) -> bool:
    """citeproc-py does not know decades, seasons and "circa"."""
    return date is None or not (date.decade or date.season or date.approximate)


def _address(line: str) -> str:
    return line.rpartition("Available at: ")[2].strip().rstrip(".").casefold()


def test_every_page_hands_out_its_references(tmp_path: Path) -> None:
    """The files in a page's own links, read back, say what its front matter says; the reference is there to see."""
    folder = make_site(tmp_path, {name.name: name.read_bytes() for name in (ROOT / "content").rglob("*.txt")})
    assert run("broadsheet", "build", "-q", cwd=folder).returncode == 0
    assert run("broadsheet", "convert", "-q", "-o", "pages", cwd=folder).returncode == 0
    read = 0
    for file in (folder / "pages").rglob("*.md"):
        front = frontmatter.loads(file.read_text(encoding="utf-8")).metadata
        if "source" in front:
            html = (
                (folder / "site" / file.relative_to(folder / "pages")).with_suffix(".html").read_text(encoding="utf-8")
            )
            _compare(front, _files(html), html)
            read += 1
    assert read == len(list((ROOT / "content").rglob("*.txt")))


def _files(html: str) -> dict[str, str]:
    """The files that stand in the links of a page, by the ending of their names."""
    links = re.findall(r'<a href="data:([^"]+)" download="([^"]+)"', html)
    return {name[name.index(".") :]: unquote(unescape(link).partition(",")[2]) for link, name in links}


def _compare(front: dict[str, Any], files: dict[str, str], html: str) -> None:
    bib = next(iter(parse_string(files[".bib"], "bibtex").entries.values()))
    ris = rispy.loads(files[".ris"])[0]
    csl = json.loads(files[".csl.json"])[0]
    assert {_from_latex(bib.fields["title"]), ris["title"], csl["title"]} == {front["title"]}
    names = [[one.get("literal") or whole(one["given"], one["family"]) for one in csl.get("author", [])], _authors(bib)]
    assert [*names, [_turned(name) for name in ris.get("authors", [])]] == [front.get("authors", [])] * 3
    assert bib.fields.get("date", "") == str(front.get("date", ""))
    assert {bib.fields.get("langid"), ris.get("language"), csl.get("language")} == {front.get("language")}
    assert front["title"] in text_of(html.partition('class="cite__reference"')[2].partition("</p>")[0])


def test_without_an_address_there_is_none() -> None:
    """A site that does not know where it will stand is cited by its name."""
    entry = entries()[-1]
    reference = reference_of(entry, Imprint("The Broadsheet"))
    assert "Available" not in harvard(reference)
    assert "url" not in "".join(FORMS["bibtex"].write([reference]))


def test_keys_are_unique() -> None:
    """No two articles of a collection have the same, and none has a sign that BibTeX cannot read."""
    keys = [reference_of(entry, IMPRINT).key for entry in entries()]
    assert len(set(keys)) == len(keys)
    assert not [key for key in keys if re.search(r"[\s,{}()%#~\\\"']", key)]


def test_other_pages_have_no_reference() -> None:
    """Only articles are cited."""
    handouts = Handouts(Collection(entries()), Options(), IMPRINT)
    assert handouts.citation("archive/index.md") is None
    assert handouts.citation(f"{entries()[0].permalink}.md") is not None
