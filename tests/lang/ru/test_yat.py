"""Whether an old text has the letter ѣ."""

from __future__ import annotations

import pytest

from align.lang.ru.yat import writes_yat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Онъ видѣлъ человека въ томъ месте", True),
        ("Онъ видtлъ чело6ка здtсь", True),
        ("Онъ виделъ человека въ томъ месте", False),
        ("Где же ответъ", False),
        ("Онъ читалъ книгу", True),
    ],
)
def test_a_text_with_e_in_the_place_of_yat_has_none(text: str, expected: bool) -> None:  # noqa: FBT001
    """One ѣ is enough; where an OCR reads it as another sign it is there too."""
    assert writes_yat(text.split()) == expected
