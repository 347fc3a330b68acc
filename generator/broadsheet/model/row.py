"""Values that are pickled as the row of their fields, in half of the time that it takes to name each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


class Row:
    """A frozen dataclass of which an article has some: it goes from process to process, and into the store."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        kind: Any = type(self)
        return kind, values_of(kind)(self)


@cache
def values_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of the fields of a dataclass, in their order."""
    names = [field.name for field in fields(kind)]
    values = attrgetter(*names)
    return values if len(names) > 1 else lambda value: (values(value),)
