"""Split sentences that OCR ran together, where the translation ends a sentence.

A full stop read as a comma, a capital read as a small letter, a headline without a stop: no rule of one
language distinguishes such a boundary from the inside of a sentence. The translation does. In a bead of one
sentence against several, every position between words is tried as a boundary: the vectors of the two halves
are compared with those of the sentences before and after it on the other side. The sentence is split only
where the best position of all is also marked in the text: after a stop, or before a capital letter that no
proper name explains.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from align.alignment.bead import Alignment
from align.embed.encoder import Encoder
from align.text.splitting.closed_places import closed_places
from align.text.splitting.tokens import DASHES

MIN_GAIN = 0.08
"""Cosine by which the halves must be nearer to their own sentences than to each other's."""

MAX_LOSS = 0.05
"""Cosine by which a position marked by a full stop or a capital letter may be worse than the best of all."""

MIN_GAIN_BOTH = 0.3
"""As :data:`MIN_GAIN`, where sentences have run together on both sides."""

MIN_HALF = 12
"""Characters of a half."""

MISREAD_CAPITALS = 4
"""A word that is so many times as often small has no capital of its own."""

_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?…][\W_]*$")

Cuts = Mapping[int, tuple[int, ...]]
"""Sentence index -> offsets in its text (code points) where new sentences begin."""


@dataclass(frozen=True, eq=False)
class _Side:
    """One side: its language, and what shows whether a capital letter belongs to a name or term.

    Attributes:
        language: ISO 639-1.
        words: How often each word occurs, as it is written.
        inside: How often each word with a capital letter stands inside a sentence.
    """

    language: str
    words: Counter[str]
    inside: Counter[str]

    @classmethod
    def of(cls, sentences: Sequence[str], language: str) -> _Side:
        found = [_LETTERS.findall(sentence) for sentence in sentences]
        inside = Counter(word for words in found for word in words[1:] if word[0].isupper())
        return cls(language, Counter(word for words in found for word in words), inside)

    def is_term(self, word: str) -> bool:
        """Whether a word inside a sentence has its capital as a name or term, as it has elsewhere too.

        An OCR reads some small letters as capitals, most of them in words that are frequent and small.
        """
        small, inside = self.words[word.lower()], self.inside[word]
        return not small or (inside > 1 and inside * MISREAD_CAPITALS > small)


def cuts(
    source: Sequence[str],
    target: Sequence[str],
    alignment: Alignment,
    encoder: Encoder,
    languages: tuple[str, str],
) -> tuple[Cuts, Cuts]:
    """Where to split which sentences of the source and of the target; ``languages``: of both, ISO 639-1."""
    own = _Side.of(source, languages[0]), _Side.of(target, languages[1])
    found: tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]] = ({}, {})
    for bead in alignment:
        sides = ((bead.source, source, bead.target, target), (bead.target, target, bead.source, source))
        for of_side, side, (ours, texts, theirs, others) in zip(found, own, sides, strict=True):
            if len(ours) == 1 < len(theirs):
                partners = [others[other] for other in theirs]
                offsets = tuple(_boundaries(texts[ours.start], partners, side, encoder))
                if offsets:
                    of_side[ours.start] = offsets
        if bead.type == "1-1":
            texts_of_bead = source[bead.source.start], target[bead.target.start]
            common = _common_boundary(texts_of_bead, own, encoder)
            for of_side, sentences, offset in zip(found, (bead.source, bead.target), common, strict=False):
                of_side[sentences.start] = (offset,)
    return found


def _common_boundary(texts: tuple[str, str], sides: tuple[_Side, _Side], encoder: Encoder) -> tuple[int, ...]:
    """Where both sides run two sentences together, as a headline with what follows it; empty where none do.

    Both texts must mark the boundary by a word with a capital letter that the text also writes with a
    small one and that no punctuation precedes, and the halves must be nearer to their own halves of the
    other side than to the opposite ones by :data:`MIN_GAIN_BOTH`.
    """
    marked = [
        [
            offset
            for offset in _offsets(text)
            if text[:offset].rstrip()[-1].isalnum() and _is_marked(text, offset, side)
        ]
        for text, side in zip(texts, sides, strict=True)
    ]
    if not all(marked):
        return ()
    halves = [
        encoder.encode([half for offset in offsets for half in _halves(text, offset)])
        for text, offsets in zip(texts, marked, strict=True)
    ]
    cosines = halves[0] @ halves[1].T
    own, opposite = cosines[0::2, 0::2] + cosines[1::2, 1::2], cosines[0::2, 1::2] + cosines[1::2, 0::2]
    gains = (own - opposite) / 2
    row, column = divmod(int(gains.argmax()), gains.shape[1])
    return (marked[0][row], marked[1][column]) if gains[row, column] >= MIN_GAIN_BOTH else ()


