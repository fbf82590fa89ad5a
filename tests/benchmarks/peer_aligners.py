"""The aligners that ``peers.py`` compares, with one interface; only ours is part of the package."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from time import process_time
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from align.alignment.aligner import align_with_weights
from align.alignment.method import FittedWeights
from align.embed.encoder import Encoder
from align.evaluate.gold_bead import GoldBead, beads_as_gold

BERTALIGN_BEAD = 5
"""Sentences of both sides together that a bead of Bertalign holds at most: its default."""

BERTALIGN_BEST = 3
"""Target sentences that its first pass considers for each source sentence: its default."""

BERTALIGN_MARGIN = 5
"""Target sentences on both sides of the first pass's path that its second pass searches: its default."""

BERTALIGN_NULL = -0.1
"""What a sentence without a partner costs in it: its default."""


class Clock:
    """An encoder that counts its own processor seconds."""

    def __init__(self, encoder: Encoder) -> None:
        """``encoder``: what turns the texts into vectors."""
        self.encoder, self.name, self.sha256, self.seconds = encoder, encoder.name, "", 0.0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the encoder does."""
        before = process_time()
        vectors = self.encoder.encode(list(texts))
        self.seconds += process_time() - before
        return vectors


Align = Callable[[list[str], list[str], Clock], Iterable[GoldBead]]
"""Source and target sentences and the encoder to beads."""


@dataclass(frozen=True)
class Peer:
    """Another aligner.

    Attributes:
        module: what has to be installed.
        align: its alignment of two texts.
    """

    module: str
    align: Align


def ours(weights: FittedWeights) -> Align:
    """This package, with these weights."""
    return lambda source, target, clock: beads_as_gold(
        align_with_weights(source, target, clock, weights=weights)
    )


def bertalign(source: list[str], target: list[str], clock: Clock, bead: int) -> Iterable[GoldBead]:
    """The two passes of Bertalign (Liu and Zhu, 2022), its defaults; beads of ``bead`` sentences at most."""
    core = bertalign_core()
    sizes = len(source), len(target)
    vectors, others = windows(source, bead - 1, clock), windows(target, bead - 1, clock)
    lengths, other_lengths = window_lengths(source, bead - 1), window_lengths(target, bead - 1)
    best = core.find_top_k_sents(vectors[0], others[0], k=min(BERTALIGN_BEST, sizes[1]))
    shapes = core.get_alignment_types(2)
    width, band = core.find_first_search_path(*sizes)
    pointers = core.first_pass_align(*sizes, width, band, shapes, *best)
    anchors = core.first_back_track(*sizes, pointers, band, shapes)
    shapes = core.get_alignment_types(bead)
    width, band = core.find_second_search_path(anchors, BERTALIGN_MARGIN, *sizes)
    ratio = float(lengths[0].sum() / other_lengths[0].sum())
    settings = width, band, shapes, ratio, BERTALIGN_NULL
    pointers = core.second_pass_align(
        vectors, others, lengths, other_lengths, *settings, margin=True, len_penalty=True
    )
    found = core.second_back_track(*sizes, pointers, band, shapes)
    return [GoldBead(frozenset(one), frozenset(other)) for one, other in found]


def bertalign_core() -> ModuleType:
    """Its module ``corelib`` alone: the package around it loads models of its own, and needs Python 3.12."""
    package = importlib.util.find_spec("bertalign")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("bertalign is not installed")
    path = f"{package.submodule_search_locations[0]}/corelib.py"
    spec = importlib.util.spec_from_file_location("bertalign_corelib", path)
    if spec is None or spec.loader is None:
        raise SystemExit(
            f"{path} cannot be imported: is this a release of bertalign that has no such module?"
        )
    core = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = core  # what numba compiled is looked up by this name in later runs
    spec.loader.exec_module(core)
    return core


def windows(sentences: Sequence[str], longest: int, clock: Clock) -> NDArray[np.float32]:
    """Vectors of all concatenations of up to ``longest`` sentences, shape ``(longest, n, dim)``.

    Row ``[k, i]`` is of the ``k + 1`` sentences that end in sentence ``i``, of fewer where the text begins.
    """
    texts = _windows(sentences, longest)
    return np.stack([clock.encode(row) for row in texts]).astype(np.float32)


def window_lengths(sentences: Sequence[str], longest: int) -> NDArray[np.int64]:
    """Bytes of UTF-8 in the same concatenations, shape ``(longest, n)``."""
    texts = _windows(sentences, longest)
    return np.array([[len(text.encode()) for text in row] for row in texts], dtype=np.int64)


def _windows(sentences: Sequence[str], longest: int) -> list[list[str]]:
    """All concatenations of up to ``longest`` sentences, by size and last sentence."""
    count = len(sentences)
    return [
        [" ".join(sentences[max(0, last - size) : last + 1]) for last in range(count)]
        for size in range(longest)
    ]


def sentweave(source: list[str], target: list[str], clock: Clock) -> Iterable[GoldBead]:
    """Vecalign's algorithm, its defaults."""
    from sentweave import align

    found = align(source, target, clock).alignments
    return [GoldBead(frozenset(bead.src_indices), frozenset(bead.tgt_indices)) for bead in found]


def galechurch(source: list[str], target: list[str], _: Clock) -> Iterable[GoldBead]:
    """Lengths alone (Gale and Church, 1993)."""
    from galechurch import align

    return [
        GoldBead(
            frozenset(range(bead.source_start, bead.source_end)),
            frozenset(range(bead.target_start, bead.target_end)),
        )
        for bead in align(source, target).beads
    ]


PEERS: dict[str, Peer] = {
    "bertalign": Peer("bertalign", partial(bertalign, bead=BERTALIGN_BEAD)),
    "bertalign-8": Peer("bertalign", partial(bertalign, bead=8)),
    "sentweave": Peer("sentweave", sentweave),
    "galechurch": Peer("galechurch", galechurch),
}
"""By the names that ``peers.py`` prints."""


def installed() -> list[str]:
    """The names of the peers that can be measured here."""
    return [name for name, peer in PEERS.items() if importlib.util.find_spec(peer.module)]
