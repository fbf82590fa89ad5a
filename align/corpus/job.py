"""What a worker is told: once for all its documents, and with each of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from align.config import Config
from align.corpus.document import CorpusDocument


@dataclass(frozen=True)
class WorkerJob:
    """What a worker is told once.

    Attributes:
        config: The settings of all documents.
        timeout: Seconds that one document may take; of a scan, each page, and the rest.
        memory: GB that the worker may hold.
        bitexts: The folder for the bitext of each document; ``None`` where none are wanted.
    """

    config: Config
    timeout: float
    memory: float
    bitexts: Path | None = None


@dataclass(frozen=True)
class KeyedDocument:
    """A document, and the key of its result."""

    document: CorpusDocument
    key: str
