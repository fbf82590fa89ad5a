"""Which model a name stands for now: a result that was computed with another one is not taken for its own."""

from __future__ import annotations

from align.embed.encoder import EMBEDDED
from align.embed.hub import local_folder
from align.program_version import package_version
from align.user_cache import folder_version

LIBRARIES = ("transformers", "tokenizers")
"""Packages that run a model of the hub and are required by others alone."""


def model_version(name: str | None) -> object:
    """What the answers of a model depend on.

    Args:
        name: ``embedded``, a folder, a name of the hub, or ``None`` for no model.

    Returns:
        A value whose ``repr`` is equal for the same model: its folder on this machine, the versions of the
        files there and those of the packages that run it. Of a model that is still to be downloaded its name.

    Raises:
        ModelError: It can be the name of no model.
    """
    if name is None or name == EMBEDDED:
        return name
    folder = local_folder(name)
    if folder is None:
        return name
    return str(folder.resolve()), folder_version(folder), [(one, package_version(one)) for one in LIBRARIES]
