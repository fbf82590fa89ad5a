"""What a reviewer reads: plain words on the screen, menus, one frame a doubt, what undo took back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from hand import LetterEncoder, bitext_of, flag_on, flag_whole

from align.bitext import Bitext
from align.flag import Flag, Suggestion
from align.review import Review
from align.text.side_text import SideText

from .lab import CELL, Lab, notebook, running
from .test_desk import box

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

LONG = "[Handwritten] Dispatched to comrade Bulganin by high-frequency phone at 23 hours, 5 October."
IDENTIFIER = re.compile(r"\b(?:ocr|check|layout)\.[a-z-]+")
SCORE = re.compile(r"(?<![\d.])\.\d\d\b|\b0\.\d")


def evidence(flag: Flag) -> Flag:
    """The flag with contributions to its first suggestion."""
    first = Suggestion(
        flag.suggestions[0].text,
        0.97,
        {"the words beside it": 4.7, "how likely this misreading is": -3.5, "this kind of change": 0.1},
    )
    return replace(flag, suggestions=(first, *flag.suggestions[1:]))


def words_of(text: SideText | None, sentence: int, first: int, last: int, kind: str) -> Flag:
    """A doubt about several words of a sentence."""
    begin, end = (flag_on(text, sentence, word) for word in (first, last))
    span = replace(begin.spans[0], stop=end.spans[0].stop)
    return replace(begin, spans=(span,), text=f"{begin.text} … {end.text}", kind=kind)


def bitext() -> Bitext:
    """A misread word, two with one suggestion each, an omission over a whole row, words in both cells."""
    made = bitext_of(
        ["Баш ответ получил.", "Он знал это и ушёл домой.", "Она ушла вчера.", "Баш друг."],
        ["I received your reply.", "He knew this and went home.", LONG, "Your friend."],
        [(1, 1), (1, 1), (1, 0), (0, 1), (1, 1)],
    )
    source, target = made.source, made.target
    flags = (
        evidence(flag_on(source, 0, 0, "Ваш", "Наш", kind="ocr.real-word")),
        words_of(source, 1, 1, 3, "ocr.broken-word"),
        words_of(target, 1, 1, 4, "check.length"),
        flag_whole(source, 2),
        flag_whole(target, 2, "check.addition"),
        evidence(flag_on(source, 3, 0, "Ваш", kind="ocr.real-word")),
    )
    return replace(made, flags=flags)


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Page:
    """The desk of that bitext, focus on its first row."""
    page = opened(Review(bitext(), encoder=LetterEncoder()))
    go(page, 1)
    return page


def go(page: Page, row: int) -> None:
    """To a row by its number."""
    page.locator(".al-row").nth(row - 1).locator(".al-cell").first.click(position={"x": 4, "y": 4})


def line(page: Page) -> str:
    """The line that tells what happens."""
    return page.locator(".al-live").inner_text()


def focus(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent"))


def test_no_identifier_and_no_score_is_in_sight(desk: Page) -> None:
    """Neither in the text of the screen nor in a tooltip; each probability is one of three words."""
    for row in range(1, 6):
        go(desk, row)
        seen = desk.locator(".al-desk").inner_text()
        titles = desk.evaluate(
            "[...document.querySelectorAll('[title]')].map((one) => one.title).join(' | ')"
        )
        for found in (IDENTIFIER, SCORE):
            assert not found.search(seen), found.search(seen)
            assert not found.search(titles), found.search(titles)
    go(desk, 1)
    card = desk.locator(".al-card-chosen")
    assert card.locator(".al-sureness").all_inner_texts() == ["likely wrong", "sure", "please look"]
    assert "alike" not in desk.locator(".al-pairing").first.inner_text()


def test_doubts_are_filtered_by_their_names_in_words(desk: Page) -> None:
    """The kind filter shows them with their numbers."""
    kinds = desk.get_by_label("Show kinds of doubt")
    assert kinds.locator("option").all_inner_texts()[:2] == ["Every kind", "wrong word (2)"]
    kinds.select_option(label="not translated (1)")
    assert desk.locator(".al-row:visible .al-source").all_inner_texts() == ["Она ушла вчера."]


def test_one_action_is_large_and_the_others_are_in_a_menu(desk: Page) -> None:
    """By mouse: the suggestion is taken; what does not apply is not offered."""
    main = desk.locator(".al-main-action")
    assert main.inner_text().split() == ["a", "Ваш", "—", "take", "it", "sure"]
    small = desk.locator(".al-card-chosen .al-choice").first
    assert box(main)["height"] > 1.3 * box(small)["height"]
    assert box(main)["width"] > 2 * box(small)["width"]
    go(desk, 3)
    card = desk.locator(".al-card-chosen")
    assert [one.inner_text().split("\n")[-1] for one in card.locator("button").all()] == [
        "it stays as it is",
        "why?",
    ]
    go(desk, 1)
    desk.locator(".al-main-action").click()
    assert desk.locator(".al-row").first.locator(".al-source").inner_text() == "Ваш ответ получил."


def test_the_menu_is_worked_from_the_keyboard(desk: Page) -> None:
    """Arrows go round, Esc goes back to the button, Enter acts; a click beside it shuts it."""
    more = desk.get_by_role("button", name="More")
    more.focus()
    desk.keyboard.press("ArrowDown")
    assert more.get_attribute("aria-expanded") == "true"
    items = desk.get_by_role("menuitem")
    texts = [one.inner_text().split("\n")[0] for one in items.all()]
    assert texts == [
        "A right word, in the whole project",
        "Take the first suggestion everywhere …",
        "It stays as it is everywhere …",
    ]
    assert focus(desk).startswith(texts[0])
    for key, text in (("ArrowUp", texts[2]), ("ArrowDown", texts[0]), ("End", texts[2]), ("Home", texts[0])):
        desk.keyboard.press(key)
        assert focus(desk).startswith(text)
    desk.keyboard.press("Escape")
    assert more.get_attribute("aria-expanded") == "false"
    assert focus(desk).startswith("More")
    more.click()
    desk.locator(".al-title").click()
    assert items.count() == 0
    desk.get_by_role("button", name="Row", exact=True).click()
    items.filter(has_text="Merge with the next row").click()
    assert desk.locator(".al-row").count() == 4
    assert desk.locator(".al-cell:focus").count() == 1


def test_a_menu_is_whole_in_the_window(desk: Page) -> None:
    """Also at 200 % zoom, where it opens upwards."""
    for width, height in ((1280, 860), (640, 360)):
        desk.set_viewport_size({"width": width, "height": height})
        opener = desk.get_by_role("button", name="Row", exact=True)
        opener.click()
        place = box(desk.locator(".al-menu-open"))
        assert place["x"] >= 0
        assert place["y"] >= 0
        assert place["x"] + place["width"] <= width
        assert place["y"] + place["height"] <= height
        desk.keyboard.press("Escape")


def test_a_row_offers_only_what_it_allows(desk: Page) -> None:
    """No pair to reject in a row of one side, no row below the last, nothing that needs Python."""
    offered = {}
    for row in (1, 3, 5):
        go(desk, row)
        desk.get_by_role("button", name="Row", exact=True).click()
        texts = desk.get_by_role("menuitem").all_inner_texts()
        offered[row] = {text.split("\n")[0] for text in texts}
        desk.keyboard.press("Escape")
    assert {"Not a pair", "Merge with the next row", "Part the two cells"} <= offered[1]
    assert not {"Not a pair", "Part the two cells"} & offered[3]
    assert "Merge with the next row" not in offered[5]
    assert not any("Align again" in text for texts in offered.values() for text in texts)


@pytest.mark.parametrize(
    ("row", "key", "sentence"),
    [
        (3, "w", "Only a single word can be called right: x leaves this as it is."),
        (3, "a", "Nothing is suggested here: type the text (e), or leave it as it is (x)."),
        (3, "Shift+A", "Nothing is suggested here that could be accepted everywhere."),
        (3, "Shift+R", "This row has one side only: there is no pair to reject."),
        (5, "m", "There is no row below the last."),
        (1, "r", "Aligning again needs Python: open the review in a notebook."),
    ],
)
def test_a_key_that_does_not_apply_gives_the_reason(desk: Page, row: int, key: str, sentence: str) -> None:
    """Nothing is decided."""
    go(desk, row)
    desk.keyboard.press(key)
    assert line(desk) == sentence
    assert desk.get_by_role("button", name="Undo").is_disabled()


def test_the_numbers_are_behind_why_and_stay_open(desk: Page) -> None:
    """Closed at first; then largest first, weak ones left out; open at the next doubt, too."""
    assert desk.locator(".al-numbers").count() == 0
    desk.keyboard.press("y")
    numbers = desk.locator(".al-card .al-numbers")
    assert "97 %" in numbers.inner_text()
    rows = numbers.locator("tr").all()
    assert [row.inner_text().split("\t")[::2] for row in rows] == [
        ["the words beside it", "+4.7"],
        ["how likely this misreading is", "−3.5"],
    ]
    widths = [box(row.locator(".al-bar"))["width"] for row in rows]
    assert widths[0] > widths[1] > 0
    go(desk, 5)
    assert numbers.count() == 1
    desk.locator(".al-card-chosen").get_by_role("button", name="why?").click()
    assert numbers.count() == 0
    assert focus(desk).endswith("why?")


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_doubt_of_many_words_is_one_frame(desk: Page, side: str) -> None:
    """In either cell, also over several lines."""
    desk.set_viewport_size({"width": 1000, "height": 860})
    row = desk.locator(".al-row").nth(1)
    word = {"source": "знал", "target": "knew"}[side]
    whole = {"source": "знал это и", "target": "knew this and went"}[side]
    row.locator(f".al-{side} .al-mark", has_text=word).click()
    assert row.locator(".al-chosen").count() == 1
    assert row.locator(".al-chosen").inner_text() == whole
    go(desk, 4)
    desk.locator(".al-row").nth(3).locator(".al-target .al-mark").first.click()
    frame = desk.locator(".al-row").nth(3).locator(".al-chosen")
    assert frame.count() == 1
    assert frame.inner_text() == LONG
    tops = frame.evaluate("(one) => new Set([...one.getClientRects()].map((r) => Math.round(r.top))).size")
    assert tops > 1
    card = desk.locator(".al-card-chosen .al-cardtext")
    assert card.inner_text().endswith("…")
    assert len(card.inner_text()) < len(LONG)
    assert "al-mark" not in (card.get_attribute("class") or "")


def test_undo_names_what_it_took_back_and_goes_there(desk: Page) -> None:
    """Of texts, rows, comments and pairs; the button's title tells it before, redo tells it after."""
    undo = desk.get_by_role("button", name="Undo")
    for row, keys, words, goes in (
        (1, ["a"], "«Баш» → «Ваш» in row 1", "1"),
        (2, ["Enter", "Enter"], "row 2 confirmed", "2"),
        (5, ["c", "who?", "Enter"], "the comment on row 5", "5"),
        (2, ["m"], "row 2 merged with the next", "2"),
    ):
        go(desk, row)
        for key in keys:
            desk.keyboard.type(key) if key.endswith("?") else desk.keyboard.press(key)
        assert undo.get_attribute("title") == f"takes back: {words} (Ctrl+Z)"
        go(desk, 4)
        desk.keyboard.press("Control+z")
        assert line(desk) == f"Undone: {words}."
        assert desk.locator(".al-current .al-n").inner_text() == goes
        desk.keyboard.press("Control+Shift+Z")
        assert line(desk) == f"Done again: {words}."
        desk.keyboard.press("Control+z")
    go(desk, 1)
    desk.keyboard.press("a")
    go(desk, 4)
    desk.keyboard.press("Control+z")
    assert desk.locator(".al-mark.al-chosen").inner_text() == "Баш"


