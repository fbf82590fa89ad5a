"""The one-file desk: a colleague's browser, no Python, no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.bitext import Bitext
from align.review import Review, read_decisions, regroup
from align.review.journal import JournalContents
from align.review.row import Row

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Locator, Page


def bitext(
    source: Sequence[str] | None = None, target: Sequence[str] | None = None, *, flagged: bool = True
) -> Bitext:
    source = source or ["aaa bbb ccc", "ddd eee. fff", "ggg hhh", "iii bbb"]
    target = target or ["abc", "dde ff", "ggh", "ibb"]
    made = bitext_of(source, target, [(1, 1)] * len(source))
    if not flagged:
        return made
    flags = (
        flag_on(made.source, 0, 1, "bab", "bob"),
        flag_on(made.source, 2, 0, "gag"),
        flag_on(made.source, 3, 1, "bab"),
    )
    return replace(made, flags=flags)


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Callable[..., Page]:
    """The desk of the small bitext, focus on its first row."""

    def begin(made: Bitext | None = None, index: int = 0) -> Page:
        page = opened(Review(made or bitext(), encoder=LetterEncoder()))
        page.locator(".al-row").nth(index).locator(".al-source").click(position={"x": 4, "y": 4})
        return page

    return begin


def box(element: Locator) -> FloatRect:
    """Where an element is drawn, in pixels."""
    found = element.bounding_box()
    assert found is not None
    return found


def downloaded(page: Page, tmp_path: Path) -> Path:
    """The decisions that Ctrl+S downloads."""
    with page.expect_download() as download:
        page.keyboard.press("Control+s")
    path = tmp_path / "decisions.jsonl"
    download.value.save_as(path)
    return path


def replayed(path: Path, made: Bitext | None = None) -> Review:
    """The downloaded decisions on the bitext, by Python."""
    review = Review(made or bitext(), None, read_decisions(path))
    assert review.unplaced == ()
    assert review.torn == ()
    return review


def shown(page: Page) -> list[tuple[str, str]]:
    """Both cells of each row as a reader sees them."""
    rows = page.locator(".al-row").all()
    return [(row.locator(".al-source").inner_text(), row.locator(".al-target").inner_text()) for row in rows]


def test_everything_decided_in_the_page_is_decided_in_python(
    desk: Callable[..., Page], tmp_path: Path
) -> None:
    """Texts, rows and pairs decided by keys alone; Python replays the download to the same text."""
    page = desk()
    for key in ["a", "Enter", "Enter"]:  # accept; row 3 is next: confirm it with its doubt
        page.keyboard.press(key)
    for key in ["e"]:
        page.keyboard.press(key)
    page.keyboard.press("Control+A")
    page.keyboard.type("iii own word")
    page.keyboard.press("Enter")
    for key in ["c"]:
        page.keyboard.press(key)
    page.keyboard.type("looked up")
    page.keyboard.press("Enter")
    for key in ["b", "Home", "m", "ArrowDown", "x"]:
        page.keyboard.press(key)
    review = replayed(downloaded(page, tmp_path))
    assert review.corrected() == "aaa bab ccc\nddd eee. fff\nggg hhh\niii own word\n- 7 -\n"
    assert [row.status for row in review.rows] == ["auto", "confirmed", "auto"]
    last = review.rows[-1]
    assert (last.comment, last.later) == ("looked up", True)
    assert [len(row.pairing.source) for row in review.rows] == [2, 1, 1]


def test_undo_and_redo_without_end(desk: Callable[..., Page], tmp_path: Path) -> None:
    """Each decision taken back and done again; what was taken back is not in force in Python either."""
    page = desk()
    before = shown(page)
    for key in ["a", "Home", "m", "ArrowDown", "i"]:
        page.keyboard.press(key)
    after = shown(page)
    for _ in range(3):
        page.keyboard.press("Control+z")
    assert shown(page) == before
    for _ in range(3):
        page.keyboard.press("Control+Shift+Z")
    assert shown(page) == after
    page.keyboard.press("Control+z")
    review = replayed(downloaded(page, tmp_path))
    assert [len(row.pairing.source) for row in review.rows] == [2, 1, 1]


def test_a_sentence_is_cut_at_the_word_that_is_chosen(desk: Callable[..., Page], tmp_path: Path) -> None:
    """``s``, arrows, Enter; the words before stay, the others begin a row."""
    page = desk(index=1)
    for key in ["s", "Home", "ArrowRight", "Enter"]:
        page.keyboard.press(key)
    assert [source for source, _ in shown(page)][1:3] == ["ddd eee.", "fff"]
    review = replayed(downloaded(page, tmp_path))
    assert review.state.text("source", review.rows[2].pairing.source) == "fff"


def test_sentences_move_and_cells_are_paired(desk: Callable[..., Page], tmp_path: Path) -> None:
    """``d`` moves the last sentence down; Space … Space pairs two cells."""
    page = desk()
    page.keyboard.press("d")
    assert shown(page)[0] == ("— nothing here —", "abc")
    page.keyboard.press("Control+z")
    for key in ["Space", "ArrowDown", "ArrowRight", "Space"]:
        page.keyboard.press(key)
    assert ("aaa bbb ccc", "dde ff") in shown(page)
    review = replayed(downloaded(page, tmp_path))
    pairs = [arranged(review, row) for row in review.rows]
    assert ("aaa bbb ccc", "dde ff") in pairs


def arranged(review: Review, row: Row) -> tuple[str, ...]:
    return tuple(
        review.state.text(side, row.side(side)) if row.side(side) else "" for side in ("source", "target")
    )


def test_the_same_error_is_corrected_everywhere_after_a_preview(
    desk: Callable[..., Page], tmp_path: Path
) -> None:
    """Shift+A shows the places with what would be read; Enter decides them all."""
    page = desk()
    page.keyboard.press("Shift+A")
    assert page.locator(".al-place").count() == 1
    assert "row 4" in page.locator(".al-place").inner_text()
    page.keyboard.press("Enter")
    review = replayed(downloaded(page, tmp_path))
    assert "aaa bab ccc" in review.corrected()
    assert "iii bab" in review.corrected()


def test_a_russian_keyboard_works_alike(desk: Callable[..., Page], tmp_path: Path) -> None:
    """Keys count by where they are: ф is a, я is z, т is n, ь is m."""
    page = desk()

    def russian(key: str, code: str, **more: bool) -> None:
        page.evaluate(
            """([key, code, more]) => document.activeElement.dispatchEvent(
                 new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...more }))""",
            [key, code, more],
        )

    russian("ф", "KeyA")
    russian("т", "KeyN")
    russian("ч", "KeyX")
    russian("я", "KeyZ", ctrlKey=True)
    review = replayed(downloaded(page, tmp_path))
    assert [type(one).__name__ for one, _ in review.history.done] == ["Accept"]
    assert "bab" in review.corrected()


def test_an_excluded_passage_is_restored(desk: Callable[..., Page], tmp_path: Path) -> None:
    """The list names it with reason and place; one button makes it a row, to be placed."""
    page = desk()
    page.keyboard.press("l")
    assert "page furniture" in page.locator(".al-dialog").inner_text()
    page.get_by_role("button", name="Bring back").click()
    assert shown(page)[-1][0] == "- 7 -"
    review = replayed(downloaded(page, tmp_path))
    assert len(review.rows) == 5


def test_filters_and_counts(desk: Callable[..., Page]) -> None:
    """Rows are shown by status and by what a search found."""
    page = desk()
    visible = page.locator(".al-row:visible")
    page.get_by_label("Show rows").select_option("needs")
    assert visible.count() == 3
    page.get_by_label("Show rows").select_option("all")
    page.get_by_label("Search both sides").fill("dd")
    assert visible.count() == 4
    page.get_by_label("Only rows with hits").check()
    assert visible.count() == 1
    page.get_by_label("Search both sides").press("Escape")
    assert visible.count() == 4
    assert "3 of 4 rows need review" in page.locator(".al-tally").inner_text()


def test_everything_can_be_done_by_mouse(desk: Callable[..., Page], tmp_path: Path) -> None:
    """Suggestions, rows, pairs, undo: each key has a button."""
    page = desk()
    page.locator(".al-suggestion", has_text="bob").click()
    page.locator(".al-row").nth(1).locator(".al-source").click()
    page.get_by_role("button", name="Confirm this row").click()
    for name in ["Come back later", "Part the two cells"]:
        page.locator(".al-row").nth(1).locator(".al-source").click()
        page.get_by_role("button", name="Row", exact=True).click()
        page.get_by_role("menuitem", name=name).click()
    page.get_by_role("button", name="Undo").click()
    review = replayed(downloaded(page, tmp_path))
    assert "aaa bob ccc" in review.corrected()
    assert review.rows[1].status == "confirmed"
    assert review.rows[1].later


HOSTILE = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\"> text",
    "</script><script>document.title='owned'</script>",
    "plain \u202etxet desrever\u202c end",
    "&lt;b&gt; &amp; <b>bold</b> {{x}} ${y} `z`",
    "w" * 1_000_000,
]


def test_a_hostile_page_is_only_text(desk: Callable[..., Page], tmp_path: Path) -> None:
    """Scripts, handlers, bidi controls and a word of a megabyte are drawn as what they are, and kept."""
    made = bitext(HOSTILE, ["one", "two", "three", "four", "five", "six"], flagged=False)
    flags = tuple(flag_on(made.source, n, 0, "<b onclick=alert(1)>", kind="ocr.stray-mark") for n in range(2))
    made = replace(made, flags=flags)
    page = desk(made)
    assert page.title() == "source.txt"
    assert page.locator(".al-body img, .al-body b, .al-body script").count() == 0
    for n in (0, 1, 2, 4):
        assert shown(page)[n][0] == HOSTILE[n]
    assert page.locator(".al-control").all_inner_texts() == ["RLO", "PDF"]
    page.keyboard.press("a")
    assert page.locator(".al-body b").count() == 0
    assert page.title() == "source.txt"
    review = replayed(downloaded(page, tmp_path), made)
    assert "<b onclick=alert(1)>" in review.corrected()


def test_the_page_lets_nothing_in_and_nothing_out(opened: Callable[[Review], Page], page: Page) -> None:
    """The policy forbids every source but the page's own script and styles; nothing is requested."""
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    opened(Review(bitext(), encoder=LetterEncoder()))
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert [url for url in requested if not url.startswith("file:")] == []
    page.evaluate(
        """() => { const made = document.createElement("script");
             made.textContent = "document.title = 'owned'"; document.body.append(made); }"""
    )
    assert page.title() == "source.txt"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 500])
