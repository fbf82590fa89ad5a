"""One doubt at a time, errors of one kind as a list, and the strip beside the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.bitext import Bitext
from align.review import Review

from .lab import Lab, ops, wait_for
from .test_desk import bitext, box, downloaded, replayed
from .test_lab import russian

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

VIOLATIONS = "async () => (await axe.run()).violations.map((v) => v.id + ': ' + v.nodes[0].html)"


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Callable[..., Page]:
    """The desk of a bitext, focus on its first row."""

    def begin(made: Bitext | None = None) -> Page:
        page = opened(Review(made or bitext(), encoder=LetterEncoder()))
        page.locator(".al-row").first.locator(".al-source").click(position={"x": 4, "y": 4})
        return page

    return begin


def sentence(page: Page) -> str:
    """The sentence that the view shows, with what was read and what is suggested."""
    return page.locator(".al-one-doubtful").inner_text()


def test_doubts_of_the_whole_document_are_decided_one_after_the_other(
    desk: Callable[..., Page], tmp_path: Path
) -> None:
    """Accepted, kept, typed, by keys alone; the end is shown, and the table is back where it was."""
    page = desk()
    page.keyboard.press("f")
    assert page.locator(".al-grid").is_hidden()
    assert sentence(page) == "aaa bbb bab ccc"
    assert "0 of 3" in page.locator(".al-one").inner_text()
    page.keyboard.press("a")
    assert sentence(page) == "ggg gag hhh"
    assert "1 of 3" in page.locator(".al-one").inner_text()
    page.keyboard.press("e")
    page.keyboard.type("own words")
    page.keyboard.press("Enter")
    assert sentence(page) == "iii bbb bab"
    page.keyboard.press("x")
    assert "Every doubt is decided" in page.locator(".al-one").inner_text()
    assert "No row needs review" in page.locator(".al-one").inner_text()
    page.keyboard.press("Enter")
    assert page.locator(".al-one").count() == 0
    assert page.locator(".al-cell:focus").inner_text() == "iii bbb"
    review = replayed(downloaded(page, tmp_path))
    assert review.corrected() == "aaa bab ccc\nddd eee. fff\nown words hhh\niii bbb\n- 7 -\n"
    assert [row.status for row in review.rows] == ["auto"] * 4


def test_undo_shows_the_doubt_again(desk: Callable[..., Page]) -> None:
    """Also from the end, also by mouse; redo goes on."""
    page = desk()
    page.keyboard.press("f")
    for key in "axx":
        page.keyboard.press(key)
    assert page.locator(".al-one-end").is_visible()
    page.keyboard.press("Control+z")
    assert sentence(page) == "iii bbb bab"
    page.get_by_role("button", name="Undo").click()
    assert sentence(page) == "ggg gag hhh"
    page.keyboard.press("Control+Shift+Z")
    assert sentence(page) == "iii bbb bab"
    assert "2 of 3" in page.locator(".al-one").inner_text()


def test_a_doubt_is_skipped_and_comes_again(desk: Callable[..., Page], tmp_path: Path) -> None:
    """``n`` goes round; nothing is decided. Esc goes to the row of the doubt that was shown."""
    page = desk()
    page.keyboard.press("f")
    shown = []
    for _ in range(3):
        shown.append(sentence(page))
        page.keyboard.press("n")
    assert shown == ["aaa bbb bab ccc", "ggg gag hhh", "iii bbb bab"]
    assert sentence(page) == shown[0]
    assert "From the top again" in page.locator(".al-live").inner_text()
    page.keyboard.press("Shift+N")
    assert sentence(page) == shown[2]
    page.keyboard.press("Escape")
    assert page.locator(".al-cell:focus").inner_text() == "iii bbb"
    assert replayed(downloaded(page, tmp_path)).history.done == ()


def test_one_doubt_at_a_time_by_mouse(desk: Callable[..., Page], tmp_path: Path) -> None:
    """Each key of the view is a button; further suggestions, too."""
    page = desk()
    page.get_by_role("button", name="One by one").click()
    one = page.locator(".al-one")
    one.get_by_role("button", name="2 bob").click()
    assert sentence(page) == "ggg gag hhh"
    one.get_by_role("button", name="x Stays as it is").click()
    one.get_by_role("button", name="n Skip").click()
    one.get_by_role("button", name="e Type it").click()
    page.locator(".al-one-field").fill("ibi")
    one.get_by_role("button", name="Keep").click()
    one.get_by_role("button", name="Back to the table").last.click()
    review = replayed(downloaded(page, tmp_path))
    assert review.corrected() == "aaa bob ccc\nddd eee. fff\nggg hhh\niii ibi\n- 7 -\n"


def test_the_same_error_everywhere_is_decided_from_the_view(
    desk: Callable[..., Page], tmp_path: Path
) -> None:
    """Shift+A previews and decides as in the table; the keys then reach the view again."""
    page = desk()
    page.keyboard.press("f")
    page.keyboard.press("Shift+A")
    page.keyboard.press("Enter")
    assert sentence(page) == "ggg gag hhh"
    assert "2 of 3" in page.locator(".al-one").inner_text()
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    assert page.locator(".al-one-end").is_visible()
    assert replayed(downloaded(page, tmp_path)).corrected().count("bab") == 2


def test_the_end_names_the_rows_that_wait_for_another_decision(desk: Callable[..., Page]) -> None:
    """Rows paired by hand wait to be confirmed; the table begins at one of them."""
    page = desk()
    page.keyboard.press("m")
    page.keyboard.press("f")
    for _ in range(3):
        page.keyboard.press("x")
    assert "1 row paired by hand, to be confirmed" in page.locator(".al-one").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".al-row.al-current .al-n").inner_text() == "1"
    assert "1 of 3 rows need review" in page.locator(".al-tally").inner_text()


def test_the_time_left_follows_from_the_reviewers_own_pace(desk: Callable[..., Page]) -> None:
    """Nothing is said before some decisions."""
    words = [f"word{n}" for n in range(12)]
    made = bitext_of(words, words, [(1, 1)] * 12)
    made = replace(made, flags=tuple(flag_on(made.source, n, 0, "Word") for n in range(12)))
    page = desk(made)
    page.keyboard.press("f")
    for _ in range(4):
        page.keyboard.press("a")
    assert " left" not in page.locator(".al-one-head").inner_text()
    page.keyboard.press("a")
    assert "less than a minute left" in page.locator(".al-one-head").inner_text()


def within(page: Page, seen: Locator) -> bool:
    """Whether an element is in sight as a whole, in the page and in what scrolls around it."""
    place, around = box(seen), box(page.locator(".al-one"))
    size = page.viewport_size or {"width": 0, "height": 0}
    inside = place["y"] >= around["y"] and place["y"] + place["height"] <= around["y"] + around["height"]
    return (
        inside
        and place["x"] >= 0
        and place["x"] + place["width"] <= size["width"]
        and (place["y"] >= 0 and place["y"] + place["height"] <= size["height"])
    )


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 360), (390, 780)])
def test_sentence_suggestion_and_keys_are_in_sight_together(
    opened: Callable[[Review], Page], page: Page, width: int, height: int
) -> None:
    """Also at 200 % zoom, and where the sentence is longer than the screen."""
    page.set_viewport_size({"width": width, "height": height})
    long = ["word " * 90 + f"end{n}" for n in range(3)]
    made = bitext_of(long, long, [(1, 1)] * 3)
    flags = (flag_on(made.source, 0, 40, "Word", "Lord"), flag_on(made.source, 2, 89, "Word"))
    opened(Review(replace(made, flags=flags), encoder=LetterEncoder()))
    page.keyboard.press("f")
    for _ in range(2):
        for seen in (".al-one-mark del", ".al-one-mark ins", *(f".al-one-key >> nth={n}" for n in range(4))):
            assert within(page, page.locator(seen)), seen
        page.keyboard.press("a")


def kinds_bitext() -> Bitext:
    """Two words with the same letters misread, one with others."""
    made = bitext_of(["aaa bib", "ccc did", "eee fof"], ["ab", "cd", "ef"], [(1, 1)] * 3)
    flags = (
        flag_on(made.source, 0, 1, "bab"),
        flag_on(made.source, 1, 1, "dad"),
        flag_on(made.source, 2, 1, "fef"),
    )
    return replace(made, flags=flags)


def test_errors_of_one_kind_are_accepted_in_one_go(desk: Callable[..., Page], tmp_path: Path) -> None:
    """By keys alone: the largest kind first, its places with old and new text; one undo takes all back."""
    page = desk(kinds_bitext())
    page.keyboard.press("t")
    kinds = page.locator(".al-kindbutton")
    assert [text.split("\n")[:2] for text in kinds.all_inner_texts()] == [
        ["i for a", "2 places"],
        ["o for e", "1 place"],
    ]
    page.keyboard.press("Enter")
    dialog = page.locator(".al-dialog")
    assert "i for a: 2 places" in dialog.inner_text()
    assert [" ".join(text.split()) for text in page.locator(".al-place").all_inner_texts()] == [
        "row 1 aaa bib bab likely",
        "row 2 ccc did dad likely",
    ]
    page.keyboard.press("Enter")
    assert [text.split("\n")[0] for text in kinds.all_inner_texts()] == ["o for e"]
    page.keyboard.press("Control+z")
    assert kinds.count() == 2
    page.keyboard.press("Control+Shift+Z")
    page.keyboard.press("Escape")
    assert page.locator(".al-cell:focus").count() == 1
    review = replayed(downloaded(page, tmp_path), kinds_bitext())
    assert review.corrected() == "aaa bab\nccc dad\neee fof\n- 7 -\n"
    assert len(review.history.done) == 1


def test_places_of_a_kind_are_chosen_and_left_as_they_are(desk: Callable[..., Page], tmp_path: Path) -> None:
    """By mouse: what is not chosen stays open; the others stay as they were read."""
    page = desk(kinds_bitext())
    page.get_by_role("button", name="Tools").click()
    page.get_by_role("menuitem", name="Errors of one kind").click()
    page.get_by_role("button", name="i for a").click()
    page.locator(".al-place").first.click()
    assert page.get_by_role("button", name="Accept at 1 place").is_visible()
    page.get_by_role("button", name="The chosen stay as they are").click()
    page.get_by_role("button", name="i for a").click()
    assert "bib" in page.locator(".al-place").inner_text()
    page.get_by_role("button", name="Accept at 1 place").click()
    page.get_by_role("button", name="Close").click()
    review = replayed(downloaded(page, tmp_path), kinds_bitext())
    assert review.corrected() == "aaa bab\nccc did\neee fof\n- 7 -\n"
    assert [doubt.state for doubt in review.doubts.every(review.state)] == ["accepted", "kept", "open"]


def strip_bitext(rows: int = 200) -> Bitext:
    """Rows of which every tenth has an open doubt."""
    words = [f"row{n} end" for n in range(1, rows + 1)]
    made = bitext_of(words, words, [(1, 1)] * rows)
    return replace(made, flags=tuple(flag_on(made.source, n, 1, "and") for n in range(9, rows, 10)))


def marks(page: Page, name: str) -> int:
    """How many marks of one kind the strip shows; drawing waits for the next frame."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    drawn: str = page.locator(f".al-map-{name}").evaluate("one => one.style.clipPath")
    return drawn.upper().count("V")


