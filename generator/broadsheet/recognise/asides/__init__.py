"""What was printed with an article and is not the article: captions, prompts, notes on authors, notices."""

from broadsheet.recognise.asides.among import Found, among
from broadsheet.recognise.asides.aside import Aside
from broadsheet.recognise.asides.below import Below

__all__ = ["Aside", "Below", "Found", "among"]