def test_no_barrier_that_axe_knows(
    chromium: Browser, axe: str, tmp_path: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    """axe-core finds nothing, light and dark, wide and narrow, with a dialog open and without."""
    from align.export.html import page as desk_page

    path = tmp_path / "desk.html"
    path.write_text(desk_page(Review(bitext(), encoder=LetterEncoder())), encoding="utf-8")
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(".al-desk[data-ready]")
    page.locator(".al-row").first.locator(".al-source").click(position={"x": 4, "y": 4})
    page.evaluate(axe)
    found: list[str] = []
    for key in ("", "?", "Escape", "l", "Escape", "Shift+A", "Escape", "x", "a"):
        if key:
            page.keyboard.press(key)
        found += page.evaluate(
            "async () => (await axe.run()).violations.map((v) => v.id + ': ' + v.nodes[0].html)"
        )
    context.close()
    assert sorted(set(found)) == []


def test_two_hundred_per_cent_and_narrow_columns_stack(opened: Callable[[Review], Page], page: Page) -> None:
    """At 200 % zoom nothing leaves the page sideways; under 600 px the two sides stand under each other."""
    opened(Review(bitext(), encoder=LetterEncoder()))
    for width in (640, 500, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    source, target = (box(page.locator(f".al-row .al-{side}").first) for side in ("source", "target"))
    assert target["y"] >= source["y"] + source["height"] - 1


@pytest.mark.parametrize(("width", "height"), [(1280, 860), (640, 430), (560, 900), (390, 780)])
def test_text_and_readings_are_in_sight_together(
    opened: Callable[[Review], Page], page: Page, width: int, height: int
) -> None:
    """Also at 200 % zoom and on a narrow screen a key brings the doubtful word and what may replace it."""
    page.set_viewport_size({"width": width, "height": height})
    long = ["word " * 60 + f"end{n}" for n in range(8)]
    made = bitext_of(long, long, [(1, 1)] * 8)
    made = replace(made, flags=tuple(flag_on(made.source, n, 0, "Word") for n in (2, 5)))
    opened(Review(made, encoder=LetterEncoder()))
    for _ in range(2):
        page.keyboard.press("n")
        for seen in (page.locator(".al-mark.al-chosen"), page.locator(".al-suggestion").first):
            place = box(seen)
            assert place["y"] >= 0
            assert place["y"] + place["height"] <= height
            assert place["x"] >= 0
            assert place["x"] + place["width"] <= width


def test_decisions_of_before_are_seen(opened: Callable[[Review], Page]) -> None:
    """A desk written from a review under way shows what was decided."""
    review = Review(bitext(), None, JournalContents(), encoder=LetterEncoder())
    review.apply(regroup.merge(review.state, 0))
    page = opened(review)
    assert page.locator(".al-row").count() == 3
