"""What the store is to keep of a collection."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Kept(NamedTuple):
    """What the store is to keep, and what it must not let go."""

    new: Mapping[bytes, bytes]
    used: Collection[bytes]

    def joined(self, other: Kept) -> Kept:
        """This and another."""
        return Kept({**self.new, **other.new}, {*self.used, *other.used})


NOTHING = Kept({}, ())
