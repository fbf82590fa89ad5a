"""The beginnings of files that may hold pages, and which of them align wrote itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from align.facsimile.json_value import PAGES_SCHEMA
from align.text.readers.file_head import SIZE
from align.text.readers.file_tree import FileTree, opened_tree

SUFFIXES = (".xml", ".hocr", ".html", ".htm", ".xhtml", ".tsv")
"""Ends of names of files that may hold pages, in small letters."""

LOOKED_AT = 200
"""Files that are looked at to see whether a folder or a zip holds pages."""


def files_read_here(folder: Path) -> list[str]:
    """The files that align wrote when it read the pictures of a folder: the pictures are read, not they.

    Raises:
        ReadError: The folder cannot be read.
    """
    with opened_tree(folder) as tree:
        return [name for name, data in heads(tree, LOOKED_AT) if was_read_here(tree, name, data)]


def heads(tree: FileTree, most: int | None) -> Iterator[tuple[str, bytes]]:
    """The names and first bytes of files that may hold pages."""
    named = (name for name in tree.names if name.lower().endswith(SUFFIXES))
    return ((name, tree.read(name, SIZE)) for name in islice(named, most))


def was_read_here(tree: FileTree, name: str, data: bytes) -> bool:
    """Whether align read a file of a folder from the pictures beside it."""
    if not tree.path.is_dir() or PAGES_SCHEMA.encode() not in data:
        return False
    return (tree.path / name).parent in tree.picture_folders
