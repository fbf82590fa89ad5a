"""What kind of doubt it is, and why, in one sentence."""

from __future__ import annotations

import pytest

from align.lang.lexicon import Lexicon
from align.ocr.lattice.candidate import Candidate
from align.ocr.report.explanation import WRONG, Explanation, kind, reason
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


def test_a_reason_names_the_change_and_its_support() -> None:
    """What is wrong, what supports the suggestion, and misread letters; lost letters are not named."""
    explanation = Explanation(("its neighbours expect it",), [("ю", "в"), ("", "ь"), ("о", "")])
    best = Candidate(0, 1, "союзник", "letters")
    assert reason(parse("совзник"), best, "ocr.unknown-word", explanation) == (
        "«совзник» → «союзник»: no word of this language; its neighbours expect it; "
        "this document has в for ю elsewhere too."
    )
    assert reason(parse("|"), Candidate(0, 1, "", "delete"), "ocr.stray-mark") == (
        "«|» → nothing: no part of the text."
    )
    assert reason(parse("ваш"), Candidate(0, 2, "ваш", "double"), "ocr.stray-mark") == (
        "«ваш» stands here twice."
    )
    assert reason(parse("зкх"), None, "ocr.unknown-word") == ("unknown word, no good suggestion.")
