"""Hooks of mkdocs: pages and tables that are generated when the site is built.

``mkdocs.yml`` names this file. Generated pages come from :mod:`docs_reference` (registries of the package)
and from files of the repository's root; tables of figures come from :mod:`docs_figures`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docs_blocks import without_directives
from docs_figures import with_tables
from docs_reference import pages, schema_file, with_inputs, with_layers
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROLE = re.compile(r":(?:class|meth|func|mod|data|attr|exc):(<code>)~?")
"""A Sphinx role in a docstring, after the page was rendered."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and the JSON Schema as a file to download."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    schema = schema_file()
    if schema is not None:
        files.append(
            File.generated(config, f"reference/{schema.name}", content=schema.read_text(encoding="utf-8"))
        )
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Put the generated tables in their places; drop what only the tests read."""
    return without_directives(with_inputs(with_layers(with_tables(markdown))))


def on_page_content(html: str, **_: object) -> str:
    """Show ``:class:`X``` of a docstring as code."""
    return ROLE.sub(r"\1", html)
