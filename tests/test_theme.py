"""The theme: what the owner can set, what machines read of a page, what a page weighs."""

from __future__ import annotations

import json
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import extruct
import pytest

from broadsheet.errors import BroadsheetError
from broadsheet.options import Options
from broadsheet.pipeline import read_collection, read_site
from broadsheet.publish.dress import colours_of
from broadsheet.trace import Step
from broadsheet.words import LANGUAGES, words_of
from broadsheet.write.changes import changes_of
from broadsheet.write.dates import calendar_date
from support.sites import MKDOCS_YML, ROOT, SEED_FORM, make_site, run, write_files

THEME = ROOT / "theme" / "broadsheet_theme"
FORMS = "1896/03/every-sort-of-type-in-one-forme.html"
SIGNS = 'The "Times" & </script><b>'
LONG = "The printer set what the post had brought and when the page was full he stopped. " * 56
"""A text of 900 words."""
ARTICLE = "2016/06/the-sheet-that-came-out-on-thursdays.html"


class Tags(HTMLParser):
    """The tags of a page, each with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def named(self, name: str) -> list[str]:
        """What the meta tags of a name say."""
        return [a["content"] for tag, a in self.tags if tag == "meta" and name in (a.get("name"), a.get("property"))]

    def linked(self, rel: str) -> list[str]:
        """Where the links of a kind lead."""
        return [a["href"] for tag, a in self.tags if tag == "link" and a.get("rel") == rel]


def built(folder: Path, theme: str, more: str, files: Mapping[str, str]) -> Path:
    """A site with these settings of the theme, and more below, built."""
    config = MKDOCS_YML.replace("  name: broadsheet\n", f"  name: broadsheet\n{theme}", 1) + more
    make_site(folder, {"a.txt": SEED_FORM, **files}, config)
    done = run("broadsheet", "build", "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def read(site: Path, path: str = ARTICLE) -> str:
    """A page."""
    return (site / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of odd articles, without any setting."""
    files = {
        "signs.txt": f"# {SIGNS}\n\n3 May 2017\n\nText of it.\n",
        "month.txt": "# A Month’s Work\n\nMay 1987\n\nText of the month.\n",
        "long.txt": f"# A Long Sheet\n\nArchive desk\n3 May 2016\n\n{LONG}\n",
    }
    return built(tmp_path_factory.mktemp("odd"), "", "", files)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with all that an owner may add."""
    folder = tmp_path_factory.mktemp("rich")
    write_files(
        folder / "overrides",
        {
            "main.html": '{% extends "base.html" %}{% block announce %}<p>Closed in May.</p>{% endblock %}',
            "partials/search.html": "<footer>Ours</footer>",
            "assets/stylesheets/listing.css": "/* Ours */\n.listing { color: teal }",
        },
    )
    theme = (
        "  custom_dir: overrides\n  logo: crest.svg\n  image: crest.svg\n"
        "  licence: {name: CC BY 4.0, url: https://example.org/by}\n"
        "  hosts: ['https://pictures.example.org']\n"
        '  colours:\n    paper: ["#ffffff", "#000000"]\n    accent: "#005a9c"\n    muted: "#bbbbbb"\n'
    )
    more = "extra_css: [mine.css]\nextra_javascript: [https://stats.example.org/count.js]\n"
    files = {"mine.css": "p { margin: 0 }", "crest.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    return built(folder, theme, more, files)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A German site without all that can be left out, and with its originals."""
    folder = tmp_path_factory.mktemp("bare")
    theme = "  language: de\n  fonts: system\n  switches: false\n  security_policy: false\n"
    site = built(folder, theme, "", {})
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert not list(site.rglob("20*/**/*.txt"))
    (folder / "mkdocs.yml").write_text(config.replace("  - broadsheet\n", "  - broadsheet:\n      originals: true\n"))
    assert run("broadsheet", "build", "-q", cwd=folder).returncode == 0
    return site


# ---- What machines read ----


