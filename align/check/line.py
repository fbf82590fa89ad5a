"""One side of a bead as the checks read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from align.flag import Flag
from align.text.document import Side
from align.text.sentence import Sentence

KEPT = 80
"""Characters of a long stretch that a flag shows."""


@dataclass(frozen=True, eq=False)
class Line:
    """Neighbouring sentences of one side.

    ``insertions``, ``doubts``: for each sentence the stretches (code points of its text) that an editor
    put in, and those an OCR flag doubts. ``mended``: the sentences as the flags' first suggestions
    would have them, one space between.
    """

    side: Side
    language: str
    sentences: tuple[Sentence, ...]
    insertions: Sequence[Sequence[range]]
    doubts: Sequence[Sequence[range]]
    mended: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence begins in :attr:`text`."""
        return (0, *accumulate(len(sentence.text) + 1 for sentence in self.sentences))[:-1]

    @cached_property
    def text(self) -> str:
        """The sentences, one space between."""
        return " ".join(sentence.text for sentence in self.sentences)

    @cached_property
    def own(self) -> str:
        """:attr:`text`, of the same length, the editor's insertions blank."""
        return self._without(self.insertions)

    @cached_property
    def sure(self) -> str:
        """:attr:`own`, of the same length, with blanks where an OCR flag doubts it."""
        kept = self._without(self.doubts)
        return "".join(" " if " " in both else both[0] for both in zip(self.own, kept, strict=True))

    @property
    def readings(self) -> str:
        """Everything that may stand here: as read, and as mended."""
        return self.text if self.mended == self.text else f"{self.text} {self.mended}"

    def _without(self, stretches: Sequence[Sequence[range]]) -> str:
        letters = list(self.text)
        for start, inside in zip(self.starts, stretches, strict=True):
            for stretch in inside:
                letters[start + stretch.start : start + stretch.stop] = " " * len(stretch)
        return "".join(letters)

    def whole(self, kind: str, confidence: float, reason: str) -> Flag:
        """A flag on all of it that stands in its first sentence."""
        return self.flag(0, len(self.sentences[0].text), kind, confidence, reason)

    def flag(self, start: int, stop: int, kind: str, confidence: float, reason: str) -> Flag:
        """A flag on ``text[start:stop]``, which lies within one sentence."""
        number = max(at for at, first in enumerate(self.starts) if first <= start)
        sentence, first = self.sentences[number], self.starts[number]
        spans = sentence.traced.spans(start - first, stop - first)
        text = self.text[start:stop]
        shown = text if len(text) <= KEPT else text[:KEPT].rsplit(" ", 1)[0] + " …"
        return Flag(self.side, sentence.index, spans, shown, kind, confidence, reason)
