"""Where another aligner is ahead of ours, and what a row counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from peer_rows import Row, losses, nulls, read_rows, write_rows

from align.evaluate.gold_bead import GoldBead
from align.evaluate.prf import Counts


def row(strict: int, lax: int) -> Row:
    """A row of ten beads, so many of which are right."""
    counts = [Counts(right, 10 - right, right, 10 - right) for right in (strict, lax)]
    return Row(counts[0], counts[1], 3, 2, 1.0, 0.5, 0.25, 0.1)


def bead(source: list[int], target: list[int]) -> GoldBead:
    """A bead of these sentences."""
    return GoldBead(frozenset(source), frozenset(target))


def test_the_widest_margin_comes_first() -> None:
    """Each text, measure and aligner by itself; being ahead or level is no loss."""
    rows = {
        "letters": {"ours": row(8, 9), "bertalign": row(9, 9), "galechurch": row(5, 10)},
        "news": {"ours": row(7, 10), "bertalign": row(7, 9), "sentweave": row(9, 10)},
        "novel": {"ours": row(9, 9), "sentweave": row(2, 3)},
    }
    found = [(loss.text, loss.measure, loss.peer, round(loss.by, 3)) for loss in losses(rows)]
    assert found == [
        ("news", "strict", "sentweave", 0.2),
        ("letters", "strict", "bertalign", 0.1),
        ("letters", "lax", "galechurch", 0.1),
    ]
    assert losses(rows)[0].line().split() == (
        ["news", "strict", "sentweave", "0.9000,", "ours", "0.7000:", "behind", "by", "0.2000"]
    )


def test_equal_scores_of_other_counts_are_no_loss() -> None:
    """The last digit of a quotient decides nothing: 3/10 and 9/30 are level."""
    thirty = Counts(9, 21, 9, 21)
    level = Row(thirty, thirty, 0, 0, 0.0, 0.0, 0.0, 0.0)
    assert losses({"letters": {"ours": row(3, 3), "bertalign": level}}) == []
    assert losses({"letters": {"ours": level, "bertalign": row(3, 3)}}) == []


def test_a_text_where_ours_is_not_measured_is_left_out() -> None:
    """``--only bertalign`` has nothing to compare with."""
    assert losses({"letters": {"bertalign": row(9, 9)}}) == []


def test_an_aligner_without_a_right_bead_is_behind() -> None:
    """No bead, no score: 0."""
    nothing = Row(Counts(), Counts(), 0, 0, 0.0, 0.0, 0.0, 0.0)
    found = losses({"letters": {"ours": nothing, "galechurch": row(1, 0)}})
    assert [(loss.measure, loss.ours) for loss in found] == [("strict", 0.0)]


@pytest.mark.parametrize(
    ("beads", "expected"),
    [
        ([bead([0], [0]), bead([1], [1]), bead([2], [2])], 1),
        ([bead([0, 1], [0]), bead([2], []), bead([], [1])], 4),  # targets 2 and 3 are in no bead at all
        ([bead([0], [0]), bead([0, 1], [1])], 3),  # gold may name a sentence twice
        ([], 7),
    ],
)
def test_sentences_in_no_pair_are_counted(beads: list[GoldBead], expected: int) -> None:
    """Those in null beads, and those that no bead names; each once."""
    assert nulls(["a", "b", "c"], ["A", "B", "C", "D"], beads) == expected


def test_rows_pool_and_are_read_as_written(tmp_path: Path) -> None:
    """Counts and seconds add up, memory is the greatest; a file that is not there has no rows."""
    pooled = row(8, 9) + row(6, 7)
    assert (pooled.f1("strict"), pooled.f1("lax")) == pytest.approx((0.7, 0.8))
    assert (pooled.nulls, pooled.true_nulls) == (6, 4)
    assert (pooled.seconds, pooled.gigabytes) == (2.0, 0.1)
    path = tmp_path / "rows.json"
    assert read_rows(path) == {}
    write_rows(path, {"letters": {"bertalign": pooled}})
    assert read_rows(path) == {"letters": {"bertalign": pooled}}
