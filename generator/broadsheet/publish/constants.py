"""
Constants: what is the same on all pages of a site is set when its templates are compiled.

In each template, ``site`` with a field and ``words`` with a key are replaced by what they say.  What then stands side
by side is one piece of text for all pages, and nothing is looked up for it.  What is escaped to be printed is escaped
without a note that it is, and our own functions are called without asking whether they want to see the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer
from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment
    from jinja2.compiler import Frame

FRAME, WORDS = "site", "words"
"""The names of both; a template that gives one to something else gives it for itself alone."""
FUNCTIONS = frozenset((WORDS, "alternates_of", "citation_of"))
"""What templates call; none of these asks for anything but what it is given."""
_TEXT = "text for html"
"""The name of a filter that no template can ask for."""
_ENTITIES = (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;"))
_PLAIN = (str, int, type(None))
"""Values that can stand in the code of a template."""


def set_constants(env: Environment) -> None:
    """Let an environment set constants in all templates that it compiles from now on."""
    env.code_generator_class = Setter
    env.filters[_TEXT] = escaped


def escaped(value: object) -> str:
    """
    Text for HTML, as the filter ``e`` gives it, but that it does not know that it is.

    >>> escaped("<a> & 'b'"), escaped(escape("<"))
    ('&lt;a&gt; &amp; &#39;b&#39;', '&lt;')
    """
    if type(value) is not str:
        return str(escape(value))
    for sign, entity in _ENTITIES:
        if sign in value:
            value = value.replace(sign, entity)
    return value


class Setter(CodeGenerator):
    """Compiles a template, its constants set."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Set them first."""
        super().visit_Template(_Setting(self.environment.globals).visit(node), frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call our own functions as they are: Jinja asks of each, on each page, whether it wants to see the page."""
        function = node.node
        ours = isinstance(function, nodes.ExtensionAttribute) or getattr(function, "name", "") in FUNCTIONS
        if not ours or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(function, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class _Setting(NodeTransformer):
    """Puts constants into a template, unless it gives their names to something else."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = known

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802
        given = set(_given(node))
        self._known = {name: self._known[name] for name in (FRAME, WORDS) if name in self._known and name not in given}
        return self.generic_visit(node)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        """``site.name``."""
        if isinstance(node.node, nodes.Name) and node.node.name == FRAME and FRAME in self._known:
            value = getattr(self._known[FRAME], node.attr, _Unknown)
            return nodes.Const(value, lineno=node.lineno) if isinstance(value, _PLAIN) else node
        return self.generic_visit(node)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """``words("search")``."""
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name) and node.node.name == WORDS and WORDS in self._known:
            try:
                fields = dict(field.as_const() for field in node.kwargs)
                said = self._known[WORDS](*(part.as_const() for part in node.args), **fields)
            except (nodes.Impossible, Exception):  # what is wrong shows where the page is printed
                return node
            return nodes.Const(said, lineno=node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """``{{ title | e }}``: nobody asks what is printed whether it was escaped."""
        self.generic_visit(node)
        node.nodes = [_as_text(child) for child in node.nodes]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """``"<bdi>" ~ (title | e)``: nor what becomes a part of a text."""
        self.generic_visit(node)
        node.nodes = [_as_text(child) for child in node.nodes]
        return node


def _as_text(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.Filter) and node.name in ("e", "escape") and node.node:
        return nodes.Filter(node.node, _TEXT, [], [], None, None, lineno=node.lineno)
    return node


class _Unknown:
    """Stands for a field that there is not."""


def _given(node: nodes.Template) -> Iterator[str]:
    """The names that a template gives to something."""
    yield from (name.name for name in node.find_all(nodes.Name) if name.ctx != "load")
    yield from (macro.name for macro in node.find_all(nodes.Macro))
    yield from (found.target for found in node.find_all(nodes.Import))
    for found in node.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in found.names)
