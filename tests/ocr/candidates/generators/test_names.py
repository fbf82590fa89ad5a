"""Names of the translation, and what a damaged one was by their spelling."""

from __future__ import annotations

from align.ocr.candidates.generators.names import name_candidates, name_similarity
from align.ocr.channel.engines import prior_channel


def test_a_damaged_name_is_spelt_after_the_translation() -> None:
    """Mandela makes Мандела a candidate for Маздела, and Манделы for Мазделы."""
    assert name_candidates("Маздела", ("Nelson", "Mandela"), prior_channel())[0] == "мандела"
    assert "манделы" in name_candidates("Мазделы", ("Nelson", "Mandela"), prior_channel())


def test_a_misspelt_name_of_a_translation_is_spelt_after_the_original() -> None:
    """Булганину makes Bulganin a candidate for Bulganiin, Кузнецовым Kuznetsov one for Kuznetzov."""
    assert name_candidates("Bulganiin", ("тов.", "Булганину"), prior_channel())[0] == "bulganin"
    assert name_candidates("Kuznetzov", ("Кузнецовым",), prior_channel())[0] == "kuznetsov"
    assert name_similarity("Bulganin", ("Булганину",)) > name_similarity("Bulganiin", ("Булганину",))


def test_a_name_resembles_its_form_in_the_translation() -> None:
    """Тайвана is like Taiwan; Корев is one letter off Korea and hardly like it."""
    assert name_similarity("Тайвана", ("from", "Taiwan")) == 1
    assert name_similarity("Корев", ("Korea",)) < 0.5
    assert name_similarity("тайвана", ("Taiwan",)) == 0
