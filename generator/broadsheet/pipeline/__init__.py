"""The whole way from a folder of text to its collection and pages; both front doors go through here."""

from broadsheet.pipeline.progress import Progress, Tell, of_stage
from broadsheet.pipeline.run import Means, Site, read_collection, read_site, site_of
from broadsheet.pipeline.second import Second

__all__ = ["Means", "Progress", "Second", "Site", "Tell", "of_stage", "read_collection", "read_site", "site_of"]
