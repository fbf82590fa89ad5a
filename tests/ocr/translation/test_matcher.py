"""The learned matcher of words of the original and of the translation."""

from __future__ import annotations

from align.ocr.translation import matcher


def test_only_russian_and_english_have_a_matcher() -> None:
    """It was learned of Russian originals and English translations."""
    assert matcher.load(("uk", "en")) is None
