"""Options of the search for OCR errors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OcrConfig:
    """Options of the search for OCR errors.

    ``min_confidence``: flags less sure than this (fraction 0-1) are not reported. ``context``: a masked
    language model of the original's language, by name or folder, in the place of the shipped n-gram model.
    ``old_spelling``: whether the original is in Russian as it was spelt before 1918; ``None`` to find out,
    sentence by sentence. ``collection``: a file of what was learned from the collection to which a document
    belongs (``knowledge.json`` of ``align corpus --passes 2``).
    """

    min_confidence: float = 0.5
    context: str | None = None
    old_spelling: bool | None = None
    collection: Path | None = None
