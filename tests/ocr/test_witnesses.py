"""What is asked about a page, and when."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr.candidates.build import build_lattice
from align.ocr.channel.adaptation import Profile
from align.ocr.channel.engines import prior_channel
from align.ocr.features.ngram import observed_hypothesis
from align.ocr.features.passes import Draft, Second, last_evidence, second_evidence
from align.ocr.reranker import softmax
from align.ocr.runtime import resources
from align.ocr.runtime.resources import reranker_for
from align.ocr.translation.bead_context import TargetContext


@pytest.mark.model
def test_grammar_is_asked_again_when_a_neighbour_is_settled():
    """Whither troops are sent is known only when посняке is read as посылке."""
    tools = resources.load(("ru", "en"), None)
    page = build_lattice(["Вопрос о посняке войск в Корев решен."], [()], tools.indexes, prior_channel())
    read, partner, none = observed_hypothesis(page), TargetContext([()], [0], [""]), Profile({}, {})
    found, heard = second_evidence(page, tools, none, read, partner, reranker_for(tools, "first"))
    second = Second(page, partner, found, heard, none, read)
    shares = softmax(reranker_for(tools, "first").score(found), page.starts)
    settled = [[text.replace("посняке", "посылке") for text in sentence] for sentence in read]
    accusative, prepositional = (
        next(row for row, (_, reading) in enumerate(page.candidates) if reading.text == text)
        for text in ("Корею", "Корее")
    )

    def leaning(belief):
        grammar = last_evidence(second, tools, Draft(found["channel"], shares, belief))["grammar"]
        assert np.isfinite(grammar).all()
        return grammar[accusative] - grammar[prepositional]

    assert leaning(read) == found["grammar"][accusative] - found["grammar"][prepositional]
    assert leaning(settled) > leaning(read) + 0.5
