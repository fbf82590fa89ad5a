"""Probabilities of readings -> flags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from align.ocr.flag import Flag, Suggestion
from align.ocr.page import Page, Site
from align.ocr.reading import OTHER, Reading
from align.ocr.reason import kind, reason
from align.ocr.tokens import Chunk
from align.text.document import Side
from align.text.sentence import Sentence

SUGGESTIONS = 5


def flags(
    page: Page,
    probabilities: NDArray[np.float64],
    sentences: Sequence[Sentence],
    side: Side,
    min_confidence: float,
) -> Iterator[Flag]:
    """A flag for each place that is likelier wrong than ``1 - min_confidence``, no two over one chunk.

    ``probabilities``: of each reading of the page, summing to 1 at each site.
    """
    claimed: set[tuple[int, int]] = set()
    for number in np.argsort(probabilities[page.starts[:-1]], kind="stable").tolist():
        site = page.sites[number]
        here = probabilities[page.starts[number] : page.starts[number + 1]]
        if 1 - here[0] < min_confidence:
            return
        ranked = _ranked(site, here)
        width = (ranked[0][0].start, ranked[0][0].stop) if ranked else (site.at, site.at + 1)
        places = {(site.sentence, at) for at in range(*width)}
        if places & claimed:
            continue
        claimed |= places
        same = [(reading, p) for reading, p in ranked if (reading.start, reading.stop) == width]
        yield _flag(page, site, same[:SUGGESTIONS], float(1 - here[0]), sentences[site.sentence], side)


def _ranked(site: Site, here: NDArray[np.float64]) -> list[tuple[Reading, float]]:
    """The proposed readings, likeliest first."""
    order = np.argsort(-here, kind="stable").tolist()
    readings = ((site.readings[k], float(here[k])) for k in order)
    return [(reading, p) for reading, p in readings if reading.changed and reading.rule != OTHER]


def _flag(
    page: Page,
    site: Site,
    ranked: Sequence[tuple[Reading, float]],
    confidence: float,
    sentence: Sentence,
    side: Side,
) -> Flag:
    best = ranked[0][0] if ranked else None
    start, stop = (best.start, best.stop) if best else (site.at, site.at + 1)
    chunks = page.sentences[site.sentence][start:stop]
    first, last = _common(chunks, [reading.text for reading, _ in ranked])
    begin, end = chunks[0].start + first, chunks[-1].stop - last
    doubt = kind(chunks[0], best, page.lexicon)
    return Flag(
        side,
        site.sentence,
        sentence.traced.spans(begin, end),
        sentence.text[begin:end],
        doubt,
        min(confidence, 1.0),
        reason(chunks[0], best, doubt),
        tuple(Suggestion(reading.text[first : len(reading.text) - last], p) for reading, p in ranked),
    )


def _common(chunks: Sequence[Chunk], texts: Sequence[str]) -> tuple[int, int]:
    """How many characters of the marks before and after stand in every suggestion unchanged."""
    if len(chunks) > 1 or not chunks[0].core or not texts:
        return 0, 0
    lead, trail = chunks[0].lead, chunks[0].trail
    kept = all(text.startswith(lead) and text.endswith(trail) for text in texts)
    longer = all(len(text) > len(lead) + len(trail) for text in texts)
    return (len(lead), len(trail)) if kept and longer else (0, 0)
