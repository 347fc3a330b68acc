"""The whole way from a folder of text to its collection and pages; both front doors go through here."""

from broadsheet.pipeline.article import read_article
from broadsheet.pipeline.progress import Progress, Tell, of_stage
from broadsheet.pipeline.run import Means, Site, read_collection, read_site, site_of

__all__ = ["Means", "Progress", "Site", "Tell", "of_stage", "read_article", "read_collection", "read_site", "site_of"]
