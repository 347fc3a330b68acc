"""Our pages as files of MkDocs, and which of the owner's files are not to be published."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_theme_dir

from broadsheet.model import Page
from broadsheet.options import Options
from broadsheet.owner.authors import NAME as AUTHORS
from broadsheet.owner.folders import NAME
from broadsheet.owner.sidecar import sidecar_of
from broadsheet.owner.topics import NAME as TOPICS
from broadsheet.publish.dress import FOLDER, FONTS, FRAME, SCRIPTS, SHEETS, coloured, colours_of, faint, short, squeezed
from broadsheet.publish.unwanted import ENGINE, NOT_THE_THEMES, PANEL, SEARCH, without_search
from broadsheet.read import is_container
from broadsheet.read.folder import Hidden, is_article

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

IN_NAV = frozenset(("index.md", "archive/index.md"))
_FONTS = "assets/fonts/"

log = logging.getLogger("mkdocs.plugins.broadsheet")


class OurFile(File):
    """A page of ours as a file that lies nowhere; its text is written when somebody asks for it."""

    def __init__(self, page: Page, config: MkDocsConfig, inclusion: InclusionLevel) -> None:
        """An index may stand for its folder; the address of any other page is the one of the ledger."""
        self.src_uri, self.src_dir, self.dest_dir, self.inclusion = page.path, None, config.site_dir, inclusion
        self.ours, self.generated_by, self.edit_uri = page, "broadsheet", page.file
        self.use_directory_urls = self.name == "index" and config.use_directory_urls

    @property
    def content_string(self) -> str:
        """The whole page, or what a plugin has put in its place."""
        return self.ours.text if self._content is None else super().content_string

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._content = value

    @property
    def content_bytes(self) -> bytes:
        """The same as bytes."""
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._content = value


def read_by_us(paths: Sequence[str], options: Options) -> set[str]:
    """Articles, and what the owner says beside them: none of it is copied into the site."""
    articles = {path for path in paths if is_article(path, options)}
    sidecars = {sidecar_of(path) for path in articles if not is_container(path)}
    return articles | sidecars | {AUTHORS, TOPICS} | {path for path in paths if path.rpartition("/")[2] == NAME}


def file_of(page: Page, config: MkDocsConfig, hidden: Hidden) -> File:
    """A page as a file."""
    if page.path not in IN_NAV:
        inclusion = InclusionLevel.NOT_IN_NAV
    else:  # what excludes the owner's page of that name does not exclude ours
        inclusion = InclusionLevel.INCLUDED if hidden(page.path) else InclusionLevel.UNDEFINED
    return OurFile(page, config, inclusion)


def urls_of(files: Files, apart: Iterable[str], *, directories: bool) -> dict[str, str]:
    """
    Where the pages of a site stand, relative to it, by the path of the Markdown file of each.

    `apart` are the pages of ours that are in no list; of `directories` only those that are an index have the address.
    """
    urls = {file.src_uri: unquote(file.url.removeprefix("./")) for file in files.documentation_pages()}
    for path in apart:
        place = path.removesuffix(".md")
        urls[path] = place.removesuffix("index") if directories and place.endswith("/index") else f"{place}.html"
    return urls


def make_room(files: Files, pages: Sequence[Page], config: MkDocsConfig, options: Options) -> None:
    """Take out what we read and what our pages stand for; put in the articles' own files, if those are published."""
    places = {f"{page.path.removesuffix('.md')}.html" for page in pages}
    ours = read_by_us([file.src_uri for file in files if file.src_dir == config.docs_dir], options)
    for file in list(files):
        if file.dest_uri in places or file.src_uri in (ours if file.src_dir == config.docs_dir else NOT_THE_THEMES):
            files.remove(file)
    for file in originals(pages, config) if options.originals else ():
        files.append(file)


def originals(pages: Iterable[Page], config: MkDocsConfig) -> Iterator[File]:
    """The text files of articles, each to be copied to the place beside its page; what came in a container has none."""
    for page in pages:
        if page.file:
            yield File(page.file, config.docs_dir, config.site_dir, False, dest_uri=original_of(page.path))


def original_of(path: str) -> str:
    """Where the text file of the article stands whose page has this path."""
    return f"{path.removesuffix('.md')}.txt"


def taken_by_owner(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """The files of a site that are the owner's, pages or not."""
    left_out = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
    owners = (file for file in files if file.src_dir == config.docs_dir and file.inclusion not in left_out)
    return frozenset(file.dest_uri for file in owners)


def dressed(files: Files, config: MkDocsConfig) -> None:
    """
    Put the style sheets in the form that pages load; leave out what no page of this theme does, Material's above all.

    Raises `BroadsheetError` where a colour is none.
    """
    if config.theme.name != "broadsheet":
        return
    material = get_theme_dir("material")
    for file in list(files):
        if (file.abs_src_path or "").startswith(material):
            files.remove(file)
    system = config.theme.get("fonts") == "system"
    colours = colours_of(config.theme.get("colours") or {})
    for said in faint(colours):
        log.warning("theme: colours: %s; WCAG 2.2 asks for 4.5 to 1", said)
    frame = [*([] if system else [FONTS]), *FRAME]
    found = {name: files.get_file_from_path(f"{FOLDER}/{name}") for name in (FONTS, *FRAME, *chain(*SHEETS.values()))}
    if None in found.values():
        return  # MkDocs has not added the theme's files: the pages alone are asked for
    texts = {name: file.content_string for name, file in found.items() if file}
    for sheet in filter(None, found.values()):
        files.remove(sheet)
    sheets = {"frame.css": squeezed(*(texts[name] for name in frame), coloured(colours))}
    sheets |= {name: squeezed(*(texts[part] for part in parts)) for name, parts in SHEETS.items()}
    for name, text in sheets.items():
        files.append(File.generated(config, f"{FOLDER}/{name}", content=text))
    if system:
        for file in [file for file in files if file.src_uri.startswith(_FONTS) and file.src_dir != config.docs_dir]:
            files.remove(file)
    for script in [file for file in files if file.src_uri in SCRIPTS]:
        files.remove(script)
        files.append(File.generated(config, script.src_uri, content=short(script.content_string)))
    if not config.theme.static_templates >= SEARCH:
        without_search(files)
    elif (engine := files.get_file_from_path(ENGINE)) and (panel := files.get_file_from_path(PANEL)):
        joined = f"{engine.content_string}{panel.content_string}"
        for script in (engine, panel):
            files.remove(script)
        files.append(File.generated(config, PANEL, content=joined))
