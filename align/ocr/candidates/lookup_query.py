"""What is looked up: a string that was read as a word."""

from __future__ import annotations

from typing import NamedTuple


class LookupQuery(NamedTuple):
    """A folded string that was read as a word. ``doubtful``: it may be misread."""

    text: str
    doubtful: bool
