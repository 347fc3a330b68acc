"""Text comes out of MkDocs as it went in."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.inline import parse, plain
from broadsheet.model import Block, Kind
from broadsheet.read.mend import mend_line
from broadsheet.trace import Note
from broadsheet.write.body import body_markdown
from support.rendering import MATERIAL, MKDOCS, html_of, text_of, words_of

TRAPS = [
    "1986. A great year",
    "1) first",
    "Press <Enter> now",
    "2*3*4 and **not bold",
    r"C:\path\*new*",
    "_The Times_ and snake_case",
    "# 1 in the charts",
    "#hashtag",
    "[1]",
    "[^1]: a note",
    "[label]: https://example.org/",
    "*[HTML]: an abbreviation",
    "AT&T &amp; &copy; &#65; &lt;b&gt;",
    "R&D &# &#12 &#x4 &#",
    "{{ x }} {% y %} {# z #} {: .class }",
    "    four leading spaces",
    "----------",
    "===",
    "* * *",
    "+ plus",
    "- minus",
    "> greater",
    "!!! note",
    "??? details",
    '=== "tab"',
    "::: module",
    ":   a definition",
    "/// caption",
    '--8<-- "file"',
    "-8<-",
    ":emoji: :smile: a:b:c:d",
    "~~gone~~ ~sub~ ^up^ ^^ins^^ ==mark== ++ctrl++",
    "```",
    "~~~",
    "`code` ``more``",
    "| a | b |",
    "|---|---|",
    "[TOC]",
    "![picture](image.png)",
    "[text](page.html) [text](javascript:alert(1))",
    "<!-- comment --> <script>alert(1)</script> </p>",
    "<https://example.org/a_b?c=d&amp=1>",
    "https://example.org/a_b*c*d/~me, and (https://example.org/x_(y)).",
    "*emphasis* and **strong** and ***both***",
    "**[a label](https://example.org/a_b)**",
    "**a** *b* **c",
    "$$x$$ \\(y\\) \\[z\\]",
    "ends with a backslash\\",
    "\\",
    "x  ",
    "Washington: the President",
    "# heading #",
    "a@example.org mailto:a@example.org first_last@example.org",
    "www.example.org/a_b*c www.example.org/$x ftp://example.org/a_b https://example.org/$a_$",
    "!![a](https://example.org) !",
    "US$5-US$6 ($7) $8",
]

ALPHABET = st.one_of(
    st.sampled_from(list("*_`~^=+-#>!?:|/\\<>()[]{}&;$\"'.0123456789 \tabZé\u00a0")),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"),
    st.sampled_from(
        ["https://e.org/", "**", "www.e.org/", "[a](https://e.org)", "&amp;", "--8<--", "{{", "]: ", "\\*"]
    ),
)
LINES = st.lists(ALPHABET, min_size=1, max_size=30).map("".join)


def rendered(text: str, kind: Kind, extensions: tuple[str, ...]) -> str:
    """What a reader sees of one block."""
    block = Block(kind, text, 1, 1, level=2 if kind == Kind.HEADING else 0)
    return text_of(html_of(body_markdown([block], []), extensions))


@pytest.mark.parametrize("extensions", [MKDOCS, MATERIAL], ids=["mkdocs", "material"])
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTATION, Kind.VERSE, Kind.PREFORMATTED])
@pytest.mark.parametrize("text", TRAPS)
def test_traps_come_out_as_they_went_in(text: str, kind: Kind, extensions: tuple[str, ...]) -> None:
    """Signs that some extension reads as markup print as they stand, in every kind of block."""
    wanted = text if kind == Kind.PREFORMATTED else plain(parse(text))
    assert words_of(rendered(text, kind, extensions)) == words_of(wanted)


@pytest.mark.parametrize("extensions", [MKDOCS, MATERIAL], ids=["mkdocs", "material"])
@given(text=LINES, kind=st.sampled_from([Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTATION]))
@settings(max_examples=300, deadline=None)
def test_any_line_comes_out_as_it_went_in(extensions: tuple[str, ...], text: str, kind: Kind) -> None:
    """The words of the rendered HTML are the words of the source, for arbitrary text."""
    text = mend_line(text, 1, Note()).strip()
    if text:
        assert words_of(rendered(text, kind, extensions)) == words_of(plain(parse(text)))


@pytest.mark.parametrize("extensions", [MKDOCS, MATERIAL], ids=["mkdocs", "material"])
@given(lines=st.lists(LINES, min_size=1, max_size=5), kind=st.sampled_from([Kind.VERSE, Kind.PREFORMATTED]))
@settings(max_examples=150, deadline=None)
@example(lines=["Name  Size", "----  ----", "a     1"], kind=Kind.VERSE)
@example(lines=["a", "==="], kind=Kind.VERSE)
def test_any_lines_come_out_as_they_went_in(extensions: tuple[str, ...], lines: list[str], kind: Kind) -> None:
    """Lines that are kept are kept word for word."""
    lines = [mended for line in lines if (mended := mend_line(line, 1, Note()).rstrip()).strip()]
    if not lines:
        return
    text = "\n".join(lines)
    wanted = text if kind == Kind.PREFORMATTED else "\n".join(plain(parse(line)) for line in lines)
    assert words_of(rendered(text, kind, extensions)) == words_of(wanted)


@pytest.mark.parametrize("fence", ["```", "~~~"])
@pytest.mark.parametrize("extensions", [MKDOCS, MATERIAL], ids=["mkdocs", "material"])
def test_fences_in_a_table_are_text(extensions: tuple[str, ...], fence: str) -> None:
    """Fences are read before anything else, also inside HTML; in a preformatted block they print."""
    text = f"{fence}\na   b\nc   d\n{fence}"
    assert words_of(rendered(text, Kind.PREFORMATTED, extensions)) == words_of(text)


@pytest.mark.parametrize("extensions", [MKDOCS, MATERIAL], ids=["mkdocs", "material"])
@given(
    lines=st.lists(LINES, min_size=1, max_size=4),
    kind=st.sampled_from([Kind.AUTHOR_NOTE, Kind.CAPTION, Kind.PROMPT, Kind.NOTICE, Kind.FURNITURE]),
)
@settings(max_examples=150, deadline=None)
def test_any_aside_comes_out_as_it_went_in(extensions: tuple[str, ...], lines: list[str], kind: Kind) -> None:
    """What is set aside is HTML in the page, and neither Markdown nor a preprocessor changes it."""
    lines = [mended for line in lines if (mended := mend_line(line, 1, Note()).strip())]
    blocks = [Block(kind, line, n, n) for n, line in enumerate(lines, 1)]
    shown = text_of(html_of(body_markdown([], blocks), extensions))
    assert words_of(shown) == words_of("\n".join(plain(parse(line)) for line in lines))
