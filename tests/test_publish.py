"""MkDocs builds the pages that ``convert`` writes, and everything else of a site as ever."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from broadsheet.write.folder import MANIFEST
from support.handed import pages_handed
from support.rendering import text_of, words_of
from support.search_index import cards
from support.sites import MKDOCS_YML, ROOT, SEED_FORM, make_site, run, tree

ARTICLE = "2016/06/the-sheet-that-came-out-on-thursdays.html"
OWNER: dict[str, str | bytes] = {
    "about.md": "# About\n\nThe ![mark](images/mark.png) and [the archive](archive/index.md).\n",
    "images/mark.png": b"\x89PNG\r\n\x1a\n",
    "robots.txt": "User-agent: *\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with articles and pages of the owner's, built by plain ``mkdocs build --strict``."""
    folder = tmp_path_factory.mktemp("site")
    make_site(folder, {"000 é.txt": SEED_FORM, "deep/b.txt": "Another <b>title</b> & more\n\nText.\n", **OWNER})
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def page(built: Path, name: str) -> str:
    """A file of the built site."""
    return (built / "site" / name).read_text(encoding="utf-8")


def test_every_article_has_its_page_and_no_source_is_copied(built: Path) -> None:
    """Pages lie at their permalinks; text files that are not articles are copied as they are."""
    names = set(tree(built / "site"))
    assert {ARTICLE, "undated/another-b-title-b-more.html", "2016/index.html", "undated/index.html"} <= names
    assert {"index.html", "archive/index.html", "about.html", "images/mark.png", "robots.txt"} <= names
    texts = sorted(name for name in names if name.endswith(".txt"))
    assert texts == ["assets/fonts/broadsheet-serif-LICENSE.txt", "llms.txt", "robots.txt"]


def test_an_article_shows_its_headline_byline_date_and_text(built: Path) -> None:
    """The words of the source stand in the page, in order."""
    words = words_of(text_of(page(built, ARTICLE)))
    for sentence in ("The sheet that came out on Thursdays", "14 June 2016", "complained that the end of the sentence"):
        wanted = sentence.split()
        assert any(words[at : at + len(wanted)] == wanted for at in range(len(words))), sentence


def test_titles_are_text(built: Path) -> None:
    """Signs of HTML in a headline print as they stand, in the page, the listing and the search index."""
    html = page(built, "undated/another-b-title-b-more.html")
    assert "<title>Another &lt;b&gt;title&lt;/b&gt; &amp; more – Test &amp; &lt;Site&gt;</title>" in html
    assert "Another &lt;b&gt;title&lt;/b&gt; &amp; more</h1>" in html
    assert "Another &lt;b&gt;title&lt;/b&gt; &amp; more" in page(built, "undated/index.html")
    assert "Another <b>title</b> & more" in [card[1] for card in cards(built / "site")]  # set by the script as text


def test_search_holds_articles_without_their_notices(built: Path) -> None:
    """Neither listings nor what was set aside turn up in a search."""
    assert {card[0] for card in cards(built / "site")} == {ARTICLE, "undated/another-b-title-b-more.html"}
    assert not [card for card in cards(built / "site") if "corrections" in card[6]]


def test_the_edit_link_leads_to_the_source(built: Path) -> None:
    """Not to a page that lies nowhere."""
    assert 'href="https://code.example.org/archive/edit/main/content/000%20%C3%A9.txt"' in page(built, ARTICLE) or (
        'href="https://code.example.org/archive/edit/main/content/000 é.txt"' in page(built, ARTICLE)
    )


def test_links_name_files_and_nothing_comes_from_elsewhere(built: Path) -> None:
    """No page loads anything from another host, and inner links end in a file's name."""
    for name in tree(built / "site"):
        if name.endswith(".html"):
            html = page(built, name)
            for loaded in re.findall(r"<(?:script|img|iframe|source)[^>]*\ssrc=\"([^\"]*)\"", html):
                assert not re.match(r"(?:https?:)?//", loaded), (name, loaded)
            for tag in re.findall(r"<link[^>]*>", html):
                assert "canonical" in tag or not re.search(r'href="(?:https?:)?//', tag), (name, tag)
            for link in re.findall(r"<a[^>]*\shref=\"([^\"#:]+)\"", html):
                assert re.search(r"/?[^/]+\.\w+$", link) or name == "404.html", (name, link)


