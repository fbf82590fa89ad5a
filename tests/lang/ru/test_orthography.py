"""Russian as it was spelt before 1918."""

from __future__ import annotations

import pytest

from align.lang.ru.orthography import known_modern, modern


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("миръ", "мир"),
        ("мѣсто", "место"),
        ("Россія", "Россия"),
        ("русскія", "русские"),
        ("новаго", "нового"),
        ("синяго", "синего"),
        ("бывшаго", "бывшего"),
        ("добрыя", "добрые"),
        ("безпокойство", "беспокойство"),
        ("объяснилъ", "объяснил"),
        ("изъ-за", "из-за"),
        ("слово", "слово"),
    ],
)
def test_old_spelling_is_read_as_todays(old: str, new: str) -> None:
    """ѣ, і, ъ at the end and the old endings are no errors."""
    assert modern(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("аттака", "атака"),
        ("Галлерея", "Галерея"),
        ("коммисіи", "комиссии"),
        ("оффиціальнаго", "официального"),
        ("обезпеченъ", "обеспечен"),
        ("разсчетъ", "расчет"),
        ("возрасло", "возросло"),
        ("оне", "они"),
        ("явившіяся", "явившиеся"),
        ("повидимому", "по-видимому"),
        ("придти", "прийти"),
        ("Нумера", "Номера"),
        ("граФЪ", "граФ"),
        ("Чикаго", "Чикаго"),
    ],
)
def test_an_old_word_is_the_word_of_today_that_is_one(old: str, new: str) -> None:
    """Also where stems, prefixes or endings have changed in other ways than by the decree of 1918."""
    words = {
        *("атака", "галерея", "комиссии", "официального", "обеспечен", "расчет", "возросло", "они"),
        *("явившиеся", "по-видимому", "прийти", "номера", "чикаго"),
    }
    assert known_modern(old, lambda form: form.lower() in words) == new
