"""How strongly words of the two languages go together."""

from __future__ import annotations

from align.ocr.translation.association import Association


def test_function_words_hardly_count() -> None:
    """A frequent word of the translation has a small weight."""
    rarity = Association.between(("ru", "en"), None).rarity(["the", "ally", "springboard"])
    assert rarity[0] < 0.2 < rarity[1] < rarity[2]
