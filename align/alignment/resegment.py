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

SLACK = 0.05
"""Cosine by which a place that shows a capital letter may fall behind the best place of all."""

BOTH = 0.3
"""As :data:`MARGIN`, where sentences have run together on both sides."""

SHORTEST = 12
"""Characters a half must have."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?…][\W_]*$")


def cuts(
    source: Sequence[str], target: Sequence[str], alignment: Alignment, encoder: Encoder
) -> tuple[Mapping[int, tuple[int, ...]], Mapping[int, tuple[int, ...]]]:
    """Where to cut which sentence of either side: index -> offsets (code points of its text)."""
    common = (
        frozenset[str](_LETTERS.findall(" ".join(source))),
        frozenset[str](_LETTERS.findall(" ".join(target))),
    )
    found: tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]] = ({}, {})
    for bead in alignment.beads:
        sides = ((bead.source, source, bead.target, target), (bead.target, target, bead.source, source))
        for side, words, (ours, texts, theirs, others) in zip(found, common, sides, strict=True):
            if len(ours) == 1 < len(theirs):
                [index] = ours
                places = tuple(_borders(texts[index], [others[other] for other in theirs], words, encoder))
                if places:
                    side[index] = places
        if bead.type == "1-1":
            pair = source[bead.source.start], target[bead.target.start]
            for at, place in zip(
                (bead.source, bead.target), _common_border(pair, common, encoder), strict=False
            ):
                found[at is bead.target][at.start] = (place,)
    return found


def _common_border(
    pair: tuple[str, str], words: tuple[AbstractSet[str], AbstractSet[str]], encoder: Encoder
) -> tuple[int, ...]:
    """Where two sentences part that ran together on both sides, as a headline with what follows it.

    Both pages have to show it, by a word with a capital letter that the text also writes small and that
    no mark stands before, and the halves must translate each other crosswise less by :data:`BOTH`.
    """
    shown = [
        [
            place
            for place in _places(text)
            if text[:place].rstrip()[-1].isalnum() and _is_shown(text, place, own)
        ]
        for text, own in zip(pair, words, strict=True)
    ]
    if not all(shown):
        return ()
    halves = [
        encoder.encode([half for place in places for half in (text[:place].rstrip(), text[place:])])
        for text, places in zip(pair, shown, strict=True)
    ]
    cosines = halves[0] @ halves[1].T
    own, crossed = cosines[0::2, 0::2] + cosines[1::2, 1::2], cosines[0::2, 1::2] + cosines[1::2, 0::2]
    gains = (own - crossed) / 2
    row, column = divmod(int(gains.argmax()), gains.shape[1])
    return (shown[0][row], shown[1][column]) if gains[row, column] >= BOTH else ()


def _borders(text: str, others: Sequence[str], words: AbstractSet[str], encoder: Encoder) -> Iterator[int]:
    """Offsets of new sentences inside ``text``, which stands against ``others``, in order."""
    trials = [
        (gain, place, count)
        for count in range(1, len(others))
        for gain, place in _verified(text, others, count, words, encoder)
    ]
    gain, place, count = max(trials, default=(0.0, 0, 0))
    if gain < MARGIN:
        return
    yield from _borders(text[:place].rstrip(), others[:count], words, encoder)
    yield place
    yield from (place + further for further in _borders(text[place:], others[count:], words, encoder))


def _verified(
    text: str, others: Sequence[str], count: int, words: AbstractSet[str], encoder: Encoder
) -> list[tuple[float, int]]:
    """The places that the page shows and where the sense parts, with their gains (:func:`_tried`).

    Where a full stop or a capital letter shows it, another place may do better by :data:`SLACK`; after
    other marks a small letter has to be the very place where the sense parts.
    """
    tried = _tried(text, _places(text), others, count, encoder)
    best = max(tried, default=(0.0, 0))
    return [
        (gain, place)
        for gain, place in tried
        if (place == best[1] or (gain >= best[0] - SLACK and _is_plain(text, place)))
        and _is_shown(text, place, words)
    ]


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


def _is_plain(text: str, place: int) -> bool:
    """Whether a full stop stands before it, or a capital letter behind."""
    word = _LETTERS.search(text, place)
    return text[:place].rstrip().endswith(".") or (word is not None and word[0][0].isupper())
