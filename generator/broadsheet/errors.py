"""What can be wrong: findings, which are reported while the work goes on, and errors, which end it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: errors and warnings make the exit status 1, notes do not."""

    ERROR = "error"
    """Something of the source is not in the result."""
    WARNING = "warning"
    """The result is whole, but the owner should look."""
    NOTE = "note"
    """Something was assumed."""


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One kind of finding, with its stable id."""

    id: str
    severity: Severity
    cause: str
    remedy: str


_KINDS = (
    FindingKind("no-articles", Severity.WARNING, "the folder holds no article",
                "put text files (*.txt) into it, or set the option `articles`"),
    FindingKind("empty-file", Severity.WARNING, "the file is empty",
                "delete it, or write the article into it"),
    FindingKind("binary-file", Severity.ERROR, "the file is not text",
                "save it as plain text in UTF-8, or name it in the option `exclude`"),
    FindingKind("unreadable-file", Severity.ERROR, "the file cannot be read",
                "mend its permissions, or the link that leads nowhere"),
    FindingKind("large-file", Severity.ERROR, "the file is too large for an article and was left out",
                "split it into articles, or raise the option `max_megabytes`"),
    FindingKind("bad-record", Severity.ERROR, "a record of a container gives no article",
                "mend the line named, or say by the option `fields` where its text stands"),
    FindingKind("broken-container", Severity.ERROR, "the container cannot be read to its end",
                "fetch or pack it again; what could be read is there"),
    FindingKind("broken-header", Severity.WARNING, "the `---` header is not valid YAML and was not used",
                "mend the line named; put a value with `: ` or `#` in it between quotes"),
    FindingKind("header-value", Severity.WARNING, "a value is not of the form its key asks for",
                "write title and language as text, authors as a list, a date as 2017-07-10, 2017-07 or 2017,"
                " a part as 2"),
    FindingKind("broken-yaml", Severity.WARNING, "the file is not valid YAML and was not used",
                "mend the line named; put a value with `: ` or `#` in it between quotes"),
    FindingKind("unknown-key", Severity.NOTE, "the key is not known here and was passed over",
                "mend its spelling, or delete it; the manual lists the keys under \"Corrections\""),
    FindingKind("broken-sheet", Severity.WARNING, "the review sheet was not used",
                "write one by `broadsheet review -o FILE`, or mend the option `review`"),
    FindingKind("sheet-encoding", Severity.WARNING, "the review sheet is not UTF-8; letters may have been lost in it",
                "save it as \"CSV UTF-8\""),
    FindingKind("sheet-value", Severity.WARNING, "a cell of the review sheet is not of its column's form",
                "write a title as text, authors parted by `;`, a date as 2017-07-10, 2017-07 or 2017, a part as 2"),
    FindingKind("sheet-row", Severity.NOTE, "a corrected row of the review sheet belongs to no article",
                "delete the row, or mend its path"),
    FindingKind("unknown-pin", Severity.WARNING, "the option `pinned` names an article that is not there",
                "give the path of its file in the content folder, or its URL in the site"),
    FindingKind("same-permalink", Severity.WARNING, "two articles have the same title and date",
                "both are kept, the later one under a URL with a number; delete one if it is a copy"),
    FindingKind("ambiguous-author", Severity.NOTE, "a name may be that of two authors, and stands by itself",
                "say in `authors.yml` whose it is, under `also`"),
    FindingKind("duplicate", Severity.WARNING, "the article is in the collection already, word for word",
                "delete it, or keep both: the later one points to the first"),
    FindingKind("near-duplicate", Severity.NOTE, "the article is nearly the same as another",
                "compare both, and delete one if it is an earlier state; the later one points to the first"),
    FindingKind("same-part", Severity.WARNING, "two articles of a series have the same number",
                "both are kept, the earlier one first; say which is which by the key `part`"),
    FindingKind("author-rule", Severity.WARNING, "an entry in the list of authors cannot be used as it stands",
                "write it as the manual shows under \"Authors\""),
    FindingKind("topic-rule", Severity.WARNING, "a rule for topics is not of its key's form and was not used",
                "write it as the manual shows under \"Topics\""),
    FindingKind("shared-permalink", Severity.NOTE, "the URL that it would have is another article's",
                "both are kept, and neither URL changes any more; nothing has to be done"),
    FindingKind("withdrawn-article", Severity.WARNING, "an article that was published is gone; its URL is kept for it",
                "put it back if it was lost; this is said until a build has noted it in the ledger"),
    FindingKind("edited-page", Severity.WARNING, "a page written earlier was changed by hand and is left as it is",
                "move the change into the article, then delete the page to have it written anew"),
    FindingKind("foreign-file", Severity.ERROR, "a file that Broadsheet did not write stands in the way of a page",
                "move it out of the output folder"),
    FindingKind("lost-letters", Severity.ERROR, "letters of the article are missing in the result",
                "report this as a bug; set the text under a `---` header as a way round"),
    FindingKind("no-title", Severity.NOTE, "no title was recognised; the file's name stands for it",
                "put the title on a line of its own at the top, or into a header"),
    FindingKind("ambiguous-date", Severity.NOTE, "the date may be read day first or month first; it was not used",
                "write it as 2017-07-10, or put it into a header"),
    FindingKind("assumed-encoding", Severity.NOTE, "the encoding is not stated and was assumed",
                "save the file as UTF-8"),
    FindingKind("bad-bytes", Severity.WARNING, "the file is UTF-8 but for some bytes, shown as U+FFFD",
                "find the original, or correct the place named"),
    FindingKind("no-site-url", Severity.NOTE, "the address of the site is not said; feeds and sitemap were left out",
                "set `site_url` in mkdocs.yml; whatever opens from disk does without"),
    FindingKind("host-limit", Severity.NOTE, "the site is larger than some hosts take",
                "set `markdown: 0`, `feeds_of: 0` or `topics: 4`, or choose a host without that limit"),
)  # fmt: skip

KINDS: dict[str, FindingKind] = {kind.id: kind for kind in _KINDS}
"""Every kind of finding by id, in the order of the manual."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found while working, with its place."""

    path: str
    """The file, relative to the content folder, with `/`; empty where it concerns the whole."""
    line: int
    """1 for the first line; 0 where it concerns the whole file."""
    column: int
    """1 for the first character; 0 where it concerns the whole line."""
    id: str
    """The id of its kind, a key of `KINDS`."""
    detail: str = ""
    """What is special to this case."""

    @property
    def kind(self) -> FindingKind:
        """Its kind: severity, cause and remedy."""
        return KINDS[self.id]

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.kind.severity

    @property
    def weighs(self) -> bool:
        """Whether it makes the exit status 1."""
        return self.severity != Severity.NOTE

    @property
    def place(self) -> str:
        """``file``, ``file:line`` or ``file:line:column``."""
        parts = [self.path or "."] + [str(n) for n in (self.line, self.column) if n]
        return ":".join(parts)

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.place}: {self.severity} [{self.id}] {self.kind.cause}{detail}: {self.kind.remedy}"


class BroadsheetError(Exception):
    """An error that ends the work: what is wrong, and what to do."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}: {remedy}")
        self.cause = cause
        self.remedy = remedy


class OptionError(BroadsheetError):
    """An option that cannot be used."""


class UnreadableError(BroadsheetError):
    """A file that gives no text; its finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.kind.cause, finding.kind.remedy)
        self.finding = finding

    def __reduce__(self) -> tuple[type[UnreadableError], tuple[Finding]]:
        return UnreadableError, (self.finding,)
