"""The owner's word on all articles, gathered once, and handed out article by article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.errors import BroadsheetError, Finding
from broadsheet.model import Item, TopicRules
from broadsheet.options import Options
from broadsheet.owner.authors import NAME as AUTHORS
from broadsheet.owner.authors import SaidAuthor, read_authors
from broadsheet.owner.corrections import corrections
from broadsheet.owner.folders import above_of, read_folders, zip_folders
from broadsheet.owner.record import record_candidates
from broadsheet.owner.sheet import read_sheet
from broadsheet.owner.sidecar import SILENT, read_sidecar, sidecar_of
from broadsheet.owner.topics import NAME as TOPICS
from broadsheet.owner.topics import read_topics
from broadsheet.owner.yaml_file import YamlFile, parse
from broadsheet.recognise.candidate import Candidate
from broadsheet.recognise.header.stated import NOTHING, Stated


@dataclass(frozen=True, slots=True)
class Word:
    """What the owner says outside of the articles."""

    folders: Mapping[str, YamlFile] = field(default_factory=dict)
    """By folder, those that say something."""
    corrections: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    """Of the review sheet, by the article's path."""
    findings: tuple[Finding, ...] = ()
    """What is wrong in the files that concern more than one article."""
    topics: TopicRules = field(default_factory=TopicRules)
    """Of the topics of the collection."""
    authors: tuple[SaidAuthor, ...] = ()
    """Of those who wrote it."""

    def part(self, paths: Sequence[str]) -> Word:
        """The word on some articles, so that no more than that is sent to another process."""
        given = {path: self.corrections[path] for path in paths if path in self.corrections}
        return Word(self.folders, given, topics=self.topics)

    def of(self, root: Path, item: Item, fields: Mapping[str, str]) -> Stated:
        """The word on one article: review sheet, sidecar, its record, then the folders from the nearest up."""
        above = [self.folders[folder] for folder in above_of(item.path) if folder in self.folders]
        order = next((said.date_order for said in above if said.date_order), None)
        sidecar = _sidecar(root, item, order)
        if sidecar is SILENT and not above and item.path not in self.corrections and not item.record:
            return NOTHING  # as most articles have it
        stated, wrong = record_candidates(item, fields, sidecar.date_order or order)
        return Stated(
            over=(*self.corrections.get(item.path, ()), *sidecar.candidates, *stated),
            under=tuple(candidate for said in above for candidate in said.candidates),
            date_order=sidecar.date_order or order,
            findings=(*sidecar.findings, *wrong),
        )


def _sidecar(root: Path, item: Item, order: str | None) -> YamlFile:
    if not item.container:
        return read_sidecar(root, item.path, order)
    return parse(sidecar_of(item.path), item.sidecar, "sidecar", order=order) if item.sidecar else SILENT


def read_word(root: Path, paths: Sequence[str], options: Options) -> Word:
    """Read what the owner says of the articles at these paths, but for their sidecars."""
    folders = read_folders(root, paths)
    for path in paths:
        if path.lower().endswith(".zip"):
            folders |= zip_folders(root, path, options)
    found = [finding for said in folders.values() for finding in said.findings]
    sidecars = {sidecar_of(path) for path in paths}  # a file of the name of a list may speak of an article
    topics, wrong = (TopicRules(), []) if TOPICS in sidecars else read_topics(root)
    authors, wrongs = ((), []) if AUTHORS in sidecars else read_authors(root)
    found += [*wrong, *wrongs]
    given: Mapping[str, tuple[Candidate, ...]] = {}
    if options.review is not None:
        file = Path(options.review)
        try:
            given, wrong = corrections(read_sheet(file), root, paths)
            found += wrong
        except BroadsheetError as error:
            found.append(Finding(file.name, 0, 0, "broken-sheet", error.cause.replace(str(file), file.name)))
    return Word(folders, given, tuple(found), topics, authors)
