"""Marks in a text that lead to its notes, and the notes that lead back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.layout.note_marks import key_of, lead_of, marks_of
from broadsheet.model import Block, Kind
from broadsheet.write.inline import html_text, to_html

_HELD = re.compile("\ufdd0([0-9a-f-]+)/([0-9a-f-]+)\ufdd1")
"""A mark, while its paragraph is written: between signs that are no characters, and that nothing escapes."""


@dataclass(frozen=True, slots=True)
class Marks:
    """How the text of one article is marked for notes."""

    form: re.Pattern[str] | None

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Marks:
        """The form of the marks, where there are notes."""
        keys = [_key(block) for block in blocks if block.kind == Kind.NOTE]
        texts = [block.text for block in blocks if _is_marked(block)] if keys else []
        if not keys or any("\ufdd0" in text for text in texts):
            return cls(None)
        return cls(marks_of(texts, keys, headed=True))

    def held(self, block: Block) -> Block:
        """A block whose marks are hidden from what escapes signs."""
        if self.form is None or not _is_marked(block):
            return block
        text = self.form.sub(lambda match: f"\ufdd0{_coded(key_of(match))}/{_coded(match[0])}\ufdd1", block.text)
        return block._replace(text=text)

    def written(self, page: str) -> str:
        """A page with links in the places of its marks; the first to each note has an anchor."""
        seen: set[str] = set()

        def link(match: re.Match[str]) -> str:
            key, text = _decoded(match[1]), _decoded(match[2])
            anchor = "" if key in seen else f' id="mark-{_slug(key)}"'
            seen.add(key)
            return f'<sup><a href="#note-{_slug(key)}"{anchor}>{_escaped(text)}</a></sup>'

        return _HELD.sub(link, page) if self.form else page


def note_html(block: Block) -> str:
    """A note with an anchor, and its mark as a link back to the text."""
    found = lead_of(block.printed)
    if found is None:
        return f"<p>{to_html(block.printed)}</p>"
    slug, text = _slug(found.key), block.printed[len(found.mark) :]
    return f'<p id="note-{slug}"><a href="#mark-{slug}">{_escaped(found.mark)}</a>{to_html(text)}</p>'


def _key(block: Block) -> str:
    found = lead_of(block.printed)
    return found.key if found else ""


def _is_marked(block: Block) -> bool:
    return block.kind not in (Kind.PREFORMATTED, Kind.SEPARATOR, Kind.NOTE)


def _escaped(mark: str) -> str:
    """Between inline tags Markdown is still read: a star would open emphasis."""
    return html_text(mark).replace("*", "&#42;").replace("^", "&#94;")


def _slug(key: str) -> str:
    """Letters and digits, which an anchor may have in every engine."""
    return key if key.isdecimal() else _coded(key)


def _coded(text: str) -> str:
    return "-".join(f"{ord(sign):x}" for sign in text)


def _decoded(code: str) -> str:
    return "".join(chr(int(sign, 16)) for sign in code.split("-"))
