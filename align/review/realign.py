"""Align the rows that are not confirmed once more, between those that are."""

from __future__ import annotations

from collections.abc import Sequence

from align.alignment.aligner import align_sentences
from align.alignment.bead import Bead
from align.embed.encoder import Encoder
from align.errors import InputError
from align.review.operation import RegroupRows, Verb
from align.review.place import Pairing, Spans
from align.review.reducer import reduce
from align.review.regroup import pair
from align.review.segments import corrected_sentence
from align.review.state import State
from align.text.document import SIDES, Side


def realign(
    state: State,
    encoder: Encoder,
    *,
    fixed: Sequence[int] = (),
    verb: Verb = "realign",
) -> RegroupRows | None:
    """Align again all rows but the confirmed ones.

    Args:
        state: The review as it stands; the corrected text is aligned.
        encoder: For sentence vectors.
        fixed: Numbers of further rows that stay as they are.
        verb: The command that requested it.

    Returns:
        The rows that change, or None where none does.

    Raises:
        InputError: If there is only one side.
    """
    if len(state.side_views) < 2:
        raise InputError("expected two sides to align, found one")
    sentences = {side: _sentences(state, side) for side in SIDES}
    texts = {side: [corrected_sentence(state, side, spans) for spans in sentences[side]] for side in SIDES}
    alignment = align_sentences(
        texts["source"], texts["target"], encoder, fixed=_fixed(state, frozenset(fixed))
    )
    after = [_pairing(bead, sentences["source"], sentences["target"]) for bead in alignment.beads]
    return _difference([row.pairing for row in state.rows], after, verb)


def pair_around(state: State, source: int, target: int, encoder: Encoder) -> RegroupRows:
    """Pair two cells and align the rows around them again, as one decision.

    Args:
        state: The review as it stands.
        source: The number of the row with the source cell.
        target: The number of the row with the target cell.
        encoder: For sentence vectors.

    Raises:
        InputError: If the cells stand in one row, or one of them is empty.
    """
    paired = pair(state, source, target)
    after = state.patched(reduce(state, paired))
    cell = state.rows[source].pairing.source
    number = next(at for at, row in enumerate(after.rows) if row.pairing.source == cell)
    around = realign(after, encoder, fixed=[number])
    if around is None:
        return paired
    aligned = after.patched(reduce(after, around))
    both = _difference([row.pairing for row in state.rows], [row.pairing for row in aligned.rows], "pair")
    return paired if both is None else both


def _sentences(state: State, side: Side) -> list[Spans]:
    """All sentences of a side, in order of the rows."""
    return [sentence for row in state.rows for sentence in row.side(side)]


def _fixed(state: State, numbers: frozenset[int]) -> list[Bead]:
    """The confirmed rows and those with these numbers, as beads of confidence 1."""
    beads = []
    i = j = 0
    for number, row in enumerate(state.rows):
        k, m = i + len(row.pairing.source), j + len(row.pairing.target)
        if row.status == "confirmed" or number in numbers:
            beads.append(Bead(range(i, k), range(j, m), row.pairing.score, 1.0))
        i, j = k, m
    return beads


def _pairing(bead: Bead, source: Sequence[Spans], target: Sequence[Spans]) -> Pairing:
    return Pairing(
        tuple(source[index] for index in bead.source),
        tuple(target[index] for index in bead.target),
        bead.score,
        bead.confidence,
    )


def _difference(before: list[Pairing], after: list[Pairing], verb: Verb) -> RegroupRows | None:
    """The rows that differ, without the equal ones at both ends; None where none differ."""
    head = 0
    while head < min(len(before), len(after)) and before[head].same(after[head]):
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail].same(after[-1 - tail]):
        tail += 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    return RegroupRows(verb, tuple(old), tuple(new)) if old and new else None
