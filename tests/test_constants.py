"""Constants save work, and change nothing."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from broadsheet.publish.constants import set_constants

PIECES = st.sampled_from([
    "{{ site.name }}", "{{ site.name | e }}", "{{ site.gone }}", "{{ site.ways }}", "{{ site.number + 1 }}",
    "{{ site }}",
    "{{ words('main') }}", "{{ words('main', n=2) }}", "{{ words(title) }}", "{{ words('main', name=title | e) }}",
    "{{ words('gone') if none else 1 }}", "{{ words(*['main']) }}", "{{ words(**{'key': 'main'}) }}",
    "{{ title | e }}", "{{ title | escape | e }}", "{{ marked | e }}", "{{ none | e }}", "{{ gone | e }}",
    "{{ 7 | e }}",
    "{{ '<b>' ~ (title | e) ~ marked }}", "{{ ('<b>' ~ (title | e)) | e }}", "{{ (title | e) + '<i>' }}",
    "{{ (title | e) % () }}", "{{ alternates_of(title) | join }}", "{{ citation_of('a')(title) }}",
    "{% set site = view %}", "{% set words = alternates_of %}", "{% for words in title %}{{ words }}{% endfor %}",
    "{% for site in [view] %}{{ site.name }}{% endfor %}", "{% macro words(x) %}{{ site.name }}{% endmacro %}",
    "{% import 'theirs' as site %}", "{% from 'theirs' import words %}",
    "{% with site = view %}{{ site.name }}{% endwith %}",
    "{% if site.number %}{{ site.name }}{% else %}{% block more %}{{ words('more') }}{% endblock %}{% endif %}", "text",
])  # fmt: skip


def words(key: str, **fields: object) -> str:
    """Those of the site; others are their own key."""
    return {"main": "Main & all", "more": "More"}.get(key, key) + str(fields or "")


def environment(templates: dict[str, str]) -> Environment:
    """What templates are given."""
    env = Environment(loader=DictLoader({**templates, "theirs": "{% macro words(x) %}their {{ x }}{% endmacro %}"}))
    env.globals.update(
        site=SimpleNamespace(name="The <Sun>", number=1, ways=["a.html"]),
        words=words,
        alternates_of=lambda page: [page, page],
        citation_of=lambda page: lambda title: f"{page} {title}",
    )
    return env


def rendered(env: Environment, name: str, title: str) -> str:
    """A page, or what is wrong with it."""
    view = SimpleNamespace(name="a view")
    try:
        return env.get_template(name).render(title=title, marked=Markup("<u>"), view=view)
    except Exception as error:
        return repr(error)


@given(body=st.lists(PIECES, min_size=1, max_size=4, unique=True).map("".join), titles=st.lists(st.text("<>&'\"a%")))
@settings(max_examples=400, deadline=None)
def test_a_page_is_the_same_with_constants_and_without(body: str, titles: list[str]) -> None:
    """Whatever stands in it, also where a template gives their names to something else."""
    templates = {
        "page": body,
        "child": "{% extends 'page' %}{% block more %}{{ super() }}!{% endblock %}",
    }
    plain, fast = environment(templates), environment(templates)
    set_constants(fast)
    for name in ("page", "child"):
        for title in titles:
            assert rendered(fast, name, title) == rendered(plain, name, title)


def test_constants_stand_in_the_compiled_template() -> None:
    """Between two values there is one piece of text."""
    env = environment({})
    set_constants(env)
    code = env.compile("<p>{{ site.name }}, {{ words('main') }}</p>{{ title }}", raw=True)
    assert "<p>The <Sun>, Main & all</p>" in code
