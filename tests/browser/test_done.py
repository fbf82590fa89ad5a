"""Done means answered; what comes next is offered; nothing is written before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hand import LetterEncoder

from align.review import Review

from .lab import Lab, notebook, ops, wait_for
from .test_desk import bitext

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Page:
    """The desk of three doubts in four rows, focus on its first row."""
    page = opened(Review(bitext(), encoder=LetterEncoder()))
    page.locator(".al-row").first.locator(".al-source").click(position={"x": 4, "y": 4})
    return page


def live(page: Page) -> str:
    return page.locator(".al-live").inner_text()


def test_a_row_with_open_doubts_is_confirmed_by_a_second_enter(desk: Page) -> None:
    """The first Enter counts them; another key in between asks anew."""
    desk.keyboard.press("Enter")
    assert live(desk).startswith("1 doubt is unanswered in this row. Enter once more")
    assert desk.locator(".al-row.al-is-confirmed").count() == 0
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Enter")
    assert desk.locator(".al-row.al-is-confirmed").count() == 0
    desk.keyboard.press("Enter")
    assert desk.locator(".al-row.al-is-confirmed").count() == 1


def test_confirming_all_above_counts_open_doubts_first(desk: Page) -> None:
    """All rows to here with their doubts: counted first."""
    desk.keyboard.press("End")
    desk.keyboard.press("Shift+C")
    assert live(desk).startswith("3 doubts are unanswered in these rows. Shift+C once more")
    desk.keyboard.press("Shift+C")
    assert desk.locator(".al-row.al-is-confirmed").count() == 4


def test_nothing_left_appears_only_where_nothing_is_open(desk: Page) -> None:
    """Open doubts in confirmed rows are counted, shown, and go away when they are answered."""
    desk.keyboard.press("End")
    desk.keyboard.press("Shift+C")
    desk.keyboard.press("Shift+C")
    done = desk.locator(".al-done")
    assert done.inner_text().startswith("3 doubts are unanswered in rows that you confirmed.")
    assert "Nothing left" not in done.inner_text()
    desk.keyboard.press("n")
    assert "3 doubts are unanswered" in live(desk)
    done.get_by_role("button", name="Show them").click()
    assert desk.locator(".al-row:visible").count() == 3
    for _ in range(3):
        desk.keyboard.press("x")
    assert done.inner_text().startswith("✓ Nothing left to review.")
    assert done.get_by_role("button", name="Save as…").is_visible()


def test_the_desk_hands_over_its_texts(desk: Page, tmp_path: Path) -> None:
    """A look first, then the file that the look showed."""
    desk.keyboard.press("a")
    desk.keyboard.press("Control+Shift+S")
    desk.get_by_label("Format").select_option("original")
    assert desk.locator(".al-look").inner_text().startswith("aaa bab ccc\nddd eee. fff\n")
    assert "2 doubts are unanswered" in desk.locator(".al-look-notes").inner_text()
    with desk.expect_download() as download:
        desk.keyboard.press("Enter")
    assert download.value.suggested_filename == "source.txt.clean.original.txt"
    download.value.save_as(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("aaa bab ccc\n")


def test_save_as_is_clean_for_assistive_technology(desk: Page, axe: str) -> None:
    """axe-core finds nothing in the dialog and at the end."""
    desk.keyboard.press("Control+Shift+S")
    desk.evaluate(axe)
    found = desk.evaluate("axe.run().then((result) => result.violations.map((one) => one.id))")
    assert found == []
    desk.keyboard.press("Escape")
    for _ in range(2):
        desk.keyboard.press("End")
        desk.keyboard.press("Shift+C")
        desk.keyboard.press("Shift+C")
    assert desk.evaluate("axe.run().then((result) => result.violations.map((one) => one.id))") == []


def test_the_notebook_writes_the_file_that_was_chosen(lab: tuple[Lab, Path]) -> None:
    """By keys alone: a Word document beside the journal; a second time it asks before it replaces."""
    made, journal = lab
    page = made.page
    page.locator(".al-row .al-source").first.click()
    page.keyboard.press("a")
    wait_for(lambda: ops(journal) == ["Accept"])
    before = {path.name for path in journal.parent.iterdir()}
    page.keyboard.press("Control+Shift+S")
    page.locator(".al-look td", has_text="aaa bab ccc").wait_for()  # as it was corrected
    assert {path.name for path in journal.parent.iterdir()} == before
    page.keyboard.press("Enter")
    page.locator(".al-live", has_text="Written:").wait_for()
    document = journal.with_name("source.docx")
    assert document.read_bytes()[:2] == b"PK"
    page.keyboard.press("Control+Shift+S")
    page.locator(".al-look td", has_text="aaa").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("source.docx is there already").wait_for()
    assert page.get_by_role("button", name="Replace").is_visible()


def test_the_next_document_is_chosen_on_the_start_page(lab: tuple[Lab, Path]) -> None:
    """In a folder with a start page the end of a review leads there, in a tab of the same JupyterLab."""
    made, journal = lab
    page = made.page
    notebook(journal.with_name("start.review.ipynb"), "print('the start page')")
    made.restart_kernel()  # which holds the journal
    made.run_all()
    page.locator(".al-row .al-source").first.click()
    page.keyboard.press("End")
    page.keyboard.press("Shift+C")
    page.keyboard.press("Shift+C")
    page.get_by_role("button", name="Show them").click()
    for _ in range(3):
        page.keyboard.press("x")
    page.get_by_role("button", name="Next document…").click()
    page.locator(".lm-TabBar-tab.jp-mod-current", has_text="start.review.ipynb").first.wait_for()
