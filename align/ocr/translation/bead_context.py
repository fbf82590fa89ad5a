"""What the translation has for each sentence of the original."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from align.alignment.bead import Alignment
from align.text.document import Side
from align.text.sentence import Sentence
from align.text.token import Token, tokenize

DIGITS = re.compile(r"\d+")
ENDS = (".", "!", "?", ":")
"""Marks behind which a sentence begins."""


@dataclass(frozen=True, eq=False)
class TargetContext:
    """The other side of each sentence and bead.

    ``target_words``: for each sentence the words of its translation, a capital that only opens a sentence
    made small. ``bead_numbers``: for each sentence the number of its bead. ``target_texts``: for each bead
    the text of its translation.
    """

    target_words: Sequence[tuple[str, ...]]
    bead_numbers: Sequence[int]
    target_texts: Sequence[str]

    @cached_property
    def target_numbers(self) -> list[frozenset[str]]:
        """For each sentence the runs of digits in its translation."""
        return [
            frozenset(number for word in words for number in DIGITS.findall(word))
            for words in self.target_words
        ]

    def of_sentences(self, numbers: Sequence[int]) -> TargetContext:
        """The context of these sentences, of which some may occur several times."""
        return TargetContext(
            [self.target_words[number] for number in numbers],
            [self.bead_numbers[number] for number in numbers],
            self.target_texts,
        )

    def slice(self, sentences: range) -> TargetContext:
        """The context of some sentences in a row, with their beads alone."""
        beads = self.bead_numbers[sentences.start : sentences.stop]
        number = {bead: at for at, bead in enumerate(dict.fromkeys(beads))}
        return TargetContext(
            self.target_words[sentences.start : sentences.stop],
            [number[bead] for bead in beads],
            [self.target_texts[bead] for bead in number],
        )


def target_context(alignment: Alignment, side: Side, others: Sequence[Sentence]) -> TargetContext:
    """The context of each sentence of one side."""
    cores = _cased([[chunk for chunk in tokenize(sentence.text) if chunk.core] for sentence in others])
    words: list[tuple[str, ...]] = []
    beads: list[int] = []
    texts: list[str] = []
    for number, bead in enumerate(alignment.beads):
        own, other = (bead.source, bead.target) if side == "source" else (bead.target, bead.source)
        words += [tuple(core for index in other for core in cores[index])] * len(own)
        beads += [number] * len(own)
        texts.append(" ".join(others[index].text for index in other))
    return TargetContext(words, beads, texts)


def _cased(sentences: Sequence[Sequence[Token]]) -> list[tuple[str, ...]]:
    """The words of sentences, the first of each as it is written elsewhere (truecasing, Lita et al. 2003)."""
    small = {chunk.core for sentence in sentences for chunk in sentence if chunk.core[0].islower()}
    found = []
    for sentence in sentences:
        opens = [True, *(chunk.trail.endswith(ENDS) for chunk in sentence)]
        found.append(
            tuple(
                chunk.core.lower() if first and chunk.core.lower() in small else chunk.core
                for chunk, first in zip(sentence, opens, strict=False)
            )
        )
    return found
