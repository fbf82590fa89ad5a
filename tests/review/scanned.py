"""A letter that was read from a scan, made up: pages with a box for each word, and their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hand import bitext_of
from PIL import Image, ImageDraw

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture
from align.flag import Flag, Suggestion
from align.text.document import Document, Section, Side
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace import TracedText

SIZE = (1000, 400)
"""Of a page, in pixels."""

LEFT, TOP, ADVANCE, HEIGHT, LEADING = 100, 60, 20, 30, 60
"""Where the first word stands, how wide a letter and how high a word is, and how far apart lines are."""


def colour_of(number: int) -> tuple[int, int, int]:
    """The colour in which the word with this number on its page is drawn: no two are alike."""
    return (40 + 60 * (number % 4), 40 + 60 * (number // 4 % 4), 40 + 60 * (number // 16 % 4))


def page_of(lines: Sequence[str], file: str | None) -> Page:
    """A page of these lines; ``file``: the name of its picture."""
    made = []
    for number, line in enumerate(lines):
        at, words = LEFT, []
        for text in line.split():
            top = TOP + number * LEADING
            words.append(PageWord(text, Box(at, top, at + ADVANCE * len(text), top + HEIGHT)))
            at += ADVANCE * (len(text) + 1)
        made.append(PageLine(tuple(words)))
    blocks = (PageBlock(tuple(made)),) if made else ()
    return Page(*SIZE, blocks, Picture(file) if file else None)


def draw(page: Page, path: Path, *, scale: int = 1) -> None:
    """The picture of a page: each word a rectangle of its own colour."""
    picture = Image.new("RGB", (page.width * scale, page.height * scale), "white")
    pen = ImageDraw.Draw(picture)
    words = (word for line in page.lines for word in line.words)
    for number, word in enumerate(words):
        assert word.box is not None
        left, top, right, bottom = (
            edge * scale for edge in (word.box.left, word.box.top, word.box.right, word.box.bottom)
        )
        pen.rectangle((left, top, right - 1, bottom - 1), fill=colour_of(number))
    picture.save(path)


def scanned_text(
    side: Side, facsimile: Facsimile, language: str, sentences: Sequence[str], folder: Path | None
) -> SideText:
    """A side that was read from pages in a folder; ``sentences``: as they stand in its text."""
    raw, at, made = facsimile.text, 0, []
    for index, sentence in enumerate(sentences):
        start = raw.index(sentence, at)
        at = start + len(sentence)
        made.append(Sentence(index, TracedText.of(raw, Span(start, at))))
    sections = (Section(side, Span(0, len(raw))),)
    document = Document(f"{side}.hocr", raw, sections, facsimile=facsimile, folder=folder)
    return SideText(side, document, language, tuple(made), ())


def scanned_bitext(
    pages: Sequence[Sequence[str]], sentences: Sequence[str], folder: Path | None, *, both: bool = False
) -> Bitext:
    """A letter whose original was scanned; each sentence is translated by one.

    Args:
        pages: The lines of each page.
        sentences: As they stand in the text of the pages.
        folder: Where the pictures are drawn; ``None``: nowhere.
        both: Whether the translation is a scan, too, of the same pages.
    """
    made = [page_of(lines, f"page-{number + 1}.png") for number, lines in enumerate(pages)]
    facsimile = Facsimile(tuple(made), "by hand")
    for number, page in enumerate(made):
        if folder is not None:
            draw(page, folder / f"page-{number + 1}.png")
    plain = bitext_of(sentences, ["abc"] * len(sentences), [(1, 1)] * len(sentences))
    source = scanned_text("source", facsimile, "ru", sentences, folder)
    target = scanned_text("target", facsimile, "en", sentences, folder) if both else plain.target
    beads = tuple(Bead(range(n, n + 1), range(n, n + 1), 0.8, 0.95) for n in range(len(sentences)))
    alignment = Alignment(beads, len(sentences), len(sentences))
    return replace(plain, source=source, target=target, alignment=alignment)


LETTER = (
    ("aaa bbb. ccc ddd", "eee fff ggg", "hhh iii jj-"),
    ("kkk lll.", "mmm nnn ooo ppp qqq rrr sss ttt."),
    ("uuu vvv.",),
)
"""The lines of a short letter; its third sentence stands on two pages."""

SENTENCES = (
    "aaa bbb.",
    "ccc ddd\neee fff ggg\nhhh iii jj-\n\f\nkkk lll.",
    "mmm nnn ooo ppp qqq rrr sss ttt.",
    "uuu vvv.",
)


def letter_bitext(folder: Path | None, *, both: bool = False) -> Bitext:
    """The short letter with four doubts: ``f2`` about a word that goes on at the top of the next page."""
    bitext = scanned_bitext(LETTER, SENTENCES, folder, both=both)
    assert bitext.source is not None
    raw = bitext.source.document.raw

    def flag(sentence: int, *words: str) -> Flag:
        starts = [raw.index(word) for word in words]
        spans = tuple(Span(at, at + len(word)) for at, word in zip(starts, words, strict=True))
        found = (Suggestion("bob", 0.8),)
        return Flag("source", sentence, spans, "".join(words), "ocr.unknown-word", 0.9, "no word", found)

    flags = (flag(0, "bbb."), flag(1, "jj-", "kkk"), flag(2, "rrr"), flag(3, "uuu"))
    return replace(bitext, flags=flags)
