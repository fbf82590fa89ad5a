"""Documents -> receipts, on the actors of Ray Data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path
from time import monotonic
from typing import Any

from align.corpus.actor import CorpusActor, Receipt
from align.corpus.cluster import connected
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.options import CorpusOptions
from align.corpus.worker_shares import worker_shares
from align.embed.runtime import computes_on_gpu
from align.errors import ModelError, OutputError
from align.one_line import one_line
from align.progress import Progress, Step

ROUNDS = 3
"""After so many rounds in which no document was done those that are left are given up."""
WAVE = 20_000
"""Documents that are given to Ray at a time: it holds all of them in memory, pickled."""
LOGS = "/tmp/ray/session_latest/logs"  # noqa: S108  # where Ray writes them


def align_on_ray(
    todo: Sequence[KeyedDocument],
    job: WorkerJob,
    folder: Path,
    partitions: int,
    options: CorpusOptions,
    progress: Progress,
) -> list[KeyedDocument]:
    """Align documents; their rows are in shards of the folder afterwards.

    Args:
        todo: The documents.
        job: What workers are told.
        folder: Of the collection.
        partitions: Of its tables.
        options: How it is run.
        progress: Called with each document that is done.

    Returns:
        Those of which nothing is known: their workers were lost in each of several rounds.

    Raises:
        OutputError: Rows cannot be kept, or a model cannot be loaded; what was done is kept.
        InputError: There is no such cluster, or it has no processors.
        ModelError: The cluster does no document at all, or ends.
    """
    progress(Step("starting Ray"))
    shown, lost = _Shown(todo, progress), list[KeyedDocument]()
    size = ceil(len(todo) / ceil(len(todo) / WAVE))
    with connected(options.address, options.workers) as ray:
        for start in range(0, len(todo), size):
            wave = todo[start : start + size]
            lost += _align_wave(ray, wave, (job, folder, partitions), options, shown)
    return lost


def _align_wave(
    ray: Any,  # noqa: ANN401  # the module
    wave: Sequence[KeyedDocument],
    actor_arguments: tuple[WorkerJob, Path, int],
    options: CorpusOptions,
    shown: _Shown,
) -> list[KeyedDocument]:
    """Align a part of the documents; those whose workers were lost in each of several rounds."""
    left, rounds = {one.document.id: one for one in wave}, 0
    while left and rounds < ROUNDS:
        before = len(left)
        try:
            for receipt in _receipts(ray, list(left.values()), actor_arguments, options):
                if receipt.trouble:
                    raise OutputError(receipt.trouble)
                if left.pop(receipt.document, None) is not None:
                    shown.add(receipt)
        except ray.exceptions.RayError as error:
            why = one_line(str(error))
            raise ModelError(f"Ray ended: {why}; what was done is kept, the same command goes on") from error
        rounds = rounds + 1 if len(left) == before else 0
    if len(left) == len(wave):
        raise ModelError(
            f"no worker of Ray did any document; its logs are in {LOGS}, the same command goes on"
        )
    return list(left.values())


def _receipts(
    ray: Any,  # noqa: ANN401  # the module
    documents: Sequence[KeyedDocument],
    actor_arguments: tuple[WorkerJob, Path, int],
    options: CorpusOptions,
) -> Iterator[Receipt]:
    """The receipt of each document as it is done."""
    nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]
    shares = worker_shares(len(documents), options, nodes, computes_on_gpu)
    dataset = ray.data.from_items(
        [{"document": one} for one in documents], override_num_blocks=shares.blocks
    ).map_batches(
        CorpusActor,
        fn_constructor_args=actor_arguments,
        batch_size=shares.batch,
        concurrency=shares.workers,
        num_cpus=1,
        num_gpus=shares.gpus or None,
    )
    for row in dataset.iter_rows():
        yield row["receipt"]


class _Shown:
    """Shows how far a run is: documents, sentences a second, failures, and the time left by size of files."""

    def __init__(self, todo: Sequence[KeyedDocument], progress: Progress) -> None:
        self._progress, self._began = progress, monotonic()
        self._sizes = {one.document.id: max(one.document.size, 1) for one in todo}
        self._total, self._bytes_left = len(todo), sum(self._sizes.values())
        self._done, self._sentences, self._failed, self._bytes = 0, 0, 0, 0

    def add(self, receipt: Receipt) -> None:
        """Count a document that is done."""
        size = self._sizes[receipt.document]
        self._done, self._sentences = self._done + 1, self._sentences + receipt.sentences
        self._failed += receipt.status == "failed"
        self._bytes, self._bytes_left = self._bytes + size, self._bytes_left - size
        passed = monotonic() - self._began
        rate = f"{self._sentences / passed:.0f} sentences/s" if passed > 0 else ""
        failed = f", {self._failed} failed" if self._failed else ""
        left = passed * self._bytes_left / self._bytes
        self._progress(Step(f"aligning, {rate}{failed}", self._done, self._total, "documents", left))
