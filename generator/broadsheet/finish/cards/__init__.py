"""Pictures that other sites show beside a link: the title of each article on paper, drawn where the owner wants it."""

from broadsheet.finish.cards.card import SIZE, Card, Look
from broadsheet.finish.cards.cards import Cards

__all__ = ["SIZE", "Card", "Cards", "Look"]
