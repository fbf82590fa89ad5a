"""The bitext of each document of a collection, as a file of its own."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from align.bitext import Bitext
from align.corpus.store import write_whole
from align.export.bitext_json import to_text

NAME_LENGTH = 50
"""Characters of an id that stand in the name of a file, which may have 255 bytes: four a character."""


def bitext_file(folder: Path, document: str) -> Path:
    """Where the bitext of a document stands: no two ids share a file, and no folder holds too many.

    Example:
        >>> bitext_file(Path("bitexts"), "letters/5").name
        'letters_5.f8db6ef0.align.json'
    """
    digest = hashlib.sha256(document.encode()).hexdigest()[:8]
    name = re.sub(r"[^\w.-]", "_", document)[:NAME_LENGTH]
    return folder / digest[:2] / f"{name}.{digest}.align.json"


def write_bitext(folder: Path, document: str, bitext: Bitext) -> None:
    """Write the bitext of a document; how long it took is left out, so that equal input gives equal files.

    Raises:
        OutputError: The disk does not allow it.
    """
    timeless = replace(bitext, signature=replace(bitext.signature, seconds=0.0))
    text = to_text(timeless).encode()
    write_whole(bitext_file(folder, document), lambda file: file.write(text))
