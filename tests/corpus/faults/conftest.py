"""A cluster of Ray for all fault tests, and the results of a run that nothing disturbed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from fault_tools import ROOT, TRAPS, compared, make_collection, run

from align.corpus.options import CorpusOptions

DOCUMENTS = 10


@pytest.fixture(scope="session")
def cluster() -> Iterator[Any]:
    """Ray on this machine, with two processors; its workers have the traps on their path."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["RAY_worker_niceness"] = "0"  # noqa: SIM112  # as Ray names it; else others come first
    from ray.cluster_utils import Cluster

    path = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join((str(TRAPS), str(ROOT)))
    node = {"num_cpus": 2, "object_store_memory": 100 << 20, "include_dashboard": False}
    made = _started(lambda: Cluster(initialize_head=True, head_node_args=node))
    yield made
    made.shutdown()
    os.environ.pop("PYTHONPATH")
    if path is not None:
        os.environ["PYTHONPATH"] = path


def _started(start: Callable[[], Any]) -> Any:  # of Ray
    """Ray waits for itself for half a minute, which is short on a busy machine."""
    for _ in range(3):
        try:
            return start()
        except Exception as error:  # noqa: BLE001  # Ray has no other for it
            found = error
    raise found


@pytest.fixture(scope="session")
def options(cluster: Any) -> CorpusOptions:  # of Ray
    return CorpusOptions(address=cluster.address, workers=2, batch=2)


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest of a small collection."""
    return make_collection(tmp_path_factory.mktemp("collection"), DOCUMENTS)


@pytest.fixture(scope="session")
def undisturbed(
    collection: Path, options: CorpusOptions, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, bytes]:
    """The tables of a run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    assert run(collection, folder, options).done == DOCUMENTS
    return compared(folder)
