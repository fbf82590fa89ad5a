"""Readings in the spelling of before 1918."""

from __future__ import annotations

import pytest

from align.lang.ru.old_form import in_old_spelling


@pytest.mark.parametrize(
    ("observed", "suggested", "old"),
    [
        ("видtлъ", "видел", "видѣлъ"),
        ("лЪсу,", "лесу,", "лѣсу,"),
        ("Зд6сь", "Здесь", "Здѣсь"),
        ("голубомъ!.", "голубом.", "голубомъ."),
        ("онь", "он", "онъ"),
        ("добраго", "доброго", "добраго"),
        ("дсбраго", "доброго", "добраго"),
        ("Россіл", "Россия", "Россія"),
        ("ПРИШЕЛ6", "ПРИШЕЛ", "ПРИШЕЛЪ"),
        ("въдомъ", "в дом", "въ домъ"),
        ("рѣку", "реки", "рѣки"),
        ("мой", "май", "май"),
        ("другія", "другие", "другія"),
        ("Прежпія", "Прежние", "Прежнія"),
        ("Въ", "в", "въ"),
        ("миръ", "Мир", "Миръ"),
    ],
)
def test_a_reading_keeps_the_spelling_of_its_text(observed: str, suggested: str, old: str) -> None:
    """Its letters, its endings and the ъ."""
    assert in_old_spelling(observed, suggested) == old
