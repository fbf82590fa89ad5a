"""How often the rest of the page shows the misreadings that a reading supposes."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from align.ocr.confusion import Channel, Edit
from align.ocr.evidence import SILENT, Values
from align.ocr.page import Page

HEARD = 0.02
"""Probability of a reading from which it is asked, and speaks for others."""


def recurs(page: Page, probabilities: Values, channel: Channel) -> Values:
    """For each reading: log of how many times more its edits were made elsewhere, the mean of them.

    ``probabilities``: of all readings; they count as much as they are likely (expected counts).
    """
    out = np.zeros(len(page.readings))
    rows = [int(row) for row in np.flatnonzero(probabilities > HEARD) if _is_misread(page, int(row))]
    texts = [page.readings[row][1].text for row in rows]
    paths = channel.all_edits(texts, [page.observations[row] for row in rows])
    edits = [[edit for edit in path if edit[0] != edit[1]] for path in paths]
    everywhere: defaultdict[Edit, float] = defaultdict(float)
    here: defaultdict[tuple[int, Edit], float] = defaultdict(float)
    for row, own in zip(rows, edits, strict=True):
        for edit in set(own):
            everywhere[edit] += float(probabilities[row])
            here[int(page.site_of[row]), edit] += float(probabilities[row])
    for row, own in zip(rows, edits, strict=True):
        if own:
            site = int(page.site_of[row])
            elsewhere = np.array([everywhere[edit] - here[site, edit] for edit in own])
            out[row] = float(np.log1p(np.maximum(elsewhere, 0)).mean())
    return out


def _is_misread(page: Page, row: int) -> bool:
    _, reading = page.readings[row]
    return reading.changed and reading.rule not in SILENT
