"""Brackets, quotation marks and dashes."""

from __future__ import annotations

from collections.abc import Callable

Marked = Callable[..., list[str]]


def test_a_bracket_without_its_partner_is_marked(marked: Marked) -> None:
    """On either side, whichever half is missing."""
    assert marked(("Он (увы ушёл.", "He left.")) == ["punctuation: ("]
    assert marked(("Он ушёл.", "He alas) left.")) == ["punctuation: )"]


def test_brackets_may_close_in_a_later_sentence_and_lists_need_none(marked: Marked) -> None:
    """``1)`` and ``а)`` are labels."""
    assert marked(("Он (увы.", "He (alas."), ("Он ушёл).", "He left).")) == []
    assert marked(("1) Он ушёл.", "1) He left.")) == []


def test_a_quotation_mark_is_missed_where_the_other_side_has_whole_pairs(marked: Marked) -> None:
    """The original shows that a quotation ends here."""
    assert marked(("Он сказал: «Да», и ушёл.", "He said: “Yes, and left.")) == ["punctuation: “"]
    assert marked(("Он сказал: «Да», и ушёл.", "He said: “Yes,” and left.")) == []


def test_a_dash_set_as_no_other_is_marked(marked: Marked) -> None:
    """Ten dashes are long, one is a hyphen."""
    usual = [("", f"He came — number {number} — today.") for number in "abcde"]
    found = marked(*usual, ("", "She left - alone."), off=["additions"])
    assert found == ["punctuation: -"]
