"""Bring an OCR'd original and its translation together, and get the original right.

    file(s) --read--> Document --clean--> running text --split--> sentences
        sentences of both sides --embed--> vectors --align--> beads
            sentences + beads --flag--> Bitext --> show, export

>>> import align
>>> bitext = align.align_file("letter.txt")  # doctest: +SKIP
>>> [bead.type for bead in bitext.alignment.beads]  # doctest: +SKIP
['1-0', '1-1', '1-1', '1-2', ...]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.bitext import Bitext
    from align.config import Config
    from align.errors import AlignError
    from align.pipeline import align_file

__all__ = ["AlignError", "Bitext", "Config", "align_file"]

_HOME = {"AlignError": "errors", "Bitext": "bitext", "Config": "config", "align_file": "pipeline"}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    """Open the room a public name lives in when it is asked for: the door itself opens at once."""
    if name in _HOME:
        return getattr(import_module(f"align.{_HOME[name]}"), name)
    raise AttributeError(f"module 'align' has no attribute {name!r}")
