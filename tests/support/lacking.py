"""What a test needs of the machine, and is not there."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def lacking(message: str) -> NoReturn:
    """Skip a test that cannot run here; in CI, where all is to be there, it fails."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
