"""Long documents read in stretches, several at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from align.ocr.runtime import parallel
from align.ocr.runtime.parallel import BATCH_SENTENCES, batches, map_batches
from align.ocr.translation.bead_context import TargetContext
from tests.ocr.test_detect import LETTER, found


@given(some.integers(0, 10_000))
def test_stretches_hold_every_sentence_once_and_are_of_one_length(count):
    """In order, none longer than allowed, none more than a sentence longer than another."""
    parts = list(batches(count))
    assert [number for part in parts for number in part] == list(range(count))
    assert all(len(part) <= BATCH_SENTENCES for part in parts)
    assert max(map(len, parts), default=0) - min(map(len, parts), default=0) <= 1


def test_work_comes_back_in_the_order_it_was_given():
    """Whichever process is done first."""
    assert map_batches(divmod, divmod, 9, [(4,), (2,), (5,), (8,)]) == [(2, 1), (4, 1), (1, 4), (1, 1)]


def test_what_goes_wrong_in_a_process_is_said_here():
    """The error itself, not that a process died."""
    with pytest.raises(ZeroDivisionError, match="by zero"):
        map_batches(divmod, divmod, 9, [(4,), (0,), (2,)])


def test_a_stretch_knows_its_own_beads_alone():
    """Two sentences of the second bead and one of the third, numbered anew."""
    words = (("a",), ("b",), ("b",), ("c",))
    partner = TargetContext(words, (0, 1, 1, 2), ("a", "b", "c")).slice(range(1, 4))
    assert list(partner.target_words) == [("b",), ("b",), ("c",)]
    assert list(partner.bead_numbers) == [0, 0, 1]
    assert list(partner.target_texts) == ["b", "c"]


@pytest.mark.model
def test_a_flag_of_a_later_stretch_stands_where_it_does_in_the_whole(monkeypatch):
    """The sentence's number, the place in the raw file and the reading are those of the document."""
    (whole,) = found(LETTER)
    monkeypatch.setattr(parallel, "STRETCH", 1)
    (flag,) = found(LETTER)
    assert (flag.sentence, flag.spans, flag.text) == (whole.sentence, whole.spans, whole.text)
    assert flag.suggestions[0].text == whole.suggestions[0].text
