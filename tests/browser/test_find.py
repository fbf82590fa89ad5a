"""Find and replace, on the one-file desk and in JupyterLab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.bitext import Bitext
from align.review import Review, read_decisions

from .conftest import open_for_axe
from .lab import HAND, Lab, notebook, ops, wait_for
from .test_desk import downloaded, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SOURCE = [
    "Дивизия ждёт.",
    "Баш ответ о дивизии получен.",
    "Слово за словом.",
    "Без дивизий и без слова.",
    "СЛОВО, слово; Слово.",
]
TARGET = ["The division waits.", "Your reply came.", "Word by word.", "Neither.", "WORD, word; Word."]
TWO_PICTURES = (
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
)
"""Marks are set when the browser draws its next picture."""
TEXT = """(place) => {
  const range = new Range();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return String(range);
}"""


def bitext() -> Bitext:
    """A doubt in the second row; words in several forms and cases."""
    made = bitext_of(SOURCE, TARGET, [(1, 1)] * len(SOURCE))
    return replace(made, flags=(flag_on(made.source, 1, 0, "Ваш"),))


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Page:
    page = opened(Review(bitext(), encoder=LetterEncoder()))
    page.locator(".al-row .al-source").first.click(position={"x": 4, "y": 4})
    return page


def search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.get_by_label("Search both sides").fill(text)


def status(page: Page) -> str:
    return page.locator(".al-hits").inner_text()


def marked(page: Page, name: str = "al-search") -> list[str]:
    """The texts of the hits that are marked in the rows in sight."""
    page.evaluate(TWO_PICTURES)
    found: list[str] = page.evaluate(f"(name) => [...(CSS.highlights.get(name) ?? [])].map({TEXT})", name)
    return found


def test_a_search_goes_from_hit_to_hit(desk: Page) -> None:
    """All hits are marked, one is the current; Enter and F3 go on, with Shift back, around the end."""
    search(desk, "слов")
    assert marked(desk) == ["Слов", "слов", "слов", "СЛОВ", "слов", "Слов"]
    assert (status(desk), marked(desk, "al-hit")) == ("hit 1 of 6", ["Слов"])
    for key, expected in (("Enter", 2), ("F3", 3), ("Shift+F3", 2), ("Shift+Enter", 1), ("Shift+Enter", 6)):
        desk.keyboard.press(key)
        assert status(desk) == f"hit {expected} of 6"
    desk.get_by_label("Whole words").check()
    assert (marked(desk), status(desk)) == ([], "No place holds “слов”.")
    assert desk.locator(".al-row:visible").count() == 5


def test_hits_stay_marked_while_rows_are_drawn_anew(desk: Page) -> None:
    """The cursor on another row draws it word by word: its hits are marked still."""
    search(desk, "слово")
    desk.keyboard.press("ArrowDown")
    assert desk.locator(".al-row.al-current .al-n").inner_text() == "3"
    desk.locator(".al-row .al-source").nth(4).click()
    assert marked(desk) == ["Слово", "слово", "СЛОВО", "слово", "Слово"]
    desk.keyboard.press("F3")
    assert status(desk) == "hit 2 of 5"


def test_hits_are_marked_wherever_the_reader_scrolls(opened: Callable[[Review], Page]) -> None:
    """Of a long review the rows in sight only, and the current hit."""
    texts = [f"word {n}" for n in range(1, 1001)]
    page = opened(Review(bitext_of(texts, texts, [(1, 1)] * len(texts)), encoder=LetterEncoder()))
    page.locator(".al-row .al-source").first.click(position={"x": 4, "y": 4})
    search(page, "word")
    assert 8 <= len(marked(page)) < 500
    page.locator(".al-row").nth(800).evaluate("row => row.scrollIntoView()")
    page.wait_for_timeout(200)
    rows: list[str] = page.evaluate(
        "() => [...CSS.highlights.get('al-search')]"
        ".map((place) => place.startContainer.parentElement.closest('.al-row').ariaRowIndex)"
    )
    assert {"2", "802", "805"} <= set(rows)
    assert len(rows) < 500
    page.keyboard.press("Shift+Enter")
    assert status(page) == "hit 2000 of 2000"
    assert marked(page, "al-hit") == ["word"]


def test_escape_ends_the_search_where_the_cursor_was(desk: Page) -> None:
    """The row that had the cursor has the focus again; nothing is marked."""
    search(desk, "WORD")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Escape")
    assert marked(desk) == []
    assert desk.get_by_label("Search both sides").input_value() == ""
    assert desk.locator(".al-findbar").is_hidden()
    focused = desk.evaluate("document.activeElement.closest('.al-row').querySelector('.al-n').textContent")
    assert focused == "1"


def test_nothing_found_hides_nothing(desk: Page) -> None:
    """The bar tells it in plain words; an expression that is none is told, too."""
    search(desk, "xyz")
    desk.get_by_label("Only rows with hits").check()
    assert status(desk) == "No place holds “xyz”."
    assert desk.locator(".al-row:visible").count() == 5
    desk.get_by_label("Regular expression").check()
    desk.get_by_label("Search both sides").fill("(")
    assert status(desk) == "This is no regular expression."
    desk.get_by_label("Search both sides").fill("^wor")
    assert desk.locator(".al-row:visible").count() == 2


def test_words_are_found_in_all_their_forms(desk: Page) -> None:
    """A word of either language finds its forms, never a part of another word."""
    search(desk, "дивизия")
    desk.get_by_label("Word forms").check()
    assert marked(desk) == ["Дивизия", "дивизии", "дивизий"]
    assert status(desk) == "hit 1 of 3"


def test_a_misreading_is_found_after_it_was_corrected(desk: Page) -> None:
    """The hit is the correction, and the bar tells what was read there."""
    desk.locator(".al-row .al-source").nth(1).click(position={"x": 4, "y": 4})
    desk.keyboard.press("a")
    search(desk, "Баш ответ")
    assert status(desk) == "hit 1 of 1, was read “Баш ответ”"
    assert marked(desk, "al-hit") == ["Ваш ответ"]


def test_words_are_replaced_after_a_look_and_taken_back_by_one_undo(desk: Page, tmp_path: Path) -> None:
    """The places are listed with their context; what is not ticked stays; capitals stay capitals."""
    before = shown(desk)
    desk.keyboard.press("h")
    desk.get_by_label("Find", exact=True).fill("слово")
    desk.keyboard.press("Enter")
    desk.keyboard.type("дело")
    places = desk.locator(".al-place")
    assert places.count() == 4
    assert places.nth(1).locator("del, ins").all_inner_texts() == ["СЛОВО", "ДЕЛО"]
    places.nth(2).locator("input").uncheck()
    desk.get_by_role("button", name="Replace 3 places").click()
    assert [source for source, _ in shown(desk)][2:] == [
        "Дело за словом.",
        "Без дивизий и без слова.",
        "ДЕЛО, слово; Дело.",
    ]
    assert desk.locator(".al-live").inner_text() == "Replaced 3 places. Ctrl+Z takes all back."
    path = downloaded(desk, tmp_path)
    review = Review(bitext(), None, read_decisions(path))
    assert "ДЕЛО, слово; Дело." in review.corrected()
    assert [type(one).__name__ for one, _ in review.history.done] == ["Edit"]
    desk.keyboard.press("Control+z")
    assert shown(desk) == before


def test_the_side_at_the_cursor_is_replaced(desk: Page) -> None:
    """Nothing to replace is told; parts of words count where whole words are not asked for."""
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("h")
    desk.get_by_label("Find", exact=True).fill("wor")
    assert "No place holds" in desk.locator(".al-replacing").inner_text()
    assert desk.locator(".al-dialog .al-primary").is_disabled()
    desk.get_by_label("Whole words").last.uncheck()
    assert desk.locator(".al-place").count() == 5
    desk.get_by_label("In the").select_option("source")
    assert desk.locator(".al-place").count() == 0
    desk.keyboard.press("Escape")
    assert desk.locator(".al-dialog").is_hidden()


def test_no_barrier_that_axe_knows(chromium: Browser, axe: str, tmp_path: Path) -> None:
    """axe-core finds nothing in the bar of a search and in the dialog that replaces."""
    with open_for_axe(chromium, Review(bitext(), encoder=LetterEncoder()), tmp_path) as page:
        page.evaluate(axe)
        search(page, "слово")
        found = violations(page)
        page.keyboard.press("Escape")
        page.keyboard.press("h")
        page.get_by_label("Find", exact=True).fill("слово")
        found += violations(page)
    assert found == []


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "async () => (await axe.run()).violations.map((v) => v.id + ': ' + v.nodes[0].html)"
    )
    return found


CELL = f"""import sys
sys.path.insert(0, {HAND!r})
from hand import LetterEncoder, bitext_of
from align.review import Review
bitext = bitext_of({SOURCE!r}, {TARGET!r}, [(1, 1)] * {len(SOURCE)})
review = Review.open(bitext, "review.jsonl", reviewer="anna", encoder=LetterEncoder())
review.widget()"""


def test_find_and_replace_in_jupyterlab(server: tuple[str, Path], page: Page) -> None:
    """Python gives the forms of a word; words replaced are one decision on the disk."""
    address, root = server
    folder = root / "test_find"
    folder.mkdir()
    notebook(folder / "review.ipynb", CELL)
    Lab(page, address, f"{folder.name}/review.ipynb").run_all()
    journal = folder / "review.jsonl"
    page.locator(".al-row .al-source").first.click()
    search(page, "дивизиям")
    page.get_by_label("Word forms").check()
    page.locator(".al-hits", has_text="hit 1 of 3").wait_for()
    assert marked(page) == ["Дивизия", "дивизии", "дивизий"]
    page.get_by_label("Search both sides").press("Escape")
    page.keyboard.press("h")
    page.get_by_label("Find", exact=True).fill("слово")
    page.get_by_label("Replace with").fill("дело")
    page.keyboard.press("Enter")
    page.locator(".al-live", has_text="Replaced 4 places. Ctrl+Z takes all back.").wait_for()
    wait_for(lambda: ops(journal) == ["Edit"])
    assert page.locator(".al-row .al-source").nth(4).inner_text() == "ДЕЛО, дело; Дело."
    page.keyboard.press("Control+z")
    wait_for(lambda: ops(journal) == ["Edit", "Undo"])
    page.locator(".al-row .al-source", has_text="СЛОВО, слово; Слово.").wait_for()
