"""The environment of the templates: what they may call, and how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, PackageLoader

from broadsheet.publish.constants import set_constants
from broadsheet.publish.frame import Frame
from broadsheet.publish.handouts import Handouts
from broadsheet.publish.plates import Plates
from broadsheet.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment


def furnish(env: Environment, frame: Frame, words: Words, handouts: Handouts) -> None:
    """Give templates the frame of the site, its words and handouts, and lines without the space around their tags."""
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(Plates)
    set_constants(env)
    env.globals.update(
        site=frame,
        words=words,
        alternates_of=handouts.alternates,
        citation_of=handouts.citation,
        downloads=handouts.downloads,
    )
    env.loader = ChoiceLoader([*([env.loader] if env.loader else []), PackageLoader("broadsheet.publish")])
