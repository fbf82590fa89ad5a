"""The gestures that pair sentences another way: state and row's number -> :class:`Arrange`.

Each names the rows it takes and the rows it makes. One that cannot be done here (no row below, nothing to
cut) is an :class:`InputError` that says so to the reviewer.
"""

from __future__ import annotations

from align.errors import InputError
from align.review.operation import RegroupRows
from align.review.place import Pairing, Spans
from align.review.state import State
from align.text.document import Side
from align.text.span import Span

Sentences = tuple[Spans, ...]


def merge(state: State, number: int) -> RegroupRows:
    """A row and the next become one."""
    one, two = _pairing(state, number), _pairing(state, number + 1)
    return RegroupRows("merge", (one, two), (Pairing(one.source + two.source, one.target + two.target),))


def split(state: State, number: int, side: Side, offset: int) -> RegroupRows:
    """A row becomes two; the second begins with the character at raw ``offset``.

    Of the other side's sentences so many stay above as keeps the lengths in proportion (Gale & Church
    1993); a single one stays whole.
    """
    row = _pairing(state, number)
    above, below = _cut(row.side(side), offset)
    if not above or not below:
        raise InputError("expected the caret inside the text of the cell: nothing would stand before it")
    other: Side = "target" if side == "source" else "source"
    place = _proportion(state, side, (above, below), other, row.side(other))
    rest = row.side(other)[:place], row.side(other)[place:]
    made = (
        (Pairing(above, rest[0]), Pairing(below, rest[1]))
        if side == "source"
        else (Pairing(rest[0], above), Pairing(rest[1], below))
    )
    return RegroupRows("split", (row,), made)


def up(state: State, number: int, side: Side) -> RegroupRows:
    """The first sentence of a cell moves to the row above."""
    if number == 0:
        raise InputError("there is no row above the first")
    above, row = _pairing(state, number - 1), _pairing(state, number)
    moved = _some(row, side)[:1]
    made = (_with(above, side, above.side(side) + moved), _with(row, side, row.side(side)[1:]))
    return RegroupRows("up", (above, row), _filled(made))


def down(state: State, number: int, side: Side) -> RegroupRows:
    """The last sentence of a cell moves to the row below; below the last row it makes a new one."""
    row = _pairing(state, number)
    moved = _some(row, side)[-1:]
    if number + 1 == len(state.rows):
        if len(row.source) + len(row.target) == 1:
            raise InputError("there is no row below the last")
        last = Pairing(moved, ()) if side == "source" else Pairing((), moved)
        return RegroupRows("down", (row,), _filled((_with(row, side, row.side(side)[:-1]), last)))
    below = _pairing(state, number + 1)
    made = (_with(row, side, row.side(side)[:-1]), _with(below, side, moved + below.side(side)))
    return RegroupRows("down", (row, below), _filled(made))


def gap(state: State, number: int) -> RegroupRows:
    """The two cells of a row part: each stands alone, the source's first."""
    row = _pairing(state, number)
    if not row.source or not row.target:
        raise InputError("one side of this row is empty already")
    return RegroupRows("gap", (row,), (Pairing(row.source, ()), Pairing((), row.target)))


def pair(state: State, source: int, target: int) -> RegroupRows:
    """The source cell of one row and the target cell of another belong together.

    What stood between them on either side keeps its order, unpaired.
    """
    if source == target:
        raise InputError("these two cells stand in one row already")
    first, last = min(source, target), max(source, target)
    rows = [_pairing(state, number) for number in range(first, last + 1)]
    one, two = _some(rows[source - first], "source"), _some(rows[target - first], "target")
    before = [Pairing(row.source, ()) for row in rows[: source - first] if row.source]
    before += [Pairing((), row.target) for row in rows[: target - first] if row.target]
    after = [Pairing(row.source, ()) for row in rows[source - first + 1 :] if row.source]
    after += [Pairing((), row.target) for row in rows[target - first + 1 :] if row.target]
    return RegroupRows("pair", tuple(rows), (*before, Pairing(one, two), *after))


def _pairing(state: State, number: int) -> Pairing:
    if not 0 <= number < len(state.rows):
        raise InputError(f"there is no row {number + 1}; the last is {len(state.rows)}")
    return state.rows[number].pairing.unscored()


def _some(row: Pairing, side: Side) -> Sentences:
    if not row.side(side):
        raise InputError("this cell is empty; choose the other side")
    return row.side(side)


def _with(row: Pairing, side: Side, sentences: Sentences) -> tuple[Sentences, Sentences]:
    return (sentences, row.target) if side == "source" else (row.source, sentences)


def _filled(rows: tuple[tuple[Sentences, Sentences] | Pairing, ...]) -> tuple[Pairing, ...]:
    """The rows that hold anything."""
    sides = ((row.source, row.target) if isinstance(row, Pairing) else row for row in rows)
    return tuple(Pairing(source, target) for source, target in sides if source or target)


def _cut(sentences: Sentences, offset: int) -> tuple[Sentences, Sentences]:
    """The sentences before and from the character at a raw offset, one of them cut where it is inside."""
    for number, spans in enumerate(sentences):
        for at, span in enumerate(spans):
            if offset in span:
                head = (*spans[:at], Span(span.start, offset)) if offset > span.start else spans[:at]
                tail = (Span(offset, span.stop), *spans[at + 1 :])
                above = (*sentences[:number], head) if head else sentences[:number]
                return above, (tail, *sentences[number + 1 :])
    raise InputError("the caret is not in this cell")


def _proportion(
    state: State, side: Side, halves: tuple[Sentences, Sentences], other: Side, sentences: Sentences
) -> int:
    if len(sentences) < 2:
        return len(sentences)
    above, below = (len(state.text(side, half)) for half in halves)
    lengths = [len(state.side_views[other].text(spans)) for spans in sentences]
    share = above / max(above + below, 1)
    return min(range(1, len(sentences)), key=lambda k: abs(sum(lengths[:k]) / sum(lengths) - share))
