"""An engine is given up after failures of one kind in a row."""

from align.scan.engine_runs import EngineError, EngineTimeoutError
from align.scan.failure_streak import FailureStreak


def test_three_failures_of_one_kind_in_a_row_end_the_reading() -> None:
    streak = FailureStreak()
    for failure in (EngineError("ended with an error (1): a"), None, *[EngineError("killed (9)")] * 2):
        streak.count(failure)
    assert not streak.given_up
    streak.count(EngineTimeoutError("took more than 3 s"))
    assert not streak.given_up
    for _ in range(2):
        streak.count(EngineTimeoutError("took more than 3 s"))
    assert isinstance(streak.given_up, EngineTimeoutError)
    assert str(streak.given_up) == "took more than 3 s; given up after 3 pages in a row"