def test_the_strip_shows_what_is_where(desk: Callable[..., Page]) -> None:
    """Open doubts, confirmed rows, the search's finds; what changes is drawn anew."""
    page = desk(strip_bitext())
    assert marks(page, "open") == 20
    assert (marks(page, "confirmed"), marks(page, "doubtful"), marks(page, "found")) == (0, 0, 0)
    page.keyboard.press("n")
    page.keyboard.press("a")
    assert marks(page, "open") == 19
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # it has an open doubt
    assert marks(page, "confirmed") == 1
    page.get_by_label("Search both sides").fill("row1")
    assert marks(page, "found") == 111
    page.keyboard.press("Escape")
    assert marks(page, "found") == 0


def test_the_strip_goes_to_the_row_that_is_clicked_and_dragged_to(desk: Callable[..., Page]) -> None:
    """A click brings the cursor there; dragging scrolls, and the part in sight follows."""
    page = desk(strip_bitext())
    strip = box(page.locator(".al-map"))
    sight = page.locator(".al-map-sight")
    x = strip["x"] + strip["width"] / 2
    page.mouse.click(x, strip["y"] + strip["height"] / 2)
    number = int(page.locator(".al-row.al-current .al-n").inner_text())
    assert 95 <= number <= 106
    assert page.locator(".al-cell:focus").count() == 1
    assert box(page.locator(".al-grid"))["y"] < box(page.locator(".al-row.al-current"))["y"]
    page.mouse.move(x, strip["y"] + 2)
    page.mouse.down()
    for part in (0.3, 0.6, 0.9):
        page.mouse.move(x, strip["y"] + part * strip["height"])
        marks(page, "open")
        middle = box(sight)["y"] + box(sight)["height"] / 2 - strip["y"]
        assert abs(middle / strip["height"] - part) < 0.05
    page.mouse.up()
    assert int(page.locator(".al-row.al-current .al-n").inner_text()) > 170


