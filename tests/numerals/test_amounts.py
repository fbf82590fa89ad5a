"""Numbers with their units."""

from __future__ import annotations

import pytest

from align.numerals.amounts import amounts


def _read(text: str, code: str) -> list[tuple[float, str]]:
    """Each number with its first unit; the largest of its values."""
    found = amounts(text, code)
    return [(max(one.number.values), one.units[0].name if one.units else "") for one in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "двадцать пять копеек", [(25, "kopeck")]),
        ("ru", "5 руб. 20 коп.", [(5.2, "rouble")]),
        ("ru", "5 р. 20 к.", [(5.2, "rouble")]),
        ("ru", "пять рублей двадцать копеек", [(5.2, "rouble")]),
        ("ru", "рублей двадцать", [(20, "rouble")]),
        ("ru", "верст за сорок", [(40, "verst")]),
        ("ru", "двадцать серебряных рублей", [(20, "rouble")]),
        ("ru", "25-ти рублей", [(25, "rouble")]),
        ("ru", "двадцатипятирублевый", [(25, "rouble")]),
        ("ru", "пять-шесть рублей", [(5, "rouble"), (6, "rouble")]),
        ("ru", "подошёл на 5 к ним", [(5, "")]),
        ("ru", "20 кв. км", [(20, "square kilometre")]),
        ("ru", "полчаса", [(0.5, "hour")]),
        ("ru", "двадцать Марков", [(20, "")]),
        ("en", "twenty-six kopecks", [(26, "kopeck")]),
        ("en", "$5.20", [(5.2, "dollar")]),
        ("en", "$1.5 million", [(1.5e6, "dollar")]),
        ("en", "five dollars and fifty cents", [(5.5, "dollar")]),
        ("en", "£3 4s. 6d.", [(3.225, "pound sterling")]),
        ("en", "a quarter of a century", [(4, "century"), (1, "century"), (100, "")]),
        ("fr", "25 $ et 30 €", [(25, "dollar"), (30, "euro")]),
    ],
)
def test_a_number_has_its_unit(code: str, text: str, expected: list[tuple[float, str]]) -> None:
    """Words, abbreviations and signs, before and behind; roubles and kopecks make one amount."""
    assert _read(text, code) == expected


@pytest.mark.parametrize(
    ("source", "target", "same"),
    [
        ("150 копеек", "1.5 roubles", True),
        ("полтора рубля", "150 kopecks", True),
        ("25 копеек", "25 roubles", False),
        ("25 рублей", "25 dollars", False),
        ("двое суток", "48 hours", True),
        ("десять вёрст", "six and a half miles", True),
        ("десять вёрст", "eleven versts", False),
        ("20 градусов", "68 degrees", True),
        ("25 копеек", "twenty-five", True),
    ],
)
def test_amounts_are_compared_by_their_worth(source: str, target: str, same: bool) -> None:  # noqa: FBT001
    """In one currency exactly, in two measures rounded."""
    [one], [other] = amounts(source, "ru"), amounts(target, "en")
    assert one.meets(other) == other.meets(one) == same
