"""What an actor of Ray does: aligns a batch in its worker process, keeps the rows, sends receipts back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.corpus import tables
from align.corpus.bitext_files import BITEXTS, remove_bitexts
from align.corpus.document import CorpusDocument
from align.corpus.failed_rows import error_line, failed_rows
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.schema import Rows, TableName
from align.corpus.store import Partition, partition_of
from align.corpus.tables import Tables
from align.corpus.worker import Worker

Batch = Mapping[str, NDArray[Any]]
"""Name of a column -> its values, as Ray Data gives a batch."""


@dataclass(frozen=True)
class Receipt:
    """What is known of a document that was done; its rows are in a shard.

    Attributes:
        document: Its id.
        status: As the table of documents has it.
        sentences: Of the original.
        trouble: Why its rows could not be kept; empty where they are.
    """

    document: str
    status: str
    sentences: int
    trouble: str = ""


class CorpusActor:
    """Aligns batches; one stands for a worker process.

    Args:
        job: What its worker is told.
        folder: The folder of the collection, which all nodes see.
        partitions: How many its tables have.
    """

    def __init__(self, job: WorkerJob, folder: Path, partitions: int) -> None:
        self._worker, self._folder, self._partitions = Worker(job), folder, partitions

    def __call__(self, batch: Batch) -> dict[str, NDArray[Any]]:
        """Align the documents of a batch, the pickled :class:`KeyedDocument` of its column ``document``."""
        documents: Sequence[KeyedDocument] = list(batch["document"])
        try:
            remove_bitexts(self._folder / BITEXTS, [one.document.id for one in documents])
            found = [_held(one.document, one.key, rows) for one, rows in self._done(documents)]
            self._keep([part for _, part in found])
        except Exception as error:  # noqa: BLE001 - an actor whose work fails without receipts is never freed
            why = error_line(error)
            receipts = [Receipt(one.document.id, "", 0, why) for one in documents]
        else:
            receipts = [_receipt(rows) for rows, _ in found]
        column = np.empty(len(receipts), dtype=object)
        column[:] = receipts
        return {"receipt": column}

    def _done(
        self, documents: Sequence[KeyedDocument]
    ) -> Iterator[tuple[KeyedDocument, dict[TableName, Rows]]]:
        """The documents with their rows, as they are done."""
        named = {one.document.id: one for one in documents}
        for rows in self._worker.run(documents):
            yield named[rows["documents"][0]["document"]], rows

    def _keep(self, found: Sequence[Tables]) -> None:
        """Write a shard for each partition that has documents of this batch."""
        groups: dict[int, list[Tables]] = {}
        for part in found:
            (name,) = tables.keys_of(part)
            groups.setdefault(partition_of(name, self._partitions), []).append(part)
        for number, several in groups.items():
            Partition(self._folder, number, self._partitions).write_shard(tables.joined(several))


def _held(
    document: CorpusDocument, key: str, rows: dict[TableName, Rows]
) -> tuple[dict[TableName, Rows], Tables]:
    """The rows of a document and its tables; with its error where they hold what no table can."""
    try:
        return rows, tables.of_rows(rows)
    except (ValueError, TypeError, OverflowError) as error:
        failed = failed_rows(document, key, error_line(error)) | {"timings": rows["timings"]}
        return failed, tables.of_rows(failed)


def _receipt(rows: Mapping[TableName, Rows]) -> Receipt:
    (document,) = rows["documents"]
    return Receipt(document["document"], document["status"], document["source_sentences"])
