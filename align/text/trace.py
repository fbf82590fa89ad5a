"""Text with the raw place of each of its characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.errors import InvariantError
from align.text.span import Span


@dataclass(frozen=True, eq=False)
class TracedText:
    """Text with its provenance.

    ``starts[i]:stops[i]`` (int32, shape ``(len(text),)``, code points of the raw file) is the raw place of
    character *i*; it is empty for white space that cleaning put in. The places of two characters never
    overlap, but they need not ascend: cleaning may move text. Raises :class:`InvariantError` where the
    three lengths differ.
    """

    text: str
    starts: NDArray[np.int32]
    stops: NDArray[np.int32]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.stops):
            raise InvariantError(
                f"provenance needs one range a character, got {len(self.text)} characters, "
                f"{len(self.starts)} starts, {len(self.stops)} stops"
            )
        self.starts.setflags(write=False)
        self.stops.setflags(write=False)

    @classmethod
    def of(cls, raw: str, span: Span) -> TracedText:
        """The raw text at ``span``, each character at its own place."""
        starts = np.arange(span.start, span.stop, dtype=np.int32)
        return cls(span.of(raw), starts, starts + np.int32(1))

    @classmethod
    def join(cls, pieces: Sequence[TracedText]) -> TracedText:
        """The pieces one after another, nothing between them."""
        if not pieces:
            empty = np.zeros(0, dtype=np.int32)
            return cls("", empty, empty.copy())
        return cls(
            "".join(piece.text for piece in pieces),
            np.concatenate([piece.starts for piece in pieces]),
            np.concatenate([piece.stops for piece in pieces]),
        )

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, where: slice) -> TracedText:
        return TracedText(self.text[where], self.starts[where], self.stops[where])

    def spans(self, start: int = 0, stop: int | None = None) -> tuple[Span, ...]:
        """The raw places of ``text[start:stop]`` in reading order, adjacent ones joined."""
        placed = self.stops[start:stop] > self.starts[start:stop]
        starts, stops = self.starts[start:stop][placed], self.stops[start:stop][placed]
        if not len(starts):
            return ()
        cuts = (np.flatnonzero(starts[1:] != stops[:-1]) + 1).tolist()
        return tuple(Span(int(starts[a]), int(stops[b - 1])) for a, b in pairwise((0, *cuts, len(starts))))
