"""A bitext or its review in the formats that other programs read.

:data:`FORMATS` lists the formats, :func:`format_of` finds one by a file's name, :func:`export_files` makes
the bytes. Nothing here opens a file. Each name is loaded when it is first used, so that ``align --help`` can
list the formats without loading a model library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.export.collect import collect_rows
    from align.export.export_set import ExportedFiles, ExportSet
    from align.export.formats import FORMATS, ExportFormat, format_of, output_paths
    from align.export.write import export, export_files

__all__ = [
    "FORMATS",
    "ExportFormat",
    "ExportSet",
    "ExportedFiles",
    "collect_rows",
    "export",
    "export_files",
    "format_of",
    "output_paths",
]

_MODULE_OF = {
    "FORMATS": "formats",
    "ExportFormat": "formats",
    "ExportSet": "export_set",
    "ExportedFiles": "export_set",
    "collect_rows": "collect",
    "export": "write",
    "export_files": "write",
    "format_of": "formats",
    "output_paths": "formats",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    """Load a public name from its module."""
    if name in _MODULE_OF:
        return getattr(import_module(f"align.export.{_MODULE_OF[name]}"), name)
    raise AttributeError(f"module 'align.export' has no attribute {name!r}")
