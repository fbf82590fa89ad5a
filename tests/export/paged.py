"""Reviews of pages, to be exported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture
from align.review.operation import Edit, TextChange
from align.review.place import Place
from align.review.session import Review
from align.signature import Signature
from align.text.clean import clean
from align.text.document import Document, Section, Side
from align.text.sentences import split
from align.text.side_text import SideText
from align.text.span import Span

LANGUAGES: dict[Side, str] = {"source": "ru", "target": "en"}


def pages(*texts: str, picture: str = "") -> Facsimile:
    """A page for each text, a line for each of its lines: letters of 20 x 40 pixels."""
    made = []
    for number, text in enumerate(texts):
        lines = tuple(_line(line, 60 * at + 20) for at, line in enumerate(text.split("\n")))
        named = Picture(picture.format(number)) if picture else None
        made.append(Page(1000, 800, (PageBlock(lines),), named, 300.0))
    return Facsimile(tuple(made), "engine 1.0")


def _line(text: str, top: int) -> PageLine:
    words, at = [], 0
    for word in text.split():
        box = Box(20 + 20 * at, top, 20 + 20 * (at + len(word)), top + 40)
        words.append(PageWord(word, box, 0.6))
        at += len(word) + 1
    return PageLine(tuple(words), Box(20, top, 20 + 20 * len(text), top + 40))


def paged_side(side: Side, facsimile: Facsimile, folder: Path | None = None) -> SideText:
    """A side that was read from pages."""
    raw = facsimile.text
    section = Section(side, Span(0, len(raw)))
    document = Document(f"{side}.hocr", raw, (section,), facsimile=facsimile, folder=folder)
    cleaned = clean(document, side)
    sentences = split(cleaned.text, LANGUAGES[side])
    return SideText(side, document, LANGUAGES[side], sentences, cleaned.excluded, cleaned.moves)


def paged_review(source: SideText, target: SideText | None = None) -> Review:
    """A row for each sentence of either side."""
    counts = [len(text.sentences) if text is not None else 0 for text in (source, target)]
    both = min(counts)
    beads = [Bead(range(at, at + 1), range(at, at + 1), 0.8, 0.9) for at in range(both)]
    beads += [Bead(range(at, at + 1), range(both, both), None, 0.9) for at in range(both, counts[0])]
    beads += [
        Bead(range(counts[0], counts[0]), range(at, at + 1), None, 0.9) for at in range(both, counts[1])
    ]
    signature = Signature("0.1.0", "embedded", "0" * 64, "3.8", "c0ffee", 1.0)
    alignment = Alignment(tuple(beads), counts[0], counts[1])
    return Review(Bitext(source, target, alignment, (), signature), reviewer="anna")


def change(review: Review, side: Side, changes: Sequence[tuple[tuple[int, int], str]]) -> None:
    """The reviewer types new text at places of the raw file."""
    view = review.state.side_views[side]
    made = []
    for (start, stop), new in changes:
        place = Place(side, view.normalise((Span(start, stop),)))
        made.append(TextChange(place, view.quote(place.spans), new))
    review.apply(Edit(tuple(made)))
