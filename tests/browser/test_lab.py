"""The review in JupyterLab itself."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.review import read_decisions

from .lab import Lab, notebook, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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
PID = "print('pid', os.getpid())"
DISK = """import errno
honest = os.fsync
def fsync(descriptor):
    if os.path.exists("full"):
        raise OSError(errno.ENOSPC, "No space left on device")
    honest(descriptor)
os.fsync = fsync"""


@pytest.fixture(scope="module")
def server(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:  # noqa: ARG001 - skipped where there is no browser
    folder = tmp_path_factory.mktemp("lab")
    with running(folder) as address:
        yield address, folder


@pytest.fixture
def lab(server: tuple[str, Path], page: Page, request: pytest.FixtureRequest) -> tuple[Lab, Path]:
    """A fresh notebook with the review open, and its journal's path."""
    address, folder = server
    home = folder / request.node.name
    home.mkdir()
    notebook(home / "review.ipynb", CELL, PID, DISK)
    made = Lab(page, address, f"{request.node.name}/review.ipynb")
    made.run_all()
    return made, home / "review.jsonl"


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


def focus(page: Page) -> None:
    page.locator(".al-row .al-source").first.click()


def russian(page: Page, key: str, code: str, *, control: bool = False) -> None:
    """A key as a Russian layout sends it, from the browser's own input on."""
    devtools = page.context.new_cdp_session(page)
    event = {"key": key, "code": code, "modifiers": 2 if control else 0}
    for kind in ("rawKeyDown", "keyUp"):
        devtools.send("Input.dispatchKeyEvent", {"type": kind, **event})
    devtools.detach()


def test_keys_decide_and_do_not_leak(lab: tuple[Lab, Path]) -> None:
    """Letters that are the notebook's own shortcuts reach the review only; each decision is on disk."""
    made, journal = lab
    page = made.page
    cells = made.cells()
    focus(page)
    page.keyboard.press("a")
    wait_for(lambda: ops(journal) == ["Accept"])
    page.locator(".al-row").nth(2).locator(".al-source").click()
    for key in ("b", "y", "z", "1"):
        page.keyboard.press(key)
    for key, code in (("и", "KeyB"), ("н", "KeyY")):  # "b" and "y": insert a cell, make it code
        russian(page, key, code)
    wait_for(lambda: ops(journal) == ["Accept", "FlagForLater", "Accept", "FlagForLater"])
    page.keyboard.press("ArrowUp")
    page.keyboard.press("m")
    wait_for(lambda: ops(journal)[-1] == "RegroupRows")
    page.wait_for_function("document.querySelectorAll('.al-row').length === 3")
    russian(page, "я", "KeyZ", control=True)
    wait_for(lambda: ops(journal)[-1] == "Undo")
    page.wait_for_function("document.querySelectorAll('.al-row').length === 4")
    page.keyboard.press("Control+s")
    page.locator(".al-live", has_text="Saved").wait_for()
    assert made.cells() == cells
    assert page.locator(".jp-Dialog").count() == 0


def test_a_killed_and_a_restarted_kernel_resume(lab: tuple[Lab, Path]) -> None:
    """``kill -9`` of the kernel right after a decision, and a restart: the cell run again goes on."""
    made, journal = lab
    page = made.page
    focus(page)
    page.keyboard.press("a")
    wait_for(lambda: ops(journal) == ["Accept"])
    pid = int(page.get_by_text("pid ").last.inner_text().split()[-1])
    os.kill(pid, signal.SIGKILL)
    page.locator(".al-cell[tabindex='0']").press("a")
    page.locator(".al-live.al-trouble", has_text="run the cell again").wait_for(timeout=20000)
    dialog = page.locator(".jp-Dialog button", has_text="Ok")
    dialog.wait_for(timeout=60000)
    dialog.click()
    made.run_all()
    page.locator(".al-mark.al-accepted", has_text="bab").wait_for(timeout=20000)
    made.restart_kernel()
    made.run_all()
    page.locator(".al-mark.al-accepted", has_text="bab").wait_for(timeout=20000)
    focus(page)
    page.keyboard.press("Control+z")
    wait_for(lambda: ops(journal) == ["Accept", "Undo"])


def test_a_full_disk_is_reported_at_once_and_costs_nothing(lab: tuple[Lab, Path]) -> None:
    """Decisions stay on the screen under a warning; with room again, saving writes all of them."""
    made, journal = lab
    page = made.page
    full = journal.with_name("full")
    full.touch()
    focus(page)
    for key in ("a", "a"):
        page.keyboard.press(key)
    page.locator(".al-mark.al-accepted", has_text="faf").wait_for()
    assert page.locator(".al-mark.al-accepted").all_inner_texts() == ["bab", "faf"]
    assert "No space left on device" in page.locator(".al-note").inner_text()
    assert "saved" not in page.locator(".al-tally").inner_text()
    assert ops(journal) == []
    page.keyboard.press("Control+s")
    page.locator(".al-live.al-trouble", has_text="not saved").wait_for()
    full.unlink()
    page.keyboard.press("Control+s")
    page.locator(".al-live", has_text=re.compile("^Saved")).wait_for()
    assert page.locator(".al-note").inner_text() == ""
    assert ops(journal) == ["Accept", "Accept"]
    page.keyboard.press("Control+z")
    wait_for(lambda: ops(journal) == ["Accept", "Accept", "Undo"])
