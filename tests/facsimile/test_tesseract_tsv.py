"""The table that Tesseract writes is read as pages."""

from __future__ import annotations

import pytest

from align.facsimile.box import Box
from align.facsimile.reading_tally import ReadingTally
from align.facsimile.tesseract_tsv import HEAD, pages_of_tesseract_tsv


def row(*cells: object) -> str:
    return "\t".join(map(str, cells))


SIZE = row(1, 1, 0, 0, 0, 0, 0, 0, 1000, 800, -1, "")
PARAGRAPH = row(3, 1, 1, 1, 0, 0, 10, 10, 200, 90, -1, "")
LINE = row(4, 1, 1, 1, 1, 0, 10, 10, 200, 30, -1, "")


def word(text: str, paragraph: int = 1, line: int = 1, page: int = 1, sure: float = 93.5) -> str:
    return row(5, page, 1, paragraph, line, 1, 10, 10, 50, 30, sure, text)


def table(*rows: str, end: str = "\n") -> str:
    return end.join([HEAD, *rows, ""])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_words_lines_and_paragraphs(end: str) -> None:
    """A paragraph is a block; a blank word is left out and counted; quotes are letters."""
    rows = SIZE, PARAGRAPH, LINE, word('"Баш'), word(" "), word("ответ", line=2, sure=-1), word("Да", 2)
    tally = ReadingTally()
    (page,) = pages_of_tesseract_tsv(table(*rows, end=end), tally)
    assert (page.text, page.width, page.height) == ('"Баш\nответ\n\nДа', 1000, 800)
    first, second, _ = (one.words[0] for one in page.lines)
    assert (first.box, first.confidence, second.confidence) == (Box(10, 10, 60, 40), 0.935, None)
    assert (page.blocks[0].box, page.blocks[0].lines[0].box) == (Box(10, 10, 210, 100), Box(10, 10, 210, 40))
    assert tally["blank"] == 1


def test_pages_and_tables_one_behind_the_other() -> None:
    """The head may stand again before another page; a page without its size is as large as its boxes."""
    pages = pages_of_tesseract_tsv(table(SIZE, word("Раз"), HEAD, word("Два", page=2)))
    assert [(page.text, page.width) for page in pages] == [("Раз", 1000), ("Два", 60)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((SIZE, "5\t1\t1\t1\t1\t1\t10"), "line 3: expected 12 columns, found 7"),
        ((SIZE.replace("1000", "wide"),), "line 2: expected numbers before the text"),
    ],
)
def test_a_row_that_is_none_is_named(rows: tuple[str, ...], message: str) -> None:
    """By its line, with what was expected."""
    with pytest.raises(ValueError, match=message):
        pages_of_tesseract_tsv(table(*rows))


def test_rows_whose_empty_text_was_cut() -> None:
    """An editor takes white space from the ends of lines."""
    (page,) = pages_of_tesseract_tsv(table(SIZE.rstrip(), word("Да")))
    assert page.text == "Да"
