"""Run a collection: find what is to be done, do it on Ray Data, write the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic

from filelock import FileLock, Timeout

from align.config import Config
from align.corpus import tables
from align.corpus.bitext_files import BITEXTS, lacks_bitext, remove_stale_bitexts
from align.corpus.conditions import require_conditions
from align.corpus.corpus_run import CorpusRun, PassDone
from align.corpus.document import CorpusDocument
from align.corpus.duplicates import link_duplicates
from align.corpus.engine import align_on_ray
from align.corpus.failed_rows import failed_rows
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.keys import document_keys
from align.corpus.merge import merge_partition
from align.corpus.options import CorpusOptions
from align.corpus.placing import finish_placing
from align.corpus.repartition import repartition
from align.corpus.report import write_report
from align.corpus.state import WORK, CorpusState, read_state, write_state
from align.corpus.store import Partition, partition_count, partition_of, partitions
from align.corpus.summary import sentences_of
from align.corpus.two_passes import with_knowledge
from align.errors import InputError, InvariantError, OutputError
from align.progress import Progress, Step, no_progress


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
        InputError: The tables hold documents that the manifest does not name, or a file that the settings
            name cannot be read.
        ModelError: A library or a model is missing, or the system cannot watch processes.

    Example:
        >>> from align.corpus.manifest import read_manifest
        >>> run_corpus(read_manifest("letters.tsv").documents, Path("tables")).done  # doctest: +SKIP
        2000
    """
    began = monotonic()
    require_conditions(config)
    given, folder = folder, folder.absolute()  # workers run in other folders
    read_state(folder)  # a folder of others stays as it is
    with _alone_in(folder):
        first = PassDone()
        if options.passes > 1:
            _begin(documents, folder, options)
            config, first = with_knowledge(documents, folder, config, options, progress, _run_pass)
        done = _run_pass(documents, folder, config, options, progress)
        several = partitions(folder, partition_count(len(documents)))
        remove_stale_bitexts(folder / BITEXTS, several)
        link_duplicates(folder, several, progress)
        report = write_report(folder, documents, progress)
        sentences = sentences_of(folder, done.documents)
    return CorpusRun(
        given,
        len(documents),
        given / report.name,
        len(done.documents),
        sentences,
        monotonic() - began,
        forgotten=done.forgotten,
        first_pass=len(first.documents),
    )


def _run_pass(
    documents: Sequence[CorpusDocument],
    folder: Path,
    config: Config,
    options: CorpusOptions,
    progress: Progress,
) -> PassDone:
    """Align those documents that are not done under these settings."""
    finish_placing(folder)
    count = _partitions_of(folder, len(documents))
    keys = document_keys(documents, config, progress=progress)
    found = dict(zip((one.id for one in documents), keys, strict=True))
    several = partitions(folder, count)
    todo, strange = _todo(documents, found, several, options)
    _align(todo, folder, count, config, options, progress)
    missing = _merge(several, found, progress)
    if missing:  # files of an earlier run are damaged
        again = [KeyedDocument(one, found[one.id]) for one in documents if one.id in missing]
        _align(again, folder, count, config, options, progress)
        todo, missing = [*todo, *again], _merge(several, found, progress)
    if missing:
        raise InvariantError(f"{len(missing)} documents have no row, such as {min(missing)!r}; run again")
    write_state(folder, CorpusState(count, len(documents), complete=True))
    return PassDone(frozenset(one.document.id for one in todo), len(strange))


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder, made where it is missing. Raises :class:`OutputError` where another run has it."""
    lock = FileLock(folder / WORK / "lock", timeout=0)
    try:
        (folder / WORK).mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise OutputError(f"another run writes into {folder}; wait for it, or name another folder") from None
    except OSError as error:
        raise OutputError(f"cannot write into {folder}: {error.strerror}; name another folder") from error
    try:
        yield
    finally:
        lock.release()


def _partitions_of(folder: Path, documents: int) -> int:
    """How many partitions the tables have for so many documents; others are made into these."""
    count, state = partition_count(documents), read_state(folder)
    others = state is None or state.partitions != count
    repartition(folder, count, tables_too=others)
    if others:
        write_state(folder, CorpusState(count, documents, complete=False))
    return count


def _todo(
    documents: Sequence[CorpusDocument],
    keys: Mapping[str, str],
    several: Sequence[Partition],
    options: CorpusOptions,
) -> tuple[list[KeyedDocument], AbstractSet[str]]:
    """What is not done yet, a partition after the other, and the ids of documents of another manifest.

    Raises:
        InputError: There are such ids, and they are not to go.
    """
    done, strange, bitexts = set[str](), set[str](), several[0].path / BITEXTS
    for result in (result for partition in several for result in partition.results()):
        if result.document not in keys:
            strange.add(result.document)
        elif options.bitexts and not result.failed and lacks_bitext(bitexts, result.document):
            continue
        elif keys[result.document] == result.key and not (options.retry and result.failed):
            done.add(result.document)
    _refuse(strange, options)
    left = [KeyedDocument(one, keys[one.id]) for one in documents if one.id not in done]
    return sorted(left, key=lambda one: partition_of(one.document.id, len(several))), strange


def _align(
    todo: Sequence[KeyedDocument],
    folder: Path,
    count: int,
    config: Config,
    options: CorpusOptions,
    progress: Progress,
) -> None:
    """Align documents into shards."""
    if not todo:
        return
    if (state := read_state(folder)) is not None and state.complete:
        write_state(folder, replace(state, complete=False))
    bitexts = folder / BITEXTS if options.bitexts else None
    job = WorkerJob(config.from_anywhere(), options.timeout, options.memory, bitexts)
    _keep_lost(align_on_ray(todo, job, folder, count, options, progress), folder, count)


def _begin(documents: Sequence[CorpusDocument], folder: Path, options: CorpusOptions) -> None:
    """Mark the folder as a collection's, and refuse before the first pass what the second would refuse."""
    state = read_state(folder)
    if state is None:
        state = CorpusState(partition_count(len(documents)), len(documents), complete=False)
        write_state(folder, state)
    several = partitions(folder, state.partitions)
    known = {result.document for partition in several for result in partition.results()}
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


def _merge(several: Sequence[Partition], keys: Mapping[str, str], progress: Progress) -> frozenset[str]:
    """Write the tables of all partitions; the documents of which there is no row."""
    groups: list[dict[str, str]] = [{} for _ in several]
    for name, key in keys.items():
        groups[partition_of(name, len(several))][name] = key
    missing = frozenset[str]()
    for number, (partition, wanted) in enumerate(zip(several, groups, strict=True)):
        progress(Step("writing the tables", number, len(several), "partitions"))
        missing |= merge_partition(partition, wanted)
    return missing
