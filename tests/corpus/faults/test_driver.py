"""The command is stopped, in its work or while it writes: nothing stays behind, and it goes on later."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from fault_tools import ROOT, alive, command, compared, ended, family, run, until

from align.corpus.options import CorpusOptions

pytestmark = pytest.mark.model

SLOW = """
import pathlib, time
replace = pathlib.Path.replace
def slow(path, target):
    if path.name == ".part-00000.parquet.part" and path.parent.name == "flags":
        time.sleep(600)
    return replace(path, target)
pathlib.Path.replace = slow
"""
"""Put on the path of the command, it stops between two renames of tables."""


def shards(folder: Path) -> int:
    return len(list(folder.rglob("*.arrow")))


def is_at_work(driver: subprocess.Popen[str], folder: Path) -> bool:
    return shards(folder) >= 1 or driver.poll() is not None


def at_work(collection: Path, folder: Path) -> subprocess.Popen[str]:
    """The command when it has done some documents; Ray may take too long to start on a busy machine."""
    for _ in range(3):
        driver = command(collection, folder, "--workers", "1")
        until(partial(is_at_work, driver, folder))
        if driver.poll() is None:
            break
        assert "Ray could not start" in ended(driver)[1]
    return driver


@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name
)
def test_a_stopped_command_leaves_nothing_and_goes_on(
    number: signal.Signals,
    collection: Path,
    options: CorpusOptions,
    undisturbed: Mapping[str, bytes],
    tmp_path: Path,
) -> None:
    """One line, no process of it is left, and what it has done is not done again."""
    driver = at_work(collection, tmp_path)
    several = family(driver)
    assert any("align.corpus.child" in line for line in alive(several))
    os.kill(driver.pid, number)
    status, lines = ended(driver)
    if number == signal.SIGKILL:
        assert status == -number
    else:
        assert (status, lines) == (130, "align: stopped")
    until(lambda: not any("align.corpus.child" in line for line in alive(several)), 60)
    if number != signal.SIGKILL:  # Ray ends its own processes some time after a driver that was killed
        until(lambda: not alive(several), 60)
    assert run(collection, tmp_path, options).done <= 8
    assert compared(tmp_path) == undisturbed


def test_killed_while_tables_are_renamed_it_finishes_them(
    collection: Path,
    options: CorpusOptions,
    undisturbed: Mapping[str, bytes],
    tmp_path: Path,
) -> None:
    """Some tables are in their places, others are not: the same command brings them there, no more."""
    slow, folder = tmp_path / "slow", tmp_path / "out"
    slow.mkdir()
    (slow / "sitecustomize.py").write_text(SLOW)
    assert options.address is not None
    driver = command(
        collection, folder, "--address", options.address, PYTHONPATH=os.pathsep.join((str(slow), str(ROOT)))
    )
    until(lambda: (folder / "timings" / "part-00000.parquet").exists() or driver.poll() is not None)
    driver.kill()
    ended(driver)
    assert [path.parent.name for path in folder.rglob("part-*.parquet")] == ["timings"]
    assert run(collection, folder, options).done == 0
    assert compared(folder) == undisturbed


def test_two_commands_on_one_folder_do_not_meet(
    collection: Path, options: CorpusOptions, undisturbed: Mapping[str, bytes], tmp_path: Path
) -> None:
    """The second ends with one line, the first goes on."""
    assert options.address is not None
    first = command(collection, tmp_path, "--address", options.address)
    until(lambda: (tmp_path / "corpus.json").exists() or first.poll() is not None)
    second = command(collection, tmp_path, "--address", options.address)
    assert ended(second) == (
        2,
        f"align: another run writes into {tmp_path}; wait for it, or name another folder",
    )
    assert ended(first) == (0, "")
    assert compared(tmp_path) == undisturbed
