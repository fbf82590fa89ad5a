"""A long letter that was read from a scan, made up: upright pages full of lines, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hand import bitext_of, flag_on
from scanned import draw, scanned_text

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture

SIZE = (1240, 1754)
"""Of a page: A4 at 150 dpi."""

LINES = 24
"""Of a page."""

WORDS = ("дивизия", "ответ", "от", "командира", "получен", "вчера", "утром", "на", "станции")

LEFT, TOP, LETTER, HEIGHT, LEADING = 120, 130, 16, 28, 62
"""Where the first word stands, how wide a letter and how high a word is, and how far apart lines are."""


def letter(pages: int, folder: Path | None) -> Bitext:
    """A letter of so many pages; each line is a sentence, and each third has a doubt about its second word.

    Args:
        pages: How many.
        folder: Where the pictures are drawn; ``None``: nowhere.
    """
    made = [_page(number) for number in range(pages)]
    if folder is not None:
        for page in made:
            assert page.picture is not None
            draw(page, folder / page.picture.file)
    sentences = [line.text for page in made for line in page.lines]
    plain = bitext_of(sentences, ["abc def"] * len(sentences), [(1, 1)] * len(sentences))
    source = scanned_text("source", Facsimile(tuple(made), "by hand"), "ru", sentences, folder)
    beads = tuple(Bead(range(n, n + 1), range(n, n + 1), 0.8, 0.95) for n in range(len(sentences)))
    flags = tuple(flag_on(source, number, 1, "ответы") for number in range(1, len(sentences), 3))
    alignment = Alignment(beads, len(sentences), len(sentences))
    return replace(plain, source=source, alignment=alignment, flags=flags)


def _page(number: int) -> Page:
    lines = tuple(PageLine(tuple(_line(number, line))) for line in range(LINES))
    return Page(*SIZE, (PageBlock(lines),), Picture(f"page-{number + 1}.png"))


def _line(page: int, line: int) -> Iterator[PageWord]:
    at, top = LEFT, TOP + line * LEADING
    for n in range(7):
        text = f"{page + 1}.{line + 1}." if n == 0 else WORDS[(page + line * 5 + n * 2) % len(WORDS)]
        yield PageWord(text, Box(at, top, at + LETTER * len(text), top + HEIGHT))
        at += LETTER * (len(text) + 1)
