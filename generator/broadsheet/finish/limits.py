"""Whether the usual hosts take a site of its size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.errors import Finding

_GIGABYTE, _MEBIBYTE = 10**9, 1 << 20


@dataclass(frozen=True, slots=True)
class Host:
    """What a host takes at most, as its manual says."""

    name: str
    files: int | None = None
    bytes: int | None = None
    of_a_file: int | None = None
    """Bytes."""


HOSTS = (
    Host("Cloudflare Pages", files=20_000, of_a_file=25 * _MEBIBYTE),
    Host("GitHub Pages", bytes=_GIGABYTE),
    Host("GitLab Pages", bytes=_GIGABYTE),
)


def too_large(sizes: Sequence[int], hosts: Sequence[Host] = HOSTS) -> Iterator[Finding]:
    """A finding that names the hosts whose limits the files of a site pass, and which."""
    passed = [said for host in hosts if (said := _passed(host, sizes))]
    if passed:
        detail = f"{len(sizes):,} files, {sum(sizes) / 1e6:,.0f} MB; {'; '.join(passed)}"
        yield Finding("", 0, 0, "host-limit", detail)


def _passed(host: Host, sizes: Sequence[int]) -> str:
    said = []
    if host.files is not None and len(sizes) > host.files:
        said.append(f"{host.files:,} files")
    if host.bytes is not None and sum(sizes) > host.bytes:
        said.append(f"{host.bytes / 1e6:,.0f} MB")
    if host.of_a_file is not None and max(sizes, default=0) > host.of_a_file:
        said.append(f"{host.of_a_file / _MEBIBYTE:,.0f} MiB a file")
    return f"{host.name} takes {' and '.join(said)}" if said else ""
