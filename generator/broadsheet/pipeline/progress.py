"""How far the work is: told to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of all."""

Tell = Callable[[str, int, int], None]
"""Called with the stage, the number done and the number of all."""


def of_stage(tell: Tell | None, stage: str) -> Progress | None:
    """Tell the progress of one stage, where anybody listens."""
    return partial(tell, stage) if tell else None
