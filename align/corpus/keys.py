"""What the result of a document depends on, as one hash: its files, the settings, the program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from align.config import Config
from align.corpus.document import CorpusDocument
from align.program_version import program_version
from align.progress import Progress, Reporter, no_progress
from align.stored_result import contents_key, engine_key, settings_key

THREADS = 8
"""Files are read by several threads: on a network disk each waits long."""


def document_keys(
    documents: Sequence[CorpusDocument], config: Config, knowledge: str = "", progress: Progress = no_progress
) -> Iterator[str]:
    """The key of each document, 32 hexadecimal digits.

    A document whose files cannot be read has a key too: it changes when they can.

    Args:
        documents: In the order of the keys.
        config: The settings.
        knowledge: A hash of what was learned from the collection.
        progress: Called while the files are read.
    """
    report = Reporter(progress)
    report.begin("comparing files with earlier runs")
    advance = report.counter(len(documents), "documents")
    shared = program_version(), settings_key(config), knowledge

    def key(document: CorpusDocument) -> str:
        contents = None if document.problem else contents_key(document.files)
        engine = engine_key(document.files) if contents is not None else None
        named = shared, document.names, document.problem, contents, engine
        return hashlib.sha256(repr(named).encode()).hexdigest()[:32]

    with ThreadPoolExecutor(THREADS) as pool:
        for found in pool.map(key, documents, chunksize=64):
            advance(1)
            yield found
