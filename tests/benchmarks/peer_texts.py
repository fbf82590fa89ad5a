"""The texts on which ``peers.py`` compares aligners."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from align.evaluate.gold_bead import GoldBead
from align.evaluate.gold_beads import read_gold_align

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from alignment_data import load

OCR_DEV = "ocr-dev"
"""The folder of scanned pages, which are measured together."""

Text = tuple[list[str], list[str], Sequence[GoldBead]]
"""Source and target sentences, and what belongs together."""


def read_text(folder: Path, gold: str, size: int | None) -> Text:
    """A set of numbered lines, or its beginning."""
    links = read_gold_align(folder / gold).beads
    source, target = (
        (folder / side).read_text(encoding="utf-8").removesuffix("\n").split("\n")
        for side in ("source.txt", "target.txt")
    )
    if size is not None:
        links = tuple(link for link in links if all(number < size for number in link.source))
        target = target[: 1 + max(number for link in links for number in link.target if link.source)]
        source = source[:size]
        links = tuple(link for link in links if all(number < len(target) for number in link.target))
    return source, target, links


def read_pages(data: Path) -> list[Text]:
    """The texts of ``ocr-dev``."""
    found = [text for text in load(data) if text.group == OCR_DEV]
    return [
        (
            list(text.source),
            list(text.target),
            [GoldBead(frozenset(range(i, k)), frozenset(range(j, m))) for (i, j), (k, m) in text.path],
        )
        for text in found
    ]
