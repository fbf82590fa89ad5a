"""Replacing text that a line's end, a page's end or a soft hyphen breaks, so that the new text is whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from align.text.span import Span

HYPHENS = "-\u00ad\u2010\u2011¬"
LINE_ENDS = "\n\r\f\v\x85\u2028\u2029"
LINE_END_HYPHEN = re.compile(rf"[{HYPHENS}]\s")
LINE_END = re.compile(rf"[^\S{LINE_ENDS}]*[{LINE_ENDS}]\s*")
MARKS_AND_BLANKS = re.compile(rf"([^\w\s]*)([^\S{LINE_ENDS}]*)")

Replacement = tuple[Sequence[Span], str]
"""Places in reading order, and the text that takes their place."""


def edits_of(raw: str, replacements: Iterable[Replacement]) -> dict[Span, str]:
    r"""The edits of a raw file that put each text in the place of its spans.

    A word that is broken becomes whole: its hyphen goes, and what stood in the break (a newline, a page
    number) follows the word. New text of several words is broken at the space nearest to the old break.

    Args:
        raw: The raw file.
        replacements: No two of them share a character.

    Returns:
        Place -> new text, for :func:`align.corrections.rewrite`; an empty place inserts.

    Example:
        >>> raw = "ответ китай-\nсхого правительства"
        >>> edits_of(raw, [((Span(6, 11), Span(13, 18)), "китайского")])
        {Span(start=6, stop=18): 'китайского', Span(start=18, stop=19): '\n'}
    """
    known = list(replacements)
    places = sorted(span for spans, _ in known for span in spans)
    edits: dict[Span, str] = {}
    for spans, text in known:
        whole = _whole(raw, spans, text)
        edits |= (
            whole if whole and not _in_the_way(whole, spans, places) else _piecewise(raw, spans, text, places)
        )
    return edits


def _whole(raw: str, spans: Sequence[Span], text: str) -> dict[Span, str] | None:
    """Edits of the stretch from the first place to the last; ``None`` where the text was moved."""
    if any(after.start < before.stop for before, after in pairwise(spans)):
        return None
    stretch, between = Span(spans[0].start, spans[-1].stop), "".join(_breaks(raw, spans))
    if len(text.split()) == 1 and between:
        return {stretch: text} | _behind_the_word(raw, stretch.stop, between)
    return {stretch: _broken_again(raw, spans, text, between)}


def _in_the_way(edits: Iterable[Span], spans: Sequence[Span], places: Sequence[Span]) -> bool:
    """Whether an edit touches another of the sorted places, or inserts inside it."""
    for edit in edits:
        first = max(bisect_left(places, Span(edit.start, edit.start)) - 1, 0)
        for other in _from(places, first, edit.stop):
            if other not in spans and (edit.overlaps(other) or other.start < edit.start < other.stop):
                return True
    return False


def _from(places: Sequence[Span], first: int, stop: int) -> Iterator[Span]:
    """The places from number ``first`` on that begin before ``stop``."""
    return takewhile(lambda place: place.start <= stop, (places[at] for at in range(first, len(places))))


def _breaks(raw: str, spans: Sequence[Span]) -> Iterator[str]:
    """What stands between the places without the hyphen of the broken word, and the line ends inside them."""
    for number, span in enumerate(spans):
        if number:
            yield raw[spans[number - 1].stop : span.start].lstrip(HYPHENS)
        yield from (match.group() for match in LINE_END.finditer(span.of(raw)))


def _behind_the_word(raw: str, stop: int, between: str) -> dict[Span, str]:
    """The edit that puts a break behind the word that goes on at ``stop``, in the place of the blanks there.

    Where a line ends there already, a break of white space is left out.
    """
    match = MARKS_AND_BLANKS.match(raw, stop)
    start, end = match.span(2) if match else (stop, stop)
    if not between.strip() and raw[end : end + 1] in LINE_ENDS:
        return {}
    return {Span(start, end): between}


def _broken_again(raw: str, spans: Sequence[Span], text: str, between: str) -> str:
    """Text of several words, or none, with the break at the space nearest to where it was."""
    spaces = [at for at, letter in enumerate(text) if letter.isspace()]
    if not between or not spaces:
        return text + between
    before = LINE_END.split(spans[0].of(raw))[0]
    at = min(spaces, key=lambda space: abs(space - len(before)))
    return text[:at] + (between if between[-1:].isspace() else between + text[at]) + text[at + 1 :]


def _piecewise(raw: str, spans: Sequence[Span], text: str, places: Sequence[Span]) -> dict[Span, str]:
    """The text in the first place, the other places empty; a hyphen at the end of the line goes."""
    first, *others = spans
    edits = {first: text} | dict.fromkeys(others, "")
    hyphen = Span(first.stop, first.stop + 1)
    if others and LINE_END_HYPHEN.match(raw, hyphen.start) and not _in_the_way((hyphen,), (), places):
        edits[hyphen] = ""
    return edits
