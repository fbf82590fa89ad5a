"""Which places are flagged, by the probabilities of what they may say."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr.lexicon import Lexicon
from align.ocr.page import Page, Site
from align.ocr.passes import Reread
from align.ocr.prior import prior
from align.ocr.profile import Profile
from align.ocr.reading import AS_READ, OTHER, Reading
from align.ocr.tokens import chunks
from align.ocr.verdict import flags
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

TEXT = "пландарм -на"
SITES = (
    Site(
        0,
        0,
        (Reading(0, 1, "пландарм", AS_READ), Reading(0, 1, "плацдарм", "letters"), Reading(0, 1, "", OTHER)),
    ),
    Site(
        0,
        1,
        (
            Reading(1, 2, "-на", AS_READ),
            Reading(0, 2, "плацдарм-на", "join"),
            Reading(1, 2, "на", "marks"),
            Reading(1, 2, "-на", OTHER),
        ),
    ),
)


def flagged(first, second):
    """What is flagged when the readings of the two places have these probabilities."""
    page = Page([chunks(TEXT)], SITES, Lexicon("ru", {"на": 1e-2, "плацдарм": 1e-6}), [()])
    evidence = {name: np.zeros(7) for name in ("grammar", "context")}
    reread = Reread(page, np.array([*first, *second]), evidence, {}, Profile({}, {}), prior())
    sentence = Sentence(0, TracedText.of(TEXT, Span(0, len(TEXT))))
    return {flag.text: flag for flag in flags(reread, [sentence], "source", 0.5)}


def test_a_place_beside_a_flagged_one_is_flagged_for_its_own_doubt():
    """The readings that join it to its neighbour are out; the others share what is left."""
    found = flagged((0.05, 0.9, 0.05), (0.1, 0.3, 0.2, 0.4))
    assert list(found) == ["пландарм", "-на"]
    assert found["-на"].confidence == pytest.approx(1 - 0.1 / 0.7)
    assert [suggestion.text for suggestion in found["-на"].suggestions] == ["на"]


def test_a_doubt_that_a_neighbours_flag_settles_is_none():
    """No two flags stand over one chunk, and none for a join alone that cannot be."""
    assert list(flagged((0.05, 0.9, 0.05), (0.1, 0.85, 0.02, 0.03))) == ["пландарм"]
    assert list(flagged((0.2, 0.7, 0.1), (0.05, 0.9, 0.03, 0.02))) == [TEXT]
