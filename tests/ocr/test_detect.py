"""Flags on small letters."""

from __future__ import annotations

import pytest

from align.alignment.bead import Alignment, Bead
from align.ocr.detect import find_flags
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText


def sentences(*texts):
    """Sentences one after another in a raw file, a newline between them."""
    found, at = [], 0
    for index, text in enumerate(texts):
        raw = " " * at + text
        found.append(Sentence(index, TracedText.of(raw, Span(at, at + len(text)))))
        at += len(text) + 1
    return tuple(found)


def found(source, target=(), languages=("ru", "en")):
    """The flags on the source, without an encoder."""
    sides = sentences(*source), sentences(*target)
    beads = [Bead(range(i, i + 1), range(i, i + 1), None, 1.0) for i in range(min(len(source), len(target)))]
    beads += [
        Bead(range(i, i + 1), range(len(target), len(target)), None, 1.0)
        for i in range(len(beads), len(source))
    ]
    alignment = Alignment(tuple(beads), len(source), len(target))
    return [
        flag for flag in find_flags(*sides, alignment, None, languages=languages) if flag.side == "source"
    ]


LETTER = (
    "Я считал возможным обратиться к Вам с вопросом о пяти китайских добровольческих дивизиях.",
    "Если противник перейдет параллель, США превратят Корею в свой пландарм.",
    "Следует ли этого бояться?",
)


@pytest.mark.model
def test_a_word_no_dictionary_knows_is_flagged_with_its_reading():
    """пландарм is no word; плацдарм is suggested first, and applying it gives the truth."""
    (flag,) = found(LETTER)
    assert flag.text == "пландарм"
    assert flag.suggestions[0].text == "плацдарм"
    assert flag.kind == "ocr.unknown-word"
    assert "плацдарм" in flag.reason


@pytest.mark.model
def test_clean_text_is_silent():
    """Nothing is flagged where nothing is wrong."""
    assert not found((LETTER[0], LETTER[2]))


@pytest.mark.model
@pytest.mark.parametrize(
    "texts",
    [(".",), ("а",), ("1 2 3",), ("×" * 10_000,), ("слово " * 3000,), ("(|) ~ ^ °",), ("Я",) * 3],
    ids=["a mark", "a letter", "numbers", "a long token", "repeats", "dirt", "tiny sentences"],
)
def test_strange_pages_are_read_without_harm(texts):
    """Bounded time and no crash on pages that are hardly text."""
    found(texts)


@pytest.mark.model
def test_a_language_nothing_is_known_of_gets_no_flags_on_its_words():
    """Without word lists nobody can call a word unknown."""
    assert not found(("Saluton al vi, kara amiko.",), languages=("eo", "en"))


def test_no_sentences_no_flags():
    """Empty sides have no errors."""
    assert not find_flags((), (), Alignment((), 0, 0), None, languages=("ru", "en"))
