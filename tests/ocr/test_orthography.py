"""Russian as it was spelt before 1918."""

from __future__ import annotations

import pytest

from align.lang.lexicon import Lexicon
from align.lang.ru.orthography import modern
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("миръ", "мир"),
        ("мѣсто", "место"),
        ("Россія", "Россия"),
        ("русскія", "русские"),
        ("новаго", "нового"),
        ("синяго", "синего"),
        ("добрыя", "добрые"),
        ("безпокойство", "беспокойство"),
        ("объяснилъ", "объяснил"),
        ("изъ-за", "из-за"),
        ("слово", "слово"),
    ],
)
def test_old_spelling_is_read_as_todays(old, new):
    """ѣ, і, ъ at the end and the old endings are no errors."""
    assert modern(old) == new


def test_a_respelt_word_keeps_its_place():
    """The place of a chunk is that of the text as it stands, whatever it is read as."""
    words = {"мир": 1e-4, "место": 1e-4}
    page = build_lattice(
        ["миръ мѣсто,"], [()], FormIndexes(Lexicon("ru", words)), prior_channel(), spelling=modern
    )
    first, second = page.sentences[0]
    assert (first.core, first.start, first.stop) == ("мир", 0, 4)
    assert (second.core, second.trail, second.start, second.stop) == ("место", ",", 5, 11)
