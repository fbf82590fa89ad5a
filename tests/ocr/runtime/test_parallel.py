"""Long documents decoded in batches, several at a time."""

from __future__ import annotations

from collections.abc import Callable

import loky
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.ocr.runtime import parallel
from align.ocr.runtime.parallel import BATCH_SENTENCES, batches, map_batches
from tests.ocr.sample import LETTER, source_flags

JOBS = [(4,), (2,), (5,), (8,)]


def divider() -> Callable[..., tuple[int, int]]:
    """Some work of two steps; a function within a function is sent to other processes whole."""

    def divide(dividend: int, number: int, step: Callable[[], None]) -> tuple[int, int]:
        step()
        step()
        return divmod(dividend, number)

    return divide


@given(st.integers(0, 10_000))
@settings(deadline=None)
def test_batches_hold_every_sentence_once_and_are_of_one_length(count: int) -> None:
    """In order, none longer than allowed, none more than a sentence longer than another."""
    parts = list(batches(count))
    assert [number for part in parts for number in part] == list(range(count))
    assert all(len(part) <= BATCH_SENTENCES for part in parts)
    assert max(map(len, parts), default=0) - min(map(len, parts), default=0) <= 1


def test_results_come_back_in_the_order_of_the_jobs() -> None:
    """Whichever process is done first."""
    assert map_batches(divider(), 9, JOBS) == [(2, 1), (4, 1), (1, 4), (1, 1)]


@pytest.mark.parametrize("jobs", [JOBS, JOBS[:2]])
def test_every_step_is_counted(jobs: list[tuple[int]]) -> None:
    """Whether the jobs run here or in processes of their own."""
    done: list[int] = []
    map_batches(divider(), 9, jobs, 2, done.append)
    assert sum(done) == 2 * len(jobs)
    assert len(done) >= len(jobs)


def test_steps_that_a_job_leaves_out_are_counted_with_it() -> None:
    """A text without a word list is done at once."""
    done: list[int] = []
    map_batches(lambda *_: 0, None, [(1,)], 4, done.append)
    assert sum(done) == 4


def test_an_error_in_a_process_is_raised_here() -> None:
    """The error itself, not that a process died."""
    with pytest.raises(ZeroDivisionError, match="by zero"):
        map_batches(divider(), 9, [(4,), (0,), (2,)])


@pytest.mark.parametrize(("cpus", "jobs"), [(1, JOBS), (8, JOBS[:2]), (8, [])])
def test_one_processor_or_few_jobs_start_no_process(
    monkeypatch: pytest.MonkeyPatch, cpus: int, jobs: list[tuple[int]]
) -> None:
    """The jobs run here, one after another."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(loky, "cpu_count", lambda: cpus)
    monkeypatch.setattr(loky, "ProcessPoolExecutor", refuse)
    assert map_batches(divider(), 9, jobs) == [divmod(9, number) for [number] in jobs]


@pytest.mark.model
def test_a_flag_of_a_later_batch_stands_where_it_does_in_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence's number, the place in the raw file and the suggestion are those of the document."""
    [whole] = source_flags(LETTER)
    monkeypatch.setattr(parallel, "BATCH_SENTENCES", 1)
    [flag] = source_flags(LETTER)
    assert (flag.sentence, flag.spans, flag.text) == (whole.sentence, whole.spans, whole.text)
    assert flag.suggestions[0].text == whole.suggestions[0].text
