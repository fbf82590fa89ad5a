"""Sentences and beads -> flags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.alignment.bead import Alignment
from align.embed.encoder import Encoder
from align.ocr import passes
from align.ocr.brackets import insertions, inside
from align.ocr.flag import Flag
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
    sides: tuple[tuple[Side, Sequence[Sentence], Sequence[Sentence], tuple[str, str]], ...] = (
        ("source", source, target, languages),
        ("target", target, source, languages[::-1]),
    )
    found: list[Flag] = []
    for side, sentences, others, pair in sides:
        if any(map(str.isalpha, "".join(sentence.text for sentence in sentences))):
            tools = passes.load(pair, encoder)
            if not tools.lexicon.frequencies:
                continue  # nobody can call a word of this language unknown
            texts = [sentence.text for sentence in sentences]
            reread = passes.read_twice(texts, partner_of(alignment, side, others), tools)
            raised = flags(reread, sentences, side, config.min_confidence)
            found += _outside_brackets(raised, sentences)
    return tuple(sorted(found, key=lambda flag: (flag.side, flag.sentence, flag.spans)))


def _outside_brackets(raised: Iterable[Flag], sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """The flags that are not on an editor's insertion."""
    stretches = insertions(sentences)
    for flag in raised:
        place = sentences[flag.sentence].locate(flag.spans)
        if place is None or not inside(place, stretches[flag.sentence]):
            yield flag


def partner_of(alignment: Alignment, side: Side, others: Sequence[Sentence]) -> passes.Partner:
    """What the other side says to each sentence of this one."""
    cores = [tuple(chunk.core for chunk in chunks(sentence.text) if chunk.core) for sentence in others]
    words: list[tuple[str, ...]] = []
    beads: list[int] = []
    texts: list[str] = []
    for number, bead in enumerate(alignment.beads):
        own, other = (bead.source, bead.target) if side == "source" else (bead.target, bead.source)
        words += [tuple(core for index in other for core in cores[index])] * len(own)
        beads += [number] * len(own)
        texts.append(" ".join(others[index].text for index in other))
    return passes.Partner(words, beads, texts)
