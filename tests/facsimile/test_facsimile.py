"""The law of pages: every character of the text stands in one word, each word in one place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import validate

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.errors import InvariantError
from align.export.bitext_json import schema
from align.facsimile.box import Box, box_around
from align.facsimile.box_shares import shares
from align.facsimile.facsimile import Facsimile
from align.facsimile.json_value import from_value, to_value
from align.facsimile.page import Glyph, Page, PageBlock, PageLine, PageWord, Picture
from align.ledger import ledger
from align.signature import Signature
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.sentences import split
from align.text.side_text import SideText
from align.text.span import Span

LINE = PageLine((PageWord("Баш"), PageWord("ответ")), Box(0, 0, 90, 10))


@given(st.data())
def test_every_character_stands_in_one_word(
    facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject
) -> None:
    """The words are the text, in order; between them is white space alone."""
    facsimile = data.draw(facsimiles)
    at = 0
    for word in facsimile.words:
        assert not facsimile.text[at : word.start].strip()
        assert facsimile.text[word.start : word.stop] == word.word.text
        assert word.line.start <= word.start < word.stop <= word.line.stop
        assert (
            word.word
            in facsimile.pages[word.line.page]
            .blocks[word.line.block]
            .lines[
                word.line.number
                - sum(len(one.lines) for one in facsimile.pages[word.line.page].blocks[: word.line.block])
            ]
            .words
        )
        at = word.stop
    assert not facsimile.text[at:].strip()


@given(st.data())
def test_the_words_of_a_stretch_are_those_that_it_touches(
    facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject
) -> None:
    """Found by search, they are those that looking at every word finds."""
    facsimile = data.draw(facsimiles)
    start = data.draw(st.integers(0, len(facsimile.text)))
    stop = data.draw(st.integers(start, len(facsimile.text)))
    touched = tuple(word for word in facsimile.words if max(word.start, start) < min(word.stop, stop))
    assert facsimile.words_between(start, stop) == touched


@given(st.data())
def test_cleaning_keeps_the_place_of_every_character(
    facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject
) -> None:
    """Joined lines, joined words, moved and excluded text: each character of a sentence is on a page."""
    facsimile = data.draw(facsimiles)
    raw = facsimile.text
    document = Document("p.hocr", raw, (Section("source", Span(0, len(raw))),), facsimile=facsimile)
    cleaned = clean(document, "source")
    sentences = split(cleaned.text, "ru")
    text = SideText("source", document, "ru", sentences, cleaned.excluded, cleaned.moves)
    claimed = [entry for entry in ledger(document, [text]) if entry.kind != "space"]
    covered = {offset for entry in claimed for offset in range(entry.span.start, entry.span.stop)}
    assert {offset for word in facsimile.words for offset in range(word.start, word.stop)} <= covered
    for sentence in sentences:
        for span in sentence.origin:
            pieces = list(facsimile.words_between(span.start, span.stop))
            assert "".join(span.of(raw).split()) == "".join(
                raw[max(word.start, span.start) : min(word.stop, span.stop)] for word in pieces
            )


@given(st.data())
def test_a_facsimile_comes_back_from_json(
    facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject
) -> None:
    """Written and read again, it is equal."""
    facsimile = data.draw(facsimiles)
    assert from_value(json.loads(json.dumps(to_value(facsimile)))) == facsimile


def test_a_word_without_a_box_takes_its_share_of_the_line() -> None:
    """In proportion to its letters."""
    facsimile = Facsimile((Page(100, 100, (PageBlock((LINE,)),)),))
    assert [word.box for word in facsimile.words] == [Box(0, 0, 30, 10), Box(40, 0, 90, 10)]


@given(st.lists(st.text("абв", min_size=1, max_size=9), min_size=1, max_size=9), st.integers(1, 30))
def test_the_shares_of_words_are_those_of_their_letters(texts: list[str], width: int) -> None:
    """Also on a line that is narrower than it has letters: none stands outside of it."""
    box = Box(5, 0, 5 + width, 10)
    line = PageLine(tuple(map(PageWord, texts)), box)
    found = [word.box for word in Facsimile((Page(100, 100, (PageBlock((line,)),)),)).words]
    assert found == list(shares(box, [len(text) for text in texts], gap=1))
    assert all(one is not None and one.joined(box) == box for one in found)


def test_a_stretch_over_a_page_end_has_words_on_both_pages() -> None:
    """Each with the number of its page; a blank page between them counts."""
    page = Page(100, 100, (PageBlock((LINE,)),))
    facsimile = Facsimile((page, Page(100, 100), page))
    assert facsimile.text == "Баш ответ\n\f\n\n\f\nБаш ответ\n"
    assert [word.line.page for word in facsimile.words_between(4, len(facsimile.text))] == [0, 2, 2]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Box(3, 0, 3, 5),
        lambda: PageWord("два слова"),
        lambda: PageWord(""),
        lambda: PageWord("аб", glyphs=(Glyph("а"),)),
        lambda: PageLine(()),
        lambda: PageBlock(()),
        lambda: Page(0, 10),
        lambda: Document("a", "other", (Section("source", Span(0, 5)),), facsimile=Facsimile(())),
    ],
)
def test_what_breaks_the_law_is_refused(make: object) -> None:
    """A page is right from the start, or it is not made."""
    with pytest.raises(InvariantError):
        make()  # type: ignore[operator]


def test_boxes_are_joined_and_cut_at_the_page() -> None:
    """A box beside the page has no part on it."""
    assert box_around([Box(0, 0, 2, 2), None, Box(5, 1, 6, 4)]) == Box(0, 0, 6, 4)
    assert box_around([None]) is None
    assert Box(-5, 2, 50, 9).within(10, 8) == Box(0, 2, 10, 8)
    assert Box(20, 0, 30, 5).within(10, 8) is None


def test_a_stored_bitext_names_its_pictures_and_finds_their_folder(tmp_path: Path) -> None:
    """The JSON holds pages and boxes; the pictures are looked for beside it."""
    page = Page(100, 100, (PageBlock((LINE,)),), Picture("page.png"), 300.0)
    facsimile = Facsimile((page,), "tesseract 5.3.0")
    document = Document(
        "p.hocr", facsimile.text, (Section("source", Span(0, 9)),), facsimile=facsimile, folder=tmp_path
    )
    text = SideText("source", document, "ru", split(clean(document, "source").text, "ru"))
    signature = Signature("0.1.0", None, None, "3.8", "c0ffee", 1.0)
    bitext = Bitext(text, None, Alignment((Bead(range(1), range(0), 0.0, 1.0),), 1, 0), (), signature)
    bitext.save(tmp_path / "p.align.json")
    loaded = Bitext.load(tmp_path / "p.align.json")
    assert loaded == bitext
    assert loaded.source is not None
    assert loaded.source.document.folder == tmp_path
    validate(json.loads((tmp_path / "p.align.json").read_text()), schema())
