"""The script and the styles that ship beside the Python files."""

from __future__ import annotations

from importlib.resources import files


def asset(name: str) -> str:
    """The text of ``review.js`` or ``review.css``."""
    return files("align.review").joinpath(name).read_text("utf-8")