def test_a_reference_manager_reads_title_authors_and_date(showcase: Path) -> None:
    """From the tags of Highwire Press, an author from each tag; the journal is the one that printed the article."""
    tags = Tags(read(showcase, FORMS))
    assert tags.named("citation_title") == ["Every Sort of Type in One Forme"]
    assert tags.named("citation_author") == ["Typography desk", "Printing desk"]
    assert tags.named("citation_publication_date") == ["1896/03/07"]
    assert tags.named("citation_journal_title") == ["The Compositors’ Weekly"]
    assert tags.named("citation_fulltext_html_url") == [f"https://archive.example.org/{FORMS}"]


def test_the_tags_of_every_article_say_what_its_front_matter_says(showcase: Path) -> None:
    """Title, authors, date and language, of each article of the sample."""
    entries = read_collection(showcase.parent / "content", Options()).entries
    assert len(entries) > 30
    for entry in entries:
        meta, tags = entry.article.metadata, Tags(read(showcase, entry.url))
        assert tags.named("citation_title") == [meta.title]
        assert tags.named("citation_author") == list(meta.authors)
        assert [date.replace("/", "-") for date in tags.named("citation_publication_date")] == (
            [calendar_date(str(meta.date))] if meta.date else []
        )
        assert tags.named("citation_language") == ([meta.language] if meta.language else ["ar"])


def test_libraries_read_the_same_from_every_form(showcase: Path) -> None:
    """JSON-LD, Dublin Core and Open Graph, as a library parses them back."""
    found = extruct.extract(read(showcase, FORMS), syntaxes=["json-ld", "dublincore", "opengraph"], uniform=True)
    article, crumbs = found["json-ld"][0]["@graph"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "Every Sort of Type in One Forme"
    assert [author["name"] for author in article["author"]] == ["Typography desk", "Printing desk"]
    assert (article["datePublished"], article["inLanguage"]) == ("1896-03-07", "en")
    assert [item["item"] for item in crumbs["itemListElement"]] == [
        "https://archive.example.org/", "https://archive.example.org/1896/index.html",
        f"https://archive.example.org/{FORMS}",
    ]  # fmt: skip
    core = [(each["name"], each["content"]) for each in found["dublincore"][0]["elements"]]
    assert [text for name, text in core if name == "DC.creator"] == ["Typography desk", "Printing desk"]
    assert ("DC.date", "1896-03-07") in core
    assert found["opengraph"][0]["og:title"] == "Every Sort of Type in One Forme"
    assert found["opengraph"][0]["@type"] == "article"


def test_signs_in_a_headline_break_no_head(odd: Path) -> None:
    """Quotes, angles and what ends a script stay text."""
    html = read(odd, next(odd.glob("2017/05/*.html")).relative_to(odd).as_posix())
    assert Tags(html).named("citation_title") == [SIGNS]
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert data is not None
    assert json.loads(data[1])["@graph"][0]["headline"] == SIGNS


def test_a_partial_date_stays_partial(odd: Path) -> None:
    """No day is added to a month, and what has no day is no news of one."""
    html = read(odd, "1987/05/a-months-work.html")
    assert Tags(html).named("citation_publication_date") == ["1987/05"]
    assert '"@type":"Article"' in html
    assert '"datePublished":"1987-05"' in html


# ---- What a page weighs ----


def test_material_is_not_published(showcase: Path) -> None:
    """Neither its bundle nor its styles; a page asks for two style sheets and two scripts."""
    files = {file.relative_to(showcase).as_posix() for file in (showcase / "assets").rglob("*") if file.is_file()}
    assert {name for name in files if name.endswith((".js", ".css"))} >= {
        "assets/stylesheets/frame.css", "assets/stylesheets/article.css", "assets/stylesheets/listing.css",
        "assets/javascripts/reader.js",
    }  # fmt: skip
    assert not [name for name in files if "bundle" in name or "lunr" in name or "material" in name]
    tags = Tags(read(showcase, FORMS))
    assert len(tags.linked("stylesheet")) == 2
    scripts = [a["src"].removeprefix("../../assets/javascripts/") for tag, a in tags.tags if "src" in a]
    assert scripts == ["reader.js", "search.js"]


def test_a_long_article_weighs_little(odd: Path) -> None:
    """
    Besides its text of 900 words, its HTML has at most 16 KB; all of a first view at most 35 without typefaces, and 90
    with them.
    """
    html = read(odd, "2016/05/a-long-sheet.html")
    assert len(html.encode()) - len(LONG.encode()) <= 16_000
    names = ("stylesheets/frame.css", "stylesheets/article.css", "javascripts/reader.js", "images/favicon.svg")
    total = len(html.encode()) + sum((odd / "assets" / name).stat().st_size for name in names)
    assert total <= 35_000
    faces = [(odd / "assets/fonts" / f"broadsheet-serif-latin-{face}.woff2") for face in ("400-normal", "600-normal")]
    assert total + sum(face.stat().st_size for face in faces) <= 90_000


# ---- The owner's hand ----


def test_colours_of_the_owners_are_in_the_style_sheet(rich: Path) -> None:
    """For day and night; the colour of the paper is told to the browser too."""
    assert "--accent:light-dark(#005a9c,#005a9c)" in read(rich, "assets/stylesheets/frame.css")
    assert Tags(read(rich)).named("theme-color") == ["#ffffff", "#000000"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"accent": "blue"}, "theme: colours: accent is 'blue'"),
        ({"accent": ["#005a9c"]}, "theme: colours: accent is ['#005a9c']"),
        ({"acent": "#005a9c"}, "theme: colours names 'acent'"),
        (["#005a9c"], "theme: colours is ['#005a9c']"),
    ],
)
def test_what_is_no_colour_is_refused(given: object, said: str) -> None:
    """With its name, and what would be one."""
    with pytest.raises(BroadsheetError) as error:
        colours_of(given)
    assert error.value.cause == said
    assert "accent" in error.value.remedy or "#005a9c" in error.value.remedy


