"""An edited cell -> the words that were changed, each at its raw place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from align.review.operation import TextChange
from align.review.place import Place, Spans, merge_spans
from align.review.segments import Segment
from align.review.side_view import SideView

Token = tuple[str, Spans]
Range = tuple[int, int, int, int]
"""``old[i:j]`` becomes ``new[k:m]``."""


def changes(view: SideView, cell: Sequence[Sequence[Segment]], typed: str) -> tuple[TextChange, ...]:
    """The words that differ between a cell and its edited text.

    Args:
        view: The side of the cell.
        cell: The segments of each of its sentences.
        typed: The whole cell as the reviewer typed it.

    Returns:
        One change for each run of different words. An added word is joined to the word before it. A
        difference in white space is no change.
    """
    tokens = [token for sentence in cell for token in _tokens(sentence)]
    old = [(word, number) for number, (text, _) in enumerate(tokens) for word in text.split()]
    words, new = [word for word, _ in old], typed.split()
    if not words:
        return ()
    found = []
    for i, j, k, m in _differences(words, new, [number for _, number in old]):
        numbers = sorted({number for _, number in old[i:j]})
        spans = merge_spans(view.raw, [span for number in numbers for span in tokens[number][1]])
        found.append(TextChange(Place(view.side, spans), view.quote(spans), " ".join(new[k:m])))
    return tuple(found)


def _differences(words: Sequence[str], new: Sequence[str], token: Sequence[int]) -> Iterator[Range]:
    """The differences, widened to whole tokens; those that then overlap are joined."""
    last: Range | None = None
    for tag, i, j, k, m in SequenceMatcher(None, words, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        wide = _widened((i, j, k, m), token)
        if last is not None and wide[0] < last[1]:
            wide = (last[0], max(wide[1], last[1]), last[2], max(wide[3], last[3]))
        elif last is not None:
            yield last
        last = wide
    if last is not None:
        yield last


def _widened(difference: Range, token: Sequence[int]) -> Range:
    """The same, made at least one old word long and free of partial tokens."""
    i, j, k, m = difference
    if i == j:
        i, j, k, m = (i - 1, j, k - 1, m) if i else (i, j + 1, k, m + 1)
    while i and token[i - 1] == token[i]:
        i, k = i - 1, k - 1
    while j < len(token) and token[j] == token[j - 1]:
        j, m = j + 1, m + 1
    return i, j, k, m


def _tokens(sentence: Sequence[Segment]) -> list[Token]:
    """The text between white space with its raw places; a segment is never cut."""
    tokens: list[Token] = []
    adjacent = False
    for segment in sentence:
        text = segment.text.strip()
        if adjacent and tokens and not segment.text[:1].isspace():
            tokens[-1] = (tokens[-1][0] + text, tokens[-1][1] + segment.spans)
        elif text:
            tokens.append((text, segment.spans))
        adjacent = adjacent if not segment.text else not segment.text[-1].isspace()
    return tokens
