"""What must hold before a run begins: else every document would fail for the same reason."""

from __future__ import annotations

import os

from align.check.term import read_glossary
from align.config import Config
from align.corpus.keys import known_settings
from align.errors import ModelError
from align.text.splitting.pipeline import installed
from align.wordlist import read_words


def require_conditions(config: Config) -> None:
    """Check the operating system and the files that the settings name.

    Raises:
        ModelError: The system cannot watch worker processes, a model has no such folder, or a
            pipeline of spaCy is not installed.
        InputError: A file that the settings name cannot be read.
    """
    if os.name != "posix":
        raise ModelError(
            f"expected Linux or macOS, where worker processes can be watched; this is {os.name!r}; "
            "under Windows, run it in WSL"
        )
    if config.words is not None:
        read_words(config.words)
    if config.check.glossary is not None:
        read_glossary(config.check.glossary)
    for pipeline in (config.source_pipeline, config.target_pipeline):
        if pipeline is not None:
            installed(pipeline)
    known_settings(config)
