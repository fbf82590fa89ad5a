"""Sentences that OCR ran together are split where the translation ends one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from align.alignment.bead import Alignment, Bead
from align.alignment.resegment import cuts

WORDS = {
    "дождь": "rain", "шёл": "fell", "весь": "all", "день": "day", "река": "river", "вышла": "left",
    "берегов": "banks", "ночью": "night", "иванов": "ivanov", "молчал": "silent",
}  # fmt: skip


class WordEncoder:
    """An encoder with a dimension for each word; a word and its translation share one."""

    name, sha256 = "words", "0"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        axes = sorted(set(WORDS.values()))
        rows = np.full((len(texts), len(axes)), 1e-3, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().replace(",", " ").replace(".", " ").split():
                if WORDS.get(word, word) in axes:
                    row[axes.index(WORDS.get(word, word))] += 1
        unit: np.ndarray = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def cut(text: str, others: list[str]) -> list[str]:
    """The sentences of ``text``, given its translation ``others``."""
    alignment = Alignment((Bead(range(1), range(len(others)), 0.9, 0.9),), 1, len(others))
    source, target = cuts([text], others, alignment, WordEncoder(), ("ru", "en"))
    assert not target
    boundaries = [0, *source.get(0, ()), len(text)]
    return [text[start:stop] for start, stop in pairwise(boundaries)]


def test_a_stop_read_as_a_comma_is_found() -> None:
    """``…день, Река…`` against two sentences is two sentences."""
    text = "Дождь шёл весь день, Река вышла ночью из берегов."
    assert cut(text, ["Rain fell all day.", "The river left its banks at night."]) == [
        "Дождь шёл весь день, ",
        "Река вышла ночью из берегов.",
    ]


def test_a_capital_read_as_a_small_letter_is_found() -> None:
    """A small letter after a stop begins a sentence where the translation begins one."""
    text = "Дождь шёл весь день. река вышла ночью из берегов."
    assert len(cut(text, ["Rain fell all day.", "The river left its banks at night."])) == 2


def test_a_free_translation_cuts_nothing() -> None:
    """A boundary of the translation that the text does not mark splits nothing."""
    text = "Дождь шёл весь день, а река вышла ночью из берегов."
    assert cut(text, ["Rain fell all day.", "The river left its banks at night."]) == [text]


def test_a_name_near_the_boundary_is_none() -> None:
    """A capital away from the boundary of the translation splits nothing."""
    text = "Дождь шёл весь день, река и Иванов вышла ночью из берегов."
    assert cut(text, ["Rain fell all day.", "Ivanov and the river left the banks at night."]) == [text]


def test_three_sentences_are_split() -> None:
    """Every boundary of the translation is found."""
    text = "Дождь шёл весь день, Река вышла ночью из берегов, Иванов молчал весь день."
    others = ["Rain fell all day.", "The river left its banks at night.", "Ivanov silent."]
    assert len(cut(text, others)) == 3


def test_a_headline_run_into_its_text_on_both_sides_is_cut_on_both() -> None:
    """A capital that no name explains, at corresponding positions of both sides, begins a sentence."""
    source = ["Дождь шёл весь день Река вышла ночью из берегов", "река молчал"]
    target = ["Rain fell all day Left at night its banks the river", "silent river left"]
    beads = tuple(Bead(range(at, at + 1), range(at, at + 1), 0.9, 0.9) for at in (0, 1))
    found = cuts(source, target, Alignment(beads, 2, 2), WordEncoder(), ("ru", "en"))
    assert [
        [text[0][place:].split()[0] for place in side[0]]
        for text, side in zip((source, target), found, strict=True)
    ] == [["Река"], ["Left"]]


def test_a_boundary_marked_on_one_side_splits_neither() -> None:
    """Where the other side has no capital, both sentences stay whole."""
    source = ["Дождь шёл весь день Река вышла ночью из берегов", "река молчал"]
    target = ["Rain fell all day and left at night its banks the river", "silent river left"]
    beads = tuple(Bead(range(at, at + 1), range(at, at + 1), 0.9, 0.9) for at in (0, 1))
    assert cuts(source, target, Alignment(beads, 2, 2), WordEncoder(), ("ru", "en")) == ({}, {})


@pytest.mark.parametrize(
    ("text", "others", "closed"),
    [
        (
            "«Дождь шёл весь день?» — молчал Иванов ночью.",
            "“Rain fell all day?” / Ivanov silent night.",
            "молчал",
        ),
        ("Дождь шёл весь и т. д. река вышла ночью.", "Rain fell all, etc. / The river left night.", "д."),
        (
            "Дождь шёл весь день тов. Иванов молчал ночью.",
            "Rain fell all day. / Ivanov silent night.",
            "Иванов",
        ),
        (
            "Дождь шёл весь день: 1. Река вышла ночью.",
            "Rain fell all day: 1. / The river left night.",
            "Река",
        ),
        ("ИВАНОВ МОЛЧАЛ: Река вышла ночью.", "IVANOV SILENT: / The river left night.", "Река"),
    ],
)
def test_what_the_rules_of_sentences_exclude_is_no_boundary(text: str, others: str, closed: str) -> None:
    """No cut before a narrator's small letter, at an abbreviation, point's number or speaker's colon."""
    assert not [piece for piece in cut(text, others.split(" / "))[1:] if piece.startswith(closed)]


def test_a_term_with_a_capital_elsewhere_too_is_no_boundary() -> None:
    """A word that stands inside other sentences with its capital begins none, whatever else it has."""
    source = ["Дождь шёл весь день Река вышла ночью из берегов", "река молчал", "Иванов и Река молчал"]
    target = ["Rain fell all day Left at night its banks the river", "silent river left", "Ivanov silent"]
    beads = tuple(Bead(range(at, at + 1), range(at, at + 1), 0.9, 0.9) for at in range(3))
    assert cuts(source, target, Alignment(beads, 3, 3), WordEncoder(), ("ru", "en")) == ({}, {})


def test_a_small_letter_read_as_a_capital_makes_no_term() -> None:
    """``Ночью`` stands twice inside sentences, misread: the text has it small four times as often."""
    small = ["река молчал ночью"] * 9
    source = ["Дождь шёл весь день Ночью вышла река", "река Ночью молчал", *small]
    rest = (Bead(range(at, at + 1), range(2, 2), 0.9, 0.9) for at in range(1, len(source)))
    beads = (Bead(range(1), range(2), 0.9, 0.9), *rest)
    target = ["Rain fell all day.", "At night left the river."]
    found, _ = cuts(source, target, Alignment(beads, len(source), 2), WordEncoder(), ("ru", "en"))
    assert [source[0][place:].split()[0] for place in found.get(0, ())] == ["Ночью"]
