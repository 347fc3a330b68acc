"""The forms in which references are handed on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from broadsheet.write.citations.bibtex import bibtex
from broadsheet.write.citations.csl import csl_item
from broadsheet.write.citations.reference import Reference
from broadsheet.write.citations.ris import ris

_JSON = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Form:
    """One of them."""

    label: str
    ending: str
    type: str
    """Its media type."""
    write: Callable[[Iterable[Reference]], Iterator[str]]
    """One file of some references, in pieces."""


def _joined(write: Callable[[Reference], str]) -> Callable[[Iterable[Reference]], Iterator[str]]:
    """References that follow one another, parted by an empty line."""

    def written(references: Iterable[Reference]) -> Iterator[str]:
        for number, reference in enumerate(references):
            yield f"\n{write(reference)}" if number else write(reference)

    return written


def _csl_json(references: Iterable[Reference]) -> Iterator[str]:
    """A list, one reference a line."""
    before = "["
    for reference in references:
        yield f"{before}\n{_JSON.encode(csl_item(reference))}"
        before = ","
    yield "\n]\n" if before == "," else "[]\n"


FORMS: Mapping[str, Form] = {
    "bibtex": Form("BibTeX", ".bib", "application/x-bibtex", _joined(bibtex)),
    "ris": Form("RIS", ".ris", "application/x-research-info-systems", _joined(ris)),
    "csl-json": Form("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", _csl_json),
}
