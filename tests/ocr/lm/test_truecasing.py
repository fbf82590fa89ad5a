"""Whether a word begins with a capital where it stands."""

from __future__ import annotations

from align.ocr.lm.truecasing import TruecasingModel, preceding_class
from align.ocr.lm.word_forms import START

LEMMAS = {"китаю": "китай"}


def test_a_dash_that_opens_a_sentence_is_its_start() -> None:
    """Opening quotes and dashes do not hide the start of a sentence."""
    assert preceding_class(["—", "«"]) == START
    assert preceding_class(["Он", "—"]) == "—"


def test_a_rare_form_is_written_as_its_dictionary_form() -> None:
    """Китаю was never counted; Китай was, with a capital."""
    model = TruecasingModel({"китай": 4.0}, {"<rare>": -2.0}, {}, lambda form: LEMMAS.get(form, form))
    assert model.log_odds(["помочь"], "Китаю") == 4.0
