"""The values that pass from stage to stage: all frozen, none knows how it was made."""

from broadsheet.model.address import address, page_of, place, place_of, url_of
from broadsheet.model.article import Article
from broadsheet.model.block import Block, Kind
from broadsheet.model.collection import Collection, Entry
from broadsheet.model.date import PartialDate, Season
from broadsheet.model.item import Item
from broadsheet.model.ledger import Ledger, Line, State
from broadsheet.model.metadata import Evidence, Metadata
from broadsheet.model.page import Page
from broadsheet.model.source import Source

__all__ = [
    "Article",
    "Block",
    "Collection",
    "Entry",
    "Evidence",
    "Item",
    "Kind",
    "Ledger",
    "Line",
    "Metadata",
    "Page",
    "PartialDate",
    "Season",
    "Source",
    "State",
    "address",
    "page_of",
    "place",
    "place_of",
    "url_of",
]
