"""The folder of a collection: its tables in partitions, and the shards that are not in them yet.

    FOLDER/sentences/part-00003.parquet     one file a partition, likewise beads, flags, documents, timings
    FOLDER/corpus.json                      version, number of partitions, whether all documents are in
    FOLDER/.work/shards/4/00003/….arrow     what workers wrote: some documents of partition 3 of 4

Every file is written beside its place and renamed: it is whole, or it is not there. A document belongs to the
partition that the hash of its id names, so that the same documents make the same files in whatever order they
were done.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from align.corpus import tables
from align.corpus.schema import SCHEMAS, TABLES, TableName
from align.corpus.tables import Tables
from align.errors import OutputError

PARTITION_DOCUMENTS = 512
"""Documents of a partition, at most about twice as many: some thousands of sentences, a file of a few MB."""


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
        write_whole(self.shards / f"{uuid4().hex}.arrow", lambda file: tables.write_stream(found, file))

    def shard_files(self) -> list[Path]:
        """Its shards by name."""
        return sorted(self.shards.glob("*.arrow")) if self.shards.is_dir() else []

    def keys(self) -> dict[str, str]:
        """Id of each of its documents that is done -> the key under which it was done last."""
        found: dict[str, str] = {}
        for part in self.parts(only_documents=True):
            found |= tables.keys_of(part)
        return found

    def failed(self) -> frozenset[str]:
        """Its documents that are done, with an error."""
        status: dict[str, str] = {}
        for part in self.parts(only_documents=True):
            rows = part["documents"].select(["document", "status"]).to_pylist()
            status |= {row["document"]: row["status"] for row in rows}
        return frozenset(name for name, found in status.items() if found == "failed")

    def parts(self, *, only_documents: bool = False) -> Iterator[Tables]:
        """Its tables as they stand, then what each shard holds; damaged files are left out."""
        if self.file("documents").is_file():
            names = ("documents",) if only_documents else TABLES
            yield {name: _read(self.file(name), name) for name in names}
        for path in self.shard_files():
            try:
                with pa.OSFile(str(path)) as file:
                    yield tables.read_stream(file, "documents" if only_documents else None)
            except (pa.ArrowInvalid, OSError):
                continue

    def write(self, found: Tables) -> None:
        """Put its tables in their places, ``documents`` last: it names what is complete.

        Raises:
            OutputError: The disk does not allow it; what was there stays.
        """
        drafts = {}
        try:
            for name in TABLES:
                drafts[name] = self.file(name).with_name(f".{self.file(name).name}.part")
                _write_parquet(drafts[name], found[name])
            for name in reversed(TABLES):
                drafts[name].replace(self.file(name))
        except OSError as error:
            raise _not_written(self.path, error) from error
        finally:
            for draft in drafts.values():
                draft.unlink(missing_ok=True)

    def remove_shards(self) -> None:
        """Remove its shards, once its tables hold what is in them."""
        for path in self.shards.glob("*") if self.shards.is_dir() else ():
            path.unlink(missing_ok=True)


def partitions(path: Path, count: int) -> tuple[Partition, ...]:
    """All partitions of a collection."""
    return tuple(Partition(path, number, count) for number in range(count))


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file beside its place, bring it to the disk, and rename it. Raises :class:`OutputError`."""
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _not_written(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"cannot write {path}: {reason}; free some space, then run the same command again")


def _write_parquet(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pq.write_table(table, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path, name: TableName) -> pa.Table:
    """A table as it stands; empty where it was not written yet."""
    if not path.is_file():
        return SCHEMAS[name].empty_table()
    return pq.read_table(path, partitioning=None).cast(SCHEMAS[name])
