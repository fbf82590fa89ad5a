"""What a folder of a collection says of itself: ``corpus.json``."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from align.corpus.schema import VERSION
from align.corpus.store import write_whole
from align.errors import OutputError, ReadError

FILE_NAME = "corpus.json"
WORK = ".work"
"""The folder of what is not for readers; it is in every folder of a collection."""
REMOVE = "remove this file and run the same command again: it is made anew from the tables"


@dataclass(frozen=True)
class CorpusState:
    """How far a collection is.

    Attributes:
        partitions: Of its tables.
        documents: Of its manifest.
        complete: Whether the tables hold all of them.
        schema: The version of the tables.
    """

    partitions: int
    documents: int
    complete: bool
    schema: str = VERSION


def read_state(folder: Path) -> CorpusState | None:
    """The state of a folder; ``None`` where it has none yet, or it was removed.

    Raises:
        OutputError: The folder holds other things, or is none.
        ReadError: What stands there was written by another version, or is damaged.
    """
    path = folder / FILE_NAME
    try:
        text = path.read_text("utf-8")
    except NotADirectoryError as error:
        raise OutputError(f"expected a folder for the tables, {folder} is a file; name another") from error
    except FileNotFoundError:
        if folder.exists() and not _is_new(folder):
            raise OutputError(
                f"{folder} holds other files; name a new folder, or one that align corpus made"
            ) from None
        return None
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read: {error}; {REMOVE}") from error
    return _state_of(text, path)


def _is_new(folder: Path) -> bool:
    """Whether a folder is empty, or was made here and has lost its state."""
    names = [one.name for one in folder.iterdir()]
    return WORK in names or all(name.startswith(".") for name in names)


def _state_of(text: str, path: Path) -> CorpusState:
    try:
        found = CorpusState(**json.loads(text))
    except (ValueError, TypeError, RecursionError) as error:
        raise ReadError(f"{path}: expected the state of a collection, found {error}; {REMOVE}") from error
    if found.schema != VERSION:
        raise ReadError(f"{path}: expected {VERSION}, found {found.schema}; name a new folder")
    if type(found.partitions) is not int or found.partitions < 1:
        raise ReadError(f"{path}: expected a number of partitions, found {found.partitions!r}; {REMOVE}")
    return found


def write_state(folder: Path, state: CorpusState) -> None:
    """Write the state. Raises :class:`align.errors.OutputError`."""
    text = json.dumps(asdict(state), indent=1) + "\n"
    write_whole(folder / FILE_NAME, lambda file: file.write(text.encode()))
