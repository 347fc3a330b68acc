"""MkDocs, and only here: the plugin, and the building and serving of a site."""
