"""An extension of griffe, which reads the docstrings for the page of the Python API.

``mkdocs.yml`` names this file. Griffe knows the section ``Examples:`` of the Google style; an ``Example:``
would be shown as a box of running text, its prompts as quotations and its lists as links.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

EXAMPLE = re.compile(r"^(\s*)Example:$", re.MULTILINE)
"""The head of a section with one example."""


class ExampleSections(griffe.Extension):
    """Reads ``Example:`` as ``Examples:``."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:  # noqa: ANN401 - griffe's own arguments
        """Change the heads of the sections in a docstring that was just read."""
        if obj.docstring is not None:
            obj.docstring.value = EXAMPLE.sub(r"\1Examples:", obj.docstring.value)
