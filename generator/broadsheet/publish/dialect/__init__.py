"""
The Markdown that we write, to HTML: what Python-Markdown makes of it, without Python-Markdown.

A page of ours uses little of Markdown.  That little is turned into HTML in a few passes, some twenty times as fast; the
result is the same, letter for letter.  Whatever else a text holds, such as a note of the owner's in free Markdown, is
left to Python-Markdown: the answer is then ``None``.
"""

from broadsheet.publish.dialect.blocks import Rendered, html_of

__all__ = ["EXTENSIONS", "Rendered", "html_of"]

EXTENSIONS = ("toc", "tables", "fenced_code")
"""Those of MkDocs, for which this holds, with their defaults."""
