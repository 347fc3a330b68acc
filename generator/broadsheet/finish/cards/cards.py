"""Which pages have a card, and what is on it."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.finish.cards.card import Card, Look
from broadsheet.finish.cards.typefaces import typefaces
from broadsheet.model import Collection, Entry
from broadsheet.words.locales import direction
from broadsheet.write.dates import long_date


class Cards:
    """The cards of a site."""

    def __init__(self, collection: Collection, look: Look, language: str, description: str = "") -> None:
        """`language` and `description` are the site's; raises `BroadsheetError` where nothing can be drawn."""
        self._look, self._language = look, language
        self._entries = {f"{entry.permalink}.md": entry for entry in collection.entries}
        self._faces = typefaces(look.faces)
        self.site = self._fit(Card(look.site, description, direction(language) == "rtl", look))
        """What stands for all pages that have none of their own."""

    def of(self, page: str) -> Card | None:
        """The card of the article at a path, if there are typefaces for what is on it."""
        entry = self._entries.get(page)
        return self._fit(self._card(entry)) if entry else None

    def __iter__(self) -> Iterator[Card]:
        """All of them, each once."""
        found = {card.place: card for card in (self.site, *map(self.of, self._entries)) if card}
        return iter(found.values())

    def _card(self, entry: Entry) -> Card:
        known = entry.article.metadata
        language = known.language or self._language
        date = long_date(known.date, language) if known.date else ""
        line = " · ".join(part for part in (", ".join(known.authors), date) if part)
        return Card(known.title, line, direction(language) == "rtl", self._look)

    def _fit(self, card: Card) -> Card | None:
        return card if all(self._faces.have(text) for text in (card.title, card.line, card.look.site)) else None
