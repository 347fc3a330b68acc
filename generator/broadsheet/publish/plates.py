"""
Plates: what many pages have in common is set once, and printed from then on.

Two tags for the templates of the theme.  ``{% partial "header.html" %}`` is an include that is done when the templates
are compiled, if the file is the theme's own; an owner's in its place is included page by page.
``{% plate %}…{% endplate %}`` is set once for all pages on which it must be the same: those that agree in the values
that it uses.  Where one of these is not known to have few forms, as in a file of an owner's, it is no plate.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, meta, nodes
from jinja2.ext import Extension
from mkdocs.utils import get_theme_dir

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.parser import Parser

_CONSTANT = frozenset({"site", "words", "config"})
"""What is the same on all pages."""
_VARIABLE = ("root", "view.kind", "view.here")
"""What has few values on all of them."""
_FILTERS = frozenset({"e"})
"""Those that see nothing but what they are given."""
_PARTIALS = "partials/"


class Plates(Extension):
    """The two tags, and the plates of one site."""

    tags = frozenset({"partial", "plate"})  # type: ignore[assignment]

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.cast: dict[tuple[str, tuple[object, ...]], str] = {}
        """What stands on each, by its place and the values that it was set with."""
        self._theme = get_theme_dir("broadsheet")

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Read one of the tags."""
        tag = next(parser.stream)
        if tag.value == "partial":
            return self._partial(f"{_PARTIALS}{parser.stream.expect('string').value}", tag.lineno)
        body = parser.parse_statements(("name:endplate",), drop_needle=True)
        if not _is_plate(body, self.environment):
            return body
        place = nodes.Const(f"{parser.name} {tag.lineno}")
        values = nodes.Tuple([_reference(name) for name in _VARIABLE], "load")
        return nodes.CallBlock(self.call_method("_printed", [place, values]), [], [], body).set_lineno(tag.lineno)

    def _partial(self, name: str, line: int) -> nodes.Node:
        try:
            assert self.environment.loader
            source, file, _ = self.environment.loader.get_source(self.environment, name)
        except TemplateNotFound:
            return nodes.Output([], lineno=line)
        if not (file or "").startswith(self._theme):
            return nodes.Include(nodes.Const(name), True, False, lineno=line)
        return nodes.Scope(self.environment._parse(source, name, file).body, lineno=line)

    def _printed(self, place: str, values: tuple[object, ...], caller: Callable[[], str]) -> str:
        """What stands on a plate; the first page that has it casts it."""
        if (place, values) not in self.cast:
            self.cast[place, values] = caller()
        return self.cast[place, values]


def _is_plate(body: list[nodes.Node], environment: Environment) -> bool:
    """Whether it is known of everything that is used that it has few forms."""
    tree = nodes.Template(body, lineno=1)
    tree.set_environment(environment)
    if any(tree.find(kind) for kind in (nodes.Include, nodes.Import, nodes.FromImport)):
        return False
    filters = {found.name for found in tree.find_all(nodes.Filter)}
    of_view = [found for found in tree.find_all(nodes.Getattr) if _name_of(found.node) == "view"]
    views = [found for found in tree.find_all(nodes.Name) if found.name == "view"]
    uses = meta.find_undeclared_variables(tree) - {"view"} | {f"view.{found.attr}" for found in of_view}
    return filters <= _FILTERS and len(views) == len(of_view) and uses <= {*_CONSTANT, *_VARIABLE}


def _name_of(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _reference(name: str) -> nodes.Expr:
    first, *more = name.split(".")
    found: nodes.Expr = nodes.Name(first, "load")
    for part in more:
        found = nodes.Getattr(found, part, "load")
    return found
