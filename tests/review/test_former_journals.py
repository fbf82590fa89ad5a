"""Journals written before version 0.2, which named some operations otherwise, replay to the same text.

``journals/version-1.jsonl`` was written by a notebook, ``version-1-page.jsonl`` by a one-file review.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hand import LetterEncoder, bitext_of, flag_on, flag_whole

from align.bitext import Bitext
from align.review import Review, read_decisions
from align.review.codec import FORMER_NAMES, NAMES
from align.review.operation import (
    FlagForLater,
    Operation,
    RegroupRows,
    Reject,
    RestoreExcluded,
    WhitelistWord,
)

JOURNALS = Path(__file__).with_name("journals")
NOTEBOOK, PAGE = JOURNALS / "version-1.jsonl", JOURNALS / "version-1-page.jsonl"


@pytest.fixture
def bitext() -> Bitext:
    """The bitext that both journals were written on."""
    source = ["aob cod eee", "ddd eee. fff", "ggg hohoh", "iii aob", "jjj kkk", "lll", "mmm nnn"]
    target = ["aab cad ebe", "dde ff", "ggh haha", "ii aab", "jj kk", "ll", "mm nn"]
    made = bitext_of(source, target, [(1, 1)] * 7)
    doubts: list[tuple[int, int, tuple[str, ...]]] = [
        (0, 0, ("aab", "abb")),
        (0, 1, ("cad",)),
        (2, 1, ("hahah",)),
        (3, 1, ("aab",)),
        (4, 0, ("jij",)),
        (4, 1, ("kik",)),
    ]
    flags = [flag_on(made.source, sentence, word, *suggestions) for sentence, word, suggestions in doubts]
    return replace(made, flags=(*flags, flag_whole(made.source, 5), flag_on(made.source, 6, 0, "mim")))


def names(path: Path) -> set[str]:
    """The operations of a journal, as it calls them."""
    return {json.loads(line)["op"] for line in path.read_text(encoding="utf-8").splitlines()}


def test_the_stored_journal_holds_every_operation() -> None:
    """Each kind is there, those with a former name under that name."""
    assert {type(entry.operation) for entry in read_decisions(NOTEBOOK).entries} == set(get_args(Operation))
    assert set(FORMER_NAMES) <= names(NOTEBOOK)
    assert not names(NOTEBOOK) & set(FORMER_NAMES.values())
    assert set(FORMER_NAMES.values()) <= set(NAMES)


def test_a_former_journal_replays_to_the_same_review(bitext: Bitext) -> None:
    """Text, rows, words and doubts are those that the former version ended with."""
    review = Review(bitext, None, read_decisions(NOTEBOOK), encoder=LetterEncoder())
    assert (review.unplaced, review.torn) == ((), ())
    assert (
        review.corrected() == "aab cad eee\nddd exe. fff\nggg hohoh\niii aab\njjj kkk\nlll\nmmm nnn\n- 7 -\n"
    )
    rows = [
        (review.state.text("source", row.pairing.source), row.status, row.origin, row.later, row.comment)
        for row in review.rows
    ]
    assert rows == [
        ("aob cod eee", "confirmed", "found", False, ""),
        ("ddd eee. fff", "confirmed", "found", False, ""),
        ("ggg hohoh", "confirmed", "found", False, ""),
        ("iii aob", "auto", "realigned", True, "see the original"),
        ("jjj kkk", "auto", "realigned", False, ""),
        ("lll", "auto", "arranged", False, ""),
        ("mmm nnn", "rejected", "arranged", False, ""),
        ("- 7 -", "auto", "brought back", False, ""),
    ]
    assert review.state.words == {"hohoh"}
    assert [doubt.state for doubt in review.doubts.every(review.state)] == [
        *("accepted", "accepted", "right", "accepted", "kept", "kept", "kept", "open")
    ]
    assert (len(review.history.done), len(review.history.undone)) == (28, 1)


def test_a_former_journal_is_continued(bitext: Bitext, tmp_path: Path) -> None:
    """Opened again it is not rewritten; new lines use the new names."""
    path = tmp_path / "letter.review.jsonl"
    shutil.copy(NOTEBOOK, path)
    with Review.open(bitext, path, encoder=LetterEncoder()) as review:
        review.apply(FlagForLater(review.rows[5].pairing))
    assert path.read_bytes().startswith(NOTEBOOK.read_bytes())
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[-1])["op"] == "flag-for-later"
    with Review.open(bitext, path, encoder=LetterEncoder()) as review:
        assert review.unplaced == ()
        assert review.rows[5].later


def test_the_decisions_of_a_one_file_review_are_read(bitext: Bitext) -> None:
    """It names operations as the former version did."""
    found = read_decisions(PAGE)
    assert set(FORMER_NAMES) <= names(PAGE)
    kinds = [type(entry.operation) for entry in found.entries]
    assert kinds == [WhitelistWord, FlagForLater, RegroupRows, RestoreExcluded, Reject]
    review = Review(bitext, None, found)
    assert review.unplaced == ()
    assert review.state.words == {"aob"}
    assert [len(row.pairing.source) for row in review.rows] == [1, 1, 1, 1, 1, 2, 1]
