"""The still picture of a review in the notebook's file: it is true, and the text in it is no markup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.review import Review
from align.review.kept_place import keep_place, kept_place
from align.review.operation import Confirm
from align.review.still_picture import MAX_ROWS, still_picture


@pytest.fixture
def review(tmp_path: Path) -> Review:
    words = [f"row{n} <b>end</b>" for n in range(40)]
    made = bitext_of(words, words, [(1, 1)] * len(words))
    made = replace(made, flags=(flag_on(made.source, 1, 0, "raw1"),))
    return Review.open(made, tmp_path / "letter.review.jsonl", reviewer="anna", encoder=LetterEncoder())


def test_it_shows_the_rows_around_the_place_and_counts_decisions(review: Review) -> None:
    """Eleven rows at most, the one with the cursor marked; the text is no markup."""
    review.apply(Confirm((review.rows[0].pairing,)))
    shown = still_picture(review, {"row": review.rows[20].id, "needs": 3, "open": 1}, "key")
    assert "Your decisions are safe (1 in letter.review.jsonl): Run → Run All Cells" in shown
    assert "3 of 40 rows need review, 1 doubt is unanswered" in shown
    assert shown.count("<tr") == MAX_ROWS
    assert '<tr class="al-here"><td>21</td>' in shown
    assert "row20 &lt;b&gt;end&lt;/b&gt;" in shown
    assert "<b>" not in shown


def test_an_open_doubt_is_marked(review: Review) -> None:
    """Without a place it begins at the first row."""
    assert "<mark>row1</mark>" in still_picture(review, {}, "key")


def test_what_is_not_on_the_disk_is_not_called_safe(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full: the picture tells that decisions are lost with the kernel."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    review.decide(Confirm((review.rows[0].pairing,)))
    assert review.pending
    shown = still_picture(review, {}, "key")
    assert "Some decisions could not be written to letter.review.jsonl" in shown
    assert "safe" not in shown


def test_the_place_is_kept_for_the_next_visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the journal's path; another journal has another place, none where nothing was kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    keep_place(tmp_path / "a.jsonl", {"row": "s12", "side": "source"})
    assert kept_place(tmp_path / "a.jsonl") == {"row": "s12", "side": "source"}
    assert kept_place(tmp_path / "b.jsonl") == {}
