"""Russian as it was spelt before 1918."""

from __future__ import annotations

import pytest

from align.lang.ru.orthography import modern


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
