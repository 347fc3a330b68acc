"""The theme ``broadsheet`` for MkDocs, on top of Material."""

import os

# Material prints a notice about the future of MkDocs at each build, unless told not to before its templates are loaded.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
