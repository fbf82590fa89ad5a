"""What each chunk may say instead: an ordered list of rules, each proposing readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from align.ocr import foreign, marking, spacing, wording
from align.ocr.candidates import Query
from align.ocr.lexicon import Lexicon
from align.ocr.place import Place, noisy_parts
from align.ocr.reading import AS_READ, Reading
from align.ocr.tokens import Chunk

LONGEST = 60
"""Code points; what is longer is no word, and nobody can say what it was."""


def proposals(place: Place) -> tuple[Reading, ...]:
    """All readings of a place, the observed first, each text once."""
    observed = as_read(place)
    if max(len(chunk.text) for chunk in place.chunks[place.at : place.at + 2]) > LONGEST:
        return observed
    texts = {(1, place.chunk.text): observed[0]}
    for rule in RULES:
        for reading in rule(place):
            texts.setdefault((reading.stop - reading.start, reading.text), reading)
    return tuple(texts.values())


def as_read(place: Place) -> tuple[Reading]:
    """The observed reading alone."""
    return (place.reads(place.chunk.text, AS_READ),)


def queries(chunks: Sequence[Chunk], asked: Iterable[int], lexicon: Lexicon) -> Iterator[Query]:
    """All that the rules will want searched for these chunks of a sentence."""
    for at in asked:
        chunk = chunks[at]
        if len(chunk.text) > LONGEST:
            continue
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        for noisy in noisy_parts(chunk, lexicon):
            yield noisy.query
        if following is not None and len(following.text) <= LONGEST:
            yield from spacing.join_queries(chunk, following, lexicon)


Rule = Callable[[Place], Iterator[Reading]]
RULES: tuple[Rule, ...] = (
    wording.letters,
    wording.case,
    wording.lone,
    marking.altered_marks,
    marking.nothing,
    marking.dash,
    marking.inside,
    spacing.split,
    spacing.hyphen,
    spacing.join,
    wording.digits,
    foreign.foreign,
    wording.name,
    spacing.doubled,
    wording.apostrophe,
)
