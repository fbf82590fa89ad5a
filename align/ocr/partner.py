"""The other side of a text, as a witness hears it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.alignment.bead import Alignment
from align.ocr.tokens import chunks
from align.text.document import Side
from align.text.sentence import Sentence


@dataclass(frozen=True, eq=False)
class Partner:
    """The other side. ``words``: for each sentence those of its translation; ``beads``: its bead's number.

    ``texts``: of each bead the other side's text.
    """

    words: Sequence[tuple[str, ...]]
    beads: Sequence[int]
    texts: Sequence[str]

    def part(self, sentences: range) -> Partner:
        """That of some sentences in a row, with their beads alone."""
        beads = self.beads[sentences.start : sentences.stop]
        number = {bead: at for at, bead in enumerate(dict.fromkeys(beads))}
        return Partner(
            self.words[sentences.start : sentences.stop],
            [number[bead] for bead in beads],
            [self.texts[bead] for bead in number],
        )


def partner_of(alignment: Alignment, side: Side, others: Sequence[Sentence]) -> Partner:
    """What the other side says to each sentence of this one."""
    cores = [tuple(chunk.core for chunk in chunks(sentence.text) if chunk.core) for sentence in others]
    words: list[tuple[str, ...]] = []
    beads: list[int] = []
    texts: list[str] = []
    for number, bead in enumerate(alignment.beads):
        own, other = (bead.source, bead.target) if side == "source" else (bead.target, bead.source)
        words += [tuple(core for index in other for core in cores[index])] * len(own)
        beads += [number] * len(own)
        texts.append(" ".join(others[index].text for index in other))
    return Partner(words, beads, texts)
