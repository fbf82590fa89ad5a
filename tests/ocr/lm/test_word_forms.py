"""The forms under which language models count tokens."""

from __future__ import annotations

from align.ocr.lm.word_forms import normalise


def test_yo_is_ye() -> None:
    """ё counts as е, and every kind of dash and quote as one."""
    assert normalise("Ещё") == "еще"
    assert normalise("–") == normalise("—")
    assert normalise("«") == normalise('"')
