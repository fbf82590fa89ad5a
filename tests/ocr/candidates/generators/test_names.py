"""Names of the translation, and what a damaged one was by their spelling."""

from __future__ import annotations

from align.ocr.candidates.generators.names import name_candidates
from align.ocr.channel.engines import prior_channel


def test_a_damaged_name_is_spelt_after_the_translation() -> None:
    """Mandela makes Мандела a candidate for Маздела, and Манделы for Мазделы."""
    assert name_candidates("Маздела", ("Nelson", "Mandela"), prior_channel())[0] == "мандела"
    assert "манделы" in name_candidates("Мазделы", ("Nelson", "Mandela"), prior_channel())


def test_a_misspelt_name_of_a_translation_is_spelt_after_the_original() -> None:
    """Булганину makes Bulganin a candidate for Bulganiin, Кузнецовым Kuznetsov one for Kuznetzov."""
    assert name_candidates("Bulganiin", ("тов.", "Булганину"), prior_channel())[0] == "bulganin"
    assert name_candidates("Kuznetzov", ("Кузнецовым",), prior_channel())[0] == "kuznetsov"
