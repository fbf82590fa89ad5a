"""Run a collection: find what is to be done, do it on Ray Data, write the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from align.config import Config
from align.corpus import tables
from align.corpus.document import CorpusDocument
from align.corpus.engine import align_on_ray
from align.corpus.failed_rows import failed_rows
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.keys import document_keys
from align.corpus.merge import merge_partition
from align.corpus.options import CorpusOptions
from align.corpus.repartition import repartition
from align.corpus.state import CorpusState, read_state, write_state
from align.corpus.store import Partition, partition_count, partition_of, partitions
from align.corpus.two_passes import with_knowledge
from align.errors import InputError, InvariantError, OutputError
from align.progress import Progress, Step, no_progress


@dataclass(frozen=True)
class CorpusRun:
    """What a run did.

    Attributes:
        folder: Where the tables are.
        documents: Of the manifest.
        done: Those that this run has aligned, or tried to.
    """

    folder: Path
    documents: int
    done: int


def run_corpus(
    documents: Sequence[CorpusDocument],
    folder: Path,
    config: Config = Config(),
    options: CorpusOptions = CorpusOptions(),
    progress: Progress = no_progress,
) -> CorpusRun:
    """Align a collection into the tables of a folder; what an earlier run has done is not done again.

    Killed at any moment and begun again, it loses nothing and does nothing twice. A document that fails has a
    row with its error in the table ``documents``.

    Args:
        documents: Of the manifest (:func:`align.corpus.manifest.read_manifest`).
        folder: Where the tables are written; it is made where it is missing.
        config: The settings of all documents.
        options: How it is run.
        progress: Called with each step.

    Raises:
        OutputError: The folder cannot be written, holds other things, or is in use by another run.
        InputError: The tables hold documents that the manifest does not name.
        ModelError: A library or a model is missing.

    Example:
        >>> from align.corpus.manifest import read_manifest
        >>> run_corpus(read_manifest("letters.tsv").documents, Path("tables")).done  # doctest: +SKIP
        2000
    """
    with _alone_in(folder):
        if options.passes > 1:
            _begin(documents, folder, options)
            config = with_knowledge(documents, folder, config, options, progress, _run_pass)
        done = _run_pass(documents, folder, config, options, progress)
    return CorpusRun(folder, len(documents), done)


def _run_pass(
    documents: Sequence[CorpusDocument],
    folder: Path,
    config: Config,
    options: CorpusOptions,
    progress: Progress,
) -> int:
    """Align those documents that are not done under these settings; how many these were."""
    count = _partitions_of(folder, len(documents))
    keys = document_keys(documents, config, progress=progress)
    found = dict(zip((one.id for one in documents), keys, strict=True))
    several = partitions(folder, count)
    todo = _todo(documents, found, several, options)
    if todo:
        write_state(folder, CorpusState(count, len(documents), complete=False))
        bitexts = folder / "bitexts" if options.bitexts else None
        job = WorkerJob(config, options.timeout, options.memory, bitexts)
        lost = align_on_ray(todo, job, folder, count, options, progress)
        _keep_lost(lost, folder, count)
    _merge(several, found, progress)
    write_state(folder, CorpusState(count, len(documents), complete=True))
    return len(todo)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder, made where it is missing. Raises :class:`OutputError` where another run has it."""
    try:
        (folder / ".work").mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".work" / "lock", timeout=0):
            yield
    except Timeout:
        raise OutputError(f"another run writes into {folder}; wait for it, or name another folder") from None
    except (NotADirectoryError, FileExistsError, PermissionError) as error:
        raise OutputError(f"cannot write into {folder}: {error.strerror}; name another folder") from error


def _partitions_of(folder: Path, documents: int) -> int:
    """How many partitions the tables have for so many documents; others are made into these."""
    count, state = partition_count(documents), read_state(folder)
    if state is not None and state.partitions != count:
        repartition(folder, count)
        write_state(folder, CorpusState(count, documents, complete=False))
    return count


def _todo(
    documents: Sequence[CorpusDocument],
    keys: Mapping[str, str],
    several: Sequence[Partition],
    options: CorpusOptions,
) -> list[KeyedDocument]:
    """What is not done yet, a partition after the other.

    Raises:
        InputError: There are documents of another manifest.
    """
    known, failed = dict[str, str](), set[str]()
    for partition in several:
        known |= partition.keys()
        failed |= partition.failed() if options.retry else frozenset()
    _refuse(known.keys() - keys.keys(), options)
    done = {name for name, key in known.items() if keys.get(name) == key and name not in failed}
    left = [KeyedDocument(one, keys[one.id]) for one in documents if one.id not in done]
    return sorted(left, key=lambda one: partition_of(one.document.id, len(several)))


def _begin(documents: Sequence[CorpusDocument], folder: Path, options: CorpusOptions) -> None:
    """Mark the folder as a collection's, and refuse before the first pass what the second would refuse."""
    state = read_state(folder)
    if state is None:
        state = CorpusState(partition_count(len(documents)), len(documents), complete=False)
        write_state(folder, state)
    several = partitions(folder, state.partitions)
    known = set[str]().union(*(partition.keys() for partition in several))
    _refuse(known - {one.id for one in documents}, options)


def _refuse(strange: AbstractSet[str], options: CorpusOptions) -> None:
    """Raises :class:`InputError` where there are documents of another manifest, which are not to go."""
    if strange and not options.forget:
        raise InputError(
            f"the tables hold {len(strange)} documents that the manifest does not name, such as "
            f"{min(strange)!r}; name another folder, or --forget them"
        )


def _keep_lost(lost: Sequence[KeyedDocument], folder: Path, count: int) -> None:
    """Rows for documents whose worker was lost again and again with the machine that it ran on."""
    for one in lost:
        rows = failed_rows(one.document, one.key, "its worker was lost several times; --retry tries again")
        partition = Partition(folder, partition_of(one.document.id, count), count)
        partition.write_shard(tables.of_rows(rows))


def _merge(several: Sequence[Partition], keys: Mapping[str, str], progress: Progress) -> None:
    """Write the tables of all partitions."""
    groups: list[dict[str, str]] = [{} for _ in several]
    for name, key in keys.items():
        groups[partition_of(name, len(several))][name] = key
    for number, (partition, wanted) in enumerate(zip(several, groups, strict=True)):
        progress(Step("writing the tables", number, len(several), "partitions"))
        missing = merge_partition(partition, wanted)
        if missing:
            raise InvariantError(f"{len(missing)} documents have no row, such as {min(missing)!r}; run again")
