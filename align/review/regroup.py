"""Commands that pair sentences another way: state and row number -> :class:`RegroupRows`.

Row numbers count from 0. A command that is impossible (no row below, nothing to cut) raises
:class:`InputError` with a message for the reviewer.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.errors import InputError
from align.review.operation import RegroupRows
from align.review.place import Pairing, Spans
from align.review.state import State
from align.text.document import Side
from align.text.span import Span

Sentences = tuple[Spans, ...]


def merge(state: State, number: int) -> RegroupRows:
    """Join a row with the next one."""
    one, two = _pairing(state, number), _pairing(state, number + 1)
    return RegroupRows("merge", (one, two), (Pairing(one.source + two.source, one.target + two.target),))


def split(state: State, number: int, side: Side, offset: int) -> RegroupRows:
    """Cut a row in two; the second begins with the character at raw ``offset`` of ``side``.

    The other side's sentences are divided so that the lengths stay in proportion (Gale & Church 1993); a
    single one stays in the upper row.
    """
    row = _pairing(state, number)
    above, below = _cut(row.side(side), offset)
    if not above or not below:
        raise InputError("expected the caret inside the text of the cell: nothing would stand before it")
    other: Side = "target" if side == "source" else "source"
    count = _proportional(state, side, (above, below), other, row.side(other))
    rest = row.side(other)[:count], row.side(other)[count:]
    made = (
        (Pairing(above, rest[0]), Pairing(below, rest[1]))
        if side == "source"
        else (Pairing(rest[0], above), Pairing(rest[1], below))
    )
    return RegroupRows("split", (row,), made)


def up(state: State, number: int, side: Side) -> RegroupRows:
    """Move the first sentence of a cell to the row above."""
    if number == 0:
        raise InputError("there is no row above the first")
    above, row = _pairing(state, number - 1), _pairing(state, number)
    moved = _sentences(row, side)[:1]
    made = (_with_cell(above, side, above.side(side) + moved), _with_cell(row, side, row.side(side)[1:]))
    return RegroupRows("up", (above, row), _non_empty(made))


def down(state: State, number: int, side: Side) -> RegroupRows:
    """Move the last sentence of a cell to the row below; below the last row, to a new one."""
    row = _pairing(state, number)
    moved = _sentences(row, side)[-1:]
    if number + 1 == len(state.rows):
        if len(row.source) + len(row.target) == 1:
            raise InputError("there is no row below the last")
        last = Pairing(moved, ()) if side == "source" else Pairing((), moved)
        return RegroupRows("down", (row,), _non_empty((_with_cell(row, side, row.side(side)[:-1]), last)))
    below = _pairing(state, number + 1)
    made = (_with_cell(row, side, row.side(side)[:-1]), _with_cell(below, side, moved + below.side(side)))
    return RegroupRows("down", (row, below), _non_empty(made))


def gap(state: State, number: int) -> RegroupRows:
    """Part the cells of a row: two rows of one side each, the source's first."""
    row = _pairing(state, number)
    if not row.source or not row.target:
        raise InputError("one side of this row is empty already")
    return RegroupRows("gap", (row,), (Pairing(row.source, ()), Pairing((), row.target)))


def pair(state: State, source: int, target: int) -> RegroupRows:
    """Pair the source cell of one row with the target cell of another.

    The cells between them on either side keep their order and are left unpaired.
    """
    if source == target:
        raise InputError("these two cells stand in one row already")
    first, last = min(source, target), max(source, target)
    rows = [_pairing(state, number) for number in range(first, last + 1)]
    one, two = _sentences(rows[source - first], "source"), _sentences(rows[target - first], "target")
    before = _unpaired(rows[: source - first], rows[: target - first])
    after = _unpaired(rows[source - first + 1 :], rows[target - first + 1 :])
    return RegroupRows("pair", tuple(rows), (*before, Pairing(one, two), *after))


def _pairing(state: State, number: int) -> Pairing:
    if not 0 <= number < len(state.rows):
        raise InputError(f"there is no row {number + 1}; the last is {len(state.rows)}")
    return state.rows[number].pairing.unscored()


def _unpaired(source: Sequence[Pairing], target: Sequence[Pairing]) -> list[Pairing]:
    """The source cells of some rows, then the target cells of others, each alone."""
    alone = [Pairing(row.source, ()) for row in source if row.source]
    return alone + [Pairing((), row.target) for row in target if row.target]


def _sentences(row: Pairing, side: Side) -> Sentences:
    """The sentences of a cell. Raises :class:`InputError` where it is empty."""
    if not row.side(side):
        raise InputError("this cell is empty; choose the other side")
    return row.side(side)


def _with_cell(row: Pairing, side: Side, sentences: Sentences) -> tuple[Sentences, Sentences]:
    return (sentences, row.target) if side == "source" else (row.source, sentences)


def _non_empty(rows: tuple[tuple[Sentences, Sentences] | Pairing, ...]) -> tuple[Pairing, ...]:
    """The rows that hold any sentence."""
    sides = ((row.source, row.target) if isinstance(row, Pairing) else row for row in rows)
    return tuple(Pairing(source, target) for source, target in sides if source or target)


def _cut(sentences: Sentences, offset: int) -> tuple[Sentences, Sentences]:
    """The sentences before a raw offset and from it on; the one that contains it is cut there."""
    for number, spans in enumerate(sentences):
        for at, span in enumerate(spans):
            if offset in span:
                head = (*spans[:at], Span(span.start, offset)) if offset > span.start else spans[:at]
                tail = (Span(offset, span.stop), *spans[at + 1 :])
                above = (*sentences[:number], head) if head else sentences[:number]
                return above, (tail, *sentences[number + 1 :])
    raise InputError("the caret is not in this cell")


def _proportional(
    state: State, side: Side, halves: tuple[Sentences, Sentences], other: Side, sentences: Sentences
) -> int:
    """How many sentences of the other side go with the upper half."""
    if len(sentences) < 2:
        return len(sentences)
    above, below = (len(state.text(side, half)) for half in halves)
    lengths = [len(state.side_views[other].text(spans)) for spans in sentences]
    share = above / max(above + below, 1)
    return min(range(1, len(sentences)), key=lambda k: abs(sum(lengths[:k]) / sum(lengths) - share))
