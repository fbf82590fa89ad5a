"""Russian as it was spelt before 1918."""

from __future__ import annotations

from align.lang.lexicon import Lexicon
from align.lang.ru.orthography import modern
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel


def test_a_respelt_word_keeps_its_place():
    """The place of a chunk is that of the text as it stands, whatever it is read as."""
    words = {"мир": 1e-4, "место": 1e-4}
    page = build_lattice(
        ["миръ мѣсто,"], [()], FormIndexes(Lexicon("ru", words)), prior_channel(), spelling=modern
    )
    first, second = page.sentences[0]
    assert (first.core, first.start, first.stop) == ("мир", 0, 4)
    assert (second.core, second.trail, second.start, second.stop) == ("место", ",", 5, 11)
