"""The tables of a partition, put in their places: all of them or none, whenever it is stopped.

All are written beside their places first. Then a file says so, they are renamed, and the file goes: where it
is there, the next run finishes the renaming.
"""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from align.corpus.schema import TABLES, TableName
from align.corpus.store import Partition, not_written, sync_folder, write_whole
from align.corpus.tables import Tables

READY = ".work/ready"
"""The folder of the files that say which partitions are whole and on the way to their places."""


def place_tables(partition: Partition, found: Tables) -> None:
    """Write the tables of a partition.

    Raises:
        OutputError: The disk does not allow it; what was there stays.
    """
    try:
        for name in TABLES:
            _write_parquet(_draft(partition, name), found[name])
        write_whole(_ready(partition), lambda _: None)
    except OSError as error:
        raise not_written(partition.path, error) from error
    finally:
        if not _ready(partition).exists():
            for name in TABLES:
                _draft(partition, name).unlink(missing_ok=True)
    _place(partition)


def finish_placing(folder: Path) -> None:
    """Finish what an earlier run was stopped at, and remove what it left half written.

    Args:
        folder: Of the collection.

    Raises:
        OutputError: The disk does not allow it.
    """
    for ready in sorted(folder.glob(f"{READY}/*[0-9]")):
        _place(Partition(folder, int(ready.name), 0))
    for name in TABLES:
        for draft in folder.glob(f"{name}/.part-*.part"):
            draft.unlink(missing_ok=True)


def _place(partition: Partition) -> None:
    """Rename the drafts that are still there, ``documents`` last: it names what is complete."""
    try:
        for name in reversed(TABLES):
            if _draft(partition, name).exists():
                _draft(partition, name).replace(partition.file(name))
                sync_folder(partition.file(name).parent)
        _ready(partition).unlink()
    except OSError as error:
        raise not_written(partition.path, error) from error


def _ready(partition: Partition) -> Path:
    return partition.path / READY / f"{partition.number:05d}"


def _draft(partition: Partition, name: TableName) -> Path:
    return partition.file(name).with_name(f".{partition.file(name).name}.part")


def _write_parquet(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pq.write_table(table, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)
