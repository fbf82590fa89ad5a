"""The Russian-English texts that the checks are measured and fitted on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from align.alignment.aligner import align_sentences
from align.embed.encoder import Encoder
from align.evaluate.gold_beads import read_gold_align, read_gold_anchors
from align.names.similarity import likeness
from align.text.clean import clean
from align.text.document import SIDES
from align.text.readers.plain import read_plain
from align.text.sentence import Sentence
from align.text.sentences import split
from align.text.span import Span
from align.text.trace import TracedText

LANGUAGES = ("ru", "en")
Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices of the sentences of both sides."""

MIN_LIKENESS = 0.3
"""Likeness (fraction 0-1) above which the original spells a name alike."""

COMPARED = 40
"""Characters of a sentence's beginning that are compared with the scanned page."""


@dataclass(frozen=True)
class CheckText:
    """A text and its translation.

    Attributes:
        name: Names the text; ``group/text`` where several texts are counted together.
        source: Sentences of the original.
        target: Sentences of the translation.
        beads: Which of them belong together.
        lone: Side and index of the sentences that have no partner.
    """

    name: str
    source: list[str]
    target: list[str]
    beads: list[Bead]
    lone: frozenset[tuple[str, int]] = frozenset()

    @property
    def names(self) -> list[str]:
        """Words of the translation with a capital inside sentences that the original spells alike."""
        words = {word for line in self.source for word in re.findall(r"(?<=[а-я,] )[А-ЯЁ][\w-]+", line)}
        names = {name for line in self.target for name in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", line)}
        return sorted(name for name in names if any(likeness(word, name) > MIN_LIKENESS for word in words))


def check_texts(data: Path, encoder: Encoder) -> Iterator[CheckText]:
    """The sets of ``align-dev`` with gold beads, the truth of ``ocr-dev`` with the beads that are found."""
    for folder in sorted((data / "align-dev").glob("*-ru-en")):
        source, target = (
            (folder / f"{side}.txt").read_text("utf-8").removesuffix("\n").split("\n") for side in SIDES
        )
        gold = read_gold_align(folder / "gold.align").beads
        beads = [(tuple(sorted(bead.source)), tuple(sorted(bead.target))) for bead in gold]
        alone = {("source", at) for bead in gold if not bead.target for at in bead.source}
        alone |= {("target", at) for bead in gold if not bead.source for at in bead.target}
        yield CheckText(folder.name, source, target, beads, frozenset(alone))
    for folder in sorted((data / "ocr-dev").iterdir()):
        yield _typed_text(folder, encoder)


def _typed_text(folder: Path, encoder: Encoder) -> CheckText:
    """A document of ``ocr-dev`` as it was typed."""
    documents = read_plain(folder / "truth.txt", "source"), read_plain(folder / "target.txt", "target")
    source, target = (
        [sentence.text for sentence in split(clean(document, side).text, language)]
        for document, side, language in zip(documents, SIDES, LANGUAGES, strict=True)
    )
    aligned = align_sentences(source, target, encoder)
    beads = [(tuple(bead.source), tuple(bead.target)) for bead in aligned.beads]
    level = "L0" if folder.name.endswith("L0") else "L1-L3"
    name = f"ocr-dev {level}, as typed/{folder.name}"
    return CheckText(name, source, target, beads, _lone_sentences(folder, source, target))


def _lone_sentences(folder: Path, source: list[str], target: list[str]) -> frozenset[tuple[str, int]]:
    """Sentences as typed that the gold of the scanned page leaves without a partner."""
    lone = set()
    for side, sentences in zip(SIDES, (source, target), strict=True):
        raw = (folder / f"{side}.txt").read_bytes().decode("utf-8")
        for bead in read_gold_anchors(folder / "beads.json"):
            anchors, others = (bead.source, bead.target) if side == "source" else (bead.target, bead.source)
            for anchor in () if others else anchors:
                beginning = " ".join(raw[anchor : anchor + COMPARED + 5].split())[:COMPARED]
                scores = [fuzz.ratio(sentence[:COMPARED], beginning) for sentence in sentences]
                lone.add((side, scores.index(max(scores))))
    return frozenset(lone)


def sentences_of(lines: Sequence[str]) -> list[Sentence]:
    """Lines as sentences that stand each in a file of its own."""
    return [Sentence(at, TracedText.of(line, Span(0, len(line)))) for at, line in enumerate(lines)]
