"""Corrections of the text go to the words of the pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.facsimile.box import Box
from align.facsimile.corrected import PageCorrection, with_corrections
from align.facsimile.decided import Corrector, corrector
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord

ANNA = Corrector("anna", "2026-11-27T10:00:00Z")


def pages(text: str) -> Facsimile:
    """Letters of 10 x 10 pixels; ``|`` ends a block, ``||`` a page."""
    made = []
    for page in text.split("||"):
        blocks = []
        for block in page.split("|"):
            lines = [_line(line, 20 * at) for at, line in enumerate(block.split("\n"))]
            blocks.append(PageBlock(tuple(lines)))
        made.append(Page(1000, 1000, tuple(blocks)))
    return Facsimile(tuple(made))


def _line(text: str, top: int) -> PageLine:
    words, at = [], 0
    for word in text.split():
        words.append(
            PageWord(word, Box(10 * at, top, 10 * (at + len(word)), top + 10), 0.6, id=f"w{top}_{at}")
        )
        at += len(word) + 1
    return PageLine(tuple(words), Box(0, top, 10 * len(text), top + 10))


def corrected(facsimile: Facsimile, *changes: tuple[str, str]) -> Facsimile:
    """Each old text, which stands there once, replaced; ``_`` divides the places of a correction."""
    raw, made = facsimile.text, []
    for old, new in changes:
        stretches, at = [], 0
        for part in old.split("_"):
            at = raw.index(part, at)
            stretches.append((at, at + len(part)))
            at += len(part)
        made.append(PageCorrection(tuple(stretches), new, ANNA))
    return with_corrections(facsimile, made)


@pytest.mark.parametrize(
    ("read", "old", "new", "then"),
    [
        ("Баш ответ", "Баш", "Ваш", "Ваш ответ"),
        ("Баш, ответ", "Баш", "Ваш", "Ваш, ответ"),
        ("по лучил ответ", "по лучил", "получил", "получил ответ"),
        ("ответне получил", "ответне", "ответ не", "ответ не получил"),
        ("ответ * получил", "*", "", "ответ получил"),
        ("ответ получил", "ответ", "ответ не", "ответ не получил"),
        ("один\n*\nдва", "*", "", "один\nдва"),
        ("один|*|два", "*", "", "один\n\nдва"),
        ("китай-\nсхого ответа", "китай_схого", "китайского", "китай-\nского ответа"),
        ("китай-||ШАПКА|схого ответа", "китай_схого", "китайского", "китай-\n\f\nШАПКА\n\nского ответа"),
        ("из-\nза угла", "из-\nза", "из-под", "из-\nпод угла"),
        ("по\nлучил", "по\nлучил", "получил", "по-\nлучил"),
        ("не по-\nлучил", "по_лучил", "я взял", "не я\nвзял"),
        ("зто-\nт дом", "зто_т", "этот", "это-\nт дом"),
        ("сло-\nво *", "сло_во", "", "*"),
        ("Он ушел\nдамой рано", "ушел\nдамой рано", "ушёл домой рано", "Он ушёл\nдомой рано"),
        ("Он ушел\nдамой", "Он ушел\nдамой", "Они ушли вчера домой", "Они ушли вчера\nдомой"),
        ("сло¬во дело", "сло_во", "слово", "слово дело"),
        ("сло- во дело", "сло_во", "слово", "слово дело"),
    ],
)
def test_the_new_text_stands_where_the_old_stood(read: str, old: str, new: str, then: str) -> None:
    """On its line, in its words; a word that a line's end breaks stays broken there."""
    assert corrected(pages(read), (old, new)).text == then + "\n"


def test_a_corrected_word_keeps_its_box_and_what_was_read() -> None:
    """It has no confidence of its own: no engine read it so; who corrected it is recorded."""
    word = next(corrected(pages("Баш ответ"), ("Баш", "Ваш")).pages[0].lines).words[0]
    readings = Alternative("Ваш", source=ANNA.source), Alternative("Баш", 0.6)
    assert word == PageWord("Ваш", Box(0, 0, 30, 10), None, (), readings, "w0_0")
    assert corrector(word) == ANNA


def test_words_that_are_joined_have_one_box_and_one_that_is_split_shares_it() -> None:
    """In proportion to the letters, a letter between two words."""
    joined = next(corrected(pages("по лучил"), ("по лучил", "получил")).pages[0].lines).words
    assert [one.box for one in joined] == [Box(0, 0, 80, 10)]
    assert joined[0].alternatives[1] == Alternative("по␣лучил", 0.6)
    split = next(corrected(pages("ответне"), ("ответне", "ответ не")).pages[0].lines).words
    assert [one.box for one in split] == [Box(0, 0, 43, 10), Box(52, 0, 70, 10)]
    assert [one.id for one in split] == ["w0_0", ""]


def test_an_inserted_word_has_no_box_of_its_own() -> None:
    """The words beside it are as they were."""
    facsimile = pages("ответ получил")
    words = next(corrected(facsimile, ("ответ", "ответ не")).pages[0].lines).words
    assert words[1].box is None
    assert (words[0], words[2]) == next(facsimile.pages[0].lines).words


def test_two_corrections_of_one_word_are_one() -> None:
    """Its letter, and the mark behind it."""
    assert corrected(pages("Баш; ответ"), ("Б", "В"), (";", ",")).text == "Ваш, ответ\n"


def test_a_word_that_was_corrected_before_keeps_that_reading() -> None:
    """Who said what, the last first."""
    once = corrected(pages("Баш ответ"), ("Баш", "Наш"))
    twice = with_corrections(once, [PageCorrection(((0, 3),), "Ваш", Corrector("boris"))])
    readings = next(twice.pages[0].lines).words[0].alternatives
    assert [(one.text, one.source) for one in readings] == [
        ("Ваш", "corrected by boris"),
        ("Наш", ANNA.source),
        ("Баш", ""),
    ]


def test_glyphs_that_fit_are_kept() -> None:
    """One in the place of another has its box and its alternatives; a letter more shares none."""
    glyphs = tuple(Glyph(one, Box(9 * at, 0, 9 * at + 9, 9), 0.9) for at, one in enumerate("Башш"))
    facsimile = Facsimile((Page(99, 99, (PageBlock((PageLine((PageWord("Башш", glyphs=glyphs),)),)),)),))
    made = next(with_corrections(facsimile, [PageCorrection(((0, 4),), "Ваш", ANNA)]).pages[0].lines).words[0]
    first = replace(glyphs[0], text="В", confidence=None, alternatives=(Alternative("Б", 0.9),))
    assert made.glyphs == (first, glyphs[1], glyphs[2])


@given(st.data())
def test_what_is_not_corrected_stays(facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject) -> None:
    """Random words replaced: every other word, every page, every box of a line is the same."""
    facsimile = data.draw(facsimiles)
    numbers = data.draw(st.sets(st.integers(0, max(len(facsimile.words) - 1, 0)), max_size=4))
    chosen = [facsimile.words[at] for at in sorted(numbers) if at < len(facsimile.words)]
    changes = [PageCorrection(((one.start, one.stop),), one.word.text + "ъ", ANNA) for one in chosen]
    made = with_corrections(facsimile, changes)
    assert [one.word.text for one in made.words] == [
        one.word.text + "ъ" * (one in chosen) for one in facsimile.words
    ]
    assert [new.word for new, old in zip(made.words, facsimile.words, strict=True) if old not in chosen] == [
        old.word for old in facsimile.words if old not in chosen
    ]
    assert [replace(one.line, words=one.line.words[:1]).box for one in made.lines] == [
        one.line.box for one in facsimile.lines
    ]
