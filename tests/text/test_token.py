"""Tokens: what stands between white space, and the words in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.lang.folding import fold
from align.text.token import parse, tokenize
from align.text.word_tokens import word_tokens


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("«Ваш,", ("«", "Ваш", ",")),
        ("пяти-шести", ("", "пяти-шести", "")),
        ("согласятс:", ("", "согласятс", ":")),
        ("...", ("...", "", "")),
        ("(1950)", ("(", "1950", ")")),
        ("«नदी»।", ("«", "नदी", "»।")),
    ],
)
def test_marks_are_separated_from_the_word(text: str, parts: tuple[str, str, str]) -> None:
    """A token is the marks before, the core, the marks after."""
    token = parse(text)
    assert (token.lead, token.core, token.trail) == parts


@settings(deadline=None)
@given(st.text())
def test_tokens_cover_all_but_white_space(text: str) -> None:
    """No character of a sentence is lost between its tokens."""
    found = tokenize(text)
    assert all(text[token.start : token.stop] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


def test_word_tokens_keep_words_whole() -> None:
    """A hyphenated word and a decimal number are one token each, a mark is a token of its own."""
    assert word_tokens("Чан Кай-ши, 3,5 млн.") == ["Чан", "Кай-ши", ",", "3,5", "млн", "."]


def test_spelling_with_and_without_dots_is_one_word() -> None:
    """ё is looked up as е."""
    assert fold("Ещё") == fold("еще")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("птицы.—Они", ["птицы.", "—", "Они"]),
        ("—А, кстати!", ["—", "А,", "кстати!"]),
        ("помнишь—большихъ", ["помнишь", "—", "большихъ"]),
        ("1914—1918", ["1914—1918"]),
        ("XIX—XX", ["XIX—XX"]),
        ("юго-восток", ["юго-восток"]),
    ],
)
def test_a_dash_is_a_token_of_its_own(text: str, tokens: list[str]) -> None:
    """Also where it is set tight; between numbers it is a part of theirs."""
    assert [token.text for token in tokenize(text)] == tokens
