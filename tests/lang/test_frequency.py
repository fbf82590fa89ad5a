"""How common words are."""

import pytest

from align.lang.frequency import word_frequency


def test_common_words_are_familiar_and_strange_ones_not() -> None:
    """Zipf frequencies: a word in a thousand has 6, an unknown one 0."""
    familiar = word_frequency("ru")
    assert familiar is not None
    assert familiar("товарищ") > 4
    assert familiar("щварито") == 0


@pytest.mark.parametrize("language", ["zh", "ja", "ko", "ka", "xx"])
def test_languages_without_a_list_of_spaced_words_have_none(language: str) -> None:
    """The list of Chinese counts morphemes, and Georgian has none."""
    assert word_frequency(language) is None
