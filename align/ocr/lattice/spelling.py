"""Sentences that are printed in another spelling than the dictionaries have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class OldSpelling:
    """The old spelling of some sentences of a side.

    Dictionaries, language model and grammar work on today's spelling of a token; the channel compares what
    the page prints.

    Attributes:
        sentences: The numbers of the sentences in the old spelling.
        letters: That it has beside those of today.
        readings: From a printed word to the words of today that it may be, none of them looked up.
        today: From a printed word to today's spelling.
        printed: From a printed text, and another in today's spelling, to that other as the page prints it.
    """

    sentences: frozenset[int]
    letters: str
    readings: Callable[[str], Iterable[str]]
    today: Callable[[str], str]
    printed: Callable[[str, str], str]
