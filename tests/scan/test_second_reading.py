"""Doubtful words are read again from the picture."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.facsimile.box import Box
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.scan.engine_runs import Runs
from align.scan.second_reading import REREADINGS, Reader, with_second_readings
from align.scan.tesseract import Tesseract

Image = pytest.importorskip("PIL.Image")

COLUMNS = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
ENGINE = Tesseract("tesseract", "5.3.0", ("rus",))


def row(number: int, left: int, width: int, text: str) -> str:
    """A word of the engine's table, on the enlarged part."""
    return f"5\t{number}\t1\t1\t1\t1\t{left}\t10\t{width}\t30\t90\t{text}"


class Written(Runs):
    """An engine that writes one table after another; ``commands``: what it was called with."""

    def __init__(self, *tables: Sequence[str]) -> None:
        super().__init__()
        self.tables, self.commands = list(tables), list[Sequence[str]]()

    def run(self, command: Sequence[str], data: bytes, timeout: float) -> bytes:
        assert data.startswith((b"II", b"MM"))
        assert timeout > 0
        self.commands.append(command)
        return "\n".join([COLUMNS, *self.tables.pop(0)]).encode()


def page(*confidences: float) -> Page:
    """Words of 40 pixels side by side on one line."""
    words = tuple(
        PageWord("слово", Box(20 + 50 * at, 20, 60 + 50 * at, 40), confidence)
        for at, confidence in enumerate(confidences)
    )
    line = PageLine(words, Box(20, 18, 20 + 50 * len(words), 42))
    return Page(400, 100, (PageBlock((line,)),), dpi=200)


def read(given: Page, runs: Runs) -> list[list[tuple[str, str]]]:
    """What further looks give for each word, with where it comes from."""
    found = with_second_readings(given, Image.new("L", (400, 100), 255), Reader(ENGINE, "rus", runs))
    return [
        [(one.text, one.source) for one in word.alternatives] for line in found.lines for word in line.words
    ]


def test_a_doubtful_word_has_what_each_look_read() -> None:
    """The word of the line by its place, for a line has others; a sure word is not read again."""
    first, second = (way.source for way in REREADINGS)
    runs = Written([row(1, 12, 80, "снова")], [row(1, 16, 80, "слово"), row(1, 116, 80, "слева")])
    assert read(page(0.99, 0.5), runs) == [[], [("снова", first), ("слева", second)]]
    assert [command[command.index("--psm") + 1] for command in runs.commands] == ["8", "7"]
    assert all(command[command.index("--dpi") + 1] == "400" for command in runs.commands)


def test_what_is_no_single_word_is_left_out() -> None:
    """Two words in the place of one, or nothing."""
    assert read(page(0.5), Written([row(1, 12, 30, "сло"), row(1, 50, 30, "во")], [])) == [[]]


def test_a_page_without_doubt_is_not_read_again() -> None:
    """No process is started."""
    runs = Written()
    assert read(page(0.99, 0.98), runs) == [[], []]
    assert not runs.commands
