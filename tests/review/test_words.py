"""Words whitelisted in one document are right in the project's others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.bitext import Bitext
from align.errors import OutputError
from align.review.command import operation
from align.review.session import Review
from align.wordlist import read_words


@pytest.fixture
def bitext() -> Bitext:
    made = bitext_of(["Чжэн ушёл.", "Пришёл Юань."], ["Zheng left.", "Yuan came."], [(1, 1)] * 2)
    return replace(made, flags=(flag_on(made.source, 0, 0, "Чжан"), flag_on(made.source, 1, 1, "Юнань")))


def right(review: Review, doubt: str) -> None:
    made = operation(review, {"do": "right", "doubt": doubt})
    assert made is not None
    review.apply(made)


def test_a_whitelisted_word_goes_into_the_list_and_out_by_undo(bitext: Bitext, tmp_path: Path) -> None:
    """At once, as it is decided; the list is plain text."""
    words = tmp_path / "words.txt"
    review = Review.open(bitext, tmp_path / "j.jsonl", words=words, encoder=LetterEncoder())
    right(review, "f1")
    right(review, "f2")
    assert read_words(words) == {"чжэн", "юань"}
    review.undo()
    assert read_words(words) == {"чжэн"}
    review.redo()
    assert words.read_text(encoding="utf-8") == "чжэн\nюань\n-юань\nюань\n"


def test_marks_around_a_word_are_no_part_of_it(tmp_path: Path) -> None:
    """«Юань» whitelisted settles Юань. and Юань, too."""
    made = bitext_of(["«Юань»", "Юань. Юань,"], ["Yuan", "Yuan. Yuan,"], [(1, 1)] * 2)
    doubts = (flag_on(made.source, 0, 0), flag_on(made.source, 1, 0), flag_on(made.source, 1, 1))
    review = Review.open(replace(made, flags=doubts), tmp_path / "j.jsonl", encoder=LetterEncoder())
    right(review, "f1")
    assert [doubt.state for doubt in review.doubts.every(review.state)] == ["right"] * 3


def test_a_review_begun_without_a_list_brings_its_words(bitext: Bitext, tmp_path: Path) -> None:
    """Opened with the list, it adds what it has; what the project took back since stays out."""
    words = tmp_path / "words.txt"
    review = Review.open(bitext, tmp_path / "j.jsonl", encoder=LetterEncoder())
    right(review, "f1")
    right(review, "f2")
    review.close()
    words.write_text("-юань\n", encoding="utf-8")
    Review.open(bitext, tmp_path / "j.jsonl", words=words, encoder=LetterEncoder()).close()
    assert read_words(words) == {"чжэн"}
    Review.open(bitext, tmp_path / "j.jsonl", words=words, encoder=LetterEncoder()).close()
    assert words.read_text(encoding="utf-8") == "-юань\nчжэн\n"


def test_a_list_that_cannot_be_written_is_reported_and_written_later(bitext: Bitext, tmp_path: Path) -> None:
    """The decision is in the journal all the same; saving again writes the list."""
    words = tmp_path / "words.txt"
    review = Review.open(bitext, tmp_path / "j.jsonl", words=words, encoder=LetterEncoder())
    (tmp_path / "words.txt").mkdir()
    with pytest.raises(OutputError, match="word list"):
        right(review, "f1")
    assert len((tmp_path / "j.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    words.rmdir()
    review.save()
    assert read_words(words) == {"чжэн"}
