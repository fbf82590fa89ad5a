"""The messages of the page view: the words of a page, and where the words of a row stand."""

from __future__ import annotations

from dataclasses import replace

from hand import LetterEncoder, bitext_of, flag_on, send
from hypothesis import given, settings
from hypothesis import strategies as st
from scanned import page_of, scanned_bitext, scanned_text
from scanned_letter import LINES, letter

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import PageBlock, PageLine, PageWord
from align.review import Review
from align.review.protocol import MessageHandler
from align.text.clean import Excluded
from align.text.span import Span

PAGES = [["Баш ответ от", "командира."], ["Дивизия ждёт."]]
SENTENCES = ["Баш ответ от\nкомандира.", "Дивизия ждёт."]


def handler_of(pages: list[list[str]] = PAGES, sentences: list[str] = SENTENCES) -> MessageHandler:
    made = scanned_bitext(pages, sentences, None)
    flags = (flag_on(made.source, 0, 0, "Ваш"),)
    return MessageHandler(Review(replace(made, flags=flags), encoder=LetterEncoder()))


def test_a_page_comes_with_its_words_lines_and_boxes() -> None:
    (reply,) = send(handler_of(), do="page-layer", side="source", page=0)
    assert (reply["width"], reply["height"]) == (1000, 400)
    assert [word[:2] for word in reply["words"]] == [["Баш", 0], ["ответ", 0], ["от", 0], ["командира.", 1]]
    assert reply["words"][1][2] == [180, 60, 280, 90]


def test_the_words_of_a_row_are_known_by_page_and_number() -> None:
    """Also those of a doubt."""
    handler = handler_of()
    (reply,) = send(handler, do="places", row=handler.workspace.rows[0].id)
    assert "".join(piece["t"] for piece in reply["source"]) == "Баш ответ от\nкомандира."
    assert [piece["at"] for piece in reply["source"] if piece.get("d") == "f1"] == [[[0, 0]]]
    assert [at for piece in reply["source"] for at in piece.get("at", [])] == [[0, 0], [0, 1], [0, 2], [0, 3]]
    assert "at" not in reply["target"][0]


def test_a_word_of_a_page_leads_to_its_row() -> None:
    handler = handler_of()
    (reply,) = send(handler, do="places", side="source", page=1, word=1)
    assert reply["row"] == handler.workspace.rows[1].id
    assert (reply["side"], reply["page"], reply["word"]) == ("source", 1, 1)
    assert [piece["at"] for piece in reply["source"] if piece["t"].strip()] == [[[1, 0]], [[1, 1]]]


def test_a_word_that_was_set_aside_leads_to_no_row() -> None:
    """The reason is given."""
    facsimile = Facsimile((page_of(["Баш ответ.", "- 7 -"], None),))
    source = scanned_text("source", facsimile, "ru", ["Баш ответ."], None)
    at = source.document.raw.index("- 7 -")
    source = replace(source, excluded=(Excluded(Span(at, at + 5), "page furniture"),))
    made = replace(bitext_of(["Баш ответ."], ["abc"], [(1, 1)]), source=source)
    (reply,) = send(MessageHandler(Review(made, encoder=LetterEncoder())), do="places", page=0, word=3)
    assert (reply["row"], reply["why"], reply["word"]) == (None, "page furniture", 3)


def test_corrections_keep_the_places_of_what_was_read() -> None:
    """Typed text stands where the text stood that it replaces."""
    handler = handler_of()
    row = handler.workspace.rows[0].id
    send(handler, do="edit", row=row, side="source", text="Ваш скорый ответ от командира.", id="1" * 32)
    (reply,) = send(handler, do="places", row=row)
    assert "".join(piece["t"] for piece in reply["source"]).split()[:3] == ["Ваш", "скорый", "ответ"]
    placed = [at for piece in reply["source"] for at in piece.get("at", [])]
    assert placed == [[0, 0], [0, 1], [0, 2], [0, 3]]


def test_a_word_broken_across_pages_stands_on_both() -> None:
    """Its two parts are one piece of the text."""
    pages = [["Видел диви-"], ["зию вчера."]]
    handler = handler_of(pages, ["Видел диви-\n\f\nзию вчера."])
    (reply,) = send(handler, do="places", row=handler.workspace.rows[0].id)
    assert [at for piece in reply["source"] for at in piece.get("at", [])] == [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_a_message_about_a_page_that_is_not_there_gets_one_line() -> None:
    handler = handler_of()
    for message in ({"page": 2}, {"page": -1}, {"page": "0"}, {"page": 0, "side": "target"}):
        (reply,) = send(handler, do="page-layer", **message)
        assert reply["is"] == "trouble"
    for word in (-1, 99, None):
        (reply,) = send(handler, do="places", page=0, word=word)
        assert reply["is"] == "trouble"
    (reply,) = send(handler, do="places", row="s99")
    assert reply["is"] == "trouble"


def test_boxes_beyond_the_page_are_cut_and_those_without_a_place_are_none() -> None:
    page = page_of(["Баш"], None)
    words = (
        PageWord("Баш", Box(-5, 60, 40, 90)),
        PageWord("ответ", Box(1200, 0, 1300, 20)),
        PageWord("от"),
    )
    page = replace(page, blocks=(PageBlock((PageLine(words),)),))
    made = bitext_of(["Баш ответ от"], ["abc"], [(1, 1)])
    source = scanned_text("source", Facsimile((page,)), "ru", ["Баш ответ от"], None)
    handler = MessageHandler(Review(replace(made, source=source), encoder=LetterEncoder()))
    (reply,) = send(handler, do="page-layer", page=0)
    assert [word[2] for word in reply["words"]] == [[0, 60, 40, 90], None, None]


LETTER = letter(3, None)


@settings(deadline=None)
@given(st.integers(0, 2), st.integers(0, LINES * 7 - 1))
def test_every_word_of_a_page_is_in_the_row_that_it_leads_to(page: int, word: int) -> None:
    """And the row's piece reads as the word does."""
    handler = MessageHandler(Review(LETTER, encoder=LetterEncoder()))
    (layer,) = send(handler, do="page-layer", side="source", page=page)
    (reply,) = send(handler, do="places", side="source", page=page, word=word)
    (piece,) = (one for one in reply["source"] if [page, word] in one.get("at", []))
    assert piece["t"].strip() == layer["words"][word][0]
