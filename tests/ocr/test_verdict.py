"""Which places are flagged, by the probabilities of what they may say."""

from __future__ import annotations

import numpy as np
import pytest

from align.lang.lexicon import Lexicon
from align.ocr.channel.adaptation import Profile
from align.ocr.channel.engines import prior_channel
from align.ocr.decoder import DecodingResult
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.lattice import CandidateLattice, Slot
from align.ocr.report.flags import make_flags
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.token import tokenize
from align.text.trace import TracedText

TEXT = "пландарм -на"
SITES = (
    Slot(
        0,
        0,
        (
            Candidate(0, 1, "пландарм", OBSERVED),
            Candidate(0, 1, "плацдарм", "letters"),
            Candidate(0, 1, "", UNPROPOSED),
        ),
    ),
    Slot(
        0,
        1,
        (
            Candidate(1, 2, "-на", OBSERVED),
            Candidate(0, 2, "плацдарм-на", "join"),
            Candidate(1, 2, "на", "marks"),
            Candidate(1, 2, "-на", UNPROPOSED),
        ),
    ),
)


def flagged(first, second):
    """What is flagged when the readings of the two places have these probabilities."""
    page = CandidateLattice([tokenize(TEXT)], SITES, Lexicon("ru", {"на": 1e-2, "плацдарм": 1e-6}), [()])
    evidence = {name: np.zeros(7) for name in ("grammar", "context")}
    reread = DecodingResult(page, np.array([*first, *second]), evidence, {}, Profile({}, {}), prior_channel())
    sentence = Sentence(0, TracedText.of(TEXT, Span(0, len(TEXT))))
    return {flag.text: flag for flag in make_flags(reread, [sentence], "source", 0.5)}


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
