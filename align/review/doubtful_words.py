"""Doubtful words in the alignment of words: each stands there as its best suggestion has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from align.flag import Suggestion
from align.review.doubts import Doubt
from align.review.segments import Segment
from align.text.word_tokens import word_tokens

ALIGNED_WORD = "aligned word"
"""Key of a suggestion's evidence under which the word of the other side stands."""

Link = tuple[str, str]
"""Ids of a source segment and of a target segment."""


def best_suggestions(doubts: Sequence[Doubt]) -> Mapping[str, Suggestion]:
    """The first suggestion of each open doubt that has one, by the doubt's id."""
    return {one.id: one.flag.suggestions[0] for one in doubts if one.open and one.flag.suggestions}


def as_suggested(segments: Sequence[Segment], best: Mapping[str, Suggestion]) -> list[Segment]:
    """The segments of a cell, open doubts with the text of their first suggestion where they are one segment.

    Args:
        segments: In order.
        best: From :func:`best_suggestions`.
    """
    places = Counter(one.doubt for one in segments)
    found = []
    for one in segments:
        suggestion = _suggestion(one, best) if places[one.doubt] == 1 else None
        found.append(one if suggestion is None else replace(one, text=suggestion.text))
    return found


def _suggestion(segment: Segment, best: Mapping[str, Suggestion]) -> Suggestion | None:
    return None if segment.doubt is None else best.get(segment.doubt)


def with_aligned_words(
    links: Sequence[Link],
    cells: tuple[Sequence[Segment], Sequence[Segment]],
    best: Mapping[str, Suggestion],
) -> list[Link]:
    """The links of a row; an open doubt is linked to the word that its card names, and to no other.

    Args:
        links: Found by the word aligner.
        cells: The segments of source and target.
        best: From :func:`best_suggestions`.
    """
    found = list(links)
    for own in (0, 1):
        for segment in cells[own]:
            suggestion = _suggestion(segment, best)
            word = None if suggestion is None else suggestion.evidence.get(ALIGNED_WORD)
            there = _holding(cells[1 - own], word) if isinstance(word, str) else []
            if there:
                mine = [link for link in found if link[own] == segment.id]
                known = [link[1 - own] for link in mine if link[1 - own] in there]
                found = [link for link in found if link not in mine]
                other = known[0] if known else there[0]
                found.append((segment.id, other) if own == 0 else (other, segment.id))
    return found


def _holding(cell: Sequence[Segment], word: str) -> list[str]:
    """The ids of the segments that have a word."""
    return list(_segments_with(cell, word.lower()))


def _segments_with(cell: Sequence[Segment], word: str) -> Iterator[str]:
    for segment in cell:
        if word in (token.lower() for token in word_tokens(segment.text)):
            yield segment.id
