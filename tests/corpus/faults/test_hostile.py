"""Documents that crash, hang or eat memory cost only themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fault_tools import errors, make_pair, processes, run, statuses, until, write_manifest
from traps.sitecustomize import HELPER

from align.corpus.failed_rows import OUT_OF_MEMORY
from align.corpus.options import CorpusOptions

pytestmark = pytest.mark.model

WHY = {
    "crash": "the worker process was ended by signal 11",
    "leave": "the worker process ended with status 3",
    "hang": "it took longer than 20 s; --timeout with --retry allows more",
    "grow": OUT_OF_MEMORY,
    "burst": OUT_OF_MEMORY,
}
"""Name of a trap -> the error of its document."""


def test_each_costs_only_itself(options: CorpusOptions, tmp_path: Path) -> None:
    """All others are done; no program that one of them has started stays behind."""
    rows = [(f"d{number}", *make_pair(tmp_path, f"d{number}", number)) for number in range(5)]
    rows[1:1] = [(name, *make_pair(tmp_path, name, 1)) for name in WHY]
    bounded = replace(options, timeout=20.0, memory=1.2, batch=5)
    done = run(write_manifest(tmp_path, rows), tmp_path / "out", bounded)
    assert done.done == len(rows)
    assert errors(tmp_path / "out") == WHY
    aligned = {name for name, status in statuses(tmp_path / "out").items() if status == "aligned"}
    assert aligned == {f"d{number}" for number in range(5)}
    until(lambda: not processes(*HELPER), 30)
