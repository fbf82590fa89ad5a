"""The user's masked language model in the place of the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import ModelError
from align.ocr import lm
from align.ocr.lm import SpanInContext


def test_an_unknown_masked_model_is_an_error_of_one_line() -> None:
    """The error names the model that is not on this machine, and what to try."""
    with pytest.raises(ModelError, match=r"masked language model.*'no-such-model'.*folder") as error:
        lm.MaskedModel.load("no-such-model")
    assert "\n" not in str(error.value)


@pytest.mark.model
def test_a_masked_model_scores_the_same_queries(tiny_bert: Path) -> None:
    """A folder with any masked language model will do; a query alone has the value it has among others."""
    model = lm.MaskedModel.load(str(tiny_bert))
    assert model is not None
    query = SpanInContext(["послать", "войска", "в"], ["Корею"], ["."])
    [alone] = model.log_probabilities([query])
    assert -50 < alone < 0
    both = model.log_probabilities([query, SpanInContext(["войска"], ["в"], [])])
    assert both[0] == pytest.approx(alone, abs=1e-4)