def test_undo_shows_a_row_that_a_filter_hides(desk: Page) -> None:
    """The filters give way."""
    desk.keyboard.press("a")
    desk.get_by_label("Show rows").select_option("confirmed")
    desk.locator(".al-desk").get_by_role("button", name="Undo").click()
    assert desk.locator(".al-row").first.is_visible()
    assert desk.locator(".al-current .al-n").inner_text() == "1"


def test_at_200_per_cent_row_doubt_and_suggestion_are_in_sight_together(
    opened: Callable[[Review], Page], page: Page
) -> None:
    """A window of 1280x720 pixels at 200 %: they do not cover each other, and the line below tells."""
    width, height = 640, 360
    page.set_viewport_size({"width": width, "height": height})
    opened(Review(bitext(), encoder=LetterEncoder()))
    page.locator(".al-cell:focus").wait_for()
    for key in ("n", "Home", "End"):
        page.keyboard.press(key)
        row, doubt = page.locator(".al-current .al-n"), page.locator(".al-current .al-chosen")
        seen = [row, doubt, page.locator(".al-card-chosen .al-main-action"), page.locator(".al-live")]
        places = [box(one) for one in seen]
        for place in places:
            assert place["y"] >= 0
            assert place["y"] + place["height"] <= height
            assert place["x"] + place["width"] <= width
        panel = box(page.locator(".al-panel"))
        assert places[1]["y"] + places[1]["height"] <= panel["y"]
        assert places[2]["y"] >= panel["y"]
        assert places[2]["y"] + places[2]["height"] <= places[3]["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 860), (640, 360)])
def test_no_barrier_in_cards_menus_and_numbers(
    chromium: Browser, axe: str, tmp_path: Path, scheme: Literal["light", "dark"], size: tuple[int, int]
) -> None:
    """axe-core finds nothing while a menu or the numbers are open."""
    from align.export.html import page as desk_page

    path = tmp_path / "desk.html"
    path.write_text(desk_page(Review(bitext(), encoder=LetterEncoder())), encoding="utf-8")
    viewport = {"width": size[0], "height": size[1]}
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(".al-desk[data-ready]")
    page.evaluate(axe)
    found: list[str] = []
    openers: list[Callable[[], Locator | None]] = [
        lambda: None,
        lambda: page.get_by_role("button", name="More"),
        lambda: page.get_by_role("button", name="Row", exact=True),
        lambda: page.locator('[data-act="why"]'),
    ]
    for row in (1, 4):
        go(page, row)
        for opener in openers:
            button = opener()
            if button is not None and button.count():
                button.click()
            found += page.evaluate(
                "async () => (await axe.run()).violations.map((v) => v.id + ': ' + v.nodes[0].html)"
            )
            if button is not None and button.count():
                page.keyboard.press("Escape")
    context.close()
    assert sorted(set(found)) == []


def test_undo_in_jupyterlab_names_what_it_took_back(page: Page, tmp_path: Path) -> None:
    """Python names the decision; the cursor goes to its row and doubt; the button's title tells it before."""
    notebook(tmp_path / "review.ipynb", CELL)
    with running(tmp_path) as address:
        Lab(page, address, "review.ipynb").run_all()
        page.locator(".al-row .al-source").first.click()
        page.keyboard.press("a")
        page.locator('[title="takes back: «bbb» → «bab» in row 1 (Ctrl+Z)"]').wait_for()
        page.keyboard.press("End")
        page.keyboard.press("Control+z")
        page.locator(".al-live", has_text="Undone: «bbb» → «bab» in row 1.").wait_for()
        assert page.locator(".al-current .al-n").inner_text() == "1"
        assert page.locator(".al-mark.al-chosen").inner_text() == "bbb"
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")  # the row has an open doubt
        page.locator('[title*="row 1 confirmed"]').wait_for()
        page.keyboard.press("Control+z")
        page.locator(".al-live", has_text="Undone: row 1 confirmed.").wait_for()
        assert page.locator(".al-current .al-n").inner_text() == "1"
