"""The table of duplicates of a collection: found by signatures, confirmed on the sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from align.corpus.candidates import candidate_pairs
from align.corpus.document_link import BothTexts, DocumentLink, link_of
from align.corpus.link_groups import one_link_each
from align.corpus.minhash import PERMUTATIONS
from align.corpus.same_text import PlainText
from align.corpus.schema import DUPLICATES
from align.corpus.store import Partition, write_whole
from align.progress import Progress, Reporter, Step, no_progress
from align.text.document import SIDES

MOST_TEXTS = 20_000
"""Documents whose texts are held at a time: letters of a page or two need 200 MB."""
MADE_OF = b"made_of"
"""What the metadata of the table call the hash of the documents that it was made of."""


def duplicates_file(folder: Path) -> Path:
    """Where the table of duplicates of a collection stands."""
    return folder / "duplicates" / "part-00000.parquet"


def link_duplicates(folder: Path, several: Sequence[Partition], progress: Progress = no_progress) -> None:
    """Write the table of duplicates of a collection; nothing is done where it was made of the same documents.

    Signatures of all documents are held, one side at a time (512 bytes a document), and the texts of at most
    :data:`MOST_TEXTS` documents.

    Args:
        folder: Of the collection.
        several: All its partitions, their tables written.
        progress: Called with each step.

    Raises:
        OutputError: The disk does not allow it.
    """
    made_of = _documents_hash(several)
    path = duplicates_file(folder)
    if _made_of(path) == made_of:
        return
    progress(Step("looking for duplicates"))
    names, pairs = _candidates(several)
    links = one_link_each(_links(names, pairs, several, progress))
    columns = "document", "duplicate_of", "kind", "similarity"
    values = zip(*((one.document, one.other, one.kind, one.similarity) for one in links), strict=True)
    schema = DUPLICATES.with_metadata({**(DUPLICATES.metadata or {}), MADE_OF: made_of})
    table = pa.table(dict(zip(columns, values, strict=True)) if links else [[]] * len(columns), schema)
    write_whole(path, lambda file: pq.write_table(table, file, compression="zstd"))


def _documents_hash(several: Sequence[Partition]) -> bytes:
    """The hash of what is known of the documents."""
    found = hashlib.sha256()
    for partition in several:
        rows = pq.read_table(
            partition.file("documents"), columns=["document", "key", "status"], partitioning=None
        )
        found.update(repr([column.to_pylist() for column in rows.columns]).encode())
    return found.hexdigest()[:32].encode()


def _made_of(path: Path) -> bytes:
    """The hash that a table has; empty where there is none, or it is damaged."""
    try:
        metadata = pq.read_schema(path).metadata or {}
    except (OSError, pa.ArrowInvalid):
        return b""
    return bytes(metadata.get(MADE_OF, b""))


def _candidates(several: Sequence[Partition]) -> tuple[list[str], NDArray[np.int64]]:
    """The ids of all documents in order, and the pairs of their places that may be alike."""
    places = [_column(one, "document").to_pylist() for one in several]
    names = sorted(name for part in places for name in part)
    at = {name: number for number, name in enumerate(names)}
    order = [np.array([at[name] for name in part], np.int64) for part in places]
    pairs = np.concatenate([_pairs_of_side(f"{side}_minhash", several, order) for side in SIDES])
    return names, np.unique(pairs, axis=0)


def _pairs_of_side(
    column: str, several: Sequence[Partition], order: Sequence[NDArray[np.int64]]
) -> NDArray[np.int64]:
    """The pairs of documents with signatures alike on one side."""
    signed, signatures = list[NDArray[np.int64]](), list[NDArray[np.uint32]]()
    for partition, numbers in zip(several, order, strict=True):
        values = _column(partition, column).combine_chunks()
        has = pc.equal(pc.fill_null(pc.list_value_length(values), 0), PERMUTATIONS)
        signed.append(numbers[has.to_numpy(zero_copy_only=False)])
        signatures.append(values.filter(has).flatten().to_numpy().reshape(-1, PERMUTATIONS))
    numbers = np.concatenate(signed)
    by_id = np.argsort(numbers)
    numbers = numbers[by_id]
    pairs: NDArray[np.int64] = numbers[candidate_pairs(np.concatenate(signatures)[by_id])]
    return pairs


def _column(partition: Partition, name: str) -> pa.ChunkedArray:
    return pq.read_table(partition.file("documents"), columns=[name], partitioning=None)[name]


def _links(
    names: Sequence[str], pairs: NDArray[np.int64], several: Sequence[Partition], progress: Progress
) -> Iterator[DocumentLink]:
    """The links of those pairs that are confirmed by their texts."""
    report = Reporter(progress)
    report.begin("comparing documents that may be duplicates")
    advance = report.counter(len(pairs), "pairs")
    for group in _groups(pairs):
        texts = _texts({names[number] for number in np.unique(group)}, several)
        for one, other in group.tolist():
            found = link_of((names[one], names[other]), texts[names[one]], texts[names[other]])
            if found:
                yield found
        advance(len(group))


def _groups(pairs: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """The pairs, so many at a time that they name at most :data:`MOST_TEXTS` documents."""
    step = MOST_TEXTS // 2
    for start in range(0, len(pairs), step):
        yield pairs[start : start + step]


def _texts(wanted: Collection[str], several: Sequence[Partition]) -> dict[str, BothTexts]:
    """The texts of some documents."""
    ids, found = pa.array(sorted(wanted), pa.string()), dict[str, dict[str, list[str]]]()
    for partition in several:
        rows = pq.read_table(
            partition.file("sentences"),
            columns=["document", "side", "text"],
            filters=pc.field("document").isin(ids),
            partitioning=None,
        )
        for row in rows.to_pylist():
            found.setdefault(row["document"], {}).setdefault(row["side"], []).append(row["text"])
    return {name: _both(found.get(name, {})) for name in wanted}


def _both(sides: dict[str, list[str]]) -> BothTexts:
    source, target = (PlainText.of(" ".join(sides.get(side, []))) for side in SIDES)
    return BothTexts(source, target)
