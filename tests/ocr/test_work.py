"""How much work a letter makes: counts of what is done, which no other load of the machine changes.

A fifth more than is written here is a regression, to be mended or to be argued for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import align
from align.embed.encoder import EmbeddedEncoder
from align.ocr import decoder
from align.ocr.candidates import build, lookup
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.decoder import DecodingResult

WORK = {
    "words": 1262,
    "words looked at": 525,
    "forms looked up": 651,
    "forms measured": 29231,
    "candidates of the first pass": 11882,
    "candidates of the final pass": 2395,
    "texts encoded": 1867,
    "calls of the encoder": 19,
}
"""Of the letter 002, both sides together."""

LIMIT = 1.2


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts what is done from here on."""
    counts: Counter[str] = Counter()
    reranked, search, costs = decoder.reranked, lookup.search, lookup._ranked

    def count_candidates(
        job: Any, step: decoder.Pass, result: DecodingResult, weights: Any
    ) -> DecodingResult:
        rows = np.diff(result.lattice.starts)
        if step.name == "first":
            counts["words"] += len(rows)
            counts["words looked at"] += int((rows > 1).sum())
        if step.name in ("first", "final"):
            counts[f"candidates of the {step.name} pass"] += int(rows.sum())
        return reranked(job, step, result, weights)

    def count_queries(queries: Any, *rest: Any) -> Any:
        wanted = list(queries)
        counts["forms looked up"] += len(set(wanted))
        return search(wanted, *rest)

    def count_forms(found: dict[LookupQuery, list[str]], *rest: Any) -> Any:
        counts["forms measured"] += sum(map(len, found.values()))
        return costs(found, *rest)

    encode = EmbeddedEncoder.encode

    def count_texts(self: EmbeddedEncoder, texts: Sequence[str]) -> NDArray[np.float32]:
        counts["texts encoded"] += len(texts)
        counts["calls of the encoder"] += 1
        return encode(self, texts)

    monkeypatch.setattr(decoder, "reranked", count_candidates)
    monkeypatch.setattr(build, "search", count_queries)
    monkeypatch.setattr(lookup, "_ranked", count_forms)
    monkeypatch.setattr(EmbeddedEncoder, "encode", count_texts)
    return counts


@pytest.mark.model
def test_a_letter_makes_no_more_work_than_it_did(seeds: Path, work: Counter[str]) -> None:
    """Candidates proposed, words that the gate lets pass, texts encoded."""
    align.align_file(next(seeds.glob("002*")))
    assert work.keys() == WORK.keys()
    assert {name: count for name, count in work.items() if count > LIMIT * WORK[name]} == {}


@pytest.mark.model
def test_clean_words_pass_the_gate(data: Path, work: Counter[str]) -> None:
    """Of a novel and its translation one word in four is looked at, at most."""
    folder = data / "align-dev/anna-karenina-ru-en"
    align.align_files(folder / "source.txt", folder / "target.txt")
    assert work["words looked at"] < 0.25 * work["words"]
