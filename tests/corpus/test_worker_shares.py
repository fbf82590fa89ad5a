"""Documents, processors and GPUs are divided so that no worker waits and none finds a GPU missing."""

from __future__ import annotations

import pytest

from align.corpus.options import CorpusOptions
from align.corpus.worker_shares import WorkerShares, worker_shares
from align.errors import InputError


def shares(documents: int, *nodes: dict[str, float], gpu: bool = True, **options: float) -> WorkerShares:
    return worker_shares(documents, CorpusOptions(**options), nodes, lambda: gpu)  # type: ignore[arg-type]


def test_few_documents_use_all_processors() -> None:
    """Sixteen large scans on sixteen processors are not one batch."""
    found = shares(16, {"CPU": 16.0})
    assert (found.workers, found.batch, found.blocks) == (16, 1, 16)


def test_many_documents_come_in_batches_as_wanted() -> None:
    found = shares(1000, {"CPU": 4.0}, batch=16)
    assert (found.workers, found.batch, found.blocks) == (4, 16, 63)


def test_one_document_has_one_worker() -> None:
    assert shares(1, {"CPU": 4.0}) == WorkerShares(1, 1, 1, 0.0)


def test_workers_of_a_gpu_fit_on_it() -> None:
    """Seven workers on two GPUs: four on one of them, so each takes a quarter."""
    assert shares(700, {"CPU": 7.0, "GPU": 2.0}).gpus == 0.25


def test_a_worker_takes_one_gpu_at_most() -> None:
    assert shares(700, {"CPU": 2.0, "GPU": 8.0}).gpus == 1.0
    assert shares(700, {"CPU": 2.0}, gpus=3.0).gpus == 1.0


def test_a_gpu_is_left_alone_where_not_all_workers_can_have_a_part() -> None:
    """A node without GPUs, or an encoder that does not compute on one."""
    assert shares(700, {"CPU": 8.0, "GPU": 1.0}, {"CPU": 8.0}).gpus == 0.0
    assert shares(700, {"CPU": 8.0, "GPU": 1.0}, gpu=False).gpus == 0.0
    assert shares(700, {"CPU": 8.0, "GPU": 1.0}, {"memory": 9.0}).gpus == 0.125


@pytest.mark.parametrize("node", [{}, {"CPU": 0.0, "GPU": 1.0}, {"CPU": 0.5}])
def test_a_cluster_without_processors_is_refused(node: dict[str, float]) -> None:
    with pytest.raises(InputError, match="expected a cluster with processors"):
        shares(10, node)
