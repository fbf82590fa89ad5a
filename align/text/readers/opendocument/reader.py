"""An OpenDocument text -> its text, or the pairs of a bilingual table."""

from __future__ import annotations

from pathlib import Path

from align.text.readers.file_text import FileText
from align.text.readers.opendocument.package import read_parts
from align.text.readers.opendocument.story import OdtStoryReader
from align.text.readers.pairs import Languages, Pairs
from align.text.readers.text_bound import TextBound
from align.text.readers.word.bilingual import bilingual_table
from align.text.readers.word.blocks import Block, lines_of
from align.text.readers.zip_guard import damage_reported


def read_opendocument(path: Path) -> FileText:
    """The text of an OpenDocument text, a paragraph a line, a form feed where a page ends.

    Raises:
        ReadError: The file is damaged, has a password, or may be dangerous.
    """
    blocks, notes = _read(path)
    return FileText("\n".join(lines_of(blocks)) + "\n", notes=notes)


def read_opendocument_pairs(path: Path, languages: Languages = (None, None)) -> Pairs | None:
    """The rows of a document that is a table of an original and its translation.

    Args:
        path: The document.
        languages: Of source and target, where they are named.

    Returns:
        ``None`` for any other document.

    Raises:
        ReadError: The file is damaged, has a password, or may be dangerous.
    """
    blocks, notes = _read(path)
    table = bilingual_table(blocks, languages)
    return None if table is None else table.pairs(path.name, notes)


def _read(path: Path) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The paragraphs and tables, and what was left out."""
    story = OdtStoryReader(read_parts(path), TextBound(path))
    with damage_reported(path, "document"):
        return story.body(), story.tally.notes()
