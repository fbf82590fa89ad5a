"""Log probability, by the noisy channel, that a candidate was read as the observed text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.lang.lexicon import Lexicon
from align.ocr.channel.channel import Channel
from align.ocr.channel.engines import foreign_script_channel
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.span_queries import PRUNE_BELOW
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice

WITHOUT_CHANNEL = (UNPROPOSED, "double")
"""Rules whose candidates have no channel cost: a doubled word is no misread letter."""


def channel_features(inputs: FeatureInputs) -> FeatureColumns:
    """How probable the misreading is, by the noisy channel adapted to the document."""
    return FeatureColumns(
        {"channel": channel_scores(inputs.lattice, inputs.resources.lexicon, inputs.channel)}
    )


def unadapted_channel_features(inputs: FeatureInputs) -> FeatureColumns:
    """How probable the misreading is, by the channel that no correction has adapted.

    A channel that is adapted to wrong corrections supports them; this one has the confusions that the unknown
    words of the document show. Candidates that are as good as impossible keep the adapted cost.
    """
    scores = inputs.matrix["channel"].copy()
    live = np.flatnonzero(inputs.probabilities > PRUNE_BELOW)
    scores[live] = channel_scores(
        inputs.lattice, inputs.resources.lexicon, inputs.confusions.seeded_channel, live
    )
    return FeatureColumns({"channel_unadapted": scores})


def channel_scores(
    lattice: CandidateLattice, lexicon: Lexicon, channel: Channel, rows: NDArray[np.int64] | None = None
) -> Values:
    """Log probability, in nats, that each candidate was read as the observed text; at most 0.

    Compared are the texts as the page prints them, also where it is in an old spelling.

    Args:
        lattice: The candidates.
        lexicon: Which letters the language writes.
        channel: Costs of misreadings; words of another alphabet have a channel of their own.
        rows: Which candidates; all by default.

    Returns:
        Shape ``(len(rows),)``, or ``(n_candidates,)`` where none are given.
    """
    wanted = range(len(lattice)) if rows is None else rows.tolist()
    costs = np.zeros(len(wanted))
    by_channel: dict[Channel, list[int]] = {}
    foreign = foreign_script_channel(latin=lexicon.writes("a"))
    for at, row in enumerate(wanted):
        _, candidate = lattice.candidates[row]
        if candidate.changed and candidate.rule not in WITHOUT_CHANNEL:
            by_channel.setdefault(foreign if candidate.rule == "foreign" else channel, []).append(at)
    for own, places in by_channel.items():
        rows_of = [wanted[at] for at in places]
        pairs = [lattice.printed_pairs[row] for row in rows_of]
        distinct = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
        found = own.costs(*zip(*distinct, strict=True))
        costs[places] = found[[distinct[pair] for pair in pairs]]
    return -costs
