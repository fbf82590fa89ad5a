"""Applying corrections: what a flag covers changes, nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.corrections import AppliedCorrection, apply_flags, rewrite, sentences_corrected
from align.errors import InvariantError
from align.flag import Flag, Suggestion
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

RAW = "Баш ответ  получил.\r\n\r\nВ  пути ` он прош-\n\n- 2 -\n\nлвй год."


def flag(pieces: str, *suggestions: tuple[str, float], raw: str = RAW, confidence: float = 0.9) -> Flag:
    """A flag on one piece of the raw text, or on several parted by ``+``."""
    spans = tuple(Span(raw.index(piece), raw.index(piece) + len(piece)) for piece in pieces.split("+"))
    readings = tuple(Suggestion(text, sure) for text, sure in suggestions)
    return Flag("source", 0, spans, pieces, "ocr.unknown-word", confidence, "a reason", readings)


def test_only_the_sure_are_applied() -> None:
    """A first suggestion of .9 or more changes the text, a less sure one does not; the bar can be moved."""
    flags = [flag("Баш", ("Ваш", 0.9)), flag("ответ", ("отвод", 0.89))]
    assert apply_flags(RAW, flags)[0] == RAW.replace("Баш", "Ваш")
    assert "Ваш отвод" in apply_flags(RAW, flags, 0.5)[0]
    assert apply_flags(RAW, flags, 1.0) == (RAW, ())


def test_the_apparatus_names_what_was_changed() -> None:
    """Old, new, confidence, reason and place, in the order of the text."""
    _, changes = apply_flags(
        RAW, [flag("получил", ("получал", 0.91)), flag("Баш", ("Ваш", 0.97), ("Наш", 0.02))]
    )
    assert changes[0] == AppliedCorrection((Span(0, 3),), "Баш", "Ваш", 0.97, "a reason")
    assert [change.new for change in changes] == ["Ваш", "получал"]


def test_an_empty_suggestion_deletes_what_the_flag_covers_and_no_more() -> None:
    """A stray mark leaves both spaces; a flag that covers a space takes it along."""
    assert "пути  он" in apply_flags(RAW, [flag("`", ("", 0.95))])[0]
    assert "пути он" in apply_flags(RAW, [flag(" `", ("", 0.95))])[0]


def test_a_word_over_a_page_break_stands_before_it() -> None:
    """The suggestion goes to the first span, the others are emptied, the furniture between them stays."""
    text, changes = apply_flags(RAW, [flag("прош-+лвй", ("прошлый", 0.95))])
    assert text.endswith("он прошлый\n\n- 2 -\n\n год.")
    assert [change.old for change in changes] == ["прош-лвй"]


def test_the_first_span_is_the_first_in_reading_order() -> None:
    """Where text was moved the suggestion may begin further down the file."""
    assert apply_flags("b a", [flag("a+b", ("ab", 0.95), raw="b a")])[0] == " ab"


def test_of_two_that_contend_the_surer_stands_whole() -> None:
    """Also where the other would only lose one of its spans."""
    rivals = [flag("прош-+лвй", ("прошлый", 0.92)), flag("лвй", ("лев", 0.95))]
    text, changes = apply_flags(RAW, rivals)
    assert text == RAW.replace("лвй", "лев")
    assert len(changes) == 1


def test_a_suggestion_that_changes_nothing_is_no_change() -> None:
    """The apparatus lists differences only."""
    assert apply_flags(RAW, [flag("Баш", ("Баш", 0.95))]) == (RAW, ())


def test_a_flag_of_another_file_is_refused() -> None:
    """A place beyond the end of the text is an error of the caller and is raised."""
    with pytest.raises(InvariantError, match="leaves the file of 5 characters"):
        apply_flags("Баш о", [flag("получил", ("получал", 0.95))])


def test_edits_may_not_overlap() -> None:
    """Two texts for one character cannot both stand."""
    with pytest.raises(InvariantError, match="two edits claim characters 1:2"):
        rewrite("абв", {Span(0, 2): "а", Span(1, 3): "в"})


spans = st.tuples(st.integers(0, 39), st.integers(1, 6)).map(lambda at: Span(at[0], min(at[0] + at[1], 40)))
disjoint = st.lists(spans, min_size=1, max_size=3).filter(
    lambda some: not any(a.overlaps(b) for n, a in enumerate(some) for b in some[:n])
)
flags = st.builds(
    lambda places, text, sure: Flag(
        "source", 0, tuple(places), "x", "ocr.unknown-word", 0.9, "r", (Suggestion(text, sure),)
    ),
    disjoint,
    st.text("xyz \n", max_size=8),
    st.floats(0, 1),
)


@given(st.text("абв \r\n", min_size=40, max_size=40), st.lists(flags, max_size=12))
def test_nothing_but_the_spans_changes(raw: str, some: list[Flag]) -> None:
    """Putting the old back at the places of the new gives the raw file, character for character."""
    text, changes = apply_flags(raw, some, 0.5)
    edits: dict[Span, str] = {}
    for change in changes:
        assert change.confidence >= 0.5
        assert change.old == "".join(span.of(raw) for span in change.spans)
        edits |= dict.fromkeys(change.spans[1:], "") | {change.spans[0]: change.new}
    at = out = 0
    for span in sorted(edits):
        assert span.start >= at
        assert text[out : out + span.start - at] == raw[at : span.start]
        out += span.start - at
        assert text[out : out + len(edits[span])] == edits[span]
        out, at = out + len(edits[span]), span.stop
    assert text[out:] == raw[at:]


@given(st.lists(flags, max_size=12))
def test_a_flag_is_left_out_only_for_a_surer_one(some: list[Flag]) -> None:
    """Whatever was not applied shares a character with something at least as sure that was."""
    raw = "а" * 40
    applied = [(change.confidence, change.spans) for change in apply_flags(raw, some, 0.0)[1]]
    for one in some:
        sure = one.suggestions[0].confidence
        rivals = [c for c, places in applied if any(a.overlaps(b) for a in places for b in one.spans)]
        assert (sure, one.spans) in applied or max(rivals, default=-1) >= sure


def test_sentences_read_as_their_sure_corrections_have_them() -> None:
    """What is certain enough stands in the sentence's text; the rest stays as the OCR read it."""
    traced = TracedText.of(RAW, Span(0, 18))
    flags = [flag("Баш", ("Ваш", 0.95)), flag("ответ", ("отвод", 0.5))]
    assert sentences_corrected([Sentence(0, traced)], flags) == ["Ваш ответ  получил"]
