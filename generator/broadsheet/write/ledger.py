"""The ledger into its file: whole, and only if something was published, moved or withdrawn."""

from __future__ import annotations

import re
from pathlib import Path

from broadsheet.errors import BroadsheetError
from broadsheet.model import Ledger, Line, State
from broadsheet.owner.cells import guarded
from broadsheet.owner.ledger import COLUMNS, MOVED_TO, read_ledger
from broadsheet.write.whole import write_whole

_SEPARATING = re.compile(r'[,;\t"\r\n]')


def ledger_text(ledger: Ledger) -> str:
    """
    A ledger as CSV: one line a URL, sorted, so that a change of an article is a change of its lines alone.

    >>> print(ledger_text(Ledger((Line("1811/a.html", "a, b.txt", "0f"),))), end="")
    url,state,path,sha256
    1811/a.html,current,"a, b.txt",0f
    """
    rows = [COLUMNS, *map(_cells, ledger.lines)]
    return "".join(",".join(map(_quoted, row)) + "\n" for row in rows)


def keep_ledger(file: Path, before: Ledger, after: Ledger, seen: bytes | None = None) -> bool:
    """
    Write the ledger, if it is another than was read; whether it was written.

    `seen` are the bytes from which it was read, if they are known.  Raises `BroadsheetError` where somebody else has
    changed the file since.
    """
    if before.lines == after.lines:
        return False
    same = bool(seen) and file.is_file() and file.read_bytes() == seen
    if not same and read_ledger(file) != before:
        raise BroadsheetError(f"{file} was changed during the build", "build again, so that both changes count")
    write_whole(file, [ledger_text(after).encode("utf-8")])
    return True


def _cells(line: Line) -> tuple[str, ...]:
    state = f"{MOVED_TO}{line.to}" if line.state == State.MOVED else str(line.state)
    return guarded(line.url), state, guarded(line.path), line.sha256


def _quoted(cell: str) -> str:
    r"""As RFC 4180 has it; also where a cell has a line end of another system in it."""
    if cell.isalnum() or not (_SEPARATING.search(cell) or cell != cell.strip()):
        return cell
    return '"' + cell.replace('"', '""') + '"'
