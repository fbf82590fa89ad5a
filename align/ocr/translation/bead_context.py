"""The other side of a text, as a witness hears it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.alignment.bead import Alignment
from align.text.document import Side
from align.text.sentence import Sentence
from align.text.token import Token, tokenize

ENDS = (".", "!", "?", ":")
"""Marks behind which a sentence begins."""


@dataclass(frozen=True, eq=False)
class TargetContext:
    """The other side. ``beads``: for each sentence its bead's number; ``texts``: of each bead the other text.

    ``words``: for each sentence those of its translation, a capital that only opens a sentence made small.
    """

    target_words: Sequence[tuple[str, ...]]
    bead_numbers: Sequence[int]
    target_texts: Sequence[str]

    def slice(self, sentences: range) -> TargetContext:
        """That of some sentences in a row, with their beads alone."""
        beads = self.bead_numbers[sentences.start : sentences.stop]
        number = {bead: at for at, bead in enumerate(dict.fromkeys(beads))}
        return TargetContext(
            self.target_words[sentences.start : sentences.stop],
            [number[bead] for bead in beads],
            [self.target_texts[bead] for bead in number],
        )


def target_context(alignment: Alignment, side: Side, others: Sequence[Sentence]) -> TargetContext:
    """What the other side says to each sentence of this one."""
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