def test_a_wrong_colour_ends_the_build_and_a_faint_one_is_told(tmp_path: Path) -> None:
    """The one with the line to mend, the other with the time of day and its contrast."""
    for colour, status, said in (("grey", 1, "muted is 'grey'"), ("#bbbbbb", 0, "muted by day: 1.9 to 1")):
        theme = f"  name: broadsheet\n  colours: {{muted: '{colour}'}}\n"
        make_site(tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML.replace("  name: broadsheet\n", theme))
        done = run("mkdocs", "build", cwd=tmp_path)
        assert (done.returncode, said in done.stderr) == (status, True), done.stderr


def test_logo_licence_and_picture_are_shown(rich: Path) -> None:
    """The logo by the name of the site, the licence as a link, the picture by its whole address."""
    html = read(rich)
    assert '<img src="../../crest.svg" alt="Test &amp; &lt;Site&gt;">' in html
    assert '<a href="https://example.org/by" rel="license">CC BY 4.0</a>' in html
    assert Tags(html).named("og:image") == ["https://archive.example.org/crest.svg"]


def test_the_policy_allows_what_the_owner_asks_for(rich: Path, bare: Path) -> None:
    """Hosts that are named, those of the owner's own scripts and styles; of scripts in a line only the one known."""
    (policy,) = [a["content"] for tag, a in Tags(read(rich)).tags if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    allowed = "'self' https://pictures.example.org https://stats.example.org"
    assert re.sub("'sha256-[^']+' ", "", rules["script-src"]) == allowed
    assert rules["object-src"] == "'none'"
    assert "Content-Security-Policy" not in read(bare)


def test_blocks_and_files_can_be_replaced(rich: Path) -> None:
    """As in any theme: a block of the frame, a partial, a style sheet, sheets of the owner's own."""
    html = read(rich)
    assert "<p>Closed in May.</p>" in html
    assert "<footer>Ours</footer>" in html
    assert read(rich, "assets/stylesheets/listing.css") == ".listing{color:teal}"
    assert Tags(html).linked("stylesheet")[-1] == "../../mine.css"


def test_a_site_may_do_without_typefaces_and_switches(bare: Path) -> None:
    """Then neither their files nor the buttons are in it."""
    assert not (bare / "assets/fonts").exists()
    assert "@font-face" not in read(bare, "assets/stylesheets/frame.css")
    assert "data-dark" not in read(bare)


def test_the_site_speaks_the_language_of_its_theme(bare: Path) -> None:
    """Frame, listings, dates and numbers; the article keeps its own."""
    archive, article, year = read(bare, "archive/index.html"), read(bare), read(bare, "2016/index.html")
    assert '<html lang="de" dir="ltr">' in archive
    assert "<h1>Archiv</h1>" in archive
    assert "1 Artikel" in archive
    assert ">2010er Jahre</h2>" in archive
    assert ">Titelseite</a>" in article
    assert "By Press history desk" in re.sub("<[^>]+>", "", article)
    assert "14. Juni 2016" in year
    assert ">Juni</h2>" in year


def test_the_collection_leads_to_its_data_and_feeds(tmp_path: Path) -> None:
    """To each file that is published, which is there."""
    asked = "  - broadsheet:\n      data: [csv, bibtex]\n      feeds: [atom]\n"
    make_site(tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML.replace("  - broadsheet\n", asked))
    assert run("broadsheet", "build", "-q", cwd=tmp_path).returncode == 0
    site = tmp_path / "site"
    html = read(site, "collection/index.html").partition('id="downloads"')[2].partition("</section>")[0]
    found = dict(re.findall(r'href="\.\./([^"]+)"[^>]*>([^<]+)<', html))
    assert found == {"data/articles.csv": "CSV", "data/articles.bib": "BibTeX", "atom.xml": "Atom"}
    assert all((site / path).is_file() for path in found)


def test_the_text_file_of_an_article_may_be_published(bare: Path) -> None:
    """Byte for byte, beside its page, which leads to it."""
    copied = ARTICLE.replace(".html", ".txt")
    assert (bare / copied).read_bytes() == SEED_FORM.encode()
    assert f'<a href="../../{copied}"' in read(bare)


# ---- What was changed ----


def test_each_change_is_told_below_the_article(odd: Path) -> None:
    """Its rule and lines; where signs changed, what went and what came; where lines were joined, the lines alone."""
    html = read(odd)
    assert '<code>title-marked</code> line 3 <q dir="auto"><del># </del>The sheet that came out ' in html
    assert "<code>rejoin</code> lines 10–12" in html
    assert re.search(r"SHA-256: <code>[0-9a-f]{64}</code>", html)


def test_many_changes_are_not_all_shown() -> None:
    """The page of a text that was changed throughout does not double."""
    changes = changes_of(Step("mojibake", n, n, f"{'x' * 500} Ã© {n}", f"{'x' * 500} é {n}") for n in range(1, 100))
    assert (len(changes.shown), changes.left) == (12, 87)
    assert max(len(change.opening + change.before + change.after + change.closing) for change in changes.shown) < 150


# ---- The front page ----


SHEET = "---\ntitle: Sheet {n}\ndate: {date}\ntopics: [Tides, Mills]\n---\n\nText {n}.\n"


def pages_of(folder: Path, number: int, **options: object) -> dict[str, str]:
    """The pages of a collection of so many articles, one a day, with two topics."""
    files = {f"{n:03}.txt": SHEET.format(n=n, date=f"{1990 + n % 9}-05-{n % 28 + 1:02}") for n in range(number)}
    site = read_site(write_files(folder, files), Options(**options))  # type: ignore[arg-type]
    return {page.path: page.text for page in site.pages}


def headings(page: str) -> list[str]:
    """The headings of a page, without their links."""
    return [re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text) for text in re.findall(r"^## (.*)$", page, re.MULTILINE)]


