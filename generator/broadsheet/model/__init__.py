"""The values that pass from stage to stage: all frozen, none knows how it was made."""

from broadsheet.model.address import address, page_of, place, place_of, url_of, way_to
from broadsheet.model.article import Article
from broadsheet.model.author import Author
from broadsheet.model.block import Block, Kind
from broadsheet.model.collection import Collection, Entry
from broadsheet.model.copies import Copy
from broadsheet.model.date import PartialDate, Season
from broadsheet.model.gathered import Gathered
from broadsheet.model.item import Item
from broadsheet.model.ledger import Ledger, Line, State
from broadsheet.model.links import Between, Neighbours, Part, Related, Series
from broadsheet.model.matter import Matter
from broadsheet.model.metadata import NO_SERIES, Evidence, Metadata
from broadsheet.model.page import Page, Writing
from broadsheet.model.repeated import Repeated
from broadsheet.model.source import Source
from broadsheet.model.term import Term
from broadsheet.model.topic import TopicRules

__all__ = [
    "NO_SERIES",
    "Article",
    "Author",
    "Between",
    "Block",
    "Collection",
    "Copy",
    "Entry",
    "Evidence",
    "Gathered",
    "Item",
    "Kind",
    "Ledger",
    "Line",
    "Matter",
    "Metadata",
    "Neighbours",
    "Page",
    "Part",
    "PartialDate",
    "Related",
    "Repeated",
    "Season",
    "Series",
    "Source",
    "State",
    "Term",
    "TopicRules",
    "Writing",
    "address",
    "page_of",
    "place",
    "place_of",
    "url_of",
    "way_to",
]
