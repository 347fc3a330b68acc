"""An article: where every line of its source went."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.errors import Finding
from broadsheet.model.block import Block
from broadsheet.model.gathered import Gathered
from broadsheet.model.matter import Matter, Packed
from broadsheet.model.metadata import Metadata
from broadsheet.model.row import Row, values_of
from broadsheet.trace import Step


@dataclass(frozen=True, slots=True)
class Article(Row):
    """One article, read, recognised and repaired."""

    path: str
    """Of the source, relative to the content folder, with `/`."""
    sha256: str
    encoding: str
    metadata: Metadata
    matter: Matter | Packed
    words: int
    """Of the body."""
    summary: str
    """The description, or the first sentence of the body; plain text."""
    findings: tuple[Finding, ...]
    shown: str
    """What its page names as its source: its file's name, or its place in a container (``archive.jsonl/000012``)."""
    contained: bool
    """Whether it came in a container, and has no file of its own."""
    key: bytes = field(default=b"", compare=False)
    """A checksum of all that it was read from; empty where that is not known."""
    gathered: Gathered | None = None
    """What the collection needs of its text; ``None`` before it is gathered, and once the collection is made."""

    @property
    def alone(self) -> Article:
        """Without what was gathered for the collection."""
        return Article(*values_of(Article)(self)[:-1])

    def known_by(self, key: bytes) -> Article:
        """Itself, with the key by which it is kept; for one that was just unpickled, and nobody else has seen."""
        object.__setattr__(self, "key", key)
        return self

    @property
    def front(self) -> tuple[Block, ...]:
        """Headline, standfirst, byline, dateline, header."""
        return self.matter.laid_out.front

    @property
    def body(self) -> tuple[Block, ...]:
        """The text itself."""
        return self.matter.laid_out.body

    @property
    def aside(self) -> tuple[Block, ...]:
        """What was printed with the article and is not the article."""
        return self.matter.laid_out.aside

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every change, in order."""
        return self.matter.laid_out.steps

    @property
    def standfirst(self) -> tuple[str, ...]:
        """The paragraphs between headline and byline, as plain text, with the addresses of their links."""
        return self.matter.laid_out.standfirst

    @property
    def blocks(self) -> list[Block]:
        """All blocks, in the order of the source."""
        return sorted((*self.front, *self.body, *self.aside), key=lambda block: block.first)
