"""What is known of each language."""

from __future__ import annotations

import pytest

from align.lang.language import Language
from align.lang.registry import LANGUAGES, language
from align.text.script import SCRIPTS


def test_an_unknown_language_has_an_empty_description() -> None:
    """Nothing is known of Esperanto; nothing fails."""
    assert language("eo") == Language("eo")
    assert language("und").months.names == ()


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_description_is_consistent(code: str) -> None:
    """The code is its own, the script exists, there are twelve months or none, lists are in lower case."""
    described = LANGUAGES[code]
    assert described.code == code
    assert described.script in SCRIPTS
    assert len(described.months.names) in {0, 12}
    listed = {
        *described.months.names,
        *described.sentence_openers,
        *described.abbreviations.before_name,
        *described.abbreviations.may_end,
        *described.numbers.exact,
    }
    assert listed == {word.lower() for word in listed}


@pytest.mark.parametrize(
    ("code", "word", "number"), [("ru", "марте", 3), ("en", "Sept", 9), ("en", "may", None)]
)
def test_a_month_is_known_in_its_forms(code: str, word: str, number: int | None) -> None:
    """Russian cases, English abbreviations; an English month has a capital letter."""
    assert language(code).months.number(word) == number
