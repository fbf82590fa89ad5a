"""Sentences that the OCR ran together, cut where the other side ends one.

A stop read as a comma, a capital read as a small letter, a headline without a stop: no rule of one language
tells such a border from the inside of a sentence. The translation does. In a bead of one sentence
against several, each place between words is tried as the border, the vectors of the two halves against
those of the sentences before and after it on the other side; the sentence is cut only where the best
place of all shows on the page, too: after a stop, or before a capital letter that is no name's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from align.alignment.bead import Alignment
from align.embed.encoder import Encoder

MARGIN = 0.08
"""Cosine by which the halves must be nearer to their own sentences than to each other's."""

SHORTEST = 12
"""Characters a half must have."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?…][\W_]*$")


def cuts(
    source: Sequence[str], target: Sequence[str], alignment: Alignment, encoder: Encoder
) -> tuple[Mapping[int, tuple[int, ...]], Mapping[int, tuple[int, ...]]]:
    """Where to cut which sentence of either side: index -> offsets (code points of its text)."""
    common = tuple(frozenset(_LETTERS.findall(" ".join(texts))) for texts in (source, target))
    found: tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]] = ({}, {})
    for bead in alignment.beads:
        sides = ((bead.source, source, bead.target, target), (bead.target, target, bead.source, source))
        for side, words, (ours, texts, theirs, others) in zip(found, common, sides, strict=True):
            if len(ours) == 1 < len(theirs):
                [index] = ours
                places = tuple(_borders(texts[index], [others[other] for other in theirs], words, encoder))
                if places:
                    side[index] = places
    return found


def _borders(text: str, others: Sequence[str], words: AbstractSet[str], encoder: Encoder) -> Iterator[int]:
    """Offsets of new sentences inside ``text``, which stands against ``others``, in order."""
    shown = [place for place in _places(text) if _is_shown(text, place, words)]
    trials = [
        (gain, place, count)
        for count in range(1, len(others))
        for gain, place in _tried(text, shown, others, count, encoder)
    ]
    gain, place, count = max(trials, default=(0.0, 0, 0))
    if gain < MARGIN or max(_tried(text, _places(text), others, count, encoder))[1] != place:
        return  # no border, or the sense parts where the page shows nothing: a freer translation
    yield from _borders(text[:place].rstrip(), others[:count], words, encoder)
    yield place
    yield from (place + further for further in _borders(text[place:], others[count:], words, encoder))


def _tried(
    text: str, places: Sequence[int], others: Sequence[str], count: int, encoder: Encoder
) -> list[tuple[float, int]]:
    """For each place, how much nearer (cosine) the halves are to their own side than to the other.

    Their sides: the first ``count`` of ``others``, and the rest.
    """
    halves = [half for place in places for half in (text[:place].rstrip(), text[place:])]
    vectors = encoder.encode([" ".join(others[:count]), " ".join(others[count:]), *halves])
    own, crossed = vectors[2:] @ vectors[:2].T, vectors[2:] @ vectors[1::-1].T
    first, second = own[0::2, 0] - crossed[0::2, 0], own[1::2, 1] - crossed[1::2, 1]
    return list(zip(((first + second) / 2).tolist(), places, strict=True))


def _places(text: str) -> list[int]:
    """Where a word begins, with enough text before and after it."""
    starts = (found.start() for found in _WORD.finditer(text))
    return [start for start in starts if SHORTEST <= start <= len(text) - SHORTEST]


def _is_shown(text: str, place: int, words: AbstractSet[str]) -> bool:
    """Whether the page shows that a sentence may begin here.

    It does after a stop, and before a capital letter that is no name's: after another mark, or in a word that
    the text also writes small (``words``). An editor's bracket begins no sentence.
    """
    before, word = text[:place].rstrip(), _LETTERS.search(text, place)
    if text.startswith("[", place) or word is None:
        return False
    if _STOP.search(before):
        return True
    return word[0][0].isupper() and (not before[-1].isalnum() or word[0].lower() in words)
