"""Sentences and beads -> flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import Alignment
from align.embed.encoder import Encoder
from align.ocr import confusion, context, evidence, fusion, lexicon, neighbours
from align.ocr.flag import Flag
from align.ocr.page import Page
from align.ocr.survey import survey
from align.ocr.tokens import chunks
from align.ocr.verdict import flags
from align.text.document import Side
from align.text.sentence import Sentence


@dataclass(frozen=True)
class OcrConfig:
    """``min_confidence``: flags less sure than this (fraction 0-1) are not reported."""

    min_confidence: float = 0.5


def find_flags(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    alignment: Alignment,
    encoder: Encoder | None,
    *,
    languages: tuple[str, str],
    config: OcrConfig = OcrConfig(),
) -> tuple[Flag, ...]:
    """What the OCR got wrong on either side, the other side as witness."""
    del encoder  # the translation's vectors are no witness yet
    sides: tuple[tuple[Side, Sequence[Sentence], Sequence[Sentence], str], ...] = (
        ("source", source, target, languages[0]),
        ("target", target, source, languages[1]),
    )
    found: list[Flag] = []
    for side, sentences, others, language in sides:
        if sentences:
            partners = partner_words(alignment, side, others)
            found += _flags(side, sentences, partners, language, config)
    return tuple(sorted(found, key=lambda flag: (flag.side, flag.sentence, flag.spans)))


def _flags(
    side: Side,
    sentences: Sequence[Sentence],
    partners: Sequence[tuple[str, ...]],
    language: str,
    config: OcrConfig,
) -> Iterator[Flag]:
    words, channel = lexicon.load(language), confusion.prior()
    page = survey([sentence.text for sentence in sentences], partners, words, channel)
    if not page.sites or not words.frequencies:
        return
    scores = fusion.load("final").scores(witnesses(page, channel, language))
    yield from flags(page, fusion.softmax(scores, page.starts), sentences, side, config.min_confidence)


def witnesses(page: Page, channel: confusion.Channel, language: str) -> Mapping[str, NDArray[np.float64]]:
    """All evidence on every reading, by name."""
    model = context.load(language)
    silent = np.zeros(len(page.readings))
    return {
        **evidence.shape(page),
        **evidence.change(page),
        "channel": evidence.channel(page, channel),
        "context": neighbours.context(page, model, neighbours.as_read(page)) if model else silent,
    }


def partner_words(alignment: Alignment, side: Side, others: Sequence[Sentence]) -> list[tuple[str, ...]]:
    """For each sentence of a side the words of the sentences that translate it, in order."""
    cores = [tuple(chunk.core for chunk in chunks(sentence.text) if chunk.core) for sentence in others]
    found: list[tuple[str, ...]] = []
    for bead in alignment.beads:
        own, other = (bead.source, bead.target) if side == "source" else (bead.target, bead.source)
        found += [tuple(core for index in other for core in cores[index])] * len(own)
    return found
