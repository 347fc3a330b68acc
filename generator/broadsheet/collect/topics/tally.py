"""What the steps of finding topics count and decide, of all articles at once or of those at hand and the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)
Counts = Mapping[Any, int]
Forms = Mapping[str, Mapping[str, int]]
"""By the key of a name its forms, each with the number of articles that have it."""


class Tally:
    """
    Counts and decisions, each under the name of its step; all articles are at hand.

    A step counts something in every article, decides from the counts what is to be done with which key, and then goes
    through each article, where it looks up counts and decisions by the keys that the article has.
    """

    def __init__(self) -> None:
        self.counts: dict[str, Counts] = {}
        self.decisions: dict[str, Mapping[str, object]] = {}
        self.forms: Forms = {}

    def counted(self, step: str, at_hand: Counter[Key]) -> Counts:
        """The counts of all articles, by those of the articles at hand; what is not counted is 0."""
        self.counts[step] = at_hand
        return at_hand

    def decided(self, step: str, decide: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        """What is decided from counts of all articles, by key."""
        self.decisions[step] = found = decide()
        return found

    def written(self, at_hand: Forms) -> Forms:
        """The forms of all names."""
        self.forms = at_hand
        return at_hand


class Before(Tally):
    """That of an earlier build, which remembers all; what its articles at hand brought to it is noted."""

    def __init__(self, counts: dict[str, Counts], decisions: dict[str, Mapping[str, object]], forms: Forms) -> None:
        super().__init__()
        self.counts, self.decisions, self.forms = counts, decisions, forms
        self.brought: dict[str, Counts] = {}
        self.forms_brought: Forms = {}

    def counted(self, step: str, at_hand: Counter[Key]) -> Counts:
        """The counts of all articles then."""
        self.brought[step] = at_hand
        return self.counts[step]

    def decided(self, step: str, decide: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        """What was decided then."""
        return self.decisions[step]

    def written(self, at_hand: Forms) -> Forms:
        """The forms of then."""
        self.forms_brought = at_hand
        return self.forms


class Now(Tally):
    """That of a build of which only the articles at hand are other ones than before."""

    def __init__(self, before: Before) -> None:
        super().__init__()
        self._before = before
        self.sums: dict[str, Sum] = {}
        self.forms_otherwise: set[str] = set()
        """The keys that are written otherwise, or by others."""

    def counted(self, step: str, at_hand: Counter[Key]) -> Counts:
        """The counts of the rest, with those of the articles at hand."""
        self.sums[step] = found = Sum(self._before.counts[step], self._before.brought[step], at_hand)
        return found

    def written(self, at_hand: Forms) -> Forms:
        """The forms of the rest, with those of the articles at hand."""
        then, less = self._before.forms, self._before.forms_brought
        new = {
            key: dict(Sum(then.get(key, {}), less.get(key, {}), at_hand.get(key, {})).items())
            for key in {*less, *at_hand}
        }
        self.forms_otherwise = {key for key, forms in new.items() if forms != then.get(key, {})}
        return _Over(new, then)

    @property
    def otherwise(self) -> dict[str, set[Any]]:
        """The keys for which something else is counted or decided than before, by step."""
        found: dict[str, set[Any]] = {step: counts.changed for step, counts in self.sums.items()}
        for step, table in self.decisions.items():
            then = self._before.decisions[step]
            found[step] = {key for key in {*then, *table} if then.get(key) != table.get(key)}
        return found


class Sum(dict[Any, int]):
    """Counts of before, of which some articles' are taken away and others' added; holds the keys of these alone."""

    def __init__(self, before: Counts, less: Counts, more: Counts) -> None:
        self._before = before
        super().__init__((key, before.get(key, 0) - less.get(key, 0) + more.get(key, 0)) for key in {*less, *more})

    def __missing__(self, key: Any) -> int:
        return self._before.get(key, 0)

    def get(self, key: Any, default: Any = None) -> Any:
        """The count of a key, or what is given where there is none."""
        return self[key] or default

    def __contains__(self, key: object) -> bool:
        return self[key] > 0

    def items(self) -> Iterator[tuple[Any, int]]:  # type: ignore[override]
        """All keys that are counted, each with its number."""
        own = super().keys()
        rest = ((key, number) for key, number in self._before.items() if key not in own)
        return ((key, number) for key, number in chain(super().items(), rest) if number)

    def __iter__(self) -> Iterator[Any]:
        return (key for key, _ in self.items())

    def was(self, key: Any) -> int:
        """The count of a key before."""
        return self._before.get(key, 0)

    @property
    def changed(self) -> set[Any]:
        """The keys that are counted otherwise than before."""
        return {key for key, number in super().items() if number != self._before.get(key, 0)}


class _Over(dict[str, Any]):
    """A mapping over another one."""

    def __init__(self, new: Mapping[str, Any], below: Mapping[str, Any]) -> None:
        super().__init__(new)
        self._below = below

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key."""
        return self[key] if key in self else self._below.get(key, default)
