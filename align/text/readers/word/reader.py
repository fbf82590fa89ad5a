"""A Word document -> its text, or the pairs of a bilingual table."""

from __future__ import annotations

from pathlib import Path

from align.text.readers.file_text import FileText
from align.text.readers.pairs import Languages, Pairs
from align.text.readers.text_bound import TextBound
from align.text.readers.word.bilingual import bilingual_table
from align.text.readers.word.blocks import lines_of
from align.text.readers.word.package import read_parts
from align.text.readers.word.story import StoryReader


def read_word(path: Path) -> FileText:
    """The text of a Word document, a paragraph a line, a form feed where a page ends.

    Raises:
        ReadError: The file is no Word document, or cannot be read.
    """
    story = StoryReader(read_parts(path), TextBound(path))
    text = "\n".join(lines_of(story.body())) + "\n"
    return FileText(text, notes=story.tally.notes())


def read_word_pairs(path: Path, languages: Languages = (None, None)) -> Pairs | None:
    """The rows of a document that is a table of an original and its translation.

    Args:
        path: The document.
        languages: Of source and target, where they are named.

    Returns:
        ``None`` for any other document.

    Raises:
        ReadError: The file is no Word document, or cannot be read.
    """
    story = StoryReader(read_parts(path), TextBound(path))
    table = bilingual_table(story.body(), languages)
    return None if table is None else table.pairs(path.name, story.tally.notes())
