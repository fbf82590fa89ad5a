"""What the result of a document depends on, as one hash: its files, the settings, the program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from align.config import Config
from align.corpus.document import CorpusDocument
from align.errors import ReadError
from align.program_version import program_version
from align.progress import Progress, Reporter, no_progress
from align.stored_result import contents_key, engine_key, settings_key

THREADS = 8
"""Files are read by several threads: on a network disk each waits long."""
SLICE = 1024
"""Documents that wait for a thread at a time, so that a large collection takes little memory."""


def known_settings(config: Config) -> Mapping[str, Any]:
    """What the results of all documents depend on.

    Raises:
        ReadError: A file that the settings name cannot be read: no key would be the right one.
    """
    found = settings_key(config)
    if found is None:
        raise ReadError("a file that the settings name cannot be read; check their paths and permissions")
    return found


def document_keys(
    documents: Sequence[CorpusDocument], config: Config, progress: Progress = no_progress
) -> Iterator[str]:
    """The key of each document, 32 hexadecimal digits.

    A document whose files cannot be read has a key too: it changes when they can.

    Args:
        documents: In the order of the keys.
        config: The settings.
        progress: Called while the files are read.

    Raises:
        ReadError: A file that the settings name cannot be read.
    """
    report = Reporter(progress)
    report.begin("comparing files with earlier runs")
    advance = report.counter(len(documents), "documents")
    shared = program_version(), known_settings(config)

    def key(document: CorpusDocument) -> str:
        contents = None if document.problem else contents_key(document.files)
        engine = engine_key(document.files) if contents is not None else None
        named = shared, document.names, document.problem, contents, engine
        return hashlib.sha256(repr(named).encode()).hexdigest()[:32]

    with ThreadPoolExecutor(THREADS) as pool:
        for start in range(0, len(documents), SLICE):
            for found in pool.map(key, documents[start : start + SLICE]):
                advance(1)
                yield found