def test_the_front_page_has_its_blocks(tmp_path: Path) -> None:
    """Cards, the topics, the latest, the newest day that other years have something of; no article twice."""
    front = pages_of(tmp_path, 100)["index.md"]
    assert headings(front) == ["Tides", "Mills", "Latest", "27 May in other years"]
    assert 'blocks: ["cards", "topics", "topics", "latest", "on-this-day"]' in front
    articles = re.findall(r"\]\((\d{4}/\d\d/[^)]*)\)", front)
    assert len(articles) == len(set(articles)) > 15


@pytest.mark.parametrize("number", [1, 2, 3, 7])
def test_a_small_collection_has_a_front_page(tmp_path: Path, number: int) -> None:
    """With all of its articles, and no empty block."""
    front = pages_of(tmp_path, number)["index.md"]
    assert len(re.findall(r"^-   \*\*\[", front, re.MULTILINE)) == number
    assert "\n\n\n" not in front


def test_pins_come_first(tmp_path: Path) -> None:
    """By file or URL, in the order given; the blocks in the order of the option."""
    pinned = ("007.txt", "1990/05/sheet-0.html")
    front = pages_of(tmp_path, 60, pinned=pinned, front=("latest",))["index.md"]
    assert re.findall(r"Sheet \d+", front.partition("\n---\n")[2])[:2] == ["Sheet 7", "Sheet 0"]
    assert headings(front) == ["Latest"]


