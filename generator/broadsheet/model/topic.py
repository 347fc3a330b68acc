"""Topics: what articles are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TopicRules:
    """What the owner says of topics."""

    names: Mapping[str, str] = field(default_factory=dict)
    """What a topic is to be called, by what it is called elsewhere."""
    drop: frozenset[str] = frozenset()
    """Names that are no topics."""
    pin: tuple[str, ...] = ()
    """Names that are topics of each article that mentions them."""

    @property
    def sought(self) -> tuple[str, ...]:
        """What is looked for in every text: the pinned names, and what is to be called by one."""
        return tuple(dict.fromkeys([*self.pin, *(old for old, new in self.names.items() if new in self.pin)]))
