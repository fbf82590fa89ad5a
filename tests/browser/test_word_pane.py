"""The pane for a word, on the one-file desk and in JupyterLab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.bitext import Bitext
from align.review import Review

from .conftest import open_for_axe
from .lab import HAND, Lab, notebook
from .test_find import violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SOURCE = ["Петров видел дивизию.", "Баш ответ от Петрова.", "Без дивизий.", "Конец."]
TARGET = ["Petrov saw the division.", "A reply from Petrow.", "No divisions.", "The end."]


def bitext() -> Bitext:
    made = bitext_of(SOURCE, TARGET, [(1, 1)] * len(SOURCE))
    return replace(made, flags=(flag_on(made.source, 1, 0, "Ваш"),))


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Page:
    page = opened(Review(bitext(), encoder=LetterEncoder()))
    page.locator(".al-row .al-source").first.click(position={"x": 4, "y": 4})
    return page


def pane(page: Page) -> Locator:
    return page.locator(".al-wordpane")


def shown_word(page: Page) -> str:
    return pane(page).locator("h2").inner_text()


def places(page: Page) -> list[str]:
    return pane(page).locator(".al-wordplace").all_inner_texts()


def click_word(page: Page, row: int, word: str) -> None:
    """Click on a word of a cell, whether the row is drawn word by word or not."""
    box = page.evaluate(
        """([row, word]) => {
             const cell = document.querySelectorAll(".al-row .al-source")[row];
             const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
             for (let node = walker.nextNode(); node; node = walker.nextNode()) {
               const at = node.data.indexOf(word);
               if (at < 0) continue;
               const range = new Range();
               range.setStart(node, at);
               range.setEnd(node, at + word.length);
               const { x, y, width, height } = range.getBoundingClientRect();
               return [x + width / 2, y + height / 2];
             } }""",
        [row, word],
    )
    page.mouse.click(*box)


def test_the_pane_lists_the_places_of_the_word_in_all_its_forms(desk: Page) -> None:
    """``p`` opens it for the word in the cell, a click on another word changes it, ``p`` shuts it."""
    desk.keyboard.press("p")
    assert shown_word(desk) == "Петров"
    assert places(desk) == ["row 1 Петров видел дивизию.", "row 2 Баш ответ от Петрова."]
    click_word(desk, 2, "дивизий")
    assert shown_word(desk) == "дивизий"
    assert places(desk) == ["row 1 Петров видел дивизию.", "row 3 Без дивизий."]
    desk.keyboard.press("p")
    assert pane(desk).is_hidden()
    desk.get_by_role("button", name="Tools").click()
    desk.get_by_role("menuitem", name="The word at the cursor").click()
    assert shown_word(desk) == "дивизий"
    pane(desk).get_by_role("button", name="Close").click()
    assert pane(desk).is_hidden()


def test_a_place_is_one_click_away(desk: Page) -> None:
    """The cursor goes to its row, the word is marked there, and the pane keeps its word."""
    click_word(desk, 2, "дивизий")
    desk.keyboard.press("p")
    pane(desk).locator(".al-wordplace").first.click()
    assert desk.locator(".al-row.al-current .al-n").inner_text() == "1"
    desk.wait_for_function("CSS.highlights.get('al-word-place')?.size === 1")
    marked = desk.evaluate(
        "[...CSS.highlights.get('al-word-place')]"
        ".map((one) => one.startContainer.data.slice(one.startOffset, one.endOffset))"
    )
    assert marked == ["дивизию"]
    assert shown_word(desk) == "дивизий"


def test_the_pane_follows_the_doubt_and_the_caret(desk: Page) -> None:
    """The word in doubt of the row at the cursor; the word at the caret of a text that is typed."""
    desk.keyboard.press("p")
    desk.keyboard.press("n")
    pane(desk).locator("h2", has_text="Баш").wait_for()
    desk.keyboard.press("e")
    desk.keyboard.press("End")
    desk.keyboard.press("ArrowLeft")
    pane(desk).locator("h2", has_text="Петрова").wait_for()


def test_the_words_linked_to_it_are_its_translations(desk: Page) -> None:
    """With the number of places, as far as the page has links."""
    click_word(desk, 0, "Петров")
    desk.keyboard.press("p")
    listed = pane(desk).locator(".al-counted").first
    assert listed.locator("li").all_inner_texts() == ["Petrov × 1", "Petrow × 1"]


def test_no_barrier_that_axe_knows(chromium: Browser, axe: str, tmp_path: Path) -> None:
    """axe-core finds nothing in the pane."""
    with open_for_axe(chromium, Review(bitext(), encoder=LetterEncoder()), tmp_path) as page:
        page.evaluate(axe)
        page.keyboard.press("p")
        assert pane(page).is_visible()
        assert violations(page) == []


CELL = f"""import sys
sys.path.insert(0, {HAND!r})
from hand import LetterEncoder, bitext_of
from align.review import Review
from pathlib import Path
Path("terms.tsv").write_text("дивизия\\tdivision\\tdivizion\\n", encoding="utf-8")
bitext = bitext_of({SOURCE!r}, {TARGET!r}, [(1, 1)] * {len(SOURCE)})
review = Review.open(bitext, "review.jsonl", encoder=LetterEncoder(), glossary="terms.tsv")
review.widget()"""


def test_python_knows_the_glossary_and_the_spellings_of_a_name(server: tuple[str, Path], page: Page) -> None:
    """In JupyterLab the pane has the glossary's term, and how a name is spelt on both sides."""
    address, root = server
    folder = root / "test_word_pane"
    folder.mkdir()
    notebook(folder / "review.ipynb", CELL)
    Lab(page, address, f"{folder.name}/review.ipynb").run_all()
    click_word(page, 2, "дивизий")
    page.keyboard.press("p")
    pane(page).get_by_text("дивизия → division; not: divizion").wait_for()
    click_word(page, 1, "Петрова")
    pane(page).get_by_text("Spelt in the translation").wait_for()
    listed = pane(page).locator(".al-counted li").all_inner_texts()
    assert {"Petrov × 1", "Petrow × 1"} <= set(listed)
