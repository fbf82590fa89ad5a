"""What the rest of a page misread so."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr.fusion import softmax
from align.ocr.lexicon import Lexicon
from align.ocr.prior import prior
from align.ocr.recurrence import recurs
from align.ocr.survey import survey

WORDS = {"борьбы": 1e-5, "борьба": 1e-5, "войны": 1e-5, "война": 1e-5, "силы": 1e-5, "сила": 1e-5}


def heard(*texts):
    """Reading of the first text -> how often the others were misread so; forms in ы are the likely ones."""
    page = survey(list(texts), [()] * len(texts), Lexicon("ru", WORDS), prior())
    scores = [4.0 if reading.text.endswith("ы") else 0.0 for _, reading in page.readings]
    found = recurs(page, softmax(np.array(scores), page.starts), prior())
    first = enumerate(page.sites[0].readings)
    return {reading.text: float(found[row]) for row, reading in first}


def test_what_was_misread_so_elsewhere_is_likelier():
    """ы was read as и in two other words; nothing was read for а."""
    found = heard("борьби", "войни", "сили")
    assert found["борьбы"] == pytest.approx(np.log1p(2), abs=0.1)
    assert found["борьба"] < 0.1
    assert found["борьби"] == 0


def test_a_place_does_not_speak_for_itself():
    """Alone, a misreading has been seen nowhere."""
    assert heard("борьби")["борьбы"] == 0
    assert heard("борьби", "война")["борьбы"] == 0
