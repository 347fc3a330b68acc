"""What the plugin hands to MkDocs."""

from __future__ import annotations

from mkdocs.structure.files import Files

from broadsheet.publish.unprinted import Unprinted


def pages_handed(files: Files) -> dict[str, str]:
    """Our pages by their paths, those included that are printed past MkDocs, as MkDocs would get them."""
    assert isinstance(files, Unprinted)
    found = [file for file in files if file.generated_by and file.src_uri.endswith(".md")]
    found += [file for path in files.unprinted if (file := files.get_file_from_path(path))]
    return {file.src_uri: file.content_string for file in found}
