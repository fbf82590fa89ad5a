"""The checks together: flags of the OCR, and settings that are refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.check.run import CheckConfig
from align.errors import InputError
from align.flag import Flag, Suggestion
from align.text.span import Span

Flags = Callable[..., list[Flag]]
Marked = Callable[..., list[str]]


def test_an_ocr_error_is_no_fault_of_the_translation(marked: Marked) -> None:
    """A doubted number is compared as corrected, too, and is not required on the other side."""
    doubt = Flag(
        "source",
        0,
        (Span(9, 11),),
        "1S",
        "ocr.unknown-word",
        0.9,
        "no number",
        (Suggestion("15", 0.9),),
    )
    pair = ("Прислали 1S вагонов.", "They sent 15 cars.")
    assert marked(pair) == ["number: 15"]
    assert marked(pair, ocr=[doubt]) == []


def test_an_unknown_check_is_refused_with_the_list() -> None:
    """The name that is wrong, and those that are right."""
    with pytest.raises(InputError, match="unknown check 'numbr'; the checks are numbers, dates"):
        CheckConfig(off=frozenset({"numbr"}))


def test_every_flag_has_a_reason(flags: Flags) -> None:
    """A reason in words, a confidence, a place."""
    found = flags([("Он не пришёл в 1950 году (увы.", "He came in 1960."), ("Дождь.", "")])
    assert {flag.kind for flag in found} >= {"check.number", "check.punctuation", "check.omission"}
    assert all(flag.reason.endswith(".") and flag.spans for flag in found)
