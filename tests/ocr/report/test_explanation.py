"""What kind of doubt it is, and why, in one sentence."""

from __future__ import annotations

import pytest

from align.lang.lexicon import Lexicon
from align.ocr.lattice.candidate import Candidate
from align.ocr.report.explanation import WRONG, Explanation, FlaggedText, kind, reason
from align.text.token import parse

LEXICON = Lexicon("ru", {"ваш": 1e-3, "наш": 1e-3, "союзник": 1e-5, "и": 3e-2})


@pytest.mark.parametrize(
    ("observed", "text", "rule", "expected"),
    [
        ("совзник", "союзник", "letters", "ocr.unknown-word"),
        ("наш", "ваш", "letters", "ocr.real-word"),
        ("cоюзник", "союзник", "letters", "ocr.alphabet"),
        ("союз", "союзник", "join", "ocr.broken-word"),
        ("вашсоюзник", "ваш союзник", "space", "ocr.joined-words"),
        ("|", "", "delete", "ocr.stray-mark"),
        ("ваш", "ваш", "double", "ocr.stray-mark"),
        ("ваш;", "ваш,", "marks", "ocr.punctuation"),
        ("Ваш", "ваш", "case", "ocr.case"),
    ],
)
def test_the_kind_follows_from_the_best_suggestion(
    observed: str, text: str, rule: str, expected: str
) -> None:
    """By the rule that generated it, and by what it changes."""
    assert kind(parse(observed), Candidate(0, 1, text, rule), LEXICON) == expected
    assert expected in WRONG


def test_a_reason_is_a_sentence_on_the_error_and_what_supports_the_suggestion() -> None:
    """At most two things support it, and misread letters where there is room; lost letters are not named."""
    change = FlaggedText("совзник", "союзник", "letters")
    misread = [("ю", "в"), ("", "ь"), ("о", "")]
    words, other = "fits the words around it", "matches “ally” in the translation"
    assert reason("ocr.unknown-word", change, Explanation((words,), misread)) == (
        "«совзник» is not a word of this language; «союзник» fits the words around it, "
        "and ю is misread as в elsewhere, too."
    )
    assert reason(
        "ocr.unknown-word", change, Explanation((words, other, "has the right grammatical form"), misread)
    ) == (
        "«совзник» is not a word of this language; «союзник» fits the words around it "
        "and matches “ally” in the translation."
    )


@pytest.mark.parametrize(
    ("kind", "change", "expected"),
    [
        ("ocr.stray-mark", FlaggedText("|", "", "delete"), "«|» is no part of the text."),
        ("ocr.stray-mark", FlaggedText("ваш ваш", "ваш", "double"), "«ваш» stands here twice."),
        ("ocr.case", FlaggedText("для", "Для", "case"), "«для» should begin with a capital letter."),
        ("ocr.case", FlaggedText("«Очень", "«очень", "case"), "««Очень» should begin with a small letter."),
        ("ocr.case", FlaggedText("МаО", "МАО", "case"), "A capital or small letter in «МаО» is wrong."),
        ("ocr.broken-word", FlaggedText("об яснял", "объяснял", "join"), "«об яснял» is one word."),
        (
            "ocr.broken-word",
            FlaggedText("пятишести", "пяти-шести", "hyphenate"),
            "«пятишести» needs a hyphen.",
        ),
        (
            "ocr.unknown-word",
            FlaggedText("зкх"),
            "«зкх» is not a word of this language, and no better reading was found.",
        ),
    ],
)
def test_a_reason_is_as_precise_as_the_suggestion(kind: str, change: FlaggedText, expected: str) -> None:
    """What is wrong with capitals, spaces and hyphens is said in words."""
    assert reason(kind, change) == expected
