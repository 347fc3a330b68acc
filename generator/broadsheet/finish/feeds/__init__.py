"""Feeds, for those who subscribe: of the site, of each author and of each topic."""

from broadsheet.finish.feeds.plan import Channel, channels
from broadsheet.finish.feeds.step import FORMS, feeds

__all__ = ["FORMS", "Channel", "channels", "feeds"]
