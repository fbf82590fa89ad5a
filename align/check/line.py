"""One side of a bead as the checks use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from align.flag import Flag
from align.text.document import Side
from align.text.sentence import Sentence

MAX_SHOWN = 80
"""Characters of a long stretch that a flag shows."""


def shortened(text: str) -> str:
    """The beginning of a long text, cut between words."""
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, eq=False)
class Line:
    """Adjacent sentences of one side.

    Attributes:
        side: The original or the translation.
        language: ISO 639-1.
        sentences: The sentences, at least one.
        insertions: Of each sentence, the stretches (code points of its text) that an editor put in.
        doubts: Of each sentence, the stretches that an OCR flag doubts.
        corrected: The text with the first suggestion of each OCR flag.
    """

    side: Side
    language: str
    sentences: tuple[Sentence, ...]
    insertions: Sequence[Sequence[range]]
    doubts: Sequence[Sequence[range]]
    corrected: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence begins in :attr:`text`."""
        return (0, *accumulate(len(sentence.text) + 1 for sentence in self.sentences))[:-1]

    @cached_property
    def text(self) -> str:
        """The sentences, one space between."""
        return " ".join(sentence.text for sentence in self.sentences)

    @cached_property
    def without_insertions(self) -> str:
        """:attr:`text`, of the same length, with blanks for the editor's insertions."""
        return self._blanked(self.insertions)

    @cached_property
    def certain(self) -> str:
        """:attr:`without_insertions`, of the same length, with blanks for what an OCR flag doubts."""
        undoubted = self._blanked(self.doubts)
        pairs = zip(self.without_insertions, undoubted, strict=True)
        return "".join(" " if " " in pair else pair[0] for pair in pairs)

    @property
    def with_corrections(self) -> str:
        """All that may stand here: :attr:`text`, and :attr:`corrected` where that differs."""
        return self.text if self.corrected == self.text else f"{self.text} {self.corrected}"

    def _blanked(self, stretches: Sequence[Sequence[range]]) -> str:
        letters = list(self.text)
        for start, inside in zip(self.starts, stretches, strict=True):
            for stretch in inside:
                letters[start + stretch.start : start + stretch.stop] = " " * len(stretch)
        return "".join(letters)

    def flag_first_sentence(self, kind: str, confidence: float, reason: str) -> Flag:
        """A flag on the whole line; its place is the first sentence."""
        return self.flag(0, len(self.sentences[0].text), kind, confidence, reason)

    def flag(self, start: int, stop: int, kind: str, confidence: float, reason: str) -> Flag:
        """A flag on ``text[start:stop]``, which lies within one sentence."""
        number = max(at for at, first in enumerate(self.starts) if first <= start)
        sentence, first = self.sentences[number], self.starts[number]
        spans = sentence.traced.spans(start - first, stop - first)
        shown = shortened(self.text[start:stop])
        return Flag(self.side, sentence.index, spans, shown, kind, confidence, reason)
