"""The Broadsheet theme: templates and assets over Material for MkDocs.

There is no code here; the package exists so that MkDocs finds the theme by
its entry point (``mkdocs.themes``: ``broadsheet = broadsheet_theme``).
"""
