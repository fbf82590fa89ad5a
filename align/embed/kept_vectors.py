"""The vectors of a file's sentences and words, kept for its next run, in which only new ones are encoded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from align import user_cache
from align.embed.cache import CachedEncoder
from align.embed.model_version import model_version
from align.program_version import program_version
from align.user_cache import Arrays

NAME = "vectors"
NEWEST = 50
"""Files whose vectors are kept: of a letter some 3 MB each."""
MOST = 20_000
"""Texts of a file whose vectors are kept: 40 MB, if embedded."""


SEPARATOR = "\n"
"""Stands in no sentence and in no word."""


def take_vectors(encoder: CachedEncoder, files: Sequence[Path]) -> None:
    """Give an encoder the vectors that an earlier run on these files kept, whatever is in them now."""
    arrays = user_cache.find(NAME, _key(encoder, files))
    if arrays is not None:
        texts = arrays["texts"].tobytes().decode().split(SEPARATOR)
        if len(texts) == len(arrays["vectors"]):
            encoder.remember(texts, np.array(arrays["vectors"]))


def keep_vectors(encoder: CachedEncoder, files: Sequence[Path]) -> None:
    """Keep the vectors of the last texts that were asked of an encoder."""
    texts, vectors = encoder.remembered(MOST)
    if texts and not any(SEPARATOR in text for text in texts):
        joined = np.frombuffer(SEPARATOR.join(texts).encode(), dtype=np.uint8)
        arrays: Arrays = {"texts": joined, "vectors": vectors}
        user_cache.keep(NAME, _key(encoder, files), arrays, newest=NEWEST)


def _key(encoder: CachedEncoder, files: Sequence[Path]) -> object:
    places = [str(path.resolve()) for path in files]
    return program_version(), model_version(encoder.name), encoder.sha256, places
