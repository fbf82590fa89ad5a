"""The review in JupyterLab itself."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from .lab import Lab, ops, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Page


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
    """``kill -9`` of the kernel: what was not saved is named; its cell run alone goes on; a restart, too."""
    made, journal = lab
    page = made.page
    focus(page)
    page.keyboard.press("a")
    wait_for(lambda: ops(journal) == ["Accept"])
    pid = made.pid()
    os.kill(pid, signal.SIGSTOP)
    page.locator(".al-cell[tabindex='0']").press("a")  # on its way to a kernel that will not answer
    os.kill(pid, signal.SIGKILL)
    warning = page.locator(".al-note")
    warning.get_by_text("Not saved: row 3: “fff” → “faf”. Everything before is saved.").wait_for(
        timeout=30000
    )
    assert "run this cell again" in warning.inner_text()
    dialog = page.locator(".jp-Dialog button", has_text="Ok")
    dialog.wait_for(timeout=60000)
    dialog.click()
    made.run_review()
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


def test_the_whole_review_is_in_sight_together(lab: tuple[Lab, Path]) -> None:
    """On 1,280 x 720 the bars, the row, its doubt and the line of messages fit into the notebook's view."""
    made, _ = lab
    page = made.page
    page.set_viewport_size({"width": 1280, "height": 720})
    page.locator(".al-row .al-source").first.click()
    fits = """() => { const desk = document.querySelector(".al-desk");
      return desk.offsetHeight <= desk.closest(".jp-WindowedPanel-outer").clientHeight }"""
    page.wait_for_function(fits)
    page.keyboard.press("p")  # with the pane for a word, too
    page.locator(".al-wordpane").wait_for()
    page.wait_for_function(fits)
    parts = (".al-current", ".al-card-chosen .al-main-action", ".al-live")
    assert all(page.locator(part).first.is_visible() for part in parts)
