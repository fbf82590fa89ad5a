"""Old or badly read print, and clean text."""

from __future__ import annotations

import pytest

from align.lang import lexicon
from align.ocr.decoder import decode
from align.ocr.lattice.suspicious import is_degraded
from align.ocr.runtime import resources
from tests.ocr.sample import context_of

CLEAN = "The old man went down to the river and sat there until the sun had gone behind the hills."
PRINT = "Tbe olde inan wente downe to tbe riuer and fatte tbere vntil tbe funne was gon bebind tbe hilles."


def test_unknown_words_show_degraded_print() -> None:
    """Where there is enough text."""
    english = lexicon.load("en")
    assert is_degraded([PRINT] * 5, english)
    assert not is_degraded([CLEAN] * 5, english)


def test_a_sentence_alone_shows_nothing() -> None:
    """One misread word of ten says nothing of a text."""
    assert not is_degraded([PRINT], lexicon.load("en"))


@pytest.mark.model
def test_degraded_print_has_weights_of_its_own() -> None:
    """More of its errors are found; a clean text keeps the usual weights."""
    english = resources.load(("en", "ru"))
    found = [decode([text] * 5, context_of(5), english, None) for text in (CLEAN, PRINT)]
    assert [result.kind for result in found] == ["without grammar", "degraded print"]
    errors = 1 - found[1].probabilities[found[1].lattice.starts[:-1]]
    assert (errors > 0.5).mean() > 0.25


@pytest.mark.model
def test_a_language_with_a_grammar_keeps_its_weights() -> None:
    """However bad its text is."""
    russian = resources.load(("ru", "en"))
    result = decode(["Пландарм нужеи здесъ вКорея"] * 20, context_of(20), russian, None)
    assert result.kind == "with grammar"