def _boundaries(text: str, partners: Sequence[str], side: _Side, encoder: Encoder) -> Iterator[int]:
    """Offsets of new sentences inside ``text``, which is paired with ``partners``, in order."""
    trials = [
        (gain, offset, count)
        for count in range(1, len(partners))
        for gain, offset in _marked_gains(text, partners, count, side, encoder)
    ]
    gain, offset, count = max(trials, default=(0.0, 0, 0))
    if gain < MIN_GAIN:
        return
    yield from _boundaries(text[:offset].rstrip(), partners[:count], side, encoder)
    yield offset
    rest = _boundaries(text[offset:], partners[count:], side, encoder)
    yield from (offset + further for further in rest)


def _marked_gains(
    text: str, partners: Sequence[str], count: int, side: _Side, encoder: Encoder
) -> list[tuple[float, int]]:
    """Gains (:func:`_gains`) and offsets of the marked positions that are good enough.

    A position marked by a full stop or a capital letter may be worse than the best one by :data:`MAX_LOSS`;
    one before a small letter after another stop has to be the best one itself.
    """
    gains = _gains(text, _offsets(text), partners, count, encoder)
    best, best_offset = max(gains, default=(0.0, 0))
    return [
        (gain, offset)
        for gain, offset in gains
        if (offset == best_offset or (gain >= best - MAX_LOSS and _is_clearly_marked(text, offset)))
        and _is_marked(text, offset, side)
    ]


def _gains(
    text: str, offsets: Sequence[int], partners: Sequence[str], count: int, encoder: Encoder
) -> list[tuple[float, int]]:
    """For each offset, by how much (cosine) the halves are nearer to their own partners than to the others.

    The first half's own partners are the first ``count`` of ``partners``, the second half's are the rest.
    """
    halves = [half for offset in offsets for half in _halves(text, offset)]
    vectors = encoder.encode([" ".join(partners[:count]), " ".join(partners[count:]), *halves])
    own, opposite = vectors[2:] @ vectors[:2].T, vectors[2:] @ vectors[1::-1].T
    first, second = own[0::2, 0] - opposite[0::2, 0], own[1::2, 1] - opposite[1::2, 1]
    return list(zip(((first + second) / 2).tolist(), offsets, strict=True))


def _halves(text: str, offset: int) -> tuple[str, str]:
    return text[:offset].rstrip(), text[offset:]


def _offsets(text: str) -> list[int]:
    """Where a token begins that leaves :data:`MIN_HALF` characters on both sides."""
    starts = (found.start() for found in _TOKEN.finditer(text))
    return [start for start in starts if MIN_HALF <= start <= len(text) - MIN_HALF]


def _is_marked(text: str, offset: int, side: _Side) -> bool:
    """Whether the text marks that a sentence may begin at ``offset``.

    It does after a stop, and before a capital letter that neither name nor term explains: after other
    punctuation, with a dash, or in a word that the text also writes with a small letter. A square bracket,
    which an editor inserts, begins no sentence.
    """
    before, word = text[:offset].rstrip(), _LETTERS.search(text, offset)
    if text.startswith("[", offset) or word is None or offset in closed_places(text, side.language):
        return False
    if _STOP.search(before):
        return True
    punctuated = not before[-1].isalnum() or text[offset] in DASHES
    return word[0][0].isupper() and (punctuated or not side.is_term(word[0]))


def _is_clearly_marked(text: str, offset: int) -> bool:
    """Whether a full stop precedes it, or a capital letter follows."""
    word = _LETTERS.search(text, offset)
    return text[:offset].rstrip().endswith(".") or (word is not None and word[0][0].isupper())
