"""What is asked about a page, and when."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr import toolbox
from align.ocr.fusion import softmax
from align.ocr.neighbours import as_read
from align.ocr.partner import Partner
from align.ocr.prior import prior
from align.ocr.profile import Profile
from align.ocr.survey import survey
from align.ocr.toolbox import weights
from align.ocr.witnesses import Draft, Second, last_evidence, second_evidence


@pytest.mark.model
def test_grammar_is_asked_again_when_a_neighbour_is_settled():
    """Whither troops are sent is known only when посняке is read as посылке."""
    tools = toolbox.load(("ru", "en"), None)
    page = survey(["Вопрос о посняке войск в Корев решен."], [()], tools.lexicon, prior())
    read, partner, none = as_read(page), Partner([()], [0], [""]), Profile({}, {})
    found, heard = second_evidence(page, tools, none, read, partner, weights(tools, "first"))
    second = Second(page, partner, found, heard, none, read)
    shares = softmax(weights(tools, "first").scores(found), page.starts)
    settled = [[text.replace("посняке", "посылке") for text in sentence] for sentence in read]
    accusative, prepositional = (
        next(row for row, (_, reading) in enumerate(page.readings) if reading.text == text)
        for text in ("Корею", "Корее")
    )

    def leaning(belief):
        grammar = last_evidence(second, tools, Draft(found["channel"], shares, belief))["grammar"]
        assert np.isfinite(grammar).all()
        return grammar[accusative] - grammar[prepositional]

    assert leaning(read) == found["grammar"][accusative] - found["grammar"][prepositional]
    assert leaning(settled) > leaning(read) + 0.5
