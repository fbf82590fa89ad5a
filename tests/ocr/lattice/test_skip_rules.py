"""Tokens that are in order whatever the dictionaries have."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.lang.lexicon import Lexicon
from align.ocr.lattice.skip_rules import is_skipped, spaced_mark
from align.text.token import tokenize

LEXICON = Lexicon("en", {"crime": 1e-4, "it": 1e-2, "the": 1e-2})


def skipped(text: str, lexicon: Lexicon, insertions: Sequence[range] = ()) -> list[bool]:
    """For each token of a text whether it is skipped."""
    tokens = tokenize(text)
    return [is_skipped(tokens, at, lexicon, insertions) for at in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "skips"),
    [
        ("cde. Filippov", [True, False]),
        ("cde. it", [False, False]),
        ("VKP(b) the", [False, False]),
        ("PhD VCh", [True, True]),
        ("P84/421 38-ю", [True, True]),
        ("KamAZ NEPman McDonald", [True, False, False]),
        ("С.-Петербург ген.-м", [True, True]),
        ("§§ 3 § it", [True, False, False, False]),
        ("crim'd o'er 'tis", [False, True, True]),
        ("crime--it crime--xq", [True, False]),
    ],
)
def test_abbreviations_codes_and_typed_dashes_are_skipped(text: str, skips: list[bool]) -> None:
    """Each by its rule; what resembles them is not."""
    assert skipped(text, LEXICON) == skips


def test_insertions_of_an_editor_are_skipped() -> None:
    """Every token that touches the range."""
    text = "the [Stalyn] it"
    assert skipped(text, LEXICON, [range(text.index("["), text.index("]") + 1)]) == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "skips"),
    [
        ("уст. гражд. судопр. и", [True, True, True, False]),
        ("гор. Риге", [True, False]),
        ("урожд. Андерсон", [True, False]),
        ("ст. и", [False, False]),
    ],
)
def test_abbreviations_stand_beside_others_or_before_names(text: str, skips: list[bool]) -> None:
    """One alone before a small letter may be a word that was misread."""
    lexicon = Lexicon("ru", {"и": 1e-2, "уст": 1e-6, "риге": 1e-6, "ст": 1e-6})
    assert skipped(text, lexicon) == skips


@pytest.mark.parametrize(
    ("text", "position", "spaced"),
    [
        ("месте ; не", 1, True),
        ("сообщаетъ :", 1, True),
        ("газета „ Время", 1, True),
        ("; не", 0, False),
        ("месте , ; не", 2, False),
        ("месте ^ не", 1, False),
    ],
)
def test_a_mark_may_stand_between_spaces_in_old_print(text: str, position: int, *, spaced: bool) -> None:
    """Behind a word, or a quotation mark before one."""
    assert spaced_mark(tokenize(text), position) == spaced
