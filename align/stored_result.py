"""The results of earlier runs, found again by their files, their settings and the version of the program."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from align import user_cache
from align.bitext import Bitext
from align.config import Config
from align.embed.model_version import model_version
from align.errors import InputError
from align.export.bitext_json import to_text
from align.export.bitext_reader import from_json
from align.program_version import package_version, program_version
from align.user_cache import folder_version

NAME = "result"
NEWEST = 500
"""Results that are kept; of a letter 100 KB each."""


def result_key(files: Sequence[Path], config: Config) -> object:
    """What a result depends on.

    Args:
        files: The files that are aligned.
        config: The settings. Files that they name count by their content, so that a key is the same
            whichever folder the program runs in.

    Returns:
        A value whose ``repr`` is equal for equal results; ``None`` where a file cannot be read.
    """
    try:
        contents = [(path.name, _content(path)) for path in files]
        return program_version(), contents, _settings(config)
    except OSError:
        return None


def find_result(key: object, config: Config) -> Bitext | None:
    """The result kept under a key, its encoder called as the settings call it; ``None`` where none is."""
    arrays = user_cache.find(NAME, key)
    if arrays is None:
        return None
    try:
        found = Bitext.of(from_json(json.loads(zlib.decompress(arrays["json"].tobytes()))))
    except (KeyError, ValueError, zlib.error, InputError):  # not what keep_result wrote
        return None
    encoder = found.signature.encoder and config.encoder  # its folder may be seen from another place now
    return replace(found, signature=replace(found.signature, encoder=encoder))


def keep_result(key: object, bitext: Bitext) -> None:
    """Keep a result under a key; where nothing can be written, nothing is kept."""
    packed = zlib.compress(to_text(bitext, digits=None).encode(), level=1)
    user_cache.keep(NAME, key, {"json": np.frombuffer(packed, dtype=np.uint8)}, newest=NEWEST)


def _settings(config: Config) -> dict[str, Any]:
    """The settings, with the content or version of each file, folder and package that they name."""
    pipelines = [name for name in (config.source_pipeline, config.target_pipeline) if name]
    named = {
        "words": _content(config.words),
        "glossary": _content(config.check.glossary),
        "models": [model_version(name) for name in (config.encoder, config.ocr.context)],
        "pipelines": [package_version(name) or folder_version(Path(name)) for name in pipelines],
    }
    check = replace(config.check, glossary=None)
    ocr = replace(config.ocr, context=None)
    rest = asdict(replace(config, words=None, encoder="", check=check, ocr=ocr))
    return {**_in_order(rest), **named}


def _content(path: Path | None) -> str | None:
    """The hash of a file; raises ``OSError`` where it cannot be read."""
    return None if path is None else hashlib.sha256(path.read_bytes()).hexdigest()


def _in_order(value: Any) -> Any:  # noqa: ANN401  # whatever settings hold
    """The same with sets as sorted lists, whose ``repr`` is always the same."""
    if isinstance(value, dict):
        return {key: _in_order(part) for key, part in value.items()}
    return sorted(value) if isinstance(value, frozenset) else value
