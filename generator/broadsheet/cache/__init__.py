"""The cache: what was worked out before, by what it was worked out from; safe to delete at any time."""

from broadsheet.cache.last import GRAIN, Last, Look, Stamp, last_build, look_at, looks_of
from broadsheet.cache.standing import Print, Standing, keep_prints
from broadsheet.cache.store import FOLDER, Store
from broadsheet.cache.version import code_version

__all__ = [
    "FOLDER",
    "GRAIN",
    "Last",
    "Look",
    "Print",
    "Stamp",
    "Standing",
    "Store",
    "code_version",
    "keep_prints",
    "last_build",
    "look_at",
    "looks_of",
]