def test_articles_stay_out_of_the_navigation(tmp_path: Path) -> None:
    """The navigation holds front page, archive and the owner's pages, however many articles there are."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, **OWNER})
    config = load_config(str(folder / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    found = {item.file.src_uri for item in get_navigation(files, config).pages}
    assert found == {"index.md", "archive/index.md", "about.md"}


def test_convert_and_the_plugin_give_the_same_pages(tmp_path: Path) -> None:
    """Byte for byte, on the sample."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    handed = pages_handed(files)
    ledger = (ROOT / "permalinks.csv").read_bytes()
    done = run("broadsheet", "convert", "content", "-o", tmp_path / "out", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert (ROOT / "permalinks.csv").read_bytes() == ledger, "the ledger of the sample was not up to date"
    written = {
        name: (tmp_path / "out" / name).read_bytes().decode() for name in tree(tmp_path / "out") if name != MANIFEST
    }
    assert written == handed
    assert len(written) > 30


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    """Whenever they are made: the day of the build is nowhere in the site."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, "b.txt": "Undated\n\nText.\n", **OWNER})
    trees = []
    for environment in ({}, {"SOURCE_DATE_EPOCH": "0"}, {"SOURCE_DATE_EPOCH": "2000000000"}):
        assert run("broadsheet", "build", "-q", cwd=folder, **environment).returncode == 0
        trees.append(tree(folder / "site"))
    assert trees[0] == trees[1] == trees[2]


def test_directory_urls_can_be_chosen(tmp_path: Path) -> None:
    """What the owner writes into mkdocs.yml holds."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML + "use_directory_urls: true\n")
    assert run("mkdocs", "build", "--strict", cwd=folder).returncode == 0
    assert (folder / "site" / ARTICLE.replace(".html", "/index.html")).is_file()


def test_another_theme_works(tmp_path: Path) -> None:
    """The plugin needs no theme of ours."""
    config = MKDOCS_YML.replace("name: broadsheet", "name: material\n  font: false")
    folder = make_site(tmp_path, {"a.txt": SEED_FORM}, config)
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "The sheet that came out on Thursdays" in (folder / "site" / ARTICLE).read_text(encoding="utf-8")


def test_a_wrong_option_is_named(tmp_path: Path) -> None:
    """With the options that there are."""
    folder = make_site(
        tmp_path, {"a.txt": SEED_FORM}, MKDOCS_YML.replace("- broadsheet", "- broadsheet:\n      latst: 3")
    )
    done = run("mkdocs", "build", cwd=folder)
    assert done.returncode == 1
    assert "unknown option 'latst'" in done.stderr
    assert "latest" in done.stderr


def test_gh_deploy_publishes_the_site(tmp_path: Path) -> None:
    """``mkdocs gh-deploy`` pushes the built site to the branch of the pages."""
    git = ["git", "-c", "user.name=Archive desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"]
    folder = make_site(tmp_path / "site", {"a.txt": SEED_FORM})
    (folder / ".gitignore").write_text("site/\n")
    for command in (["init", "--bare", "../remote"], ["init"], ["remote", "add", "origin", "../remote"], ["add", "."]):
        subprocess.run([*git, *command], cwd=folder, check=True, capture_output=True)
    subprocess.run([*git, "commit", "-m", "Articles"], cwd=folder, check=True, capture_output=True)
    identity = {
        f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = run("mkdocs", "gh-deploy", "--strict", "--ignore-version", cwd=folder, **identity)
    assert done.returncode == 0, done.stderr
    shown = [*git, "ls-tree", "-r", "--name-only", "gh-pages"]
    listing = subprocess.run(shown, cwd=tmp_path / "remote", check=True, capture_output=True, text=True).stdout
    assert ARTICLE in listing.splitlines()


def test_what_the_site_excludes_is_not_published(tmp_path: Path) -> None:
    """``exclude_docs`` and ``draft_docs`` hold for articles too, in both front doors."""
    config = MKDOCS_YML + "exclude_docs: |\n  secret.txt\ndraft_docs: |\n  /drafts/\n"
    files: dict[str, str | bytes] = {"a.txt": SEED_FORM, "secret.txt": "# Secret\n", "drafts/b.txt": "# Draft\n"}
    folder = make_site(tmp_path, files, config)
    assert run("mkdocs", "build", "--strict", cwd=folder).returncode == 0
    assert not (folder / "site" / "undated").exists()
    done = run("broadsheet", "export", "-q", cwd=folder)
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == ["a.txt"]


def test_a_page_of_the_owners_may_have_a_source_of_its_own(tmp_path: Path) -> None:
    """Front matter of the owner's is not taken for ours."""
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, "about.md": "---\nsource: Wikipedia\n---\n# About\n\nUs.\n"})
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "SHA-256" not in page(folder, "about.html")


def test_an_excluded_page_leaves_its_place_to_a_listing(tmp_path: Path) -> None:
    """The site has a front page though the owner's is excluded, and the signs of patterns in names mean nothing."""
    files: dict[str, str | bytes] = {"index.md": "# Mine\n", "a.txt": SEED_FORM, "b?.txt": "# B\n", "bc.txt": "# C\n"}
    folder = make_site(tmp_path, files, MKDOCS_YML + "exclude_docs: |\n  /index.md\n  /b\\?.txt\n")
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "The sheet that came out on Thursdays" in page(folder, "index.html")
    assert {name for name in tree(folder / "site") if name.startswith("undated/")} == {
        "undated/c.html",
        "undated/c.md",
        "undated/index.html",
    }


def test_with_directory_urls_the_owners_pages_keep_their_addresses(tmp_path: Path) -> None:
    """No page of theirs is lost to one of ours, and every link leads somewhere."""
    mine = {"archive.md": "# My archive\n", ARTICLE.replace(".html", ".markdown"): "# My sheet\n"}
    folder = make_site(tmp_path, {"a.txt": SEED_FORM, **mine}, MKDOCS_YML + "use_directory_urls: true\n")
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "My archive" in page(folder, "archive/index.html")
    assert "My sheet" in page(folder, ARTICLE.replace(".html", "/index.html"))
    assert "14 June 2016" in page(folder, ARTICLE.replace(".html", "-2/index.html"))


def test_a_page_has_one_skip_link(tmp_path: Path) -> None:
    """To its beginning, whether or not it has headings of its own."""
    text = "The Thursday paper\n\nIt came out late.\n\n## How it was set\n\nBy hand.\n"
    folder = make_site(tmp_path, {"a.txt": text, "about.md": "# About\n\n## Us\n\nUs.\n"})
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    for name in ("undated/the-thursday-paper.html", "about.html", "index.html"):
        html = page(folder, name)
        links = re.findall(r'<a\b[^>]*\bclass="[^"]*skip[^"]*"[^>]*>', html)
        assert [re.findall('href="([^"]*)"', link) for link in links] == [["#content"]], name
    assert '<h2 id="how-it-was-set">' in page(folder, "undated/the-thursday-paper.html")
