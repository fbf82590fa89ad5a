"""What damage does to the beads: ``python tests/benchmarks/damage.py [DATA] [--seeds 3] [--kinds …]``.

The sets of ``align-dev`` are damaged in each of the ways of ``tools/alignment_damage.py``, so many times
over, and aligned. The weights were fitted on the first time of some of these ways, all at once.
``right``: fraction of the pairs that hold the sentences of the same undamaged beads. ``recovery``: source
sentences after damaged text until one is in a right pair (or in a right crossing), median and 95th
percentile. ``silent``: fraction of the sentences without a partner, because of the damage, that a bead which
is not doubtful pairs all the same. ``moved``: beads that stand out of order, and the fraction of them that is
found, as a crossing's bead or, where what they moved over is the crossing, as a pair. ``crossing``: beads of
crossings, and how many of them are right.
"""

from __future__ import annotations

import argparse
import sys
from itertools import product
from pathlib import Path

import numpy as np

from align.alignment.aligner import align_sentences
from align.alignment.bead import Alignment, Bead
from align.embed.cache import CachedEncoder
from align.embed.encoder import load as load_encoder

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from alignment_damage import DAMAGES, DamagedText, damaged
from alignment_data import GoldText, load

AFTER = 20
"""Sentences after damaged text among which the first right pair is searched."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--seeds", type=int, default=3, help="times that each text is damaged")
    parser.add_argument("--kinds", nargs="*", choices=[*DAMAGES], default=[*DAMAGES], metavar="KIND")
    options = parser.parse_args()
    encoder = CachedEncoder(load_encoder())
    texts = [text for text in load(options.data) if not text.name.startswith("ocr-dev/")]
    head = f"{'damage':20}{'right':>7}{'recovery':>10}{'95 %':>6}{'silent':>8}{'moved':>7}{'found':>7}"
    print(f"{head}{'crossing':>10}{'true':>6}")
    for kind in options.kinds:
        rights, waits, unmarked, crossings = list[bool](), list[int](), list[bool](), list[bool]()
        moved = list[bool]()
        for whole, seed in product(texts, range(options.seeds)):
            damage = damaged(whole, [DAMAGES[kind]], seed)
            text = damage.text
            alignment = align_sentences(text.source, text.target, encoder)
            rights += [together(damage, bead.source, bead.target) for bead in pairs(alignment)]
            waits += recovery(damage, alignment)
            unmarked += mispaired(whole, damage, alignment)
            found = [bead for crossing in alignment.crossings for bead in crossing.beads]
            crossings += [together(damage, bead.source, bead.target) for bead in found]
            moved += refound(damage, [*pairs(alignment), *found])
        print(
            f"{kind:20}{np.mean(rights):7.3f}{np.median(waits or [0]):10.0f}"
            f"{np.percentile(waits or [0], 95):6.0f}"
            f"{np.mean(unmarked or [False]):8.3f}{len(moved):7}{np.mean(moved or [True]):7.3f}"
            f"{len(crossings):10}{sum(crossings):6}",
            flush=True,
        )


def pairs(alignment: Alignment) -> list[Bead]:
    """The beads with both sides."""
    return [bead for bead in alignment.beads if bead.source and bead.target]


def together(damage: DamagedText, source: range, target: range) -> bool:
    """Whether these are the sentences of the same undamaged beads."""
    return {damage.source[at] for at in source} == {damage.target[at] for at in target}


def recovery(damage: DamagedText, alignment: Alignment) -> list[int]:
    """Source sentences after each run of sentences without a partner, until a pair is right."""
    found = [*pairs(alignment), *(bead for crossing in alignment.crossings for bead in crossing.beads)]
    right = {at for one in found if together(damage, one.source, one.target) for at in one.source}
    null = [start[0] == stop[0] or start[1] == stop[1] for start, stop in damage.text.path]
    ends = [
        stop[0]
        for (_, stop), one, other in zip(damage.text.path, null, [*null[1:], False], strict=True)
        if one and not other
    ]
    watched = [range(end, min(end + AFTER, len(damage.source))) for end in ends]
    return [next((at - rows.start for at in rows if at in right), AFTER) for rows in watched if rows]


def refound(damage: DamagedText, found: list[Bead]) -> list[bool]:
    """Of each undamaged bead that no path holds: whether it is found."""
    held = {
        damage.source[start[0]]
        for start, stop in damage.text.path
        if start[0] < stop[0] and start[1] < stop[1]
    }
    moved = (set(damage.source) & set(damage.target)) - held - {None}
    right = {
        damage.source[at]
        for bead in found
        if together(damage, bead.source, bead.target)
        for at in bead.source
    }
    return [number in right for number in moved]


def mispaired(whole: GoldText, damage: DamagedText, alignment: Alignment) -> list[bool]:
    """Of each sentence that lost its partner by the damage: whether a bead that is not doubtful pairs it."""
    sides = damage.source, damage.target
    known = set(damage.source) & set(damage.target)
    known |= {at for at, (start, stop) in enumerate(whole.path) if start[0] == stop[0] or start[1] == stop[1]}
    lone = [{at for at, unit in enumerate(side) if unit not in known} for side in sides]
    sure = [bead for bead in pairs(alignment) if not bead.doubtful]
    held = {at for bead in sure for at in bead.source}, {at for bead in sure for at in bead.target}
    return [at in held[side] for side in (0, 1) for at in lone[side]]


if __name__ == "__main__":
    main()
