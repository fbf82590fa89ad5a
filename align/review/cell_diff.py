"""A cell typed anew -> the readings that were changed, each at its place."""

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


def changes(sheet: SideView, cell: Sequence[Sequence[Segment]], typed: str) -> tuple[TextChange, ...]:
    """What differs, word by word. ``cell``: the pieces of each sentence; ``typed``: the whole cell, new.

    A word that was added goes with the word before it; white space alone is no change.
    """
    tokens = [token for sentence in cell for token in _tokens(sentence)]
    old = [(word, number) for number, (text, _) in enumerate(tokens) for word in text.split()]
    words, new = [word for word, _ in old], typed.split()
    if not words:
        return ()
    made = []
    for i, j, k, m in _whole(words, new, [number for _, number in old]):
        numbers = sorted({number for _, number in old[i:j]})
        spans = merge_spans(sheet.raw, [span for number in numbers for span in tokens[number][1]])
        made.append(TextChange(Place(sheet.side, spans), sheet.quote(spans), " ".join(new[k:m])))
    return tuple(made)


def _whole(words: Sequence[str], new: Sequence[str], token: Sequence[int]) -> Iterator[Range]:
    """The differences, widened to whole tokens, those that meet made one."""
    last: Range | None = None
    for verb, i, j, k, m in SequenceMatcher(None, words, new, autojunk=False).get_opcodes():
        if verb == "equal":
            continue
        found = _widened((i, j, k, m), token)
        if last is not None and found[0] < last[1]:
            found = (last[0], max(found[1], last[1]), last[2], max(found[3], last[3]))
        elif last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _widened(found: Range, token: Sequence[int]) -> Range:
    """At least one word, and no token in part."""
    i, j, k, m = found
    if i == j:
        i, j, k, m = (i - 1, j, k - 1, m) if i else (i, j + 1, k, m + 1)
    while i and token[i - 1] == token[i]:
        i, k = i - 1, k - 1
    while j < len(token) and token[j] == token[j - 1]:
        j, m = j + 1, m + 1
    return i, j, k, m


def _tokens(found: Sequence[Segment]) -> list[Token]:
    """Stretches between white space with the raw places behind them; a place is never cut."""
    tokens: list[Token] = []
    glued = False
    for piece in found:
        text = piece.text.strip()
        if glued and tokens and not piece.text[:1].isspace():
            tokens[-1] = (tokens[-1][0] + text, tokens[-1][1] + piece.spans)
        elif text:
            tokens.append((text, piece.spans))
        glued = glued if not piece.text else not piece.text[-1].isspace()
    return tokens
