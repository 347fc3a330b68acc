"""The collection as data, published with the site."""

from __future__ import annotations

from broadsheet.errors import BroadsheetError
from broadsheet.finish.edition import Edition
from broadsheet.write.citations import Imprint
from broadsheet.write.data import write_package


def data(edition: Edition) -> None:
    """
    Write a data package below ``data/``, in the forms that the owner asks for.

    Raises `BroadsheetError` where the owner has that folder.
    """
    if forms := edition.options.data:
        if mine := sorted(path for path in edition.taken if path.startswith("data/")):
            raise BroadsheetError(
                f"the option `data` asks for a folder data/, and {mine[0]} is there already",
                "move it to another folder",
            )
        imprint = Imprint(edition.name, edition.url)
        write_package(edition.folder / "data", forms, edition.site.collection, imprint, edition.description)
