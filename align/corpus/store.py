"""The folder of a collection: its tables in partitions, and the shards that are not in them yet.

    FOLDER/sentences/part-00003.parquet     one file a partition, likewise beads, flags, documents, timings
    FOLDER/corpus.json                      version, number of partitions, whether all documents are in
    FOLDER/.work/shards/4/00003/….arrow     what workers wrote: some documents of partition 3 of 4
    FOLDER/.work/ready/00003                the tables of partition 3 are being put in their places

Every file is written beside its place and renamed: it is whole, or it is not there. A document belongs to the
partition that the hash of its id names, so that the same documents make the same files in whatever order they
were done.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time_ns
from typing import BinaryIO, NamedTuple
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from align.corpus import tables
from align.corpus.schema import SCHEMAS, TABLES, TableName
from align.corpus.tables import Tables
from align.errors import OutputError

PARTITION_DOCUMENTS = 512
"""Documents of a partition, at most about twice as many: some thousands of sentences, a file of a few MB."""
DAMAGES_OF_FILES = (pa.ArrowException, OSError, ValueError, KeyError)
"""What is raised where a file is not what was written."""


def partition_count(documents: int) -> int:
    """How many partitions a collection of this size has: a power of two.

    Example:
        >>> partition_count(2000), partition_count(3)
        (4, 1)
    """
    return 1 << max(-(-documents // PARTITION_DOCUMENTS) - 1, 0).bit_length()


def partition_of(document: str, count: int) -> int:
    """The partition of a document by its id."""
    return int.from_bytes(hashlib.sha256(document.encode()).digest()[:8], "big") % count


class Result(NamedTuple):
    """A document that was done, under a key."""

    document: str
    key: str
    failed: bool


@dataclass(frozen=True)
class Partition:
    """One of ``count`` partitions of the collection in the folder ``path``."""

    path: Path
    number: int
    count: int

    def file(self, name: TableName) -> Path:
        """Of one of its tables."""
        return self.path / name / f"part-{self.number:05d}.parquet"

    @property
    def shards(self) -> Path:
        """The folder of its shards."""
        return self.path / ".work" / "shards" / str(self.count) / f"{self.number:05d}"

    def write_shard(self, found: Tables) -> None:
        """Keep the rows of some documents. Raises :class:`OutputError` where the disk does not allow it."""
        name = f"{time_ns():020d}-{uuid4().hex}.arrow"
        write_whole(self.shards / name, lambda file: tables.write_stream(found, file))

    def shard_files(self) -> list[Path]:
        """Its shards, the oldest first."""
        return sorted(self.shards.glob("*.arrow")) if self.shards.is_dir() else []

    def keys(self) -> dict[str, str]:
        """Id of each document that its tables hold -> the key under which it was done."""
        return tables.keys_of(self._tables(only_documents=True) or tables.of_rows({}))

    def results(self) -> Iterator[Result]:
        """What was done for its documents, the oldest first; a document may have several."""
        for part in self.parts(only_documents=True):
            for row in part["documents"].select(["document", "key", "status"]).to_pylist():
                yield Result(row["document"], row["key"], row["status"] == "failed")

    def parts(self, *, only_documents: bool = False) -> Iterator[Tables]:
        """Its tables as they stand, then what each shard holds; damaged files are left out."""
        standing = self._tables(only_documents=only_documents)
        if standing is not None:
            yield standing
        for path in self.shard_files():
            with suppress(*DAMAGES_OF_FILES), pa.OSFile(str(path)) as file:
                yield tables.read_stream(file, "documents" if only_documents else None)

    def _tables(self, *, only_documents: bool = False) -> Tables | None:
        """Its tables as they stand; ``None`` where one of them is missing or damaged."""
        names = ("documents",) if only_documents else TABLES
        try:
            for name in TABLES:
                pq.read_metadata(self.file(name))
            return {name: _read(self.file(name), name) for name in names}
        except DAMAGES_OF_FILES:
            return None

    def remove_shards(self) -> None:
        """Remove its shards, once its tables hold what is in them."""
        for path in self.shards.glob("*") if self.shards.is_dir() else ():
            path.unlink(missing_ok=True)


def partitions(path: Path, count: int) -> tuple[Partition, ...]:
    """All partitions of a collection."""
    return tuple(Partition(path, number, count) for number in range(count))


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file beside its place, rename it, and bring both to the disk. Raises :class:`OutputError`."""
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Bring the names of its files to the disk; a file system that cannot do so for folders is left alone."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def not_written(path: Path, error: OSError) -> OutputError:
    """The error of a disk that is full, or does not allow to write for another reason."""
    reason = error.strerror or str(error)
    return OutputError(f"cannot write {path}: {reason}; free some space, then run the same command again")


def _read(path: Path, name: TableName) -> pa.Table:
    return pq.read_table(path, partitioning=None).cast(SCHEMAS[name])
