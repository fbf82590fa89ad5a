"""The row of a document that could not be aligned."""

from __future__ import annotations

from typing import Any

from align.corpus.document import CorpusDocument
from align.corpus.schema import Rows, TableName
from align.errors import AlignError
from align.one_line import one_line

OUT_OF_MEMORY = "it needed more memory than a worker may hold; --memory with --retry allows more"
"""Of a document, whoever notices it: the watch of its worker or the worker itself."""


def failed_rows(document: CorpusDocument, key: str, error: str) -> dict[TableName, Rows]:
    """The row of a document that could not be aligned, with the reason."""
    counts = dict.fromkeys(("source_sentences", "target_sentences", "source_words", "beads", "flags"), 0)
    row = named_row(document, key) | counts | {"status": "failed", "error": one_line(error)}
    return {"documents": [row]}


def error_line(error: BaseException) -> str:
    """Why a document failed, in one line: an error of this package as it is, others with their kind."""
    if isinstance(error, MemoryError):
        return OUT_OF_MEMORY
    return str(error) if isinstance(error, AlignError) else one_line(f"{type(error).__name__}: {error}")


def named_row(document: CorpusDocument, key: str) -> dict[str, Any]:
    """What the manifest says of a document, as a row of the table of documents."""
    original, translation = (*document.names, None, None)[:2]
    return {
        "document": document.id,
        "original": original,
        "translation": translation,
        "notes": [],
        "pictures": [],
        "source_minhash": [],
        "target_minhash": [],
        "key": key,
    }
