"""A worker process that is lost costs its document, not the others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from align.config import Config
from align.corpus.document import CorpusDocument
from align.corpus.failed_rows import OUT_OF_MEMORY
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.worker import Worker
from align.corpus.worker_process import WorkerProcess
from align.errors import ModelError

FAKE = Path(__file__).with_name("fake_child.py")
ROOT = Path(__file__).parents[2]
SECONDS = 3.0
"""That a document may take."""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """A worker whose process has no models."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = Worker(WorkerJob(Config(), SECONDS, 0.25), (sys.executable, str(FAKE), str(tmp_path)))
    yield made
    made.close()


def batch(*names: str) -> list[KeyedDocument]:
    return [KeyedDocument(CorpusDocument(name, (), (name,)), "key") for name in names]


def done(worker: Worker, *names: str) -> dict[str, str | None]:
    """Id of each document -> its error; each stands once, with one row of its time."""
    found: dict[str, str | None] = {}
    for rows in worker.run(batch(*names)):
        (row,), (timing,) = rows["documents"], rows["timings"]
        assert row["document"] == timing["document"]
        assert row["document"] not in found
        found[row["document"]] = row.get("error")
    return found


def without_error(names: Sequence[str]) -> dict[str, str | None]:
    return dict.fromkeys(names)


def test_a_document_that_crashes_fails_alone(worker: Worker) -> None:
    """The others of its batch are done, those before it and those after it."""
    found = done(worker, "a", "crash-1", "b", "c")
    assert found == {**without_error("abc"), "crash-1": "the worker process was ended by signal 9"}


def test_a_worker_that_is_killed_once_costs_nothing(worker: Worker) -> None:
    """Another program killed it: its document is tried again."""
    assert done(worker, "a", "once", "b") == without_error(["a", "once", "b"])


def test_a_worker_that_ends_between_two_documents_costs_nothing(worker: Worker) -> None:
    """What it has sent stays done."""
    assert done(worker, "after-1", "b", "after-2") == without_error(["after-1", "b", "after-2"])


def test_what_ends_a_whole_batch_is_found(worker: Worker) -> None:
    """Where all are encoded together and the process ends, each is tried alone."""
    found = done(worker, "a", "together", "b")
    assert found == {**without_error("ab"), "together": "the worker process ended with status 4"}


def test_a_document_that_hangs_fails_after_its_time(worker: Worker) -> None:
    found = done(worker, "a", "hangs", "b")
    assert found == {
        **without_error("ab"),
        "hangs": "it took longer than 3 s; --timeout with --retry allows more",
    }


def test_a_document_that_needs_too_much_memory_fails(worker: Worker) -> None:
    assert done(worker, "a", "grows", "b") == {**without_error("ab"), "grows": OUT_OF_MEMORY}


def test_a_document_is_not_blamed_for_memory_that_others_hold(worker: Worker) -> None:
    """The one that runs when the limit is met is tried again alone, in a new process."""
    names = ["heavy-1", "heavy-2", "heavy-3", "heavy-4"]
    assert done(worker, *names) == without_error(names)


def test_a_document_that_is_refused_memory_is_tried_again(worker: Worker) -> None:
    assert done(worker, "a", "refused", "b") == without_error(["a", "refused", "b"])


def test_a_program_that_a_crashed_process_leaves_is_ended(worker: Worker, tmp_path: Path) -> None:
    """An OCR engine, say, that the process has started."""
    assert done(worker, "leaves", "b")["leaves"] == "the worker process ended with status 3"
    assert_ends(int((tmp_path / "helper").read_text()))


def test_a_worker_that_cannot_start_ends_the_run(worker: Worker, tmp_path: Path) -> None:
    """Its documents are not at fault."""
    (tmp_path / "broken").touch()
    with pytest.raises(ModelError, match=r"a worker could not start: .* status 6"):
        done(worker, "a")


def test_a_worker_that_is_killed_while_it_starts_is_started_again(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "late").touch()
    assert done(worker, "a") == {"a": None}


def test_a_model_that_is_missing_ends_the_run(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "unable").touch()
    with pytest.raises(ModelError, match="the model is missing"):
        done(worker, "a")


def test_a_worker_goes_on_after_an_idle_process_was_killed(worker: Worker) -> None:
    """Between two batches as well."""
    assert done(worker, "a") == {"a": None}
    process = worker._process
    assert process is not None
    process.popen.kill()
    assert done(worker, "b") == {"b": None}


def test_a_process_ends_with_the_one_that_watches_it(tmp_path: Path) -> None:
    """Also where it is busy in compiled code, and with all that it has started."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import time\n"
        "from align.corpus.worker_process import WorkerProcess\n"
        "child = WorkerProcess.start([sys.executable, sys.argv[2], sys.argv[3]])\n"
        "print(child.popen.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    busy = tmp_path / "busy.py"
    busy.write_text(
        "import re, subprocess, sys\n"
        "from pathlib import Path\n"
        "from align.corpus.child_limits import end_with\n"
        "end_with(int(sys.argv[3]))\n"
        "helper = subprocess.Popen(['sleep', '600'])\n"
        "Path(sys.argv[1], 'helper').write_text(str(helper.pid))\n"
        "re.match(r'(a|a)*$', 'a' * 200 + 'b')\n"
    )
    command = [sys.executable, "-c", code, str(ROOT), str(busy), str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as watcher:
        assert watcher.stdout is not None
        child = int(watcher.stdout.readline())
        wait_for(tmp_path / "helper")
        watcher.kill()
    assert_ends(child)
    assert_ends(int((tmp_path / "helper").read_text()))


def test_without_a_signal_a_thread_waits_for_the_end_of_the_watcher(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS, where the signal is ignored."""
    code = (
        "import platform, sys, time\n"
        "platform.system = lambda: 'Darwin'\n"
        "from align.corpus.child_limits import end_with\n"
        "end_with(int(sys.argv[2]))\n"
        "time.sleep(600)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    process = WorkerProcess.start([sys.executable, "-c", code])
    sleep(0.5)
    assert process.popen.poll() is None
    os.close(process.lifeline)
    assert process.popen.wait(timeout=20) < 0


def wait_for(path: Path) -> None:
    end = monotonic() + 60
    while not (path.exists() and path.read_text()) and monotonic() < end:
        sleep(0.05)


def assert_ends(process: int) -> None:
    """A process is gone within some seconds."""
    end = monotonic() + 20
    while psutil.pid_exists(process) and psutil.Process(process).status() != psutil.STATUS_ZOMBIE:
        assert monotonic() < end
        sleep(0.05)
