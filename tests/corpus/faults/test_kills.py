"""What is killed while a collection is done costs nothing but time."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fault_tools import at_document, compared, processes, run, statuses

from align.corpus.options import CorpusOptions

pytestmark = pytest.mark.model


def kill_one(*words: str) -> None:
    processes(*words, of=os.getpid())[0].kill()


@pytest.mark.parametrize("words", [("ray::MapWorker",), ("align.corpus.child",)], ids=["actor", "worker"])
def test_a_killed_process_loses_nothing(
    words: tuple[str, ...],
    collection: Path,
    options: CorpusOptions,
    undisturbed: Mapping[str, bytes],
    tmp_path: Path,
) -> None:
    """An actor of Ray or a worker process is killed: the run goes on, its tables are the same."""
    done = run(collection, tmp_path, options, at_document(2, lambda: kill_one(*words)))
    assert done.done == done.documents
    assert compared(tmp_path) == undisturbed


def test_a_lost_node_loses_nothing(
    collection: Path,
    cluster: Any,  # of Ray
    options: CorpusOptions,
    undisturbed: Mapping[str, bytes],
    tmp_path: Path,
) -> None:
    """A machine is lost with all that runs on it: the others do its documents, the tables are the same."""
    node = cluster.add_node(num_cpus=2, object_store_memory=100 << 20)
    cluster.wait_for_nodes()
    raylet = node.all_processes["raylet"][0].process

    def lose() -> None:
        os.kill(raylet.pid, signal.SIGKILL)

    try:
        run(collection, tmp_path, replace(options, workers=4), at_document(2, lose))
    finally:
        cluster.remove_node(node, allow_graceful=False)
    assert set(statuses(tmp_path).values()) == {"aligned"}
    assert compared(tmp_path) == undisturbed
