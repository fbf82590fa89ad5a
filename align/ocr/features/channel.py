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
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice

WITHOUT_CHANNEL = (OBSERVED, UNPROPOSED, "double")
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
    wanted = np.arange(len(lattice)) if rows is None else rows
    costs = np.zeros(len(wanted))
    rules, pairs = lattice.rules[wanted], lattice.printed_pairs
    compared = ~np.isin(rules, WITHOUT_CHANNEL)
    foreign = rules == "foreign"
    own_script = foreign_script_channel(latin=lexicon.writes("a"))
    for own, chosen in ((channel, compared & ~foreign), (own_script, foreign)):
        numbers: dict[tuple[str, str], int] = {}
        rows_of = wanted[chosen].tolist()
        places = [numbers.setdefault(pairs[row], len(numbers)) for row in rows_of]
        if numbers:
            costs[chosen] = own.costs(*zip(*numbers, strict=True))[places]
    return -costs
