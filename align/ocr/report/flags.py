"""Probabilities of readings -> flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from align.flag import Flag, Suggestion
from align.ocr.decoder import DecodingResult
from align.ocr.lattice.candidate import UNPROPOSED, Candidate
from align.ocr.lattice.lattice import Slot
from align.ocr.report.explanation import Explanation, kind, reason
from align.text.document import Side
from align.text.sentence import Sentence
from align.text.token import Token

SUGGESTIONS = 5
UNLIKELY = 0.01
"""Share of the doubt below which a reading is not worth suggesting."""
HABIT = 1.5
"""Expected occurrences from which an error is a page's habit."""
SPEAKS = 1.0
"""Nats from which a witness is named."""
SHOWN = ("channel", "frequency", "context", "grammar", "translation", "vouched")

Row = tuple[int, Candidate, float]
"""A reading, the number of its row and its probability."""


def make_flags(
    reread: DecodingResult, sentences: Sequence[Sentence], side: Side, min_confidence: float
) -> Iterator[Flag]:
    """A flag for each place that is wrong with this probability at least, no two over one chunk.

    Readings that reach into a place that is flagged already are out; the others share what is left.
    """
    page, shares = reread.page, reread.probabilities
    claimed: set[tuple[int, int]] = set()
    for number in np.argsort(shares[page.starts[:-1]], kind="stable").tolist():
        site, start = page.slots[number], int(page.starts[number])
        if 1 - shares[start] < min_confidence:
            return
        ranked, read = _ranked(site, start, shares[start : start + len(site.candidates)].tolist(), claimed)
        width = _width(ranked[0]) if ranked else (site.position, site.position + 1)
        places = _places(site, width)
        if 1 - read >= min_confidence and not places & claimed:
            claimed |= places
            same = [row for row in ranked if _width(row) == width]
            same = [row for row in same if row[2] >= UNLIKELY * (1 - read) or row is same[0]][:SUGGESTIONS]
            yield _flag(reread, same, width, 1 - read, site.sentence, sentences, side)


def _width(row: Row) -> tuple[int, int]:
    """The chunks of a reading."""
    return row[1].start, row[1].stop


def _places(site: Slot, width: tuple[int, int]) -> set[tuple[int, int]]:
    return {(site.sentence, at) for at in range(*width)}


def _ranked(
    site: Slot, start: int, shares: Sequence[float], claimed: AbstractSet[tuple[int, int]]
) -> tuple[list[Row], float]:
    """The proposed readings that reach into nothing claimed, likeliest first, and what was read: its share.

    They share what those leave that do.
    """
    rows: list[Row] = [(start + k, reading, shares[k]) for k, reading in enumerate(site.candidates)]
    free = [row for row in rows if not row[1].changed or not _places(site, _width(row)) & claimed]
    left = max(sum(share for *_, share in free), 1e-9)
    ranked = sorted(((row, reading, share / left) for row, reading, share in free), key=lambda row: -row[2])
    return [row for row in ranked if row[1].changed and row[1].rule != UNPROPOSED], shares[0] / left


def _flag(
    reread: DecodingResult,
    ranked: Sequence[Row],
    width: tuple[int, int],
    confidence: float,
    number: int,
    sentences: Sequence[Sentence],
    side: Side,
) -> Flag:
    sentence = sentences[number]
    best = ranked[0][1] if ranked else None
    chunks = reread.page.sentences[number][slice(*width)]
    first, last = _common(chunks, [reading.text for _, reading, _ in ranked])
    begin, end = chunks[0].start + first, chunks[-1].stop - last
    doubt = kind(chunks[0], best, reread.page.lexicon)
    grounds = _grounds(reread, ranked[0], number) if ranked else Explanation()
    return Flag(
        side,
        sentence.index,
        sentence.traced.spans(begin, end),
        sentence.text[begin:end],
        doubt,
        min(confidence, 1.0),
        reason(chunks[0], best, doubt, grounds),
        tuple(
            Suggestion(reading.text[first : len(reading.text) - last], share, _evidence(reread, row))
            for row, reading, share in ranked
        ),
    )


def _evidence(reread: DecodingResult, row: int) -> Mapping[str, float | str]:
    """What spoke for a reading: nats by witness, and the translation's word."""
    shown: dict[str, float | str] = {
        name: round(float(reread.evidence[name][row]), 3)
        for name in SHOWN
        if name in reread.evidence and reread.evidence[name][row]
    }
    return shown | ({"answered by": reread.said[row]} if row in reread.said else {})


def _grounds(reread: DecodingResult, best: Row, sentence: int) -> Explanation:
    row, reading, _ = best
    read = reread.page.observed_text(reading, sentence)
    steps = reread.channel.best_edits(reading.text, read)
    return Explanation(
        reread.said.get(row),
        [
            step
            for step in dict.fromkeys(steps)
            if step[0] != step[1] and reread.profile.edits.get(step, 0) > HABIT
        ],
        bool(reread.evidence["grammar"][row] > SPEAKS),
        bool(reread.evidence["context"][row] > SPEAKS),
    )


def _common(chunks: Sequence[Token], texts: Sequence[str]) -> tuple[int, int]:
    """How many characters of the marks before and after stand in every suggestion unchanged."""
    if len(chunks) > 1 or not chunks[0].core or not texts:
        return 0, 0
    lead, trail = chunks[0].lead, chunks[0].trail
    kept = all(text.startswith(lead) and text.endswith(trail) for text in texts)
    longer = all(len(text) > len(lead) + len(trail) for text in texts)
    return (len(lead), len(trail)) if kept and longer else (0, 0)
