"""Both indexes over the forms of a language."""

from __future__ import annotations

from align.lang.lexicon import Lexicon
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel


def test_a_form_is_as_common_as_its_commonest_spelling() -> None:
    """ёще is a slip of еще: it does not make it rare, and neither is searched twice."""
    known = FormIndexes(Lexicon("ru", {"еще": 1e-3, "ёще": 1e-8}))
    assert known.by_edits.within_distance("ещо", 1) == ("еще",)
    assert known.by_channel.search("ещо", prior_channel(), 3) == ["еще"]
