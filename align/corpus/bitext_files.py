"""The bitext of each document of a collection, as a file of its own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from align.bitext import Bitext
from align.corpus.store import Partition, write_whole
from align.errors import OutputError
from align.export.bitext_json import to_text

BITEXTS = "bitexts"
"""The folder of bitexts in the folder of a collection."""
NAME_LENGTH = 50
"""Characters of an id that stand in the name of a file, which may have 255 bytes: four a character."""


def bitext_file(folder: Path, document: str) -> Path:
    """Where the bitext of a document stands: no two ids share a file, and no folder holds too many.

    Example:
        >>> bitext_file(Path("bitexts"), "letters/5").name
        'letters_5.ade54e7bc427fc67.align.json'
    """
    digest = _digest(document)
    name = re.sub(r"[^\w.-]", "_", document)[:NAME_LENGTH]
    return folder / digest[:2] / f"{name}.{digest}.align.json"


def _digest(document: str) -> str:
    return hashlib.sha256(document.encode()).hexdigest()[:16]


def write_bitext(folder: Path, document: str, bitext: Bitext) -> None:
    """Write the bitext of a document; how long it took is left out, so that equal input gives equal files.

    Raises:
        OutputError: The disk does not allow it.
    """
    timeless = replace(bitext, signature=replace(bitext.signature, seconds=0.0))
    text = to_text(timeless).encode()
    write_whole(bitext_file(folder, document), lambda file: file.write(text))


def lacks_bitext(folder: Path, document: str) -> bool:
    """Whether the bitext of a document is missing in the folder of bitexts."""
    return not bitext_file(folder, document).is_file()


def remove_bitexts(folder: Path, documents: Iterable[str]) -> None:
    """Remove the bitexts of documents that are about to be done again.

    Raises:
        OutputError: The disk does not allow it.
    """
    for document in documents:
        _remove(bitext_file(folder, document))


def remove_stale_bitexts(folder: Path, several: Iterable[Partition]) -> None:
    """Remove the bitexts of documents that failed or that the tables do not hold.

    Args:
        folder: Of the bitexts; it may be missing.
        several: All partitions of the collection, their tables written.

    Raises:
        OutputError: The disk does not allow it.
    """
    if not folder.is_dir():
        return
    wanted = {_digest(one.document) for part in several for one in part.results() if not one.failed}
    for path in folder.glob("*/*.align.json"):
        name = re.search(r"\.([0-9a-f]{16})\.align\.json$", path.name)
        if name and name[1] not in wanted:
            _remove(path)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"cannot remove {path}: {error.strerror}; remove it") from error
