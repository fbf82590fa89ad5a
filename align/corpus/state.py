"""What a folder of a collection says of itself: ``corpus.json``."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from align.corpus.schema import VERSION
from align.corpus.store import write_whole
from align.errors import OutputError, ReadError

FILE_NAME = "corpus.json"


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
    """The state of a folder; ``None`` where it has none yet.

    Raises:
        OutputError: The folder holds other things.
        ReadError: What stands there was written by another version, or is damaged.
    """
    path = folder / FILE_NAME
    if not path.exists():
        if folder.exists() and any(not one.name.startswith(".") for one in folder.iterdir()):
            raise OutputError(f"{folder} holds other files; name a new folder, or one that align corpus made")
        return None
    try:
        found = CorpusState(**json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError) as error:
        raise ReadError(
            f"{path}: expected the state of a collection, found something else: {error}"
        ) from error
    if found.schema != VERSION:
        raise ReadError(f"{path}: expected {VERSION}, found {found.schema}; name a new folder")
    return found


def write_state(folder: Path, state: CorpusState) -> None:
    """Write the state. Raises :class:`align.errors.OutputError`."""
    text = json.dumps(asdict(state), indent=1) + "\n"
    write_whole(folder / FILE_NAME, lambda file: file.write(text.encode()))
