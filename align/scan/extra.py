"""The libraries of the extra ``scan``, imported when a picture is opened."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from align.errors import ModelError


def library(name: str) -> ModuleType:
    """A library of the extra ``scan``.

    Args:
        name: As it is imported: ``PIL.Image``.

    Raises:
        ModelError: It is not installed; the line names the command that installs it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        package = {"PIL": "Pillow"}.get(name.partition(".")[0], name.partition(".")[0])
        raise ModelError(
            f"reading pictures of pages needs {package}, which is not installed; "
            "install it with: pip install 'bitext-align[scan]'"
        ) from error