def test_a_pinned_article_stands_once(tmp_path: Path) -> None:
    """Though it is among the newest, too."""
    newest = "008.txt"
    front = pages_of(tmp_path, 9, pinned=(newest,))["index.md"]
    assert re.findall(r"\[Sheet (\d+)\]", front).count("8") == 1


def test_a_pin_that_names_nothing_is_found(tmp_path: Path) -> None:
    """The site is built without it."""
    write_files(tmp_path, {"a.txt": SEED_FORM})
    findings = read_site(tmp_path, Options(pinned=("b.txt",))).collection.findings
    assert [(finding.id, finding.detail) for finding in findings] == [("unknown-pin", "b.txt")]


# ---- The words ----


def fields_in(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts_of(language: str) -> Iterator[tuple[str, str]]:
    """Each key of a catalogue with each of its texts."""
    for key, text in words_of(language).texts.items():
        for form in [text] if isinstance(text, str) else text.values():
            yield key, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_whole(language: str) -> None:
    """Each has the keys of the English one, with the same fields and no sign of HTML; each plural that it needs."""
    english, own = words_of("en"), words_of(language)
    assert list(own.texts) == list(english.texts)
    wanted: dict[str, set[str]] = {}
    for key, text in texts_of("en"):
        wanted.setdefault(key, set()).update(fields_in(text))
    for key, text in texts_of(language):
        assert fields_in(text) <= wanted[key], key
        assert isinstance(own.texts[key], dict) or fields_in(text) == wanted[key], key
        assert not set(text) & set("<>&\"'*_[]`"), key
    for key, forms in own.texts.items():
        if not isinstance(forms, str):
            assert {own.locale.plural_form(n) for n in range(200)} <= set(forms), key


def test_every_word_is_used_and_every_use_has_a_word() -> None:
    """In the templates and in the program."""
    sources = [*THEME.rglob("*.html"), *(ROOT / "generator").rglob("*.py")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    asked = set(re.findall(r"""\b(?:words|said)\(\s*["'](\w+)["']""", text)) | set(re.findall(r'else "(line)"', text))
    known = set(tomllib.loads((ROOT / "generator/broadsheet/words/en.toml").read_text(encoding="utf-8")))
    assert asked <= known
    indirect = {"series", "places", "publications", "archive", "topics", "authors"}
    assert {key for key in known - asked - indirect if not key.startswith(("count_", "search_"))} == set()
