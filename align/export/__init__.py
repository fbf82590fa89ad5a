"""A bitext in the formats other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from align.errors import InputError
from align.export.exported import ExportedFiles
from align.export.row import ExportSet, collect_rows

__all__ = ["FORMATS", "ExportSet", "ExportedFiles", "collect_rows", "export", "suffixes"]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "json": "bitext_json",
        "jsonl": "jsonl",
        "tsv": "tsv",
        "tmx": "tmx",
        "xliff": "xliff",
        "xlsx": "xlsx",
        "docx": "docx",
        "tei": "tei",
        "moses": "moses",
        "html": "desk",
        "text": "plain",
    }
)
"""Name on the command line -> module whose function of that name writes it."""


BINARY = frozenset({"xlsx", "docx", "moses", "text"})
"""Formats that a terminal cannot show, or that are more than one file."""


def suffixes(to: str, output: Path | None) -> tuple[Path, ...]:
    """The files an export will write, as far as known. Raises :class:`InputError` before the work."""
    if to not in FORMATS:
        raise InputError(f"no format {to!r}; known: {', '.join(FORMATS)}")
    if output is None and to in BINARY:
        raise InputError(f"{to} is nothing for a terminal; give -o and a file")
    if output is None:
        return ()
    beside = {"moses": (".json",), "text": ("", ".apparatus.tsv")}
    return tuple(output.with_name(output.name + suffix) for suffix in beside.get(to, ("",)))


def export(work: ExportSet, to: str) -> ExportedFiles:
    """The rows in a format of :data:`FORMATS`."""
    if to not in FORMATS:
        raise InputError(f"no format {to!r}; known: {', '.join(FORMATS)}")
    write: Callable[[ExportSet], ExportedFiles] = getattr(import_module(f"align.export.{FORMATS[to]}"), to)
    return write(work)
