"""Which keys something else is known of than in an earlier build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING, Any
from zlib import crc32

from broadsheet.collect.topics.choosing import Found, Setting
from broadsheet.collect.topics.keys import key_of
from broadsheet.collect.topics.roles import ADJECTIVES, places
from broadsheet.collect.topics.tally import Now
from broadsheet.model.gathered import NAME

if TYPE_CHECKING:
    from broadsheet.collect.topics.remembered import Memory

_OF_FORMS = frozenset(("names", "times", "inside", "parts", "surnames"))
"""Steps whose counts decide how forms are read, and nothing else."""


def concerned(memory: Memory, old: Found, new: Found, then: Setting, setting: Setting, now: Now) -> set[int]:
    """The checksums of keys under which an article finds something else, and of forms that are read as another name."""
    otherwise = now.otherwise
    words = [word for word in memory.words if then.words.of(word) != setting.words.of(word)]
    keys = {*words, *_other_forms(memory, old, new, words, otherwise, now)}
    for step, changed in otherwise.items():
        if step not in _OF_FORMS:
            keys.update(part for key in changed for part in ((key,) if isinstance(key, str) else key))
    keys.update([f"{key}s" for key in otherwise["genitives"]])  # which looks up the name that it may be a form of
    keys.update(_with_words(now.sums["wholes"], {word for word in words if _turned(word, then, setting)}))
    stated = {key_of(topic) for topic in then.stated.keys() ^ setting.stated.keys()}
    stated |= {key_of(topic) for topic, number in then.stated.items() if number != setting.stated[topic]}
    written = {*now.forms_otherwise, *stated}
    keys.update(key for key in written if old.written.written(key) != new.written.written(key))
    return {crc32(key.encode("utf-8", "surrogatepass")) for key in keys}


def _turned(word: str, then: Setting, setting: Setting) -> bool:
    return then.words.is_common(word) != setting.words.is_common(word)


def _with_words(names: Iterable[str], words: Set[str]) -> list[str]:
    """The names that have one of some words; few words are, or are no more, common ones."""
    return [key for key in names if not words.isdisjoint(key.split())] if words else []


def _other_forms(
    memory: Memory, old: Found, new: Found, words: Collection[str], otherwise: Mapping[str, set[Any]], now: Now
) -> Iterator[str]:
    """
    The forms that are read otherwise.

    How one is read depends on the numbers of its words, and of runs of them, all of which stand in it; the adjective of
    a place also on whether the collection has the place.
    """
    parts = now.sums["parts"]
    turned = {word for word in otherwise["parts"] if (word in parts) != (parts.was(word) > 0)}
    runs = {*otherwise["names"], *otherwise["times"], *otherwise["inside"]}
    within = {max(key_of(key).split(), key=len, default="") for key in (*words, *turned, *otherwise["doubtful"], *runs)}
    found = {*memory.beginning(within - {""})}
    named = now.sums["names"]
    if any((named[key] > 0) != (named.was(key) > 0) and key.endswith(places()) for key in otherwise["names"]):
        found |= {asked for asked in memory.asked if asked[1] == NAME and key_of(asked[0]).endswith(ADJECTIVES)}
    for asked in found:
        if old.reader.names_of(*asked) != new.reader.names_of(*asked):
            yield asked[0]
