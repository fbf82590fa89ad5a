"""Sentences and the OCR's flags -> lines of the checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from align.check.line import Line
from align.corrections import rewrite
from align.flag import Flag
from align.text.document import Side
from align.text.insertions import insertions
from align.text.sentence import Sentence
from align.text.span import Span


@dataclass(frozen=True, eq=False)
class LineBuilder:
    """One side's sentences with their editor's insertions and OCR flags.

    Attributes:
        side: The original or the translation.
        language: ISO 639-1.
        sentences: All sentences of the side.
        insertions: Of each sentence, the stretches (code points of its text) that an editor put in.
        flags: Of a sentence's index, its OCR flags.
    """

    side: Side
    language: str
    sentences: Sequence[Sentence]
    insertions: Sequence[Sequence[range]]
    flags: Mapping[int, Sequence[Flag]]

    @classmethod
    def of(
        cls, side: Side, language: str, sentences: Sequence[Sentence], flags: Sequence[Flag]
    ) -> LineBuilder:
        """For one side; of ``flags`` (of both sides, of all kinds) the side's OCR flags are used."""
        of_sentence: dict[int, list[Flag]] = {}
        for flag in flags:
            if flag.side == side and flag.kind.startswith("ocr."):
                of_sentence.setdefault(flag.sentence, []).append(flag)
        return cls(side, language, sentences, insertions([one.text for one in sentences]), of_sentence)

    def line(self, indices: range) -> Line | None:
        """The line of some adjacent sentences; ``None`` for no sentences."""
        if not indices:
            return None
        sentences = tuple(self.sentences[index] for index in indices)
        inserted = [self.insertions[index] for index in indices]
        doubts = [self._doubts(index) for index in indices]
        corrected = " ".join(self._corrected(index) for index in indices)
        return Line(self.side, self.language, sentences, inserted, doubts, corrected)

    def _located(self, index: int) -> list[tuple[int, int, Flag]]:
        """The flags of a sentence that have a place in its text."""
        places = [(self.sentences[index].locate(flag.spans), flag) for flag in self.flags.get(index, ())]
        return [(*place, flag) for place, flag in places if place is not None]

    def _doubts(self, index: int) -> list[range]:
        return [range(start, stop) for start, stop, _ in self._located(index)]

    def _corrected(self, index: int) -> str:
        text = self.sentences[index].text
        edits: dict[Span, str] = {}
        for start, stop, flag in self._located(index):
            place = Span(start, stop)
            if flag.suggestions and not any(place.overlaps(other) for other in edits):
                edits[place] = flag.suggestions[0].text
        return rewrite(text, edits)
