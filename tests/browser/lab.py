"""A JupyterLab for the tests: started on a free port, driven by a page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from align.review import read_decisions

if TYPE_CHECKING:
    from playwright.sync_api import Page


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start a server on the notebooks in ``folder``; gives its address, and stops it at the end."""
    home = folder / ".home"
    home.mkdir(exist_ok=True)
    settings = {"ServerApp": {"token": "", "password": "", "allow_root": True, "open_browser": False}}
    config = folder / "jupyter_server_config.json"
    config.write_text(json.dumps(settings), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--port=0",
        f"--config={config}",
        f"--notebook-dir={folder}",
    ]
    environment = {
        **os.environ,
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home),
        "JUPYTER_RUNTIME_DIR": str(home),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "JUPYTERLAB_SETTINGS_DIR": str(home),
    }
    log = home / "log"
    with log.open("w") as out, subprocess.Popen(command, stderr=out, stdout=out, env=environment) as server:
        try:
            yield _address(log)
        finally:
            server.terminate()


def _address(log: Path) -> str:
    """The address of the server, from its log, as soon as it listens."""
    for _ in range(240):
        found = re.search(r"(http://(?:localhost|127\.0\.0\.1):\d+)/lab", log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.25)
    raise RuntimeError(f"JupyterLab did not start: {log.read_text(encoding='utf-8')[-2000:]}")


def notebook(path: Path, *cells: str) -> None:
    """Write a notebook of code cells."""
    import nbformat

    made = nbformat.v4.new_notebook()
    made.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, path)


HAND = str(Path(__file__).parents[1] / "review")
CELL = f"""import sys, os
sys.path.insert(0, {HAND!r})
from hand import LetterEncoder, bitext_of, flag_on
from align.review import Review
from dataclasses import replace
bitext = bitext_of(
    ["aaa bbb ccc", "ddd eee", "fff ggg", "hhh iii"], ["abc", "dde", "ffg", "hhi"], [(1, 1)] * 4)
flags = (
    flag_on(bitext.source, 0, 1, "bab", "bob"),
    flag_on(bitext.source, 2, 0, "faf"),
    flag_on(bitext.source, 3, 0, "hah"),
)
bitext = replace(bitext, flags=flags)
review = Review.open(bitext, "review.jsonl", reviewer="anna", encoder=LetterEncoder())
review.widget()"""
"""A small review."""
PID = "print('pid', os.getpid())"
DISK = """import errno
honest = os.fsync
def fsync(descriptor):
    if os.path.exists("full"):
        raise OSError(errno.ENOSPC, "No space left on device")
    honest(descriptor)
os.fsync = fsync"""
"""A disk that is full while a file named ``full`` is there."""


class Lab:
    """One notebook in a page."""

    def __init__(self, page: Page, address: str, name: str) -> None:
        self.page = page
        page.goto(f"{address}/lab/tree/{name}?reset")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60000)
        self.wait_for_kernel()

    def wait_for_kernel(self) -> None:
        """Wait until the status bar shows that the kernel is idle."""
        self.page.get_by_text("| Idle").wait_for(timeout=60000)

    def run_all(self) -> None:
        """Run every cell and wait for the review; a kernel that is still starting does not listen."""
        self.page.evaluate("document.querySelectorAll('.al-desk').forEach((one) => { one.dataset.old = 1; })")
        fresh = self.page.locator(".al-desk[data-ready]:not([data-old])")
        for _ in range(6):
            self.page.get_by_role("menuitem", name="Run", exact=True).click()
            self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
            for _ in range(80):
                if fresh.count():
                    return
                self.page.wait_for_timeout(250)
        raise AssertionError("the review did not open")

    def pid(self) -> int:
        """The kernel's process, as the cell :data:`PID` printed it."""
        printed = self.page.locator(".jp-OutputArea-output", has_text="pid ").first.inner_text()
        return int(printed.split()[-1])

    def run_review(self) -> None:
        """Run the cell of the review alone, from the menu."""
        self.page.evaluate("document.querySelectorAll('.al-desk').forEach((one) => { one.dataset.old = 1; })")
        self.page.locator(".jp-CodeCell .jp-InputArea-editor").first.click()
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name=re.compile("^Run Selected Cell(?! and)")).click()
        self.page.locator(".al-desk[data-ready]:not([data-old])").wait_for()

    def cells(self) -> int:
        """How many cells the notebook has."""
        return self.page.locator(".jp-Notebook .jp-Cell").count()

    def restart_kernel(self) -> None:
        """From the menu, confirmed."""
        self.page.keyboard.press("Escape")
        self.page.get_by_role("menuitem", name="Kernel", exact=True).click()
        self.page.get_by_role("menuitem", name=re.compile("^Restart Kernel…")).click()
        self.page.get_by_role("button", name="Confirm Kernel Restart").click()
        self.wait_for_kernel()


def wait_for(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Until it holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def ops(journal: Path) -> list[str]:
    return (
        [type(entry.operation).__name__ for entry in read_decisions(journal).entries]
        if journal.exists()
        else []
    )


def texts(values: Sequence[str]) -> str:
    """A Python list for a cell."""
    return json.dumps(list(values), ensure_ascii=False)
