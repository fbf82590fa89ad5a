"""Applying corrections: what a flag covers changes, nothing else does."""

from __future__ import annotations

from collections import Counter

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
    """The suggestion is whole, its hyphen gone; the furniture that broke the word stands behind it."""
    text, changes = apply_flags(RAW, [flag("прош+лвй", ("прошлый", 0.95))])
    assert text.endswith("он прошлый\n\n- 2 -\n\nгод.")
    assert [change.old for change in changes] == ["прошлвй"]


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


@given(st.text("абв- \r\n", min_size=40, max_size=40), st.lists(flags, max_size=12))
def test_nothing_but_the_spans_changes(raw: str, some: list[Flag]) -> None:
    """Every letter outside the spans stays, in order; only hyphens and blanks of a break may go."""
    text, changes = apply_flags(raw, some, 0.5)
    taken = {at for change in changes for span in change.spans for at in range(span.start, span.stop)}
    kept = "".join(letter for at, letter in enumerate(raw) if at not in taken)
    assert all(change.confidence >= 0.5 for change in changes)
    assert all(change.old == "".join(span.of(raw) for span in change.spans) for change in changes)
    assert [letter for letter in text if letter in "абв"] == [letter for letter in kept if letter in "абв"]
    assert Counter(text)["\n"] >= Counter(kept)["\n"] - len(changes)


@pytest.mark.parametrize(
    ("raw", "pieces", "new", "text"),
    [
        ("ответ китай-\nсхого правительства", "китай+схого", "китайского", "ответ китайского\nправительства"),
        ("китай-\r\nсхого, правительства", "китай+схого", "китайского", "китайского,\r\nправительства"),
        ("китай-\nсхого\nправительства", "китай+схого", "китайского", "китайского\nправительства"),
        ("китай¬\n\n[PAGE 4]\n\nсхого дня.", "китай+схого", "китайского", "китайского\n\n[PAGE 4]\n\nдня."),
        ("ки\u00adтай\u00adсхого дня", "ки+тай+схого", "китайского", "китайского дня"),
        ("из-\nэа границы", "из-+эа", "из-за", "из-за\nграницы"),
        ("пере\nвол был", "пере\nвол", "перевод", "перевод\nбыл"),
        ("ответ\nв Вам", "ответ\nв", "ответ к", "ответ\nк Вам"),
        ("ответ `\nбыл", " `\n", "", "ответ\nбыл"),
        ("ми-\nнистрц", "ми+нистрц", "министру", "министру"),
    ],
)
def test_a_broken_word_becomes_whole(raw: str, pieces: str, new: str, text: str) -> None:
    """The hyphen goes, the line ends behind the word; nothing else of the file is lost."""
    assert apply_flags(raw, [flag(pieces, (new, 0.95), raw=raw)])[0] == text


def test_a_suggestion_that_is_rather_wrong_is_never_applied() -> None:
    """With a bar of 0 only what is likelier than all else changes the text."""
    assert apply_flags(RAW, [flag("Баш", ("Ваш", 0.4))], 0.0) == (RAW, ())
    assert apply_flags(RAW, [flag("Баш", ("Ваш", 0.6))], 0.0)[0].startswith("Ваш")


@given(st.lists(flags, max_size=12))
def test_a_flag_is_left_out_only_for_a_surer_one(some: list[Flag]) -> None:
    """What is likely and was not applied shares a character with something at least as sure."""
    raw = "а" * 40
    applied = [(change.confidence, change.spans) for change in apply_flags(raw, some, 0.0)[1]]
    for one in some:
        sure = one.suggestions[0].confidence
        rivals = [c for c, places in applied if any(a.overlaps(b) for a in places for b in one.spans)]
        likely = sure > 0.5
        assert not likely or (sure, one.spans) in applied or max(rivals, default=-1) >= sure


def test_sentences_read_as_their_sure_corrections_have_them() -> None:
    """What is certain enough stands in the sentence's text; the rest stays as the OCR read it."""
    traced = TracedText.of(RAW, Span(0, 18))
    flags = [flag("Баш", ("Ваш", 0.95)), flag("ответ", ("отвод", 0.5))]
    assert sentences_corrected([Sentence(0, traced)], flags) == ["Ваш ответ  получил"]
