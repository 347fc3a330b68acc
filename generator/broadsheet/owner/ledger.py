"""The ledger as a file: a CSV that its owner may edit, and keeps with the articles."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter, itemgetter
from pathlib import Path

from broadsheet.errors import BroadsheetError
from broadsheet.model import Ledger, Line, State, place
from broadsheet.owner.cells import unguarded

COLUMNS = ("url", "state", "path", "sha256")
MOVED_TO = "moved to "
"""What stands in the state of a line that moved, before the URL that it leads to."""
_DELIMITERS = ",;\t"
_MARKS = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?$", re.MULTILINE)
_URL = re.compile(r"(?:(?!\.)[^/\\?#:]+/)*(?:(?!\.)[^/\\?#:]+\.html|(?<=/))")
_SHA256 = re.compile(r"[0-9a-f]{64}|")
_STANDS = {str(state): state for state in (State.CURRENT, State.WITHDRAWN)}
"""By how it is written, what stands at a URL that has not moved."""
_STATES = f"write {State.CURRENT}, {State.WITHDRAWN} or {MOVED_TO}URL"


class LedgerError(BroadsheetError):
    """A ledger that cannot be used, with the line that is wrong."""

    def __init__(self, file: Path, line: int, cause: str, remedy: str) -> None:
        super().__init__(f"{file}:{line} {cause}", remedy)


def read_ledger(file: Path) -> Ledger:
    """
    Read a ledger; one that is not there is empty.

    Of two lines that differ only in their checksums or states, as a merge of two branches leaves them, one counts.
    Raises `LedgerError` for a line that cannot be used, and where lines contradict one another.
    """
    numbered = list(_rows(file, _text(file)))
    numbers: dict[str, int] = {}
    lines: dict[str, Line] = {}
    for number, line in numbered:
        other = lines.get(line.url)
        if other and (other.path != line.path or State.MOVED in (other.state, line.state)) and other != line:
            raise LedgerError(
                file, number, f"has the URL of line {numbers[line.url]}", "keep the line that was published first"
            )
        if not other or other.state != State.CURRENT:
            lines[line.url], numbers[line.url] = line, number
    for line in [line for line in lines.values() if line.state == State.MOVED]:
        lines[line.url] = replace(line, to=_end_of(line, lines, file, numbers))
    _check(lines.values(), numbers, file)
    return Ledger(tuple(sorted(lines.values(), key=attrgetter("url"))))


def _text(file: Path) -> str:
    try:
        data = file.read_bytes() if file.exists() else b""
    except OSError as error:
        raise BroadsheetError(
            f"the ledger {file} cannot be read ({error.strerror})", "mend its permissions, or the option `permalinks`"
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise LedgerError(file, line, "is not UTF-8", 'save the file as "CSV UTF-8"') from error
    if mark := _MARKS.search(text.replace("\r\n", "\n")) if "<<<<<<<" in text else None:
        line = text.replace("\r\n", "\n").count("\n", 0, mark.start()) + 1
        raise LedgerError(
            file, line, "has the mark of a conflict in git", "keep the lines of both sides, and delete the marks"
        )
    return text


def _rows(file: Path, text: str) -> Iterator[tuple[int, Line]]:
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=True)
    columns = [name.strip().casefold() for name in next(reader, COLUMNS)]
    if sorted(columns) != sorted(COLUMNS):
        raise LedgerError(file, 1, "does not name the columns of a ledger", f"write {','.join(COLUMNS)}")
    in_order = itemgetter(*(columns.index(name) for name in COLUMNS))
    number = reader.line_num + 1
    try:
        for cells in reader:
            if any(cells):
                if len(cells) != len(columns):
                    raise LedgerError(file, number, f"has {len(cells)} cells", f"give it {len(columns)}")
                url, state, path, sha256 = map(unguarded, in_order(cells))
                yield number, _line(file, number, url.strip(), state.strip(), path, sha256.strip())
            number = reader.line_num + 1
    except csv.Error as error:
        raise LedgerError(file, number, f"cannot be read ({error})", "close its quotation marks") from error


def _line(file: Path, number: int, url: str, state: str, path: str, sha256: str) -> Line:
    if not _URL.fullmatch(url):
        raise LedgerError(
            file, number, f"names no page ({url})", "write its URL relative to the site, such as 1988/06/flood.html"
        )
    if state.startswith(MOVED_TO):
        return Line(url, state=State.MOVED, to=state.removeprefix(MOVED_TO).strip())
    stands = _STANDS.get(state)
    if stands is None:
        raise LedgerError(file, number, f"has an unknown state ({state})", _STATES)
    if not path:
        raise LedgerError(file, number, "names no article", "write its path, relative to the content folder")
    if not _SHA256.fullmatch(sha256):
        raise LedgerError(file, number, "has a checksum that is none", "leave the cell empty")
    return Line(url, path, sha256, stands)


def _end_of(line: Line, lines: dict[str, Line], file: Path, numbers: dict[str, int]) -> str:
    """Where the last of those leads that a line leads to which moved."""
    seen = {line.url}
    last = line
    while last.state == State.MOVED:
        if last.to not in lines:
            raise LedgerError(file, numbers[last.url], f"leads to no line of the ledger ({last.to})", _STATES)
        if last.to in seen:
            raise LedgerError(file, numbers[last.url], f"leads back to itself ({last.to})", _STATES)
        last = lines[last.to]
        seen.add(last.url)
    return last.url


def _check(lines: Iterable[Line], numbers: dict[str, int], file: Path) -> None:
    """Two articles have neither one place nor one path."""
    places: dict[str, Line] = {}
    paths: dict[str, Line] = {}
    for line in lines:
        other = places.setdefault(place(line.url), line)
        if (other.to or other.url) != (line.to or line.url):
            detail = f"has the place of line {numbers[other.url]} on some file systems ({other.url})"
            raise LedgerError(file, numbers[line.url], detail, "give one of them another URL")
        if line.state == State.CURRENT and (other := paths.setdefault(line.path, line)) is not line:
            raise LedgerError(
                file,
                numbers[line.url],
                f"names the article of line {numbers[other.url]} ({line.path})",
                f"write {MOVED_TO}{other.url} as the state of one of them",
            )
