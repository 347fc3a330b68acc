"""The ledger during a build of MkDocs: read before it, kept after it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from broadsheet.model import Ledger
from broadsheet.owner.ledger import read_ledger
from broadsheet.write.ledger import keep_ledger


class Record:
    """
    Keeps what a build published, once it has ended well; a preview publishes nothing.

    MkDocs tells of a build's end before it counts the warnings that ``--strict`` does not allow, and then of the error.
    So nothing is written until it shuts down.
    """

    def __init__(self) -> None:
        self.before = Ledger()
        self._file: Path | None = None
        self._seen = b""
        self.publishes = self._whole = False

    def start(self, command: str) -> None:
        """Know what MkDocs was called for."""
        self.publishes = command != "serve"

    def read(self, file: Path) -> Ledger:
        """Read the ledger; raises `BroadsheetError` where it cannot be used."""
        with suppress(OSError):  # that is told of when it is read
            self._seen = file.read_bytes()
        self._file, self.before = file, read_ledger(file)
        return self.before

    def end(self, *, well: bool) -> None:
        """Know how the build ended."""
        self._whole = well

    def keep(self, after: Ledger) -> None:
        """Write the ledger, if something was published that it does not have."""
        if self._file and self.publishes and self._whole:
            keep_ledger(self._file, self.before, after, self._seen)
