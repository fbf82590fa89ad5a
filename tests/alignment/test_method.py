"""Lengths and spelling carry an alignment where the vectors of the encoder say nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from align.alignment.aligner import align_sentences
from align.alignment.bead import Bead
from align.alignment.encoder_knows import EncoderKnowledge, measured
from align.alignment.encoder_note import encoder_note
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.embed.encoder import Encoder


@dataclass(frozen=True)
class IgnorantEncoder:
    """All sentences of a script have one vector, but for noise that has nothing to do with what they say."""

    name: str = "ignorant"
    sha256: str | None = None

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        noise = [np.random.default_rng([ord(letter) for letter in text]).normal(size=64) for text in texts]
        scripts = np.eye(64, dtype=np.float32)[[int(text[0] > "z") for text in texts]]
        rows = np.array(noise, dtype=np.float32).reshape(-1, 64) / 8 + scripts
        unit: np.ndarray = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def words(chance: random.Random, letters: str, count: int) -> str:
    """So many words of these letters, and a full stop."""
    drawn = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(count)]
    return " ".join(drawn).capitalize() + "."


def bitext(count: int, seed: int = 0) -> tuple[list[str], list[str]]:
    """Sentences in two languages without a common word; a sentence has as many words as its translation."""
    chance = random.Random(seed)  # noqa: S311 -- reproducible, not secret
    sizes = [chance.randint(2, 30) for _ in range(count)]
    return [words(chance, "bcdfgaei", size) for size in sizes], [
        words(chance, "лмнпрсоу", size) for size in sizes
    ]


def sides(beads: Sequence[Bead]) -> list[tuple[list[int], list[int]]]:
    return [(list(bead.source), list(bead.target)) for bead in beads]


def test_sentences_are_paired_by_their_lengths() -> None:
    source, target = bitext(60)
    found = align_sentences(source, target, IgnorantEncoder())
    assert found.unknown is not None
    assert sides(found.beads) == [([number], [number]) for number in range(60)]


def test_merged_sentences_are_found_by_their_lengths() -> None:
    """Two sentences of the original are one of the translation."""
    source, target = bitext(40)
    joined = [*target[:10], " ".join(target[10:12]), *target[12:]]
    found = align_sentences(source, joined, IgnorantEncoder())
    assert ([10, 11], [10]) in sides(found.beads)


def test_a_long_text_is_not_lost_where_a_part_is_missing() -> None:
    """1,000 sentences, 60 of which the translation lacks: most of what follows is found."""
    source, target = bitext(1000)
    found = align_sentences(source, target[:300] + target[360:], IgnorantEncoder())
    right = [
        bead for bead in found if bead.type == "1-1" and bead.source.start - bead.target.start in (0, 60)
    ]
    assert len(right) > 800


def test_fixed_beads_are_kept() -> None:
    source, target = bitext(30)
    fixed = Bead(range(10, 12), range(10, 11), None, 1.0)
    assert fixed in align_sentences(source, target, IgnorantEncoder(), fixed=[fixed]).beads


def test_vectors_that_say_something_carry_the_alignment(bag: Encoder) -> None:
    source, _ = bitext(30)
    assert align_sentences(source, source, bag).unknown is None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_sentence_or_two_show_nothing_of_an_encoder(count: int) -> None:
    source, target = bitext(count)
    found = align_sentences(source, target, IgnorantEncoder())
    assert sides(found.beads) == [([number], [number]) for number in range(count)]


def measure(encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> EncoderKnowledge:
    """What its vectors show of a text."""
    one, other = (EncodedSide.of(side, encoder.encode(side), 8) for side in (source, target))
    return measured(DocumentPair.of(one, other, encoder))


def test_what_an_encoder_knows_is_measured(bag: Encoder) -> None:
    """Translations are nearer than other sentences of their side, or they are not."""
    source, target = bitext(20)
    assert measure(bag, source, source).surely_known
    assert measure(IgnorantEncoder(), source, target).nearness < 0.1


def test_a_repeated_sentence_does_not_count(bag: Encoder) -> None:
    """It is as near to its translation as to itself."""
    assert measure(bag, ["Так точно."] * 9, ["Так точно."] * 9).surely_known


def test_the_note_names_the_language_and_encoders_that_know_it() -> None:
    note = encoder_note("embedded", ("cs", "no"), EncoderKnowledge(0.264, 0.621, 90))
    assert note.startswith("the encoder embedded does not know cs and no: cosine of translations 0.26, ")
    assert note.endswith(
        "know both languages: sentence-transformers/LaBSE, intfloat/multilingual-e5-base, BAAI/bge-m3"
    )


def test_the_note_names_no_language_that_the_encoder_should_know() -> None:
    """Nor one of an encoder of which nothing is known."""
    for encoder, languages in (
        ("embedded", ("ru", "en")),
        ("my-model", ("cs", "en")),
        ("embedded", ("und", "en")),
    ):
        assert "says too little of these texts" in encoder_note(encoder, languages, EncoderKnowledge(0, 0, 9))
