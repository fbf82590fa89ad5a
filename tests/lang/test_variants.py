"""Earlier spellings and elisions are no misreadings."""

from __future__ import annotations

import pytest

from align.lang import lexicon
from align.lang.variants import is_variant

GERMAN = """daß mußte Fluß Schloß Haß Prozeß bißchen läßt Rußland Strasse Thür seyn Ereigniß studiren giebt"""
ENGLISH = """publick musick shew shewed encreased expence connexion compleat coördinate naïve
    o'er ne'er e'en ta'en colour'd shew'd 'tis 'twas 'em goin' wi' th'"""


@pytest.mark.parametrize(
    ("language", "text"),
    [*(("de", word) for word in GERMAN.split()), *(("en", word) for word in ENGLISH.split())],
)
def test_a_variant(language: str, text: str) -> None:
    before, behind = "'" * text.startswith("'"), "'" * text.endswith("'")
    knows = lexicon.load(language).knows
    assert is_variant(language, before, text.strip("'"), behind, knows) or knows(text)


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "dat"), ("de", "Regiernng"), ("en", "tbe"), ("en", "govemment"), ("en", "th'n"), ("ru", "даß")],
)
def test_a_misreading(language: str, word: str) -> None:
    assert not is_variant(language, "", word, "", lexicon.load(language).knows)