def test_the_strip_is_not_there_for_assistive_technology(desk: Callable[..., Page], axe: str) -> None:
    """It has no tab stop and no name; axe-core finds no barrier."""
    page = desk(strip_bitext())
    assert page.locator(".al-map").get_attribute("aria-hidden") == "true"
    assert page.locator(".al-map [tabindex], .al-map button").count() == 0
    page.evaluate(axe)
    assert page.evaluate("async () => (await axe.run()).violations.map((one) => one.id)") == []


def test_one_doubt_at_a_time_in_a_notebook(lab: tuple[Lab, Path]) -> None:
    """Each decision is on disk, undo shows its doubt again, and no key reaches the notebook."""
    made, journal = lab
    page, cells = made.page, made.cells()
    page.locator(".al-row .al-source").first.click()
    page.keyboard.press("f")
    assert sentence(page) == "aaa bbb bab ccc"
    page.keyboard.press("a")
    for key in ("b", "y", "z"):
        page.keyboard.press(key)
    assert sentence(page) == "fff faf ggg"
    russian(page, "ч", "KeyX")
    page.keyboard.press("e")
    page.keyboard.type("dd x")
    page.keyboard.press("Enter")
    wait_for(lambda: ops(journal) == ["Accept", "Reject", "Edit"])
    page.locator(".al-one-end").wait_for()
    page.keyboard.press("Control+z")
    page.locator(".al-one-doubtful", has_text="hhh").wait_for()
    page.locator(".al-one-partner", has_text="hhi").wait_for()
    page.get_by_role("button", name="Back to the table").first.click()
    page.keyboard.press("t")
    page.locator(".al-kindbutton", has_text="1 place").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    wait_for(lambda: ops(journal) == ["Accept", "Reject", "Edit", "Undo", "AcceptEverywhere"])
    page.get_by_text("No open doubt with a suggestion is left.").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".al-cell:focus").count() == 1
    assert made.cells() == cells


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_that_axe_knows(
    chromium: Browser, axe: str, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    """Each view of its own, light and dark, wide and at 200 % zoom."""
    from align.export.html import page as desk_page

    path = tmp_path / "desk.html"
    path.write_text(desk_page(Review(bitext(), encoder=LetterEncoder())), encoding="utf-8")
    found: list[str] = []
    for width, height in ((1280, 860), (640, 360)):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        page.goto(path.as_uri())
        page.wait_for_selector(".al-desk[data-ready]")
        page.evaluate(axe)
        for key in ("f", "e", "Escape", "x", "x", "x", "Escape", "Control+z", "t", "Enter", "Escape"):
            page.keyboard.press(key)
            found += [f"{key} {one}" for one in page.evaluate(VIOLATIONS)]
        context.close()
    assert sorted(set(found)) == []
