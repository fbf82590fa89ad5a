"""The tokens of the sentence rules are those of spaCy, which is not loaded for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from align.text.splitting.tokenizer_rules import tokenizer
from align.text.splitting.word_tokens import tokens_of

LANGUAGES = ("ru", "en", "de", "fr", "uk", "pl", "it", "es", "ar", "tr", "xx")
PIECES = (
    *("т.", "е.", "г", "1950", "5-го", "(см.", "«Правда»,", "—", "...", "I'm", "don't", "U.S.A.", "o’clock"),
    *("l’eau", "aujourd'hui", "$5.00", "10km", "a@b.org", "http://x.org/a-b?c=1", ":-)", "и/или", "N.Y.,"),
    *("C++", "№", "‘tis", "кое-", "-то", "a.m.", "Dr.", "z.B.", "\u00a0", "\t", "\n\n", "  ", "😀", "x" * 30),
)


def of_spacy(language: str, text: str) -> list[tuple[str, int, bool]]:
    found = spacy.blank(language).tokenizer(text) if text else ()
    return [(token.text, token.idx, bool(token.whitespace_)) for token in found]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12), st.sampled_from(["", " "]))
def test_any_text_has_the_tokens_of_spacy(language: str, pieces: list[str], between: str) -> None:
    """Words, exceptions, marks and white space in any order."""
    text = between.join(pieces)
    assert [tuple(token) for token in tokens_of(text, language)] == of_spacy(language, text)


def test_the_letters_have_the_tokens_of_spacy(seeds: Path) -> None:
    """Whole documents of two languages."""
    for path in seeds.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        for language in ("ru", "en"):
            assert [tuple(token) for token in tokens_of(text, language)] == of_spacy(language, text)


def test_a_tokenizer_of_another_kind_is_used_itself() -> None:
    """Chinese is not cut at spaces."""
    assert tokenizer("zh") is None
    assert [token.text for token in tokens_of("我 收到。", "zh")] == ["我", "收", "到", "。"]


def test_spacy_is_not_loaded() -> None:
    """Two seconds and 270 MB less at every start."""
    code = "import sys\nfrom align.text.splitting.word_tokens import tokens_of\ntokens_of('Да.', 'ru')\n"
    subprocess.run([sys.executable, "-c", code], check=True)  # keeps the rules
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    assert not {"spacy", "torch"} & set(done.stdout.split())
