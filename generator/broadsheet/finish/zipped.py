"""A whole site in one file, to be opened from disk."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from broadsheet.finish.inventory import INVENTORY, inventory_text, sums
from broadsheet.finish.walk import files_of

_FOR_HOSTS = frozenset(("404.html", "robots.txt", "sitemap.xml"))
"""What only a host has a use for; the links of the 404 page lead from the root of one."""
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def zip_site(site: Path, target: Path) -> None:
    """
    Put a built site into a zip file, in a folder of the site's name: unpack it, and open ``index.html``.

    The same site gives the same bytes.  The inventory in it is that of what is in it, so that `verify` holds for it.
    """
    kept = {path: checksum for path, checksum in sums(files_of(site)).items() if not _is_for_hosts(path)}
    pages = json.loads((site / INVENTORY).read_bytes())["pages"]
    beside = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(beside, "w") as archive:
            for path in kept:
                _add(archive, f"{target.stem}/{path}", (site / path).read_bytes())
            _add(archive, f"{target.stem}/{INVENTORY}", inventory_text(kept, pages).encode("utf-8"))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _is_for_hosts(path: str) -> bool:
    return path in _FOR_HOSTS or (path.startswith("sitemap-") and path.endswith(".xml"))


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
