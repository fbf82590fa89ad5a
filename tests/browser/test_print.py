"""The one-file desk on paper: what a reviewer prints."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.bitext import Bitext
from align.review import Review

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROWS = 130
"""More than fit on the screen, and on two sheets of paper."""


def long_bitext() -> Bitext:
    """Rows of different heights, each with a first and a last word of its own; three doubts in two rows."""
    source = [f"begin{n} bab gag {'word ' * (n % 60)}end{n}" for n in range(ROWS)]
    target = [f"first{n} {'text ' * (n % 45)}last{n}" for n in range(ROWS)]
    made = bitext_of(source, target, [(1, 1)] * ROWS)
    flags = (
        flag_on(made.source, 0, 1, "bob"),
        flag_on(made.source, 1, 1, "bob"),
        flag_on(made.source, 1, 2),
    )
    return replace(made, flags=flags)


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Page:
    """The desk with the first doubt accepted."""
    page = opened(Review(long_bitext(), encoder=LetterEncoder()))
    page.locator(".al-row").first.locator(".al-source").click(position={"x": 4, "y": 4})
    page.keyboard.press("a")
    page.locator(".al-accepted").wait_for()
    return page


def printed(page: Page) -> list[str]:
    """The text of each sheet, as the browser prints the page; a space between words."""
    from pypdf import PdfReader

    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [normalize("NFKC", sheet.extract_text()) for sheet in sheets]  # ligatures are single characters
    return [" ".join(text.split()) for text in texts]


def test_every_row_is_printed_whole_on_one_sheet(desk: Page) -> None:
    """Also rows that are out of sight; none is cut by the end of a sheet."""
    sheets = [sheet.split() for sheet in printed(desk)]
    assert len(sheets) > 2
    for number in range(ROWS):
        places = [
            [at for at, words in enumerate(sheets) if f"{name}{number}" in words]
            for name in ("begin", "end", "first", "last")
        ]
        assert places == [places[0]] * 4, number
        assert len(places[0]) == 1, number
    words = [word for sheet in sheets for word in sheet]
    assert words.count("word") == sum(number % 60 for number in range(ROWS))
    assert words.count("text") == sum(number % 45 for number in range(ROWS))


def test_rows_that_a_filter_hides_are_printed(desk: Page) -> None:
    """Paper has no filter."""
    desk.locator(".al-select").first.select_option(index=1)
    desk.locator(".al-row[hidden]").first.wait_for(state="attached")
    words = " ".join(printed(desk)).split()
    assert sum(f"begin{number}" in words for number in range(ROWS)) == ROWS


def test_the_heading_is_on_every_sheet_and_no_tool_is(desk: Page) -> None:
    """Columns are named at the top of each; toolbar and panel stay on the screen."""
    sheets = printed(desk)
    assert all("Original" in sheet and "Translation" in sheet for sheet in sheets)
    assert all(f"{at} / {len(sheets)}" in sheet for at, sheet in enumerate(sheets, start=1))
    tools = [text.strip() for text in desk.locator(".al-tools button, .al-panel button").all_inner_texts()]
    assert tools
    assert not [tool for tool in tools if tool and len(tool) > 3 and any(tool in sheet for sheet in sheets)]


def test_doubts_and_corrections_are_seen_in_black_and_white(desk: Page) -> None:
    """In signs: what was read and its correction; the suggestion in brackets; a question mark without one."""
    first = printed(desk)[0]
    assert "begin0 bab bob gag end0" in first
    assert "begin1 bab [bob?] gag [?]" in first
    desk.emulate_media(media="print")
    style = "element => getComputedStyle(element, '::before').textDecorationLine"
    assert desk.locator(".al-accepted").first.evaluate(style) == "line-through"
    assert desk.locator(".al-panel").is_hidden()
