"""Marks around words: which can stand there."""

from __future__ import annotations

import pytest

from align.ocr.lattice import marks
from align.text.token import parse


@pytest.mark.parametrize(
    "text",
    [
        "«Да»,",
        "(1950).",
        "[Stalin]",
        "...",
        "—",
        "слово?!",
        '"Да".',
        "20°",
        "98%,",
        "45°30′.",
        "(5‰)",
        "गया।",
        "النهر،",
        "وحيدا؟",
    ],
)
def test_usual_marks_are_not_odd(text: str) -> None:
    """Quotes, brackets and stops in their usual order are no errors."""
    token = parse(text)
    assert not marks.odd_marks(token.lead, token.core, token.trail)


@pytest.mark.parametrize("text", ["|", "слово:|", "‘,слово", "^", "слово°"])
def test_dirt_is_odd(text: str) -> None:
    """Marks that no typist sets are counted."""
    token = parse(text)
    assert marks.odd_marks(token.lead, token.core, token.trail)
