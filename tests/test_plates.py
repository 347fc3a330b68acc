"""Plates save work, and change nothing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, UndefinedError
from mkdocs.utils import get_theme_dir

from broadsheet.publish.plates import Plates

PIECES = st.sampled_from([
    "{{ root }}", "{{ view.kind }}", "{{ view.title }}", "{{ view }}", "{{ site.name | e }}", "{{ words('main') }}",
    "{{ page.title }}", "{{ root | url }}", "{% set root = page.title %}", "{% set page = 1 %}", "{{ pages | length }}",
    "{% for way in site.ways %}{{ way }}{{ view.here == way }}{{ loop.index }}{% endfor %}", "{{ way }}",
    "{% if view.here %}here{% endif %}", "{% include 'partials/mine.html' %}", "{% partial 'mine.html' %}",
    "{% partial 'gone.html' %}", "{% set view = page %}", "{% with page = 2 %}{{ page }}{% endwith %}", "text",
])  # fmt: skip
PAGES = st.lists(
    st.builds(
        lambda root, kind, here, title: {
            "root": root,
            "view": SimpleNamespace(kind=kind, here=here, title=title),
            "page": SimpleNamespace(title=title, kind="page"),
            "way": title,
        },
        st.sampled_from(["", "../"]),
        st.sampled_from(["article", "year"]),
        st.sampled_from(["", "a.html"]),
        st.sampled_from("xyz"),
    ),
    min_size=1,
    max_size=6,
)
MINE = "{{ view.title }}"


def environment(templates: dict[str, str]) -> Environment:
    """What the theme's templates are given, with some of an owner's."""
    env = Environment(loader=ChoiceLoader([DictLoader(templates), FileSystemLoader(get_theme_dir("broadsheet"))]))
    env.filters["url"] = lambda text: f"url of {text}"
    env.globals.update(site=SimpleNamespace(name="The <Sun>", ways=["a.html", "b.html"]), words=str.upper)
    env.add_extension(Plates)
    return env


def rendered(env: Environment, name: str, page: dict[str, object]) -> str:
    """A page; where Jinja finds a name undefined, since it is set further below, that."""
    try:
        return env.get_template(name).render(page)
    except UndefinedError:
        return "undefined"


@given(body=st.lists(PIECES, min_size=1, max_size=4).map("".join), pages=PAGES)
@settings(max_examples=400, deadline=None)
def test_a_page_is_the_same_with_a_plate_and_without(body: str, pages: list[dict[str, object]]) -> None:
    """Whatever stands in it, and whichever pages came before."""
    env = environment({
        "with.html": f"{{% plate %}}{body}{{% endplate %}}", "without.html": body, "partials/mine.html": MINE,
    })  # fmt: skip
    for page in pages:
        assert rendered(env, "with.html", page) == rendered(env, "without.html", page)


@pytest.mark.parametrize("name", ["header.html", "footer.html"])
def test_the_themes_own_are_plates(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that agree in what these use have one for all."""
    env = environment({})
    env.globals.update(site=SimpleNamespace(ways=[], search=True), config=SimpleNamespace(extra={}))
    for title in "xyz":
        view = SimpleNamespace(kind="article", here="", title=title)
        env.get_template(f"partials/{name}").render(root="", view=view, words=lambda *_, **__: "")
    [plates] = [found for found in env.extensions.values() if isinstance(found, Plates)]
    assert len(plates.cast) == 1


def test_an_owners_file_in_a_plate_is_set_for_each_page() -> None:
    """The button of the search stands in the masthead, which is a plate as long as it is the theme's."""
    env = environment({"partials/search-button.html": MINE})
    env.globals["site"] = SimpleNamespace(ways=[])
    for title in ("first", "second"):
        view = SimpleNamespace(kind="article", here="", title=title)
        assert title in env.get_template("partials/header.html").render(root="", view=view)


def test_every_partial_of_the_theme_is_one() -> None:
    """It is read into the template that names it, so it has nothing but what may stand in the midst of one."""
    for file in Path(get_theme_dir("broadsheet"), "partials").glob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not [tag for tag in ("extends", "block", "macro", "import") if f"{{% {tag} " in text], file.name
